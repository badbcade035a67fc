/// The skew normal distribution: a bell with one tail longer than the other.
///
/// With z = (x - location) / scale the density is 2 phi(z) Phi(shape z) / scale: A. Azzalini, "A class of
/// distributions which includes the normal ones", Scand. J. Statist. 12 (1985) 171. A shape above zero
/// makes the upper tail the longer one and carries the mean above the location; below zero the
/// lower. The skewness never exceeds 0.9953.
public struct SkewNormalDistribution: Marginal {
  /// Where the normal distribution that is skewed has its mean; neither the mean nor the mode of this one.
  public let location: Double

  /// The standard deviation of the normal distribution that is skewed; that of this one is smaller.
  public let scale: Double

  /// The strength and, by its sign, the side of the longer tail; zero for a normal distribution.
  public let shape: Double

  /// The distribution with the longer tail above.
  private let tails: SkewNormalTails

  /// The standard quantiles as functions of -ln p, p in the shorter and in the longer tail.
  private let shortTail: TailTable
  private let longTail: TailTable

  /// Where the quantiles from the two ends meet.
  private let median: Double

  /// The quantiles as a function of the score.
  private var table = ScoreTable.empty

  /// The largest magnitude of the shape. The distribution is then a half-normal one but for a probability of
  /// 0.0003 on the other side of the location.
  public static let largestShape = 1e3

  /// Creates a skew normal distribution.
  ///
  /// - Complexity: some milliseconds, for tables of quantiles.
  /// - Throws: `MarginalError` unless all are finite, `scale` is above zero and the magnitude of `shape`
  ///   at most `largestShape`; `.outOfRange` where the mean is past the largest `Double`.
  public init(location: Double, scale: Double, shape: Double) throws(MarginalError) {
    try requireFinite(location, "location")
    try require(scale, "scale", above: 0)
    try requireFinite(shape, "shape")
    guard shape <= Self.largestShape else {
      throw .notAtMost(limit: Self.largestShape, parameter: "shape", value: shape)
    }
    guard shape >= -Self.largestShape else {
      throw .notAtLeast(bound: -Self.largestShape, parameter: "shape", value: shape)
    }
    self.location = location
    self.scale = scale
    self.shape = shape
    let tails = SkewNormalTails(shape: shape.magnitude)
    self.tails = tails
    // Where the shorter tail goes over from the half-normal side, at ln p of about -ln(shape / 2.7), it
    // has a singularity near the line.
    let bits: UInt64 = shape.magnitude <= 3 ? 1 : (shape.magnitude <= 30 ? 2 : 3)
    shortTail = TailTable(bits: bits) { tails.score(logLower: -$0) }
    longTail = TailTable { tails.score(logUpper: -$0) }
    let middle = tails.score(logLower: -Self.ln2)
    median = location + scale * (shape < 0 ? -middle : middle)
    guard mean.isFinite else { throw .outOfRange(quantity: "mean") }
    let known = self
    table = ScoreTable(.fine) { known.quantile($0) }
  }

  /// The logarithm of two.
  private static let ln2 = 0.6931471805599453

  /// shape / sqrt(1 + shape^2).
  private var delta: Double { shape < 0 ? -tails.delta : tails.delta }

  /// location + scale delta sqrt(2/pi), with delta = shape / sqrt(1 + shape^2).
  public var mean: Double { location + scale * (delta * Self.rootTwoOverPi) }

  /// scale^2 (1 - 2 delta^2 / pi).
  public var variance: Double { scale * scale * (1 - Self.twoOverPi * (delta * delta)) }

  /// 2/pi and its square root.
  private static let twoOverPi = 0.6366197723675814
  private static let rootTwoOverPi = 0.7978845608028654

  public var support: ClosedRange<Double> { -.infinity ... .infinity }

  /// The standard score of `x`, turned so that the longer tail is above.
  private func turned(_ x: Double) -> Double {
    let z = (x - location) / scale
    return shape < 0 ? -z : z
  }

  /// 2 phi(z) Phi(shape z) / scale.
  public func density(_ x: Double) -> Double { tails.density(turned(x)) / scale }

  /// Phi(z) - 2 T(z, shape), with Owen's T.
  ///
  /// - Accuracy: 1e-12 of the smaller of it and its complement, for numbers that are known to a `Double`.
  public func cumulative(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let (lower, upper) = tails.tails(turned(x))
    return shape < 0 ? upper : lower
  }

  public func complementary(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let (lower, upper) = tails.tails(turned(x))
    return shape < 0 ? lower : upper
  }

  /// location + scale z, with z from the table of its tail.
  ///
  /// - Accuracy: 2e-13 of the distance from the location, and the rounding of the sum, for tails down to
  ///   1e-300. Measured against 30-digit arithmetic for shapes up to 1,000.
  /// - Complexity: O(1): a logarithm and a polynomial.
  public func quantile(_ p: TailProbability) -> Double {
    let l = -Elementary.log(p.probability)
    let isShort = (p.tail == .lower) == (shape >= 0)
    let z = isShort ? shortTail(l) : longTail(l)
    let x = location + scale * (shape < 0 ? -z : z)
    // The two tails' forms may differ by a rounding at the median, which neither may cross.
    return p.tail == .lower ? min(x, median) : max(x, median)
  }

  /// The quantiles at the probabilities of scores, from a table in the score.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    table.map(scores) { quantile(TailProbability(score: $0)) }
  }

  public var description: String {
    "skew normal(location \(brief(location)), scale \(brief(scale)), shape \(brief(shape)))"
  }
}

extension SkewNormalDistribution: Hashable {
  /// Equal parameters; everything else follows from them.
  public static func == (first: Self, second: Self) -> Bool {
    first.location == second.location && first.scale == second.scale && first.shape == second.shape
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(location)
    hasher.combine(scale)
    hasher.combine(shape)
  }
}
