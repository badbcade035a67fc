import GrowthModel
import Stochastics
import TestSupport

@testable import MonteCarlo

/// An economy of independent normal growth rates, moved by levers with normal or fixed effects: growth is normal
/// at every setting.
struct LinearLeverCase: Sendable, CustomStringConvertible {
  struct Choice: Sendable {
    var leaf: Int
    /// The effect of a unit of the lever on the growth of the leaf.
    var mean: Double
    var deviation: Double
    var reference: Double
    var present: Double
    var range: ClosedRange<Double>
    var cost: Double?
  }

  var name = "case"
  var volumes: [Double]
  var growth: [(mean: Double, deviation: Double)]
  var choices: [Choice]
  var threshold: Double
  var comparison = Target.Comparison.atLeast

  var description: String { name }

  var weights: [Double] { volumes.map { $0 / volumes.reduce(0, +) } }

  func scenario() throws -> Scenario {
    let leaves = volumes.indices.map { i in
      Activity(
        id: "leaf\(i)", name: "Leaf \(i)",
        content: .leaf(
          Leaf(
            baseVolume: volumes[i], baseValue: nil, growth: .uncertain("leaf\(i).growth"),
            deflator: nil)))
    }
    var variables = try growth.enumerated().map { i, growth in
      JointDistribution.Variable(
        name: "leaf\(i).growth",
        marginal: try NormalDistribution(mean: growth.mean, standardDeviation: growth.deviation))
    }
    var effects: [Effect] = []
    for (k, choice) in choices.enumerated() {
      var elasticity = Input.constant(choice.mean)
      if choice.deviation > 0 {
        elasticity = .uncertain("effect\(k).elasticity")
        variables.append(
          .init(
            name: "effect\(k).elasticity",
            marginal: try NormalDistribution(
              mean: choice.mean, standardDeviation: choice.deviation)))
      }
      effects.append(
        Effect(
          id: "effect\(k)", name: "Effect \(k)", activities: ["leaf\(choice.leaf)"],
          basis: .growth,
          source: .elasticity(
            Elasticity(
              driver: "lever\(k)", reference: .constant(choice.reference), isRelative: false,
              elasticity: elasticity, lag: 0, persistence: .constant(0)))))
    }
    let economy = Economy(
      timeline: Timeline(baseYear: 2024, lastYear: 2025), currency: "VND", hasLevels: true,
      activities: leaves, levers: choices.indices.map { lever($0) }, effects: effects)
    return Scenario(
      name: "Linear levers", economy: economy,
      uncertainty: try JointDistribution(variables: variables),
      targets: [
        Target(
          id: "growth", name: "Growth", quantity: "growth", comparison: comparison,
          threshold: threshold)
      ])
  }

  func lever(_ k: Int) -> Lever {
    let choice = choices[k]
    return Lever(
      setting: Series(
        id: "lever\(k)", name: "Lever \(k)", unit: .number,
        course: .level(.constant(choice.present))),
      reference: .constant(choice.reference), range: choice.range, cost: choice.cost)
  }

  // MARK: The closed form

  func mean(_ settings: [Double]) -> Double {
    zip(weights, growth).reduce(0) { $0 + $1.0 * $1.1.mean }
      + zip(choices, settings).reduce(0) {
        $0 + weights[$1.0.leaf] * $1.0.mean * ($1.1 - $1.0.reference)
      }
  }

  func deviation(_ settings: [Double]) -> Double {
    var variance = zip(weights, growth).reduce(0) {
      $0 + $1.0 * $1.0 * $1.1.deviation * $1.1.deviation
    }
    for (choice, setting) in zip(choices, settings) {
      let part = weights[choice.leaf] * choice.deviation * (setting - choice.reference)
      variance += part * part
    }
    return variance.squareRoot()
  }

  func probability(_ settings: [Double]) throws -> Double {
    let normal = try NormalDistribution(
      mean: mean(settings), standardDeviation: deviation(settings))
    switch comparison {
    case .atLeast: return normal.complementary(threshold)
    case .atMost: return normal.cumulative(threshold)
    case .within(let tolerance):
      return normal.cumulative(threshold + tolerance) - normal.cumulative(threshold - tolerance)
    }
  }

  var present: [Double] { choices.map(\.present) }

  /// The settings with lever k elsewhere.
  func settings(_ k: Int, _ setting: Double) -> [Double] {
    var all = present
    all[k] = setting
    return all
  }

  /// The setting of lever k between two at which the probability is p, by halving.
  func setting(_ k: Int, for p: Double, between first: Double, and last: Double) throws -> Double {
    var (a, b) = (first, last)
    let sign = try probability(settings(k, a)) < p
    for _ in 0..<200 {
      let middle = (a + b) / 2
      let isBelow = try probability(settings(k, middle)) < p
      if isBelow == sign { a = middle } else { b = middle }
    }
    return (a + b) / 2
  }

  /// What a unit of lever k adds to the probability at some settings.
  func slope(_ k: Int, at settings: [Double]) throws -> Double {
    let step = 1e-6 * (choices[k].range.upperBound - choices[k].range.lowerBound)
    var (up, down) = (settings, settings)
    up[k] += step
    down[k] -= step
    return try (probability(up) - probability(down)) / (2 * step)
  }

  /// A case of random figures, with one lever or several.
  static func random(_ seed: UInt64, levers: Int = 1, isCertain: Bool) -> LinearLeverCase {
    var generator = SplitMix64(seed: 977 * seed + 13)
    func uniform(_ low: Double, _ high: Double) -> Double {
      low + (high - low) * generator.nextUniform()
    }
    let leaves = 3 + Int(seed % 3)
    let volumes = (0..<leaves).map { _ in uniform(5, 60) }
    let growth = (0..<leaves).map { _ in
      (mean: uniform(0.02, 0.09), deviation: uniform(0.01, 0.05))
    }
    let choices = (0..<levers).map { k in
      let mean = uniform(0.002, 0.008)
      let low = uniform(0, 5)
      return Choice(
        leaf: k % leaves, mean: mean, deviation: isCertain ? 0 : mean * uniform(0.1, 0.4),
        reference: low - uniform(0, 1), present: low + uniform(0, 2),
        range: low...low + uniform(15, 30), cost: uniform(1, 4))
    }
    var result = LinearLeverCase(
      name: "case \(seed), \(levers) levers\(isCertain ? "" : ", uncertain")", volumes: volumes,
      growth: growth, choices: choices, threshold: 0)
    let settings = result.present
    result.threshold =
      result.mean(settings) + uniform(0.2, 1) * result.deviation(settings)
    return result
  }
}
