import CLAPACKE

/// What every call of LAPACK here has in common.
///
/// All matrices are column-major: for row-major ones LAPACKE makes a transposed copy. Matrices
/// without rows or columns are never passed on, because LAPACKE asks for leading dimensions above
/// zero.
enum LAPACK {
  /// The layout of every matrix.
  static let columnMajor = LAPACK_COL_MAJOR
  /// The triangle of a symmetric matrix that is read and written.
  static let lower = CChar(UInt8(ascii: "L"))
  static let upper = CChar(UInt8(ascii: "U"))
  static let notTransposed = CChar(UInt8(ascii: "N"))
  static let nonUnit = CChar(UInt8(ascii: "N"))
  static let oneNorm = CChar(UInt8(ascii: "1"))
  static let withVectors = CChar(UInt8(ascii: "V"))
  static let withoutVectors = CChar(UInt8(ascii: "N"))

  /// Turns the threads of BLAS off and checks that LAPACK can count the entries.
  ///
  /// - Throws: `LinearAlgebraError.tooLarge`.
  static func prepare(_ matrices: Matrix...) throws(LinearAlgebraError) {
    BLASLibrary.useOneThread()
    for matrix in matrices {
      let (entries, overflow) = matrix.rows.multipliedReportingOverflow(by: matrix.columns)
      guard !overflow, max(entries, matrix.rows, matrix.columns) <= Int(Int32.max) else {
        throw .tooLarge(rows: matrix.rows, columns: matrix.columns)
      }
    }
  }

  /// Throws for an `info` of a failed allocation and passes the others on, none of them negative.
  ///
  /// Any other negative `info` names an argument that LAPACK does not accept, which is a mistake
  /// in this module.
  @discardableResult
  static func check(_ info: Int32) throws(LinearAlgebraError) -> Int {
    guard info != LAPACK_WORK_MEMORY_ERROR, info != LAPACK_TRANSPOSE_MEMORY_ERROR else {
      throw .outOfMemory
    }
    precondition(info >= 0, "LAPACK does not accept argument \(-info)")
    return Int(info)
  }
}
