import GrowthModel

/// Turns operations into views and steps, in their order.
struct PlanCompiler {
  typealias View = Plan.View
  typealias Step = Plan.Step

  private let places: [String: Int]
  private(set) var steps: [Step] = []
  /// The views of the operations so far; of those that nothing needs, a number that is none.
  private(set) var views: [View] = []
  /// The columns of variables that a step or a view looks at.
  private(set) var usedVariables: Set<Int> = []

  init(variables: [String]) {
    places = Dictionary(uniqueKeysWithValues: zip(variables, variables.indices))
  }

  /// Compiles the operations that some nodes need.
  ///
  /// - Throws: `SimulationError.unknownVariable`.
  mutating func compile(
    _ graph: QuantityGraph, for wanted: [QuantityGraph.Node]
  ) throws(SimulationError) {
    var isNeeded = [Bool](repeating: false, count: graph.operations.count)
    for node in wanted { isNeeded[node.index] = true }
    for index in graph.operations.indices.reversed() where isNeeded[index] {
      for node in graph.operations[index].operands { isNeeded[node.index] = true }
    }
    for (index, operation) in graph.operations.enumerated() {
      views.append(isNeeded[index] ? try view(operation) : .constant(.nan))
    }
  }

  private mutating func view(_ operation: QuantityGraph.Operation) throws(SimulationError) -> View {
    func of(_ node: QuantityGraph.Node) -> View { views[node.index] }
    switch operation {
    case .input(let name):
      guard let place = places[name] else { throw .unknownVariable(name) }
      usedVariables.insert(place)
      return View(offset: 0, factor: 1, column: place)
    case .constant(let value): return .constant(value)
    case .linear(let constant, let terms):
      return sum(constant, terms.map { (weight: $0.coefficient, view: of($0.node)) })
    case .product(let a, let b): return product(of(a), of(b))
    case .quotient(let a, let b): return quotient(of(a), of(b))
    case .function(let function, let a): return self.function(function, of(a))
    case .pair(.power, let a, let b): return power(of(a), of(b))
    case .pair(let function, let a, let b): return pair(function, of(a), of(b))
    case .choice(let condition, let a, let b): return choice(of(condition), of(a), of(b))
    }
  }

  private mutating func column(_ step: Step) -> View {
    steps.append(step)
    return View(offset: 0, factor: 1, column: places.count + steps.count - 1)
  }

  /// `constant + sum of weight x view`, gathered by column in the order of first appearance.
  private mutating func sum(_ constant: Double, _ parts: [(weight: Double, view: View)]) -> View {
    var offset = constant
    var terms: [(weight: Double, column: Int)] = []
    var known: [Int: Int] = [:]
    for (weight, view) in parts {
      if view.offset != 0 { offset += weight * view.offset }
      guard let column = view.column else { continue }
      let slope = weight * view.factor
      if let place = known[column] {
        terms[place].weight += slope
      } else {
        known[column] = terms.count
        terms.append((slope, column))
      }
    }
    switch terms.count {
    case 0: return .constant(offset)
    case 1: return View(offset: offset, factor: terms[0].weight, column: terms[0].column)
    default: return column(.linear(constant: offset, terms: terms))
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
