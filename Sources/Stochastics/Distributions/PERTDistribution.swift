/// The modified PERT distribution: a beta distribution between two bounds, given by its mode.
///
/// With the shape g, 4 in the original, the fraction (x - l) / (u - l) is a beta variable with
///
///     a = 1 + g (m - l) / (u - l),   b = 1 + g (u - m) / (u - l)
///
/// A larger shape gathers the probability around the mode; a shape near zero leaves a uniform
/// distribution. D. G. Malcolm, J. H. Roseboom, C. E. Clark and W. Fazar, "Application of a
/// technique for research and development program evaluation", Operations Research 7 (1959) 646,
/// doi:10.1287/opre.7.5.646; the free shape is D. Vose's, "Risk analysis" (2nd edition, 2000).
public struct PERTDistribution: Marginal {
  /// The smallest value.
  public let lower: Double

  /// The most likely value.
  public let mode: Double

  /// The largest value.
  public let upper: Double

  /// The weight of the mode against that of the two bounds together, which is 2.
  public let shape: Double

  private let beta: RegularizedBeta

  /// The quantiles of the fraction from the lower end, and those of one less it from the upper.
  private let lowerFraction: TailFraction
  private let upperFraction: TailFraction

  /// Where the quantiles from the two ends meet.
  private let median: Double

  /// The quantiles as a function of the score.
  private var table = ScoreTable.empty

  /// The largest shape. The standard deviation is then at most a two-thousandth of the width.
  public static let largestShape = 1e6

  /// Creates a PERT distribution. The mode may be one of the bounds.
  ///
  /// - Complexity: about a millisecond, for a table of quantiles; of the order of the root of the
  ///   shape where it is large.
  /// - Throws: `MarginalError` unless all are finite, `lower` is below `upper` at a finite distance,
  ///   `mode` lies between them or on one of them, and 0 < `shape` <= `largestShape`.
  public init(
    lower: Double, mode: Double, upper: Double, shape: Double = 4
  ) throws(MarginalError) {
    try requireMode(mode, from: lower, to: upper)
    try require(shape, "shape", above: 0, atMost: Self.largestShape)
    self.lower = lower
    self.mode = mode
    self.upper = upper
    self.shape = shape
    let width = upper - lower
    let beta = RegularizedBeta(
      1 + shape * ((mode - lower) / width), 1 + shape * ((upper - mode) / width))
    self.beta = beta
    lowerFraction = TailFraction(beta)
    upperFraction = TailFraction(beta.mirrored)
    median = min(lower + width * lowerFraction(0.5), upper)
    let known = self
    table = ScoreTable { known.quantile($0) }
  }

  private var width: Double { upper - lower }

  /// (l + g m + u) / (g + 2).
  public var mean: Double { lower + width * (beta.a / (beta.a + beta.b)) }

  /// (mean - l) (u - mean) / (g + 3).
  public var variance: Double {
    let sum = beta.a + beta.b
    return width * width * (beta.a / sum * (beta.b / sum) / (sum + 1))
  }

  public var support: ClosedRange<Double> { lower...upper }

  /// f^(a - 1) (1 - f)^(b - 1) / (B(a, b) (u - l)), with f the fraction (x - l) / (u - l).
  public func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    if x < lower || x > upper { return 0 }
    // On a bound f^(a - 1) / B(a, b) is b for a = 1 and zero for a > 1.
    if x == lower { return beta.a > 1 ? 0 : beta.b / width }
    if x == upper { return beta.b > 1 ? 0 : beta.a / width }
    return beta.density(logit: logit(x)) / width
  }

  /// I_f(a, b), the regularized incomplete beta function of the fraction f.
  public func cumulative(_ x: Double) -> Double {
    if x <= lower { return 0 }
    if x >= upper { return 1 }
    return x.isNaN ? x : beta.tails(logit: logit(x)).lower
  }

  /// I_{1 - f}(b, a).
  public func complementary(_ x: Double) -> Double {
    if x <= lower { return 1 }
    if x >= upper { return 0 }
    return x.isNaN ? x : beta.tails(logit: logit(x)).upper
  }

  /// ln(f / (1 - f)), finite for an `x` inside the bounds.
  private func logit(_ x: Double) -> Double {
    let odds = (x - lower) / (upper - x)
    return Elementary.log(min(max(odds, .leastNonzeroMagnitude), .greatestFiniteMagnitude))
  }

  /// l + f (u - l), with f the quantile of the beta distribution, from the nearer end.
  ///
  /// - Accuracy: 1e-14 of the distance from the nearer end for tails down to 1e-20 and 2e-13 down to
  ///   1e-300, and the rounding of the sum; 3e-14 for shapes beyond 1,000. Measured against 50-digit
  ///   arithmetic.
  /// - Complexity: O(1): a logarithm, an exponential and a polynomial.
  public func quantile(_ p: TailProbability) -> Double {
    value(
      of: p.tail == .lower ? lowerFraction(p.probability) : upperFraction(p.probability),
      tail: p.tail)
  }

  /// The number at a fraction of the width from the end that the tail lies at.
  private func value(of fraction: Double, tail: TailProbability.Tail) -> Double {
    // The two forms may differ by a rounding at the median, which neither may cross.
    switch tail {
    case .lower: min(lower + width * fraction, median)
    case .upper: max(upper - width * fraction, median)
    }
  }

  /// The quantiles at the probabilities of scores, from a table in the score.
  ///
  /// - Accuracy: 4e-15 of the width of the distribution beside `quantile(_:)`, measured at 10^6 scores.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    table.map(scores) { quantile(TailProbability(score: $0)) }
    for i in scores.indices { scores[i] = min(max(scores[i], lower), upper) }
  }

  public var description: String {
    "PERT(lower \(brief(lower)), mode \(brief(mode)), upper \(brief(upper)),"
      + " shape \(brief(shape)))"
  }
}

extension PERTDistribution: Hashable {
  /// Equal parameters; everything else follows from them.
  public static func == (first: Self, second: Self) -> Bool {
    first.lower == second.lower && first.mode == second.mode && first.upper == second.upper
      && first.shape == second.shape
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(lower)
    hasher.combine(mode)
    hasher.combine(upper)
    hasher.combine(shape)
  }
}

/// The lower quantiles of a beta variable.
private struct TailFraction {
  /// One over the first shape.
  private let slope: Double

  /// The logit of the quantile, less its asymptote in the tail, as a function of -ln p.
  private let excess: TailTable

  init(_ beta: RegularizedBeta) {
    // I_x is about x^a / (a B) near x = 0, so that ln x is about (ln p + ln(a B)) / a.
    let slope = 1 / beta.a
    self.slope = slope
    excess = TailTable { beta.logit(logLower: -$0) + slope * $0 }
  }

  /// The fraction with the probability `p` below it.
  func callAsFunction(_ p: Double) -> Double {
    1 / (1 + Elementary.exp(exponent(-Elementary.log(p))))
  }

  /// Less the logit of the fraction with the probability exp(-`l`) below it.
  func exponent(_ l: Double) -> Double { slope * l - excess(l) }
}
