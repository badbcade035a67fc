import Foundation
import LinearAlgebra
import Stochastics
import TestSupport
import Testing

@testable import ScenarioFiles

/// Correlations of several groups, kinds and forms, against their closed forms.
@Suite struct CorrelationGroupTests {
  static func read(_ overrides: String...) -> ScenarioReading {
    ScenarioReader.read(path: TestFiles.path("Valid/correlations.yaml"), overrides: overrides)
  }

  @Test func hasNothingToSay() throws {
    let reading = Self.read()
    #expect(reading.diagnostics.isEmpty)
    let joint = try #require(reading.scenario).uncertainty
    #expect(
      joint.groups.map(\.names) == [
        ["services.growth.2025", "agriculture.growth.2025"],
        ["services.growth.2026", "agriculture.growth.2026"],
        ["price", "cost", "flood"], ["visits", "first"], ["second", "third", "fourth"],
      ])
  }

  /// The growth of services is normal in one year, where its correlation is that of the scores, and
  /// lognormal in the next, where a normal figure with it has r = score s / sqrt(exp(s^2) - 1), with the
  /// root 3/7.
  @Test func eachPeriodHasItsOwnDistributions() throws {
    let joint = try #require(Self.read().scenario).uncertainty
    #expect(joint.correlation("services.growth.2025", "agriculture.growth.2025") == 0.4)
    let spread = PortableMath.log(1 + 9 / 49.0).squareRoot()
    let later = joint.correlation("services.growth.2026", "agriculture.growth.2026")
    #expect((later - 0.4 * (3 / 7.0) / spread).magnitude < 1e-12)
    #expect(joint.correlation("services.growth.2025", "agriculture.growth.2026") == 0)
  }

  /// r = (exp(score s t) - 1) / (0.5 x 1) for two lognormal figures with deviations of 0.5 and 1 times
  /// their means.
  @Test func pearsonCorrelationsOfLognormals() throws {
    let joint = try #require(Self.read().scenario).uncertainty
    let (s, t) = (PortableMath.log(1.25).squareRoot(), PortableMath.log(2).squareRoot())
    let score = joint.correlation("price", "cost")
    #expect((score - PortableMath.log(1 + 0.5 * 0.5) / (s * t)).magnitude < 1e-12)
    #expect(joint.correlation("cost", "flood") == 0)
    // E[price | flood] = Phi(score s - z) / 0.2 for the score z that an event of a fifth lies above.
    let margins = try ["price", "flood"].map {
      try CorrelationMargin(try #require(joint.marginal(of: $0)), kind: .pearson)
    }
    let conversion = CorrelationConversion(margins[0], margins[1])
    let event = joint.correlation("price", "flood")
    #expect((conversion.value(scoreCorrelation: event) - 0.3).magnitude < 1e-12)
    #expect(event > 0.4 && event < 0.5)
  }

  /// Loadings of 0.5 and -0.8 make a Kendall correlation of -0.4: a score correlation of
  /// -sin(0.2 pi) = -sqrt(10 - 2 sqrt 5) / 4.
  @Test func commonFactors() throws {
    let joint = try #require(Self.read().scenario).uncertainty
    let sine = (10 - 2 * 5.0.squareRoot()).squareRoot() / 4
    #expect((joint.correlation("visits", "first") + sine).magnitude < 1e-15)
    #expect(joint.correlation("second", "third") == 0.3)
    #expect(joint.correlation("third", "fourth") == 0.3)
    #expect(joint.correlation("second", "fourth") == 0.6)
  }

  @Test func valuesAreThoseOfTheFile() throws {
    let values = Self.read().values
    func value(_ path: String) -> String? { values.first { $0.path == path }?.value }
    #expect(value("correlation(price, cost)") == "0.5")
    #expect(values.first { $0.path == "correlation(price, cost)" }?.source == "survey")
    #expect(value("correlation(services.growth, agriculture.growth)") == "0.4")
    #expect(value("correlation.groups.ranks.common-factor.loadings.visits") == "0.5")
    #expect(value("correlation(fourth, second)") == nil)
    #expect(value("correlation(second, fourth)") == "0.6")
    #expect(value("correlation.groups.prices.kind") == "pearson")
  }

  // MARK: Repair

  /// 0.9 twice, filled in by at least 2 x 0.81 - 1 = 0.62, and a little more for the rounding.
  @Test func missingPairsAreFilledIn() throws {
    let reading = Self.read(
      "correlation.groups.factor={repair: nearest, pairs: [[second, third, 0.9], [third, fourth, 0.9]]}"
    )
    let joint = try #require(reading.scenario).uncertainty
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    let group = try #require(joint.groups.last)
    #expect(group.correlation[0][1] == 0.9)
    #expect(group.correlation[1][2] == 0.9)
    let filled = group.correlation[0][2]
    #expect(filled > 0.62 && filled < 0.6201)
    #expect((filled * 1e6).rounded() / 1e6 == filled)
    let eigen = try SymmetricEigen(Matrix(rows: group.correlation))
    #expect(eigen.values[0] > 0)
  }

  /// What a repair writes is what a file may say instead: the same dependence, and no warning.
  @Test func repairedCorrelationsNeedNoRepair() throws {
    let broken = "[[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]"
    func group(_ matrix: String, _ more: String = "") -> String {
      "correlation.groups.factor={variables: [second, third, fourth], matrix: \(matrix)\(more)}"
    }
    let repaired = Self.read(group(broken, ", repair: nearest"))
    #expect(repaired.diagnostics.count == 3)
    let matrix = try #require(repaired.scenario?.uncertainty.groups.last?.correlation)
    let text = "[" + matrix.map { "\($0)" }.joined(separator: ", ") + "]"
    for again in [group(text), group(text, ", repair: nearest")] {
      let reading = Self.read(again)
      #expect(reading.diagnostics.isEmpty)
      #expect(reading.scenario?.uncertainty.groups.last?.correlation == matrix)
    }
    // By symmetry the nearest one has r, r, -r with the smallest eigenvalue 1 - 2r = 0.
    for (i, j) in [(0, 1), (1, 2)] { #expect((matrix[i][j] - 0.5).magnitude < 1e-5) }
    #expect((matrix[0][2] + 0.5).magnitude < 1e-5)
    #expect(Self.read(group(broken)).scenario == nil)
  }

  /// Matrices of noise, some entries kept: what comes out is definite, and those are as they were.
  @Test(arguments: [3, 6, 15, 40]) func repairsAreDefinite(order: Int) throws {
    var generator = SplitMix64(seed: UInt64(order))
    var values = (0..<order).map { i in (0..<order).map { $0 == i ? 1.0 : 0 } }
    for i in 0..<order {
      for j in 0..<i {
        values[i][j] = ((2 * generator.nextUniform() - 1) * 1000).rounded() / 1000
        values[j][i] = values[i][j]
      }
    }
    let repaired = try CorrelationRepair.nearest(to: values) { i, j in
      (i - j).magnitude == 1 && max(i, j) % 3 == 1
    }
    #expect(try SymmetricEigen(Matrix(rows: repaired)).values[0] > 0)
    _ = try GaussianCopula(names: (0..<order).map { "v\($0)" }, correlation: repaired)
    for i in stride(from: 1, to: order, by: 3) { #expect(repaired[i][i - 1] == values[i][i - 1]) }
    for row in repaired { for value in row { #expect((value * 1e6).rounded() / 1e6 == value) } }
  }

  /// A variable that is fixed leaves its group, as it leaves a single matrix.
  @Test func overriddenVariablesLeave() throws {
    let reading = Self.read("third=1")
    #expect(reading.diagnostics.count == 1)
    let group = try #require(reading.scenario?.uncertainty.groups.last)
    #expect(group.names == ["second", "fourth"])
    #expect(group.correlation[0][1] == 0.6)
  }

  /// A variant changes single keys of single groups, removes groups and adds them.
  @Test func variantsMergeGroups() throws {
    let reading = ScenarioReader.read(path: TestFiles.path("Valid/Variants/correlated.yaml"))
    #expect(reading.diagnostics.isEmpty)
    let joint = try #require(reading.scenario).uncertainty
    #expect(joint.correlation("second", "third") == 0.2)
    #expect(joint.correlation("second", "fourth") == 0.6)
    #expect(joint.correlation("visits", "first") == 0.1)
    #expect(joint.correlation("price", "cost") == 0.5)
  }

  /// The examples of the specification.
  @Test func examplesAreSound() throws {
    let text = try TestFiles.text("../../Sources/ScenarioFiles/ScenarioFiles.docc/ScenarioFile.md")
    let section = try #require(text.split(separator: "### Correlation\n").last)
    let blocks = section.split(separator: "```yaml\n").dropFirst().map {
      String($0.split(separator: "```").first ?? "")
    }.filter { $0.hasPrefix("correlation:") && !$0.contains("bootstrap:") }
    #expect(blocks.count == 3)
    let figure = "{distribution: normal, mean: 4%, sd: 1%}"
    let activities = ["agriculture", "services", "industry"].map {
      "  \($0): {base-volume: 100 billion VND, base-value: 100 billion VND, growth: \(figure),"
        + " deflator: \(figure)}"
    }
    for (index, block) in blocks.enumerated() {
      let source = """
        format: growth.scenario/1
        name: Example
        currency: VND
        base-year: 2024
        year: 2025
        source: assumption
        activities:
        \(activities.joined(separator: "\n"))
        indicators:
          tourism.visits: {base: 5 million visits, growth: \(figure)}
        targets:
          growth: {quantity: growth, at-least: 4%}
        \(block)
        """
      let path = NSTemporaryDirectory() + "growth-correlation-example-\(index).yaml"
      try source.write(toFile: path, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let reading = ScenarioReader.read(path: path)
      #expect(reading.diagnostics.allSatisfy { $0.severity == .warning }, "\(reading.diagnostics)")
      let joint = try #require(reading.scenario).uncertainty
      #expect(joint.groups.count == (index == 1 ? 2 : 1))
      if index == 1 {
        let cycle = joint.correlation("services.growth", "industry.growth")
        #expect((cycle - 0.42).magnitude < 1e-15)
      }
    }
  }
}
