import GrowthModel
import MonteCarlo
import Stochastics

/// A small economy with all that an economy may have: groups, levels, values, population, indicators.
enum SmallEconomy {
  static func scenario() throws -> Scenario {
    func leaf(_ id: String, _ volume: Double, _ value: Double) -> Activity {
      Activity(
        id: id, name: id, kind: id == "taxes" ? .taxesLessSubsidies : .industry,
        content: .leaf(
          Leaf(
            baseVolume: volume, baseValue: value, growth: .uncertain(id + ".growth"),
            deflator: id == "taxes" ? .constant(0.02) : .uncertain(id + ".deflator"))))
    }
    let economy = try Economy(
      baseYear: 2024, year: 2025, priceYear: 2010, currency: "VND", hasLevels: true,
      activities: [
        Activity(
          id: "agriculture", name: "agriculture",
          content: .group([leaf("crops", 5000, 9000), leaf("livestock", 2000, 5000)])),
        leaf("industry", 12000, 20000), leaf("taxes", 1500, 4000),
      ], population: .uncertain("population"),
      indicators: [
        Series(
          id: "tourism.visits", name: "visits", unit: .count("visits"),
          course: .growing(base: 4.9e6, growth: .uncertain("tourism.visits.growth")))
      ])
    func normal(_ name: String, _ mean: Double, _ sd: Double) throws -> JointDistribution.Variable {
      .init(name: name, marginal: try NormalDistribution(mean: mean, standardDeviation: sd))
    }
    let variables = [
      try normal("crops.growth", 0.03, 0.02), try normal("livestock.growth", 0.05, 0.02),
      try normal("industry.growth", 0.07, 0.06), try normal("taxes.growth", 0.05, 0.03),
      try normal("crops.deflator", 0.03, 0.02), try normal("livestock.deflator", 0.02, 0.03),
      try normal("industry.deflator", 0.02, 0.02), try normal("population", 1.3e6, 1e4),
      try normal("tourism.visits.growth", 0.08, 0.05),
    ]
    let joined = ["crops.growth", "livestock.growth", "industry.growth"]
    return Scenario(
      name: "Small economy", economy: economy,
      uncertainty: try JointDistribution(
        variables: variables,
        dependence: try GaussianCopula(
          names: joined, correlation: [[1, 0.4, 0.1], [0.4, 1, 0.2], [0.1, 0.2, 1]])),
      targets: [
        Target(
          id: "growth", name: "growth", quantity: "growth", comparison: .atLeast, threshold: 0.06),
        Target(
          id: "share", name: "share", quantity: "agriculture.share",
          comparison: .within(tolerance: 0.005), threshold: 0.36),
        Target(
          id: "visits", name: "visits", quantity: "tourism.visits", comparison: .atMost,
          threshold: 5.3e6),
      ])
  }
}
