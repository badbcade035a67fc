/// The triangular distribution: a density that rises in a straight line from the lower bound to the
/// mode and falls in one to the upper bound.
public struct TriangularDistribution: Marginal {
  /// The smallest value.
  public let lower: Double

  /// The most likely value.
  public let mode: Double

  /// The largest value.
  public let upper: Double

  /// Creates a triangular distribution. A mode on a bound leaves a right-angled triangle.
  ///
  /// - Complexity: about a tenth of a millisecond, for a table of quantiles.
  /// - Throws: `MarginalError` unless all three are finite, `lower` is below `upper` at a finite
  ///   distance, and `mode` lies between them or on one of them.
  public init(lower: Double, mode: Double, upper: Double) throws(MarginalError) {
    try requireMode(mode, from: lower, to: upper)
    self.lower = lower
    self.mode = mode
    self.upper = upper
    let width = upper - lower
    let below = (mode - lower) / width
    median =
      below >= 0.5
      ? min(lower + width * (0.5 * below).squareRoot(), mode)
      : max(upper - width * (0.5 * ((upper - mode) / width)).squareRoot(), mode)
    let known = self
    table = ScoreTable(kink: known.below) { known.quantile($0) }
  }

  /// Where the quantiles from the two ends meet.
  private let median: Double

  /// The quantiles as a function of the score.
  private var table = ScoreTable.empty

  private var width: Double { upper - lower }

  /// The probability below the mode.
  private var below: Double { (mode - lower) / width }

  /// The probability above the mode.
  private var above: Double { (upper - mode) / width }

  /// (l + m + u) / 3.
  public var mean: Double { lower + ((mode - lower) / 3 + width / 3) }

  /// ((u - l)^2 - (m - l) (u - m)) / 18.
  public var variance: Double {
    width * width * ((1 - below * above) / 18)
  }

  public var support: ClosedRange<Double> { lower...upper }

  /// 2 (x - l) / ((u - l) (m - l)) up to the mode, 2 (u - x) / ((u - l) (u - m)) from there on.
  public func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    if x < lower || x > upper { return 0 }
    if x == mode { return 2 / width }
    return 2 / width * (x < mode ? (x - lower) / (mode - lower) : (upper - x) / (upper - mode))
  }

  /// (x - l)^2 / ((u - l) (m - l)) up to the mode; from there on the area below the mode and that
  /// of the trapezium beside it, without cancellation where the first is small.
  public func cumulative(_ x: Double) -> Double {
    if x <= lower { return 0 }
    if x >= upper { return 1 }
    return x <= mode
      ? (x - lower) / width * ((x - lower) / (mode - lower))
      : min(below + (x - mode) / width * (1 + (upper - x) / (upper - mode)), 1)
  }

  /// (u - x)^2 / ((u - l) (u - m)) from the mode on; below it the trapezium and the area above.
  public func complementary(_ x: Double) -> Double {
    if x <= lower { return 1 }
    if x >= upper { return 0 }
    return x >= mode
      ? (upper - x) / width * ((upper - x) / (upper - mode))
      : min(above + (mode - x) / width * (1 + (x - lower) / (mode - lower)), 1)
  }

  /// l + sqrt(p (u - l) (m - l)) with the probability p below, up to the mode;
  /// u - sqrt(q (u - l) (u - m)) with the probability q above, from there on.
  ///
  /// - Accuracy: a few roundings of the distance from the nearer end and one of the sum.
  public func quantile(_ p: TailProbability) -> Double {
    // Beyond the mode, seen from the tail of p, the distance from the mode is what p tells: with the
    // widths as fractions and the mode at a, 1 - sqrt(q (1 - a)) - a is
    // (1 - a) (p - a) / (1 - a + sqrt(q (1 - a))).
    switch p.tail {
    case .lower:
      let x =
        p.probability <= below
        ? min(lower + width * (p.probability * below).squareRoot(), mode)
        : mode + width * Self.beyondMode(p.probability, nearSide: below, farSide: above)
      return min(x, median)
    case .upper:
      let x =
        p.probability <= above
        ? max(upper - width * (p.probability * above).squareRoot(), mode)
        : mode - width * Self.beyondMode(p.probability, nearSide: above, farSide: below)
      return max(x, median)
    }
  }

  /// The distance from the mode over the width, with more than `nearSide` in the tail.
  private static func beyondMode(
    _ probability: Double, nearSide: Double, farSide: Double
  ) -> Double {
    let root = ((1 - probability) * farSide).squareRoot()
    return farSide * ((probability - nearSide) / (farSide + root))
  }

  /// The quantiles at the probabilities of scores, from a table in the score.
  ///
  /// - Accuracy: 4e-15 of the width of the distribution beside `quantile(_:)`, measured at 10^6 scores.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    table.map(scores) { quantile(TailProbability(score: $0)) }
    for i in scores.indices { scores[i] = min(max(scores[i], lower), upper) }
  }

  /// The quantiles at signed tail probabilities, from the end that the mode leaves them at.
  ///
  /// - Accuracy: 4e-16 of the width of the distribution beside `quantile(_:)`, measured at 10^6
  ///   probabilities.
  public func transform(tails: UnsafeMutableBufferPointer<Double>) {
    let (lower, mode, upper, width) = (lower, mode, upper, width)
    let (below, above) = (below, above)
    for i in tails.indices {
      let signed = tails[i]
      let p = signed.magnitude
      let fromBelow = signed < 0 ? p : 1 - p
      let fromAbove = signed < 0 ? 1 - p : p
      let isBelow = fromBelow <= below
      let root = Elementary.squareRoot(unit: isBelow ? fromBelow * below : fromAbove * above)
      let x = (isBelow ? lower : upper) + (isBelow ? width : -width) * root
      let least = isBelow ? lower : mode
      let greatest = isBelow ? mode : upper
      let bounded = x < least ? least : x
      tails[i] = bounded > greatest ? greatest : bounded
    }
  }

  /// The probability below the mode, unless the mode is a bound.
  public var kinks: [Double] { below > 0 && below < 1 ? [below] : [] }

  public var description: String {
    "triangular(lower \(brief(lower)), mode \(brief(mode)), upper \(brief(upper)))"
  }
}

extension TriangularDistribution: Hashable {
  /// Equal parameters; everything else follows from them.
  public static func == (first: Self, second: Self) -> Bool {
    first.lower == second.lower && first.mode == second.mode && first.upper == second.upper
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(lower)
    hasher.combine(mode)
    hasher.combine(upper)
  }
}
