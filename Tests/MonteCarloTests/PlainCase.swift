import GrowthModel
import MonteCarlo
import Stochastics

/// The linear Gaussian economy that has a closed form: four activities, correlated normal growth.
enum PlainCase {
  static let ids = ["agriculture", "industry-construction", "services", "taxes"]
  static let weights = [0.23, 0.29, 0.42, 0.06]
  static let means = [0.04, 0.10, 0.08, 0.06]
  static let deviations = [0.01, 0.03, 0.02, 0.03]
  static let correlation = [
    [1, 0.2, 0.2, 0.1], [0.2, 1, 0.4, 0.3], [0.2, 0.4, 1, 0.3], [0.1, 0.3, 0.3, 1],
  ]
  static let threshold = 0.08

  /// w . mu
  static var mean: Double { zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 } }

  /// sqrt(w' S w)
  static var standardDeviation: Double {
    var variance = 0.0
    for i in 0..<4 {
      for j in 0..<4 {
        variance +=
          weights[i] * deviations[i] * correlation[i][j] * deviations[j] * weights[j]
      }
    }
    return variance.squareRoot()
  }

  /// 1 - Phi((threshold - mean) / standard deviation)
  static var probability: Double {
    NormalDistribution.standard.complementary((threshold - mean) / standardDeviation)
  }

  static func scenario() throws -> Scenario {
    let names = ids.map { $0 + ".growth" }
    let activities = ids.indices.map { i in
      Activity(
        id: ids[i], name: ids[i], kind: ids[i] == "taxes" ? .taxesLessSubsidies : .industry,
        content: .leaf(
          Leaf(
            baseVolume: weights[i], baseValue: nil, growth: .uncertain(names[i]), deflator: nil)))
    }
    let economy = try Economy(
      baseYear: 2024, year: 2025, priceYear: nil, currency: "VND", weighting: .plannedStructure,
      hasLevels: false, activities: activities, population: nil)
    let variables = try names.indices.map { i in
      JointDistribution.Variable(
        name: names[i],
        marginal: try NormalDistribution(mean: means[i], standardDeviation: deviations[i]))
    }
    return Scenario(
      name: "Plain case", economy: economy,
      uncertainty: try JointDistribution(
        variables: variables,
        dependence: try GaussianCopula(names: names, correlation: correlation)),
      targets: [
        Target(
          id: "growth", name: "GRDP growth", quantity: "growth", comparison: .atLeast,
          threshold: threshold)
      ])
  }
}
