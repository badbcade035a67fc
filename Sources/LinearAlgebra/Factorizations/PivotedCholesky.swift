import CLAPACKE

/// The factorization A = F Fᵀ of a symmetric positive semidefinite matrix, which may be singular.
///
/// By Cholesky's method with complete pivoting, LAPACK's `dpstrf`: Higham, "Analysis of the Cholesky
/// decomposition of a semi-definite matrix", in Cox and Hammarling (eds), Reliable Numerical
/// Computation (1990) 161-185; Lucas, "LAPACK-style codes for level 2 and 3 pivoted Cholesky
/// factorizations", LAPACK Working Note 161 (2004).
///
/// Rows and columns are first scaled by powers of two to a diagonal in [1, 4), so that rank and
/// definiteness do not depend on the units of the variables.
public struct PivotedCholesky: Sendable, Equatable {
  /// The number of linearly independent variables.
  public let rank: Int

  /// F, n x `rank`, its rows in the order of the rows of A.
  public let factor: Matrix

  /// The rows of A in the order in which they became pivots; those past `rank` did not.
  public let pivots: [Int]

  /// Factors `matrix`, of which only the lower triangle enters once its symmetry is checked.
  ///
  /// - Parameters:
  ///   - matrix: a covariance matrix, n x n.
  ///   - tolerance: the variance, relative to the variable's own, below which a variable is taken as
  ///     a linear function of the pivots before it. By default 8 n units in the last place of one:
  ///     rounding in n steps, with a margin for pivots that are small.
  /// - Throws: `LinearAlgebraError.notPositiveSemidefinite` if what is left behind the pivots is
  ///   more than four tolerances in size, where a semidefinite matrix leaves at most one, and
  ///   rounding; `.notSquare`, `.notFinite`, `.asymmetric`.
  /// - Complexity: O(n^2 rank).
  /// - Precondition: `tolerance` is not negative.
  public init(_ matrix: Matrix, tolerance: Double? = nil) throws(LinearAlgebraError) {
    try requireSymmetric(matrix)
    try LAPACK.prepare(matrix)
    let n = matrix.rows
    let tolerance = tolerance ?? 8 * Double(n) * 1.0.ulp
    precondition(tolerance >= 0, "a tolerance is not negative")
    guard n > 0 else {
      rank = 0
      factor = matrix
      pivots = []
      return
    }
    let scales = Self.scales(matrix)
    var scaled = matrix
    for j in 0..<n {
      for i in 0..<n { scaled[i, j] = matrix[i, j] / scales[i] / scales[j] }
    }
    var work = scaled
    var order = [Int32](repeating: 0, count: n)
    var computedRank: Int32 = 0
    // A positive info says that the rank is below n or the matrix indefinite; the residual tells.
    try LAPACK.check(
      LAPACKE_dpstrf(
        LAPACK.columnMajor, LAPACK.lower, Int32(n), &work.columnMajor, Int32(n), &order,
        &computedRank, tolerance))
    let rank = Int(computedRank)
    let pivots = order.map { Int($0) - 1 }
    var factor = Matrix(rows: n, columns: rank)
    for k in 0..<rank {
      for i in k..<n { factor[pivots[i], k] = work[i, k] }
    }
    try Self.requireSmallResidual(scaled, factor, pivots, tolerance: 4 * tolerance)
    for k in 0..<rank {
      for i in 0..<n { factor[i, k] *= scales[i] }
    }
    self.rank = rank
    self.factor = factor
    self.pivots = pivots
  }

  /// A power of two for each variable, near the root of its variance.
  ///
  /// A variance that is zero, or negative by rounding, is measured by the largest of the others.
  private static func scales(_ matrix: Matrix) -> [Double] {
    let variances = (0..<matrix.rows).map { matrix[$0, $0] }
    let all = matrix.columnMajor.reduce(0) { max($0, $1.magnitude) }
    let largest = variances.max().flatMap { $0 > 0 ? $0 : nil } ?? all
    return variances.map { powerOfTwo(below: ($0 > 0 ? $0 : largest).squareRoot()) }
  }

  /// Throws unless A - F Fᵀ is small in the rows and columns that did not become pivots.
  private static func requireSmallResidual(
    _ matrix: Matrix, _ factor: Matrix, _ pivots: [Int], tolerance: Double
  ) throws(LinearAlgebraError) {
    let rest = pivots[factor.columns...].sorted()
    var worst = (row: 0, column: 0, residual: 0.0)
    for j in rest {
      for i in rest where i >= j {
        var residual = matrix[i, j]
        for k in 0..<factor.columns { residual -= factor[i, k] * factor[j, k] }
        if residual.magnitude > worst.residual.magnitude { worst = (i, j, residual) }
      }
    }
    guard worst.residual.magnitude <= tolerance else {
      throw .notPositiveSemidefinite(
        row: worst.row, column: worst.column, residual: worst.residual, tolerance: tolerance)
    }
  }
}
