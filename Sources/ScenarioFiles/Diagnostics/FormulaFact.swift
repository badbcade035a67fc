import GrowthModel

/// What is wrong with a formula of the file.
enum FormulaFact: Fact {
  case wrong(FormulaError)
  /// Its unit follows from its own.
  case unitOfItself(String)
  /// Something that it divides by, or takes a logarithm or root of, may have an impossible value.
  case unmet(QuantityGraph.Demand.Condition, low: Double, high: Double)

  var message: String {
    switch self {
    case .wrong(let error): "\(error)"
    case .unitOfItself(let id): "the unit of '\(id)' cannot be told: its formula needs itself"
    case .unmet(let condition, let low, let high):
      Self.danger(condition) + "; it may lie \(Self.range(low, high))"
    }
  }

  var hint: String? {
    switch self {
    case .wrong(let error): error.hint
    case .unitOfItself: "say what came before the first period, as in `before: 3 million visits`"
    case .unmet(.nonZero, _, _): "keep it away from zero, as in `max(x, 1%)`"
    case .unmet(.positive, _, _): "keep it above zero, as in `max(x, 1%)`"
    case .unmet(.notNegative, _, _): "keep it from going below zero, as in `max(x, 0)`"
    }
  }

  private static func danger(_ condition: QuantityGraph.Demand.Condition) -> String {
    switch condition {
    case .nonZero: "the divisor of this operation can be zero"
    case .positive: "this is defined only above zero, and can come to zero or below"
    case .notNegative: "this is not defined below zero, and can come there"
    }
  }

  private static func range(_ low: Double, _ high: Double) -> String {
    func write(_ value: Double) -> String { FigureText.decimal(value, places: 6) }
    switch (low.isFinite, high.isFinite) {
    case (true, true): return "from \(write(low)) to \(write(high))"
    case (true, false): return "at \(write(low)) or above"
    case (false, true): return "at \(write(high)) or below"
    case (false, false): return "anywhere"
    }
  }
}
