import GrowthModel
import Languages

/// What is wrong with a published figure that a scenario is to be conditioned on.
enum ActualFact: Fact {
  case constant(String)
  case repeated(String, first: Location)
  case negativeRevision(String)
  /// The scenario's date lies before that of the figure.
  case publishedAfter(String, asOf: String)
}

extension ActualFact {
  var severity: Diagnostic.Severity {
    switch self {
    case .publishedAfter: .warning
    default: .error
    }
  }

  var message: Phrase {
    switch self {
    case .constant(let path):
      "'\(path)' is the same in every draw, so that a published figure can say nothing about it"
    case .repeated(let path, let first): "there is a figure for '\(path)' already, at \(first)"
    case .negativeRevision(let text):
      "'revision' is \(text), but a standard deviation is not negative"
    case .publishedAfter(let date, let asOf):
      "the figure was published on \(date), but the scenario is of \(asOf)"
    }
  }

  var hint: Phrase? {
    switch self {
    case .constant:
      "correct the figures of the scenario that it follows from, or make one uncertain"
    case .repeated: "keep one of them; a path without a period is that of the last year"
    case .negativeRevision: "delete the sign"
    case .publishedAfter(let date, _): "write `as-of: \(date)`, or later"
    }
  }
}
