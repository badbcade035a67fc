import GrowthModel
import Stochastics

extension QuantityGraph {
  /// The value of every node at these inputs, in the order of the operations; an input that is not
  /// among them is not a number.
  func values(at inputs: [String: Double]) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(operations.count)
    for operation in operations {
      let value =
        switch operation {
        case .input(let name): inputs[name] ?? .nan
        case .constant(let value): value
        case .linear(let constant, let terms):
          terms.reduce(constant) { $0 + $1.coefficient * values[$1.node.index] }
        case .product(let a, let b): values[a.index] * values[b.index]
        case .quotient(let a, let b): values[a.index] / values[b.index]
        case .function(let function, let a): function.value(values[a.index])
        case .pair(let function, let a, let b):
          function.value(values[a.index], values[b.index])
        case .choice(let condition, let a, let b):
          values[condition.index] != 0 ? values[a.index] : values[b.index]
        }
      values.append(value)
    }
    return values
  }

  /// The derivatives of a node by the inputs it depends on.
  ///
  /// By the chain rule from the node backwards (reverse accumulation): Griewank and Walther,
  /// Evaluating Derivatives, 2nd ed. (2008), chapter 3. Where a minimum, a magnitude or a choice has
  /// a kink it is the derivative of the branch that is taken.
  ///
  /// - Parameter values: of all nodes, as `values(at:)` has them.
  /// - Complexity: O(operations).
  func derivatives(of node: Node, values: [Double]) -> [String: Double] {
    var slopes = [Double](repeating: 0, count: operations.count)
    var result: [String: Double] = [:]
    slopes[node.index] = 1
    for index in stride(from: node.index, through: 0, by: -1) where slopes[index] != 0 {
      let slope = slopes[index]
      switch operations[index] {
      case .input(let name): result[name, default: 0] += slope
      case .constant: break
      case .linear(_, let terms):
        for term in terms { slopes[term.node.index] += slope * term.coefficient }
      case .product(let a, let b):
        slopes[a.index] += slope * values[b.index]
        slopes[b.index] += slope * values[a.index]
      case .quotient(let a, let b):
        slopes[a.index] += slope / values[b.index]
        slopes[b.index] -= slope * values[index] / values[b.index]
      case .function(let function, let a):
        slopes[a.index] += slope * function.derivative(values[a.index], value: values[index])
      case .pair(let function, let a, let b):
        let (first, second) = function.derivatives(
          values[a.index], values[b.index], value: values[index])
        slopes[a.index] += slope * first
        slopes[b.index] += slope * second
      case .choice(let condition, let a, let b):
        slopes[values[condition.index] != 0 ? a.index : b.index] += slope
      }
    }
    return result
  }
}

extension QuantityGraph.Function {
  fileprivate func derivative(_ x: Double, value: Double) -> Double {
    switch self {
    case .exponential: value
    case .logarithm: 1 / x
    case .squareRoot: 0.5 / value
    case .sine: PortableMath.cos(x)
    case .cosine: -PortableMath.sin(x)
    case .magnitude: x < 0 ? -1 : 1
    case .positivePart: x > 0 ? 1 : 0
    case .unitPart: x > 0 && x < 1 ? 1 : 0
    case .ramp: min(max(x, 0), 1)
    }
  }
}

extension QuantityGraph.PairFunction {
  fileprivate func derivatives(
    _ x: Double, _ y: Double, value: Double
  ) -> (Double, Double) {
    switch self {
    case .minimum: x < y ? (1, 0) : (0, 1)
    case .maximum: x > y ? (1, 0) : (0, 1)
    case .power:
      (
        y == 0 ? 0 : y * PortableMath.power(x, y - 1), x > 0 ? value * PortableMath.log(x) : 0
      )
    case .less, .lessOrEqual, .equal: (0, 0)
    }
  }
}
