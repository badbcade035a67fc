import GrowthModel
import Languages

/// What is wrong with the parts of a model as a whole.
enum ModelFact: Fact {
  /// Quantities with their periods, each needing the next.
  case cycle([String])
  case unavailable(String, Period, reason: Absence)
  /// A lever or an uncertainty that nothing takes, and the name of one that may be meant.
  case idle(String, what: Noun, meant: String?)

  /// Why a quantity of a period is not known.
  enum Absence: Sendable {
    /// It lies before the first period of a named number.
    case before
    /// A named number has only a figure for the year.
    case yearly
    case other
  }

  var severity: Diagnostic.Severity {
    if case .idle = self { .warning } else { .error }
  }

  var message: Phrase {
    switch self {
    case .cycle(let path):
      "quantities need each other in the same period: \(path.joined(separator: " -> "))"
    case .unavailable(let path, let period, _): "'\(path)' of \(period) is needed, but not known"
    case .idle(let id, let what, _):
      "'\(id)' is \(what) that moves nothing: no effect and no formula takes it"
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
    case .idle(_, _, let meant):
      meant.map { "did you mean '\($0)'?" }
        ?? "name it in an effect or a formula, or delete it"
    }
  }

  /// The name that one that nothing takes may stand for: a misspelt one, or one that it begins or ends.
  static func meant(by id: String, _ others: [String]) -> String? {
    NearestName.of(id, among: others)
      ?? others.first {
        $0.hasPrefix(id + ".") || $0.hasSuffix("." + id) || id.hasPrefix($0 + ".")
          || id.hasSuffix("." + $0)
      }
  }
}
