import CLAPACKE

/// The factorization A = L Lᵀ of a symmetric positive definite matrix, by LAPACK's `dpotrf`.
public struct Cholesky: Sendable, Equatable {
  /// L, lower triangular with zeros above the diagonal, of the order of A.
  public let factor: Matrix

  /// Factors `matrix`, of which only the lower triangle enters once its symmetry is checked.
  ///
  /// A matrix that is singular but for rounding may pass; `PivotedCholesky` finds its rank.
  ///
  /// - Throws: `LinearAlgebraError.notPositiveDefinite` with the order of the first leading minor
  ///   that is not above zero; `.notSquare`, `.notFinite`, `.asymmetric`.
  /// - Complexity: n^3 / 3 operations.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try requireSymmetric(matrix)
    try LAPACK.prepare(matrix)
    var factor = matrix
    if matrix.rows > 0 {
      let n = Int32(matrix.rows)
      let info = try LAPACK.check(
        LAPACKE_dpotrf(LAPACK.columnMajor, LAPACK.lower, n, &factor.columnMajor, n))
      guard info == 0 else { throw .notPositiveDefinite(leadingMinor: info) }
    }
    for j in 0..<matrix.columns {
      for i in 0..<j { factor[i, j] = 0 }
    }
    self.factor = factor
  }

  /// The natural logarithm of the determinant of A; zero for order zero.
  ///
  /// - Complexity: O(n).
  public var logDeterminant: Double {
    // det A = (product of the l[i, i])^2, as a significand in [1, 2) and a whole exponent, so that
    // the product can neither overflow nor underflow.
    var product = ScaledProduct()
    for i in 0..<factor.rows { product.multiply(by: factor[i, i]) }
    return 2 * product.logMagnitude
  }

  /// The x with A x = `right`.
  ///
  /// - Throws: `LinearAlgebraError.dimensionMismatch`, `.notFinite`, `.overflow`.
  /// - Complexity: O(n^2).
  public func solve(_ right: [Double]) throws(LinearAlgebraError) -> [Double] {
    try solve(Matrix(rows: right.count, columns: 1, columnMajor: right)).columnMajor
  }

  /// The X with A X = `right`, column by column, by `dpotrs`.
  ///
  /// - Throws: `LinearAlgebraError.dimensionMismatch`, `.notFinite`, `.overflow`.
  /// - Complexity: O(n^2) a column.
  public func solve(_ right: Matrix) throws(LinearAlgebraError) -> Matrix {
    try requireCount(right.rows, factor.rows, of: "rows of the right-hand side")
    try requireFinite(right)
    try LAPACK.prepare(right)
    guard right.rows > 0, right.columns > 0 else { return right }
    var solution = right
    let n = Int32(factor.rows)
    try LAPACK.check(
      LAPACKE_dpotrs(
        LAPACK.columnMajor, LAPACK.lower, n, Int32(right.columns), factor.columnMajor, n,
        &solution.columnMajor, n))
    try requireRepresentable(solution.columnMajor)
    return solution
  }
}
