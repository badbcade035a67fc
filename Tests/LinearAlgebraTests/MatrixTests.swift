import Glibc
import LinearAlgebra
import Testing

@Suite struct MatrixTests {
  @Test func storesColumnAfterColumn() throws {
    let matrix = try Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.rows == 2)
    #expect(matrix.columns == 3)
    #expect(matrix.columnMajor == [1, 4, 2, 5, 3, 6])
    #expect(matrix[1, 2] == 6)
    #expect(matrix.row(1) == [4, 5, 6])
    #expect(matrix.column(1) == [2, 5])
    #expect(try matrix == Matrix(rows: 2, columns: 3, columnMajor: [1, 4, 2, 5, 3, 6]))
  }

  @Test func transposes() throws {
    let matrix = try Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    #expect(try matrix.transposed == Matrix(rows: [[1, 4], [2, 5], [3, 6]]))
    #expect(matrix.transposed.transposed == matrix)
  }

  @Test func multiplies() throws {
    let a = try Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    let b = try Matrix(rows: [[7, 8], [9, 10], [11, 12]])
    #expect(try a * b == Matrix(rows: [[58, 64], [139, 154]]))
    #expect(try a * [1, 0, -1] == [-2, -2])
    #expect(try Matrix.identity(2) * a == a)
    #expect(try Matrix.diagonal([2, 3]) * a == Matrix(rows: [[2, 4, 6], [12, 15, 18]]))
  }

  @Test(arguments: [1, 5, 100])
  func productWithItsTransposeIsSymmetric(order: Int) throws {
    var samples = Samples(seed: order)
    let product = try samples.semidefinite(order, rank: order + 3)
    #expect(product == product.transposed)
  }

  @Test func symmetricPartNeitherRoundsNorOverflows() throws {
    let huge = Double.greatestFiniteMagnitude
    let part = try Matrix(rows: [[huge, huge], [huge, 1]]).symmetricPart()
    #expect(try part == Matrix(rows: [[huge, huge], [huge, 1]]))
    #expect(try Matrix(rows: [[1, 2], [4, 1]]).symmetricPart()[0, 1] == 3)
  }

  @Test func hasNoRowsOrColumns() throws {
    let empty = try Matrix(rows: [])
    #expect(empty == Matrix(rows: 0, columns: 0))
    #expect(empty == .identity(0))
    #expect(
      try Matrix(rows: 3, columns: 0) * Matrix(rows: 0, columns: 2) == Matrix(rows: 3, columns: 2))
    #expect(try Matrix(rows: 2, columns: 0) * [] == [0, 0])
    #expect(Matrix(rows: 3, columns: 0).transposed == Matrix(rows: 0, columns: 3))
  }

  @Test func rejectsRaggedRows() {
    #expect(throws: LinearAlgebraError.ragged(row: 1, length: 1, expected: 2)) {
      try Matrix(rows: [[1, 2], [3]])
    }
  }

  @Test func rejectsMismatchedSizes() {
    let matrix = Matrix(rows: 2, columns: 3)
    let mismatch = LinearAlgebraError.dimensionMismatch(
      quantity: "rows of the right factor", expected: 3, actual: 2)
    #expect(throws: mismatch) { try matrix * matrix }
    #expect(throws: LinearAlgebraError.self) { try matrix * [1, 2] }
    #expect(throws: LinearAlgebraError.notSquare(rows: 2, columns: 3)) {
      try matrix.symmetricPart()
    }
    #expect(throws: LinearAlgebraError.self) {
      try Matrix(rows: 2, columns: 2, columnMajor: [1])
    }
  }
}

@Suite struct LinearAlgebraErrorTests {
  static let errors: [LinearAlgebraError] = [
    .ragged(row: 0, length: 1, expected: 2),
    .dimensionMismatch(quantity: "rows", expected: 1, actual: 2), .notSquare(rows: 1, columns: 2),
    .tooLarge(rows: 1, columns: 2), .notFinite(row: 0, column: 0),
    .asymmetric(row: 0, column: 1, value: 1, mirrored: 2), .singular(pivot: 0),
    .illConditioned(reciprocalCondition: 1e-17), .notPositiveDefinite(leadingMinor: 2),
    .notPositiveSemidefinite(row: 0, column: 1, residual: -1, tolerance: 1e-15),
    .rankDeficient(rank: 1, columns: 2), .dependentConstraints(rank: 1, constraints: 2),
    .underdetermined(rank: 1, unknowns: 2), .noConvergence, .overflow, .outOfMemory,
    .tooFewObservations(count: 1), .zeroVariance(column: 0),
  ]

  @Test(arguments: errors)
  func describesAFactWithoutFullStop(error: LinearAlgebraError) {
    #expect(!error.description.isEmpty)
    #expect(!error.description.hasSuffix("."))
    #expect(error.description.first?.isUppercase == false)
  }

  @Test func countsFromOneInText() {
    #expect(
      LinearAlgebraError.notFinite(row: 0, column: 2).description
        == "the entry in row 1, column 3 is not a finite number")
    #expect(
      LinearAlgebraError.notPositiveDefinite(leadingMinor: 2).description
        == "the matrix is not positive definite: its leading minor of order 2 is not above zero")
  }
}

@Suite struct BLASLibraryTests {
  @Test func threadsAreOffWhereTheyCanBe() {
    let library = BLASLibrary.current
    #expect(library.isLimitedToOneThread == (library.configuration != nil))
    #expect(!library.description.isEmpty)
    if let symbol = dlsym(nil, "openblas_get_num_threads") {
      let threads = unsafeBitCast(symbol, to: (@convention(c) () -> CInt).self)
      #expect(threads() == 1)
    }
  }
}
