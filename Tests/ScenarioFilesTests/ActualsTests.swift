import Foundation
import GrowthModel
import Testing

@testable import ScenarioFiles

/// Published figures in scenario files.
@Suite struct ActualsTests {
  static let path = TestFiles.path("Valid/actuals.yaml")

  func read(_ name: String, _ overrides: [String] = []) -> ScenarioReading {
    ScenarioReader.read(path: TestFiles.path("Valid/\(name).yaml"), overrides: overrides)
  }

  @Test func readsFiguresInTheOrderOfTheirPublication() throws {
    let reading = read("actuals")
    let scenario = try #require(reading.scenario)
    #expect(reading.diagnostics.isEmpty)
    let office = "Statistical office"
    #expect(
      scenario.actuals == [
        Actual(
          quantity: "agriculture.growth.2025Q1", value: -0.01, published: "2025-04-05",
          source: office),
        Actual(
          quantity: "services.growth.2025Q1", value: 0.07, published: "2025-07-05", source: office),
        Actual(
          quantity: "growth.2025H1", value: 0.055, published: "2025-07-05", source: "Report 7/2025"),
        Actual(
          quantity: "services.growth.2025H1", value: 0.0725, revision: 0.003,
          published: "2025-07-05", source: office),
        Actual(quantity: "growth.2025M9", value: 0.06, source: office),
        Actual(
          quantity: "services.volume.2025", value: 200, revision: 1.5, published: "2026-01-06",
          source: office),
        Actual(quantity: "growth.2026", value: 0.05, source: office),
      ])
    #expect(reading.actualLocations.map(\.line) == [11, 14, 9, 10, 12, 13, 15])
    #expect(reading.actualLocations.map(\.column) == [38, 35, 26, 35, 18, 33, 19])
  }

  @Test func figuresShowTheirPlaceAndSource() throws {
    let reading = read("actuals")
    func value(_ path: String) throws -> ResolvedValue {
      try #require(reading.values.first { $0.path == path })
    }
    let half = try value("actuals.growth.2025H1.value")
    #expect(half.value == "5.5%" && half.source == "Report 7/2025")
    #expect(half.origin == .file(Location(path: Self.path, line: 9, column: 26)))
    #expect(try value("actuals.services.growth.2025H1.revision").value == "0.3 pp")
    #expect(try value("actuals.growth.2025H1.published").value == "2025-07-05")
    #expect(try value("actuals.growth.2025M9").value == "6%")
    #expect(reading.figures.contains(half))
    #expect(try !reading.figures.contains(value("actuals.growth.2025H1.published")))
  }

  @Test func variantsReplaceFiguresAsAWhole() throws {
    let scenario = try #require(read("actuals-later").scenario)
    #expect(scenario.actuals.count == 6)
    func actual(_ path: String) throws -> Actual {
      try #require(scenario.actuals.first { $0.quantity == path })
    }
    // A new value has not been published on the day of the old one.
    #expect(
      try actual("growth.2025H1")
        == Actual(quantity: "growth.2025H1", value: 0.0575, source: "Report 10/2025"))
    #expect(
      try actual("services.growth.2025Q1")
        == Actual(
          quantity: "services.growth.2025Q1", value: 0.07, revision: 0.004,
          published: "2025-07-05", source: "Statistical office"))
  }

  @Test(arguments: [
    ("actuals.growth.2025H1.value=6%", "growth.2025H1", 0.06, "2025-07-05"),
    ("actuals.growth.2025H1=6%", "growth.2025H1", 0.06, nil),
    ("actuals.services.growth.2025Q4=6%", "services.growth.2025Q4", 0.06, nil),
    ("actuals.services.growth.2025Q4.value=6%", "services.growth.2025Q4", 0.06, nil),
    ("actuals.growth=6%", "growth.2026", 0.06, nil),
    (
      "actuals.services.growth.2025Q1={value: 6%, published: 2025-08-01}",
      "services.growth.2025Q1", 0.06, "2025-08-01"
    ),
  ])
  func commandLineReplacesAndAdds(
    _ override: String, _ path: String, _ value: Double, _ published: String?
  ) throws {
    let reading = read("actuals", [override])
    let actuals = try #require(reading.scenario?.actuals)
    let actual = try #require(actuals.first { $0.quantity == path })
    #expect(actual.value == value && actual.published == published)
    let isNew = path == "services.growth.2025Q4"
    #expect(actuals.count == (isNew ? 8 : 7))
  }

  @Test func commandLineMakesTheSection() throws {
    let reading = read("quarters", ["actuals.services.growth.2025H1.value=6%"])
    #expect(
      reading.scenario?.actuals == [Actual(quantity: "services.growth.2025H1", value: 0.06)])
    #expect(read("quarters").scenario?.actuals == [])
  }

  /// All that a quantity is made of is fixed, or some of it is not.
  @Test(arguments: [
    ("electricity.growth", true), ("promotion", false), ("growth", true),
    ("investment.disbursement.2025Q3", false), ("construction.growth.2025Q1", false),
    ("construction.growth.2025Q3", true),
    ("tourism.visits.2025Q1", false), ("population.2025", false), ("population", true),
  ])
  func knowsWhatVaries(_ path: String, _ varies: Bool) throws {
    let graph = try #require(read("quarters").scenario).quantityGraph()
    #expect(try graph.varies(#require(graph.quantity(path)).node) == varies)
  }
}
