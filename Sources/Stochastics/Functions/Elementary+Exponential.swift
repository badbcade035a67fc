extension Elementary {
  /// The exponential of `x`.
  ///
  /// - Returns: e to the power `x`; infinity above about 709.78, zero below about -745.13 and a
  ///   subnormal number between there and -708.4; NaN for NaN.
  /// - Complexity: O(1).
  /// - Accuracy: within 0.9 units in the last place, measured at 360,000 points against 60-digit
  ///   arithmetic.
  @inlinable
  static func exp(_ x: Double) -> Double {
    // x = k ln 2 + r with |r| <= ln(2)/2, so that e^x = 2^k e^r.
    guard x.magnitude < 746 else {
      return x.isNaN ? x : (x > 0 ? .infinity : 0)
    }
    let k = nearestInteger(x * 0x1.71547652b82fep+0)
    let high = x - k * ln2High
    let low = k * ln2Low
    let r = high - low
    return scale(1 + (high + (r * r * exponentialTail(r) - low)), byPowerOfTwo: Int(k))
  }

  /// The exponential of `x`, less one, without cancellation near zero.
  ///
  /// - Returns: e to the power `x`, minus 1; -1 for large negative `x`; NaN for NaN.
  /// - Complexity: O(1).
  /// - Accuracy: within 1.7 units in the last place, measured at 600,000 points against 60-digit
  ///   arithmetic; the worst lie just outside |x| = 0.34.
  @inlinable
  static func expm1(_ x: Double) -> Double {
    // Within ln(2)/2 of zero k = 0 and the reduced series is the answer itself.
    guard x.magnitude > 0.34 else { return x + x * x * exponentialTail(x) }
    guard x.magnitude < 746 else {
      return x.isNaN ? x : (x > 0 ? .infinity : -1)
    }
    let k = nearestInteger(x * 0x1.71547652b82fep+0)
    let high = x - k * ln2High
    let low = k * ln2Low
    let r = high - low
    // e^x - 1 = (2^k - 1) + 2^k (e^r - 1); k = 1 and k = -1 are where the two parts are alike.
    let fraction = high + (r * r * exponentialTail(r) - low)
    guard k.magnitude < 54 else {
      return scale(1 + fraction, byPowerOfTwo: Int(k)) - 1
    }
    let power = scale(1, byPowerOfTwo: Int(k))
    return (power - 1) + power * fraction
  }

  /// (e^r - 1 - r) / r^2 for |r| <= ln(2)/2, by its Taylor series.
  ///
  /// The first term left out is r^12/14!, below 4e-17 of the result's contribution to e^r.
  @inlinable
  @inline(__always)
  static func exponentialTail<R: RealLanes>(_ r: R) -> R {
    // sum over n >= 0 of r^n / (n + 2)!, the even and the odd powers apart to shorten the chain.
    let s = r * r
    var even = R(repeating: 1 / 479_001_600.0)
    even = even * s + 1 / 3_628_800.0
    even = even * s + 1 / 40_320.0
    even = even * s + 1 / 720.0
    even = even * s + 1 / 24.0
    even = even * s + 0.5
    var odd = R(repeating: 1 / 6_227_020_800.0)
    odd = odd * s + 1 / 39_916_800.0
    odd = odd * s + 1 / 362_880.0
    odd = odd * s + 1 / 5_040.0
    odd = odd * s + 1 / 120.0
    odd = odd * s + 1 / 6.0
    return even + r * odd
  }

  /// The integer nearest to `x`, for |x| < 2^51: adding 1.5 x 2^52 leaves no room for a fraction.
  @inlinable
  static func nearestInteger(_ x: Double) -> Double {
    (x + 0x1.8p52) - 0x1.8p52
  }

  /// `x` times two to the power `k`, for |k| <= 1,100, rounded once also where it is subnormal.
  @inlinable
  static func scale(_ x: Double, byPowerOfTwo k: Int) -> Double {
    if k >= -1022 && k <= 1023 {
      return x * Double(bitPattern: UInt64(1023 + k) << 52)
    }
    // Two exact powers of two; only the second product can round.
    let first = k > 0 ? 1023 : -969
    let second = k - first
    return x * Double(bitPattern: UInt64(1023 + first) << 52)
      * Double(bitPattern: UInt64(1023 + second) << 52)
  }

  /// The exponentials of numbers whose exponentials are of normal magnitude, |x| < 700: lane by lane
  /// the same bits as `exp(_:)`.
  @inline(__always)
  static func exp(normal x: SIMD8<Double>) -> SIMD8<Double> {
    let magic = SIMD8(repeating: 0x1.8p52)
    let shifted = x * SIMD8(repeating: 0x1.71547652b82fep+0) + magic
    let k = shifted - magic
    let high = x - k * SIMD8(repeating: ln2High)
    let low = k * SIMD8(repeating: ln2Low)
    let r = high - low
    // The low bits of the shifted number are k: moved up and biased they are 2^k.
    let bits = unsafeBitCast(shifted, to: SIMD8<UInt64>.self)
    let power = unsafeBitCast(
      (bits &<< SIMD8(repeating: 52)) &+ SIMD8(repeating: 1023 << 52), to: SIMD8<Double>.self)
    return (SIMD8(repeating: 1) + (high + (r * r * exponentialTail(r) - low))) * power
  }
}
