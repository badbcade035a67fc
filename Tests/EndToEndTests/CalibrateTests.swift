import Foundation
import TestSupport
import Testing

/// `growth calibrate`, run as people run it.
@Suite struct CalibrateTests {
  private static let quarters = "Scenarios/data/viet-nam-quarterly-industries.csv"
  private static let years = "Scenarios/data/viet-nam-sector-growth.csv"

  /// The industries of the national scenario, in its order.
  private static let industries = [
    "agriculture", "forestry", "fishery", "mining", "manufacturing", "electricity", "water",
    "construction", "trade", "transport", "accommodation-food", "information-communication",
    "finance", "real-estate", "professional", "administrative", "public-administration",
    "education", "health", "arts", "other-services", "households", "taxes",
  ]

  /// The national scenario was worked out by another program from the same file: the same rule gives its figures.
  @Test func theNationalScenario() throws {
    let outcome = try Program.run(
      ["calibrate", Self.quarters, "--exclude", "2020-2022", "--persistence", "diagonal"]
        + Self.industries.flatMap { ["--series", $0] } + ["--format", "json", "--quiet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONValue(outcome.output)
    #expect(json["format"]?.string == "growth.calibrate/1")
    #expect(json["observations"]?.number == 44)
    #expect(json["excluded"]?.array?.count == 12)
    #expect(((json["shrinkageIntensity"]?.number ?? 0) - 0.624).magnitude < 0.0005)
    let shown = try JSONValue(
      Program.run("show", "Scenarios/viet-nam-2025.yaml", "--format", "json", "--quiet").output)
    var values: [String: String] = [:]
    for row in shown["values"]?.array ?? [] {
      if let path = row["path"]?.string { values[path] = row["value"]?.string }
    }
    func figure(_ path: String) throws -> Double {
      let text = try #require(values[path], "\(path)")
      return try #require(Double(text.prefix { $0 != "%" && $0 != " " }))
    }
    for series in try #require(json["series"]?.array) {
      let name = try #require(series["series"]?.string)
      let persistence = try #require(series["persistence"]?.number)
      #expect((persistence - (try figure("shocks.persistence.\(name)"))).magnitude < 0.0051)
      let innovation = try #require(series["innovation"]?.number)
      #expect(
        (100 * innovation - (try figure("shocks.innovations.\(name).sd"))).magnitude < 0.0051)
      let start = try #require(series["start"]?.number)
      #expect((100 * start - (try figure("shocks.start.\(name)"))).magnitude < 0.0051)
    }
  }

  /// What it writes is a scenario that runs.
  @Test func theFragmentRuns() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      format: growth.scenario/1
      name: A country
      base-year: 2024
      year: 2025
      currency: VND
      source: assumption
      activities:
        agriculture: {name: Agriculture, base-volume: 12 billion VND, growth: 1%}
        industry-construction: {name: Industry, base-volume: 37 billion VND, growth: 1%}
        services: {name: Services, base-volume: 43 billion VND, growth: 1%}
        taxes: {name: Taxes, kind: taxes less subsidies, base-volume: 8 billion VND, growth: 1%}
      targets:
        growth: {name: Growth, quantity: growth, at-least: 6%}
      """, "country.yaml")
    for persistence in ["auto", "none", "diagonal", "full"] {
      let written = try Program.run(
        "calibrate", ScenarioFolder.absolute(Self.years), "--period", "2011-2024",
        "--persistence", persistence, "--extends", "country.yaml", "-o", "calibrated.yaml",
        "--quiet", directory: folder.url)
      #expect(written.status == 0, "\(written.errors)")
      let checked = try Program.run("check", "calibrated.yaml", directory: folder.url)
      #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
      let run = try Program.run(
        "run", "calibrated.yaml", "--draws", "64k", "--format", "json", "--quiet",
        directory: folder.url)
      #expect(run.status == 0, "\(run.errors)")
      let growth = try #require(try JSONValue(run.output)["quantities"]?["growth"])
      // The means 3.19, 6.87, 6.76 and 4.50 weighed by 12, 37, 43 and 8; what the last year left is at most some
      // tenths of the deviations.
      if persistence == "none" {
        #expect(((growth["mean"]?.number ?? 0) - 0.061914).magnitude < 4 * 0.015 / 256)
      }
      #expect((growth["standardDeviation"]?.number ?? 0) > 0.01)
    }
  }

  @Test func textAndCSV() throws {
    let text = try Program.run("calibrate", Self.years, "--format", "text")
    #expect(text.status == 0)
    #expect(text.output.contains("Only 15 observations"))
    #expect(text.errors.contains("viet-nam-sector-growth.csv:21:20: warning: growth of 'services'"))
    let csv = try Program.run("calibrate", Self.years, "--format", "csv", "--quiet")
    #expect(csv.output.split(separator: "\n").count == 5)
    #expect(csv.errors == "")
  }

  @Test func usage() throws {
    #expect(try Program.run("calibrate", Self.years, "--period", "1990-1995").status == 64)
    #expect(try Program.run("calibrate", Self.years, "--exclude", "soon").status == 64)
    let unknown = try Program.run("calibrate", Self.years, "--series", "service")
    #expect(unknown.status == 64 && unknown.errors.contains("did you mean 'services'?"))
    #expect(try Program.run("calibrate", "absent.csv").status == 2)
    #expect(
      try Program.run("calibrate", Self.years, "--format", "json", "--extends", "a").status == 64)
    let short = try Program.run("calibrate", Self.years, "--period", "2011-2012")
    #expect(short.status == 2 && short.errors.contains("nothing can be estimated"))
  }
}
