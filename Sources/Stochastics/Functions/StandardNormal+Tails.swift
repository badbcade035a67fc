extension StandardNormal {
  /// Replaces signed tail probabilities, minus for the lower tail, by the scores that cut them off: the
  /// same bits as `quantile(_:)` gives for each.
  ///
  /// The tails are found and worked out one by one; then all go through the rational function of the middle, eight
  /// at a time.
  ///
  /// - Complexity: O(n). Scratch memory for n numbers is taken and given back.
  static func replaceTails(_ column: UnsafeMutableBufferPointer<Double>) {
    guard let start = column.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: column.count + marksAtOnce) { rows in
      guard let rows = rows.baseAddress else { return }
      let count = findTails(start, count: column.count, rows: rows)
      withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { scores in
        guard let scores = scores.baseAddress else { return }
        nearTailRows.withUnsafeBufferPointer { table in
          guard let table = table.baseAddress else { return }
          for k in 0..<count {
            let tail = start[Int(rows[k])]
            let p = tail.magnitude
            let z = p >= nearTailEdge ? nearTail(p, table) : upperQuantile(p)
            scores[k] = signed(z, as: tail)
          }
        }
        replaceMiddle(start, count: column.count)
        for k in 0..<count { start[Int(rows[k])] = scores[k] }
      }
    }
  }

  /// Rows that are written down whether there are so many or not.
  private static let marksAtOnce = 8

  /// Writes the rows whose probability lies below the middle.
  ///
  /// - Parameter rows: room for `marksAtOnce` more than there are numbers.
  /// - Returns: how many there are.
  private static func findTails(
    _ tails: UnsafePointer<Double>, count: Int, rows: UnsafeMutablePointer<Int32>
  ) -> Int {
    let raw = UnsafeRawPointer(tails)
    var found = 0
    let whole = count / 64 * 64
    // A word of marks for 64 rows, four of them set as a rule. A loop that ended with the last one would end where
    // the processor does not foresee it; eight steps are too few for one word in seventy.
    for first in stride(from: 0, to: whole, by: 64) {
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
          rows[found &+ k] = Int32(truncatingIfNeeded: first &+ marks.trailingZeroBitCount)
          marks &= marks &- 1
        }
        if marks == 0 { break }
        found &+= marksAtOnce
      }
      found = next
    }
    for i in whole..<count where tails[i].magnitude < middleEdge {
      rows[found] = Int32(truncatingIfNeeded: i)
      found += 1
    }
    return found
  }

  /// Replaces each by what the rational function of the middle makes of it.
  private static func replaceMiddle(_ column: UnsafeMutablePointer<Double>, count: Int) {
    let raw = UnsafeMutableRawPointer(column)
    let whole = count / 8 * 8
    for offset in stride(from: 0, to: 8 * whole, by: 64) {
      let bits = raw.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
      let sign = bits & SIMD8(repeating: 1 << 63)
      let z = middle(unsafeBitCast(bits ^ sign, to: SIMD8<Double>.self))
      // From the lower tail the score is negative.
      raw.storeBytes(
        of: unsafeBitCast(z, to: SIMD8<UInt64>.self) | sign, toByteOffset: offset,
        as: SIMD8<UInt64>.self)
    }
    for i in whole..<count { column[i] = signed(middle(column[i].magnitude), as: column[i]) }
  }

  /// A score from the upper tail, with the sign of the tail that it belongs to.
  @inline(__always)
  private static func signed(_ score: Double, as tail: Double) -> Double {
    Double(bitPattern: score.bitPattern | tail.bitPattern & (1 << 63))
  }
}
