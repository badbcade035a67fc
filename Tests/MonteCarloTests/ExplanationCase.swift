import GrowthModel
import MonteCarlo
import Stochastics
import TestSupport

/// A year's growth of leaf activities that are uncertain figures themselves, the first two of them in a group.
struct ExplanationCase {
  var weights: [Double]
  var variables: [any Marginal]
  var correlation: [[Double]]?
  var comparison: Target.Comparison = .atLeast
  var threshold: Double

  var ids: [String] { weights.indices.map { "a\($0)" } }
  static let group = "pair"

  func scenario() throws -> Scenario {
    let names = ids.map { $0 + ".growth" }
    let leaves = ids.indices.map { i in
      Activity(
        id: ids[i], name: "Activity \(i)",
        content: .leaf(
          Leaf(
            baseVolume: weights[i], baseValue: nil, growth: .uncertain(names[i]), deflator: nil)))
    }
    let group = Activity(
      id: Self.group, name: "Pair", content: .group(Array(leaves.prefix(2))))
    let copula = try correlation.map { try GaussianCopula(names: names, correlation: $0) }
    return Scenario(
      name: "Case",
      economy: try Economy(
        baseYear: 2024, year: 2025, priceYear: nil, currency: "VND",
        weighting: .plannedStructure, hasLevels: false,
        activities: [group] + leaves.dropFirst(2), population: nil),
      uncertainty: try JointDistribution(
        variables: zip(names, variables).map { .init(name: $0, marginal: $1) },
        dependence: copula ?? .independent),
      targets: [
        Target(
          id: "growth", name: "growth", quantity: "growth", comparison: comparison,
          threshold: threshold)
      ])
  }

  func explain(
    draws: Int, seed: UInt64, sampling: Sampling = .pseudoRandom, threads: Int = 2
  ) async throws -> TargetExplanation {
    try await ExplanationAnalysis(scenario(), targets: ["growth"])
      .run(draws: draws, seed: seed, sampling: sampling, threads: threads).targets[0]
  }
}

/// A case in which all is normal and linear, with its closed forms.
struct LinearExplanation {
  let means: [Double]
  let covariance: [[Double]]
  let threshold: Double
  let isAtLeast: Bool
  let test: ExplanationCase

