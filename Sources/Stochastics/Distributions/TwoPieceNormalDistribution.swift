/// The two-piece normal distribution: two halves of normal distributions, joined at the mode.
///
/// The density of a fan chart. With the mode m and the standard deviations s1 below it and s2 above,
///
///     f(x) = sqrt(2/pi) / (s1 + s2) exp(-(x - m)^2 / (2 s^2)),   s = s1 for x <= m, else s2
///
/// so that the sides hold s1 / (s1 + s2) and s2 / (s1 + s2) of the probability and the wider side
/// holds more. K. F. Wallis, "The two-piece normal, binormal, or double Gaussian distribution: its
/// origin and rediscoveries", Statistical Science 29 (2014) 106, doi:10.1214/13-STS417.
public struct TwoPieceNormalDistribution: Marginal {
  /// The most likely value.
  public let mode: Double

  /// The standard deviation of the normal distribution that the values below the mode follow.
  public let standardDeviationBelow: Double

  /// The standard deviation of the normal distribution that the values above the mode follow.
  public let standardDeviationAbove: Double

  /// The quantiles as a function of the score.
  private var table = ScoreTable.empty

  /// Creates a two-piece normal distribution.
  ///
  /// - Complexity: about a tenth of a millisecond, for a table of quantiles.
  /// - Throws: `MarginalError` unless all are finite and both standard deviations are above zero;
  ///   `.outOfRange` where their sum or the mean is past the largest `Double`.
  public init(
    mode: Double, standardDeviationBelow: Double, standardDeviationAbove: Double
  ) throws(MarginalError) {
    try requireFinite(mode, "mode")
    try require(standardDeviationBelow, "standard deviation below the mode", above: 0)
    try require(standardDeviationAbove, "standard deviation above the mode", above: 0)
    self.mode = mode
    self.standardDeviationBelow = standardDeviationBelow
    self.standardDeviationAbove = standardDeviationAbove
    guard sum.isFinite else { throw .outOfRange(quantity: "sum of the standard deviations") }
    guard mean.isFinite else { throw .outOfRange(quantity: "mean") }
    let known = self
    table = ScoreTable(.fine, kink: known.below) { known.quantile($0) }
  }

  /// Creates the distribution that the Bank of England publishes as mode, uncertainty and skew.
  ///
  /// The published skew is the mean less the mode, in the unit of the number: above zero where the
  /// wider side lies above the mode. The uncertainty s is neither the standard deviation nor one
  /// of the two sides', unless the skew is zero. Both define the two sides through g:
  ///
  ///     s1 = s / sqrt(1 - g),   s2 = s / sqrt(1 + g),   skew = sqrt(2/pi) (s2 - s1)
  ///
  /// g has the opposite sign of the skew, a trap for a reader who takes the one for the other.
  /// With S^2 = pi/2 (skew/s)^2 and k = 1 / sqrt(1 - g^2), squaring gives S^2 = 2 k (k - 1), and
  ///
  ///     k = (1 + sqrt(1 + 2 S^2)) / 2
  ///
  /// E. Britton, P. Fisher and J. Whitley, "The Inflation Report projections: understanding the fan
  /// chart", Bank of England Quarterly Bulletin 38 (1998) 30-37; K. F. Wallis, "An assessment of
  /// Bank of England and National Institute inflation forecast uncertainties", National Institute
  /// Economic Review 189 (2004) 64-71, doi:10.1177/002795010418900107.
  ///
  /// - Throws: `MarginalError` unless all are finite and `uncertainty` is above zero. Every finite
  ///   skew has its g between -1 and 1; `.outOfRange` says that a standard deviation of a side is
  ///   past the largest `Double` or too small to be told from zero.
  public init(mode: Double, uncertainty: Double, skew: Double) throws(MarginalError) {
    try requireFinite(mode, "mode")
    try require(uncertainty, "uncertainty", above: 0)
    try requireFinite(skew, "skew")
    let difference = skew.magnitude / uncertainty / Self.rootTwoOverPi
    // sqrt(1 + 2 S^2), by way of S alone where its square could overflow.
    let root =
      difference < 1e150
      ? (1 + 2 * difference * difference).squareRoot() : 2.0.squareRoot() * difference
    let k = 0.5 * (1 + root)
    // |g| = sqrt(1 - 1/k^2), with k - 1 free of cancellation.
    let excess = difference < 1e150 ? difference * difference / (1 + root) : k
    let g = (excess / k * ((k + 1) / k)).squareRoot()
    // The wide side is s / sqrt(1 - |g|) = s k sqrt(1 + |g|).
    let narrow = uncertainty / (1 + g).squareRoot()
    let wide = uncertainty * k * (1 + g).squareRoot()
    guard narrow > 0, wide.isFinite else {
      throw .outOfRange(quantity: "standard deviation of a side")
    }
    try self.init(
      mode: mode,
      standardDeviationBelow: skew < 0 ? wide : narrow,
      standardDeviationAbove: skew < 0 ? narrow : wide)
  }

