import Foundation
import TestSupport
import Testing

/// `growth backtest`, run as people run it.
@Suite struct BacktestTests {
  private static let quarters = "Scenarios/data/viet-nam-quarterly-industries.csv"
  private static let years = "Scenarios/data/viet-nam-sector-growth.csv"
  private static let national = [
    "backtest", ScenarioFolder.vietNamQuarters, "--history", quarters,
  ]

  /// One to four quarters ahead, 2014-2024, as the page on backtests shows it.
  @Test(arguments: [
    ("backtest-viet-nam.txt", ["--exclude", "2020-2022"]), ("backtest-viet-nam-all.txt", []),
  ])
  func theCountry(_ name: String, _ options: [String]) throws {
    let outcome = try Program.run(Self.national + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("viet-nam-quarterly-industries.csv:9:"))
    #expect(outcome.errors.contains("warning: 'gdp' is no activity of the scenario"))
    let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try outcome.outputBytes.write(to: snapshot)
    }
    #expect(outcome.output == (try String(contentsOf: snapshot, encoding: .utf8)))
  }

  /// The same forecasts in closed form, by backtest_values.py (numpy and scipy): a normal distribution of the total from the
  /// estimates of each origin. CRPS in percentage points; those of draws are off by their error.
  @Test func theClosedFormOfAnotherProgram() throws {
    let outcome = try Program.run(
      Self.national + ["--exclude", "2020-2022", "--format", "json", "--quiet"])
    #expect(outcome.status == 0 && outcome.errors == "")
    let json = try JSONValue(outcome.output)
    #expect(json["format"]?.string == "growth.backtest/1")
    #expect(json["origins"]?.array?.count == 44)
    #expect(json["origins"]?[0]?.string == "2013Q4")
    #expect(json["model"]?["persistence"]?[0]?.string == "diagonal")
    #expect(json["history"]?["excluded"]?.array?.count == 12)
    #expect(json["series"]?.array?.count == 24)
    #expect(json["unstable"]?.array?.compactMap(\.string) == ["2015Q4", "2018Q1"])
    #expect(
      Set(json.object?.keys.map { $0 } ?? []) == [
        "ahead", "asOf", "currency", "draws", "forecasts", "format", "history", "levels", "model",
        "origins", "overrides", "reproduction", "scenario", "seed", "series", "skipped", "unstable",
        "version", "warnings",
        "year",
      ])
    let total = try #require(json["series"]?[0])
    #expect(total["series"]?.string == "growth")
    let expected: [(Int, Double, Double, Double, Int, Double)] = [
      (44, 1.2616, 2.734, -0.373, 31, 0.4213), (43, 1.3786, 2.921, -0.463, 29, 0.4516),
      (42, 1.4779, 3.006, -0.522, 27, 0.4648), (41, 1.4586, 3.025, -0.579, 25, 0.4338),
    ]
    for (place, (n, crps, rmse, bias, ordinary, ordinaryCRPS)) in expected.enumerated() {
      let horizon = try #require(total["horizons"]?[place])
      let all = try #require(horizon["all"])
      #expect(all["n"]?.number == Double(n))
      #expect((100 * (all["crps"]?.number ?? 0) - crps).magnitude < 0.005)
      #expect((100 * (all["rmse"]?.number ?? 0) - rmse).magnitude < 0.005)
      #expect((100 * (all["meanError"]?.number ?? 0) - bias).magnitude < 0.005)
      let narrow = try #require(horizon["ordinary"])
      #expect(narrow["n"]?.number == Double(ordinary))
      #expect((100 * (narrow["crps"]?.number ?? 0) - ordinaryCRPS).magnitude < 0.003)
    }
  }

  @Test func rowsForSpreadsheets() throws {
    let outcome = try Program.run(
      "backtest", ScenarioFolder.vietNamSectors, "--history", Self.years, "--format", "csv",
      "--draws", "500", "--quiet")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: ",") }
    // 2011-2025, the first eight to learn from: seven outcomes a year ahead and six two years ahead, of five series.
    #expect(lines.count == 1 + 5 * (7 + 6))
    #expect(lines[0].count == 28)
    #expect(lines.allSatisfy { $0.count == 28 })
    #expect(lines[1].prefix(5) == ["growth", "2018", "2019", "1", "no"])
    // Growth weighs as the scenario's base year says: 10.42, 36.48, 44.25 and 8.85%.
    let outcome2019 = try #require(Double(lines[1][5]))
    let expected = 0.1042 * 2.6671 + 0.3648 * 8.2094 + 0.4425 * 8.0821 + 0.0885 * 6.7402
    #expect((100 * outcome2019 - expected).magnitude < 0.01)
  }

  @Test func activitiesAndOptions() throws {
    let outcome = try Program.run(
      "backtest", ScenarioFolder.vietNamSectors, "--history", Self.years, "--by-activity",
      "--draws", "500", "--persistence", "auto", "--criterion", "akaike", "--innovations",
      "student-t", "--shrinkage", "none", "--uncertain-means", "--ahead", "1", "--from", "2019",
      "--seed", "7")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("industry-construction"))
    #expect(outcome.output.contains("1 year ahead"))
    #expect(outcome.output.contains("Parts weigh what the scenario's base year says"))
    let words = outcome.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("means with their error"))
    #expect(outcome.output.contains("n is as small as 6"))
    #expect(outcome.output.contains("seed 7"))
    let one = try Program.run(
      Self.national + ["--draws", "200", "--threads", "1", "--format", "csv", "--quiet"])
    let three = try Program.run(
      Self.national + ["--draws", "200", "--threads", "3", "--format", "csv", "--quiet"])
    #expect(one.status == 0 && one.outputBytes == three.outputBytes)
    let rows = try Program.run(
      Self.national
        + ["--draws", "200", "--innovations", "bootstrap", "--format", "csv", "--quiet"])
    #expect(rows.status == 0 && rows.outputBytes != one.outputBytes)
  }

  /// What is wrong is said with its place, and nothing is made of the rest.
  @Test func garbledHistories() throws {
    let folder = try TemporaryFolder()
    let text = try String(
      contentsOf: Program.packageRoot.appendingPathComponent(Self.years), encoding: .utf8)
    func run(_ text: String) throws -> Program.Outcome {
      try folder.write(text, "past.csv")
      return try Program.run(
        "backtest", ScenarioFolder.absolute(ScenarioFolder.vietNamSectors), "--history",
        "past.csv", "--draws", "200", directory: folder.url)
    }
    let number = try run(text.replacing("2015,2.5070", with: "2015,2;5070"))
    #expect(number.status == 2 && number.output == "")
    #expect(number.errors.contains("past.csv:16:6: error: '2;5070', for 'agriculture' in 2015"))
    let renamed = try run(text.replacing("services (%)", with: "service (%)"))
    #expect(renamed.status == 2)
    #expect(
      renamed.errors.contains("past.csv:11: error: there is no series of the activity 'services'"))
    #expect(renamed.errors.contains("is it 'service'?"))
    let gap = try run(text.replacing("2015,2.5070", with: "2015,"))
    #expect(gap.status == 2)
    #expect(
      gap.errors.contains("past.csv:16:6: error: there is no growth of 'agriculture' for 2015"))
    #expect(gap.errors.contains("--exclude 2015"))
    let mixed = try run(text.replacing("services (%)", with: "services (billion VND)"))
    #expect(mixed.status == 2 && mixed.errors.contains("is a level"))
    let short = try run(text.split(separator: "\n").prefix(18).joined(separator: "\n"))
    #expect(short.status == 2 && short.errors.contains("there are 7 periods of growth"))
    let whole = try run(text)
    #expect(whole.status == 0 && !whole.errors.contains("error:"))
  }

  @Test func usage() throws {
    let sectors = ["backtest", ScenarioFolder.vietNamSectors, "--history", Self.years]
    #expect(try Program.run("backtest", ScenarioFolder.vietNamSectors).status == 64)
    #expect(try Program.run(sectors + ["--ahead", "0"]).status == 64)
    #expect(try Program.run(sectors + ["--from", "1990"]).status == 64)
    #expect(try Program.run(sectors + ["--from", "soon"]).status == 64)
    #expect(try Program.run(sectors + ["--exclude", "soon"]).status == 64)
    #expect(try Program.run(sectors + ["--exclude", "1990"]).status == 64)
    #expect(
      try Program.run(sectors + ["--innovations", "bootstrap", "--shrinkage", "none"]).status == 64)
    #expect(try Program.run(sectors + ["--criterion", "akaike"]).status == 64)
    #expect(try Program.run(sectors + ["--draws", "10"]).status == 64)
    #expect(try Program.run(sectors + ["--by-activity", "--format", "csv"]).status == 64)
    #expect(
      try Program.run("backtest", ScenarioFolder.vietNamSectors, "--history", "absent.csv").status
        == 2)
    let quarters = try Program.run(
      "backtest", ScenarioFolder.vietNamSectors, "--history", Self.quarters)
    #expect(quarters.status == 2)
    #expect(quarters.errors.contains("no series of the activity 'industry-construction'"))
  }
}
