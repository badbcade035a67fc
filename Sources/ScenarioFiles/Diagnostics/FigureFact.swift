import GrowthModel
import Languages

/// Why a text is not a figure, or not the figure that belongs where it stands.
enum FigureFact: Fact, Error, Equatable {
  case notNumber(String)
  case notFinite(String)
  case hexadecimal(String)
  case noSuchDay(String)
  case tooLarge(String)
  case tooSmall(String)
  case typographicMinus(String)
  case decimalComma(String, ambiguous: Bool)
  case thousandsComma(String)
  case thousandsBlank(String)
  case strayPoint(String)
  case strayUnderscore(String)
  case percentSpelled(String)
  case textBehindUnit(String, unit: String)
  case scaleWithoutUnit(String)
  case perPersonWithoutCurrency(String)
  case misspeltScale(String, word: String, scale: String)
  case unknownUnit(String, unit: String)
  case noUnit(String, expected: Unit, currency: String)
  case wrongUnit(String, found: Unit, expected: Unit, currency: String)
  case wrongCurrency(String, found: String, currency: String)
  case wrongCount(String, found: String, expected: String)
  case notAFigure(shape: Phrase)
  case notAList(String, shape: Phrase)
}

extension FigureFact {
  var message: Phrase {
    switch self {
    case .notNumber(let text): "'\(text)' is not a figure"
    case .notFinite(let text): "'\(text)' is not a finite number"
    case .noSuchDay(let text): "there is no day '\(text)'"
    case .hexadecimal(let text): "'\(text)' is not a decimal number"
    case .tooLarge(let text): "'\(text)' is too large to compute with"
    case .tooSmall(let text): "'\(text)' is too close to zero to compute with"
    case .typographicMinus(let text): "'\(text)' begins with a dash, not with a minus sign"
    case .decimalComma(let text, _), .thousandsComma(let text):
      "'\(text)' has a comma in its number"
    case .thousandsBlank(let text): "'\(text)' has a blank in its number"
    case .strayPoint(let text): "'\(text)' has a point too many in its number"
    case .strayUnderscore(let text): "'\(text)' has a '_' that does not stand between digits"
    case .percentSpelled(let text): "'\(text)' has its unit in words"
    case .textBehindUnit(let text, let unit): "'\(text)' goes on behind its unit, '\(unit)'"
    case .scaleWithoutUnit(let text): "'\(text)' does not say of what"
    case .perPersonWithoutCurrency(let text): "'\(text)' names no currency"
    case .misspeltScale(let text, let word, _): "'\(word)' in '\(text)' is not a scale"
    case .unknownUnit(let text, let unit): "'\(unit)' in '\(text)' is not a unit"
    case .noUnit(let text, let expected, _):
      "'\(text)' has no unit where \(expected.kindText) belongs"
    case .wrongUnit(let text, let found, let expected, _):
      "'\(text)' is \(found.kindText) where \(expected.kindText) belongs"
    case .wrongCurrency(let text, let found, let currency):
      "'\(text)' is in \(found), but the currency of this file is \(currency)"
    case .wrongCount(let text, let found, let expected):
      "'\(text)' counts \(found) where a number of \(expected) belongs"
    case .notAFigure(let shape): "there is \(shape) where a figure belongs"
    case .notAList(let key, let shape): "'\(key)' is \(shape) where a list of figures belongs"
    }
  }

  var hint: Phrase? {
    switch self {
    case .notNumber: "a figure begins with digits, as in `8%` or `36274 billion VND`"
    case .notFinite: "give a number"
    case .noSuchDay: "a date is written year-month-day, as in `2025-07-01`"
    case .hexadecimal: "use the digits 0 to 9"
    case .tooLarge, .tooSmall: "check the exponent"
    case .typographicMinus(let text): "write `-\(text.dropFirst())`"
    case .decimalComma(let text, let ambiguous): Self.commaHint(text, ambiguous: ambiguous)
    case .thousandsComma(let text):
      "set thousands apart with `_`: `\(text.split(separator: ",").joined(separator: "_"))`"
    case .thousandsBlank: "write the number without a blank, or set thousands apart with `_`"
    case .strayPoint: "the point is the decimal sign; set thousands apart with `_`, as in `36_274`"
    case .strayUnderscore: "write it only between digits, as in `36_274`"
    case .percentSpelled(let text): "write `\(text.prefix { !$0.isWhitespace && !$0.isLetter })%`"
    case .textBehindUnit: "a remark belongs behind `#`; `per person` may follow a currency"
    case .scaleWithoutUnit(let text):
      "name the currency or what is counted: `\(text) VND`, `\(text) visits`"
    case .perPersonWithoutCurrency:
      "name it before `per person`, as in `61.8 million VND per person`"
    case .misspeltScale(let text, let word, let scale):
      "write `\(text.split(separator: word, maxSplits: 1).joined(separator: scale))`"
    case .unknownUnit:
      "units are `%`, `pp`, a currency such as `VND`, or the word for what is counted"
    case .noUnit(let text, let expected, let currency):
      Self.unitHint(text, expected: expected, currency: currency)
    case .wrongUnit(let text, .rate, .percentagePoints, _):
      "write `\(text.filter { $0 != "%" && !$0.isWhitespace }) pp`"
    case .wrongUnit(let text, .percentagePoints, .rate, _):
      "write `\(text.replacing("pp", with: "").filter { !$0.isWhitespace })%`"
    case .wrongUnit(_, _, .number, _): "write the number alone"
    case .wrongUnit(_, _, let expected, let currency):
      "write it like `\(expected.example(currency: currency))`"
    case .wrongCurrency(_, _, let currency): "convert it to \(currency), or change `currency`"
    case .wrongCount(let text, let found, let expected):
      "write `\(text.replacing(found, with: expected))` if that is what is meant"
    case .notAList: "write it in brackets, as in `[6%, 7.5%, 8%]`"
    case .notAFigure: "write a figure such as `8%`, or `{value: 8%, source: \"...\"}`"
    }
  }

  private static func commaHint(_ text: String, ambiguous: Bool) -> Phrase {
    let point = text.replacing(",", with: ".")
    guard ambiguous else { return "the decimal sign is a point: write `\(point)`" }
    return
      """
      the decimal sign is a point: write `\(point)`, or \
      `\(text.replacing(",", with: ""))` if the comma sets thousands apart
      """
  }

  private static func hundredfold(_ value: Double) -> String {
    FigureText.decimal(value * 100, places: 4)
  }

  private static func unitHint(_ text: String, expected: Unit, currency: String) -> Phrase {
    switch expected {
    case .rate:
      Double(text).map { hundredfold($0) }.map {
        "write `\(text)%`; a bare \(text) could mean \(text)% or \($0)%"
      } ?? "write `\(text)%`"
    case .percentagePoints: "write `\(text) pp`"
    case .money: "write the scale and the currency: `\(text) billion \(currency)`"
    case .moneyPer, .date, .duration:
      "write it like `\(expected.example(currency: currency))`"
    case .count(let noun): "write `\(text) \(noun)`, or a scale as in `\(text) million \(noun)`"
    case .number: "write the number alone"
    }
  }
}
