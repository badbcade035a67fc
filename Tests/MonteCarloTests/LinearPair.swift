import GrowthModel
import MonteCarlo
import Stochastics
import TestSupport

/// Two random scenarios whose growth is linear in correlated normal figures, and all those in between in closed
/// form: each leaf's distribution is an assumption, and so are the base volumes, how much the leaves move
/// together, and the target.
struct LinearPair: Sendable {
  /// All that a scenario assumes.
  struct Assumed: Sendable {
    var means: [Double]
    var deviations: [Double]
    var volumes: [Double]
    var correlation: Double
    var threshold: Double
  }

  let first: Assumed
  let second: Assumed
  let leaves: Int
  /// Assumptions beside those about the leaves.
  let others: Int

  /// - Parameters:
  ///   - seed: of the figures.
  ///   - leaves: activities.
  ///   - others: how many of the base volumes, the correlation and the target differ too.
  init(seed: UInt64, leaves: Int = 3, others: Int = 2) {
    var random = SplitMix64(seed: seed)
    func number(_ low: Double, _ high: Double) -> Double {
      low + (high - low) * random.nextUniform()
    }
    func assumed() -> Assumed {
      Assumed(
        means: (0..<leaves).map { _ in number(0.03, 0.08) },
        deviations: (0..<leaves).map { _ in number(0.01, 0.04) },
        volumes: (0..<leaves).map { _ in number(10, 40) }, correlation: number(0, 0.8),
        threshold: number(0.05, 0.06))
    }
    self.leaves = leaves
    self.others = others
    first = assumed()
    second = assumed()
  }

  var count: Int { leaves + others }

  var names: [String] {
    (0..<leaves).map { "leaf\($0).growth" }
      + ["volumes", "correlation", "target"].prefix(others)
  }

  /// What the scenario assumes that takes some assumptions from the second one.
  func assumed(_ taken: Set<Int>) -> Assumed {
    var mixed = first
    for i in 0..<leaves where taken.contains(i) {
      mixed.means[i] = second.means[i]
      mixed.deviations[i] = second.deviations[i]
    }
    if taken.contains(leaves) { mixed.volumes = second.volumes }
    if taken.contains(leaves + 1) { mixed.correlation = second.correlation }
    if taken.contains(leaves + 2) { mixed.threshold = second.threshold }
    return mixed
  }

  var all: Set<Int> { Set(0..<count) }

  func scenario(_ taken: Set<Int>) -> Scenario? {
    let assumed = assumed(taken)
    let names = (0..<leaves).map { "leaf\($0).growth" }
    return try? Scenario(
      name: "Linear",
      economy: Economy(
        baseYear: 2024, year: 2025, priceYear: nil, currency: "VND", hasLevels: false,
        activities: (0..<leaves).map { i in
          Activity(
            id: "leaf\(i)", name: "leaf\(i)",
            content: .leaf(
              Leaf(
                baseVolume: assumed.volumes[i], baseValue: nil, growth: .uncertain(names[i]),
                deflator: nil)))
        }, population: nil),
      uncertainty: JointDistribution(
        variables: (0..<leaves).map { i in
          JointDistribution.Variable(
            name: names[i],
            marginal: try NormalDistribution(
              mean: assumed.means[i], standardDeviation: assumed.deviations[i]))
        },
        dependence: GaussianCopula(
          names: names,
          correlation: (0..<leaves).map { i in
            (0..<leaves).map { $0 == i ? 1 : assumed.correlation }
          })),
      targets: [
        Target(
          id: "growth", name: "growth", quantity: "growth", comparison: .atLeast,
          threshold: assumed.threshold),
        Target(
          id: "first", name: "first", quantity: "leaf0.growth", comparison: .atMost,
          threshold: 0.05),
      ])
  }

  var path: ScenarioPath { ScenarioPath(assumptions: names) { scenario($0) } }

  /// The way back: from the second scenario to the first.
  var reversePath: ScenarioPath {
    ScenarioPath(assumptions: names) { scenario(all.subtracting($0)) }
  }

  func analysis(path: ScenarioPath? = nil) throws -> ComparisonAnalysis {
    guard let first = scenario([]), let second = scenario(all) else { throw Impossible() }
    return ComparisonAnalysis(first, with: [(second, path ?? self.path)])
  }

  func reverseAnalysis() throws -> ComparisonAnalysis {
    guard let first = scenario(all), let second = scenario([]) else { throw Impossible() }
    return ComparisonAnalysis(first, with: [(second, reversePath)])
  }

  struct Impossible: Error {}

  /// The mean of growth, and the probability of its target: `w . mu` and `1 - Phi((t - w . mu) / sqrt(w' S w))`.
  func closedForm(_ taken: Set<Int>) -> (mean: Double, probability: Double) {
    let assumed = assumed(taken)
    let total = assumed.volumes.reduce(0, +)
    let weights = assumed.volumes.map { $0 / total }
    let mean = zip(weights, assumed.means).reduce(0) { $0 + $1.0 * $1.1 }
    var variance = 0.0
    for i in 0..<leaves {
      for j in 0..<leaves {
        variance +=
          weights[i] * weights[j] * assumed.deviations[i] * assumed.deviations[j]
          * (i == j ? 1 : assumed.correlation)
      }
    }
    return (
      mean,
      NormalDistribution.standard.complementary(
        (assumed.threshold - mean) / variance.squareRoot())
    )
  }

  /// The Shapley values of a result, by the definition: the mean over all orders of what each assumption adds.
  func shapley(_ result: (Set<Int>) -> Double) -> [Double] {
    var known: [Set<Int>: Double] = [:]
    func value(_ set: Set<Int>) -> Double {
      if let found = known[set] { return found }
      let found = result(set)
      known[set] = found
      return found
    }
    var sums = [Double](repeating: 0, count: count)
    var orders = 0.0
    func extend(_ order: [Int]) {
      guard order.count < count else {
        orders += 1
        for (place, player) in order.enumerated() {
          sums[player] += value(Set(order[...place])) - value(Set(order[..<place]))
        }
        return
      }
      for next in 0..<count where !order.contains(next) { extend(order + [next]) }
    }
    extend([])
    return sums.map { $0 / orders }
  }
}
