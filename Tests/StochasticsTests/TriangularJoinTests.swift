import TestSupport
import Testing

@testable import Stochastics

@Suite struct TriangularJoinTests {
  /// Sums in the stated order, one at a time.
  private func expected(_ factor: [[Double]], _ scores: [[Double]], row: Int) -> [Double] {
    scores[row].indices.map { draw in
      var sum = factor[row][row] * scores[row][draw]
      for other in 0..<row { sum += factor[row][other] * scores[other][draw] }
      return sum
    }
  }

  private func joined(
    _ factor: [[Double]], rows: [Int], _ scores: [[Double]]
  ) -> [[Double]] {
    let count = scores[0].count
    var flat = scores.flatMap { $0 }
    flat.withUnsafeMutableBufferPointer { flat in
      guard let start = flat.baseAddress else { return }
      var columns = scores.indices.map { start + $0 * count }
      columns.withUnsafeMutableBufferPointer { columns in
        guard let first = columns.baseAddress else { return }
        TriangularJoin(factor, rows: rows)
          .apply(to: UnsafePointer(first), rowCount: scores.count, count: count)
      }
    }
    return scores.indices.map { Array(flat[($0 * count)..<(($0 + 1) * count)]) }
  }

  /// The same bits as sums one by one: all sizes of blocks, columns read in place and copied, whole lanes
  /// and a rest, weights of zero among the others; rows that are not asked for stay as they were.
  @Test(arguments: [1, 2, 3, 4, 5, 9, 64, 65, 130], [8, 1, 13, 40, 71])
  func sameBitsAsSums(rowCount: Int, count: Int) {
    var random = SplitMix64(seed: UInt64(1000 * rowCount + count))
    let factor = (0..<rowCount).map { row in
      (0...row).map { _ in random.next() % 3 == 0 ? 0 : 2 * random.nextUniform() - 1 }
    }
    let scores = (0..<rowCount).map { _ in (0..<count).map { _ in random.nextUniform() - 0.5 } }
    for rows in [
      Array(0..<rowCount), (0..<rowCount).filter { $0 % 3 != 1 }, [rowCount - 1], [],
    ] {
      let found = joined(factor, rows: rows, scores)
      for row in 0..<rowCount {
        #expect(
          found[row] == (rows.contains(row) ? expected(factor, scores, row: row) : scores[row]))
      }
    }
  }
}
