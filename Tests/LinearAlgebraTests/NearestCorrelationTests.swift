import LinearAlgebra
import Testing

@Suite struct NearestCorrelationTests {
  typealias Entry = NearestCorrelation.Entry

  /// The example of the NAG Library's routine g02aaf, to its five decimals.
  @Test func exampleOfTheNAGLibrary() throws {
    let input = try Matrix(rows: [[2, -1, 0, 0], [-1, 2, -1, 0], [0, -1, 2, -1], [0, 0, -1, 2]])
    let expected = try Matrix(rows: [
      [1, -0.80841, 0.19159, 0.10678], [-0.80841, 1, -0.65623, 0.19159],
      [0.19159, -0.65623, 1, -0.80841], [0.10678, 0.19159, -0.80841, 1],
    ])
    let result = try NearestCorrelation(input)
    #expect(distance(result.matrix, expected) < 0.5e-5 + 1e-9)
  }

  /// Higham (2002), section 1: to four decimals 0.7607 and 0.1573, at a distance of 0.5278.
  @Test func exampleOfHigham() throws {
    let input = try Matrix(rows: [[1, 1, 0], [1, 1, 1], [0, 1, 1]])
    let result = try NearestCorrelation(input)
    let expected = try Matrix(rows: [
      [1, 0.7607, 0.1573], [0.7607, 1, 0.7607], [0.1573, 0.7607, 1],
    ])
    #expect(distance(result.matrix, expected) < 0.5e-4)
    #expect((result.distance - 0.5278).magnitude < 0.5e-4)
    #expect((norm(try difference(result.matrix, input)) - result.distance).magnitude < 1e-12)
  }

  /// Two variables correlated by 0.9 with a third have at least 2 x 0.81 - 1 with each other.
  @Test func pinnedPairsDetermineTheThird() throws {
    let input = try Matrix(rows: [[1, 0.9, 0], [0.9, 1, 0.9], [0, 0.9, 1]])
    let result = try NearestCorrelation(input, pinned: [Entry(0, 1), Entry(2, 1)])
    #expect(result.matrix[0, 1] == 0.9)
    #expect(result.matrix[1, 2] == 0.9)
    #expect((result.matrix[0, 2] - 0.62).magnitude < 1e-8)
  }

  @Test func aCorrelationMatrixStays() throws {
    let input = try Matrix(rows: [[1, 0.5, 0.2], [0.5, 1, -0.3], [0.2, -0.3, 1]])
    let result = try NearestCorrelation(input)
    #expect(distance(result.matrix, input) < 1e-14)
    #expect(result.distance < 1e-14)
    #expect(try NearestCorrelation(Matrix(rows: 0, columns: 0)).matrix.rows == 0)
    #expect(try NearestCorrelation(Matrix(rows: 1, columns: 1)).matrix == .identity(1))
  }

  /// Noise, with some entries pinned to those of a correlation matrix.
  static let cases = [
    (5, 0, 0.0), (9, 0, 1e-3), (30, 0, 0.1), (6, 3, 0), (12, 10, 1e-3), (30, 60, 0),
  ]

  /// X is a solution if and only if, for some Y on the fixed entries, Z = X - A - Y is semidefinite and
  /// Z (X - d I) = 0. Without pinned entries Y is diagonal, and the diagonal of Z follows from
  /// the product.
  @Test(arguments: cases) func meetsTheConditionsOfOptimality(
    order: Int, pins: Int, bound: Double
  ) throws {
    let (input, pinned) = try Self.noise(order, pins: pins, seed: order)
    let result = try NearestCorrelation(input, pinned: pinned, smallestEigenvalue: bound)
    try Self.requireValid(result.matrix, like: input, pinned: pinned, bound: bound)
    guard pins == 0 else { return }
    var shifted = result.matrix
    for i in 0..<order { shifted[i, i] -= bound }
    var z = try difference(result.matrix, input)
    for i in 0..<order {
      let rest = (0..<order).reduce(0) { $1 == i ? $0 : $0 + z[i, $1] * shifted[$1, i] }
      z[i, i] = -rest / shifted[i, i]
    }
    let scale = norm(z)
    #expect(norm(try z * shifted) < 1e-8 * scale)
    #expect(try SymmetricEigen(z).values[0] > -1e-8 * scale)
  }

  /// Against Dykstra's alternating projections, which converge to the same matrix, slowly.
  @Test(arguments: [(5, 0, 0.0), (6, 3, 0), (6, 4, 0.05)]) func agreesWithAlternatingProjections(
    order: Int, pins: Int, bound: Double
  ) throws {
    let (input, pinned) = try Self.noise(order, pins: pins, seed: 20 + order)
    let result = try NearestCorrelation(input, pinned: pinned, smallestEigenvalue: bound)
    let projected = try Self.alternatingProjections(input, pinned: pinned, bound: bound)
    #expect(result.distance > 0.1)
    #expect(distance(result.matrix, projected) < 1e-7)
  }