  private var sum: Double { standardDeviationBelow + standardDeviationAbove }

  /// The probability below the mode.
  private var below: Double { standardDeviationBelow / sum }

  /// The probability above the mode.
  private var above: Double { standardDeviationAbove / sum }

  /// The square root of 2/pi.
  private static let rootTwoOverPi = 0.7978845608028654

  /// m + sqrt(2/pi) (s2 - s1).
  public var mean: Double {
    mode + Self.rootTwoOverPi * (standardDeviationAbove - standardDeviationBelow)
  }

  /// (1 - 2/pi) (s2 - s1)^2 + s1 s2.
  public var variance: Double {
    let difference = standardDeviationAbove - standardDeviationBelow
    let oneLessTwoOverPi = 0.3633802276324187
    return oneLessTwoOverPi * difference * difference
      + standardDeviationBelow * standardDeviationAbove
  }

  public var support: ClosedRange<Double> { -.infinity ... .infinity }

  /// sqrt(2/pi) / (s1 + s2) exp(-z^2/2), with z the distance from the mode in the standard
  /// deviation of its side.
  public func density(_ x: Double) -> Double {
    let z = (x - mode) / (x <= mode ? standardDeviationBelow : standardDeviationAbove)
    return 2 * StandardNormal.density(z) / sum
  }

  public func cumulative(_ x: Double) -> Double {
    x <= mode ? lowerTail(x) : 1 - upperTail(x)
  }

  public func complementary(_ x: Double) -> Double {
    x <= mode ? 1 - lowerTail(x) : upperTail(x)
  }

  /// 2 s1 / (s1 + s2) Phi((x - m) / s1), for x up to the mode.
  private func lowerTail(_ x: Double) -> Double {
    2 * below * StandardNormal.cumulative((x - mode) / standardDeviationBelow)
  }

  /// 2 s2 / (s1 + s2) (1 - Phi((x - m) / s2)), for x above the mode.
  private func upperTail(_ x: Double) -> Double {
    2 * above * StandardNormal.complementary((x - mode) / standardDeviationAbove)
  }

  /// m - s1 z or m + s2 z, with z the standard normal quantile of the tail's probability over twice
  /// the probability of its side.
  ///
  /// - Accuracy: that of `NormalDistribution.quantile(_:)` relative to the distance from the mode,
  ///   but for probabilities close to that of the mode, where the distance vanishes.
  public func quantile(_ p: TailProbability) -> Double {
    // The side is chosen by the tail that p holds exactly.
    let isBelowMode = p.tail == .lower ? p.probability <= below : p.probability > above
    return isBelowMode
      ? mode - standardDeviationBelow * Self.halfNormalQuantile(p.lower / below)
      : mode + standardDeviationAbove * Self.halfNormalQuantile(p.upper / above)
  }

  /// The quantiles at the probabilities of scores, from a table in the score.
  ///
  /// - Accuracy: 4e-15 of the sum of the standard deviations, or of the distance from the mode if that
  ///   is larger, beside `quantile(_:)`, measured at 10^6 scores.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    table.map(scores) { quantile(TailProbability(score: $0)) }
  }

  /// The distance beyond which a half-normal variable lies with probability `p`.
  private static func halfNormalQuantile(_ p: Double) -> Double {
    // The bounds catch what rounding may carry to zero or past one.
    StandardNormal.upperQuantile(min(max(0.5 * p, .leastNonzeroMagnitude), 0.5))
  }

  /// The probability below the mode, unless one side holds next to nothing.
  public var kinks: [Double] { below > 0 && below < 1 ? [below] : [] }

  public var description: String {
    "two-piece normal(mode \(brief(mode)),"
      + " standard deviation below \(brief(standardDeviationBelow)),"
      + " above \(brief(standardDeviationAbove)))"
  }
}

extension TwoPieceNormalDistribution: Hashable {
  /// Equal parameters; everything else follows from them.
  public static func == (first: Self, second: Self) -> Bool {
    first.mode == second.mode
      && first.standardDeviationBelow == second.standardDeviationBelow
      && first.standardDeviationAbove == second.standardDeviationAbove
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(mode)
    hasher.combine(standardDeviationBelow)
    hasher.combine(standardDeviationAbove)
  }
}
