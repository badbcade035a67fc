/// How a number is written: a point for decimals, commas between thousands, whatever the locale.
///
/// Rounds halves away from zero, starting from the shortest decimal that reads back as the number:
/// 9.995 to two decimals is 10.00. There is no negative zero. Numbers of more than 15 digits before
/// the point are written as `1.235e20`. What is not a number is written `n/a`.
public struct NumberFormat: Sendable, Equatable {
  /// The most digits before the point that are written out.
  static let longest = 15

  /// Digits after the point, zero or more.
  public var decimals: Int
  /// The number is multiplied by ten to this power first: 2 writes a fraction in percent.
  public var powerOfTen: Int
  /// Whether zeros at the end of the decimals are left out.
  public var trimsZeros: Bool

  public init(decimals: Int, powerOfTen: Int = 0, trimsZeros: Bool = false) {
    self.decimals = max(decimals, 0)
    self.powerOfTen = powerOfTen
    self.trimsZeros = trimsZeros
  }

  /// Writes a number.
  public func string(_ value: Double) -> String {
    guard let exact = ShortestDecimal(value)?.shifted(by: powerOfTen) else { return "n/a" }
    guard exact.integerDigits <= Self.longest else { return Self.scientific(exact) }
    let number = exact.rounded(decimals: decimals)
    // Digits as an integer in units of the last decimal.
    var digits = number.digits
    if !digits.isEmpty {
      digits += [UInt8](repeating: 0, count: max(number.exponent + decimals, 0))
    }
    digits = [UInt8](repeating: 0, count: max(decimals + 1 - digits.count, 0)) + digits
    var fraction = digits.suffix(decimals).map(String.init).joined()
    if trimsZeros { while fraction.hasSuffix("0") { fraction.removeLast() } }
    return (number.isNegative ? "-" : "") + Self.grouped(digits.dropLast(decimals))
      + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// Writes a whole number.
  public static func count(_ value: Int) -> String {
    let digits = String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
    return (value < 0 ? "-" : "") + grouped(digits[...])
  }

  private static func grouped(_ digits: ArraySlice<UInt8>) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text += String(digit)
    }
    return text
  }

  private static func scientific(_ value: ShortestDecimal) -> String {
    let number = value.rounded(significant: 4)
    let tail = number.digits.dropFirst().map(String.init).joined()
    return (number.isNegative ? "-" : "") + String(number.digits[0])
      + (tail.isEmpty ? "" : "." + tail) + "e\(number.integerDigits - 1)"
  }
}
