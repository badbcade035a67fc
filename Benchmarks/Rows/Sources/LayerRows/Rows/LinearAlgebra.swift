import CLAPACKE
import LinearAlgebra

extension Row {
  /// Matrices, by whatever library stands behind LAPACK on the machine.
  static var linearAlgebra: [Row] {
    [cholesky(order: 100, counted: 10), triangularProduct(order: 100, counted: 1)]
  }

  private static func cholesky(order: Int, counted: Int) -> Row {
    Row(
      "cholesky, \(order) rows", .linearAlgebra, unit: "factorization", perStep: 1,
      counted: counted
    ) {
      let matrix = try positiveDefinite(order)
      return { steps in
        for _ in 0..<steps { keep(try Cholesky(matrix).factor[order - 1, order - 1]) }
      }
    }
  }

  /// The columns of a block times a triangular factor, what joining them by the library takes.
  private static func triangularProduct(order: Int, counted: Int) -> Row {
    Row(
      "dtrmm, \(order) columns", .linearAlgebra, unit: "number", perStep: order * blockLength,
      counted: counted
    ) {
      BLASLibrary.useOneThread()
      let factor = try Cholesky(positiveDefinite(order)).factor.columnMajor
      return { steps in
        withColumns(order) { columns in
          for _ in 0..<steps {
            columns.update(repeating: 1, count: order * columnStride)
            cblas_dtrmm(
              CblasColMajor, CblasRight, CblasLower, CblasTrans, CblasNonUnit, Int32(blockLength),
              Int32(order), 1, factor, Int32(order), columns, Int32(columnStride))
          }
        }
      }
    }
  }

  private static func positiveDefinite(_ order: Int) throws -> Matrix {
    var powers = [1.0]
    for _ in 1..<order { powers.append(0.9 * powers[powers.count - 1]) }
    return try Matrix(rows: (0..<order).map { i in (0..<order).map { powers[abs(i - $0)] } })
  }
}
