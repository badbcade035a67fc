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

  private static let country = """
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
    """

  /// Means that are not known for sure widen the forecast: its variance is w' S w, and w' M w besides, with S the covariance of what is
  /// new, M that of the errors of the means and the volumes as weights w.
  @Test(arguments: ["none", "correlations"])
  func uncertainMeans(_ shrinkage: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.country, "country.yaml")
    let options = [
      "calibrate", ScenarioFolder.absolute(Self.years), "--period", "2011-2024", "--exclude",
      "2020-2022", "--persistence", "none", "--shrinkage", shrinkage, "--quiet",
    ]
    let json = try JSONValue(
      Program.run(options + ["--format", "json"], directory: folder.url).output)
    let series = try #require(json["series"]?.array)
    // The fragment has two decimals of a percent.
    func rounded(_ x: Double?) -> Double { ((x ?? .nan) * 1e4).rounded() / 1e4 }
    func variance(_ deviations: [Double], _ correlation: JSONValue?) -> Double {
      let loads = zip([0.12, 0.37, 0.43, 0.08], deviations).map { $0 * $1 }
      var sum = 0.0
      for i in 0..<4 {
        for j in 0..<4 { sum += loads[i] * loads[j] * (correlation?[i]?[j]?.number ?? .nan) }
      }
      return sum
    }
    let new = variance(series.map { rounded($0["innovation"]?.number) }, json["correlation"])
    let means = variance(
      series.map { rounded($0["standardErrorOfMean"]?.number) }, json["correlationOfMeans"])
    #expect((means / new - 1 / 11).magnitude < 0.01)
    for (extra, wanted) in [([], new), (["--uncertain-means"], new + means)] {
      let written = try Program.run(
        options + extra + ["--extends", "country.yaml", "-o", "wide.yaml"], directory: folder.url)
      #expect(written.status == 0, "\(written.errors)")
      let run = try Program.run(
        "run", "wide.yaml", "--draws", "400k", "--format", "json", "--quiet",
        directory: folder.url)
      #expect(run.status == 0, "\(run.errors)")
      let growth = try #require(try JSONValue(run.output)["quantities"]?["growth"])
      let found = growth["standardDeviation"]?.number ?? 0
      // Of 400,000 draws a standard deviation is known to 0.11% of itself.
      #expect((found / wanted.squareRoot() - 1).magnitude < 4 / 800_000.0.squareRoot())
    }
  }

  /// Two lags, a break, seasons and uncertain means make a scenario that runs, and each is where the format has it.
  @Test(arguments: ["diagonal", "full"])
  func quartersWithAllThereIs(_ persistence: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      format: growth.scenario/1
      name: A country of quarters
      base-year: 2024
      year: 2025
      steps: quarters
      currency: VND
      source: assumption
      quarters: [25%, 25%, 25%, 25%]
      activities:
        agriculture: {name: Agriculture, base-volume: 12 billion VND, growth: 1%}
        manufacturing: {name: Industry, base-volume: 37 billion VND, growth: 1%}
      targets:
        growth: {name: Growth, quantity: growth, at-least: 6%}
      """, "country.yaml")
    let written = try Program.run(
      "calibrate", ScenarioFolder.absolute(Self.quarters), "--exclude", "2020-2022", "--series",
      "agriculture", "--series", "manufacturing", "--persistence", persistence, "--lags", "2",
      "--break", "2015", "--uncertain-means", "--seasonal-shares", "4", "--extends", "country.yaml",
      "-o", "calibrated.yaml", "--quiet", directory: folder.url)
    #expect(written.status == 0, "\(written.errors)")
    let checked = try Program.run("check", "calibrated.yaml", directory: folder.url)
    #expect(checked.status == 0 && checked.errors == "", "\(checked.output)\(checked.errors)")
    let shown = try JSONValue(
      Program.run("show", "calibrated.yaml", "--format", "json", "--quiet", directory: folder.url)
        .output)
    let paths = Set((shown["values"]?.array ?? []).compactMap { $0["path"]?.string })
    for path in [
      "activities.agriculture.quarters", "shocks.persistence.lag-1.manufacturing",
      "shocks.persistence.lag-2.agriculture", "shocks.start.last-2.manufacturing",
    ] {
      #expect(paths.contains(path), "\(path) of \(paths.sorted())")
    }
    let run = try Program.run(
      "run", "calibrated.yaml", "--draws", "20k", "--format", "json", "--quiet",
      directory: folder.url)
    #expect(run.status == 0, "\(run.errors)")
  }

  /// What is missing is said all at once, with the place.
  @Test func gapsAreNamed() throws {
    let folder = try TemporaryFolder()
    let rows: [String] = (2001...2012).map { (year: Int) -> String in
      let farms = year == 2005 ? "" : String(year % 5)
      let inns = year == 2009 ? "" : String(year % 3)
      return "\(year),\(farms),\(inns)"
    }
    try folder.write(
      "year,farms (%),inns (%)\n" + rows.joined(separator: "\n") + "\n", "past.csv")
    let found = try Program.run("calibrate", "past.csv", directory: folder.url)
    #expect(found.status == 2 && found.output == "")
    #expect(
      found.errors == """
        past.csv:6:6: error: there is no growth of 'farms' for 2005
          hint: add the figure, shorten --period, or leave it out by name: --exclude 2005
        past.csv:10:8: error: there is no growth of 'inns' for 2009
          hint: add the figure, shorten --period, or leave it out by name: --exclude 2009

        """)
    let without = try Program.run(
      "calibrate", "past.csv", "--exclude", "2005", "--exclude", "2009", "--format", "csv",
      directory: folder.url)
    #expect(without.status == 0 && without.output.contains("farms,10,"))
  }

  /// Prices of another year: 2010 is no growth, and is left out by name.
  @Test func pricesThatChange() throws {
    let folder = try TemporaryFolder()
    let rows: [String] = (2003...2018).map { (year: Int) -> String in
      let (level, prices) = year < 2010 ? (100, 1994) : (240, 2010)
      let figure = level + 5 * (year - 2003) + year * year % 7
      return "\(year),\(figure),\(prices)"
    }
    try folder.write("year,farms (billion VND),prices\n" + rows.joined(separator: "\n"), "past.csv")
    let found = try Program.run("calibrate", "past.csv", directory: folder.url)
    #expect(found.status == 2)
    #expect(
      found.errors.hasPrefix(
        "past.csv:9:6: error: there is no growth of 'farms' for 2010, because levels are in prices of 1994"
      ))
    let without = try Program.run(
      "calibrate", "past.csv", "--exclude", "2010", "--format", "json", directory: folder.url)
    let json = try JSONValue(without.output)
    #expect(json["observations"]?.number == 14)
    #expect((json["series"]?[0]?["mean"]?.number ?? 1) < 0.1)
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
    for options in [
      ["--exclude", "1990"], ["--break", "2011"], ["--break", "2015-2016"], ["--break", "soon"],
      ["--break", "1990"], ["--lags", "0"], ["--lags", "9"],
      ["--lags", "2", "--persistence", "none"],
      ["--seasonal-shares", "3"], ["--seasonal-shares", "0"],
      ["--uncertain-means", "--format", "json"],
      ["--shrinkage", "some"],
    ] {
      #expect(
        try Program.run(["calibrate", Self.years, "--period", "2011-2024"] + options).status == 64,
        "\(options)")
    }
    #expect(try Program.run("calibrate", "absent.csv").status == 2)
    #expect(
      try Program.run("calibrate", Self.years, "--format", "json", "--extends", "a").status == 64)
    let short = try Program.run("calibrate", Self.years, "--period", "2011-2012")
    #expect(short.status == 2 && short.errors.contains("nothing can be estimated"))
  }
}
