/// A dense matrix of `Double`, stored column by column.
///
/// Entries may be infinite or NaN; every factorization rejects those. Rows and columns count from
/// zero. A matrix may have no rows or no columns.
public struct Matrix: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int

  /// The number of columns.
  public let columns: Int

  /// The entries, column after column: row i, column j is at `i + rows * j`.
  public internal(set) var columnMajor: [Double]

  /// Creates a matrix of equal entries.
  ///
  /// - Precondition: neither `rows` nor `columns` is negative.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative dimension")
    self.rows = rows
    self.columns = columns
    columnMajor = [Double](repeating: value, count: rows * columns)
  }

  /// Creates a matrix from its rows; no rows make a matrix of order zero.
  ///
  /// - Throws: `LinearAlgebraError.ragged` unless all rows are equally long.
  public init(rows: [[Double]]) throws(LinearAlgebraError) {
    let columns = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() where row.count != columns {
      throw .ragged(row: index, length: row.count, expected: columns)
    }
    self.init(rows: rows.count, columns: columns)
    for (i, row) in rows.enumerated() {
      for (j, value) in row.enumerated() { self[i, j] = value }
    }
  }

  /// Creates a matrix from its entries, column after column.
  ///
  /// - Throws: `LinearAlgebraError.dimensionMismatch` unless there are `rows * columns` entries.
  /// - Precondition: neither `rows` nor `columns` is negative.
  public init(rows: Int, columns: Int, columnMajor: [Double]) throws(LinearAlgebraError) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative dimension")
    try requireCount(columnMajor.count, rows * columns, of: "entries")
    self.rows = rows
    self.columns = columns
    self.columnMajor = columnMajor
  }

  /// The identity matrix of order `order`.
  ///
  /// - Precondition: `order` is not negative.
  public static func identity(_ order: Int) -> Matrix {
    diagonal([Double](repeating: 1, count: order))
  }

  /// The square matrix with `values` on its diagonal and zeros elsewhere.
  public static func diagonal(_ values: [Double]) -> Matrix {
    var result = Matrix(rows: values.count, columns: values.count)
    for (i, value) in values.enumerated() { result[i, i] = value }
    return result
  }

  /// The entry in row `row`, column `column`.
  ///
  /// - Precondition: both lie inside the matrix.
  public subscript(row: Int, column: Int) -> Double {
    get {
      columnMajor[offset(row, column)]
    }
    set {
      columnMajor[offset(row, column)] = newValue
    }
  }

  /// The entries of row `row`, from left to right. Complexity: O(columns).
  public func row(_ row: Int) -> [Double] {
    (0..<columns).map { self[row, $0] }
  }

  /// The entries of column `column`, from top to bottom. Complexity: O(rows).
  public func column(_ column: Int) -> [Double] {
    precondition(column >= 0 && column < columns, "column outside the matrix")
    return Array(columnMajor[column * rows..<(column + 1) * rows])
  }

  /// Whether there are as many rows as columns.
  public var isSquare: Bool { rows == columns }

  private func offset(_ row: Int, _ column: Int) -> Int {
    precondition(
      row >= 0 && row < rows && column >= 0 && column < columns, "entry outside the matrix")
    return row + rows * column
  }
}
