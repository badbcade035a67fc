import Foundation
import GrowthModel
import MonteCarlo
import Stochastics
import Testing

@testable import ScenarioFiles

/// A file with demands, projects, an input-output table and shocks, against the model it means.
@Suite struct MovedScenarioTests {
  let reading = ScenarioReader.read(path: TestFiles.path("Valid/moved.yaml"))

  func scenario() throws -> Scenario { try #require(reading.scenario) }
  func economy() throws -> Economy { try scenario().economy }

  func marginal(_ name: String) throws -> any Marginal {
    try #require(scenario().uncertainty.variables.first { $0.name == name }).marginal
  }

  @Test func hasNoDiagnostics() {
    #expect(reading.diagnostics.map(\.description) == [])
  }

  @Test func readsDemands() throws {
    #expect(
      try economy().demands == [
        Demand(
          id: "stimulus", name: "Public investment", spending: "investment",
          reference: .constant(200), split: [0.2, 0.8, 0], leakage: .uncertain("stimulus.leakage"),
          priceLevel: .constant(1.25)),
        Demand(
          id: "site", name: "site", spending: "dam.spending", reference: .constant(0),
          split: [0, 1, 0], leakage: .constant(0.5), priceLevel: .constant(1)),
      ])
    #expect(try marginal("stimulus.leakage").support == 0.2...0.4)
  }

  @Test func readsProjects() throws {
    #expect(
      try economy().projects == [
        Project(
          id: "dam", name: "The dam", activity: "power", goAhead: .uncertain("dam.go-ahead"),
          start: .uncertain("dam.start"), ramp: .constant(0.5), capacity: .constant(40),
          construction: .init(
            spending: .constant(120), duration: .constant(1.5), activity: nil,
            valueAddedShare: .constant(0))),
        Project(
          id: "mill", name: "mill", activity: "farming", goAhead: .constant(1),
          start: .constant(2026), ramp: .constant(0), capacity: .uncertain("mill.capacity"),
          construction: .init(
            spending: .constant(20), duration: .constant(1), activity: "building",
            valueAddedShare: .constant(0.4))),
      ])
    #expect(try marginal("dam.go-ahead").mean == 0.9)
    // 1 May 2025 follows 120 days of the year, 30 June 2026 follows 180.
    let days = (first: 2025 + 120.0 / 365, last: 2026 + 180.0 / 365)
    #expect(try marginal("dam.start").support == days.first...days.last)
  }

  @Test func readsTheTable() throws {
    let table = try #require(economy().inputOutput)
    #expect(table.sectors.map(\.id) == ["farming", "building", "electricity"])
    #expect(table.sectors.map(\.activity) == ["farming", "building", "power"])
    #expect(table.sectors.map(\.output) == [600, 400, 1000])
    let building: [Double] = [12.0 / 600, 40.0 / 400, 50.0 / 1000]
    #expect(table.coefficients[1] == building)
    let shares = table.sectors.map(\.valueAddedShare)
    // 1 - (60 + 12 + 30) / 600; given; 1 - (0 + 50 + 100) / 1000.
    #expect(zip(shares, [0.83, 0.45, 0.85]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test func readsShocks() throws {
    #expect(
      try economy().shocks
        == ShockProcess(
          activities: ["farming", "making"], persistence: [[0.5, 0], [0, 0]], start: [0, -0.01]))
    let groups = try scenario().uncertainty.groups
    #expect(
      groups.map(\.names) == [
        ["farming.innovation.2025", "making.innovation.2025"],
        ["farming.innovation.2026", "making.innovation.2026"],
      ])
    #expect(groups.allSatisfy { $0.correlation == [[1, 0.3], [0.3, 1]] })
    for year in [2025, 2026] {
      #expect(try marginal("farming.innovation.\(year)").variance == 1e-4)
    }
  }

  @Test func recordsWhatTheFormatTakes() {
    func value(_ path: String) -> String? { reading.values.first { $0.path == path }?.value }
    #expect(value("projects.mill.go-ahead") == "100%")
    #expect(value("projects.mill.ramp") == "0 months")
    #expect(value("effects.site.price-level") == "1")
    #expect(value("input-output.sectors.electricity.value-added") == "85%")
    #expect(value("input-output.coefficients.building") == "0.02, 0.1, 0.05")
    #expect(value("shocks.persistence.making") == "0")
    #expect(value("shocks.correlation.farming.making") == "0.3")
  }

  /// With the multiplier of the table worked out by hand in another way: the sum of the rounds.
  @Test func spendingReachesActivitiesRoundByRound() throws {
    let table = try #require(economy().inputOutput)
    var round = [0.2, 0.8, 0.0]
    var output = [0.0, 0.0, 0.0]
    for _ in 0..<200 {
      output = zip(output, round).map { $0 + $1 }
      round = table.coefficients.map { row in zip(row, round).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let solved = try table.outputs(finalDemand: [0.2, 0.8, 0])
    #expect(zip(solved, output).allSatisfy { abs($0 - $1) < 1e-11 })
  }

  @Test(arguments: [
    ("dam.ramp=3 months", "dam"), ("dam.construction.spending=100 billion VND", "dam"),
    ("stimulus.leakage=10%", "stimulus"),
  ])
  func takesOverrides(_ text: String, _ part: String) throws {
    let path = TestFiles.path("Valid/moved.yaml")
    let changed = ScenarioReader.read(path: path, overrides: [text])
    let economy = try #require(changed.scenario).economy
    let old = try self.economy()
    #expect((economy.projects == old.projects) == (part != "dam"))
    #expect((economy.demands == old.demands) == (part != "stimulus"))
  }

  @Test func aCertainProjectIsNoVariable() throws {
    for (text, goAhead) in [("100%", 1.0), ("0%", 0)] {
      let changed = ScenarioReader.read(
        path: TestFiles.path("Valid/moved.yaml"), overrides: ["dam.go-ahead=" + text])
      let project = try #require(changed.scenario).economy.projects[0]
      #expect(project.goAhead == .constant(goAhead))
    }
  }

  @Test(arguments: [
    ("0.4", [[0.4, 0], [0, 0.4]]), ("[[0.4, 0.1], [0, 0.2]]", [[0.4, 0.1], [0, 0.2]]),
    ("{making: 0.2}", [[0, 0], [0, 0.2]]),
  ])
  func readsEveryFormOfPersistence(_ text: String, _ matrix: [[Double]]) throws {
    let source = try TestFiles.text("Valid/moved.yaml")
      .replacing("persistence: {farming: 0.5}", with: "persistence: " + text)
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent(
      "moved-\(UUID().uuidString).yaml")
    try source.write(to: copy, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: copy) }
    let changed = ScenarioReader.read(path: copy.path)
    #expect(changed.diagnostics.isEmpty)
    #expect(try #require(changed.scenario).economy.shocks?.persistence == [matrix])
  }
}
