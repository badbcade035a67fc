import Glibc
import LinearAlgebra
import Testing

@Suite struct CholeskyTests {
  @Test func factorsAMatrixOfWholeNumbers() throws {
    let matrix = try Matrix(rows: [[4, 12, -16], [12, 37, -43], [-16, -43, 98]])
    let cholesky = try Cholesky(matrix)
    // Every step is exact in whole numbers.
    #expect(try cholesky.factor == Matrix(rows: [[2, 0, 0], [6, 1, 0], [-8, 5, 3]]))
    #expect((cholesky.logDeterminant - log(36)).magnitude < 4 * log(36).ulp)
    #expect(try distance(cholesky.solve([0, 6, 39]), [1, 1, 1]) <= rounding(8))
  }

  // det of the Hilbert matrix of order n is c(n)^4 / c(2n) with c(n) = 1! 2! ... (n - 1)!
  // (Hilbert 1894, doi:10.1007/BF02418278).
  @Test(arguments: 1...8)
  func hilbertDeterminants(order: Int) throws {
    func logC(_ n: Int) -> Double { (1..<n).reduce(0) { $0 + lgamma(Double($1) + 1) } }
    let exact = 4 * logC(order) - logC(2 * order)
    let computed = try Cholesky(hilbert(order)).logDeterminant
    // A relative change by u of the entries moves ln det by up to n u cond; cond grows as e^3.5n.
    let condition = exp(3.5 * Double(order))
    #expect((computed - exact).magnitude <= rounding(order) * condition + 1e-13)
  }

  // The error of L Lᵀ is at most (n + 1) u |L| |Lᵀ|, whose entries are at most the largest
  // diagonal entry: Higham, Accuracy and Stability, 2nd ed., theorem 10.3.
  @Test(arguments: [1, 2, 3, 10, 33, 100])
  func factorReproducesTheMatrix(order: Int) throws {
    var samples = Samples(seed: order)
    let matrix = try samples.semidefinite(order, rank: 2 * order)
    let cholesky = try Cholesky(matrix)
    let largest = (0..<order).reduce(0) { max($0, matrix[$1, $1]) }
    let product = try cholesky.factor * cholesky.factor.transposed
    #expect(distance(product, matrix) <= rounding(order + 1) * largest)
    let right = samples.matrix(order, 3)
    let solution = try cholesky.solve(right)
    let bound = rounding(4 * order) * norm(matrix) * norm(solution)
    #expect(try distance(matrix * solution, right) <= bound)
  }

  @Test func empty() throws {
    let cholesky = try Cholesky(Matrix(rows: 0, columns: 0))
    #expect(cholesky.logDeterminant == 0)
    #expect(try cholesky.solve([]) == [])
    #expect(try Cholesky(.identity(2)).solve(Matrix(rows: 2, columns: 0)).columns == 0)
  }

  @Test func determinantFarOutOfRange() throws {
    let cholesky = try Cholesky(.diagonal([Double](repeating: 1e-200, count: 50)))
    #expect((cholesky.logDeterminant + 10_000 * log(10)).magnitude < 1e-8)
  }

  @Test(arguments: [1, 2, 3])
  func namesTheLeadingMinor(order: Int) {
    var matrix = Matrix.identity(3)
    matrix[order - 1, order - 1] = -1
    #expect(throws: LinearAlgebraError.notPositiveDefinite(leadingMinor: order)) {
      try Cholesky(matrix)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func rejectsNonFinite(value: Double) throws {
    var matrix = Matrix.identity(3)
    matrix[2, 1] = value
    let expected = LinearAlgebraError.notFinite(row: 2, column: 1)
    #expect(throws: expected) { try Cholesky(matrix) }
    #expect(throws: expected) { try PivotedCholesky(matrix) }
    #expect(throws: expected) { try LU(matrix) }
    #expect(throws: expected) { try SymmetricEigen(matrix) }
    let identity = Matrix.identity(2)
    let vector = LinearAlgebraError.notFinite(row: 1, column: 0)
    #expect(throws: vector) { try Cholesky(identity).solve([1, value]) }
    #expect(throws: vector) { try LU(identity).solve([1, value]) }
    #expect(throws: vector) { try LeastSquares.fullRank(identity, [1, value]) }
    #expect(throws: vector) { try LeastSquares.minimumNorm(identity, [1, value]) }
  }

  @Test func rejectsWrongShapes() throws {
    let wide = Matrix(rows: 2, columns: 3)
    let expected = LinearAlgebraError.notSquare(rows: 2, columns: 3)
    #expect(throws: expected) { try Cholesky(wide) }
    #expect(throws: expected) { try PivotedCholesky(wide) }
    #expect(throws: expected) { try LU(wide) }
    #expect(throws: expected) { try SymmetricEigen(wide) }
    let mismatch = LinearAlgebraError.dimensionMismatch(
      quantity: "rows of the right-hand side", expected: 2, actual: 3)
    #expect(throws: mismatch) { try Cholesky(.identity(2)).solve([1, 2, 3]) }
    #expect(throws: mismatch) { try LU(.identity(2)).solve([1, 2, 3]) }
  }

  @Test func rejectsAsymmetryPastRounding() throws {
    let expected = LinearAlgebraError.asymmetric(row: 0, column: 1, value: 0.5, mirrored: 0.25)
    let matrix = try Matrix(rows: [[1, 0.5], [0.25, 1]])
    #expect(throws: expected) { try Cholesky(matrix) }
    #expect(throws: expected) { try PivotedCholesky(matrix) }
    #expect(throws: expected) { try SymmetricEigen(matrix) }
    let rounded = try Matrix(rows: [[1, 0.5], [(0.5).nextUp, 1]])
    #expect(throws: Never.self) { try Cholesky(rounded) }
  }
}

@Suite struct PivotedCholeskyTests {
  static let shapes = [
    (1, 1), (2, 1), (3, 2), (5, 5), (10, 1), (10, 4), (40, 13), (100, 1), (100, 37), (100, 99),
    (100, 100),
  ]

