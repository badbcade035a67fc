/// A number in decimal digits, as it stands at the beginning of a text.
///
/// Nothing here depends on a locale: the decimal sign is a point, `_` may set thousands apart.
struct DecimalNumber: Equatable {
  /// Sign, digits and point, without `_` and `+`.
  let mantissa: String
  /// The power of ten behind an `e`.
  let exponent: Int
  /// As people write it: the mantissa, with the exponent if there is one.
  var text: String { exponent == 0 ? mantissa : mantissa + "e\(exponent)" }

  /// The number times a power of ten, rounded once to the nearest `Double`.
  ///
  /// - Throws: `FigureFact` when the result is past the largest `Double`, or too near to zero to be
  ///   told from it with full precision.
  func value(timesTenTo power: Int) throws(FigureFact) -> Double {
    guard let value = Double("\(mantissa)e\(exponent + power)"), value.isFinite else {
      throw .tooLarge(text)
    }
    let isZero = !mantissa.contains { ("1"..."9").contains($0) }
    guard isZero || value.isNormal else { throw .tooSmall(text) }
    // A minus before a zero would reach the results as -0.0.
    return isZero ? 0 : value
  }

  /// Reads the number at the beginning of a text, and what stands behind it without blanks around.
  ///
  /// - Throws: `FigureFact` when there is no number.
  static func scan(_ text: String) throws(FigureFact) -> (number: DecimalNumber, rest: String) {
    var scanner = Scanner(characters: Array(text))
    guard let number = try scanner.number(of: text) else { throw misread(text) }
    return (number, scanner.rest)
  }

  /// What a text that is not a number may have been meant to be.
  private static func misread(_ text: String) -> FigureFact {
    let lower = text.lowercased()
    if let first = text.first, "\u{2212}\u{2013}\u{2014}".contains(first) {
      return .typographicMinus(text)
    }
    let word = lower.drop { "+-.".contains($0) }.prefix { $0.isLetter }
    if ["nan", "inf", "infinity"].contains(String(word)) { return .notFinite(text) }
    return .notNumber(text)
  }

  private struct Scanner {
    let characters: [Character]
    var index = 0

    var next: Character? { index < characters.count ? characters[index] : nil }

    var rest: String {
      let behind = String(characters[index...]).drop { $0 == " " || $0 == "\t" }
      return String(behind)
    }

    mutating func number(of text: String) throws(FigureFact) -> DecimalNumber? {
      var mantissa = ""
      if let sign = next, sign == "-" || sign == "+" {
        if sign == "-" { mantissa = "-" }
        index += 1
      }
      let whole = digits()
      var fraction = ""
      if next == ".", index + 1 < characters.count, isDigit(characters[index + 1]) {
        index += 1
        fraction = digits()
      }
      guard !(whole + fraction).isEmpty else { return nil }
      if whole == "0", next == "x" || next == "X" { throw .hexadecimal(text) }
      if next == "," { throw comma(text) }
      if next == "." { throw .strayPoint(text) }
      if next == "_" { throw .strayUnderscore(text) }
      mantissa += (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
      return DecimalNumber(mantissa: mantissa, exponent: exponent())
    }

    /// Digits, among which `_` may stand.
    private mutating func digits() -> String {
      var digits = ""
      while let character = next {
        if isDigit(character) {
          digits.append(character)
        } else if character != "_" || digits.isEmpty || index + 1 >= characters.count
          || !isDigit(characters[index + 1])
        {
          break
        }
        index += 1
      }
      return digits
    }

    /// The power of ten behind an `e`; what is past any `Double` is cut.
    private mutating func exponent() -> Int {
      guard let mark = next, mark == "e" || mark == "E" else { return 0 }
      let start = index
      index += 1
      var sign = 1
      if let character = next, character == "-" || character == "+" {
        if character == "-" { sign = -1 }
        index += 1
      }
      let power = digits()
      guard !power.isEmpty else {
        index = start
        return 0
      }
      return sign * min(Int(power) ?? 100_000, 100_000)
    }

    /// A comma may set thousands apart or be a decimal sign; the number of digits behind it tells
    /// which is more likely.
    private func comma(_ text: String) -> FigureFact {
      let behind = characters[(index + 1)...].prefix(while: isDigit).count
      return behind == 3 && text.filter { $0 == "," }.count > 1
        ? .thousandsComma(text) : .decimalComma(text, ambiguous: behind == 3)
    }

    private func isDigit(_ character: Character) -> Bool {
      ("0"..."9").contains(character) && character.isASCII
    }
  }
}
