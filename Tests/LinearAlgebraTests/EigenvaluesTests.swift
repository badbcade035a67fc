import LinearAlgebra
import Testing

@Suite struct EigenvaluesTests {
  /// The companion matrix of (x - 3)(x^2 - 2 x + 5): 3 and 1 +- 2i.
  @Test func complexPair() throws {
    let values = try Eigenvalues(Matrix(rows: [[5, -11, 15], [1, 0, 0], [0, 1, 0]]))
    let pairs = zip(values.real, values.imaginary).sorted { $0.1 < $1.1 }
    let wanted = [(1.0, -2.0), (3, 0), (1, 2)]
    for (found, known) in zip(pairs, wanted) {
      #expect((found.0 - known.0).magnitude <= 1e-13)
      #expect((found.1 - known.1).magnitude <= 1e-13)
    }
    #expect((values.spectralRadius - 3).magnitude <= 1e-13)
    #expect((values.magnitudes.min() ?? 0) - 5.0.squareRoot() <= 1e-13)
  }

  /// Those of a triangular matrix are on its diagonal.
  @Test func triangular() throws {
    let values = try Eigenvalues(Matrix(rows: [[0.5, 7, -2], [0, -2, 1], [0, 0, 1.5]]))
    #expect(distance(values.real.sorted(), [-2, 0.5, 1.5]) <= 1e-14)
    #expect(values.imaginary.allSatisfy { $0 == 0 })
    #expect((values.spectralRadius - 2).magnitude <= 1e-14)
  }

  /// For symmetric matrices LAPACK's other routine gives the same.
  @Test(arguments: [1, 2, 5, 20])
  func symmetric(order: Int) throws {
    var samples = Samples(seed: order)
    let matrix = try samples.symmetric(order)
    let values = try Eigenvalues(matrix)
    #expect(distance(values.real.sorted(), try SymmetricEigen(matrix).values) <= 1e-13)
  }

  @Test func ends() throws {
    #expect(try Eigenvalues(Matrix(rows: 0, columns: 0)).spectralRadius == 0)
    #expect(try Eigenvalues(Matrix(rows: [[-7]])).spectralRadius == 7)
    #expect(throws: LinearAlgebraError.notSquare(rows: 1, columns: 2)) {
      try Eigenvalues(Matrix(rows: [[1, 2]]))
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try Eigenvalues(Matrix(rows: [[.infinity]]))
    }
  }
}
