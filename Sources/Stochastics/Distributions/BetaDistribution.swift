/// The beta distribution between two bounds.
///
/// The fraction f = (x - l) / (u - l) has a density in proportion to f^(alpha - 1) (1 - f)^(beta - 1).
/// N. L. Johnson, S. Kotz and N. Balakrishnan, "Continuous univariate distributions" 2 (2nd edition,
/// 1995), chapter 25. Where the most likely value is what is known, `PERTDistribution` takes it instead of
/// the exponents.
public struct BetaDistribution: Marginal {
  /// The smallest value.
  public let lower: Double

  /// The largest value.
  public let upper: Double

  /// The weight of the upper end: the larger, the further up the probability lies.
  public let alpha: Double

  /// The weight of the lower end.
  public let beta: Double

  private let scaled: ScaledBeta

  /// The smallest exponent. The density has poles at the ends that hold nearly everything.
  public static let smallestShape = 0.01

  /// The largest exponent. With both of them so large the standard deviation is a three-thousandth of the
  /// width.
  public static let largestShape = 1e6

  /// Creates a beta distribution.
  ///
  /// - Complexity: about a millisecond, for a table of quantiles; of the order of the root of the
  ///   larger exponent where that is large.
  /// - Throws: `MarginalError` unless all are finite, `lower` is below `upper` at a finite distance, and
  ///   both exponents lie between `smallestShape` and `largestShape`.
  public init(
    lower: Double, upper: Double, alpha: Double, beta: Double
  ) throws(MarginalError) {
    try requireAscending(lower, upper)
    for (shape, name) in [(alpha, "alpha"), (beta, "beta")] {
      try require(shape, name, above: 0, atMost: Self.largestShape)
      guard shape >= Self.smallestShape else {
        throw .notAtLeast(bound: Self.smallestShape, parameter: name, value: shape)
      }
    }
    self.lower = lower
    self.upper = upper
    self.alpha = alpha
    self.beta = beta
    scaled = ScaledBeta(lower: lower, upper: upper, RegularizedBeta(alpha, beta))
  }

  /// l + (u - l) alpha / (alpha + beta).
  public var mean: Double { scaled.mean }

  /// (u - l)^2 alpha beta / ((alpha + beta)^2 (alpha + beta + 1)).
  public var variance: Double { scaled.variance }

  public var support: ClosedRange<Double> { lower...upper }

  /// f^(alpha - 1) (1 - f)^(beta - 1) / (B(alpha, beta) (u - l)), with f the fraction (x - l) / (u - l);
  /// zero on a bound where it has a pole.
  public func density(_ x: Double) -> Double { scaled.density(x) }

  /// I_f(alpha, beta), the regularized incomplete beta function of the fraction f.
  public func cumulative(_ x: Double) -> Double { scaled.cumulative(x) }

  /// I_{1 - f}(beta, alpha).
  public func complementary(_ x: Double) -> Double { scaled.complementary(x) }

  /// l + f (u - l), with f the quantile of the fraction, from the nearer end.
  ///
  /// - Accuracy: as `PERTDistribution.quantile(_:)`, with the exponents in the place of its shape.
  /// - Complexity: O(1): a logarithm, an exponential and a polynomial; with an exponent below 0.25 a
  ///   root of the incomplete beta function, some microseconds.
  public func quantile(_ p: TailProbability) -> Double { scaled.quantile(p) }

  /// The quantiles at the probabilities of scores, from a table in the score; one by one with an
  /// exponent below 0.25.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    scaled.transform(scores: scores)
  }

  public var description: String {
    "beta(lower \(brief(lower)), upper \(brief(upper)), alpha \(brief(alpha)), beta \(brief(beta)))"
  }
}

extension BetaDistribution: Hashable {
  /// Equal parameters; everything else follows from them.
  public static func == (first: Self, second: Self) -> Bool {
    first.lower == second.lower && first.upper == second.upper && first.alpha == second.alpha
      && first.beta == second.beta
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(lower)
    hasher.combine(upper)
    hasher.combine(alpha)
    hasher.combine(beta)
  }
}
