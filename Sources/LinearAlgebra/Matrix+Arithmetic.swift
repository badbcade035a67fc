extension Matrix {
  /// The matrix with rows and columns exchanged. Complexity: O(rows x columns).
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for j in 0..<columns {
      for i in 0..<rows { result.columnMajor[j + columns * i] = columnMajor[i + rows * j] }
    }
    return result
  }

  /// Half the sum of the matrix and its transpose, which is symmetric to the last bit.
  ///
  /// - Throws: `LinearAlgebraError.notSquare`.
  /// - Complexity: O(rows x columns).
  public func symmetricPart() throws(LinearAlgebraError) -> Matrix {
    try requireSquare(self)
    var result = self
    for j in 0..<columns {
      for i in 0..<j {
        // Halved before the sum, which cannot overflow.
        let mean = 0.5 * self[i, j] + 0.5 * self[j, i]
        result[i, j] = mean
        result[j, i] = mean
      }
    }
    return result
  }

  /// The product of two matrices, each entry summed in ascending order of the inner index.
  ///
  /// The bits do not depend on the BLAS that is installed, and A Aᵀ is symmetric to the last bit.
  ///
  /// - Throws: `LinearAlgebraError.dimensionMismatch` unless `right` has a row for each column of
  ///   `left`.
  /// - Complexity: O(left.rows x left.columns x right.columns).
  public static func * (left: Matrix, right: Matrix) throws(LinearAlgebraError) -> Matrix {
    try requireCount(right.rows, left.columns, of: "rows of the right factor")
    var result = Matrix(rows: left.rows, columns: right.columns)
    for j in 0..<right.columns {
      for k in 0..<left.columns {
        let factor = right.columnMajor[k + right.rows * j]
        let source = left.rows * k
        let target = left.rows * j
        for i in 0..<left.rows {
          result.columnMajor[target + i] += left.columnMajor[source + i] * factor
        }
      }
    }
    return result
  }

  /// The product of a matrix and a column vector.
  ///
  /// - Throws: `LinearAlgebraError.dimensionMismatch` unless `vector` has an entry for each column.
  /// - Complexity: O(rows x columns).
  public static func * (left: Matrix, vector: [Double]) throws(LinearAlgebraError) -> [Double] {
    try requireCount(vector.count, left.columns, of: "entries of the vector")
    var result = [Double](repeating: 0, count: left.rows)
    for (k, factor) in vector.enumerated() {
      let source = left.rows * k
      for i in 0..<left.rows { result[i] += left.columnMajor[source + i] * factor }
    }
    return result
  }
}
