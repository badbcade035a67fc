import Foundation
import GrowthModel

/// The value of every operation of a model in one draw, one by one: slow, and obviously right.
public func nodeValues(
  _ graph: QuantityGraph, inputs: [String: Double] = [:]
) -> [Double] {
  var values: [Double] = []
  for operation in graph.operations {
    switch operation {
    case .input(let name): values.append(inputs[name] ?? .nan)
    case .constant(let value): values.append(value)
    case .linear(let constant, let terms):
      values.append(terms.reduce(constant) { $0 + $1.coefficient * values[$1.node.index] })
    case .product(let a, let b): values.append(values[a.index] * values[b.index])
    case .quotient(let a, let b): values.append(values[a.index] / values[b.index])
    case .function(let function, let a):
      let x = values[a.index]
      switch function {
      case .exponential: values.append(exp(x))
      case .sine: values.append(sin(x))
      case .cosine: values.append(cos(x))
      case .logarithm: values.append(log(x))
      case .squareRoot: values.append(x.squareRoot())
      case .magnitude: values.append(x.magnitude)
      case .positivePart: values.append(max(x, 0))
      case .unitPart: values.append(min(max(x, 0), 1))
      case .ramp: values.append(x <= 0 ? 0 : x <= 1 ? x * x / 2 : x - 0.5)
      }
    case .pair(let function, let a, let b):
      let (x, y) = (values[a.index], values[b.index])
      switch function {
      case .minimum: values.append(min(x, y))
      case .maximum: values.append(max(x, y))
      case .power: values.append(pow(x, y))
      case .less: values.append(x < y ? 1 : 0)
      case .lessOrEqual: values.append(x <= y ? 1 : 0)
      case .equal: values.append(x == y ? 1 : 0)
      }
    case .choice(let condition, let a, let b):
      values.append(values[condition.index] != 0 ? values[a.index] : values[b.index])
    }
  }
  return values
}
