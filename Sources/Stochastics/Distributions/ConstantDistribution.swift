/// A number without uncertainty: all of the probability on one value.
public struct ConstantDistribution: Marginal, Hashable {
  /// The number.
  public let value: Double

  /// Creates the distribution of a number that is known.
  ///
  /// - Throws: `MarginalError.notFinite`.
  public init(_ value: Double) throws(MarginalError) {
    try requireFinite(value, "value")
    self.value = value
  }

  public var mean: Double { value }

  public var variance: Double { 0 }

  public var support: ClosedRange<Double> { value...value }

  /// Zero beside the value and infinite on it: the density is Dirac's delta.
  public func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    return x == value ? .infinity : 0
  }

  /// A step from 0 to 1, taken at the value itself.
  public func cumulative(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    return x < value ? 0 : 1
  }

  public func complementary(_ x: Double) -> Double { 1 - cumulative(x) }

  /// The value, whatever the probability.
  public func quantile(_ p: TailProbability) -> Double { value }

  /// The value, whatever the scores.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    scores.update(repeating: value)
  }

  public var description: String { "constant(\(brief(value)))" }
}