  // (n + 1) u for the sums of products, doubled for a residual of four default tolerances; all
  // relative to the largest diagonal entry.
  @Test(arguments: shapes)
  func findsTheRankAndReproducesTheMatrix(order: Int, rank: Int) throws {
    for seed in 0..<20 {
      var samples = Samples(seed: 1000 * seed + order)
      let matrix = try samples.semidefinite(order, rank: rank)
      let cholesky = try PivotedCholesky(matrix)
      #expect(cholesky.rank == rank)
      #expect(cholesky.factor.rows == order)
      #expect(cholesky.factor.columns == rank)
      #expect(cholesky.pivots.sorted() == Array(0..<order))
      let product = try cholesky.factor * cholesky.factor.transposed
      let largest = (0..<order).reduce(0) { max($0, matrix[$1, $1]) }
      #expect(distance(product, matrix) <= 4 * 8 * rounding(order + 1) * largest)
    }
  }

  @Test(arguments: shapes)
  func rankDoesNotDependOnUnits(order: Int, rank: Int) throws {
    var samples = Samples(seed: order)
    var half = samples.matrix(order, rank)
    for i in 0..<order {
      let unit = exp(30 * samples.number())
      for k in 0..<rank { half[i, k] *= unit }
    }
    #expect(try PivotedCholesky(half * half.transposed).rank == rank)
  }

  @Test(arguments: [2, 3, 10, 50])
  func perfectCorrelation(order: Int) throws {
    let cholesky = try PivotedCholesky(Matrix(rows: order, columns: order, repeating: 1))
    #expect(cholesky.rank == 1)
    #expect(cholesky.factor == Matrix(rows: order, columns: 1, repeating: 1))
  }

  @Test func zeros() throws {
    let cholesky = try PivotedCholesky(Matrix(rows: 3, columns: 3))
    #expect(cholesky.rank == 0)
    #expect(cholesky.factor == Matrix(rows: 3, columns: 0))
    #expect(try PivotedCholesky(Matrix(rows: 0, columns: 0)).rank == 0)
    #expect(try PivotedCholesky(.diagonal([0, 4, 0])).factor.column(0) == [0, 2, 0])
  }

  // Equal correlations below -1 / (n - 1) belong to no random variables.
  @Test(arguments: [2, 3, 5, 20, 100], [1e-12, 1e-6, 0.1])
  func detectsIndefinite(order: Int, beyond: Double) {
    let correlation = -(1 + beyond) / Double(order - 1)
    var matrix = Matrix(rows: order, columns: order, repeating: correlation)
    for i in 0..<order { matrix[i, i] = 1 }
    #expect {
      try PivotedCholesky(matrix)
    } throws: { error in
      guard
        case .notPositiveSemidefinite(_, _, let residual, let tolerance)? =
          error as? LinearAlgebraError
      else { return false }
      return residual < -tolerance
    }
  }

  @Test(arguments: [2, 3, 5, 20, 100])
  func acceptsTheSmallestEqualCorrelation(order: Int) throws {
    var matrix = Matrix(rows: order, columns: order, repeating: -1 / Double(order - 1))
    for i in 0..<order { matrix[i, i] = 1 }
    #expect(try PivotedCholesky(matrix).rank == order - 1)
  }

  @Test(arguments: [
    [[0.0, 1], [1, 0]], [[0, 1], [1, 5]], [[-1]], [[1, 0], [0, -1e-3]], [[-1, 0], [0, -2]],
  ])
  func rejectsDiagonalsThatAreNotVariances(rows: [[Double]]) throws {
    let matrix = try Matrix(rows: rows)
    #expect(throws: LinearAlgebraError.self) { try PivotedCholesky(matrix) }
  }

  @Test func toleranceAcceptsWhatDecimalsRoundedOff() throws {
    // Three correlations of a singular matrix, cut to four decimals.
    let matrix = try Matrix(rows: [[1, 0.7072, 0.7072], [0.7072, 1, 0], [0.7072, 0, 1]])
    #expect(throws: LinearAlgebraError.self) { try PivotedCholesky(matrix) }
    #expect(try PivotedCholesky(matrix, tolerance: 1e-3).rank == 2)
  }
}
