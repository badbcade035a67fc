import GrowthModel
import Languages

/// What is wrong with the parts of a model as a whole.
enum ModelFact: Fact {
  /// Quantities with their periods, each needing the next.
  case cycle([String])
  case unavailable(String, Period, reason: Absence)

  /// Why a quantity of a period is not known.
  enum Absence: Sendable {
    /// It lies before the first period of a named number.
    case before
    /// A named number has only a figure for the year.
    case yearly
    case other
  }

  var message: Phrase {
    switch self {
    case .cycle(let path):
      "quantities need each other in the same period: \(path.joined(separator: " -> "))"
    case .unavailable(let path, let period, _): "'\(path)' of \(period) is needed, but not known"
    }
  }

  var hint: Phrase? {
    switch self {
    case .cycle: "let one of them look back, as in `growth[-1]`"
    case .unavailable(let path, _, .before):
      "add `before:` to '\(path)', its number before the first period"
    case .unavailable(let path, _, .yearly):
      "add `quarters:` to '\(path)', or `every: quarter` if its figure is for each quarter"
    case .unavailable(let path, _, .other):
      "make an indicator of `\(path)` with `before:`, or look less far back"
    }
  }
}
