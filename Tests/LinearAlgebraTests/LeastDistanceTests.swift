import LinearAlgebra
import Testing

@Suite struct LeastDistanceTests {
  private static let none = Double.infinity

  /// Cᵀ (C Cᵀ)^-1 b, the classical closed form, by elimination written here.
  private func closedForm(_ c: Matrix, _ b: [Double]) -> [Double] {
    let m = c.rows
    var a = (0..<m).map { i in
      (0..<m).map { j in (0..<c.columns).reduce(0) { $0 + c[i, $1] * c[j, $1] } } + [b[i]]
    }
    for k in 0..<m {
      let pivot = (k..<m).max { a[$0][k].magnitude < a[$1][k].magnitude } ?? k
      a.swapAt(k, pivot)
      for i in 0..<m where i != k {
        let factor = a[i][k] / a[k][k]
        for j in k...m { a[i][j] -= factor * a[k][j] }
      }
    }
    return (0..<c.columns).map { j in
      (0..<m).reduce(0) { $0 + c[$1, j] * a[$1][m] / a[$1][$1] }
    }
  }

  @Test(arguments: [(1, 3), (3, 5), (5, 5), (8, 30)])
  func equalitiesHaveAClosedForm(rows: Int, columns: Int) throws {
    var samples = Samples(seed: 10 * rows + columns)
    for _ in 0..<20 {
      let matrix = samples.matrix(rows, columns)
      let right = samples.vector(rows)
      let answer = try LeastDistance(matrix, lower: right, upper: right)
      #expect(answer.active == Array(0..<rows))
      // Elimination with C Cᵀ loses the square of C's condition, up to 1e6 for these.
      let expected = closedForm(matrix, right)
      #expect(distance(answer.solution, expected) <= 1e-10 * (1 + norm(expected)))
      #expect(
        try distance(matrix.transposed * answer.multipliers, answer.solution)
          <= 1e-11 * (1 + norm(answer.multipliers)))
    }
  }

  /// The conditions of Karush, Kuhn and Tucker, which are sufficient for a convex problem.
  @Test(arguments: 1...60) func boundsSatisfyTheOptimalityConditions(seed: Int) throws {
    var samples = Samples(seed: seed)
    let (rows, columns) = (2 + seed % 9, 1 + seed % 6)
    var matrix = samples.matrix(rows, columns)
    // Every third row repeats a combination of the two before it.
    for i in stride(from: 2, to: rows, by: 3) {
      for j in 0..<columns { matrix[i, j] = 2 * matrix[i - 1, j] - matrix[i - 2, j] }
    }
    let feasible = samples.vector(columns).map { 3 * $0 }
    let values = try matrix * feasible
    var (lower, upper): ([Double], [Double]) = ([], [])
    for i in 0..<rows {
      let room = i.isMultiple(of: 4) ? 0 : (samples.number() + 1)
      lower.append(i % 4 == 1 ? -Self.none : values[i] - room)
      upper.append(i % 4 == 2 ? Self.none : values[i] + room)
    }
    let answer = try LeastDistance(matrix, lower: lower, upper: upper)
    let found = try matrix * answer.solution
    let size = 1 + norm(answer.solution)
    for i in 0..<rows {
      #expect(found[i] >= lower[i] - 1e-9 * size && found[i] <= upper[i] + 1e-9 * size)
      let multiplier = answer.multipliers[i]
      guard lower[i] < upper[i] else { continue }
      if multiplier > 1e-9 { #expect((found[i] - lower[i]).magnitude <= 1e-9 * size) }
      if multiplier < -1e-9 { #expect((found[i] - upper[i]).magnitude <= 1e-9 * size) }
    }
    #expect(
      try distance(matrix.transposed * answer.multipliers, answer.solution)
        <= 1e-9 * (1 + norm(answer.multipliers)))
    #expect(answer.squaredDistance <= norm(feasible) * norm(feasible) + 1e-9)
  }

  @Test func agreementIsNoContradiction() throws {
    let matrix = try Matrix(rows: [[1, 1], [2, 2], [1, -1], [3, 1]])
    let bounds: [Double] = [2, 4, 0, 4]
    let answer = try LeastDistance(matrix, lower: bounds, upper: bounds)
    #expect(answer.active == [0, 2])
    #expect(distance(answer.solution, [1, 1]) <= rounding(8))
  }

  struct Contradiction: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: [[Double]]
    let lower: [Double]
    let upper: [Double]
    let incompatible: [Int]
  }

  @Test(arguments: [
    Contradiction(
      testDescription: "two values", rows: [[0, 1], [1, 0], [2, 0]], lower: [5, 1, 3],
      upper: [5, 1, 3], incompatible: [1, 2]),
    Contradiction(
      testDescription: "a bound beyond the other", rows: [[1, 0], [1, 0], [0, 1]],
      lower: [2, -none, 1], upper: [none, 1, none], incompatible: [0, 1]),
    Contradiction(
      testDescription: "a sum above its parts",
      rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]],
      lower: [-none, -none, 7, 3], upper: [1, 1, 7, none], incompatible: [0, 1, 3]),
    Contradiction(
      testDescription: "a row of zeros", rows: [[1, 1], [0, 0]], lower: [1, 1], upper: [1, none],
      incompatible: [1]),
  ]) func namesWhatContradicts(_ case: Contradiction) throws {
    let matrix = try Matrix(rows: `case`.rows)
    #expect(throws: LeastDistanceError.incompatible(rows: `case`.incompatible)) {
      try LeastDistance(matrix, lower: `case`.lower, upper: `case`.upper)
    }
  }

  /// The bound of a condition taken up early gives way to a tighter one.
  @Test func letsGoOfConditions() throws {
    let matrix = try Matrix(rows: [[1, 0], [1, 1], [0, 1]])
    let answer = try LeastDistance(
      matrix, lower: [1, 4, -Self.none], upper: [Self.none, Self.none, Self.none])
    #expect(distance(answer.solution, [2, 2]) <= rounding(8))
    #expect(answer.active == [1])
  }

  @Test func emptyShapes() throws {
    #expect(
      try LeastDistance(Matrix(rows: 0, columns: 2), lower: [], upper: []).solution == [0, 0])
    let free = try LeastDistance(Matrix(rows: 1, columns: 0), lower: [-1], upper: [1])
    #expect(free.solution == [] && free.active == [])
    #expect(throws: LeastDistanceError.self) {
      try LeastDistance(Matrix(rows: 1, columns: 0), lower: [1], upper: [1])
    }
    #expect(throws: LeastDistanceError.self) {
      try LeastDistance(Matrix(rows: 1, columns: 1, repeating: .nan), lower: [1], upper: [1])
    }
    #expect(throws: LeastDistanceError.self) {
      try LeastDistance(.identity(2), lower: [1], upper: [1, 2])
    }
  }
}
