import GrowthModel
import MonteCarlo
import Reporting
import Stochastics

/// Scenarios to make reports from. The figures are invented, of the size of Sơn La's.
enum Samples {
  static func scenario(
    name: String = "Sơn La 2025", activities: [Activity], normal: [String: (Double, Double)],
    targets: [Target], population: Input? = .constant(1_339_600), indicators: [Series] = [],
    hasLevels: Bool = true, weighting: Economy.Weighting = .baseVolumes
  ) throws -> Scenario {
    let variables = try normal.sorted { $0.key < $1.key }.map {
      JointDistribution.Variable(
        name: $0.key,
        marginal: try NormalDistribution(mean: $0.value.0, standardDeviation: $0.value.1))
    }
    return Scenario(
      name: name,
      economy: try Economy(
        baseYear: 2024, year: 2025, priceYear: 2010, currency: "VND", weighting: weighting,
        hasLevels: hasLevels, activities: activities, population: population,
        indicators: indicators),
      uncertainty: try JointDistribution(variables: variables), targets: targets)
  }

  static func leaf(
    _ id: String, _ name: String, volume: Double, value: Double? = nil, growth: Input? = nil,
    kind: Activity.Kind = .industry
  ) -> Activity {
    Activity(
      id: id, name: name, kind: kind,
      content: .leaf(
        Leaf(
          baseVolume: volume, baseValue: value, growth: growth ?? .uncertain(id + ".growth"),
          deflator: value == nil ? nil : .constant(0.03))))
  }

  static func target(
    _ id: String, _ name: String, _ quantity: String, _ comparison: Target.Comparison,
    _ threshold: Double
  ) -> Target {
    Target(
      id: id, name: name, quantity: quantity, comparison: comparison, threshold: threshold)
  }

  /// Four top groups, one of them with children, and nine targets.
  static func province() throws -> Scenario {
    let industry = Activity(
      id: "industry", name: "Industry and construction",
      content: .group([
        leaf("electricity", "Electricity", volume: 6500, value: 11_000),
        leaf("manufacturing", "Manufacturing and mining", volume: 2400, value: 5_100),
        leaf("construction", "Construction", volume: 2300, value: 5_400),
      ]))
    return try scenario(
      activities: [
        leaf("agriculture", "Agriculture, forestry and fishery", volume: 7900, value: 17_600),
        industry,
        leaf("services", "Services", volume: 15_000, value: 31_300),
        leaf(
          "taxes", "Product taxes less subsidies", volume: 2174, value: 4_400,
          growth: .constant(0.04), kind: .taxesLessSubsidies),
      ],
      normal: [
        "agriculture.growth": (0.041, 0.012), "electricity.growth": (0.09, 0.06),
        "manufacturing.growth": (0.11, 0.03), "construction.growth": (0.1, 0.03),
        "services.growth": (0.079, 0.012), "tourism.visits.growth": (0.08, 0.03),
        "tourism.revenue.growth": (0.06, 0.05), "investment.disbursement": (0.93, 0.03),
      ],
      targets: [
        target("growth", "GRDP growth", "growth", .atLeast, 0.08),
        target("per-person", "GRDP per person", "grdp.perPerson", .atLeast, 0.0618),
        target(
          "agriculture-share", "Share of agriculture", "agriculture.share",
          .within(tolerance: 0.005), 0.23),
        target(
          "industry-share", "Share of industry", "industry.share", .within(tolerance: 0.005), 0.29),
        target(
          "services-share", "Share of services", "services.share", .within(tolerance: 0.005), 0.42),
        target(
          "taxes-share", "Share of product taxes", "taxes.share", .within(tolerance: 0.005), 0.06),
        target("visits", "Tourist visits", "tourism.visits", .atLeast, 5.3e6),
        target("revenue", "Tourism revenue", "tourism.revenue", .atLeast, 6300),
        target(
          "disbursement", "Public investment disbursed", "investment.disbursement", .atLeast, 1),
      ],
      indicators: [
        Series(
          id: "tourism.visits", name: "Tourist visits", unit: .count("visits"),
          course: .growing(base: 4.9e6, growth: .uncertain("tourism.visits.growth"))),
        Series(
          id: "tourism.revenue", name: "Tourism revenue", unit: .money,
          course: .growing(base: 5900, growth: .uncertain("tourism.revenue.growth"))),
        Series(
          id: "investment.disbursement", name: "Public investment disbursed", unit: .rate,
          course: .level(.uncertain("investment.disbursement"))),
      ])
  }

  /// Growth weights only: no levels, no values, no targets.
  static func bare() throws -> Scenario {
    try scenario(
      name: "Bare",
      activities: [
        leaf("agriculture", "Agriculture", volume: 0.25),
        leaf("services", "Services", volume: 0.75),
      ],
      normal: ["agriculture.growth": (0.03, 0.01), "services.growth": (0.07, 0.02)], targets: [],
      population: nil, hasLevels: false)
  }

  static let context = RunContext(
    file: "son-la-2025.yaml", digest: "3f9c1a", version: "1.0.0", asOf: "2025-02-27",
    warnings: [
      ReportWarning(
        path: "son-la-2025.yaml", line: 21, column: 5,
        message: "the base values are implied by the planned structure"),
      ReportWarning(path: "son-la-2025.yaml", message: "14 figures are assumptions"),
    ])

  /// The province's ensemble and report, made once.
  static let provinceRun = Result {
    let scenario = try province()
    let ensemble = SampleEnsemble(scenario: scenario).ensemble()
    return (
      scenario, ensemble, RunReport(scenario: scenario, ensemble: ensemble, context: context)
    )
  }

  static func report(_ scenario: Scenario, context: RunContext = context) -> RunReport {
    let sample = SampleEnsemble(scenario: scenario, points: 500, copies: 2000)
    return RunReport(scenario: scenario, ensemble: sample.ensemble(), context: context)
  }
}
