import GrowthModel
import Stochastics

extension QuantityGraph.Function {
  /// The function at one number.
  func value(_ x: Double) -> Double {
    switch self {
    case .exponential: PortableMath.exp(x)
    case .logarithm: PortableMath.log(x)
    case .squareRoot: x.squareRoot()
    case .sine: PortableMath.sin(x)
    case .cosine: PortableMath.cos(x)
    case .magnitude, .positivePart, .unitPart, .ramp: pieceOfLines(x) ?? .nan
    }
  }
}

extension QuantityGraph.PairFunction {
  /// The function at one pair of numbers.
  func value(_ x: Double, _ y: Double) -> Double {
    switch self {
    case .minimum: x < y ? x : y
    case .maximum: x > y ? x : y
    case .power: PortableMath.power(x, y)
    case .less: x < y ? 1 : 0
    case .lessOrEqual: x <= y ? 1 : 0
    case .equal: x == y ? 1 : 0
    }
  }
}
