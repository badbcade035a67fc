import CLAPACKE

/// The x that makes the Euclidean length of b - A x smallest, for A with m rows and n columns.
public struct LeastSquares: Sendable, Equatable {
  /// x, of n entries.
  public let solution: [Double]

  /// b - A x, of m entries.
  public let residuals: [Double]

  /// The rank of A, exact or numerical.
  public let rank: Int

  /// The sum of the squared residuals.
  public var residualSumOfSquares: Double {
    residuals.reduce(0) { $0 + $1 * $1 }
  }

  /// Solves a problem whose columns are linearly independent, by a QR factorization (`dgels`).
  ///
  /// Columns are scaled by powers of two before their rank is judged, so that the units of the
  /// unknowns do not matter.
  ///
  /// - Throws: `LinearAlgebraError.rankDeficient` if the columns are dependent to a relative
  ///   precision of m units in the last place, the rounding of the factorization;
  ///   `.underdetermined` if m < n; `.dimensionMismatch`, `.notFinite`, `.overflow`.
  /// - Complexity: O(m n^2).
  public static func fullRank(
    _ matrix: Matrix, _ right: [Double]
  ) throws(LinearAlgebraError) -> LeastSquares {
    try requireProblem(matrix, right)
    let (rows, columns) = (matrix.rows, matrix.columns)
    guard rows >= columns else {
      throw .underdetermined(rank: try numericalRank(matrix), unknowns: columns)
    }
    guard columns > 0 else { return LeastSquares(solution: [], residuals: right, rank: 0) }
    var work = matrix
    let scales = scaleColumns(&work)
    let scaled = work
    var solution = right
    let (m, n) = (Int32(rows), Int32(columns))
    let info = try LAPACK.check(
      LAPACKE_dgels(
        LAPACK.columnMajor, LAPACK.notTransposed, m, n, 1, &work.columnMajor, m, &solution, m))
    var reciprocal = 0.0
    if info == 0 {
      try requireRepresentable(work.columnMajor)
      try LAPACK.check(
        LAPACKE_dtrcon(
          LAPACK.columnMajor, LAPACK.oneNorm, LAPACK.upper, LAPACK.nonUnit, n, work.columnMajor,
          m, &reciprocal))
    }
    guard reciprocal > Double(rows) * 1.0.ulp else {
      throw .rankDeficient(rank: min(try numericalRank(scaled), columns - 1), columns: columns)
    }
    solution.removeLast(rows - columns)
    for j in 0..<columns { solution[j] /= scales[j] }
    return try LeastSquares(matrix, right, solution, rank: columns)
  }

  /// The solution of smallest Euclidean length, for any shape and rank, by the singular values
  /// (`dgelsd`).
  ///
  /// The length of a solution, and with it the solution, depends on the units of the unknowns.
  ///
  /// - Parameters:
  ///   - matrix: m x n.
  ///   - right: the m right-hand sides.
  ///   - tolerance: singular values up to this fraction of the largest count as zero. By default
  ///     max(m, n) units in the last place of one, the rounding of the decomposition.
  /// - Throws: `LinearAlgebraError.noConvergence`, `.dimensionMismatch`, `.notFinite`, `.overflow`.
  /// - Complexity: O(m n min(m, n)).
  /// - Precondition: `tolerance` is not negative.
  public static func minimumNorm(
    _ matrix: Matrix, _ right: [Double], tolerance: Double? = nil
  ) throws(LinearAlgebraError) -> LeastSquares {
    try requireProblem(matrix, right)
    let (rows, columns) = (matrix.rows, matrix.columns)
    let tolerance = tolerance ?? Double(max(rows, columns)) * 1.0.ulp
    precondition(tolerance >= 0, "a tolerance is not negative")
    guard rows > 0, columns > 0 else {
      return LeastSquares(
        solution: [Double](repeating: 0, count: columns), residuals: right, rank: 0)
    }
    var work = matrix
    var solution = right + [Double](repeating: 0, count: max(columns - rows, 0))
    var singularValues = [Double](repeating: 0, count: min(rows, columns))
    var rank: Int32 = 0
    let info = try LAPACK.check(
      LAPACKE_dgelsd(
        LAPACK.columnMajor, Int32(rows), Int32(columns), 1, &work.columnMajor, Int32(rows),
        &solution, Int32(solution.count), &singularValues, tolerance, &rank))
    guard info == 0 else { throw .noConvergence }
    solution.removeLast(solution.count - columns)
    return try LeastSquares(matrix, right, solution, rank: Int(rank))
  }

  private init(solution: [Double], residuals: [Double], rank: Int) {
    self.solution = solution
    self.residuals = residuals
    self.rank = rank
  }

  /// Adds the residuals to a solution.
  private init(
    _ matrix: Matrix, _ right: [Double], _ solution: [Double], rank: Int
  ) throws(LinearAlgebraError) {
    try requireRepresentable(solution)
    let fitted = try matrix * solution
    self.init(solution: solution, residuals: zip(right, fitted).map { $0 - $1 }, rank: rank)
    try requireRepresentable(residuals)
  }

  /// Throws unless the equations are finite and each has a right-hand side.
  private static func requireProblem(
    _ matrix: Matrix, _ right: [Double]
  ) throws(LinearAlgebraError) {
    try requireCount(right.count, matrix.rows, of: "entries of the right-hand side")
    try requireFinite(matrix)
    try requireFinite(right)
    try LAPACK.prepare(matrix)
  }

  /// The number of singular values above rounding.
  static func numericalRank(_ matrix: Matrix) throws(LinearAlgebraError) -> Int {
    try minimumNorm(matrix, [Double](repeating: 0, count: matrix.rows)).rank
  }
}

/// Divides each column by a power of two that brings its largest entry into [1, 2), and returns the
/// powers. The unknowns are multiplied by them.
func scaleColumns(_ matrix: inout Matrix) -> [Double] {
  (0..<matrix.columns).map { j in
    let scale = powerOfTwo(below: matrix.column(j).reduce(0) { max($0, $1.magnitude) })
    for i in 0..<matrix.rows { matrix[i, j] /= scale }
    return scale
  }
}
