import Foundation
import GrowthModel
import MonteCarlo
import Testing

@testable import ScenarioFiles

/// Published figures in CSV files.
@Suite struct ActualsFileTests {
  let scenario: Scenario

  init() throws {
    let reading = ScenarioReader.read(path: TestFiles.path("Valid/quarters.yaml"))
    scenario = try #require(reading.scenario)
  }

  func read(_ name: String, publishedBy: String? = nil) -> ActualsFile {
    ActualsFile(
      path: TestFiles.path("Published/\(name).csv"), for: scenario, publishedBy: publishedBy)
  }

  func value(_ file: ActualsFile, _ path: String) throws -> Actual {
    try #require(file.actuals.first { $0.quantity == path }, "\(path)")
  }

  @Test func readsAColumnForEachSeries() throws {
    let file = read("wide")
    #expect(file.diagnostics == [])
    #expect(
      file.actuals.map(\.quantity) == [
        "growth.2025Q1", "agriculture.growth.2025Q1", "growth.2025Q2",
        "agriculture.growth.2025H1", "services.growth.2025H1", "growth.2025M9",
        "population.2026",
      ])
    #expect(file.locations.map(\.line) == [3, 3, 4, 6, 6, 7, 8])
    #expect(file.locations.map(\.column) == [8, 12, 9, 10, 12, 9, 9])
    #expect(
      try value(file, "growth.2025Q2")
        == Actual(
          quantity: "growth.2025Q2", value: 0.059, published: "2025-07-05", source: "Report 7"))
    #expect(try value(file, "growth.2025Q1").source == file.path)
    #expect(try value(file, "population.2026").value == 1.32e6)
    let services = try value(file, "services.growth.2025H1")
    #expect(abs(services.value - 0.075) < 1e-15)
    #expect(
      services.source
        == "Report 7; growth of 98.9 billion VND on 92 billion VND a year earlier")
    #expect(file.revisions == [])
  }

  @Test func readsARowForEachFigure() throws {
    let file = read("long")
    #expect(file.diagnostics.map(\.severity) == [.warning])
    #expect(file.diagnostics[0].message.contains("one figure has more than one vintage"))
    #expect(
      file.actuals.map(\.quantity) == [
        "services.value.2025Q2", "growth.2025Q1", "construction.volume.2025H1",
        "services.growth.2025M9",
      ])
    #expect(try value(file, "growth.2025Q1").value == 0.0525)
    #expect(try value(file, "services.growth.2025M9").revision == 0.0025)
    #expect(try value(file, "construction.volume.2025H1").value == 50)
    #expect(try value(file, "services.value.2025Q2").value == 110)
    #expect(try value(file, "services.value.2025Q2").published == nil)
  }

  /// sqrt((0.3^2 + 0.4^2 + 0^2) / 3) points of the total; two activities are too few.
  @Test func learnsRevisionsFromVintages() throws {
    let file = read("vintages")
    let total = try #require(file.revisions.first)
    #expect(file.revisions.count == 1)
    #expect(total.kind == .total && total.observations == 3)
    #expect(abs(total.standardDeviation - (0.25 / 3).squareRoot() / 100) < 1e-15)
    #expect(file.actuals.count == 4)
    #expect(try value(file, "growth.2025Q1").revision == total.standardDeviation)
    #expect(try value(file, "growth.2025Q2").revision == total.standardDeviation)
    #expect(try value(file, "services.growth.2025Q1").revision == 0)
    #expect(file.diagnostics.map(\.severity) == [.warning])
    #expect(
      file.diagnostics[0].message
        == "revisions of growth of activities are not learnt: 2 figures have more than one vintage,"
        + " and 3 are needed")
  }

  @Test func whatIsPublishedLaterCanBeLeftOut() throws {
    let file = read("vintages", publishedBy: "2025-04-05")
    #expect(file.actuals.map(\.quantity) == ["growth.2025Q1", "services.growth.2025Q1"])
    // Two vintages of the total by then, and two of activities.
    #expect(file.revisions == [])
    #expect(file.diagnostics.count == 2)
    #expect(read("wide", publishedBy: "2025-12-31").actuals.count == 6)
    #expect(read("wide", publishedBy: "2025-01-01").actuals == [])
  }

  static let broken = [
    "broken", "levels", "no-period", "titles", "no-series", "no-unit", "no-figures", "empty",
    "semicolons", "quote", "two-vintages", "absent",
  ]

  /// Record anew with `GROWTH_RECORD=1 swift test`.
  @Test(arguments: broken) func reportsEveryMistake(_ name: String) throws {
    let file = read(name)
    let folder = TestFiles.path("Published")
    let report = file.diagnostics.map { $0.description + "\n" }.joined()
      .replacing(folder + "/", with: "")
    let expected = folder + "/\(name).expected"
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try report.write(toFile: expected, atomically: true, encoding: .utf8)
    }
    #expect(report == (try? String(contentsOfFile: expected, encoding: .utf8)))
    #expect(!file.diagnostics.isEmpty)
    if file.hasErrors { #expect(file.actuals.isEmpty) }
  }

  /// A level without its year before is held against the model's own.
  @Test func aLevelStandsAloneWhereItsBaseIsOfAnotherVintage() throws {
    let file = read("levels")
    #expect(!file.hasErrors)
    #expect(
      file.actuals == [
        Actual(
          quantity: "services.volume.2025H1", value: 98.9, published: "2025-07-05",
          source: file.path)
      ])
  }

  @Test func pricesOfAnotherYearAreNotThoseOfTheModel() throws {
    var dated = scenario
    dated.economy.priceYear = 1994
    let file = ActualsFile(path: TestFiles.path("Published/long.csv"), for: dated)
    #expect(file.hasErrors)
    let error = try #require(file.diagnostics.first { $0.severity == .error })
    #expect(error.location.line == 5 && error.location.column == 21)
    #expect(
      error.message
        == "'construction' is at prices of 2010, but the scenario's volumes are at those of 1994")
  }

  @Test func aReadingHasTheFiguresOfBothFiles() throws {
    let source = ScenarioSource(path: TestFiles.path("Valid/actuals.yaml"))
    let csv = TestFiles.path("Published/update.csv")
    let reading = source.reading(actuals: csv)
    let actuals = try #require(reading.scenario?.actuals)
    #expect(
      actuals.map(\.quantity) == [
        "growth.2025Q1", "growth.2025Q2", "agriculture.growth.2025Q1", "services.growth.2025Q1",
        "services.growth.2025H1", "growth.2025H1", "growth.2025M9", "services.volume.2025",
        "growth.2026",
      ])
    #expect(actuals.first { $0.quantity == "growth.2025H1" }?.value == 0.0625)
    let messages = reading.diagnostics.map(\.description)
    #expect(
      messages == [
        "\(csv):2:8: warning: the figure was published on 2025-07-05, before the scenario's date,"
          + " 2026-02-01\n  hint: what the scenario says may rest on it already, and it would count"
          + " twice",
        "\(csv):2:8: warning: 6.25% for 'growth.2025H1' takes the place of the scenario's 5.5%, at"
          + " \(TestFiles.path("Valid/actuals.yaml")):9:26",
        "\(csv):3:8: warning: the figure was published on 2025-01-31, before the scenario's date,"
          + " 2026-02-01\n  hint: what the scenario says may rest on it already, and it would count"
          + " twice",
      ])
    #expect(reading.actualLocations.first == Location(path: csv, line: 3, column: 8))
    #expect(reading.values.contains { $0.path == "actuals.growth.2025Q2" && $0.value == "6%" })
    #expect(reading.digest != source.reading().digest)
    #expect(source.reading().scenario?.actuals.count == 7)
  }

  @Test func allMistakesAreReportedInOneRun() {
    let source = ScenarioSource(path: TestFiles.path("Broken/actuals-name.yaml"))
    let csv = TestFiles.path("Published/quote.csv")
    let reading = source.reading(actuals: csv)
    #expect(reading.scenario == nil)
    #expect(reading.diagnostics.contains { $0.location.path == csv })
    #expect(reading.diagnostics.contains { $0.location.path == source.path })
  }

  @Test(arguments: [
    ("2025", "2025"), ("2025Q1", "2025Q1"), ("2025-Q1", "2025Q1"), ("Q1/2025", "2025Q1"),
    ("2025 q4", "2025Q4"), ("2025H1", "2025H1"), ("6T/2025", "2025H1"), ("2025M6", "2025H1"),
    ("2025M1-6", "2025H1"), ("H2/2025", "2025H2"), ("2025M9", "2025M9"), ("9T/2025", "2025M9"),
    ("2025M1-9", "2025M9"), ("9M/2025", "2025M9"), ("12T/2025", "2025"), ("3T/2025", "2025Q1"),
    ("2025Q5", nil), ("2025-", nil), ("25Q1", nil), ("", nil), ("/2025", nil),
    ("2025M8", nil), ("Q1", nil), ("2025Q1/2025", nil),
  ])
  func readsPeriods(_ text: String, _ period: String?) {
    #expect(PeriodText.parse(text)?.description == period)
  }

  @Test(arguments: [
    ("%", "%", nil, nil), ("billion VND, constant", "billion VND", "constant", nil),
    ("billion VND constant 2010 prices", "billion VND", "constant", 2010),
    ("billion VND, current prices", "billion VND", "current", nil),
    ("million visits", "million visits", nil, nil),
  ])
  func readsUnits(_ text: String, _ unit: String, _ prices: String?, _ year: Int?) throws {
    let read = try #require(UnitText(text))
    #expect(read.text == unit && read.prices?.rawValue == prices && read.priceYear == year)
  }

  @Test(arguments: ["", "constant", "%, constant", "billion VND 2010", "bn VND", "1 %"])
  func refusesOtherUnits(_ text: String) {
    #expect(UnitText(text) == nil)
  }
}
