import Languages

/// Why a computation with matrices has no answer.
///
/// Rows, columns, pivots and observations count from zero; the order of a minor counts from one.
/// An entry of a vector is named as one in column zero.
public enum LinearAlgebraError: Error, Equatable, Sendable {
  /// A row of a matrix does not have the length of the first.
  case ragged(row: Int, length: Int, expected: Int)
  /// A matrix or vector does not have the size that another one asks for.
  case dimensionMismatch(quantity: String, expected: Int, actual: Int)
  /// A matrix that must have as many rows as columns has not.
  case notSquare(rows: Int, columns: Int)
  /// There are more entries than LAPACK's 32-bit integers can count.
  case tooLarge(rows: Int, columns: Int)
  /// An entry that was given is infinite or NaN.
  case notFinite(row: Int, column: Int)
  /// Mirrored entries differ by more than rounding.
  case asymmetric(row: Int, column: Int, value: Double, mirrored: Double)
  /// The pivot is zero: the matrix has no inverse.
  case singular(pivot: Int)
  /// The matrix cannot be told from a singular one in double precision.
  case illConditioned(reciprocalCondition: Double)
  /// The leading minor of this order is not above zero.
  case notPositiveDefinite(leadingMinor: Int)
  /// What is left of an entry after the largest part that has a factor, with every variable scaled
  /// to a variance of about one, is more than the tolerance.
  case notPositiveSemidefinite(row: Int, column: Int, residual: Double, tolerance: Double)
  /// The columns of the matrix are linearly dependent.
  case rankDeficient(rank: Int, columns: Int)
  /// The rows of the constraint matrix are linearly dependent.
  case dependentConstraints(rank: Int, constraints: Int)
  /// Equations and constraints together leave some of the unknowns free.
  case underdetermined(rank: Int, unknowns: Int)
  /// An iteration for eigenvalues or singular values did not end.
  case noConvergence
  /// A result is past the largest `Double`.
  case overflow
  /// LAPACK could not get memory to work in.
  case outOfMemory
  /// A sample covariance needs two observations.
  case tooFewObservations(count: Int)
  /// All observations of a column are equal, so that it has no correlation.
  case zeroVariance(column: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  public var description: String { message.text() }

  /// The fact, without a full stop; rows and columns count from one.
  public var message: Phrase {
    switch self {
    case .ragged(let row, let length, let expected):
      "row \(row + 1) of the matrix has \(length) entries, not \(expected) as the first"
    case .dimensionMismatch(let quantity, let expected, let actual):
      "the number of \(quantity) is \(actual), but must be \(expected)"
    case .notSquare(let rows, let columns):
      "the matrix is \(rows) x \(columns), not square"
    case .tooLarge(let rows, let columns):
      "the matrix is \(rows) x \(columns), too large for LAPACK"
    case .notFinite(let row, let column):
      "the entry in row \(row + 1), column \(column + 1) is not a finite number"
    case .asymmetric(let row, let column, let value, let mirrored):
      """
      the matrix is not symmetric: row \(row + 1), column \(column + 1) is \(value.description), \
      but row \(column + 1), column \(row + 1) is \(mirrored.description)
      """
    case .singular(let pivot): "the matrix is singular: pivot \(pivot + 1) is zero"
    case .illConditioned(let reciprocal):
      "the matrix is singular to double precision: its reciprocal condition is \(reciprocal.description)"
    case .notPositiveDefinite(let order):
      "the matrix is not positive definite: its leading minor of order \(order) is not above zero"
    case .notPositiveSemidefinite(let row, let column, let residual, let tolerance):
      """
      the matrix is not positive semidefinite: row \(row + 1), column \(column + 1) leaves \
      \(residual.description) at a tolerance of \(tolerance.description)
      """
    case .rankDeficient(let rank, let columns):
      "the \(columns) columns of the matrix are linearly dependent: their rank is \(rank)"
    case .dependentConstraints(let rank, let constraints):
      "the \(constraints) constraints are linearly dependent: their rank is \(rank)"
    case .underdetermined(let rank, let unknowns):
      "the equations determine \(rank) of \(unknowns) unknowns"
    case .noConvergence: "the iteration for eigenvalues or singular values did not converge"
    case .overflow: "a result is out of the range of a Double"
    case .outOfMemory: "there is not enough memory for the workspace of LAPACK"
    case .tooFewObservations(let count):
      "a sample covariance needs two observations or more, not \(count)"
    case .zeroVariance(let column): "all observations of column \(column + 1) are equal"
    }
  }
}
