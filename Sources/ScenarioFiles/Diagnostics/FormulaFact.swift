import GrowthModel
import Languages

/// What is wrong with a formula of the file.
enum FormulaFact: Fact {
  case wrong(FormulaError)
  /// Its unit follows from its own.
  case unitOfItself(String)
  /// Something that it divides by, or takes a logarithm or root of, may have an impossible value.
  case unmet(QuantityGraph.Demand.Condition, low: Double, high: Double)

  var message: Phrase {
    switch self {
    case .wrong(let error): error.fact.message
    case .unitOfItself(let id): "the unit of '\(id)' cannot be told: its formula needs itself"
    case .unmet(.nonZero, let low, let high):
      "the divisor of this operation can be zero; it may lie \(Self.range(low, high))"
    case .unmet(.positive, let low, let high):
      """
      this is defined only above zero, and can come to zero or below; it may lie \
      \(Self.range(low, high))
      """
    case .unmet(.notNegative, let low, let high):
      """
      this is not defined below zero, and can come there; it may lie \(Self.range(low, high))
      """
    }
  }

  var hint: Phrase? {
    switch self {
    case .wrong(let error): error.fact.hint
    case .unitOfItself: "say what came before the first period, as in `before: 3 million visits`"
    case .unmet(.nonZero, _, _): "keep it away from zero, as in `max(x, 1%)`"
    case .unmet(.positive, _, _): "keep it above zero, as in `max(x, 1%)`"
    case .unmet(.notNegative, _, _): "keep it from going below zero, as in `max(x, 0)`"
    }
  }

  private static func range(_ low: Double, _ high: Double) -> Phrase {
    func write(_ value: Double) -> String { FigureText.decimal(value, places: 6) }
    switch (low.isFinite, high.isFinite) {
    case (true, true): return "from \(write(low)) to \(write(high))"
    case (true, false): return "at \(write(low)) or above"
    case (false, true): return "at \(write(high)) or below"
    case (false, false): return "anywhere"
    }
  }
}
