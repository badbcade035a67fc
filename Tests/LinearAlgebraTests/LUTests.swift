import Glibc
import LinearAlgebra
import Testing

@Suite struct LUTests {
  // Miller and Blair, Input-Output Analysis, table 2.3: the Leontief inverse to eight decimals, and
  // the output for a final demand of (600, 1500) to four.
  @Test func leontiefInverse() throws {
    let coefficients = try Matrix(rows: [[0.15, 0.25], [0.20, 0.05]])
    var leontief = Matrix.identity(2)
    for i in 0..<2 {
      for j in 0..<2 { leontief[i, j] -= coefficients[i, j] }
    }
    let lu = try LU(leontief)
    let published = try Matrix(rows: [[1.25412541, 0.33003300], [0.26402640, 1.12211221]])
    #expect(try distance(lu.solve(.identity(2)), published) <= 0.5e-8)
    #expect(try distance(lu.solve([600, 1500]), [1247.5248, 1841.5842]) <= 0.5e-4)
  }

  // The inverse of the Hilbert matrix has whole entries: Choi, Amer. Math. Monthly 90 (1983)
  // 301-312, doi:10.1080/00029890.1983.11971218.
  @Test(arguments: 1...8)
  func hilbertInverses(order: Int) throws {
    func binomial(_ n: Int, _ k: Int) -> Double {
      (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }.rounded()
    }
    var exact = Matrix(rows: order, columns: order)
    for j in 0..<order {
      for i in 0..<order {
        let sign = (i + j).isMultiple(of: 2) ? 1.0 : -1
        let squared = binomial(i + j, i) * binomial(i + j, i)
        exact[i, j] =
          sign * Double(i + j + 1) * binomial(order + i, order - j - 1)
          * binomial(order + j, order - i - 1) * squared
      }
    }
    let lu = try LU(hilbert(order))
    // The relative error of a solution is at most about u times the condition; the rounding of
    // 1/(i + j + 1) alone moves it by as much.
    let bound = rounding(order) / lu.reciprocalCondition * norm(exact)
    #expect(try distance(lu.solve(.identity(order)), exact) <= bound)
  }

  @Test func determinants() throws {
    #expect(try LU(Matrix(rows: [[0, 1], [1, 0]])).determinant == -1)
    #expect(try LU(Matrix(rows: [[2, 1], [7, 5]])).determinant.rounded() == 3)
    #expect(try LU(.diagonal([2, -3, 4])).determinant == -24)
    #expect(try LU(Matrix(rows: 0, columns: 0)).determinant == 1)
    // A circulant: 10 x (-2 - 2i)(-2)(-2 + 2i) = -160.
    let circulant = try Matrix(
      rows: [[1, 2, 3, 4], [4, 1, 2, 3], [3, 4, 1, 2], [2, 3, 4, 1]])
    #expect((try LU(circulant).determinant + 160).magnitude < 160 * rounding(16))
    #expect(try LU(.diagonal([1e-300, 1e-300, 1e300, 1e300])).determinant.magnitude - 1 < 1e-14)
    #expect(try LU(.diagonal([1e300, 1e300])).determinant == .infinity)
  }

  // With |L| |U| growing little, the residual is within about 3 n u |A| |x|: Higham, Accuracy and
  // Stability, 2nd ed., theorem 9.4, the growth of random matrices being near n^(2/3).
  @Test(arguments: [1, 2, 3, 10, 33, 100])
  func solutionsSatisfyTheEquations(order: Int) throws {
    var samples = Samples(seed: order)
    let matrix = samples.matrix(order, order)
    let right = samples.matrix(order, 2)
    let lu = try LU(matrix)
    let solution = try lu.solve(right)
    let bound = 3 * rounding(order) * norm(matrix) * norm(solution)
    #expect(try distance(matrix * solution, right) <= bound)
    // A BLAS may take another path for one column: both solutions have residuals within the bound.
    let single = try lu.solve(right.column(1))
    #expect(try distance(matrix * single, right.column(1)) <= bound)
  }

  @Test func unitsDoNotMatter() throws {
    let matrix = try Matrix(rows: [[1e-12, 2e8], [3e-20, 4]])
    let lu = try LU(matrix)
    #expect(lu.reciprocalCondition > 0.01)
    let solution = try lu.solve([2e8 + 1, 4 + 3e-8])
    #expect((solution[0] / 1e12 - 1).magnitude < 1e-6)
    #expect((solution[1] - 1).magnitude < 1e-6)
  }

  @Test func empty() throws {
    let lu = try LU(Matrix(rows: 0, columns: 0))
    #expect(lu.reciprocalCondition == 1)
    #expect(try lu.solve([]) == [])
    #expect(try LU(Matrix(rows: [[4]])).solve([2]) == [0.5])
    #expect(try LU(Matrix(rows: [[4]])).solve(Matrix(rows: 1, columns: 0)).columns == 0)
  }

  @Test func namesTheZeroPivot() throws {
    #expect(throws: LinearAlgebraError.singular(pivot: 1)) {
      try LU(Matrix(rows: [[1, 2], [2, 4]]))
    }
    #expect(throws: LinearAlgebraError.singular(pivot: 0)) { try LU(Matrix(rows: [[0]])) }
  }

  @Test func refusesToSolveWhatIsSingularButForRounding() throws {
    let lu = try LU(Matrix(rows: [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]]))
    #expect(lu.reciprocalCondition < 1e-16)
    #expect(
      throws: LinearAlgebraError.illConditioned(reciprocalCondition: lu.reciprocalCondition)
    ) {
      try lu.solve([1, 2, 3])
    }
  }

  @Test func refusesResultsOutOfRange() throws {
    let lu = try LU(Matrix(rows: [[1e-300]]))
    #expect(throws: LinearAlgebraError.overflow) { try lu.solve([1e300]) }
  }
}

@Suite struct SymmetricEigenTests {
  // The second-difference matrix has the eigenvalues 2 - 2 cos(k pi / (n + 1)).
  @Test(arguments: [1, 2, 5, 20, 100])
  func secondDifferences(order: Int) throws {
    var matrix = Matrix(rows: order, columns: order)
    for i in 0..<order {
      matrix[i, i] = 2
      if i > 0 {
        matrix[i, i - 1] = -1
        matrix[i - 1, i] = -1
      }
    }
    let exact = (1...order).map { k in
      let half = Double.pi * Double(k) / Double(2 * (order + 1))
      return 4 * sin(half) * sin(half)
    }
    #expect(try distance(SymmetricEigen(matrix).values, exact) <= 4 * rounding(order))
  }

  @Test(arguments: [1, 2, 3, 10, 33, 100])
  func vectorsDiagonalize(order: Int) throws {
    var samples = Samples(seed: order)
    let matrix = try samples.symmetric(order)
    let eigen = try SymmetricEigen(matrix)
    let vectors = eigen.vectors
    #expect(eigen.values == eigen.values.sorted())
    #expect(
      try distance(vectors.transposed * vectors, .identity(order)) <= 4 * rounding(order))
    let rebuilt = try vectors * Matrix.diagonal(eigen.values) * vectors.transposed
    #expect(distance(rebuilt, matrix) <= 4 * rounding(order) * norm(matrix))
    for j in 0..<order {
      let column = vectors.column(j)
      #expect(column.map(\.magnitude).max() == column.max())
    }
  }

  @Test func empty() throws {
    let eigen = try SymmetricEigen(Matrix(rows: 0, columns: 0))
    #expect(eigen.values == [])
    #expect(try SymmetricEigen(Matrix(rows: [[-3]])).vectors == .identity(1))
  }
}
