extension Elementary {
  /// The natural logarithm of 2 pi.
  static let logTwoPi = 1.8378770664093456

  /// What Stirling's formula leaves out of the logarithm of the gamma function, for `x` > 0:
  ///
  ///     Delta(x) = ln Gamma(x) - [(x - 1/2) ln x - x + ln(2 pi)/2]
  ///
  /// Ratios of gamma functions are products of plain powers and exp(Delta), without the
  /// cancellation between large logarithms: C. Loader, "Fast and accurate computation of binomial
  /// probabilities" (2000).
  ///
  /// - Complexity: O(1); ten logarithms where `x` is below 10.
  /// - Accuracy: 4e-16, absolute, from 1/2 on; the logarithm of the gamma function inherits it.
  static func stirlingError(_ x: Double) -> Double {
    // Delta(x) = Delta(x + 1) + (x + 1/2) ln(1 + 1/x) - 1, from Gamma(x + 1) = x Gamma(x).
    var shifted = x
    var shift = 0.0
    while shifted < 10 {
      shift += (shifted + 0.5) * log1p(1 / shifted) - 1
      shifted += 1
    }
    // Stirling's series, DLMF 5.11.1: sum over k of B(2k) / (2k (2k - 1) x^(2k - 1)). The first
    // term left out, 3617/122400 x^-15, is below 3e-17 from 10 on.
    let inverse = 1 / shifted
    let square = inverse * inverse
    var series = 1 / 156.0
    series = series * square - 691 / 360_360.0
    series = series * square + 1 / 1_188.0
    series = series * square - 1 / 1_680.0
    series = series * square + 1 / 1_260.0
    series = series * square - 1 / 360.0
    series = series * square + 1 / 12.0
    return shift + series * inverse
  }
}
