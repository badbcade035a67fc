import GrowthModel
import Languages

/// What is wrong with a lever, an uncertainty or an indicator.
enum SeriesFact: Fact {
  case incomplete(String, SeriesDraft.Section)
  case overfull(String, [String], SeriesDraft.Section)
  case notPositive(String, text: String)
  case missingGrowth(String, SeriesDraft.Section)
  case unfitQuarters(String, because: Obstacle)
  case badRange([String])
  case outsideRange(String, value: String, low: String, high: String)

  /// Why a number is not divided among quarters.
  enum Obstacle: Sendable {
    case formula, yearly, quarterly
    case unit(Unit)
  }

  var message: Phrase {
    switch self {
    case .incomplete(let id, .levers): "the lever '\(id)' has neither 'base' nor 'level'"
    case .incomplete(let id, .uncertainties):
      "the uncertainty '\(id)' has neither 'base' nor 'level'"
    case .incomplete(let id, .indicators):
      "the indicator '\(id)' has neither 'base' nor 'level' nor 'formula'"
    case .overfull(let id, let keys, .levers): "the lever '\(id)' has \(quotedList(keys))"
    case .overfull(let id, let keys, .uncertainties):
      "the uncertainty '\(id)' has \(quotedList(keys))"
    case .overfull(let id, let keys, .indicators): "the indicator '\(id)' has \(quotedList(keys))"
    case .notPositive(let id, let text):
      "the base of '\(id)' is \(text), but must be above zero to grow"
    case .missingGrowth(let id, .levers): "the lever '\(id)' has a 'base', but no 'growth'"
    case .missingGrowth(let id, .uncertainties):
      "the uncertainty '\(id)' has a 'base', but no 'growth'"
    case .missingGrowth(let id, .indicators):
      "the indicator '\(id)' has a 'base', but no 'growth'"
    case .unfitQuarters(let id, .formula): "'\(id)' has 'quarters', but follows from a formula"
    case .unfitQuarters(let id, .yearly): "'\(id)' has 'quarters', but has `every: year`"
    case .unfitQuarters(let id, .quarterly):
      "'\(id)' has 'quarters', but has figures for quarters"
    case .unfitQuarters(let id, .unit(let unit)):
      "'\(id)' has 'quarters', but is \(unit.kindText)"
    case .badRange(let figures):
      figures.count == 2
        ? "the range goes from \(figures[0]) down to \(figures[1])"
        : figures.count == 1
          ? "'range' has 1 figure, not two" : "'range' has \(figures.count) figures, not two"
    case .outsideRange(let id, let value, let low, let high):
      "the value of '\(id)' is \(value), outside its range from \(low) to \(high)"
    }
  }

  var hint: Phrase? {
    switch self {
    case .incomplete(_, .levers): "add `base:` and `growth:`, or `level:`"
    case .incomplete(_, .uncertainties):
      "add `base:` and `growth:`, or `level:`, or a distribution"
    case .incomplete(_, .indicators): "add `base:` and `growth:`, or `level:`, or `formula:`"
    case .overfull(_, let keys, _): "keep one of them: \(keys.joined(separator: ", "))"
    case .notPositive: "give it as a `level` instead"
    case .missingGrowth: "add `growth:`, such as `growth: 8%`, or write `level:` for `base:`"
    case .unfitQuarters: "delete 'quarters': they divide the money or the count of a year"
    case .badRange: "write the least and the greatest value, as in `[90%, 100%]`"
    case .outsideRange: "correct the value, or widen the range"
    }
  }
}