  @Test(arguments: [
    (3, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]),
    // A cycle: the angles between neighbours, 26 degrees each, do not reach the 154 of the ends.
    (4, [(0, 1, 0.9), (1, 2, 0.9), (2, 3, 0.9), (0, 3, -0.9)]),
    (4, [(0, 1, 0.8), (1, 2, 0.8), (0, 2, 0.279), (0, 3, 0.5)]),
    (2, [(0, 1, 0.95)]),
  ])
  func contradictingPinsAreAnError(order: Int, pins: [(Int, Int, Double)]) throws {
    var input = Matrix.identity(order)
    for (i, j, value) in pins {
      input[i, j] = value
      input[j, i] = value
    }
    #expect(throws: NearestCorrelationError.incompatible) {
      try NearestCorrelation(
        input, pinned: pins.map { Entry($0.0, $0.1) },
        smallestEigenvalue: order == 2 ? 0.1 : 0)
    }
  }

  /// Pinned entries on the very edge: the third correlation of 0.8, 0.8 and 0.28 leaves one matrix.
  @Test func pinsThatLeaveOneMatrixDoNotConverge() throws {
    let input = try Matrix(rows: [[1, 0.8, 0.28], [0.8, 1, 0.8], [0.28, 0.8, 1]])
    #expect(throws: NearestCorrelationError.noConvergence) {
      try NearestCorrelation(input, pinned: [Entry(0, 1), Entry(1, 2), Entry(0, 2)])
    }
  }

  @Test func badInputIsAnError() throws {
    #expect(throws: NearestCorrelationError.algebra(.notSquare(rows: 1, columns: 2))) {
      try NearestCorrelation(Matrix(rows: 1, columns: 2))
    }
    #expect(throws: NearestCorrelationError.algebra(.notFinite(row: 1, column: 0))) {
      try NearestCorrelation(Matrix(rows: [[1, .nan], [.nan, 1]]))
    }
    #expect(throws: NearestCorrelationError.pinnedOutOfRange(Entry(0, 1))) {
      try NearestCorrelation(Matrix(rows: [[1, 1.5], [1.5, 1]]), pinned: [Entry(1, 0)])
    }
  }

  /// A repair of 500 variables whose correlations are noise in [-1, 1). It takes about 1.3 s on one core
  /// of 2023 with the reference BLAS; the bound leaves room for machines that do other things as well.
  @Test func fiveHundredVariables() throws {
    let (input, _) = try Self.noise(500, pins: 0, seed: 500)
    let clock = ContinuousClock()
    var result: NearestCorrelation?
    let time = try clock.measure { result = try NearestCorrelation(input) }
    let matrix = try #require(result).matrix
    print("nearest correlation matrix of order 500: \(time)")
    try Self.requireValid(matrix, like: input, pinned: [], bound: 0)
    #expect(time < .seconds(20))
    _ = try Cholesky(matrix)
  }

  // MARK: Helpers

  private static func requireValid(
    _ matrix: Matrix, like input: Matrix, pinned: [Entry], bound: Double
  ) throws {
    #expect(matrix == matrix.transposed)
    #expect((0..<matrix.rows).allSatisfy { matrix[$0, $0] == 1 })
    for pin in pinned { #expect(matrix[pin.row, pin.column] == input[pin.row, pin.column]) }
    let smallest = try SymmetricEigen(matrix).values[0]
    #expect(smallest > bound && smallest < bound + 3e-10)
  }

  /// Noise in [-1, 1), with ones on the diagonal and pins at the first entries below it; pinned entries
  /// are those of a definite correlation matrix.
  private static func noise(_ order: Int, pins: Int, seed: Int) throws -> (Matrix, [Entry]) {
    var samples = Samples(seed: seed)
    var matrix = try samples.symmetric(order)
    let factor = samples.matrix(order, order)
    let lengths = (0..<order).map { norm(factor.row($0)) }
    var pinned: [Entry] = []
    for i in 0..<order {
      matrix[i, i] = 1
      for j in 0..<i where pinned.count < pins && (i + j) % 2 == 1 {
        let product = zip(factor.row(i), factor.row(j)).reduce(0) { $0 + $1.0 * $1.1 }
        matrix[i, j] = product / lengths[i] / lengths[j]
        matrix[j, i] = matrix[i, j]
        pinned.append(Entry(i, j))
      }
    }
    return (matrix, pinned)
  }

  /// Higham's algorithm 3.3: projections on the semidefinite cone, with Dykstra's correction, and on
  /// the matrices with the fixed entries in turn.
  private static func alternatingProjections(
    _ input: Matrix, pinned: [Entry], bound: Double
  ) throws -> Matrix {
    var y = input
    var correction = Matrix(rows: input.rows, columns: input.columns)
    for _ in 0..<4000 {
      let r = try difference(y, correction)
      let eigen = try SymmetricEigen(r)
      let clipped = Matrix.diagonal(eigen.values.map { max($0, bound) })
      let x = try (eigen.vectors * clipped * eigen.vectors.transposed).symmetricPart()
      correction = try difference(x, r)
      y = x
      for i in 0..<input.rows { y[i, i] = 1 }
      for pin in pinned {
        y[pin.row, pin.column] = input[pin.row, pin.column]
        y[pin.column, pin.row] = input[pin.row, pin.column]
      }
    }
    return y
  }
}

private func difference(_ a: Matrix, _ b: Matrix) throws -> Matrix {
  try Matrix(
    rows: a.rows, columns: a.columns,
    columnMajor: zip(a.columnMajor, b.columnMajor).map { $0 - $1 })
}
