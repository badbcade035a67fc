/// Turns a formula into operations for one period.
struct FormulaLowering<Builder: FormulaBuilder> {
  typealias Node = QuantityGraph.Node
  typealias Term = QuantityGraph.Term

  /// A part of a formula: the same in every draw, or a node.
  enum Value {
    case constant(Double)
    case node(Node)

    func node(_ builder: inout Builder) -> Node {
      switch self {
      case .constant(let value): builder.node(.constant(value))
      case .node(let node): node
      }
    }

    static func truth(_ value: Bool) -> Value { .constant(value ? 1 : 0) }
  }

  let period: Period
  /// The conditions under which what is being lowered is used.
  private var guards: [QuantityGraph.Guard] = []

  init(period: Period) { self.period = period }

  mutating func value(of expression: Expression, _ builder: inout Builder) -> Value? {
    switch expression.kind {
    case .literal(let literal): .constant(literal.value)
    case .reference(let path, let lag): reference(path, lag, &builder)
    case .leafSum(let activity, let quantity, let lag):
      leafSum(activity, quantity, lag, &builder)
    case .year: .constant(Double(period.year))
    case .quarter: .constant(Double(period.quarters.lowerBound))
    case .negated(let inner): value(of: inner, &builder).map { scaled($0, by: -1, &builder) }
    case .sum(let terms): sum(terms, &builder)
    case .product(let factors): product(factors, &builder)
    case .power(let base, let exponent, let offset):
      power(base, exponent, at: offset, &builder)
    case .comparison(let comparison, let left, let right, _):
      self.comparison(comparison, left, right, &builder)
    case .all(let parts): conditions(parts, all: true, &builder)
    case .any(let parts): conditions(parts, all: false, &builder)
    case .not(let inner): value(of: inner, &builder).map { negated($0, &builder) }
    case .call(let function, let arguments):
      call(function, arguments, at: expression.offset, &builder)
    }
  }

  private mutating func demand(
    _ value: Value, _ condition: QuantityGraph.Demand.Condition, at offset: Int,
    _ builder: inout Builder
  ) {
    let node = value.node(&builder)
    builder.demand(QuantityGraph.Demand(node, condition, guards: guards, offset: offset))
  }

  /// The value of a node: constant where its operation is.
  private func known(_ node: Node, _ builder: Builder) -> Value {
    if case .constant(let value) = builder.operation(of: node) { return .constant(value) }
    return .node(node)
  }
}

// Quantities.
extension FormulaLowering {
  private func reference(
    _ path: String, _ lag: Formula.Lag, _ builder: inout Builder
  ) -> Value? {
    guard let node = builder.node(path, lag: lag, at: period) else { return nil }
    return known(node, builder)
  }

  private func leafSum(
    _ activity: String, _ quantity: String, _ lag: Formula.Lag, _ builder: inout Builder
  ) -> Value? {
    var values: [Value] = []
    for leaf in builder.leaves(of: activity) {
      guard let value = reference(leaf + "." + quantity, lag, &builder) else { return nil }
      values.append(value)
    }
    return total(values.map { ($0, 1) }, &builder)
  }
}

// Arithmetic.
extension FormulaLowering {
  private mutating func sum(
    _ terms: [Expression.Operand], _ builder: inout Builder
  ) -> Value? {
    var values: [(Value, Double)] = []
    for term in terms {
      guard let value = value(of: term.expression, &builder) else { return nil }
      values.append((value, term.isInverse ? -1 : 1))
    }
    return total(values, &builder)
  }

  private func total(_ values: [(value: Value, sign: Double)], _ builder: inout Builder) -> Value {
    var constant = 0.0
    var terms: [Term] = []
    for (value, sign) in values {
      switch value {
      case .constant(let number): constant += sign * number
      case .node(let node): terms.append(Term(sign, node))
      }
    }
    if terms.isEmpty { return .constant(constant) }
    if constant == 0, terms.count == 1, terms[0].coefficient == 1 { return .node(terms[0].node) }
    return .node(builder.node(.linear(constant: constant, terms)))
  }

