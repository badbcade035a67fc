import Glibc

@testable import GrowthModel

/// A formula evaluated as its tree stands, part by part, with a bound on what rounding in another order changes.
struct FormulaTree {
  struct Value {
    var value: Double
    /// In units of `ulpOfOne`.
    var slack: Double

    init(_ value: Double, _ slack: Double = 0) {
      self.value = value
      self.slack = slack + 2 * abs(value)
    }

    var tolerance: Double { 4 * slack * .ulpOfOne + .leastNormalMagnitude }
  }

  /// Whether a condition was too close to call, or a part has no finite value, so that nothing can be said.
  private(set) var isClose = false

  mutating func value(of expression: Expression, at period: Period) -> Value {
    let result = part(expression, at: period)
    if !result.value.isFinite || !result.slack.isFinite { isClose = true }
    return result
  }

  private mutating func part(_ expression: Expression, at period: Period) -> Value {
    switch expression.kind {
    case .literal(let literal): return Value(literal.value)
    case .reference(let path, let lag): return quantity(path, lag, at: period)
    case .leafSum(let activity, let quantity, let lag):
      let leaves = FormulaNames().leaves(of: activity) ?? []
      return leaves.map { self.quantity($0 + "." + quantity, lag, at: period) }
        .reduce(Value(0), Self.sum)
    case .year: return Value(Double(period.year))
    case .quarter: return Value(Double(period.quarters.lowerBound))
    case .negated(let inner): return Self.negated(value(of: inner, at: period))
    case .sum(let terms):
      var sum = Value(0)
      for term in terms {
        let next = value(of: term.expression, at: period)
        sum = Self.sum(sum, term.isInverse ? Self.negated(next) : next)
      }
      return sum
    case .product(let factors): return product(factors, at: period)
    case .power(let base, let exponent, _):
      return power(value(of: base, at: period), value(of: exponent, at: period))
    case .comparison(let comparison, let left, let right, _):
      return compare(comparison, value(of: left, at: period), value(of: right, at: period))
    case .all(let parts):
      let values = parts.map { value(of: $0, at: period).value }
      return Value(values.allSatisfy { $0 != 0 } ? 1 : 0)
    case .any(let parts):
      let values = parts.map { value(of: $0, at: period).value }
      return Value(values.contains { $0 != 0 } ? 1 : 0)
    case .not(let inner): return Value(value(of: inner, at: period).value == 0 ? 1 : 0)
    case .call(let function, let arguments):
      return call(function, arguments.map { value(of: $0, at: period) })
    }
  }

  private func quantity(_ path: String, _ lag: Formula.Lag, at period: Period) -> Value {
    Value(FormulaOperations.value(of: FormulaOperations.name(path, lag, at: period)))
  }

  private static func negated(_ x: Value) -> Value { Value(-x.value, x.slack) }

  private static func sum(_ x: Value, _ y: Value) -> Value {
    Value(x.value + y.value, x.slack + y.slack)
  }

  /// Numbers may be gathered in any order, so that what comes between may be as large as all of them together.
  private mutating func product(_ factors: [Expression.Operand], at period: Period) -> Value {
    var result = Value(1)
    var (largest, smallest) = (1.0, 1.0)
    for factor in factors {
      let next = value(of: factor.expression, at: period)
      let size = factor.isInverse ? 1 / next.value.magnitude : next.value.magnitude
      largest *= max(size, 1)
      smallest *= min(size, 1)
      if factor.isInverse {
        let quotient = result.value / next.value
        result = Value(
          quotient, (result.slack + abs(quotient) * next.slack) / abs(next.value))
      } else {
        result = Value(
          result.value * next.value,
          abs(result.value) * next.slack + abs(next.value) * result.slack
            + result.slack * next.slack * .ulpOfOne)
      }
    }
    let isRepresentable = largest.isFinite && (smallest == 0 || smallest.isNormal)
    if !isRepresentable, result.value != 0 { isClose = true }
    return result
  }

  private mutating func power(_ x: Value, _ y: Value) -> Value {
    let result = pow(x.value, y.value)
    if x.value == 0 || abs(x.value) <= x.tolerance, y.value != y.value.rounded() { isClose = true }
    // An exponent that was rounded may have been a whole number, which is another power for a base below zero.
    if x.value < 0, y.slack > 2 * abs(y.value) { isClose = true }
    return Value(
      result,
      abs(result) * (abs(y.value / x.value) * x.slack + abs(log(abs(x.value))) * y.slack + 64))
  }

  private mutating func compare(
    _ comparison: Expression.Comparison, _ x: Value, _ y: Value
  ) -> Value {
    if !(abs(x.value - y.value) > x.tolerance + y.tolerance) { isClose = true }
    let holds =
      switch comparison {
      case .less: x.value < y.value
      case .lessOrEqual: x.value <= y.value
      case .greater: x.value > y.value
      case .greaterOrEqual: x.value >= y.value
      case .equal: x.value == y.value
      case .notEqual: x.value != y.value
      }
    return Value(holds ? 1 : 0)
  }

  private mutating func call(_ function: FormulaFunction, _ x: [Value]) -> Value {
    switch function {
    case .choice: return x[0].value != 0 ? x[1] : x[2]
    case .minimum:
      return Value(x.map(\.value).min() ?? .nan, x.map(\.slack).max() ?? 0)
    case .maximum:
      return Value(x.map(\.value).max() ?? .nan, x.map(\.slack).max() ?? 0)
    case .clamp:
      // Between two limits in the wrong order nothing is.
      if x[1].value > x[2].value - x[2].tolerance - x[1].tolerance { isClose = true }
      return Value(
        min(max(x[0].value, x[1].value), x[2].value), x.map(\.slack).max() ?? 0)
    case .exp: return Value(exp(x[0].value), exp(x[0].value) * (x[0].slack + 2))
    case .log: return Value(log(x[0].value), x[0].slack / abs(x[0].value) + 2)
    case .sqrt:
      let root = x[0].value.squareRoot()
      return Value(root, root == 0 ? x[0].slack.squareRoot() : x[0].slack / root)
    case .abs: return Value(abs(x[0].value), x[0].slack)
    case .sin: return Value(sin(x[0].value), x[0].slack + 2)
    case .cos: return Value(cos(x[0].value), x[0].slack + 2)
    case .power: return power(x[0], x[1])
    case .rate, .number: return x[0]
    }
  }
}
