import GrowthModel

/// A number with its unit, as people write it in a scenario.
struct Figure: Equatable {
  /// In the unit that the model computes with: a fraction, billions of the currency, a count, or a
  /// plain number.
  var value: Double
  var unit: Unit
  /// The currency of an amount of money.
  var currency: String?
  /// The figure with one blank between its words, as in `36274 billion VND`.
  var text: String

  /// Powers of ten.
  static let scales: KeyValuePairs = ["thousand": 3, "million": 6, "billion": 9, "trillion": 12]

  /// How many of a unit of time make a year.
  static let durations: [String: Double] = [
    "day": 365, "days": 365, "month": 12, "months": 12, "year": 1, "years": 1,
  ]

  /// Money is computed in billions.
  static let moneyPower = -9

  /// Reads a figure; which unit belongs where it stands is not its concern.
  static func parse(_ text: String) throws(FigureFact) -> Figure {
    if let date = CalendarDate(trim(text)) {
      return Figure(value: date.year, unit: .date, currency: nil, text: date.description)
    }
    if looksLikeDate(trim(text)) { throw .noSuchDay(trim(text)) }
    let (number, rest) = try DecimalNumber.scan(trim(text))
    switch rest {
    case "": return try Figure(number, "", .number)
    case "%": return try Figure(number, "%", .rate, power: -2)
    case "pp": return try Figure(number, " pp", .percentagePoints, power: -2)
    default: break
    }
    guard !rest.hasPrefix("%") else { throw .textBehindUnit(text, unit: "%") }
    var words = rest.split { $0 == " " || $0 == "\t" }.map(String.init)
    var scale = 0
    var prefix = ""
    if let power = scales.first(where: { $0.key == words[0] })?.value {
      scale = power
      prefix = " " + words.removeFirst()
      guard !words.isEmpty else { throw .scaleWithoutUnit(text) }
    }
    try checkWords(words, of: text, isScaled: scale != 0)
    if words == ["per", "person"] { throw .perPersonWithoutCurrency(text) }
    let unit = prefix + " " + words.joined(separator: " ")
    if words.count == 1, let perYear = durations[words[0]] {
      let count = try number.value(timesTenTo: scale)
      return Figure(
        value: count / perYear, unit: .duration, currency: nil, text: number.text + unit)
    }
    guard isCurrency(words[0]) else {
      return try Figure(number, unit, .count(words.joined(separator: " ")), power: scale)
    }
    let power = scale + moneyPower
    switch Array(words.dropFirst()) {
    case []:
      return try Figure(number, unit, .money, power: power, currency: words[0])
    case let rest where rest.count == 2 && rest[0] == "per":
      return try Figure(number, unit, .moneyPer(rest[1]), power: power, currency: words[0])
    default:
      throw .textBehindUnit(text, unit: words[0])
    }
  }

  /// Whether a text has the form of a date.
  private static func looksLikeDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2]
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private init(
    _ number: DecimalNumber, _ unitText: String, _ unit: Unit, power: Int = 0,
    currency: String? = nil
  ) throws(FigureFact) {
    value = try number.value(timesTenTo: power)
    self.unit = unit
    self.currency = currency
    text = number.text + unitText
  }

  init(value: Double, unit: Unit, currency: String?, text: String) {
    self.value = value
    self.unit = unit
    self.currency = currency
    self.text = text
  }

  private static func checkWords(
    _ words: [String], of text: String, isScaled: Bool
  ) throws(FigureFact) {
    if words[0].lowercased() == "percent" { throw .percentSpelled(text) }
    if let digit = words[0].first, digit.isNumber { throw .thousandsBlank(text) }
    if !isScaled, !isCurrency(words[0]), words.count > 1 || words[0].count > 4,
      let scale = NearestName.of(words[0], among: scales.map(\.key))
    {
      throw .misspeltScale(text, word: words[0], scale: scale)
    }
    for word in words where !isName(word) {
      throw .unknownUnit(text, unit: words.joined(separator: " "))
    }
  }

  /// Whether a word is one of letters; a mark at its beginning would join the space before it.
  private static func isName(_ word: String) -> Bool {
    let marks: [Unicode.GeneralCategory] = [.nonspacingMark, .spacingMark, .enclosingMark]
    return word.allSatisfy { $0.isLetter || $0 == "-" }
      && !(word.unicodeScalars.first.map { marks.contains($0.properties.generalCategory) } ?? true)
  }

  /// Three capital letters, as in ISO 4217.
  static func isCurrency(_ word: String) -> Bool {
    word.count == 3 && word.allSatisfy { ("A"..."Z").contains($0) && $0.isASCII }
  }

  private static func trim(_ text: String) -> String {
    var characters = text[...]
    while let first = characters.first, first.isWhitespace { characters.removeFirst() }
    while let last = characters.last, last.isWhitespace { characters.removeLast() }
    return String(characters)
  }
}
