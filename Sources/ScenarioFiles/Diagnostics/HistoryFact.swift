import GrowthModel
import Languages

/// What is wrong with the history of a scenario.
enum HistoryFact: Fact {
  case badPeriod(String, Timeline.Step)
  case periodTooShort(Int, Timeline.Step)
  case columnNotText(String)
  case unknownColumn(String, [String])
  case unknownVariable(String, [String])
  case fixedVariable(String)
  case thin(Int, HistorySpan)
  case emptyTable
  case unclosedQuote
  case semicolons
  case tabs
  case noYearColumn(String, Timeline.Step)
  case badYear(String, Timeline.Step)
  case repeatedYear(Period, Timeline.Step)
  case missingYears([Period], HistorySpan)
  case unevenRow(cells: Int, columns: Int)
  case repeatedColumn(String)
  case columnWithoutUnit(String)
  case badColumnUnit(String, unit: String)
  case emptyCell(column: String, Period)
  case badCell(String, column: String, Period)
}

extension HistoryFact {
  var severity: Diagnostic.Severity {
    switch self {
    case .thin, .fixedVariable: .warning
    default: .error
    }
  }

  var message: Phrase {
    switch self {
    case .badPeriod(let text, .year): "'\(text)' is not a period of years"
    case .badPeriod(let text, .quarter): "'\(text)' is not a period of quarters"
    case .periodTooShort(1, .year): "the period has one year, too few to estimate anything"
    case .periodTooShort(let count, .year):
      "the period has \(count) years, too few to estimate anything"
    case .periodTooShort(1, .quarter):
      "the period has one quarter, too few to estimate anything"
    case .periodTooShort(let count, .quarter):
      "the period has \(count) quarters, too few to estimate anything"
    case .columnNotText(let variable): "the column of '\(variable)' is not a name"
    case .unknownColumn(let name, _): "the history file has no column '\(name)'"
    case .unknownVariable(let name, _): "the scenario has no variable '\(name)'"
    case .fixedVariable(let name):
      "'\(name)' has a column in the history, but is a fixed figure: the column is not used"
    case .thin(let count, let span):
      """
      the history has only \(count) observations (\(span)): \
      a standard deviation from it is uncertain by about \(Self.uncertainty(count)) of itself
      """
    case .emptyTable: "the history file has no table"
    case .unclosedQuote: "a quotation mark is opened and not closed on this line"
    case .semicolons: "the columns are separated by ';'"
    case .tabs: "the columns are separated by tabs"
    case .noYearColumn(let title, let step):
      "the first column is '\(title)', not '\(Self.firstColumn(step))'"
    case .badYear(let text, .year): "'\(text)' is not a year"
    case .badYear(let text, .quarter): "'\(text)' is not a quarter"
    case .repeatedYear(let period, .year): "the year \(period) stands here a second time"
    case .repeatedYear(let period, .quarter): "the quarter \(period) stands here a second time"
    case .missingYears(let periods, let span):
      """
      the file has no row for \(NearestName.list(periods.map(\.description))), but the period is \
      \(span)
      """
    case .unevenRow(let cells, let columns):
      "the row has \(cells) cells, but the header has \(columns)"
    case .repeatedColumn(let name): "there is a second column '\(name)'"
    case .columnWithoutUnit(let name): "the title of the column '\(name)' has no unit"
    case .badColumnUnit(let name, let unit): "'\(unit)', in the title of '\(name)', is not a unit"
    case .emptyCell(let column, let period):
      "there is no figure for '\(column)' in \(period)"
    case .badCell(let text, let column, let period):
      "'\(text)', for '\(column)' in \(period), is not a number"
    }
  }

  var hint: Phrase? {
    switch self {
    case .badPeriod(_, .year): "write the first and the last year, such as `period: 2011-2024`"
    case .badPeriod(_, .quarter):
      "write the first and the last quarter, such as `period: 2011Q1-2024Q4`"
    case .periodTooShort(_, .year):
      "give at least \(History.minimum) years, better \(History.thinBelow)"
    case .periodTooShort(_, .quarter):
      "give at least \(History.minimum) quarters, better \(History.thinBelow)"
    case .columnNotText: "write `variable: column`, both as single words or texts"
    case .unknownColumn(let name, let names), .unknownVariable(let name, let names):
      NearestName.hint(for: name, among: names, listing: .all)
    case .fixedVariable: "delete the line, or make the figure uncertain"
    case .thin: "bands and probabilities that rest on it are themselves rough; more years help"
    case .emptyTable: "begin with a line of titles, such as `year,agriculture (%)`"
    case .unclosedQuote: "close it, or delete it"
    case .tabs: "separate them by ','"
    case .semicolons: "separate them by ',' and write decimals with a point"
    case .noYearColumn(_, .year): "call the column of years `year` and put it first"
    case .noYearColumn(_, .quarter): "call the column of quarters `period` and put it first"
    case .badYear(_, .year): "write four digits; remarks begin with '#'"
    case .badYear(_, .quarter): "write year and quarter, as in 2024Q3; remarks begin with '#'"
    case .repeatedYear: "delete one of the rows"
    case .missingYears: "add the rows, or shorten the period"
    case .unevenRow: "a missing figure is an empty cell between two commas"
    case .repeatedColumn: "give the columns different names"
    case .columnWithoutUnit(let name): "write it in brackets, as in `\(name) (%)`"
    case .badColumnUnit: "write a unit such as `%` or `billion VND`"
    case .emptyCell: "add the figure, or shorten the period"
    case .badCell(let text, _, _): Self.hint(cell: text)
    }
  }

  /// The title of the column of years or quarters.
  static func firstColumn(_ step: Timeline.Step) -> String { step == .year ? "year" : "period" }

  /// 1 / sqrt(2 (n - 1)), in percent.
  private static func uncertainty(_ count: Int) -> String {
    FigureText.decimal(100 / (2 * Double(count - 1)).squareRoot(), places: 0) + "%"
  }

  /// What may be meant by a cell that is no number.
  private static func hint(cell text: String) -> Phrase {
    for mark in [",", ".", " ", "\u{a0}", "\u{202f}"] as [Character] {
      let groups = text.split(separator: mark, omittingEmptySubsequences: false)
      let digits = groups.map { $0.allSatisfy { ("0"..."9").contains($0) } }
      guard groups.count > 1, digits.allSatisfy(\.self), 1...3 ~= groups[0].count,
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { continue }
      let (whole, decimal) = (groups.joined(), groups.joined(separator: "."))
      return mark == "," && groups.count == 2
        ? """
        do not set thousands apart: write \(whole), or \(decimal) where the comma is a decimal sign
        """
        : "do not set thousands apart: write \(whole)"
    }
    if let first = text.first, "\u{2212}\u{2013}\u{2014}".contains(first) {
      return "the minus sign is '-': write -\(text.dropFirst())"
    }
    return text.contains(",")
      ? "the decimal sign is a point: write \(text.replacing(",", with: "."))"
      : "write a plain number; the unit stands in the title"
  }
}
