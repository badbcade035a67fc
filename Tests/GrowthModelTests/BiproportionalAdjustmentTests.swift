import Foundation
import GrowthModel
import LinearAlgebra
import TestSupport
import Testing

@Suite struct BiproportionalAdjustmentTests {
  /// A sample of 1,722 people by education and region, adjusted to population totals; the result is
  /// that of the program LEM (J. K. Vermunt), printed to two decimals in the question "Iterative
  /// proportional fitting in R", Stack Overflow (2013).
  @Test func agreesWithAPublishedResult() throws {
    let sample = try Matrix(rows: [
      [6, 62, 43], [14, 169, 100], [46, 327, 186], [16, 174, 72], [6, 44, 23], [21, 72, 42],
    ])
    let population = try Matrix(rows: [
      [171_796, 954_045, 596_239], [168_191, 1_040_981, 604_826], [240_671, 1_872_732, 991_640],
      [69_168, 726_410, 323_215], [60_079, 207_366, 134_066], [168_169, 425_786, 221_696],
    ])
    let printed: [[Double]] = [
      [124204.64, 960173.6, 637701.7], [119749.12, 1081459.0, 612789.9],
      [336934.21, 1792001.6, 976107.2], [90512.27, 736464.1, 291816.6],
      [43486.91, 238593.0, 119431.0], [163186.85, 418628.6, 233835.5],
    ]
    let balanced = try BiproportionalAdjustment.balanced(
      sample, rowTotals: (0..<6).map { population.row($0).reduce(0, +) },
      columnTotals: (0..<3).map { population.column($0).reduce(0, +) })
    for (i, row) in printed.enumerated() {
      for (j, value) in row.enumerated() {
        // As far as LEM went: the cross ratios of its result are those of the sample to 2e-5.
        #expect((balanced.matrix[i, j] / value - 1).magnitude < 1e-4)
      }
    }
  }

  /// The example of Junius and Oosterhaven (2003), as the R package riot gives it; the values are a
  /// fixed-point iteration in 40 digits.
  @Test func negativeEntries() throws {
    let matrix = try Matrix(rows: [[7, 3, 5, -3], [2, 9, 8, 0], [-2, 0, 2, 0]])
    let balanced = try BiproportionalAdjustment.balanced(
      matrix, rowTotals: [15, 26, -1], columnTotals: [9, 16, 17, -2])
    let expected: [[Double]] = [
      [8.424341459748716, 3.3752368936804644, 5.2004216465708195, -2],
      [3.0009975484685225, 12.624763106319536, 10.374239345211942, 0],
      [-2.425339008217238, 0, 1.4253390082172384, 0],
    ]
    for (i, row) in expected.enumerated() {
      for (j, value) in row.enumerated() {
        #expect((balanced.matrix[i, j] - value).magnitude < 1e-11)
      }
    }
  }

  /// Totals to 1e-12 of the magnitudes in a row, and the first-order conditions of least relative
  /// entropy, which single the answer out: sign(a) ln(x/a) is a sum of a row's and a column's term.
  @Test(arguments: 1...30, [false, true])
  func reachesTheTotalsAndTheLeastEntropy(seed: UInt64, signed: Bool) throws {
    var random = SplitMix64(seed: seed)
    let (rows, columns) = (2 + Int(seed) % 5, 2 + Int(seed) % 4)
    var matrix = Matrix(rows: rows, columns: columns)
    var other = matrix
    for j in 0..<columns {
      for i in 0..<rows {
        let sign = signed && random.nextUniform() < 0.25 ? -1.0 : 1
        matrix[i, j] = sign * (0.1 + random.nextUniform())
        other[i, j] = matrix[i, j] * (0.5 + random.nextUniform())
      }
    }
    let rowTotals = (0..<rows).map { other.row($0).reduce(0, +) }
    let columnTotals = (0..<columns).map { other.column($0).reduce(0, +) }
    let balanced = try BiproportionalAdjustment.balanced(
      matrix, rowTotals: rowTotals, columnTotals: columnTotals)
    let result = balanced.matrix
    #expect(balanced.residual <= 1e-12)
    for i in 0..<rows {
      let size = result.row(i).reduce(0) { $0 + $1.magnitude }
      #expect((result.row(i).reduce(0, +) - rowTotals[i]).magnitude <= 1e-12 * size)
    }
    for j in 0..<columns {
      let size = result.column(j).reduce(0) { $0 + $1.magnitude }
      #expect((result.column(j).reduce(0, +) - columnTotals[j]).magnitude <= 1e-12 * size)
    }
    func score(_ i: Int, _ j: Int) -> Double {
      (matrix[i, j] < 0 ? -1 : 1) * log(result[i, j] / matrix[i, j])
    }
    for i in 1..<rows {
      for j in 1..<columns {
        #expect((score(i, j) - score(i, 0) - score(0, j) + score(0, 0)).magnitude < 1e-11)
      }
    }
  }

