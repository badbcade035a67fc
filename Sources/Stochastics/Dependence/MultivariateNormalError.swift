import Languages
import LinearAlgebra

/// Why numbers are not a multivariate normal distribution, or not a region of its space.
///
/// Variables count from zero.
public enum MultivariateNormalError: Error, Equatable, Sendable {
  /// There is not one entry for each variable.
  case wrongCount(quantity: String, expected: Int, actual: Int)
  /// A mean is infinite or NaN.
  case notFinite(variable: Int, value: Double)
  /// The matrix is not the covariance of any random variables.
  case covariance(LinearAlgebraError)
  /// A limit is NaN.
  case limitNotANumber(variable: Int)
  /// The lower limit is above the upper.
  case limitsNotAscending(variable: Int, lower: Double, upper: Double)
}

extension MultivariateNormalError: CustomStringConvertible {
  public var description: String { message.text() }

  /// The fact, without a full stop; variables count from one.
  public var message: Phrase {
    switch self {
    case .wrongCount(let quantity, let expected, let actual):
      "there are \(actual) \(quantity) for \(expected) variables"
    case .notFinite(let variable, let value):
      "the mean of variable \(variable + 1) is \(brief(value)), not a finite number"
    case .covariance(let error): "the covariance is impossible: \(error.message)"
    case .limitNotANumber(let variable): "a limit of variable \(variable + 1) is not a number"
    case .limitsNotAscending(let variable, let lower, let upper):
      """
      the lower limit \(brief(lower)) of variable \(variable + 1) is above the upper, \
      \(brief(upper))
      """
    }
  }
}
