import GrowthModel
import MonteCarlo
import Testing

@testable import ScenarioFiles

/// A file with demand, an input-output table, projects and shocks, against the model it means.
@Suite struct InvestmentScenarioTests {
  let reading = ScenarioReader.read(path: TestFiles.path("Valid/investment.yaml"))

  func scenario() throws -> Scenario { try #require(reading.scenario) }

  @Test func hasNoDiagnostics() {
    #expect(reading.diagnostics.map(\.description) == [])
  }

  /// The flow x from building to itself, with the totals 30 and 240, 80 and 190 and the cross ratio
  /// 10 x 180 / (20 x 60) of the given flows: x (160 + x) = 1.5 (30 - x) (80 - x).
  private static let x = 325 - (325.0 * 325 - 7200).squareRoot()

  @Test func balancesTheFlows() throws {
    let table = try #require(try scenario().economy.inputOutput)
    #expect(table.sectors.map(\.id) == ["building", "manufacturing"])
    #expect(table.sectors.map(\.activity) == ["construction", "manufacturing"])
    #expect(table.sectors.map(\.output) == [200, 500])
    let wanted = [
      [Self.x / 200, (30 - Self.x) / 500], [(80 - Self.x) / 200, (160 + Self.x) / 500],
    ]
    for i in 0..<2 {
      for j in 0..<2 { #expect(abs(table.coefficients[i][j] - wanted[i][j]) < 1e-12) }
    }
    #expect(table.sectors[0].valueAddedShare == 0.4)
    #expect(abs(table.sectors[1].valueAddedShare - (1 - 190.0 / 500)) < 1e-12)
  }

  @Test func readsTheDemand() throws {
    #expect(
      try scenario().economy.demands == [
        Demand(
          id: "spending", name: "Public investment", spending: "investment.spent",
          reference: .constant(80), split: [0.7, 0.3], leakage: .uncertain("spending.leakage"),
          priceLevel: .constant(1.5))
      ])
  }

  @Test func readsProjects() throws {
    let projects = try scenario().economy.projects
    #expect(
      projects == [
        Project(
          id: "dam", name: "The dam", activity: "manufacturing",
          goAhead: .uncertain("dam.go-ahead"),
          start: .uncertain("dam.start"), ramp: .constant(0.5),
          capacity: .uncertain("dam.capacity"),
          construction: Project.Construction(
            spending: .constant(60), duration: .uncertain("dam.duration"),
            activity: "construction", valueAddedShare: .constant(0.35))),
        Project(
          id: "road", name: "road", activity: "services", goAhead: .constant(1),
          start: .constant(2025 + 90.0 / 365), ramp: .constant(0), capacity: .constant(12)),
      ])
    let uncertainty = try scenario().uncertainty
    #expect(uncertainty.marginal(of: "dam.go-ahead")?.mean == 0.75)
    let start = try #require(uncertainty.marginal(of: "dam.start"))
    #expect(abs(start.support.lowerBound - (2025 + 120.0 / 365)) < 1e-12)
  }

  @Test func readsShocks() throws {
    let scenario = try scenario()
    #expect(
      scenario.economy.shocks
        == ShockProcess(
          activities: ["agriculture", "services"], persistence: [[0.3, 0], [0, 0.5]],
          start: [0, -0.01]))
    #expect(scenario.uncertainty.groups.count == 4)
    for quarter in 1...4 {
      let step = Period(year: 2025, quarter: quarter)
      let names = ["agriculture", "services"].map { ShockProcess.innovation(of: $0, in: step) }
      #expect(scenario.uncertainty.correlation(names[0], names[1]) == 0.25)
      #expect(scenario.uncertainty.marginal(of: names[1])?.variance == 0.02 * 0.02)
    }
  }

  /// Each quarter spends 90 of a reference of 80, less leakage, at prices of 1.5.
  @Test func spreadsSpendingInEveryDraw() throws {
    let paths = [
      "spending.contribution.2025", "road.volume.2025Q1", "road.volume.2025Q2", "road.volume",
      "services.growth.2025Q1", "shocks.contribution.2025Q1",
    ]
    let draws = try Simulation(try scenario()).sample(paths, draws: 0..<50, seed: 4)
    // Output by Cramer's rule.
    let a = [Self.x / 200, (30 - Self.x) / 500, (80 - Self.x) / 200, (160 + Self.x) / 500]
    let determinant = (1 - a[0]) * (1 - a[3]) - a[1] * a[2]
    let building = (0.7 * (1 - a[3]) + a[1] * 0.3) / determinant
    let manufacturing = ((1 - a[0]) * 0.3 + a[2] * 0.7) / determinant
    let weight = 0.4 * building + 0.62 * manufacturing
    for draw in 0..<50 {
      // Four quarters over the base volume of 800, with a leakage between 10% and 30%.
      let kept = draws[0][draw] * 800 / (4 * 10 / 1.5 * weight)
      #expect(kept > 0.7 - 1e-9 && kept < 0.9 + 1e-9)
      #expect(draws[1][draw] == 0)
      #expect(abs(draws[2][draw] - 12 * 91 / 365) < 1e-9)
      #expect(abs(draws[3][draw] - 12 * 275.0 / 365) < 1e-9)
      // The last shock of services, -1%, keeps half of itself; the innovation is within 8 sd.
      #expect(abs(draws[4][draw] - (0.07 - 0.005)) < 8 * 0.02)
    }
    #expect(Set(draws[4]).count == 50)
  }
}
