/// From normal scores to those of Student t variables in terms of normal scores again, a column at a
/// time.
///
/// With Z a normal score and W a chi-square variable, s = Z / sqrt(W / nu) is a t variable, and
/// Phi^-1(T(s)) a normal score again, T being the distribution function of Student's t.
///
/// Both steps are tables in a variable in which the function is smooth everywhere. The logarithm of
/// `sqrt(nu / W)` is tabulated in the score of W. Phi^-1(T(s)) is tabulated in
///
///     v = (8 nu + 1) / (8 nu + 3) sqrt(nu ln(1 + s^2 / nu)),   with the sign of s
///
/// which comes within a few hundredths of it: D. L. Wallace, "Bounds on normal approximations to
/// Student's and the chi-square distributions", Ann. Math. Statist. 30 (1959) 1121-1130,
/// doi:10.1214/aoms/1177706093.
struct StudentTScores: Sendable {
  /// nu.
  let degreesOfFreedom: Double
  private let gamma: RegularizedGamma
  private let beta: RegularizedBeta
  /// (8 nu + 1) / (8 nu + 3).
  private let wallace: Double
  private var logFactors = ScoreTable.empty
  private var normals = ScoreTable.empty

  /// Where factors end, so that squares stay in range: never reached from one degree of freedom on.
  private static let largestLogFactor = 300.0

  init(degreesOfFreedom nu: Double) {
    degreesOfFreedom = nu
    gamma = RegularizedGamma(shape: 0.5 * nu)
    beta = RegularizedBeta(0.5 * nu, 0.5)
    wallace = (8 * nu + 1) / (8 * nu + 3)
    let plain = self
    logFactors = ScoreTable(score: nu < 4 ? .fine : .standard) { plain.logFactor(score: $0) }
    normals = ScoreTable(score: nu < 4 ? .fine : .standard) { plain.normal(wallace: $0) }
  }

  /// ln sqrt(nu / W) at the score of W: the higher the score, the smaller W and the larger the factor.
  ///
  /// - Accuracy: 1e-13 times the larger of one and the result.
  func logFactor(score: Double) -> Double {
    let logTail = Elementary.log(TailProbability(score: score).probability)
    let logRatio = score < 0 ? gamma.logRatio(logUpper: logTail) : gamma.logRatio(logLower: logTail)
    return min(-0.5 * logRatio, Self.largestLogFactor)
  }

  /// Phi^-1(T(s)) for the s that v belongs to.
  private func normal(wallace v: Double) -> Double {
    let ratio = v / wallace
    // ln(1 + s^2 / nu), and from it the logit of the fraction 1 / (1 + s^2 / nu).
    let logSum = ratio * ratio / degreesOfFreedom
    guard logSum > 0 else { return 0 }
    let logOdds =
      logSum > 1
      ? logSum + Elementary.log1p(-Elementary.exp(-logSum))
      : Elementary.log(Elementary.expm1(logSum))
    let tail = 0.5 * beta.tails(logit: -logOdds).lower
    let z = StandardNormal.upperQuantile(min(max(tail, .leastNonzeroMagnitude), 0.5))
    return v < 0 ? -z : z
  }

  // MARK: Columns

  /// Replaces scores of W by sqrt(nu / W).
  func replaceByFactors(_ scores: UnsafeMutableBufferPointer<Double>) {
    logFactors.map(scores) { logFactor(score: $0) }
    Self.map(scores, lanes: { Elementary.exp(normal: $0) }, each: { Elementary.exp($0) })
  }

  /// Replaces each normal score z by the normal score of the t variable z x factor.
  ///
  /// - Accuracy: 1e-13 times the larger of one and the result.
  func mix(
    _ column: UnsafeMutableBufferPointer<Double>, factors: UnsafePointer<Double>
  ) {
    for i in column.indices { column[i] *= factors[i] }
    let nu = SIMD8(repeating: degreesOfFreedom)
    let wallace = SIMD8(repeating: wallace)
    Self.map(
      column, lanes: { Self.wallace($0, nu, wallace) },
      each: { Self.wallace(SIMD8(repeating: $0), nu, wallace)[0] })
    normals.map(column) { normal(wallace: $0) }
  }

  /// v of each s.
  @inline(__always)
  private static func wallace(
    _ s: SIMD8<Double>, _ nu: SIMD8<Double>, _ factor: SIMD8<Double>
  ) -> SIMD8<Double> {
    let one = SIMD8(repeating: 1.0)
    let x = s * s / nu
    // ln(1 + x) = ln(q) x / (q - 1) with q = 1 + x rounded: both errors of rounding cancel.
    let q = one + x
    let difference = q - one
    let isSmall = difference.isZero
    let quotient = x / difference.replaced(by: one, where: isSmall)
    let logSum = (Elementary.log(normal: q) * quotient).replaced(by: x, where: isSmall)
    let v = factor * (nu * logSum).squareRoot()
    let sign = unsafeBitCast(s, to: SIMD8<UInt64>.self) & SIMD8(repeating: 1 << 63)
    return unsafeBitCast(
      unsafeBitCast(v, to: SIMD8<UInt64>.self) | sign, to: SIMD8<Double>.self)
  }

  /// Maps whole lanes, and then the rest one by one: a column has no room beyond its end.
  @inline(__always)
  private static func map(
    _ column: UnsafeMutableBufferPointer<Double>, lanes: (SIMD8<Double>) -> SIMD8<Double>,
    each: (Double) -> Double
  ) {
    guard let start = column.baseAddress else { return }
    let whole = column.count / 8 * 8
    Columns.map(start, count: whole, lanes)
    for i in whole..<column.count { start[i] = each(start[i]) }
  }
}