  private func scaled(_ value: Value, by factor: Double, _ builder: inout Builder) -> Value {
    switch value {
    case .constant(let number): .constant(factor * number)
    case .node(let node):
      factor == 1
        ? value : .node(builder.node(.linear(constant: 0, [Term(factor, node)])))
    }
  }

  /// Numbers are gathered, those above and those below the line, and the rest is multiplied and
  /// divided from left to right.
  private mutating func product(
    _ factors: [Expression.Operand], _ builder: inout Builder
  ) -> Value? {
    var (above, below) = (1.0, 1.0)
    var current: Node?
    for factor in factors {
      guard let value = value(of: factor.expression, &builder) else { return nil }
      if factor.isInverse { demand(value, .nonZero, at: factor.operatorOffset, &builder) }
      switch value {
      case .constant(let number) where factor.isInverse: below *= number
      case .constant(let number): above *= number
      case .node(let node) where factor.isInverse:
        if let numerator = current {
          current = builder.node(.quotient(numerator, node))
        } else {
          current = builder.node(.quotient(builder.node(.constant(above / below)), node))
          (above, below) = (1, 1)
        }
      case .node(let node):
        current = current.map { builder.node(.product($0, node)) } ?? node
      }
    }
    guard let current else { return .constant(above / below) }
    // A third of x is x / 3, not x times a rounded third; halves are exact.
    if below.significand == 1 { return scaled(.node(current), by: above / below, &builder) }
    let numerator = scaled(.node(current), by: above, &builder).node(&builder)
    return .node(builder.node(.quotient(numerator, builder.node(.constant(below)))))
  }

  private mutating func power(
    _ base: Expression, _ exponent: Expression, at offset: Int, _ builder: inout Builder
  ) -> Value? {
    guard let x = value(of: base, &builder), let y = value(of: exponent, &builder) else {
      return nil
    }
    switch y {
    case .constant(let number) where number == number.rounded() && number.magnitude <= 64:
      if number < 0 { demand(x, .nonZero, at: offset, &builder) }
      if number == 0 { return .constant(1) }
      if number == 1 { return x }
    case .constant(let number):
      demand(x, number > 0 ? .notNegative : .positive, at: offset, &builder)
    case .node: demand(x, .positive, at: offset, &builder)
    }
    return .node(builder.node(.pair(.power, x.node(&builder), y.node(&builder))))
  }
}

// Conditions.
extension FormulaLowering {
  private mutating func comparison(
    _ comparison: Expression.Comparison, _ left: Expression, _ right: Expression,
    _ builder: inout Builder
  ) -> Value? {
    guard let a = value(of: left, &builder), let b = value(of: right, &builder) else {
      return nil
    }
    switch comparison {
    case .less: return pair(.less, a, b, &builder)
    case .lessOrEqual: return pair(.lessOrEqual, a, b, &builder)
    case .greater: return pair(.less, b, a, &builder)
    case .greaterOrEqual: return pair(.lessOrEqual, b, a, &builder)
    case .equal: return pair(.equal, a, b, &builder)
    case .notEqual: return negated(pair(.equal, a, b, &builder), &builder)
    }
  }

  private func negated(_ condition: Value, _ builder: inout Builder) -> Value {
    switch condition {
    case .constant(let number): .truth(number == 0)
    case .node(let node): .node(builder.node(.linear(constant: 1, [Term(-1, node)])))
    }
  }

