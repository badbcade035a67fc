import GrowthModel

/// Turns operations into views and steps, in their order.
///
/// A linear operation becomes a step only where its column is needed: for what is not linear, for
/// what is recorded, or where several sums would repeat it. Elsewhere its terms go into the sums that
/// use it, where those of neighbouring quarters often cancel.
struct PlanCompiler {
  typealias View = Plan.View
  typealias Step = Plan.Step

  /// What an operation is in terms of columns.
  private enum Value {
    case view(View)
    case sum(offset: Double, terms: [Plan.Term])
  }

  /// How an operation is used by those that are needed.
  private struct Use {
    var isNeeded = false
    /// The linear operations that take it.
    var sums = 0
    /// Whether its column is needed whatever it is.
    var asColumn = false
  }

  /// The longest sum that is repeated rather than kept in a column.
  private static let longestRepeated = 2

  private let places: [String: Int]
  private(set) var steps: [Step] = []
  /// The terms of all sums.
  private(set) var terms: [Plan.Term] = []
  /// The views of the operations so far; of those that nothing needs as a column, a number that is none.
  private(set) var views: [View] = []
  /// The columns of variables that a step or a view looks at.
  private(set) var usedVariables: Set<Int> = []
  private var values: [Value] = []

  init(variables: [String]) {
    places = Dictionary(uniqueKeysWithValues: zip(variables, variables.indices))
  }

  /// Compiles the operations that some nodes need.
  ///
  /// - Parameter ranges: what the values of each operation lie in; a function that is flat there, such as
  ///   what a project adds before it can open, is a constant.
  /// - Throws: `SimulationError.unknownVariable`.
  mutating func compile(
    _ graph: QuantityGraph, for wanted: [QuantityGraph.Node], ranges: [ClosedRange<Double>]
  ) throws(SimulationError) {
    let uses = Self.uses(graph, for: wanted, ranges)
    for (index, operation) in graph.operations.enumerated() {
      let use = uses[index]
      var value = Value.view(.constant(.nan))
      if let flat = Self.flat(operation, ranges[index]) {
        value = .view(.constant(flat))
      } else if use.isNeeded {
        value = try self.value(of: operation)
      }
      if case .sum(let offset, let terms) = value,
        use.asColumn || (use.sums > 1 && terms.count > Self.longestRepeated)
      {
        let range = self.terms.count..<self.terms.count + terms.count
        self.terms += terms
        value = .view(column(.linear(constant: offset, terms: range)))
      }
      values.append(value)
      if case .view(let view) = value { views.append(view) } else { views.append(.constant(.nan)) }
    }
  }

  /// The value of a function that is flat where its argument lies.
  private static func flat(
    _ operation: QuantityGraph.Operation, _ range: ClosedRange<Double>
  ) -> Double? {
    guard case .function(let function, _) = operation, range.lowerBound == range.upperBound else {
      return nil
    }
    switch function {
    case .positivePart, .unitPart, .ramp: return range.lowerBound
    case .exponential, .logarithm, .squareRoot, .magnitude, .sine, .cosine: return nil
    }
  }

  private static func uses(
    _ graph: QuantityGraph, for wanted: [QuantityGraph.Node], _ ranges: [ClosedRange<Double>]
  ) -> [Use] {
    var uses = [Use](repeating: Use(), count: graph.operations.count)
    for node in wanted {
      uses[node.index].isNeeded = true
      uses[node.index].asColumn = true
    }
    for index in graph.operations.indices.reversed() where uses[index].isNeeded {
      let operation = graph.operations[index]
      if flat(operation, ranges[index]) != nil { continue }
      for node in operation.operands {
        uses[node.index].isNeeded = true
        if case .linear = operation {
          uses[node.index].sums += 1
        } else {
          uses[node.index].asColumn = true
        }
      }
    }
    return uses
  }

