import GrowthModel
import Testing

/// Effects of the full economy against sums by hand, in one draw.
@Suite struct EffectsByHandTests {
  private let inputs: [String: Double] = [
    "crops.growth": 0.03, "livestock.growth": 0.05, "electricity.growth": 0.02,
    "construction.growth": 0.07, "taxes.growth": 0.04, "crops.deflator": 0.02,
    "livestock.deflator": 0.01, "electricity.deflator": 0, "construction.deflator": 0.03,
    "taxes.deflator": 0.02, "water": 0.9, "people": 1010, "supply.elasticity": 0.4,
    "flood.occurrence.2025": 0, "flood.occurrence.2025Q3": 1, "flood.size": 0.1,
    "works.leakage": 0.25, "dairy.go-ahead": 1, "dairy.start": 2025.5,
    "agriculture.innovation.2025Q1": 0.02, "agriculture.innovation.2025Q2": -0.01,
    "agriculture.innovation.2025Q3": 0, "agriculture.innovation.2025Q4": 0.005,
    "agriculture.innovation.2026Q1": 0, "agriculture.innovation.2026Q2": 0,
    "agriculture.innovation.2026Q3": 0, "agriculture.innovation.2026Q4": 0,
    "electricity.innovation.2025Q1": 0.03, "electricity.innovation.2025Q2": 0,
    "electricity.innovation.2025Q3": 0, "electricity.innovation.2025Q4": 0,
    "electricity.innovation.2026Q1": 0, "electricity.innovation.2026Q2": 0,
    "electricity.innovation.2026Q3": 0, "electricity.innovation.2026Q4": 0,
  ]

  private func values() throws -> [String: Double] {
    evaluate(try FullEconomy.economy().quantityGraph(), inputs: inputs)
  }

  /// Crops: baseline 3%, the lever's effect a quarter late and half of it left each quarter, shocks of
  /// agriculture that feel electricity's, the flood of the third quarter, and what public works buy.
  @Test func crops() throws {
    let values = try values()
    // Half of the last shock of agriculture and a tenth of electricity's.
    let e1 = 0.5 * 0.01 + 0.02
    let e2 = 0.5 * e1 + 0.1 * 0.03 - 0.01
    let e3 = 0.5 * e2 + 0.1 * (0.3 * 0.03)
    let distance = 0.4 * (0.95 - 0.9)
    let f2 = distance
    let f3 = 0.5 * f2 + distance
    // Spending of 20 x 0.95 x water before: 19 in the first quarter and 17.1 later, against 17, three
    // quarters of it here, at a price level of 1.6. The table's inverse by hand: 1 / 0.7575 of
    // (0.95, 0.25; 0.20, 0.85); of a unit of spending 0.8 and 0.2.
    let farming = (0.2 * 0.8 + 0.85 * 0.2) / (0.85 * 0.95 - 0.25 * 0.2)
    func works(_ spending: Double) -> Double { 0.6 * farming * 0.75 * (spending - 17) / 1.6 }
    let q1 = 10 * (1 + 0.03 + e1) + works(19)
    let q2 = 20 * (1 + 0.03 + f2 + e2) + works(17.1)
    let q3 = 30 * (1 + 0.03 + f3 + e3) * (1 - 0.1) + works(17.1)
    for (quarter, expected) in [(1, q1), (2, q2), (3, q3)] {
      let found = try #require(values["crops.volume.2025Q\(quarter)"])
      #expect(abs(found - expected) < 1e-9, "quarter \(quarter): \(found), not \(expected)")
    }
    let half = try #require(values["crops.growth.2025H1"])
    #expect(abs(half - ((q1 + q2) / 30 - 1)) < 1e-9)
  }

