import GrowthModel

/// Turns operations of a model into steps over columns.
struct PlanCompiler {
  typealias View = Plan.View
  typealias Step = Plan.Step
  typealias Node = QuantityGraph.Node

  /// The names of the uncertain variables, in the order of their columns.
  let variables: [String]
  private(set) var steps: [Step] = []
  private(set) var usedVariables: Set<Int> = []
  private let places: [String: Int]
  private var views: [Node: View] = [:]

  init(variables: [String]) {
    self.variables = variables
    places = Dictionary(
      zip(variables, variables.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The views of the nodes that `wanted` need, each of them in order.
  ///
  /// - Throws: `SimulationError.unknownVariable`.
  mutating func compile(
    _ graph: QuantityGraph, for wanted: [Node]
  ) throws(SimulationError) -> [Node: View] {
    for index in Self.needed(graph, for: wanted) {
      let node = graph.nodes[index]
      views[node] = try view(of: graph.operations[index])
    }
    return views
  }

  /// The places of the operations that lead to some nodes, in order.
  private static func needed(_ graph: QuantityGraph, for wanted: [Node]) -> [Int] {
    var isNeeded = [Bool](repeating: false, count: graph.operations.count)
    for node in wanted { isNeeded[node.index] = true }
    for index in graph.operations.indices.reversed() where isNeeded[index] {
      for node in graph.operations[index].operands { isNeeded[node.index] = true }
    }
    return isNeeded.indices.filter { isNeeded[$0] }
  }

  private func seen(_ node: Node) -> View { views[node] ?? .constant(.nan) }

  private mutating func view(
    of operation: QuantityGraph.Operation
  ) throws(SimulationError) -> View {
    switch operation {
    case .input(let name):
      guard let place = places[name] else { throw .unknownVariable(name) }
      usedVariables.insert(place)
      return View(offset: 0, factor: 1, column: place)
    case .constant(let value): return .constant(value)
    case .linear(let constant, let terms):
      return sum(constant, terms.map { ($0.coefficient, seen($0.node)) })
    case .product(let a, let b): return product(seen(a), seen(b))
    case .quotient(let a, let b):
      let (x, y) = (seen(a), seen(b))
      if x.column == nil, y.column == nil { return .constant(x.offset / y.offset) }
      return column(.quotient(x, y))
    case .function(let function, let a):
      let x = seen(a)
      return x.column == nil ? .constant(function.value(x.offset)) : column(.function(function, x))
    case .pair(let function, let a, let b):
      let (x, y) = (seen(a), seen(b))
      return x.column == nil && y.column == nil
        ? .constant(function.value(x.offset, y.offset)) : column(.pair(function, x, y))
    case .choice(let condition, let a, let b):
      let (x, y, z) = (seen(condition), seen(a), seen(b))
      return x.column == nil ? (x.offset != 0 ? y : z) : column(.choice(x, y, z))
    }
  }

  private mutating func column(_ step: Step) -> View {
    steps.append(step)
    return View(offset: 0, factor: 1, column: variables.count + steps.count - 1)
  }

  private mutating func product(_ x: View, _ y: View) -> View {
    if y.column == nil { return Self.scaled(x, by: y.offset) }
    if x.column == nil { return Self.scaled(y, by: x.offset) }
    return column(.product(x, y))
  }

  /// `constant + sum of weight x view`, gathered by column in the order of first appearance.
  private mutating func sum(
    _ constant: Double, _ parts: [(weight: Double, view: View)]
  ) -> View {
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

  private static func scaled(_ view: View, by factor: Double) -> View {
    View(offset: view.offset * factor, factor: view.factor * factor, column: view.column)
  }
}
