extension StandardNormal {
  /// Replaces signed tail probabilities, minus for the lower tail, by the scores that cut them off: the
  /// same bits as `quantile(_:)` gives for each.
  ///
  /// The tails are found, put together and worked out, while all go through the rational function of the middle.
  ///
  /// - Complexity: O(n).
  static func replaceTails(_ column: UnsafeMutableBufferPointer<Double>) {
    guard var start = column.baseAddress else { return }
    var left = column.count
    let table = nearTailTable
    // So few that they need no memory from an allocator.
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: tailsAtOnce + marksAtOnce) { rows in
      guard let rows = rows.baseAddress else { return }
      while left > 0 {
        let (length, count) = findTails(start, count: left, rows: rows)
        replace(start, count: length, tails: rows, tailCount: count, table)
        start += length
        left -= length
      }
    }
  }

  /// Replaces signed tail probabilities of a part of a column.
  ///
  /// - Parameters:
  ///   - rows: those of the tails, and room for `marksAtOnce` more.
  ///   - tailCount: how many there are.
  ///   - table: `nearTailTable`.
  private static func replace(
    _ column: UnsafeMutablePointer<Double>, count: Int, tails rows: UnsafeMutablePointer<UInt16>,
    tailCount: Int, _ table: UnsafePointer<Double>
  ) {
    guard tailCount > 0 else { return replaceMiddle(column, count: count) }
    for k in tailCount..<Columns.padded(tailCount) { rows[k] = rows[0] }
    Columns.withScratch(Columns.padded(tailCount)) { scores in
      let raw = UnsafeMutableRawPointer(scores)
      for first in stride(from: 0, to: tailCount, by: 8) {
        let rows = rows + first
        let tails = SIMD8(
          column[Int(rows[0])], column[Int(rows[1])], column[Int(rows[2])], column[Int(rows[3])],
          column[Int(rows[4])], column[Int(rows[5])], column[Int(rows[6])], column[Int(rows[7])])
        let sign = tails.bits & SIMD8(repeating: 1 << 63)
        let p = SIMD8(bits: tails.bits ^ sign)
        var z = nearTail(p, table)
        // One in 256 of them.
        let isFar = (p.bits &- SIMD8(repeating: nearTailEdge.bitPattern)).topBits
        if isFar != 0 {
          for lane in 0..<8 where isFar >> lane & 1 != 0 { z[lane] = upperQuantile(p[lane]) }
        }
        raw.storeBytes(
          of: z.bits | sign, toByteOffset: 8 * first, as: SIMD8<UInt64>.self)
      }
      replaceMiddle(column, count: count)
      for k in 0..<tailCount { column[Int(rows[k])] = scores[k] }
    }
  }

  /// Rows that are written down whether there are so many or not.
  private static let marksAtOnce = 8

  /// Tails that are put together at most, of 64 as a rule.
  private static let tailsAtOnce = 504

  /// Rows that are looked through at most before those found are worked out.
  private static let rowsAtOnce = 1024

  /// Writes the rows whose probability lies below the middle.
  ///
  /// - Parameter rows: room for `tailsAtOnce` and `marksAtOnce` more.
  /// - Returns: how many rows have been looked through, and how many of them are such.
  private static func findTails(
    _ tails: UnsafePointer<Double>, count all: Int, rows: UnsafeMutablePointer<UInt16>
  ) -> (length: Int, count: Int) {
    let count = min(all, rowsAtOnce)
    let raw = UnsafeRawPointer(tails)
    var found = 0
    let whole = count / 64 * 64
    var first = 0
    // A word of marks for 64 rows, four of them set as a rule. A loop that ended with the last one would end where
    // the processor does not foresee it; eight steps are too few for one word in seventy.
    while first < whole, found <= tailsAtOnce - 64 {
      var marks: UInt64 = 0
      for k in 0..<8 {
        let bits = raw.loadUnaligned(
          fromByteOffset: 8 &* first &+ 64 &* k, as: SIMD8<UInt64>.self)
        // Positive numbers are in the order of their bits: the difference is negative below the edge.
        let difference =
          (bits & SIMD8(repeating: .max >> 1)) &- SIMD8(repeating: middleEdge.bitPattern)
        marks |= difference.topBits &<< UInt64(truncatingIfNeeded: 8 &* k)
      }
      let next = found &+ marks.nonzeroBitCount
      while true {
        for k in 0..<marksAtOnce {
          rows[found &+ k] = UInt16(truncatingIfNeeded: first &+ marks.lowestBit)
          marks &= marks &- 1
        }
        if marks == 0 { break }
        found &+= marksAtOnce
      }
      found = next
      first &+= 64
    }
    guard first == whole, found <= tailsAtOnce - 64 else { return (first, found) }
    for i in whole..<count where tails[i].magnitude < middleEdge {
      rows[found] = UInt16(truncatingIfNeeded: i)
      found += 1
    }
    return (count, found)
  }

  /// Replaces each by what the rational function of the middle makes of it.
  private static func replaceMiddle(_ column: UnsafeMutablePointer<Double>, count: Int) {
    let raw = UnsafeMutableRawPointer(column)
    let whole = count / 8 * 8
    for offset in stride(from: 0, to: 8 * whole, by: 64) {
      let tails = raw.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
      // Half with the sign of the tail, so that the score has it too.
      let half = SIMD8(bits: (tails.bits & SIMD8(repeating: 1 << 63)) | SIMD8(repeating: 0.5).bits)
      raw.storeBytes(of: middle(half - tails), toByteOffset: offset, as: SIMD8<Double>.self)
    }
    for i in whole..<count {
      column[i] = middle((column[i] < 0 ? -0.5 : 0.5) - column[i])
    }
  }
}
