/// The values of a sample, each equally likely.
///
/// What was observed, with nothing between the observations or beyond them.
public struct EmpiricalDistribution: Marginal, Hashable {
  /// The values, ascending, as often as they were given.
  public let values: [Double]

  private let steps: StepQuantile

  public let mean: Double

  /// The mean squared distance from the mean, with the number of values below the line: this is the
  /// distribution itself, not a sample of another one.
  public let variance: Double

  /// Creates the distribution of `values`, in any order.
  ///
  /// - Throws: `MarginalError` unless there are values, all finite; `.outOfRange` where they lie
  ///   farther apart than a `Double` can hold.
  /// - Complexity: O(n log n).
  public init(values: [Double]) throws(MarginalError) {
    try requireFinite(values, "values")
    let weighted = StepQuantile.merge(values.map { ($0, 1) })
    steps = try StepQuantile(weighted)
    self.values = values.sorted()
    (mean, variance) = StepQuantile.moments(weighted, total: Double(values.count))
  }

  public var support: ClosedRange<Double> { steps.support }

  /// Zero beside the values and infinite on them: steps have no density.
  public func density(_ x: Double) -> Double { steps.density(x) }

  /// The share of the values at or below `x`.
  public func cumulative(_ x: Double) -> Double { steps.cumulative(x) }

  /// The share of the values above `x`.
  public func complementary(_ x: Double) -> Double { steps.complementary(x) }

  /// The smallest value with at least the share `p` at or below it.
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

  public var description: String {
    "empirical(\(values.count) values, \(brief(values[0])) ... \(brief(values[values.count - 1])))"
  }
}
