import CLAPACKE

/// Products of large matrices by the BLAS behind LAPACK. Their last bits depend on it: what enters
/// a draw is multiplied by `Matrix.*`.
enum BLAS {
  /// A B, by `dgemm`.
  ///
  /// - Precondition: the dimensions fit, and LAPACK has accepted matrices of this size.
  static func product(_ left: Matrix, _ right: Matrix) -> Matrix {
    multiply(left, CblasNoTrans, right, inner: left.columns, rows: left.rows)
  }

  /// Aᵀ B, by `dgemm`.
  ///
  /// - Precondition: as for `product(_:_:)`.
  static func transposedProduct(_ left: Matrix, _ right: Matrix) -> Matrix {
    multiply(left, CblasTrans, right, inner: left.rows, rows: left.columns)
  }

  private static func multiply(
    _ left: Matrix, _ form: CBLAS_TRANSPOSE, _ right: Matrix, inner: Int, rows: Int
  ) -> Matrix {
    precondition(inner == right.rows, "the inner dimensions are equal")
    var result = Matrix(rows: rows, columns: right.columns)
    guard rows > 0, right.columns > 0, inner > 0 else { return result }
    BLASLibrary.useOneThread()
    cblas_dgemm(
      CblasColMajor, form, CblasNoTrans, Int32(rows), Int32(right.columns), Int32(inner), 1,
      left.columnMajor, Int32(left.rows), right.columnMajor, Int32(right.rows), 0,
      &result.columnMajor, Int32(rows))
    return result
  }
}

extension Matrix {
  /// The matrix of some of the columns. Complexity: O(rows x range.count).
  func columns(_ range: Range<Int>) -> Matrix {
    var result = Matrix(rows: rows, columns: range.count)
    result.columnMajor = Array(columnMajor[range.lowerBound * rows..<range.upperBound * rows])
    return result
  }
}
