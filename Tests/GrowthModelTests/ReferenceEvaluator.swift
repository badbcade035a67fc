import GrowthModel

/// The model worked out for one draw, operation by operation: slow, and obviously right.
func evaluate(_ graph: QuantityGraph, inputs: [String: Double] = [:]) -> [String: Double] {
  var values: [Double] = []
  for operation in graph.operations {
    switch operation {
    case .input(let name): values.append(inputs[name] ?? .nan)
    case .constant(let value): values.append(value)
    case .linear(let constant, let terms):
      values.append(terms.reduce(constant) { $0 + $1.coefficient * values[$1.node.index] })
    case .product(let a, let b): values.append(values[a.index] * values[b.index])
    case .quotient(let a, let b): values.append(values[a.index] / values[b.index])
    // The accounts hold none of these.
    case .function, .pair, .choice: values.append(.nan)
    }
  }
  return Dictionary(
    uniqueKeysWithValues: graph.quantities.map { ($0.path, values[$0.node.index]) })
}
