import GrowthModel
import Stochastics

@testable import MonteCarlo

/// A graph of formulas whose names are inputs.
struct FormulaModel: FormulaBuilder {
  var graph = QuantityGraph()

  /// The formulas in their order, as quantities named `f0`, `f1` and so on.
  init(_ formulas: [String]) throws {
    for (number, text) in formulas.enumerated() {
      let formula = try Formula(parsing: text, currency: "VND")
      guard let node = formula.lower(with: &self, at: Period(year: 2025)) else { continue }
      graph.name(
        "f\(number)", node, unit: .number, title: text, kind: .indicator, period: Period(year: 2025)
      )
    }
  }

  mutating func node(_ operation: QuantityGraph.Operation) -> QuantityGraph.Node {
    graph.node(operation)
  }

  func operation(of node: QuantityGraph.Node) -> QuantityGraph.Operation {
    graph.operations[node.index]
  }

  mutating func node(
    _ path: String, lag: Formula.Lag, at period: Period
  ) -> QuantityGraph.Node? { graph.node(.input(path)) }

  func leaves(of activity: String) -> [String] { [] }
  mutating func demand(_ demand: QuantityGraph.Demand) {}

  func plan(_ variables: [String], targets: [Target] = []) throws -> Plan {
    try Plan(graph: graph, variables: variables, targets: targets)
  }
}