  /// A tenth of construction is lost in the third quarter, 4% of it is left in the fourth, and the rest
  /// comes back as growth a year later.
  @Test func floodAndRecovery() throws {
    var economy = try FullEconomy.economy()
    // Nothing else reaches construction.
    economy.effects.removeAll { $0.id == "supply" }
    economy.demands = []
    economy.projects = []
    economy.inputOutput = nil
    let values = evaluate(try economy.quantityGraph(), inputs: inputs)
    let (q3, q4) = (12 * 1.07, 16 * 1.07)
    let expected = [
      "construction.volume.2025Q2": 11 * 1.07, "construction.volume.2025Q3": q3 * 0.9,
      "construction.volume.2025Q4": q4 * 0.96,
      "construction.volume.2026Q3": q3 * 1.07 * (1 - 0.1 * pow4(0.4)),
      "construction.growth.2026Q3": 1.07 * (1 - 0.1 * pow4(0.4)) / 0.9 - 1,
    ]
    for (path, value) in expected {
      let found = try #require(values[path])
      #expect(abs(found - value) < 1e-12 * max(abs(value), 1), "\(path): \(found), not \(value)")
    }
    // Crops lose the same parts of theirs; the base total is that of all leaves a year before.
    let crops = 30 * (1.03 + (0.5 * (0.5 * 0.025 - 0.01 + 0.003) + 0.1 * 0.009))
    let total = 30.0 + 8 + 40 + 12 + 6
    #expect(
      abs(try #require(values["flood.contribution.2025Q3"]) + 0.1 * (crops + q3) / total) < 1e-12)
  }

  private func pow4(_ x: Double) -> Double { x * x * x * x }

  /// Electricity moves with the water of the quarter, at its level.
  @Test func water() throws {
    let values = try values()
    let expected = 20 * (1 + 0.02 + 0.03) * 0.9
    #expect(abs(try #require(values["electricity.volume.2025Q1"]) - expected) < 1e-9)
    // The same water a year later: the level effect is no growth any more.
    let q1 = try #require(values["electricity.volume.2026Q1"])
    let shock = 0.3 * 0.3 * 0.3 * 0.3 * 0.03
    #expect(abs(q1 - expected * (1 + 0.02 + shock)) < 1e-9)
  }

  /// The dairy opens at the middle of 2025, half a year of ramp: at the rate 6 a year the second half of
  /// 2025 yields 6 (T - T0) less half the ramp, and 2026 a full year.
  @Test func project() throws {
    let values = try values()
    #expect(abs(try #require(values["dairy.volume.2026"]) - 6) < 1e-9)
    let second = try #require(values["dairy.volume.2025"])
    #expect(abs(second - 6 * 0.25) < 1e-9)
    // 181 days of 365 have passed at the end of June.
    #expect(try #require(values["dairy.volume.2025H1"]) == 0)
    // Built from 2024.75 to 2025.5: two thirds of 12 in 2025.
    let spent = try #require(values["dairy.spending.2025"])
    #expect(abs(spent - 12 * 0.5 / 0.75) < 1e-9)
    #expect(try #require(values["dairy.spending.2026"]) == 0)
  }

  /// Output of the building sector: that of the base year and what the works ask of it.
  @Test func output() throws {
    let values = try values()
    let building = (0.95 * 0.8 + 0.25 * 0.2) / 0.7575
    let spending = [19, 17.1, 17.1, 17.1].reduce(0) { $0 + 0.75 * ($1 - 17) / 1.6 }
    #expect(abs(try #require(values["building.output.2025"]) - (120 + building * spending)) < 1e-9)
  }

  /// A year in which water is known before the first step only through what the scenario says.
  @Test func lagBeyondTheStart() throws {
    var economy = try FullEconomy.economy()
    economy.uncertainties = [
      Series(
        id: "water", name: "Water", unit: .number, course: .level(.uncertain("water")),
        frequency: .quarter)
    ]
    #expect(
      throws: EconomyError.unavailable("water", Period(year: 2024, quarter: 4), of: "spending")
    ) { try economy.quantityGraph() }
  }

  @Test func cyclesAreNamed() throws {
    var economy = try FullEconomy.economy()
    economy.indicators = [
      Series(
        id: "spending", name: "Spending", unit: .money,
        course: .formula(try Formula(parsing: "20 billion VND * (1 + growth)", currency: "VND")),
        frequency: .quarter)
    ]
    let errors = economy.buildQuantities().errors
    #expect(
      errors.contains {
        if case .cycle(let path) = $0 { path.contains("spending.2025Q1") } else { false }
      })
  }
}
