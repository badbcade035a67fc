/// The regularized incomplete gamma functions and their inverses, for a fixed shape.
///
/// P(a, x) is the probability that a gamma variable lies below x, Q(a, x) that it lies above:
///
///     P(a, x) = 1/Gamma(a) integral from 0 to x of t^(a - 1) e^-t dt,   Q = 1 - P
///
/// The argument is not x but v = ln(x / a), which resolves a large shape's neighbourhood of x = a as well as
/// numbers that underflow. The density of v,
///
///     x^a e^-x / Gamma(a) = exp(logPeak - a D),   D = x/a - 1 - v
///
/// is largest at v = 0, and its logarithm is concave.
struct RegularizedGamma: Sendable {
  /// The shape a, above zero.
  let shape: Double

  /// The logarithm of the density of v at its peak.
  private let logPeak: Double

  /// Prepares the functions for a shape from 1/100 to 10^6.
  init(shape: Double) {
    self.shape = shape
    // a ln a - a - ln Gamma(a), by Stirling's formula and its error.
    logPeak =
      0.5 * (Elementary.log(shape) - Elementary.logTwoPi) - Elementary.stirlingError(shape)
  }

  /// A number x > 0 as the functions take it.
  struct Argument {
    /// x.
    let value: Double
    /// v = ln(x / a).
    let logRatio: Double
    /// x / a - 1.
    let excess: Double
  }

  /// The argument at x, above zero and finite.
  func argument(_ x: Double) -> Argument {
    let excess = (x - shape) / shape
    let ratio = x / shape
    let logRatio: Double
    if excess.magnitude < 0.5 {
      logRatio = Elementary.log1p(excess)
    } else if ratio >= .leastNormalMagnitude && ratio < .infinity {
      logRatio = Elementary.log(ratio)
    } else {
      logRatio = Elementary.log(x) - Elementary.log(shape)
    }
    return Argument(value: x, logRatio: logRatio, excess: excess)
  }

  /// The argument at v.
  func argument(logRatio v: Double) -> Argument {
    let excess = Elementary.expm1(v)
    return Argument(value: shape * Elementary.exp(v), logRatio: v, excess: excess)
  }

  /// The density of v at an argument.
  func density(_ x: Argument) -> Double { Elementary.exp(logDensity(x)) }

  private func logDensity(_ x: Argument) -> Double {
    logPeak - shape * Self.deviance(x)
  }

  /// m - ln(1 + m) with m = x/a - 1, without cancellation where m is small.
  ///
  /// With s = m / (2 + m), ln(1 + m) = 2 s + 2 s^3/3 + 2 s^5/5 + ... and m - 2 s = m s.
  private static func deviance(_ x: Argument) -> Double {
    let m = x.excess
    guard m.magnitude < 0.5 else { return m - x.logRatio }
    let s = m / (2 + m)
    let square = s * s
    // |s| is below 1/3: the first term left out, s^35/35, is below 1e-17 of the result.
    var series = 0.0
    for odd in stride(from: 33.0, to: 1, by: -2) { series = series * square + 1 / odd }
    return m * s - 2 * s * square * series
  }

  /// P and Q; the smaller of the two to full relative accuracy.
  ///
  /// - Accuracy: 3e-14 of the smaller of the two for shapes up to 30 and arguments up to 150, by closed
  ///   forms; 1e-12 for shapes up to 10^6, against 35-digit arithmetic.
  /// - Complexity: some tens of terms; of the order of the root of a large shape.
  func tails(_ x: Argument) -> (lower: Double, upper: Double) {
    let density = density(x)
    if isLow(x) {
      let lower = min(density / shape * series(x), 1)
      return (lower, 1 - lower)
    }
    let upper = min(density * continuedFraction(x), 1)
    return (1 - upper, upper)
  }

  /// Whether the series converges faster than the continued fraction. Below it Q may be the smaller of the
  /// two where the shape is small, but then the continued fraction takes over sooner.
  private func isLow(_ x: Argument) -> Bool {
    x.value < (shape < 1 ? 0.5 * (shape + 1) : shape + 1)
  }

