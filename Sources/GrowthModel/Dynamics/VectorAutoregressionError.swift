import Languages
import LinearAlgebra

/// Why numbers do not make a vector autoregression, or none can be estimated from them.
///
/// Variables and rows count from zero.
public enum VectorAutoregressionError: Error, Equatable, Sendable {
  /// The coefficients and the covariance are not of one order.
  case wrongOrder(coefficients: Int, covariance: Int)
  /// The coefficients are no square matrix of finite numbers.
  case coefficients(LinearAlgebraError)
  /// The matrix is not the covariance of any innovations.
  case covariance(LinearAlgebraError)
  /// A start does not have one number for each variable.
  case wrongCount(variables: Int, count: Int)
  /// The deviations of as many steps as the process looks back are needed for its start.
  case wrongStart(lags: Int, count: Int)
  /// Shocks that do not die out have no stationary distribution.
  case unstable(spectralRadius: Double)
  /// An observation does not have as many numbers as the first.
  case ragged(row: Int, count: Int, expected: Int)
  /// An observation is infinite or NaN.
  case notFinite(row: Int, variable: Int)
  /// The observations are too few for the number of coefficients.
  case tooFewRows(rows: Int, needed: Int)
  /// All observations of a variable are equal.
  case constant(variable: Int)
  /// Some variables are linear combinations of others, so that their coefficients cannot be told
  /// apart.
  case dependentVariables(rank: Int, variables: Int)
  /// The estimation failed for another reason.
  case estimation(LinearAlgebraError)
}

extension VectorAutoregressionError: CustomStringConvertible {
  public var description: String { message.text() }

  /// The fact, without a full stop; variables and rows count from one.
  public var message: Phrase {
    switch self {
    case .wrongOrder(let coefficients, let covariance):
      "the coefficients are for \(coefficients) variables, the covariance for \(covariance)"
    case .coefficients(let error): "the coefficients are impossible: \(error.message)"
    case .covariance(let error): "the covariance of the innovations is impossible: \(error.message)"
    case .wrongCount(let variables, let count):
      "there are \(count) starting values for \(variables) variables"
    case .wrongStart(let lags, let count):
      "there are starting values of \(count) steps for \(lags) lags"
    case .unstable(let radius):
      "the process is not stable: shocks are multiplied by up to \(radius.description) in a step"
    case .ragged(let row, let count, let expected):
      "row \(row + 1) has \(count) observations, not \(expected) as the first"
    case .notFinite(let row, let variable):
      "the observation of variable \(variable + 1) in row \(row + 1) is not a finite number"
    case .tooFewRows(let rows, let needed):
      "there are \(rows) observations, but the estimate needs \(needed)"
    case .constant(let variable): "all observations of variable \(variable + 1) are equal"
    case .dependentVariables(let rank, let variables):
      "only \(rank) of the \(variables) variables move independently"
    case .estimation(let error): "the process cannot be estimated: \(error.message)"
    }
  }
}
