import GrowthModel
import Languages
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
  /// A published figure of a quantity that no uncertain figure of the scenario moves.
  case actualThatNothingMoves(String)
  /// A published figure that the scenario does not come out at, whatever its uncertain figures are.
  case actualOutOfReach(String)
  /// A published figure that follows from others, which imply another value, in the unit of the quantity.
  case contradictingActual(String, implied: Double)
  /// Draws that agree with published figures are to be spread evenly.
  case actualsNeedIndependentDraws
  /// Counts are to be corrected by controls, whose probabilities published figures change.
  case actualsExcludeControls
  /// A run takes more memory than there is.
  case tooLarge(bytes: Int, available: Int)
  /// No draw could be made to agree with the published figures.
  case noDrawAgrees
}

extension SimulationError: CustomStringConvertible {
  public var description: String { message.text() }

  /// The fact, without a full stop.
  public var message: Phrase {
    switch self {
    case .economy(let error): error.message
    case .unknownPath(let path): "the model does not have '\(path)'"
    case .unknownVariable(let name): "the uncertain variable '\(name)' has no distribution"
    case .unknownQuantity(let target, let quantity):
      "the target '\(target)' is about '\(quantity)', which the model does not have"
    case .unknownTarget(let id): "the scenario has no target '\(id)'"
    case .unknownLever(let id): "the scenario has no lever '\(id)'"
    case .dependence(let error): error.message
    case .drawsOutOfRange(let draws):
      "\(draws) draws is outside 1 ... \(Simulation.maximumDraws)"
    case .tooManyVariables(let count, let dimensions):
      "\(count) uncertain variables are more than the \(dimensions) dimensions of Sobol's sequence"
    case .notFinite(let quantity):
      "'\(quantity)' is infinite or not a number in some draw"
    case .actualThatNothingMoves(let quantity):
      "a figure is given for '\(quantity)', which no uncertain figure of the scenario moves"
    case .actualOutOfReach(let quantity):
      """
      the scenario does not come out at the figure given for '\(quantity)', whatever its uncertain \
      figures are
      """
    case .contradictingActual(let quantity, let implied):
      "the figure given for '\(quantity)' contradicts the others, from which \(implied.description) follows"
    case .actualsNeedIndependentDraws:
      "draws that agree with published figures are independent, and not spread evenly"
    case .actualsExcludeControls:
      "control variates do not go with published figures, which change their probabilities"
    case .tooLarge(let bytes, let available):
      """
      the run takes \(bytes >> 20) MiB of memory, and there are \(available >> 20): keep fewer quantities, or \
      take fewer threads
      """
    case .noDrawAgrees: "no draw could be made to agree with the published figures"
    }
  }
}
