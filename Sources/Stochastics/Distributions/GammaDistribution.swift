/// The gamma distribution, shifted: a variable above a location, with a tail that falls like an
/// exponential.
///
/// With t = (x - location) / scale the density is t^(a - 1) e^-t / (Gamma(a) scale), a the shape. N. L.
/// Johnson, S. Kotz and N. Balakrishnan, "Continuous univariate distributions" 1 (2nd edition, 1994),
/// chapter 17.
public struct GammaDistribution: Marginal {
  /// The exponent: 1 for an exponential distribution; the larger, the more symmetrical.
  public let shape: Double

  /// The unit of the standard gamma variable: the mean, less the location, over the shape.
  public let scale: Double

  /// The number lies above it.
  public let location: Double

  private let ratio: GammaRatio

  /// Where the quantiles from the two ends meet.
  private let median: Double

  /// The quantiles as a function of the score; empty for the smallest shapes.
  private var table = ScoreTable.empty

  /// The smallest shape. Half of the probability then lies within 10^-30 scales of the location.
  public static let smallestShape = 0.01

  /// The largest shape. A normal distribution is then the same to a thousandth of the standard deviation.
  public static let largestShape = 1e6

  /// Creates a gamma distribution.
  ///
  /// - Complexity: about a millisecond, for a table of quantiles; of the order of the root of the
  ///   shape where it is large.
  /// - Throws: `MarginalError` unless all are finite, `scale` is above zero and `shape` lies between
  ///   `smallestShape` and `largestShape`; `.outOfRange` where the mean is past the largest `Double`.
  public init(shape: Double, scale: Double, location: Double = 0) throws(MarginalError) {
    try require(shape, "shape", above: 0, atMost: Self.largestShape)
    guard shape >= Self.smallestShape else {
      throw .notAtLeast(bound: Self.smallestShape, parameter: "shape", value: shape)
    }
    try require(scale, "scale", above: 0)
    try requireFinite(location, "location")
    guard (shape * scale).isFinite, (location + shape * scale).isFinite else {
      throw .outOfRange(quantity: "mean")
    }
    self.shape = shape
    self.scale = scale
    self.location = location
    let ratio = GammaRatio(RegularizedGamma(shape: shape))
    self.ratio = ratio
    let middle = ratio.logRatio(TailProbability(probability: 0.5, tail: .lower))
    median = location + scale * shape * Elementary.exp(middle)
    guard ratio.isTabulated else { return }
    let known = self
    // Towards the location the quantile falls like a power of the probability.
    table = ScoreTable(shape < 10 ? .fine : .standard) { known.quantile($0) }
  }

  /// location + shape scale.
  public var mean: Double { location + shape * scale }

  /// shape scale^2.
  public var variance: Double { shape * scale * scale }

  /// The numbers above the location.
  public var support: ClosedRange<Double> { location.nextUp ... .infinity }

  /// t^(a - 1) e^-t / (Gamma(a) scale), with t = (x - location) / scale.
  public func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    guard let argument = argument(x), x < .infinity else { return 0 }
    return min(ratio.gamma.density(argument) / (x - location), .greatestFiniteMagnitude)
  }

  /// P(a, t), the regularized incomplete gamma function.
  public func cumulative(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    guard x > location else { return 0 }
    return argument(x).map { ratio.gamma.tails($0).lower } ?? 1
  }

  /// Q(a, t) = 1 - P(a, t).
  public func complementary(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    guard x > location else { return 1 }
    return argument(x).map { ratio.gamma.tails($0).upper } ?? 0
  }

  /// t as the gamma functions take it; nil where it is not above zero or too large for a `Double`.
  private func argument(_ x: Double) -> RegularizedGamma.Argument? {
    guard x > location else { return nil }
    // Small parts of a large scale are held up at the smallest number.
    let t = max((x - location) / scale, .leastNonzeroMagnitude)
    return t < .infinity ? ratio.gamma.argument(t) : nil
  }

  /// location + scale t, with t the quantile of the standard variable.
  ///
  /// - Accuracy: 2e-13 of t, and the rounding of the sum, for tails down to 1e-300. Measured against
  ///   35-digit arithmetic for shapes from 0.04 to 10^6.
  /// - Complexity: O(1): a logarithm, an exponential and a polynomial; with a shape below 0.1 a root of the
  ///   incomplete gamma function, some microseconds.
  public func quantile(_ p: TailProbability) -> Double {
    let x = location + scale * shape * Elementary.exp(ratio.logRatio(p))
    // The two tails' forms may differ by a rounding at the median, which neither may cross.
    return max(p.tail == .lower ? min(x, median) : max(x, median), location.nextUp)
  }

  /// The quantiles at the probabilities of scores, from a table in the score; one by one with a shape
  /// below 0.1.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    table.map(scores) { quantile(TailProbability(score: $0)) }
    for i in scores.indices { scores[i] = max(scores[i], location.nextUp) }
  }

  public var description: String {
    "gamma(shape \(brief(shape)), scale \(brief(scale)), location \(brief(location)))"
  }
}

extension GammaDistribution: Hashable {
  /// Equal parameters; everything else follows from them.
  public static func == (first: Self, second: Self) -> Bool {
    first.shape == second.shape && first.scale == second.scale
      && first.location == second.location
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    hasher.combine(scale)
    hasher.combine(location)
  }
}

/// The quantiles of ln(t / a), t a gamma variable of the shape a.
private struct GammaRatio {
  let gamma: RegularizedGamma

  /// As functions of -ln p, with p the probability in the lower tail, where the asymptote is taken off, and
  /// in the upper; nil for the smallest shapes.
  private let tables: (lower: TailTable, upper: TailTable)?

  /// From this shape on tables reach the last digits.
  private static let smallestTabulatedShape = 0.1

  init(_ gamma: RegularizedGamma) {
    self.gamma = gamma
    guard gamma.shape >= Self.smallestTabulatedShape else {
      tables = nil
      return
    }
    // P is about t^a / Gamma(a + 1) near zero.
    tables = (
      TailTable { gamma.logRatio(logLower: -$0) + $0 / gamma.shape },
      TailTable { gamma.logRatio(logUpper: -$0) }
    )
  }

  var isTabulated: Bool { tables != nil }

  func logRatio(_ p: TailProbability) -> Double {
    let l = -Elementary.log(p.probability)
    guard let tables else {
      return p.tail == .lower ? gamma.logRatio(logLower: -l) : gamma.logRatio(logUpper: -l)
    }
    return p.tail == .lower ? tables.lower(l) - l / gamma.shape : tables.upper(l)
  }
}