  @Test func whatHasTheTotalsStays() throws {
    let matrix = try Matrix(rows: [[7, 3, 5, -3], [2, 9, 8, 1], [-2, 0, 2, 1], [0, 0, 0, 0]])
    let balanced = try BiproportionalAdjustment.balanced(
      matrix, rowTotals: [12, 20, 1, 0], columnTotals: [7, 12, 15, -1])
    for (value, original) in zip(balanced.matrix.columnMajor, matrix.columnMajor) {
      #expect((value - original).magnitude < 1e-11)
    }
    #expect(balanced.rowFactors[3] == 1)
  }

  @Test func zeroTotalsEmptyARow() throws {
    let balanced = try BiproportionalAdjustment.balanced(
      Matrix(rows: [[1, 2], [3, 4]]), rowTotals: [0, 10], columnTotals: [4, 6])
    #expect(balanced.matrix.row(0) == [0, 0])
    #expect(balanced.matrix.row(1) == [4, 6])
  }

  @Test func impossibleTotals() throws {
    func adjust(_ rows: [[Double]], _ r: [Double], _ c: [Double]) throws -> BalancedMatrix {
      try BiproportionalAdjustment.balanced(Matrix(rows: rows), rowTotals: r, columnTotals: c)
    }
    #expect(throws: BalancingError.unequalTotals(rows: 3, columns: 4)) {
      try adjust([[1, 1], [1, 1]], [1, 2], [2, 2])
    }
    #expect(throws: BalancingError.unreachableRow(1, total: 2)) {
      try adjust([[1, 1], [0, 0]], [1, 2], [1, 2])
    }
    #expect(throws: BalancingError.unreachableColumn(0, total: -1)) {
      try adjust([[1, 1], [1, 1]], [1, 2], [-1, 4])
    }
    #expect(
      throws: BalancingError.dimensionMismatch(rows: 2, columns: 2, rowTotals: 1, columnTotals: 2)
    ) { try adjust([[1, 1], [1, 1]], [1], [1, 2]) }
    #expect(throws: BalancingError.notFinite) { try adjust([[1, .nan]], [1], [1, 0]) }
    let texts: [BalancingError] = [
      .notFinite, .unequalTotals(rows: 1, columns: 2), .unreachableRow(0, total: 1),
      .unreachableColumn(0, total: 1), .noConvergence(iterations: 1, residual: 1),
      .dimensionMismatch(rows: 1, columns: 1, rowTotals: 1, columnTotals: 1),
    ]
    #expect(Set(texts.map { "\($0)" }).count == texts.count)
    // The first row has nothing in the second column, and the second column needs more than row 2.
    do {
      _ = try adjust([[1, 0], [1, 1]], [2, 1], [1, 2])
      Issue.record("structural zeros went unnoticed")
    } catch BalancingError.noConvergence(_, let residual) {
      #expect(residual > 1e-6)
    }
  }
}
