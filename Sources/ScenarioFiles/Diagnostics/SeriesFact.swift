/// What is wrong with a lever, an uncertainty or an indicator.
enum SeriesFact: Fact {
  case incomplete(String, what: String)
  case overfull(String, [String], what: String)
  case notPositive(String, text: String)
  case missingGrowth(String, what: String)
  case unfitQuarters(String, because: String)
  case badRange([String])
  case outsideRange(String, value: String, low: String, high: String)

  var message: String {
    switch self {
    case .incomplete(let id, let what):
      "the \(Self.noun(what)) '\(id)' has neither 'base' nor 'level'"
        + (what == "an indicator" ? " nor 'formula'" : "")
    case .overfull(let id, let keys, let what):
      "the \(Self.noun(what)) '\(id)' has \(keys.map { "'\($0)'" }.joined(separator: " and "))"
    case .notPositive(let id, let text):
      "the base of '\(id)' is \(text), but must be above zero to grow"
    case .missingGrowth(let id, let what):
      "the \(Self.noun(what)) '\(id)' has a 'base', but no 'growth'"
    case .unfitQuarters(let id, let reason): "'\(id)' has 'quarters', but \(reason)"
    case .badRange(let figures):
      figures.count == 2
        ? "the range goes from \(figures[0]) down to \(figures[1])"
        : "'range' has \(figures.count) figure\(figures.count == 1 ? "" : "s"), not two"
    case .outsideRange(let id, let value, let low, let high):
      "the value of '\(id)' is \(value), outside its range from \(low) to \(high)"
    }
  }

  var hint: String? {
    switch self {
    case .incomplete(_, let what):
      "add `base:` and `growth:`, or `level:`"
        + (what == "an indicator" ? ", or `formula:`" : "")
        + (what == "an uncertainty" ? ", or a distribution" : "")
    case .overfull(_, let keys, _): "keep one of them: " + keys.joined(separator: ", ")
    case .notPositive: "give it as a `level` instead"
    case .missingGrowth: "add `growth:`, such as `growth: 8%`, or write `level:` for `base:`"
    case .unfitQuarters: "delete 'quarters': they divide the money or the count of a year"
    case .badRange: "write the least and the greatest value, as in `[90%, 100%]`"
    case .outsideRange: "correct the value, or widen the range"
    }
  }

  /// The noun without its article.
  private static func noun(_ what: String) -> Substring {
    what.drop { $0 != " " }.dropFirst()
  }
}
