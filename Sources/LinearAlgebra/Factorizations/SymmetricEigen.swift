import CLAPACKE

/// The decomposition A = V diag(w) Vᵀ of a symmetric matrix, by LAPACK's `dsyevd` (divide and
/// conquer).
public struct SymmetricEigen: Sendable, Equatable {
  /// The eigenvalues, ascending.
  public let values: [Double]

  /// The eigenvectors of length one in the columns, in the order of `values`; n x n.
  ///
  /// The component of the largest magnitude, the first of them, is positive. Vectors of equal
  /// eigenvalues are an arbitrary basis of their space.
  public let vectors: Matrix

  /// Decomposes `matrix`, of which only the lower triangle enters once its symmetry is checked.
  ///
  /// - Accuracy: each eigenvalue within a modest multiple of n units in the last place of the
  ///   largest one: small ones may have no digit right.
  /// - Throws: `LinearAlgebraError.noConvergence`, `.notSquare`, `.notFinite`, `.asymmetric`.
  /// - Complexity: O(n^3).
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try requireSymmetric(matrix)
    try LAPACK.prepare(matrix)
    var vectors = matrix
    var values = [Double](repeating: 0, count: matrix.rows)
    if matrix.rows > 0 {
      let n = Int32(matrix.rows)
      let info = try LAPACK.check(
        LAPACKE_dsyevd(
          LAPACK.columnMajor, LAPACK.withVectors, LAPACK.lower, n, &vectors.columnMajor, n,
          &values))
      guard info == 0 else { throw .noConvergence }
      try requireRepresentable(values)
    }
    for j in 0..<matrix.columns {
      let column = vectors.column(j)
      let largest = column.reduce(0) { $1.magnitude > $0.magnitude ? $1 : $0 }
      guard largest < 0 else { continue }
      for i in 0..<matrix.rows { vectors[i, j] = -column[i] }
    }
    self.values = values
    self.vectors = vectors
  }
}
