import LinearAlgebra
import Testing

@Suite struct DiscreteLyapunovTests {
  /// One variable: q / (1 - a^2). The relative condition of the solution is 2 a^2 / (1 - a^2).
  @Test(arguments: [0, 0.5, -0.9, 0.999, 0.999_999])
  func oneVariable(a: Double) throws {
    let solution = try DiscreteLyapunov.solve(Matrix(rows: [[a]]), Matrix(rows: [[3]]))
    let wanted = 3 / ((1 - a) * (1 + a))
    let condition = 1 + 2 * a * a / (1 - a * a)
    #expect((solution[0, 0] - wanted).magnitude <= 8 * 1.0.ulp * condition * wanted)
  }

  /// Against the n^2 linear equations (I - A (x) A) vec X = vec Q, and the equation itself, with A
  /// scaled to a spectral radius of 0.9.
  @Test(arguments: [2, 3, 5, 8])
  func linearEquations(order: Int) throws {
    var samples = Samples(seed: order)
    let raw = samples.matrix(order, order)
    let radius = try Eigenvalues(raw).spectralRadius
    let matrix = try Matrix(
      rows: order, columns: order, columnMajor: raw.columnMajor.map { $0 * 0.9 / radius })
    let constant = try samples.semidefinite(order, rank: order)
    let solution = try DiscreteLyapunov.solve(matrix, constant)

    let n = order * order
    var system = Matrix.identity(n)
    for column in 0..<n {
      for row in 0..<n {
        system[row, column] -=
          matrix[row % order, column % order] * matrix[row / order, column / order]
      }
    }
    let vector = try LU(system).solve(constant.columnMajor)
    let scale = solution.columnMajor.reduce(0) { max($0, $1.magnitude) }
    #expect(distance(solution.columnMajor, vector) <= 1e-12 * scale)
    #expect(solution == solution.transposed)

    let image = try matrix * solution * matrix.transposed
    let residual = zip(zip(solution.columnMajor, image.columnMajor), constant.columnMajor).map {
      $0.0 - $0.1 - $1
    }
    #expect(residual.allSatisfy { $0.magnitude <= 1e-13 * scale })
  }

  /// A sum that has no end: a root of one, and one beyond.
  @Test func unstable() {
    #expect(throws: LinearAlgebraError.noConvergence) {
      try DiscreteLyapunov.solve(Matrix(rows: [[1]]), Matrix(rows: [[1]]))
    }
    #expect(throws: LinearAlgebraError.overflow) {
      try DiscreteLyapunov.solve(Matrix(rows: [[1.5]]), Matrix(rows: [[1]]))
    }
  }

  @Test func shapes() {
    #expect(throws: LinearAlgebraError.self) {
      try DiscreteLyapunov.solve(Matrix(rows: [[0.5]]), Matrix.identity(2))
    }
    #expect(throws: LinearAlgebraError.self) {
      try DiscreteLyapunov.solve(Matrix.identity(2), Matrix(rows: [[1, 2], [0, 1]]))
    }
  }
}
