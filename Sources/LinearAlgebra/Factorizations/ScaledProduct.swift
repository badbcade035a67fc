import Glibc

/// A product of many numbers as a significand and a whole power of two, which cannot overflow.
struct ScaledProduct {
  private var significand = 1.0
  private var exponent = 0

  /// Multiplies by a finite number.
  mutating func multiply(by factor: Double) {
    significand *= factor
    guard significand != 0 else { return }
    let shift = significand.exponent
    significand = Double(sign: .plus, exponent: -Int(shift), significand: significand)
    exponent += Int(shift)
  }

  /// Multiplies by a power of two.
  mutating func multiply(byPowerOfTwo power: Int) {
    exponent += power
  }

  /// The product; infinite where it is past the largest `Double`, zero below the smallest.
  var value: Double {
    // Past +-3,000 every significand over- or underflows.
    Double(sign: .plus, exponent: min(max(exponent, -3000), 3000), significand: significand)
  }

  /// The natural logarithm of the magnitude; minus infinity for zero.
  var logMagnitude: Double {
    log(significand.magnitude) + Double(exponent) * 0.6931471805599453
  }
}
