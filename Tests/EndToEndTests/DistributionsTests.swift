import Foundation
import ScenarioFiles
import TestSupport
import Testing

/// The catalogue of distributions as people and programs get it.
@Suite struct DistributionsTests {
  @Test func showsEachWithAPicture() throws {
    let outcome = try Program.run("distributions")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let blocks = outcome.output.split(separator: "\n\n")
    for entry in DistributionCatalogue.entries {
      let block = try #require(
        blocks.first { $0.contains(entry.example) && $0.contains(entry.name) }, "\(entry.name)")
      #expect(block.contains("█") == (entry.marginal != nil), "\(block)")
    }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: DistributionCatalogue.names) func tellsOfOne(_ name: String) throws {
    for language in ["en", "vi"] {
      let outcome = try Program.run("distributions", name, "--lang", language)
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.first.map(String.init) == name)
      #expect(lines.allSatisfy { $0.count <= 100 })
      for entry in DistributionCatalogue.entries where entry.name == name {
        #expect(outcome.output.contains("growth: " + entry.example))
        for parameter in entry.parameters { #expect(outcome.output.contains(parameter.key)) }
      }
    }
  }

  /// Closed forms: the normal distribution of the example has mean 7% and standard deviation 1.5%.
  @Test func figuresAreTheDistributions() throws {
    let value = try JSONValue(
      Program.run("distributions", "--format", "json", "--lang", "vi").output)
    #expect(value["format"]?.string == "growth.distributions/1")
    let all = value["distributions"]?.array ?? []
    #expect(all.compactMap { $0["name"]?.string } == DistributionCatalogue.entries.map(\.name))
    let normal = try #require(all.first { $0["name"]?.string == "normal" })
    func near(_ key: JSONValue?, _ expected: Double) -> Bool {
      ((key?.number ?? .nan) - expected).magnitude < 1e-9
    }
    #expect(near(normal["mean"], 0.07))
    #expect(near(normal["standardDeviation"], 0.015))
    #expect(near(normal["quantiles"]?["0.95"], 0.07 + 0.015 * 1.6448536269514722))
    #expect(near(normal["quantiles"]?["0.5"], 0.07))
    let densities = normal["density"]?["values"]?.array?.compactMap(\.number) ?? []
    #expect(densities.count == 56)
    // Columns of 0.25 points from 0 on: the 29th is the one from 7% on, with its middle at 7.125%.
    let height = 1 / (0.015 * (2 * Double.pi).squareRoot()) * exp(-0.5 * pow(0.00125 / 0.015, 2))
    #expect((densities[28] - height).magnitude < 1e-9 * height)
    let uniform = try #require(all.first { $0["name"]?.string == "uniform" })
    #expect(near(uniform["standardDeviation"], 0.06 / 12.squareRoot()))
    #expect(near(uniform["quantiles"]?["0.25"], 0.055))
    let history = try #require(all.first { $0["name"]?.string == "history" })
    #expect(history["mean"] == .null && history["density"] == .null)
    // What single values have is probability: all of it together is one.
    let discrete = try #require(all.first { $0["name"]?.string == "discrete" })
    let heights = discrete["density"]?["values"]?.array?.compactMap(\.number) ?? []
    #expect((heights.reduce(0, +) * 0.0025 - 1).magnitude < 1e-12)
  }

  @Test func tables() throws {
    let outcome = try Program.run("distributions", "normal", "--format", "csv", "--lang", "vi")
    #expect(
      outcome.output.hasPrefix(
        "distribution,parameters,example,mean,standard_deviation,q0.01,q0.05,q0.1,"))
    #expect(
      outcome.output.contains(
        "\nnormal,\"mean, sd\",\"{distribution: normal, mean: 7%, sd: 1.5%}\","))
    #expect(outcome.output.contains(",0.07,"))
  }

  @Test func namesTheNearest() throws {
    let outcome = try Program.run("distributions", "nomal")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("did you mean 'normal'?"))
  }
}
