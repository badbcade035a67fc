import GrowthModel
import Languages

/// What is wrong with the keys of a mapping, or with a value that is not a figure.
enum KeyFact: Fact {
  case unknownKey(String, what: Noun, allowed: [String], absent: [String])
  case missingKey(String, what: Noun)
  case noValue(String)
  case notMapping(what: Noun, shape: Phrase, keys: [String])
  case notText(String, shape: Phrase)
  case notOneOf(String, key: String, allowed: [String])
  case badIdentifier(String, what: Noun)
  case badQuantityPath(String, what: Noun)
  case noSource([String])
  case badFormat(String)
  case notYear(String, key: String)
  case priceYearAfterYear(Int, year: Int)
  case notDate(String, key: String)
  case notCurrency(String)
  case notDraws(String)
  case notSeed(String)
}

extension KeyFact {
  var severity: Diagnostic.Severity {
    if case .noSource = self { return .warning }
    return .error
  }

  var message: Phrase {
    switch self {
    case .unknownKey(let key, let what, _, _): "\(what) has no key '\(key)'"
    case .missingKey(let key, let what): "\(what) needs the key '\(key)'"
    case .noValue(let key): "nothing is written behind '\(key)'"
    case .notMapping(let what, let shape, _): "\(what) is written with keys, but here is \(shape)"
    case .notText(let key, let shape): "'\(key)' is a text, but here is \(shape)"
    case .notOneOf(let text, let key, _): "'\(text)' is not a choice for '\(key)'"
    case .badIdentifier(let id, let what): "'\(id)' cannot be the name of \(what)"
    case .badQuantityPath(let path, let what): "'\(path)' cannot be the name of \(what)"
    case .noSource(let paths):
      paths.count == 1
        ? "a figure names no source: \(paths[0])"
        : "\(paths.count) figures name no source: \(NearestName.list(paths))"
    case .badFormat(let text): "the format '\(text)' is not known"
    case .notYear(let text, let key): "'\(key)' is a year, but '\(text)' is not one"
    case .priceYearAfterYear(let priceYear, let year):
      "'price-year' is \(priceYear), after the year \(year) that is asked about"
    case .notDate(let text, let key): "'\(key)' is a date, but '\(text)' is not one"
    case .notCurrency(let text): "'\(text)' is not the code of a currency"
    case .notDraws(let text): "'draws' is a number of draws, but here is '\(text)'"
    case .notSeed(let text): "'seed' is a whole number, but here is '\(text)'"
    }
  }

  var hint: Phrase? {
    switch self {
    case .unknownKey(let key, _, let allowed, let absent):
      if let nearest = NearestName.of(key, among: absent) ?? NearestName.of(key, among: allowed) {
        "did you mean '\(nearest)'?"
      } else {
        "its keys are: \(allowed.joined(separator: ", "))"
      }
    case .missingKey(let key, _): Self.missingHint(key)
    case .noValue(let key): "write a value, or delete the line `\(key):`"
    case .notMapping(_, _, let keys):
      keys.isEmpty
        ? "write `name:` lines below it, indented by two more spaces"
        : "its keys are: \(keys.joined(separator: ", "))"
    case .notText: "write it on one line, in quotation marks if it contains ': '"
    case .notOneOf(let text, _, let allowed):
      NearestName.hint(for: text, among: allowed, listing: .choices)
    case .badIdentifier:
      """
      use lower-case letters a to z, digits and hyphens, beginning with a letter; `name:` is what \
      people read
      """
    case .badQuantityPath:
      """
      use lower-case letters a to z, digits and hyphens, in parts that begin with a letter and are \
      joined by points, as in `tourism.visits`
      """
    case .noSource:
      """
      add `source:` to the figure, or beside figures that share one; write `source: assumption` \
      where there is none
      """
    case .badFormat: "this program reads `format: \(MappingSchema.format)`"
    case .notYear: "write four digits, such as 2025"
    case .priceYearAfterYear: "name the year whose prices the volumes are in, such as 2010"
    case .notDate: "write year, month and day with hyphens, such as 2025-02-27"
    case .notCurrency: "write three capital letters, such as VND"
    case .notDraws: "write a whole number from 1 to 4.29G, such as 500000, 100k or 1M"
    case .notSeed: "write a whole number from 0 to 18446744073709551615"
    }
  }

  private static func missingHint(_ key: String) -> Phrase {
    switch key {
    case "format": "begin the file with `format: \(MappingSchema.format)`"
    case "name": "write what people call it, such as `name: Sơn La 2025`"
    case "currency": "write `currency: VND`"
    case "base-year": "write the year that growth is measured from, such as `base-year: 2024`"
    case "year": "write the year that is asked about, such as `year: 2025`"
    case "activities": "list the activities of the economy below `activities:`"
    case "growth": "write `growth: 8%`, or a distribution"
    case "quantity": "write `quantity: growth`, or the path of another result"
    case "value": "write `{value: 8%, source: \"...\"}`"
    case "file": "write the path of a CSV file, relative to this file"
    case "period": "write the first and the last year, such as `period: 2011-2024`"
    case "columns": "write `variable: column` lines below `columns:`"
    case "variables": "list the variables in the order of the rows of the matrix"
    case "matrix": "write one row of correlations for each variable"
    default: "add a line `\(key):`"
    }
  }
}
