extension StandardNormal {
  /// Replaces signed tail probabilities, minus for the lower tail, by the scores that cut them off: the
  /// same bits as `quantile(_:)` gives for each.
  ///
  /// All go through the rational function of the middle, eight at a time; the tails, which need a logarithm
  /// and a root as well, are gathered before and follow together.
  ///
  /// - Complexity: O(n). Scratch memory for n numbers is taken and given back.
  static func replaceTails(_ column: UnsafeMutableBufferPointer<Double>) {
    guard let start = column.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: column.count) { rows in
      guard let rows = rows.baseAddress else { return }
      let count = findTails(start, count: column.count, rows: rows)
      let padded = Columns.padded(count)
      withUnsafeTemporaryAllocation(of: Double.self, capacity: padded) { tails in
        guard let tails = tails.baseAddress else { return }
        for k in 0..<count { tails[k] = start[Int(rows[k])] }
        for k in count..<padded { tails[k] = middleEdge }
        replaceMiddle(start, count: column.count)
        replaceOuter(tails, count: count)
        for k in 0..<count { start[Int(rows[k])] = tails[k] }
      }
    }
  }

  /// Writes the rows whose probability lies below the middle.
  ///
  /// - Returns: how many there are.
  private static func findTails(
    _ tails: UnsafePointer<Double>, count: Int, rows: UnsafeMutablePointer<Int32>
  ) -> Int {
    let raw = UnsafeRawPointer(tails)
    var found = 0
    let whole = count / 8 * 8
    // A word of marks for 64 rows: the loop over its bits ends, and is foreseen wrongly, once in 64 rows.
    for first in stride(from: 0, to: whole, by: 64) {
      var marks: UInt64 = 0
      for row in stride(from: first, to: min(first + 64, whole), by: 8) {
        let bits = raw.loadUnaligned(fromByteOffset: 8 * row, as: SIMD8<UInt64>.self)
        // Positive numbers are in the order of their bits: the difference is negative below the edge.
        let difference =
          (bits & SIMD8(repeating: .max >> 1)) &- SIMD8(repeating: middleEdge.bitPattern)
        marks |= difference.topBits &<< UInt64(row - first)
      }
      while marks != 0 {
        rows[found] = Int32(truncatingIfNeeded: first + marks.trailingZeroBitCount)
        found &+= 1
        marks &= marks &- 1
      }
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

  /// Replaces signed probabilities below the middle by scores.
  ///
  /// - Parameters:
  ///   - tails: room for whole lanes, filled up with the edge of the middle.
  ///   - count: the numbers that matter.
  private static func replaceOuter(_ tails: UnsafeMutablePointer<Double>, count: Int) {
    let padded = Columns.padded(count)
    let raw = UnsafeRawPointer(tails)
    // Past e^-25, which one draw in 4e10 is, a third rational function takes over.
    var farther = SIMD8<UInt64>(repeating: 0)
    for offset in stride(from: 0, to: 8 * padded, by: 64) {
      let bits = raw.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
      farther |=
        (bits & SIMD8(repeating: .max >> 1)) &- SIMD8(repeating: farTailProbability.bitPattern)
    }
    guard farther.topBits == 0 else {
      for k in 0..<count { tails[k] = signed(upperQuantile(tails[k].magnitude), as: tails[k]) }
      return
    }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: padded) {
      guard let roots = $0.baseAddress else { return }
      for k in 0..<padded { roots[k] = tails[k].magnitude }
      Columns.map(roots, count: count) { SIMD8(repeating: 0) - Elementary.log(normal: $0) }
      for k in 0..<count { roots[k] = roots[k].squareRoot() }
      Columns.map(roots, count: count) { shoulder($0 - SIMD8(repeating: 1.6)) }
      for k in 0..<count { tails[k] = signed(roots[k], as: tails[k]) }
    }
  }

  /// A score from the upper tail, with the sign of the tail that it belongs to.
  @inline(__always)
  private static func signed(_ score: Double, as tail: Double) -> Double {
    tail.sign == .minus ? -score : score
  }
}
