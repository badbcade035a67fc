import TestSupport
import Testing

@testable import MonteCarlo

/// Draws of which many are the same are counted by turns, to the same counts.
@Suite struct ColumnRecordTests {
  /// - Returns: the counts of the bins, the spare ones after them.
  private func counts(
    _ draws: [Double], spare: Int?, _ record: inout ColumnRecord
  ) -> [UInt16] {
    var counts = [UInt16](repeating: 0, count: Sketch.binCount + ColumnRecord.spareCount)
    counts.withUnsafeMutableBufferPointer { bins in
      _ = record.add(draws, count: draws.count, bins: bins.baseAddress!, spare: spare)
    }
    return counts
  }

  @Test(arguments: [0.0, 0.02, 0.5, 0.9, 1], [1, 7, 512, 515, 20_000])
  func atoms(share: Double, count: Int) {
    var random = SplitMix64(seed: 5)
    // Two atoms, the second of which comes late, and one that is not a number.
    let draws = (0..<count).map { i in
      random.nextUniform() < share ? (i < count / 2 ? 0.75 : -1) : 4 * random.nextUniform() - 2
    }
    for last in [0.1, .infinity, .nan] {
      let draws = draws.dropLast() + [last, last, last]
      var plain = ColumnRecord(centre: 0.1, scale: 0.5)
      var turns = plain
      let expected = counts(Array(draws), spare: nil, &plain)
      let found = counts(Array(draws), spare: Sketch.binCount, &turns)
      #expect(found == expected)
      #expect(found.reduce(0) { $0 + Int($1) } == draws.count)
      #expect(plain.moments == turns.moments || last.isNaN)
      #expect((plain.minimum, plain.maximum) == (turns.minimum, turns.maximum) || last.isNaN)
    }
  }
}
