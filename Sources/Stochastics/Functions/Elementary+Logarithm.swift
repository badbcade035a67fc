extension Elementary {
  /// The natural logarithm of `x`.
  ///
  /// - Returns: ln x; minus infinity at zero; NaN below zero and for NaN.
  /// - Complexity: O(1).
  /// - Accuracy: within 0.95 units in the last place, measured at 600,000 points against 60-digit
  ///   arithmetic.
  @inlinable
  static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else {
      return x == 0 ? -.infinity : (x == .infinity ? x : .nan)
    }
    // x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2); a subnormal x is lifted first.
    let lifted = x < .leastNormalMagnitude ? x * 0x1p54 : x
    let bits = lifted.bitPattern
    var k = Int(bits >> 52) - 1022 - (x < .leastNormalMagnitude ? 54 : 0)
    var m = Double(bitPattern: (bits & 0x000f_ffff_ffff_ffff) | 0x3fe0_0000_0000_0000)
    if m < rootHalf {
      m *= 2
      k -= 1
    }
    return logarithm(onePlus: m - 1, lost: 0, exponent: Double(k))
  }

  /// The natural logarithm of one plus `x`, without cancellation near zero.
  ///
  /// - Returns: ln(1 + x); minus infinity at -1; NaN below -1 and for NaN.
  /// - Complexity: O(1).
  /// - Accuracy: within 0.95 units in the last place, measured at 960,000 points against 60-digit
  ///   arithmetic.
  @inlinable
  static func log1p(_ x: Double) -> Double {
    guard x > -1, x < .infinity else {
      return x == -1 ? -.infinity : (x == .infinity ? x : .nan)
    }
    if x > -0.29 && x < 0.41 { return logarithm(onePlus: x, lost: 0, exponent: 0) }
    // u = 1 + x rounded; what the rounding lost is recovered exactly (Dekker 1971,
    // doi:10.1007/BF01397083) and moves the logarithm by lost / u.
    let u = 1 + x
    let lost = x > 1 ? 1 - (u - x) : x - (u - 1)
    let bits = u.bitPattern
    var k = Int(bits >> 52) - 1022
    var m = Double(bitPattern: (bits & 0x000f_ffff_ffff_ffff) | 0x3fe0_0000_0000_0000)
    if m < rootHalf {
      m *= 2
      k -= 1
    }
    return logarithm(onePlus: m - 1, lost: lost / u, exponent: Double(k))
  }

  /// exponent x ln 2 + ln(1 + f) + lost, for sqrt(1/2) <= 1 + f < sqrt(2).
  @inlinable
  @inline(__always)
  static func logarithm<R: RealLanes>(onePlus f: R, lost: R, exponent k: R) -> R {
    // With s = f / (2 + f), ln(1 + f) = 2 artanh(s) = 2s + 2s^3/3 + 2s^5/5 + ..., and 2s = f - s f.
    // Written as f - s (f - 2s^2 (1/3 + s^2/5 + ...)) the exact f leads and the rounded part is
    // small beside it. |s| < 0.1716: the first term left out, 2 s^25/25, is below 6e-21.
    let s = f / (f + 2)
    let z = s * s
    let w = z * z
    var even = R(repeating: 2 / 23.0)
    even = even * w + 2 / 19.0
    even = even * w + 2 / 15.0
    even = even * w + 2 / 11.0
    even = even * w + 2 / 7.0
    even = even * w + 2 / 3.0
    var odd = R(repeating: 2 / 21.0)
    odd = odd * w + 2 / 17.0
    odd = odd * w + 2 / 13.0
    odd = odd * w + 2 / 9.0
    odd = odd * w + 2 / 5.0
    // even holds the powers 0, 2, 4, ... of z: 2/3, 2/7, ...; odd holds 1, 3, ...: 2/5, 2/9, ...
    let correction = s * (f - z * (even + z * odd))
    return ln2High * k + (f - (correction - (ln2Low * k + lost)))
  }

  /// The natural logarithms of positive, finite numbers of normal magnitude: lane by lane the same
  /// bits as `log(_:)`.
  @inline(__always)
  static func log(normal x: SIMD8<Double>) -> SIMD8<Double> {
    let bits = unsafeBitCast(x, to: SIMD8<UInt64>.self)
    var m = unsafeBitCast(
      (bits & SIMD8(repeating: 0x000f_ffff_ffff_ffff)) | SIMD8(repeating: 0x3fe0_0000_0000_0000),
      to: SIMD8<Double>.self)
    // The biased exponent in the low bits of the significand of 2^52, less the bias.
    let exponent = (bits &>> SIMD8(repeating: 52)) | SIMD8(repeating: 0x4330_0000_0000_0000)
    var k = unsafeBitCast(exponent, to: SIMD8<Double>.self) - SIMD8(repeating: 0x1p52 + 1022)
    let isSmall = (m - SIMD8(repeating: rootHalf)).isMinus
    m = m.replaced(by: m + m, where: isSmall)
    k = k.replaced(by: k - SIMD8(repeating: 1), where: isSmall)
    return logarithm(
      onePlus: m - SIMD8(repeating: 1), lost: SIMD8(repeating: 0), exponent: k)
  }
}
