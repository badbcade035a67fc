/// From one decimal number to another, with a unit behind: the values that a sweep takes there.
///
/// Numbers are whole multiples of a power of ten, so that a tenth of the way is a tenth and no binary
/// dust; where a value has no end in decimals, 15 digits of it are kept.
struct DecimalRange: Sendable, Hashable {
  /// The ends, as multiples of ten to the power of `exponent`.
  let first: Int128
  let last: Int128
  let exponent: Int
  /// What stands behind a number: `%` or ` billion VND`, empty for a plain number.
  let suffix: String

  private static let mostDigits = 18
  private static let keptDigits = 15
  /// Multiples of its step that a stratum holds, at least.
  private static let leastChoices: Int128 = 1000
  private static let exponents = -30...30

  /// - Parameters:
  ///   - ends: the two numbers, in the order in which they are taken.
  ///   - unit: what stands behind the second of them.
  /// - Returns: nil where the numbers have too many digits for this, or are too far apart in size.
  init?(_ ends: (DecimalNumber, DecimalNumber), unit: String) {
    let (low, high) = (Self.integer(ends.0), Self.integer(ends.1))
    let exponent = min(low.exponent, high.exponent)
    guard Self.exponents.contains(low.exponent), Self.exponents.contains(high.exponent),
      let first = Self.scaled(low, to: exponent), let last = Self.scaled(high, to: exponent)
    else { return nil }
    (self.first, self.last, self.exponent) = (first, last, exponent)
    suffix = unit == "%" || unit.isEmpty ? unit : " " + unit
  }

  /// Evenly spaced values, both ends among them.
  ///
  /// - Precondition: count is two or more.
  func values(_ count: Int) -> [String] {
    precondition(count >= 2, "a range has two ends")
    let steps = Int128(count - 1)
    return (0..<count).map { k in
      text(first * (steps - Int128(k)) + last * Int128(k), over: steps)
    }
  }

  /// A value within one of as many strata of equal width as there are points.
  ///
  /// - Parameters:
  ///   - stratum: counted from zero, at the first end.
  ///   - points: how many strata there are.
  ///   - word: 64 random bits, which choose among the decimals of the stratum, a thousand at least.
  func value(stratum: Int, of points: Int, word: UInt64) -> String {
    let (low, high) = (min(first, last), max(first, last))
    let place = first <= last ? stratum : points - 1 - stratum
    let count = Int128(points)
    // Ten to the power that leaves a thousand steps to a stratum.
    var fine = 0
    var scale: Int128 = 1
    while (high - low) * scale < Self.leastChoices * count {
      fine += 1
      scale *= 10
    }
    var coarse: Int128 = 1
    while fine == 0, (high - low) / (coarse * 10) >= Self.leastChoices * count { coarse *= 10 }
    // Multiples of the step from this edge of the stratum to just below the next.
    let (from, width) = (low * scale * count, (high - low) * scale)
    let least = Self.ceiling(from + width * Int128(place), over: coarse * count)
    let end = Self.ceiling(from + width * Int128(place + 1), over: coarse * count)
    let choice = UInt64(end - least).multipliedFullWidth(by: word).high
    return write((least + Int128(choice)) * coarse, exponent: exponent - fine)
  }

  private static func ceiling(_ number: Int128, over divisor: Int128) -> Int128 {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    return rest > 0 ? quotient + 1 : quotient
  }

  private static func integer(_ number: DecimalNumber) -> (digits: String, exponent: Int) {
    let parts = number.mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return (String(parts[0]) + fraction, number.exponent - fraction.count)
  }

  private static func scaled(_ number: (digits: String, exponent: Int), to exponent: Int) -> Int128?
  {
    let zeros = number.exponent - exponent
    guard number.digits.count + zeros <= mostDigits + 1 else { return nil }
    return Int128(number.digits + String(repeating: "0", count: zeros))
  }

  /// A fraction of the unit as a decimal, exact where it has an end.
  private func text(_ number: Int128, over divisor: Int128) -> String {
    var number = number
    var power = exponent
    let limit = Self.power(Self.keptDigits)
    while number % divisor != 0, (number / divisor).magnitude < limit / 10 {
      number *= 10
      power -= 1
    }
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    let isUp = 2 * rest.magnitude >= divisor.magnitude && rest != 0
    return write(quotient + (isUp ? (number < 0 ? -1 : 1) : 0), exponent: power)
  }

  private static func power(_ exponent: Int) -> UInt128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// A whole multiple of a power of ten, without zeros at the end of its decimals, and its unit.
  private func write(_ number: Int128, exponent: Int) -> String {
    var (digits, power) = (number.magnitude, exponent)
    while power < 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    var text = String(digits) + String(repeating: "0", count: max(power, 0))
    if power < 0 {
      text = String(repeating: "0", count: max(1 - power - text.count, 0)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: power))
    }
    return (number < 0 ? "-" : "") + text + suffix
  }
}
