import GrowthModel
import Stochastics

/// Why a scenario cannot be run, or a run has no answer.
public enum SimulationError: Error, Equatable, Sendable {
  /// The economy cannot be evaluated.
  case economy(EconomyError)
  /// A quantity to be kept is not there.
  case unknownPath(String)
  /// The economy uses an uncertain variable that has no distribution.
  case unknownVariable(String)
  /// A target is about a quantity that the model does not have.
  case unknownQuantity(target: String, quantity: String)
  /// A target that was asked about is not there.
  case unknownTarget(String)
  /// A lever that was asked about is not there.
  case unknownLever(String)
  /// The dependence among the variables cannot be copied.
  case dependence(DependenceError)
  /// A number of draws outside 1 ... `Simulation.maximumDraws`.
  case drawsOutOfRange(Int)
  /// More uncertain variables than Sobol's sequence has dimensions.
  case tooManyVariables(count: Int, dimensions: Int)
  /// In some draw the quantity is infinite or not a number, as after a division by zero.
  case notFinite(quantity: String)
}

extension SimulationError: CustomStringConvertible {
  /// The fact in plain English, without a full stop.
  public var description: String {
    switch self {
    case .economy(let error): error.description
    case .unknownPath(let path): "the model does not have '\(path)'"
    case .unknownVariable(let name): "the uncertain variable '\(name)' has no distribution"
    case .unknownQuantity(let target, let quantity):
      "the target '\(target)' is about '\(quantity)', which the model does not have"
    case .unknownTarget(let id): "the scenario has no target '\(id)'"
    case .unknownLever(let id): "the scenario has no lever '\(id)'"
    case .dependence(let error): "\(error)"
    case .drawsOutOfRange(let draws):
      "\(draws) draws is outside 1 ... \(Simulation.maximumDraws)"
    case .tooManyVariables(let count, let dimensions):
      "\(count) uncertain variables are more than the \(dimensions) dimensions of Sobol's sequence"
    case .notFinite(let quantity):
      "'\(quantity)' is infinite or not a number in some draw"
    }
  }
}
