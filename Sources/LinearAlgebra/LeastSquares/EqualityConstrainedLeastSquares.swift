import CLAPACKE

/// The x that makes the Euclidean length of c - A x smallest among those with B x = d, for A with m
/// rows, B with p rows and both with n columns.
///
/// By the generalized RQ factorization, LAPACK's `dgglse`: Anderson, Bai and Dongarra, "Generalized
/// QR factorization and its applications", Linear Algebra Appl. 162-164 (1992) 243-271,
/// doi:10.1016/0024-3795(92)90379-O.
public struct EqualityConstrainedLeastSquares: Sendable, Equatable {
  /// x, of n entries.
  public let solution: [Double]

  /// c - A x, of m entries.
  public let residuals: [Double]

  /// The sum of the squared residuals.
  public var residualSumOfSquares: Double {
    residuals.reduce(0) { $0 + $1 * $1 }
  }

  /// Solves the problem.
  ///
  /// Columns of A and B together, then rows of B are scaled by powers of two before ranks are
  /// judged, so that the units of unknowns and constraints do not matter. Ranks are judged to m + p
  /// units in the last place, the rounding of the factorization.
  ///
  /// - Throws: `LinearAlgebraError.dependentConstraints` if the rows of B are linearly dependent,
  ///   also where the constraints agree; `.underdetermined` if the equations and constraints leave
  ///   an unknown free; `.dimensionMismatch`, `.notFinite`, `.overflow`.
  /// - Complexity: O((m + p) n^2).
  public init(
    _ matrix: Matrix, _ right: [Double], subjectTo constraints: Matrix, equal targets: [Double]
  ) throws(LinearAlgebraError) {
    try requireCount(constraints.columns, matrix.columns, of: "columns of the constraints")
    try requireCount(right.count, matrix.rows, of: "entries of the right-hand side")
    try requireCount(targets.count, constraints.rows, of: "targets of the constraints")
    for part in [matrix, constraints] { try requireFinite(part) }
    for part in [right, targets] { try requireFinite(part) }
    try LAPACK.prepare(matrix, constraints)
    let solution =
      if constraints.rows == 0 {
        try Self.unconstrained(matrix, right)
      } else {
        try Self.constrained(matrix, right, constraints, targets)
      }
    try requireRepresentable(solution)
    let fitted = try matrix * solution
    self.solution = solution
    residuals = zip(right, fitted).map { $0 - $1 }
    try requireRepresentable(residuals)
  }

  /// Without constraints, dependent columns leave unknowns free.
  private static func unconstrained(
    _ matrix: Matrix, _ right: [Double]
  ) throws(LinearAlgebraError) -> [Double] {
    do {
      return try LeastSquares.fullRank(matrix, right).solution
    } catch {
      guard case .rankDeficient(let rank, let columns) = error else { throw error }
      throw .underdetermined(rank: rank, unknowns: columns)
    }
  }

  private static func constrained(
    _ matrix: Matrix, _ right: [Double], _ constraints: Matrix, _ targets: [Double]
  ) throws(LinearAlgebraError) -> [Double] {
    let (m, n, p) = (matrix.rows, matrix.columns, constraints.rows)
    var stacked = stack(matrix, constraints)
    let columnScales = scaleColumns(&stacked)
    var a = Matrix(rows: m, columns: n)
    var b = Matrix(rows: p, columns: n)
    var d = targets
    for j in 0..<n {
      for i in 0..<m { a[i, j] = stacked[i, j] }
      for i in 0..<p { b[i, j] = stacked[m + i, j] }
    }
    for i in 0..<p {
      let scale = powerOfTwo(below: b.row(i).reduce(0) { max($0, $1.magnitude) })
      for j in 0..<n { b[i, j] /= scale }
      d[i] /= scale
    }
    guard p <= n else {
      throw .dependentConstraints(rank: try LeastSquares.numericalRank(b), constraints: p)
    }
    guard m + p >= n else {
      throw .underdetermined(rank: try LeastSquares.numericalRank(stacked), unknowns: n)
    }
    let tolerance = Double(m + p) * 1.0.ulp
    var solution: [Double]
    if m == 0 {
      solution = try square(b, d)
    } else {
      var (workA, workB, c) = (a, b, right)
      solution = [Double](repeating: 0, count: n)
      let info = try LAPACK.check(
        LAPACKE_dgglse(
          LAPACK.columnMajor, Int32(m), Int32(n), Int32(p), &workA.columnMajor, Int32(m),
          &workB.columnMajor, Int32(p), &c, &d, &solution))
      // The last p columns of B's factor constrain, the first n - p of A's decide the rest.
      let r = triangle(workB, order: p, firstColumn: n - p)
      guard info != 1, try smallestScale(of: r) > tolerance * oneNorm(b) else {
        throw .dependentConstraints(
          rank: min(try LeastSquares.numericalRank(b), p - 1), constraints: p)
      }
      let t = triangle(workA, order: n - p, firstColumn: 0)
      guard info == 0, try smallestScale(of: t) > tolerance * oneNorm(a) else {
        throw .underdetermined(
          rank: min(try LeastSquares.numericalRank(stacked), n - 1), unknowns: n)
      }
    }
    for j in 0..<n { solution[j] /= columnScales[j] }
    return solution
  }

  /// Constraints alone, as many as there are unknowns.
  private static func square(
    _ constraints: Matrix, _ targets: [Double]
  ) throws(LinearAlgebraError) -> [Double] {
    do {
      return try LU(constraints).solve(targets)
    } catch {
      switch error {
      case .singular, .illConditioned:
        let p = constraints.rows
        let rank = min(try LeastSquares.numericalRank(constraints), p - 1)
        throw .dependentConstraints(rank: rank, constraints: p)
      default: throw error
      }
    }
  }

  /// The rows of `top` above those of `bottom`.
  private static func stack(_ top: Matrix, _ bottom: Matrix) -> Matrix {
    var result = Matrix(rows: top.rows + bottom.rows, columns: top.columns)
    for j in 0..<top.columns {
      for i in 0..<top.rows { result[i, j] = top[i, j] }
      for i in 0..<bottom.rows { result[top.rows + i, j] = bottom[i, j] }
    }
    return result
  }

  /// The upper triangle of `order` rows and columns that starts at row zero, column `firstColumn`.
  private static func triangle(_ matrix: Matrix, order: Int, firstColumn: Int) -> Matrix {
    var result = Matrix(rows: order, columns: order)
    for j in 0..<order {
      for i in 0...j { result[i, j] = matrix[i, firstColumn + j] }
    }
    return result
  }

  /// An estimate of 1 / |R^-1| in the one-norm, for an upper triangle R: the distance to a singular
  /// one, by `dtrcon`.
  private static func smallestScale(
    of triangle: Matrix
  ) throws(LinearAlgebraError) -> Double {
    guard triangle.rows > 0 else { return .infinity }
    try requireRepresentable(triangle.columnMajor)
    var reciprocal = 0.0
    let n = Int32(triangle.rows)
    try LAPACK.check(
      LAPACKE_dtrcon(
        LAPACK.columnMajor, LAPACK.oneNorm, LAPACK.upper, LAPACK.nonUnit, n,
        triangle.columnMajor, n, &reciprocal))
    return reciprocal * oneNorm(triangle)
  }
}
