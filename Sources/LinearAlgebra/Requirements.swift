// The checks that every routine makes before it computes.

/// Throws `LinearAlgebraError.dimensionMismatch` unless the counts are equal.
func requireCount(
  _ actual: Int, _ expected: Int, of quantity: String
) throws(LinearAlgebraError) {
  guard actual == expected else {
    throw .dimensionMismatch(quantity: quantity, expected: expected, actual: actual)
  }
}

/// Throws `LinearAlgebraError.notSquare` unless there are as many rows as columns.
func requireSquare(_ matrix: Matrix) throws(LinearAlgebraError) {
  guard matrix.isSquare else { throw .notSquare(rows: matrix.rows, columns: matrix.columns) }
}

/// Throws `LinearAlgebraError.notFinite` for the first entry, down the columns, that is infinite or
/// NaN.
func requireFinite(_ matrix: Matrix) throws(LinearAlgebraError) {
  if let offset = matrix.columnMajor.firstIndex(where: { !$0.isFinite }) {
    throw .notFinite(row: offset % matrix.rows, column: offset / matrix.rows)
  }
}

/// Throws `LinearAlgebraError.notFinite` for the first entry that is infinite or NaN.
func requireFinite(_ vector: [Double]) throws(LinearAlgebraError) {
  if let row = vector.firstIndex(where: { !$0.isFinite }) { throw .notFinite(row: row, column: 0) }
}

/// Throws `LinearAlgebraError.overflow` unless all results are finite.
func requireRepresentable(_ results: [Double]) throws(LinearAlgebraError) {
  guard results.allSatisfy(\.isFinite) else { throw .overflow }
}

/// Throws unless the matrix is square, finite and symmetric.
///
/// Mirrored entries may differ by n units in the last place of the largest entry, the size of the
/// rounding in a product of n x n matrices.
func requireSymmetric(_ matrix: Matrix) throws(LinearAlgebraError) {
  try requireSquare(matrix)
  try requireFinite(matrix)
  let largest = matrix.columnMajor.reduce(0) { max($0, $1.magnitude) }
  let tolerance = Double(matrix.rows) * largest.ulp
  for j in 0..<matrix.columns {
    for i in 0..<j {
      // Halved before the difference, which cannot overflow.
      let half = 0.5 * matrix[i, j] - 0.5 * matrix[j, i]
      guard half.magnitude <= 0.5 * tolerance else {
        throw .asymmetric(row: i, column: j, value: matrix[i, j], mirrored: matrix[j, i])
      }
    }
  }
}

/// The power of two just below `magnitude`, or one where there is none.
///
/// Scaling by it is exact as long as nothing underflows. The exponent is kept within +-1,000, so
/// that the inverse is a normal number too.
func powerOfTwo(below magnitude: Double) -> Double {
  guard magnitude > 0, magnitude.isFinite else { return 1 }
  return Double(sign: .plus, exponent: min(max(magnitude.exponent, -1000), 1000), significand: 1)
}
