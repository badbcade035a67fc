import GrowthModel
import TestSupport

/// An economy with all that moves one: quarters, two years, groups, levers, effects of every kind, demand
/// through a table, projects and shocks.
enum FullEconomy {
  static func leaf(_ id: String, _ volumes: [Double], _ values: [Double]) -> Activity {
    Activity(
      id: id, name: id, kind: id == "taxes" ? .taxesLessSubsidies : .industry,
      content: .leaf(
        Leaf(
          volumes: volumes, values: values, growth: .uncertain(id + ".growth"),
          deflator: .uncertain(id + ".deflator"))))
  }

  static func economy(step: Timeline.Step = .quarter) throws -> Economy {
    func quarters(_ numbers: [Double]) -> [Double] {
      step == .quarter ? numbers : [numbers.reduce(0, +)]
    }
    let activities = [
      Activity(
        id: "agriculture", name: "Agriculture",
        content: .group([
          leaf("crops", quarters([10, 20, 30, 25]), quarters([15, 32, 50, 41])),
          leaf("livestock", quarters([8, 9, 8, 10]), quarters([12, 12, 14, 15])),
        ])),
      leaf("electricity", quarters([20, 18, 40, 30]), quarters([25, 22, 50, 40])),
      leaf("construction", quarters([9, 11, 12, 16]), quarters([14, 18, 20, 25])),
      leaf("taxes", quarters([5, 5, 6, 6]), quarters([8, 8, 9, 9])),
    ]
    let table = try InputOutputTable(
      sectors: [
        .init(id: "building", activity: "construction", valueAddedShare: 0.4, output: 120),
        .init(id: "farming", activity: "crops", valueAddedShare: 0.6),
      ],
      coefficients: [[0.15, 0.25], [0.2, 0.05]])
    return Economy(
      timeline: Timeline(baseYear: 2024, lastYear: 2026, step: step), currency: "VND",
      hasLevels: true, activities: activities,
      population: .population(
        .byPeriod([
          Period(year: 2025): .constant(1000), Period(year: 2026): .uncertain("people"),
        ])),
      levers: [
        Lever(
          setting: Series(
            id: "disbursement", name: "Disbursement", unit: .rate, course: .level(.constant(0.95)),
            frequency: step), reference: .constant(0.9))
      ],
      uncertainties: [
        Series(
          id: "water", name: "Water", unit: .number, course: .level(.uncertain("water")),
          frequency: step, before: 1)
      ],
      indicators: [
        Series(
          id: "spending", name: "Spending", unit: .money,
          course: .formula(
            try Formula(parsing: "20 billion VND * disbursement * water[-1]", currency: "VND")),
          frequency: step)
      ],
      effects: [
        Effect(
          id: "supply", name: "Supply", activities: ["agriculture", "construction"], basis: .growth,
          source: .elasticity(
            Elasticity(
              driver: "disbursement", reference: .constant(0.9), isRelative: false,
              elasticity: .uncertain("supply.elasticity"), lag: 1, persistence: .constant(0.5)))),
        Effect(
          id: "rain", name: "Rain", activities: ["electricity"], basis: .level,
          source: .formula(try Formula(parsing: "rate(water - 1)", currency: "VND"))),
        Effect(
          id: "flood", name: "Flood", activities: ["crops", "construction"], basis: .level,
          source: .event(
            Event(
              occurrence: .byPeriod([
                Period(year: 2025, quarter: 3): .uncertain("flood.occurrence.2025Q3"),
                Period(year: 2025): .uncertain("flood.occurrence.2025"),
              ]), size: .uncertain("flood.size"), recovery: .constant(0.6)))),
      ],
      demands: [
        Demand(
          id: "works", name: "Works", spending: "spending", reference: .constant(17),
          split: [0.8, 0.2], leakage: .uncertain("works.leakage"), priceLevel: .constant(1.6))
      ],
      projects: [
        Project(
          id: "dairy", name: "Dairy", activity: "livestock", goAhead: .uncertain("dairy.go-ahead"),
          start: .uncertain("dairy.start"), ramp: .constant(0.5), capacity: .constant(6),
          construction: .init(
            spending: .constant(12), duration: .constant(0.75), activity: "construction",
            valueAddedShare: .constant(0.3)))
      ], inputOutput: table,
      shocks: ShockProcess(
        activities: ["agriculture", "electricity"], persistence: [[0.5, 0.1], [0, 0.3]],
        start: [0.01, 0]))
  }

  /// Inputs at random, each in a sensible range.
  static func inputs(_ graph: QuantityGraph, seed: UInt64) -> [String: Double] {
    var generator = SplitMix64(seed: seed)
    var inputs: [String: Double] = [:]
    for name in graph.inputNames {
      let u = Double.random(in: 0..<1, using: &generator)
      inputs[name] =
        switch name {
        case "water": 0.7 + 0.6 * u
        case "people": 1000 + 40 * u
        case "dairy.start": 2024.8 + 1.6 * u
        case "dairy.go-ahead", "flood.occurrence.2025", "flood.occurrence.2025Q3": u < 0.6 ? 1 : 0
        case "supply.elasticity": u
        case "works.leakage", "flood.size": 0.3 * u
        default: -0.05 + 0.2 * u
        }
    }
    return inputs
  }
}
