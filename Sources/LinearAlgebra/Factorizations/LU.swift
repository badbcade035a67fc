import CLAPACKE

/// The factorization of a square matrix by Gaussian elimination with row exchanges, LAPACK's
/// `dgetrf`.
///
/// Rows, then columns are first scaled by powers of two to a largest entry in [1, 2): exact, and
/// it keeps the units of the variables out of the choice of pivots and out of the condition.
public struct LU: Sendable, Equatable {
  /// An estimate of 1 / (|A| |A^-1|) in the one-norm, for the scaled matrix, by `dgecon`: 1 at best,
  /// zero for a singular matrix; 1 for order zero.
  ///
  /// Its negative logarithm to the base ten is the number of digits that a solution may lose.
  public let reciprocalCondition: Double

  /// L below and U on and above the diagonal.
  private let factors: Matrix
  /// The row that each row was exchanged with, from one, as LAPACK has it.
  private let exchanges: [Int32]
  private let rowScales: [Double]
  private let columnScales: [Double]

  /// Factors `matrix`.
  ///
  /// - Throws: `LinearAlgebraError.singular` with the first pivot that is exactly zero;
  ///   `.notSquare`, `.notFinite`, `.overflow`.
  /// - Complexity: 2 n^3 / 3 operations.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try requireSquare(matrix)
    try requireFinite(matrix)
    try LAPACK.prepare(matrix)
    let count = matrix.rows
    var factors = matrix
    var rowScales = [Double](repeating: 1, count: count)
    var columnScales = rowScales
    for i in 0..<count {
      rowScales[i] = powerOfTwo(below: (0..<count).reduce(0) { max($0, factors[i, $1].magnitude) })
      for j in 0..<count { factors[i, j] /= rowScales[i] }
    }
    for j in 0..<count {
      columnScales[j] = powerOfTwo(
        below: (0..<count).reduce(0) { max($0, factors[$1, j].magnitude) })
      for i in 0..<count { factors[i, j] /= columnScales[j] }
    }
    var exchanges = [Int32](repeating: 0, count: count)
    var reciprocalCondition = 1.0
    if count > 0 {
      let n = Int32(count)
      let norm = oneNorm(factors)
      let pivot = try LAPACK.check(
        LAPACKE_dgetrf(LAPACK.columnMajor, n, n, &factors.columnMajor, n, &exchanges))
      guard pivot == 0 else { throw .singular(pivot: pivot - 1) }
      try requireRepresentable(factors.columnMajor)
      try LAPACK.check(
        LAPACKE_dgecon(
          LAPACK.columnMajor, LAPACK.oneNorm, n, factors.columnMajor, n, norm,
          &reciprocalCondition))
    }
    self.reciprocalCondition = reciprocalCondition
    self.factors = factors
    self.exchanges = exchanges
    self.rowScales = rowScales
    self.columnScales = columnScales
  }

  /// The determinant; infinite or zero where it is out of the range of a `Double`, 1 for order zero.
  ///
  /// - Complexity: O(n).
  public var determinant: Double {
    var product = ScaledProduct()
    for i in 0..<factors.rows {
      product.multiply(by: Int(exchanges[i]) == i + 1 ? factors[i, i] : -factors[i, i])
      product.multiply(byPowerOfTwo: Int(rowScales[i].exponent) + Int(columnScales[i].exponent))
    }
    return product.value
  }

  /// The x with A x = `right`.
  ///
  /// - Throws: as for a matrix on the right-hand side.
  /// - Complexity: O(n^2).
  public func solve(_ right: [Double]) throws(LinearAlgebraError) -> [Double] {
    try solve(Matrix(rows: right.count, columns: 1, columnMajor: right)).columnMajor
  }

  /// The X with A X = `right`, column by column, by `dgetrs`.
  ///
  /// - Throws: `LinearAlgebraError.illConditioned` if the reciprocal condition is below 2^-53, the
  ///   rounding of the matrix itself: no digit of the solution would mean anything;
  ///   `.dimensionMismatch`, `.notFinite`, `.overflow`.
  /// - Complexity: O(n^2) a column.
  public func solve(_ right: Matrix) throws(LinearAlgebraError) -> Matrix {
    try requireCount(right.rows, factors.rows, of: "rows of the right-hand side")
    try requireFinite(right)
    try LAPACK.prepare(right)
    guard reciprocalCondition >= 0.5 * 1.0.ulp else {
      throw .illConditioned(reciprocalCondition: reciprocalCondition)
    }
    guard right.rows > 0, right.columns > 0 else { return right }
    // With R and C the scales, A x = b is (R^-1 A C^-1) (C x) = R^-1 b.
    var solution = right
    for j in 0..<right.columns {
      for i in 0..<right.rows { solution[i, j] /= rowScales[i] }
    }
    let n = Int32(factors.rows)
    try LAPACK.check(
      LAPACKE_dgetrs(
        LAPACK.columnMajor, LAPACK.notTransposed, n, Int32(right.columns), factors.columnMajor, n,
        exchanges, &solution.columnMajor, n))
    for j in 0..<right.columns {
      for i in 0..<right.rows { solution[i, j] /= columnScales[i] }
    }
    try requireRepresentable(solution.columnMajor)
    return solution
  }
}

/// The largest sum of magnitudes in a column.
func oneNorm(_ matrix: Matrix) -> Double {
  (0..<matrix.columns).reduce(0) { largest, j in
    max(largest, matrix.column(j).reduce(0) { $0 + $1.magnitude })
  }
}
