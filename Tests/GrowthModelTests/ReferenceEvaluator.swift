import Foundation
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
    case .function(let function, let a): values.append(evaluate(function, values[a.index]))
    case .pair(let function, let a, let b):
      values.append(evaluate(function, values[a.index], values[b.index]))
    case .choice(let a, let b, let c):
      values.append(values[a.index] != 0 ? values[b.index] : values[c.index])
    }
  }
  return Dictionary(
    uniqueKeysWithValues: graph.quantities.map { ($0.path, values[$0.node.index]) })
}

private func evaluate(_ function: QuantityGraph.Function, _ x: Double) -> Double {
  switch function {
  case .exponential: exp(x)
  case .logarithm: log(x)
  case .squareRoot: x.squareRoot()
  case .magnitude: abs(x)
  case .positivePart: max(x, 0)
  case .unitPart: min(max(x, 0), 1)
  case .ramp: x <= 0 ? 0 : x <= 1 ? x * x / 2 : x - 0.5
  }
}

private func evaluate(
  _ function: QuantityGraph.PairFunction, _ x: Double, _ y: Double
) -> Double {
  switch function {
  case .minimum: min(x, y)
  case .maximum: max(x, y)
  case .power: pow(x, y)
  case .less: x < y ? 1 : 0
  case .lessOrEqual: x <= y ? 1 : 0
  case .equal: x == y ? 1 : 0
  }
}