  /// Weights, correlations, deviations and a threshold by chance; of odd seeds the target is an upper limit.
  init(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func uniform(_ low: Double, _ high: Double) -> Double {
      low + (high - low) * random.nextUniform()
    }
    let count = 3 + Int(random.next() % 4)
    let raw = (0..<count).map { _ in uniform(0.1, 1) }
    let weights = raw.map { $0 / raw.reduce(0, +) }
    means = (0..<count).map { _ in uniform(0, 0.1) }
    let deviations = (0..<count).map { _ in uniform(0.005, 0.06) }
    // Rows of unit length: a correlation matrix whatever they are.
    let rows = (0..<count).map { _ in
      let row = (0..<count + 1).map { _ in uniform(-0.6, 1) }
      let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return row.map { $0 / length }
    }
    let correlation = (0..<count).map { i in
      (0..<count).map { j in i == j ? 1 : zip(rows[i], rows[j]).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let covariance = (0..<count).map { i in
      (0..<count).map { deviations[i] * correlation[i][$0] * deviations[$0] }
    }
    self.covariance = covariance
    var mean = 0.0
    var variance = 0.0
    for i in 0..<count {
      mean += weights[i] * means[i]
      for j in 0..<count { variance += weights[i] * covariance[i][j] * weights[j] }
    }
    threshold = mean + uniform(-1.5, 1.5) * variance.squareRoot()
    isAtLeast = seed.isMultiple(of: 2)
    test = ExplanationCase(
      weights: weights,
      variables: try zip(means, deviations).map {
        try NormalDistribution(mean: $0, standardDeviation: $1)
      }, correlation: correlation, comparison: isAtLeast ? .atLeast : .atMost,
      threshold: threshold)
  }

  /// Mean, deviation and loadings of a figure by its name: growth of a leaf, or of the group.
  private func loadings(_ name: String) -> [Double] {
    if name == ExplanationCase.group + ".growth" {
      let total = test.weights[0] + test.weights[1]
      return test.weights.indices.map { $0 < 2 ? test.weights[$0] / total : 0 }
    }
    return test.ids.map { $0 + ".growth" == name ? 1 : 0 }
  }

  func covariance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { for j in b.indices { sum += a[i] * covariance[i][j] * b[j] } }
    return sum
  }

  func mean(_ a: [Double]) -> Double { zip(a, means).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The threshold, in deviations of growth from its mean, turned so that the target is met above it.
  var standardized: Double {
    let deviation = covariance(test.weights, test.weights).squareRoot()
    let distance = (threshold - mean(test.weights)) / deviation
    return isAtLeast ? distance : -distance
  }

  var probability: Double { NormalDistribution.standard.complementary(standardized) }

  /// The truth about a figure.
  func truth(_ name: String) -> SelectedNormal {
    let loadings = loadings(name)
    let deviation = covariance(loadings, loadings).squareRoot()
    let growth = covariance(test.weights, test.weights).squareRoot()
    let correlation = covariance(loadings, test.weights) / deviation / growth
    return SelectedNormal(
      mean: mean(loadings), deviation: deviation,
      correlation: isAtLeast ? correlation : -correlation, threshold: standardized)
  }

  /// A figure's mean given that growth is exactly at the threshold.
  func atThreshold(_ name: String) -> Double {
    let loadings = loadings(name)
    return mean(loadings)
      + covariance(loadings, test.weights) / covariance(test.weights, test.weights)
      * (threshold - mean(test.weights))
  }
}

/// A normal figure x given that a standard normal g, correlated with it, is at or above a threshold a; or below it.
///
/// The density of z = (x - mean) / deviation given g >= a is `phi(z) (1 - Phi((a - r z) / sqrt(1 - r^2))) / (1 - Phi(a))`:
/// the extended skew normal distribution. Mean and variance follow from those of g, which is normal and truncated:
/// N. L. Johnson, S. Kotz and N. Balakrishnan, "Continuous Univariate Distributions" 1 (2nd ed., 1994), 10.1.
struct SelectedNormal {
  let mean: Double
  let deviation: Double
  let correlation: Double
  let threshold: Double

  private static let normal = NormalDistribution.standard
  private static let steps = 4000
  private static let end = 9.0

  /// The mean of g on a side.
  private func selected(met: Bool) -> Double {
    let density = Self.normal.density(threshold)
    return met
      ? density / Self.normal.complementary(threshold)
      : -density / Self.normal.cumulative(threshold)
  }

  func mean(met: Bool) -> Double {
    mean + correlation * deviation * selected(met: met)
  }

  func deviation(met: Bool) -> Double {
    let m = selected(met: met)
    return deviation * (1 - correlation * correlation * m * (m - threshold)).squareRoot()
  }

  /// The density of z on a side.
  private func density(_ z: Double, met: Bool) -> Double {
    let rest = max(1 - correlation * correlation, 1e-12).squareRoot()
    let edge = (threshold - correlation * z) / rest
    let normal = Self.normal
    return normal.density(z)
      * (met
        ? normal.complementary(edge) / normal.complementary(threshold)
        : normal.cumulative(edge) / normal.cumulative(threshold))
  }

  /// Simpson's rule.
  private func integral(to end: Double, met: Bool, _ weight: (Double) -> Double) -> Double {
    let width = (end + Self.end) / Double(Self.steps)
    return (0...Self.steps).reduce(0.0) { sum, i in
      let z = -Self.end + Double(i) * width
      let factor = i == 0 || i == Self.steps ? 1.0 : i.isMultiple(of: 2) ? 2 : 4
      return sum + factor * width / 3 * weight(z) * density(z, met: met)
    }
  }

  func cumulative(_ x: Double, met: Bool) -> Double {
    let z = (x - mean) / deviation
    guard z > -Self.end else { return 0 }
    return integral(to: min(z, Self.end), met: met) { _ in 1 }
  }

  /// The standard error of the sample deviation of n draws: `sqrt((m4 - s^4) / n) / (2 s)`.
  func errorOfDeviation(met: Bool, draws: Int) -> Double {
    let centre = (mean(met: met) - mean) / deviation
    let s = deviation(met: met) / deviation
    let fourth = integral(to: Self.end, met: met) {
      let d = $0 - centre
      return d * d * d * d
    }
    return deviation * ((fourth - s * s * s * s) / Double(draws)).squareRoot() / (2 * s)
  }

  /// The largest difference of the distribution functions of both sides.
  var distance: Double {
    let width = 2 * Self.end / Double(Self.steps)
    var (sum, largest) = (0.0, 0.0)
    for i in 0..<Self.steps {
      let z = -Self.end + (Double(i) + 0.5) * width
      sum += width * (density(z, met: true) - density(z, met: false))
      largest = max(largest, abs(sum))
    }
    return largest
  }
}
