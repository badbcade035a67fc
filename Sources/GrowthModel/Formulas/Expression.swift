/// A formula as a tree, with the place of each part in the text.
///
/// Chains of `+`, `*`, `and` and `or` are lists, so that the tree is never deeper than the nesting
/// of the text.
struct Expression: Sendable, Equatable {
  /// Where the part begins, in Unicode scalars from 0.
  let offset: Int
  let kind: Kind

  indirect enum Kind: Sendable, Equatable {
    case literal(FormulaLiteral)
    case reference(String, Formula.Lag)
    /// The sum over the leaves of an activity.
    case leafSum(activity: String, quantity: String, Formula.Lag)
    case year
    case quarter
    case negated(Expression)
    case sum([Operand])
    case product([Operand])
    case power(Expression, Expression, operatorOffset: Int)
    case comparison(Comparison, Expression, Expression, operatorOffset: Int)
    case all([Expression])
    case any([Expression])
    case not(Expression)
    case call(FormulaFunction, [Expression])
  }

  /// A term of a sum or a factor of a product.
  struct Operand: Sendable, Equatable {
    /// Whether it is subtracted or divided by.
    let isInverse: Bool
    /// Where its operator stands; for the first one, where it begins itself.
    let operatorOffset: Int
    let expression: Expression
  }

  enum Comparison: String, Sendable, Equatable, CaseIterable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
  }
}

/// A number as it stands in a formula, with its unit.
struct FormulaLiteral: Sendable, Equatable {
  /// In the unit that the model computes with.
  var value: Double
  var unit: Unit
  var text: String
}

/// The functions of the language, `sum` apart.
enum FormulaFunction: String, Sendable, Equatable, CaseIterable {
  case choice = "if"
  case minimum = "min"
  case maximum = "max"
  case clamp, exp, log, sqrt, abs, sin, cos
  case power = "pow"
  case rate, number

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .choice, .clamp: 3...3
    case .minimum, .maximum: 2...Int.max
    case .power: 2...2
    case .exp, .log, .sqrt, .abs, .sin, .cos, .rate, .number: 1...1
    }
  }

  /// How it is called.
  var example: String {
    switch self {
    case .choice: "if(condition, a, b)"
    case .minimum: "min(a, b)"
    case .maximum: "max(a, b)"
    case .clamp: "clamp(x, low, high)"
    case .power: "pow(x, y)"
    case .exp, .log, .sqrt, .abs, .sin, .cos, .rate, .number: rawValue + "(x)"
    }
  }
}

extension Expression {
  /// The number without a unit that this is, with its sign; nil for anything else.
  var bareNumber: Double? {
    switch kind {
    case .literal(let literal): literal.unit == .number ? literal.value : nil
    case .negated(let inner): inner.bareNumber.map { -$0 }
    default: nil
    }
  }

  /// Calls `body` for each quantity that the formula looks at, in the order of the text.
  func visitReferences(_ body: (Formula.Reference) -> Void) {
    switch kind {
    case .literal, .year, .quarter: break
    case .reference(let path, let lag):
      body(Formula.Reference(path: path, lag: lag, offset: offset, isLeafSum: false))
    case .leafSum(let activity, let quantity, let lag):
      body(
        Formula.Reference(
          path: activity + "." + quantity, lag: lag, offset: offset, isLeafSum: true))
    case .negated(let inner), .not(let inner): inner.visitReferences(body)
    case .sum(let operands), .product(let operands):
      for operand in operands { operand.expression.visitReferences(body) }
    case .power(let a, let b, _), .comparison(_, let a, let b, _):
      a.visitReferences(body)
      b.visitReferences(body)
    case .all(let parts), .any(let parts), .call(_, let parts):
      for part in parts { part.visitReferences(body) }
    }
  }
}
