import GrowthModel
import Languages

/// What a scenario or its data has more of than is calculated with: far more than people write, and little enough
/// for a computer of today.
enum LimitFact: Fact {
  /// Activities without parts, times periods.
  case tooManyAccounts(activities: Int, periods: Int)
  case tooManyCorrelated(Int)
  case tooManyColumns(Int)

  /// The most activities times periods: 1,250 activities by quarter over ten years.
  static let mostAccounts = 50_000
  /// The most variables of one group of correlations, whose matrix has the square of that number of entries.
  static let mostCorrelated = 1000
  /// The most columns of a table.
  static let mostColumns = 1024

  var message: Phrase {
    switch self {
    case .tooManyAccounts(let activities, let periods):
      """
      \(activities) activities in \(periods) periods are more than the \(Self.mostAccounts) accounts of the \
      largest model
      """
    case .tooManyCorrelated(let count):
      "\(count) variables move together here, more than the \(Self.mostCorrelated) of the largest group"
    case .tooManyColumns(let count):
      "this line has \(count) cells, more than the \(Self.mostColumns) of the widest table"
    }
  }

  var hint: Phrase? {
    switch self {
    case .tooManyAccounts: "join small activities, or write an earlier 'year'"
    case .tooManyCorrelated: "part them into groups under `groups`, or let fewer move together"
    case .tooManyColumns: "check that this is the file you meant, or leave out columns"
    }
  }
}
