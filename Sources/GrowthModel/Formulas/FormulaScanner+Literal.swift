extension FormulaScanner {
  /// How many of a unit of time make a year.
  private static let durations: [String: Double] = [
    "day": 365, "days": 365, "month": 12, "months": 12, "year": 1, "years": 1,
  ]
  /// Money is computed in billions.
  private static let moneyPower = -9

  /// Digits as they stand, and the power of ten behind an `e`.
  private struct Decimal {
    let start: Int
    let mantissa: String
    let exponent: Int
  }

  /// A figure: a date, or a number with its unit.
  mutating func literal() throws(FormulaError) -> FormulaLiteral {
    if let date = try date() { return date }
    let decimal = try number()
    let end = index
    skipBlanks()
    if peek() == "%" {
      index += 1
      return try literal(decimal, .rate, power: -2)
    }
    guard let word = unitWord() else {
      index = end
      return try literal(decimal, .number)
    }
    if word == "pp" { return try literal(decimal, .percentagePoints, power: -2) }
    if word.lowercased() == "percent" {
      throw FormulaError(.percentSpelled(text(from: decimal.start)), at: decimal.start)
    }
    guard let scale = Self.scales.first(where: { $0.key == word }) else {
      return try literal(decimal, unit: word, scale: 0)
    }
    let scaled = text(from: decimal.start)
    skipBlanks()
    guard let unit = unitWord() else {
      throw FormulaError(.scaleWithoutUnit(scaled), at: decimal.start)
    }
    return try literal(decimal, unit: unit, scale: scale.value)
  }

  /// `YYYY-MM-DD`; nil where no date stands.
  private mutating func date() throws(FormulaError) -> FormulaLiteral? {
    let pattern = Array("0000-00-00".unicodeScalars)
    let fits = pattern.indices.allSatisfy { k in
      pattern[k] == "-" ? peek(k) == "-" : Self.isDigit(peek(k))
    }
    guard fits, !Self.isDigit(peek(10)), !Self.isLetter(peek(10)) else { return nil }
    let start = index
    index += pattern.count
    guard let date = CalendarDate(text(from: start)) else {
      throw FormulaError(.noSuchDay(text(from: start)), at: start)
    }
    return FormulaLiteral(value: date.year, unit: .date, text: text(from: start))
  }

  /// A figure whose number and scale are read, and the first word of its unit too.
  private mutating func literal(
    _ decimal: Decimal, unit word: String, scale: Int
  ) throws(FormulaError) -> FormulaLiteral {
    let wordStart = index - word.unicodeScalars.count
    if word == "per" {
      throw FormulaError(.perWithoutCurrency(text(from: decimal.start)), at: decimal.start)
    }
    if let perYear = Self.durations[word] {
      var figure = try literal(decimal, .duration, power: scale)
      figure.value /= perYear
      return figure
    }
    if Self.isCurrency(word) {
      guard word == currency else {
        throw FormulaError(.wrongCurrency(found: word, currency: currency), at: wordStart)
      }
      return try money(decimal, power: scale + Self.moneyPower)
    }
    if scale == 0, word.count > 4, let near = NearestName.of(word, among: Self.scales.map(\.key)) {
      throw FormulaError(.misspeltScale(word, scale: near), at: wordStart)
    }
    var words = [word]
    while let more = followingUnitWord() { words.append(more) }
    return try literal(decimal, .count(words.joined(separator: " ")), power: scale)
  }

  private mutating func money(
    _ decimal: Decimal, power: Int
  ) throws(FormulaError) -> FormulaLiteral {
    let end = index
    guard followingUnitWord() == "per" else {
      index = end
      return try literal(decimal, .money, power: power)
    }
    guard let thing = followingUnitWord() else {
      throw FormulaError(.perWithoutThing(text(from: decimal.start)), at: decimal.start)
    }
    return try literal(decimal, .moneyPer(thing), power: power)
  }

  /// Three capital letters, as in ISO 4217.
  private static func isCurrency(_ word: String) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy { (0x41...0x5a).contains($0) }
  }

  private mutating func followingUnitWord() -> String? {
    let end = index
    skipBlanks()
    if let word = unitWord() { return word }
    index = end
    return nil
  }

  /// The word that stands here, of letters of any alphabet and hyphens; nil, and nothing is read,
  /// where it is an operator, a quantity or a function.
  private mutating func unitWord() -> String? {
    let start = index
    func isWordLetter(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar else { return false }
      return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
    while isWordLetter(peek()) || index > start && peek() == "-" && isWordLetter(peek(1)) {
      index += 1
    }
    let word = text(from: start)
    let end = index
    skipBlanks()
    let opens = peek() == "(" || peek() == "["
    index = end
    let isQuantity =
      Self.isDigit(peek()) || peek() == "." || peek() == "-" && Self.isDigit(peek(1))
    if word.isEmpty || opens || isQuantity || Self.operatorWords.contains(word) {
      index = start
      return nil
    }
    return word
  }
}

extension FormulaScanner {
  private func literal(
    _ decimal: Decimal, _ unit: Unit, power: Int = 0
  ) throws(FormulaError) -> FormulaLiteral {
    let figure = text(from: decimal.start)
    guard let value = Double("\(decimal.mantissa)e\(decimal.exponent + power)"), value.isFinite
    else { throw FormulaError(.tooLarge(figure), at: decimal.start) }
    let isZero = !decimal.mantissa.contains { ("1"..."9").contains($0) }
    guard isZero || value.isNormal else {
      throw FormulaError(.tooSmall(figure), at: decimal.start)
    }
    return FormulaLiteral(value: value, unit: unit, text: figure)
  }

  /// Digits, a fraction and a power of ten.
  private mutating func number() throws(FormulaError) -> Decimal {
    let start = index
    let whole = digits()
    var fraction = ""
    if peek() == ".", Self.isDigit(peek(1)) {
      index += 1
      fraction = digits()
    }
    if whole == "0", peek() == "x" || peek() == "X" {
      index += 1
      throw FormulaError(.hexadecimal(text(from: start)), at: start)
    }
    let exponent = exponent()
    if peek() == "." || peek() == "_" {
      let isPoint = peek() == "."
      index += 1
      _ = digits()
      let text = text(from: start)
      throw FormulaError(isPoint ? .strayPoint(text) : .strayUnderscore(text), at: start)
    }
    let mantissa = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    return Decimal(start: start, mantissa: mantissa, exponent: exponent)
  }

  /// Digits, among which `_` may stand.
  private mutating func digits() -> String {
    var digits = ""
    while let scalar = peek() {
      if Self.isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
      } else if scalar != "_" || digits.isEmpty || !Self.isDigit(peek(1)) {
        break
      }
      index += 1
    }
    return digits
  }

  /// The power of ten behind an `e`; what is past any `Double` is cut.
  private mutating func exponent() -> Int {
    guard peek() == "e" || peek() == "E" else { return 0 }
    let isSigned = peek(1) == "-" || peek(1) == "+"
    guard Self.isDigit(peek(isSigned ? 2 : 1)) else { return 0 }
    let sign = peek(1) == "-" ? -1 : 1
    index += isSigned ? 2 : 1
    return sign * min(Int(digits()) ?? 100_000, 100_000)
  }
}
