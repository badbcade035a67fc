import Foundation
import MonteCarlo
import ScenarioFiles
import Testing

/// A sum of correlated normal numbers, by the closed form.
struct NormalGrowth {
  let mean: Double
  let standardDeviation: Double

  init(mean: Double, standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// mean = w . mu and variance = w' S w.
  init(weights: [Double], means: [Double], covariance: [[Double]]) {
    mean = zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 }
    var variance = 0.0
    for i in weights.indices {
      for j in weights.indices { variance += weights[i] * covariance[i][j] * weights[j] }
    }
    standardDeviation = variance.squareRoot()
  }

  /// 1 - Phi((x - mean) / sd)
  func probability(atLeast x: Double) -> Double {
    erfc((x - mean) / (standardDeviation * 2.0.squareRoot())) / 2
  }

  /// Mean, standard deviation and probability in a run, each within 4 standard errors.
  func expectAgrees(
    with ensemble: Ensemble, quantity: String, target: String, atLeast threshold: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let n = Double(ensemble.draws)
    let found = try #require(ensemble.summary(quantity))
    let outcome = try #require(ensemble.targets.first { $0.target.id == target })
    let p = probability(atLeast: threshold)
    let rows: [(name: String, found: Double, expected: Double, error: Double)] = [
      ("mean", found.mean, mean, standardDeviation / n.squareRoot()),
      (
        "standard deviation", found.standardDeviation, standardDeviation,
        standardDeviation / (2 * (n - 1)).squareRoot()
      ),
      ("probability", outcome.estimate.probability, p, (p * (1 - p) / n).squareRoot()),
    ]
    for row in rows {
      let distance = (row.found - row.expected) / row.error
      #expect(
        abs(distance) < 4, "\(quantity), seed \(ensemble.seed): \(row.name) \(row.found)",
        sourceLocation: sourceLocation)
    }
  }
}

/// The values of a scenario as the reader lists them, turned into numbers here.
struct ScenarioValues {
  private let texts: [String: String]

  init(_ reading: ScenarioReading) {
    texts = Dictionary(uniqueKeysWithValues: reading.values.map { ($0.path, $0.value) })
  }

  /// A rate as a fraction: `4.3%` and `1.5 pp`.
  func rate(_ path: String) throws -> Double {
    let text = try #require(texts[path], "\(path)")
    try #require(text.hasSuffix("%") || text.hasSuffix("pp"))
    return try number(text) / 100
  }

  /// The figure before the unit.
  func amount(_ path: String) throws -> Double { try number(#require(texts[path], "\(path)")) }

  func correlation(_ first: String, _ second: String) throws -> Double {
    if first == second { return 1 }
    let text =
      texts["correlation(\(first), \(second))"] ?? texts["correlation(\(second), \(first))"]
    return try number(#require(text))
  }

  private func number(_ text: String) throws -> Double {
    try #require(Double(text.prefix { "0123456789.-".contains($0) }), "\(text)")
  }
}
