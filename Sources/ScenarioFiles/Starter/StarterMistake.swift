import Languages

/// Why there can be no scenario to begin with as it was asked for.
public enum StarterMistake: Error, Equatable, Sendable {
  case badName
  case badCurrency(String)
  case noActivities
  case tooManyActivities(most: Int)
  case badActivity(String)
  case repeatedActivity(String)
  case badYear(Int)
  case yearNotAfter(Int, baseYear: Int)
  case tooManyYears(Int, most: Int)
  case badTarget

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
