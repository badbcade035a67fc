import GrowthModel
import MonteCarlo
import Stochastics
import Testing

@testable import ScenarioFiles

/// A file in quarters with levers, uncertainties, indicators and effects, against the model it means.
@Suite struct QuarterlyScenarioTests {
  let reading = ScenarioReader.read(path: TestFiles.path("Valid/quarters.yaml"))

  func economy() throws -> Economy { try #require(reading.scenario).economy }

  @Test func hasNoDiagnostics() {
    #expect(reading.diagnostics.map(\.description) == [])
  }

  @Test func readsTheTimeline() throws {
    #expect(try economy().timeline == Timeline(baseYear: 2024, lastYear: 2026, step: .quarter))
  }

  @Test func dividesBaseFiguresOverQuarters() throws {
    let leaves = try economy().leaves
    func near(_ found: [Double]?, _ wanted: [Double]) -> Bool {
      found?.count == 4 && zip(found ?? [], wanted).allSatisfy { abs($0 - $1) < 1e-9 }
    }
    #expect(near(leaves[0].leaf.volumes, [10, 20, 40, 30]))
    #expect(near(leaves[0].leaf.values, [40, 50, 50, 60]))
    #expect(near(leaves[1].leaf.volumes, [25, 25, 25, 25]))
    #expect(near(leaves[1].leaf.values, [30, 30, 30, 40]))
    #expect(near(leaves[2].leaf.volumes, [25, 25, 25, 25]))
    #expect(near(leaves[2].leaf.values, [20, 25, 25, 30]))
    #expect(near(leaves[3].leaf.volumes, [44, 48, 52, 56]))
    #expect(near(leaves[3].leaf.values, [80, 100, 100, 120]))
  }

  @Test func readsSchedules() throws {
    let leaves = try economy().leaves
    let quarters = try economy().timeline.steps
    #expect(
      leaves[0].leaf.growth
        == .byPeriod(
          Dictionary(
            uniqueKeysWithValues: quarters.map { ($0, .uncertain("agriculture.growth.\($0)")) })))
    #expect(
      leaves[1].leaf.growth
        == .byPeriod([
          Period(year: 2025): .constant(0.06),
          Period(year: 2025, quarter: 3): .uncertain("construction.growth.2025Q3"),
          Period(year: 2026): .constant(0.07),
        ]))
    #expect(
      leaves[1].leaf.deflator
        == .byPeriod([
          Period(year: 2025): .uncertain("construction.deflator.2025"),
          Period(year: 2026): .uncertain("construction.deflator.2026"),
        ]))
    #expect(leaves[3].leaf.growth == .uncertain("services.growth"))
    #expect(
      try economy().population?.course
        == .growing(
          base: 1.3e6,
          growth: .byPeriod([
            Period(year: 2025): .constant(0.01),
            Period(year: 2026): .uncertain("population.growth.2026"),
          ])))
  }

  @Test func readsLevers() throws {
    let levers = try economy().levers
    #expect(
      levers == [
        Lever(
          setting: Series(
            id: "investment.disbursement", name: "Disbursement", unit: .rate,
            course: .level(
              .byPeriod([Period(year: 2025): .constant(0.95), Period(year: 2026): .constant(0.97)])),
            frequency: .quarter),
          reference: .constant(0.9), range: 0.7...1, cost: 1200, owner: "Department of finance"),
        Lever(
          setting: Series(
            id: "promotion", name: "promotion", unit: .count("leaflets"),
            course: .level(.constant(60_000)), frequency: .quarter),
          reference: .constant(50_000), cost: 2),
      ])
  }

  @Test func readsSeries() throws {
    let economy = try economy()
    let quarters = economy.timeline.steps
    #expect(economy.uncertainties.map(\.id) == ["water", "price", "arrivals"])
    #expect(
      economy.uncertainties[0].course
        == .level(
          .byPeriod(
            Dictionary(uniqueKeysWithValues: quarters.map { ($0, .uncertain("water.\($0)")) }))))
    #expect(economy.uncertainties[0].unit == .number)
    #expect(economy.uncertainties[1].name == "Price of coffee")
    #expect(economy.uncertainties[1].unit == .moneyPer("ton"))
    #expect(economy.uncertainties[1].frequency == .quarter)
    #expect(economy.uncertainties[2].seasonalShares?.count == 4)
    #expect(economy.uncertainties[2].course == .growing(base: 1e6, growth: .constant(0.05)))
    #expect(
      economy.indicators.map(\.unit) == [.count("visits"), .money, .rate, .money])
    #expect(economy.indicators.map(\.frequency) == [.quarter, .quarter, .quarter, .quarter])
    #expect(economy.indicators.map(\.total) == [.sum, .mean, .formula, .sum])
    #expect(economy.indicators.map(\.before) == [1e6, nil, 0.003, nil])
  }

  @Test func readsEffects() throws {
    let effects = try economy().effects
    let reference = Schedule.constant(0.9)
    #expect(
      effects[0]
        == Effect(
          id: "disbursing", name: "Disbursed money builds", activities: ["construction"],
          basis: .growth,
          source: .elasticity(
            Elasticity(
              driver: "investment.disbursement", reference: reference, isRelative: false,
              elasticity: .uncertain("disbursing.elasticity"), lag: 1, persistence: .constant(0.5)))
        ))
    #expect(
      effects[1].source
        == .elasticity(
          Elasticity(
            driver: "promotion", reference: .constant(50_000), isRelative: true,
            elasticity: .constant(0.05))))
    #expect(effects[1].activities == ["services", "agriculture"])
    #expect(effects[2].basis == .level)
    #expect(
      effects[3].source
        == .event(
          Event(
            occurrence: .byPeriod([
              Period(year: 2025, quarter: 3): .uncertain("flood.occurrence.2025Q3"),
              Period(year: 2026, quarter: 3): .uncertain("flood.occurrence.2026Q3"),
              Period(year: 2026, quarter: 4): .constant(1),
            ]),
            size: .byPeriod([
              Period(year: 2025): .uncertain("flood.size.2025"),
              Period(year: 2026): .constant(0.05),
            ]),
            recovery: .constant(0.75))))
    #expect(effects[3].basis == .level)
    guard case .formula(let formula) = effects[4].source else {
      Issue.record("the last effect is a formula")
      return
    }
    #expect(formula.references.map(\.path) == ["water", "momentum"])
  }

  @Test func joinsVariablesQuarterByQuarter() throws {
    let uncertainty = try #require(reading.scenario).uncertainty
    #expect(uncertainty.groups.count == 8)
    #expect(uncertainty.correlation("agriculture.growth.2025Q2", "water.2025Q2") == 0.4)
    #expect(uncertainty.correlation("agriculture.growth.2025Q2", "water.2025Q3") == 0)
    #expect(uncertainty.marginal(of: "flood.occurrence.2026Q3")?.mean == 0.25)
  }

  /// Construction in the second quarter of 2025, from its inputs: the lag leaves out the first
  /// quarter, and half of the first response is left in the third.
  @Test func followsTheLeverInEveryDraw() throws {
    let scenario = try #require(reading.scenario)
    let paths = [
      "construction.growth.2025Q1", "construction.growth.2025Q2", "construction.growth.2026Q1",
    ]
    let draws = try Simulation(scenario).sample(paths, draws: 0..<200, seed: 1)
    // With f = 0.05 e in the second quarter, f' = 0.05 e + f / 2 and so on up to the lagged 2025Q4.
    for draw in 0..<200 {
      #expect(abs(draws[0][draw] - 0.06) < 1e-12)
      let elasticity = (draws[1][draw] - 0.06) / 0.05
      let persisted = 0.05 * (1 + 0.5 + 0.25 + 0.125)
      #expect(abs(draws[2][draw] - 0.07 - persisted * elasticity) < 1e-9)
    }
    let mean = draws[1].map { ($0 - 0.06) / 0.05 }.reduce(0, +) / 200
    // The elasticity has mean 0.2 and standard deviation 0.05; five standard errors of 200 draws.
    #expect(abs(mean - 0.2) < 5 * 0.05 / 200.0.squareRoot())
  }
}