  /// `and` and `or` from left to right: what follows is used only where the first leaves it open.
  private mutating func conditions(
    _ parts: [Expression], all: Bool, _ builder: inout Builder
  ) -> Value? {
    let outer = guards
    defer { guards = outer }
    var current: Node?
    for part in parts {
      guard let value = value(of: part, &builder) else { return nil }
      switch value {
      case .constant(let number):
        if (number != 0) != all { return .truth(!all) }
      case .node(let node):
        guards.append(QuantityGraph.Guard(node, holds: all))
        current =
          current.map {
            builder.node(all ? .product($0, node) : .pair(.maximum, $0, node))
          } ?? node
      }
    }
    return current.map { .node($0) } ?? .truth(all)
  }

  private mutating func choice(
    _ condition: Expression, _ first: Expression, _ second: Expression,
    _ builder: inout Builder
  ) -> Value? {
    guard let test = value(of: condition, &builder) else { return nil }
    guard case .node(let node) = test else {
      if case .constant(0) = test { return value(of: second, &builder) }
      return value(of: first, &builder)
    }
    guard let a = branch(first, where: node, holds: true, &builder),
      let b = branch(second, where: node, holds: false, &builder)
    else { return nil }
    return .node(builder.node(.choice(node, a.node(&builder), b.node(&builder))))
  }

  private mutating func branch(
    _ expression: Expression, where condition: Node, holds: Bool, _ builder: inout Builder
  ) -> Value? {
    guards.append(QuantityGraph.Guard(condition, holds: holds))
    defer { guards.removeLast() }
    return value(of: expression, &builder)
  }
}

// Functions.
extension FormulaLowering {
  private mutating func call(
    _ function: FormulaFunction, _ arguments: [Expression], at offset: Int,
    _ builder: inout Builder
  ) -> Value? {
    switch function {
    case .choice: return choice(arguments[0], arguments[1], arguments[2], &builder)
    case .power: return power(arguments[0], arguments[1], at: offset, &builder)
    default: break
    }
    var values: [Value] = []
    for argument in arguments {
      guard let value = value(of: argument, &builder) else { return nil }
      values.append(value)
    }
    switch function {
    case .minimum, .maximum:
      let pairFunction: QuantityGraph.PairFunction = function == .minimum ? .minimum : .maximum
      return values.dropFirst().reduce(values[0]) { pair(pairFunction, $0, $1, &builder) }
    case .clamp:
      return pair(.minimum, pair(.maximum, values[0], values[1], &builder), values[2], &builder)
    case .exp: return unary(.exponential, values[0], &builder)
    case .log:
      demand(values[0], .positive, at: offset, &builder)
      return unary(.logarithm, values[0], &builder)
    case .sqrt:
      demand(values[0], .notNegative, at: offset, &builder)
      return unary(.squareRoot, values[0], &builder)
    case .sin: return unary(.sine, values[0], &builder)
    case .cos: return unary(.cosine, values[0], &builder)
    case .abs: return unary(.magnitude, values[0], &builder)
    case .rate, .number, .choice, .power: return values[0]
    }
  }

  private func unary(
    _ function: QuantityGraph.Function, _ value: Value, _ builder: inout Builder
  ) -> Value {
    switch (function, value) {
    case (.squareRoot, .constant(let number)): .constant(number.squareRoot())
    case (.magnitude, .constant(let number)): .constant(number.magnitude)
    // Exponentials, logarithms and the like of constants are left to the plan, which has them portably.
    default: .node(builder.node(.function(function, value.node(&builder))))
    }
  }

  private func pair(
    _ function: QuantityGraph.PairFunction, _ a: Value, _ b: Value, _ builder: inout Builder
  ) -> Value {
    guard case .constant(let x) = a, case .constant(let y) = b else {
      return .node(builder.node(.pair(function, a.node(&builder), b.node(&builder))))
    }
    switch function {
    case .minimum: return .constant(x < y ? x : y)
    case .maximum: return .constant(x > y ? x : y)
    case .less: return .truth(x < y)
    case .lessOrEqual: return .truth(x <= y)
    case .equal: return .truth(x == y)
    case .power: return .node(builder.node(.pair(.power, a.node(&builder), b.node(&builder))))
    }
  }
}
