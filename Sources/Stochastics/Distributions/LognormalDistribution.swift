/// The lognormal distribution: a variable above zero whose logarithm is normal.
///
/// Given by the mean m and the standard deviation d of the variable itself. The logarithm then has
///
///     s^2 = ln(1 + (d/m)^2),   mu = ln m - s^2/2
///
/// N. L. Johnson, S. Kotz and N. Balakrishnan, "Continuous univariate distributions" 1 (2nd edition,
/// 1994), chapter 14.
public struct LognormalDistribution: Marginal, Hashable {
  /// The expected value, above zero.
  public let mean: Double

  /// The standard deviation, above zero.
  public let standardDeviation: Double

  /// The standard deviation of the logarithm.
  public let logStandardDeviation: Double

  /// The logarithm of the mean.
  private let logMean: Double

  /// Creates a lognormal distribution.
  ///
  /// - Throws: `MarginalError` unless both parameters are finite and above zero; `.outOfRange` where
  ///   their ratio is too large for a `Double` or too small to be told from zero.
  public init(mean: Double, standardDeviation: Double) throws(MarginalError) {
    try require(mean, "mean", above: 0)
    try require(standardDeviation, "standard deviation", above: 0)
    let ratio = standardDeviation / mean
    guard ratio > 0, ratio.isFinite else {
      throw .outOfRange(quantity: "standard deviation over mean")
    }
    self.mean = mean
    self.standardDeviation = standardDeviation
    logMean = Elementary.log(mean)
    logStandardDeviation = Self.spread(ratio)
  }

  /// sqrt(ln(1 + r^2)), by way of r alone where its square could overflow or vanish.
  private static func spread(_ ratio: Double) -> Double {
    // The root is r (1 - r^2/4 + ...).
    if ratio < 1e-9 { return ratio }
    if ratio > 1e150 { return (2 * Elementary.log(ratio)).squareRoot() }
    return Elementary.log1p(ratio * ratio).squareRoot()
  }

  public var variance: Double { standardDeviation * standardDeviation }

  /// From the smallest number above zero.
  public var support: ClosedRange<Double> { Self.smallest ... .infinity }

  private static let smallest = Double.leastNonzeroMagnitude

  /// phi(z) / (x s), with z = (ln x - mu) / s.
  public func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    guard x > 0, x < .infinity else { return 0 }
    return StandardNormal.density(score(x)) / logStandardDeviation / x
  }

  public func cumulative(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    return x > 0 ? StandardNormal.cumulative(score(x)) : 0
  }

  public func complementary(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    return x > 0 ? StandardNormal.complementary(score(x)) : 1
  }

  /// (ln(x/m) + s^2/2) / s, for x > 0.
  private func score(_ x: Double) -> Double {
    let ratio = x / mean
    // Where the quotient leaves the normal numbers, the difference of the logarithms has no digits
    // to lose.
    let isNormal = ratio >= .leastNormalMagnitude && ratio < .infinity
    let logarithm = isNormal ? Elementary.log(ratio) : Elementary.log(x) - logMean
    return logarithm / logStandardDeviation + 0.5 * logStandardDeviation
  }

  /// m exp(s z - s^2/2), with z the standard normal quantile.
  ///
  /// - Accuracy: a unit in the last place of the value for each unit of |s z - s^2/2|, and three
  ///   more; infinite where the quantile is past the largest `Double`, and never zero.
  public func quantile(_ p: TailProbability) -> Double {
    value(exponent: exponent(StandardNormal.quantile(p)))
  }

  /// m exp(s z - s^2/2), without the way through the probability, eight exponentials at a time.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    let padded = Columns.padded(scores.count)
    Columns.withScratch(padded) { start in
      var largest = 0.0
      for i in scores.indices {
        let exponent = exponent(scores[i])
        start[i] = exponent
        largest = max(largest, exponent.magnitude)
      }
      for i in scores.count..<padded { start[i] = 0 }
      guard largest < Self.largestExponent else {
        for i in scores.indices { scores[i] = value(exponent: start[i]) }
        return
      }
      Columns.map(start, count: padded) { Elementary.exp(normal: $0) }
      for i in scores.indices { scores[i] = max(mean * start[i], Self.smallest) }
    }
  }

  /// s z - s^2/2.
  private func exponent(_ z: Double) -> Double {
    logStandardDeviation * z - 0.5 * logStandardDeviation * logStandardDeviation
  }

  /// The exponentials of less are numbers of normal magnitude.
  private static let largestExponent = 700.0

  /// m exp(`exponent`), also where the exponential alone is out of range.
  private func value(exponent: Double) -> Double {
    let value =
      exponent.magnitude < Self.largestExponent
      ? mean * Elementary.exp(exponent) : Elementary.exp(logMean + exponent)
    return max(value, Self.smallest)
  }

  public var description: String {
    "lognormal(mean \(brief(mean)), standard deviation \(brief(standardDeviation)))"
  }
}