  private mutating func value(
    of operation: QuantityGraph.Operation
  ) throws(SimulationError) -> Value {
    func of(_ node: QuantityGraph.Node) -> View { views[node.index] }
    switch operation {
    case .input(let name):
      guard let place = places[name] else { throw .unknownVariable(name) }
      usedVariables.insert(place)
      return .view(View(offset: 0, factor: 1, column: place))
    case .constant(let value): return .view(.constant(value))
    case .linear(let constant, let terms): return sum(constant, terms)
    case .product(let a, let b): return .view(product(of(a), of(b)))
    case .quotient(let a, let b): return .view(quotient(of(a), of(b)))
    case .function(let function, let a): return .view(self.function(function, of(a)))
    case .pair(.power, let a, let b): return .view(power(of(a), of(b)))
    case .pair(let function, let a, let b): return .view(pair(function, of(a), of(b)))
    case .choice(let condition, let a, let b):
      return .view(choice(of(condition), of(a), of(b)))
    }
  }

  private mutating func column(_ step: Step) -> View {
    steps.append(step)
    return View(offset: 0, factor: 1, column: places.count + steps.count - 1)
  }

  /// `constant + sum of weight x node`, gathered by column in the order of first appearance.
  private func sum(_ constant: Double, _ parts: [QuantityGraph.Term]) -> Value {
    var offset = constant
    var terms: [Plan.Term] = []
    var known: [Int: Int] = [:]
    func add(_ weight: Double, _ column: Int) {
      if let place = known[column] {
        terms[place].weight += weight
      } else {
        known[column] = terms.count
        terms.append(Plan.Term(weight: weight, column: column))
      }
    }
    for part in parts {
      switch values[part.node.index] {
      case .view(let view):
        if view.offset != 0 { offset += part.coefficient * view.offset }
        if let column = view.column { add(part.coefficient * view.factor, column) }
      case .sum(let inner, let innerTerms):
        if inner != 0 { offset += part.coefficient * inner }
        for term in innerTerms { add(part.coefficient * term.weight, term.column) }
      }
    }
    // What one quarter has and the next takes away again.
    terms.removeAll { $0.weight == 0 }
    switch terms.count {
    case 0: return .view(.constant(offset))
    case 1:
      return .view(View(offset: offset, factor: terms[0].weight, column: terms[0].column))
    default: return .sum(offset: offset, terms: terms)
    }
  }

  private mutating func product(_ x: View, _ y: View) -> View {
    if let factor = y.constant { return x.scaled(by: factor) }
    if let factor = x.constant { return y.scaled(by: factor) }
    return column(.product(x, y))
  }

  private mutating func quotient(_ x: View, _ y: View) -> View {
    guard let above = x.constant, let below = y.constant else { return column(.quotient(x, y)) }
    return .constant(above / below)
  }

  private mutating func function(_ function: QuantityGraph.Function, _ x: View) -> View {
    x.constant.map { .constant(function.value($0)) } ?? column(.function(function, x))
  }

  private mutating func pair(
    _ function: QuantityGraph.PairFunction, _ x: View, _ y: View
  ) -> View {
    guard let first = x.constant, let second = y.constant else {
      return column(.pair(function, x, y))
    }
    return .constant(function.value(first, second))
  }

  /// Multiplications in the order of `PortableMath.power`, so that the bits are the same.
  private mutating func power(_ x: View, _ y: View) -> View {
    guard x.column != nil, let exponent = y.constant else { return pair(.power, x, y) }
    if exponent == 0.5 { return function(.squareRoot, x) }
    guard exponent.magnitude <= 64, let whole = Int(exactly: exponent) else {
      return pair(.power, x, y)
    }
    var result: View?
    var square = x
    var rest = whole.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = result.map { product($0, square) } ?? square }
      rest >>= 1
      if rest > 0 { square = product(square, square) }
    }
    let power = result ?? .constant(1)
    return whole < 0 ? quotient(.constant(1), power) : power
  }

  private mutating func choice(_ condition: View, _ x: View, _ y: View) -> View {
    if let fixed = condition.constant { return fixed != 0 ? x : y }
    return x == y ? x : column(.choice(condition, x, y))
  }
}
