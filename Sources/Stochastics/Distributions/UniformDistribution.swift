/// The continuous uniform distribution: every value between two bounds is equally likely.
public struct UniformDistribution: Marginal {
  /// The smallest value.
  public let lower: Double

  /// The largest value.
  public let upper: Double

  /// The quantiles as a function of the score.
  private var table = ScoreTable.empty

  /// Creates a uniform distribution.
  ///
  /// - Complexity: about a tenth of a millisecond, for a table of quantiles.
  /// - Throws: `MarginalError` unless both bounds are finite, `lower` is below `upper` and their
  ///   distance is a finite `Double`.
  public init(lower: Double, upper: Double) throws(MarginalError) {
    try requireAscending(lower, upper)
    self.lower = lower
    self.upper = upper
    let known = self
    table = ScoreTable { known.quantile($0) }
  }

  private var width: Double { upper - lower }

  public var mean: Double { lower + 0.5 * width }

  /// (u - l)^2 / 12.
  public var variance: Double { width * (width / 12) }

  public var support: ClosedRange<Double> { lower...upper }

  /// 1 / (u - l) between the bounds and on them.
  public func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    return x < lower || x > upper ? 0 : 1 / width
  }

  /// (x - l) / (u - l) between the bounds.
  public func cumulative(_ x: Double) -> Double {
    if x <= lower { return 0 }
    if x >= upper { return 1 }
    return (x - lower) / width
  }

  /// (u - x) / (u - l) between the bounds.
  public func complementary(_ x: Double) -> Double {
    if x <= lower { return 1 }
    if x >= upper { return 0 }
    return (upper - x) / width
  }

  /// l + p (u - l) from below, u - p (u - l) from above.
  ///
  /// - Accuracy: a rounding of the distance from the nearer bound and one of the sum.
  public func quantile(_ p: TailProbability) -> Double {
    // The two forms may differ by a rounding at the median, which neither may cross.
    switch p.tail {
    case .lower: min(lower + p.probability * width, mean)
    case .upper: max(upper - p.probability * width, mean)
    }
  }

  /// The quantiles at the probabilities of scores, from a table in the score.
  ///
  /// - Accuracy: 4e-15 of the width of the distribution beside `quantile(_:)`, measured at 10^6 scores.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    table.map(scores) { quantile(TailProbability(score: $0)) }
    for i in scores.indices { scores[i] = min(max(scores[i], lower), upper) }
  }

  /// The same bits as `quantile(_:)` gives for each.
  public func transform(tails: UnsafeMutableBufferPointer<Double>) {
    let (lower, upper, width, mean) = (lower, upper, width, mean)
    for i in tails.indices {
      let p = tails[i]
      // For the lower tail p is negative.
      let below = lower - p * width
      let above = upper - p * width
      tails[i] = p < 0 ? (below < mean ? below : mean) : (above > mean ? above : mean)
    }
  }

  public var description: String { "uniform(lower \(brief(lower)), upper \(brief(upper)))" }
}

extension UniformDistribution: Hashable {
  /// Equal bounds; everything else follows from them.
  public static func == (first: Self, second: Self) -> Bool {
    first.lower == second.lower && first.upper == second.upper
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(lower)
    hasher.combine(upper)
  }
}
