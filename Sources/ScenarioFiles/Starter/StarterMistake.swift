import Languages

/// Why there can be no scenario to begin with as it was asked for.
public enum StarterMistake: Error, Equatable, Sendable {
  /// The name is empty or too long.
  case badName
  /// The code of a currency has other than three capital letters.
  case badCurrency(String)
  /// There is no industry among the activities.
  case noActivities
  /// There are more activities than a starter takes.
  case tooManyActivities(most: Int)
  /// The id has other than lower-case letters, digits and hyphens, or is taken.
  case badActivity(String)
  /// An activity stands twice.
  case repeatedActivity(String)
  /// The number is no year of four digits.
  case badYear(Int)
  /// The year asked about is not after the base year.
  case yearNotAfter(Int, baseYear: Int)
  /// There are so many years between, more than a model has.
  case tooManyYears(Int, most: Int)
  /// The target is no rate of growth that a plan could have.
  case badTarget

  /// What is wrong, without a full stop.
  public var message: Phrase {
    switch self {
    case .badName: "a name is a line of text of at most 200 characters"
    case .badCurrency(let text):
      "'\(text)' is not the code of a currency: write three capital letters, such as VND"
    case .noActivities: "an economy has one activity at least beside taxes"
    case .tooManyActivities(let most): "there are too many activities: \(most) at most"
    case .badActivity(let id):
      "'\(id)' cannot be the name of an activity here: lower-case letters, digits and hyphens, beginning with a letter, such as real-estate"
    case .repeatedActivity(let id): "the activity '\(id)' is there twice"
    case .badYear(let year): "\(year) is not a year of four digits"
    case .yearNotAfter(let year, let baseYear):
      "the year \(year) is not after the base year \(baseYear)"
    case .tooManyYears(let years, let most):
      "there are \(years) years from the base year on: at most \(most) can be"
    case .badTarget: "a target of growth lies above -100% and is at most 1000%"
    }
  }
}
