/// The sum of up to 2^30 numbers without any rounding, so that it does not depend on their order.
///
/// A fixed-point number over the whole range of a `Double`, in limbs of 32 bits held by integers of
/// 64, whose spare bits put carrying off to the end: R. M. Neal, "Fast exact summation using small
/// and large superaccumulators" (2015), arXiv:1505.05571. Limb k counts units of 2^(32 k - 1074).
struct ExactSum: Sendable, Equatable {
  private static let limbBits = 32
  private static let limbMask: UInt64 = 0xffff_ffff
  /// Room for the last bit of the largest number, in limb 63, and for two limbs above it.
  private static let limbCount = 66

  private var limbs = [Int64](repeating: 0, count: limbCount)
  /// Whether everything that was added was a finite number.
  private(set) var isFinite = true

  init() {}

  /// Adds a number.
  ///
  /// - Complexity: O(1), three additions of integers.
  mutating func add(_ number: Double) {
    guard number.isFinite else {
      isFinite = false
      return
    }
    let exponent = Int(number.exponentBitPattern)
    let significand = number.significandBitPattern | (exponent == 0 ? 0 : 1 << 52)
    // The place of the significand's last bit: subnormal numbers share that of the least normal.
    let place = max(exponent, 1) - 1
    let shift = UInt64(place % Self.limbBits)
    let limb = place / Self.limbBits
    let low = (significand & Self.limbMask) << shift
    let high = (significand >> 32) << shift
    let sign: Int64 = number.sign == .minus ? -1 : 1
    limbs[limb] += sign * Int64(low & Self.limbMask)
    limbs[limb + 1] += sign * Int64(low >> 32 + high & Self.limbMask)
    limbs[limb + 2] += sign * Int64(high >> 32)
  }

  /// Adds what another sum holds.
  mutating func add(_ other: ExactSum) {
    for limb in limbs.indices { limbs[limb] += other.limbs[limb] }
    isFinite = isFinite && other.isFinite
  }

  /// The sum, rounded once; NaN when something that was added was not a finite number, infinite when
  /// the sum is past the largest `Double`.
  var value: Double {
    guard isFinite else { return .nan }
    let (isNegative, digits) = signedDigits
    guard let top = digits.lastIndex(where: { $0 != 0 }) else { return 0 }
    // The top four limbs have 97 bits or more, of which 53 are kept; one bit stands for the rest.
    let last = max(top - 3, 0)
    var leading: UInt128 = 0
    for limb in stride(from: top, through: last, by: -1) {
      leading = leading << 32 | UInt128(digits[limb])
    }
    if digits[..<last].contains(where: { $0 != 0 }) { leading |= 1 }
    let magnitude = Self.scaled(Double(leading), by: Self.limbBits * last - 1074)
    return isNegative ? -magnitude : magnitude
  }

  /// Sums are the same when they are of the same number, whatever was added up to it.
  static func == (one: ExactSum, other: ExactSum) -> Bool {
    guard one.isFinite, other.isFinite else { return one.isFinite == other.isFinite }
    return carried(one.limbs) == carried(other.limbs)
  }

  private static func carried(_ limbs: [Int64]) -> [Int64] {
    var limbs = limbs
    for limb in 0..<limbCount - 1 {
      limbs[limb + 1] += limbs[limb] >> 32
      limbs[limb] &= Int64(limbMask)
    }
    return limbs
  }

  /// `number` times 2 to the power; a sum of doubles below the normal numbers is exact, and so is its
  /// product.
  private static func scaled(_ number: Double, by power: Int) -> Double {
    // In two steps, since the power alone may be out of range.
    let half = power / 2
    return number * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: power - half, significand: 1)
  }

  // MARK: As digits

  /// Digits that a sum of up to 2^30 numbers can have: one more than the largest number has.
  static let digitCount = limbCount - 1

  /// The sign and the magnitude, in digits to the base of 2^32 from the lowest on.
  var signedDigits: (isNegative: Bool, digits: [Int64]) {
    // The sign is that of the highest limb once each of the others lies in 0 ..< 2^32.
    let carried = Self.carried(limbs)
    let isNegative = carried[Self.limbCount - 1] < 0
    return (isNegative, isNegative ? Self.carried(limbs.map { -$0 }) : carried)
  }

  /// A sum of this sign and magnitude.
  ///
  /// - Parameter digits: at most `digitCount`, from the lowest on; nil for a sum in which something was not a
  ///   finite number.
  init(digits: [UInt32]?, isNegative: Bool) {
    guard let digits else {
      isFinite = false
      return
    }
    for (place, digit) in digits.enumerated() {
      limbs[place] = isNegative ? -Int64(digit) : Int64(digit)
    }
  }
}
