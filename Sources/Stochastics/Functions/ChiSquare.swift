/// The chi-square distribution with a whole number of degrees of freedom: the sum of that many
/// squared independent standard normal numbers.
public enum ChiSquare {
  /// The probability of a sum above `x`: Q(k/2, x/2), the regularized upper incomplete gamma
  /// function.
  ///
  /// With y = x/2, by the finite sums of DLMF 8.4.8 to 8.4.11 (https://dlmf.nist.gov/8.4), all of
  /// whose terms are positive:
  ///
  ///     k even:  sum over a = 0, 1, ..., k/2 - 1 of e^-y y^a / Gamma(a + 1)
  ///     k odd:   2 Phi(-sqrt x) + sum over a = 1/2, 3/2, ..., k/2 - 1 of the same
  ///
  /// - Returns: one for `x` up to zero; NaN for NaN.
  /// - Complexity: O(k).
  /// - Accuracy: 1e-14 of the value where x and k are up to 100, growing with the larger of them.
  /// - Precondition: `degreesOfFreedom` is above zero.
  public static func upperTail(_ x: Double, degreesOfFreedom k: Int) -> Double {
    precondition(k > 0, "a chi-square distribution has a degree of freedom or more")
    guard x > 0 else { return x.isNaN ? x : 1 }
    guard x < .infinity else { return 0 }
    let y = 0.5 * x
    let lowest = k.isMultiple(of: 2) ? 0.0 : 0.5
    let count = k / 2
    var sum = k.isMultiple(of: 2) ? 0 : 2 * StandardNormal.complementary(x.squareRoot())
    guard count > 0 else { return sum }
    // From the largest term outwards, so that none but small ones can underflow.
    let peak = lowest + min((y - lowest).rounded(.down), Double(count - 1))
    let start = max(peak, lowest)
    let largest = term(start, y)
    var value = largest
    var a = start
    while a > lowest, value > 0 {
      value *= a / y
      a -= 1
      sum += value
    }
    value = largest
    sum += value
    a = start
    while a < lowest + Double(count - 1), value > 0 {
      a += 1
      value *= y / a
      sum += value
    }
    return min(sum, 1)
  }

  /// e^-y y^a / Gamma(a + 1), by Stirling's formula and its error: Loader (2000), as
  /// `Elementary.stirlingError(_:)`.
  private static func term(_ a: Double, _ y: Double) -> Double {
    guard a > 0 else { return Elementary.exp(-y) }
    let relative = (y - a) / a
    let deviance =
      relative.magnitude < 0.5
      ? a * (relative - Elementary.log1p(relative)) : y - a - a * Elementary.log(y / a)
    let twoPi = 6.283185307179586
    return Elementary.exp(-deviance - Elementary.stirlingError(a)) / (twoPi * a).squareRoot()
  }
}
