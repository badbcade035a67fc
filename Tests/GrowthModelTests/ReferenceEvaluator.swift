import GrowthModel
import TestSupport

/// The model worked out for one draw, by path.
func evaluate(_ graph: QuantityGraph, inputs: [String: Double] = [:]) -> [String: Double] {
  let values = nodeValues(graph, inputs: inputs)
  return Dictionary(
    uniqueKeysWithValues: graph.quantities.map { ($0.path, values[$0.node.index]) })
}
