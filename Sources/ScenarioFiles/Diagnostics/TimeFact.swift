import GrowthModel
import Languages

/// What is wrong with the periods of a scenario, or with figures by period.
enum TimeFact: Fact {
  case yearNotAfter(year: Int, baseYear: Int)
  case tooManyYears(Int, most: Int, step: Timeline.Step)
  /// Something that only models in quarters have.
  case needsQuarters(Noun)
  case notPeriod(String, path: String)
  /// A half-year or nine months, which no figure is given for.
  case notStep(String, step: Timeline.Step)
  case outside(Period, first: Period, last: Period)
  case missingPeriod(Period, path: String)
  /// A quarter where figures are by year.
  case onlyYears(Noun)
  case notFourQuarters(String, count: Int)
  case seasonalSum(String, sum: String)
  case missingQuarters(String)
}

extension TimeFact {
  var message: Phrase {
    switch self {
    case .yearNotAfter(let year, let base): "'year' is \(year), not after the base year \(base)"
    case .tooManyYears(let count, let most, .year):
      "there are \(count) years from the base year to 'year'; a model in years covers \(most)"
    case .tooManyYears(let count, let most, .quarter):
      "there are \(count) years from the base year to 'year'; a model in quarters covers \(most)"
    case .needsQuarters(let what):
      "\(what) belongs to a model in quarters, but this one is in years"
    case .notPeriod(let text, let path):
      "'\(text)' is not a period, but `\(path)` is given by period"
    case .notStep(let text, .year): "figures are for years here, not for '\(text)'"
    case .notStep(let text, .quarter): "figures are for quarters or years, not for '\(text)'"
    case .outside(let period, let first, let last):
      "\(period) is not among the periods of the model, \(first) to \(last)"
    case .missingPeriod(let period, let path): "`\(path)` has no figure for \(period)"
    case .onlyYears(let what): "\(what) has a figure for each year, not for quarters"
    case .notFourQuarters(let key, let count):
      "'\(key)' has \(Counted.figures.text(count)), but a year has four quarters"
    case .seasonalSum(let key, let sum): "the figures of '\(key)' sum to \(sum), not to 100%"
    case .missingQuarters(let what):
      "'\(what)' has a figure for the year, but nothing says how it falls on the quarters"
    }
  }

  var hint: Phrase? {
    switch self {
    case .yearNotAfter: "write the year that is asked about, after the base year"
    case .tooManyYears: "write an earlier 'year'"
    case .needsQuarters: "write `steps: quarters` at the top, or delete it"
    case .notPeriod: "periods are written `2025` or `2025Q3`"
    case .notStep(_, .year): "write a year, such as `2025`"
    case .notStep(_, .quarter): "write a quarter such as `2025Q3`, or a year"
    case .outside: "delete it, or change `base-year` or `year`"
    case .missingPeriod(let period, _): "add `\(period):`, or one figure for all periods"
    case .onlyYears: "write years, such as `2025`"
    case .notFourQuarters: "list the first to the fourth quarter, as in `[22%, 24%, 26%, 28%]`"
    case .seasonalSum: "correct the shares; a difference of 0.1 pp is taken for rounding"
    case .missingQuarters:
      "add `quarters: [22%, 24%, 26%, 28%]` to it, to a group above it, or at the top for all"
    }
  }
}
