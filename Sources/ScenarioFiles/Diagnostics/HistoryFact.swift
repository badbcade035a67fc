import GrowthModel

/// What is wrong with the history of a scenario.
enum HistoryFact: Fact {
  case badPeriod(String)
  case periodTooShort(Int)
  case columnNotText(String)
  case unknownColumn(String, [String])
  case unknownVariable(String, [String])
  case fixedVariable(String)
  case thin(Int, ClosedRange<Int>)
  case emptyTable
  case unclosedQuote
  case semicolons
  case noYearColumn(String)
  case badYear(String)
  case repeatedYear(Int)
  case missingYears([Int], ClosedRange<Int>)
  case unevenRow(cells: Int, columns: Int)
  case repeatedColumn(String)
  case columnWithoutUnit(String)
  case badColumnUnit(String, unit: String)
  case emptyCell(column: String, year: Int)
  case badCell(String, column: String, year: Int)
}

extension HistoryFact {
  var severity: Diagnostic.Severity {
    switch self {
    case .thin, .fixedVariable: .warning
    default: .error
    }
  }

  var message: String {
    switch self {
    case .badPeriod(let text): "'\(text)' is not a period of years"
    case .periodTooShort(let count):
      "the period has \(count == 1 ? "one year" : "\(count) years"), too few to estimate anything"
    case .columnNotText(let variable): "the column of '\(variable)' is not a name"
    case .unknownColumn(let name, _): "the history file has no column '\(name)'"
    case .unknownVariable(let name, _): "the scenario has no variable '\(name)'"
    case .fixedVariable(let name):
      "'\(name)' has a column in the history, but is a fixed figure: the column is not used"
    case .thin(let count, let period):
      "the history has only \(count) observations (\(period.lowerBound)-\(period.upperBound)):"
        + " a standard deviation from it is uncertain by about \(Self.uncertainty(count)) of itself"
    case .emptyTable: "the history file has no table"
    case .unclosedQuote: "a quotation mark is opened and not closed on this line"
    case .semicolons: "the columns are separated by ';'"
    case .noYearColumn(let title): "the first column is '\(title)', not 'year'"
    case .badYear(let text): "'\(text)' is not a year"
    case .repeatedYear(let year): "the year \(year) stands here a second time"
    case .missingYears(let years, let period):
      "the file has no row for \(NearestName.list(years.map(String.init))), but the period is"
        + " \(period.lowerBound)-\(period.upperBound)"
    case .unevenRow(let cells, let columns):
      "the row has \(cells) cells, but the header has \(columns)"
    case .repeatedColumn(let name): "there is a second column '\(name)'"
    case .columnWithoutUnit(let name): "the title of the column '\(name)' has no unit"
    case .badColumnUnit(let name, let unit): "'\(unit)', in the title of '\(name)', is not a unit"
    case .emptyCell(let column, let year): "there is no figure for '\(column)' in \(year)"
    case .badCell(let text, let column, let year):
      "'\(text)', for '\(column)' in \(year), is not a number"
    }
  }

  var hint: String? {
    switch self {
    case .badPeriod: "write the first and the last year, such as `period: 2011-2024`"
    case .periodTooShort: "give at least \(History.minimum) years, better \(History.thinBelow)"
    case .columnNotText: "write `variable: column`, both as single words or texts"
    case .unknownColumn(let name, let names), .unknownVariable(let name, let names):
      NearestName.hint(for: name, among: names, listing: "there are")
    case .fixedVariable: "delete the line, or make the figure uncertain"
    case .thin: "bands and probabilities that rest on it are themselves rough; more years help"
    case .emptyTable: "begin with a line of titles, such as `year,agriculture (%)`"
    case .unclosedQuote: "close it, or delete it"
    case .semicolons: "separate them by ',' and write decimals with a point"
    case .noYearColumn: "call the column of years `year` and put it first"
    case .badYear: "write four digits; remarks begin with '#'"
    case .repeatedYear: "delete one of the rows"
    case .missingYears: "add the rows, or shorten the period"
    case .unevenRow: "a missing figure is an empty cell between two commas"
    case .repeatedColumn: "give the columns different names"
    case .columnWithoutUnit(let name): "write it in brackets, as in `\(name) (%)`"
    case .badColumnUnit: "write a unit such as `%` or `billion VND`"
    case .emptyCell: "add the figure, or shorten the period"
    case .badCell(let text, _, _):
      text.contains(",")
        ? "the decimal sign is a point: write \(text.replacing(",", with: "."))"
        : "write a plain number; the unit stands in the title"
    }
  }

  /// 1 / sqrt(2 (n - 1)), in percent.
  private static func uncertainty(_ count: Int) -> String {
    FigureText.decimal(100 / (2 * Double(count - 1)).squareRoot(), places: 0) + "%"
  }
}