  /// a P / density: 1 + x/(a + 1) + x^2/((a + 1)(a + 2)) + ..., DLMF 8.7.1.
  private func series(_ x: Argument) -> Double {
    var sum = 1.0
    var term = 1.0
    for n in 1..<100_000 {
      term *= x.value / (shape + Double(n))
      sum += term
      if term <= 0x1p-54 * sum { break }
    }
    return sum
  }

  /// Q / density, by Legendre's continued fraction, DLMF 8.9.2 in its contracted form:
  ///
  ///     1 / (x - a + 1 + 1 (a - 1) / (x - a + 3 + 2 (a - 2) / (x - a + 5 + ...)))
  ///
  /// Evaluated from the front like that of `RegularizedBeta`.
  private func continuedFraction(_ x: Argument) -> Double {
    let start = shape * x.excess + 1
    var result = start
    var numerator = start
    var denominator = 0.0
    for term in 1..<100_000 {
      let n = Double(term)
      let alpha = n * (shape - n)
      let beta = start + 2 * n
      denominator = 1 / (beta + alpha * denominator)
      numerator = beta + alpha / numerator
      let factor = numerator * denominator
      result *= factor
      if (factor - 1).magnitude <= 0x1p-52 { break }
    }
    return 1 / result
  }

  /// The v with P = exp(`logLower`), for `logLower` < 0.
  ///
  /// ln P is a concave, increasing function of v below its asymptote at minus infinity; as for
  /// `RegularizedBeta.logit(logLower:)`, Newton's method climbs from the asymptote to the root.
  func logRatio(logLower: Double) -> Double {
    var v = asymptote(logLower: logLower)
    for _ in 0..<100 {
      let (value, slope) = logLowerTail(argument(logRatio: v))
      let gain = logLower - value
      v += gain / slope
      // The next step would be of the order of the square of this one.
      if gain.magnitude < 1e-9 { break }
    }
    return v
  }

  /// The v with Q = exp(`logUpper`), for `logUpper` < 0.
  ///
  /// ln(-ln Q) is nearly a straight line in v: its slope goes from a at minus infinity to 1 at infinity.
  func logRatio(logUpper: Double) -> Double {
    let target = Elementary.log(-logUpper)
    var v = start(logUpper: logUpper)
    for _ in 0..<100 {
      let (value, slope) = logUpperTail(argument(logRatio: v))
      let gain = target - Elementary.log(-value)
      v += gain * (value / slope)
      if gain.magnitude < 1e-9 { break }
    }
    return v
  }

  /// The v with x^a / Gamma(a + 1) = exp(`logLower`).
  private func asymptote(logLower: Double) -> Double {
    (logLower + (Elementary.log(shape) - logPeak - shape)) / shape
  }

  /// A v near the one with Q = exp(`logUpper`): the cube of a normal variable of E. B. Wilson and M. M.
  /// Hilferty, Proc. Natl. Acad. Sci. 17 (1931) 684, doi:10.1073/pnas.17.12.684; for small shapes the
  /// asymptote.
  private func start(logUpper: Double) -> Double {
    let upper = Elementary.exp(logUpper)
    guard shape >= 1 else {
      return asymptote(logLower: Elementary.log(-Elementary.expm1(logUpper)))
    }
    let score =
      upper > .leastNormalMagnitude
      ? StandardNormal.quantile(TailProbability(upper: upper)) : StandardNormal.largestScore
    let root = 1 - 1 / (9 * shape) + score / (3 * shape.squareRoot())
    return 3 * Elementary.log(root)
  }

  /// ln P and its derivative by v.
  private func logLowerTail(_ x: Argument) -> (value: Double, slope: Double) {
    if isLow(x) {
      let series = series(x)
      return (logDensity(x) - Elementary.log(shape) + Elementary.log(series), shape / series)
    }
    let density = density(x)
    let upper = density * continuedFraction(x)
    return (Elementary.log1p(-upper), density / (1 - upper))
  }

  /// ln Q and its derivative by v.
  private func logUpperTail(_ x: Argument) -> (value: Double, slope: Double) {
    if isLow(x) {
      let density = density(x)
      let lower = density / shape * series(x)
      return (Elementary.log1p(-lower), -density / (1 - lower))
    }
    let fraction = continuedFraction(x)
    return (logDensity(x) + Elementary.log(fraction), -1 / fraction)
  }
}
