import Languages

/// How a number is written: 1,234.5 in English, 1.234,5 in Vietnamese.
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
  /// Whose separators are written.
  public var language: Language

  /// - Parameters:
  ///   - decimals: digits after the point.
  ///   - powerOfTen: that the number is multiplied by.
  ///   - trimsZeros: whether zeros at the end of the decimals are left out.
  ///   - language: whose separators are written; English for what programs read.
  public init(
    decimals: Int, powerOfTen: Int = 0, trimsZeros: Bool = false, language: Language = .current
  ) {
    self.decimals = max(decimals, 0)
    self.powerOfTen = powerOfTen
    self.trimsZeros = trimsZeros
    self.language = language
  }

  /// Writes a number.
  public func string(_ value: Double) -> String {
    guard let exact = ShortestDecimal(value)?.shifted(by: powerOfTen) else {
      return Self.missing.text(in: language)
    }
    guard exact.integerDigits <= Self.longest else { return scientific(exact) }
    let number = exact.rounded(decimals: decimals)
    // Digits as an integer in units of the last decimal.
    var digits = number.digits
    if !digits.isEmpty {
      digits += [UInt8](repeating: 0, count: max(number.exponent + decimals, 0))
    }
    digits = [UInt8](repeating: 0, count: max(decimals + 1 - digits.count, 0)) + digits
    var fraction = digits.suffix(decimals).map(String.init).joined()
    if trimsZeros { while fraction.hasSuffix("0") { fraction.removeLast() } }
    return (number.isNegative ? "-" : "") + Self.grouped(digits.dropLast(decimals), language)
      + (fraction.isEmpty ? "" : String(language.decimalSeparator) + fraction)
  }

  /// What is written for what is not a number.
  private static var missing: Phrase { "n/a" }

  /// Writes a whole number.
  public static func count(_ value: Int) -> String {
    let digits = String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
    return (value < 0 ? "-" : "") + grouped(digits[...], .current)
  }

  private static func grouped(_ digits: ArraySlice<UInt8>, _ language: Language) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) {
        text.append(language.groupSeparator)
      }
      text += String(digit)
    }
    return text
  }

  private func scientific(_ value: ShortestDecimal) -> String {
    let number = value.rounded(significant: 4)
    let tail = number.digits.dropFirst().map(String.init).joined()
    return (number.isNegative ? "-" : "") + String(number.digits[0])
      + (tail.isEmpty ? "" : String(language.decimalSeparator) + tail)
      + "e\(number.integerDigits - 1)"
  }
}
