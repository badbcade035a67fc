/// Finitely many values, each with a probability of its own.
public struct DiscreteDistribution: Marginal, Hashable {
  private let steps: StepQuantile

  /// The values that have a probability, ascending and distinct.
  public var values: [Double] { steps.values }

  /// The probability of each of `values`; they sum to one.
  public let probabilities: [Double]

  public let mean: Double

  public let variance: Double

  /// Creates the distribution of a choice among values.
  ///
  /// - Parameters:
  ///   - values: in any order; the weights of equal ones add up.
  ///   - weights: proportional to the probabilities of the values; zero drops a value.
  /// - Throws: `MarginalError` unless there are values and as many weights, all finite, no weight is
  ///   below zero and one is above; `.outOfRange` where the weights sum to more, or the values lie
  ///   farther apart, than a `Double` can hold.
  /// - Complexity: O(n log n).
  public init(values: [Double], weights: [Double]) throws(MarginalError) {
    try requireFinite(values, "values")
    guard weights.count == values.count else {
      throw .wrongWeightCount(values: values.count, weights: weights.count)
    }
    try requireFinite(weights, "weights")
    if let index = weights.firstIndex(where: { $0 < 0 }) {
      throw .negativeWeight(index: index, value: weights[index])
    }
    let weighted = StepQuantile.merge(zip(values, weights).filter { $0.1 > 0 })
    guard !weighted.isEmpty else { throw .noWeight }
    steps = try StepQuantile(weighted)
    let total = weighted.reduce(0) { $0 + $1.weight }
    probabilities = weighted.map { $0.weight / total }
    (mean, variance) = StepQuantile.moments(weighted, total: total)
  }

  public var support: ClosedRange<Double> { steps.support }

  /// Zero beside the values and infinite on them.
  public func density(_ x: Double) -> Double { steps.density(x) }

  public func cumulative(_ x: Double) -> Double { steps.cumulative(x) }

  public func complementary(_ x: Double) -> Double { steps.complementary(x) }

  /// The smallest value with at least `p` at or below it.
  ///
  /// - Complexity: O(log n).
  public func quantile(_ p: TailProbability) -> Double { steps.quantile(p) }

  /// Values by the thresholds that the scores lie between, without the way through Phi.
  ///
  /// - Accuracy: a score within 1e-15 of a threshold, relatively, may fall on its other side.
  /// - Complexity: O(n) a score for few values, O(1) on average for many.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    steps.transform(scores: scores)
  }

  /// The probabilities at which the quantile jumps.
  public var kinks: [Double] { steps.jumps }

  /// The values and their probabilities, the first few of many.
  public var description: String {
    let shown = zip(values, probabilities).prefix(4).map { "\(brief($0)): \(brief($1))" }
    let more = values.count > 4 ? ", ... \(values.count) values" : ""
    return "discrete(\(shown.joined(separator: ", "))\(more))"
  }
}
