extension StandardNormal {
  /// Replaces signed tail probabilities, minus for the lower tail, by the scores that cut them off: the
  /// same bits as `quantile(_:)` gives for each.
  ///
  /// The middle 85% of the probabilities go through a rational function, eight at a time; the tails,
  /// which need a logarithm and a root as well, are gathered and follow together.
  ///
  /// - Complexity: O(n). Scratch memory for n numbers is taken and given back.
  static func replaceTails(_ column: UnsafeMutableBufferPointer<Double>) {
    guard let start = column.baseAddress else { return }
    let padded = Columns.padded(column.count)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: padded) { found in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: padded + 1) { rows in
        guard let found = found.baseAddress, let rows = rows.baseAddress else { return }
        let count = gather(start, count: column.count, into: found, rows: rows)
        replaceMiddle(start, count: column.count)
        replaceFound(found, count: count)
        for k in 0..<count { start[Int(rows[k])] = found[k] }
      }
    }
  }

  /// The tail probability at which the rational function of the middle ends: 1/2 - 0.425.
  private static let tailEdge = 0.075

  /// Copies the probabilities of the tails, and the rows that they stand in.
  private static func gather(
    _ tails: UnsafePointer<Double>, count: Int, into found: UnsafeMutablePointer<Double>,
    rows: UnsafeMutablePointer<Int32>
  ) -> Int {
    var next = 0
    for i in 0..<count {
      rows[next] = Int32(truncatingIfNeeded: i)
      found[next] = tails[i]
      next += tails[i].magnitude < tailEdge ? 1 : 0
    }
    return next
  }

  /// Replaces each by what the rational function of the middle makes of it.
  private static func replaceMiddle(_ column: UnsafeMutablePointer<Double>, count: Int) {
    let raw = UnsafeMutableRawPointer(column)
    let whole = count / 8 * 8
    for offset in stride(from: 0, to: 8 * whole, by: 64) {
      let bits = raw.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
      let sign = bits & SIMD8(repeating: 1 << 63)
      let p = unsafeBitCast(bits ^ sign, to: SIMD8<Double>.self)
      let q = SIMD8(repeating: 0.5) - p
      let z = q * centre(SIMD8(repeating: 0.180625) - q * q)
      // From the lower tail the score is negative.
      raw.storeBytes(
        of: unsafeBitCast(z, to: SIMD8<UInt64>.self) | sign, toByteOffset: offset,
        as: SIMD8<UInt64>.self)
    }
    for i in whole..<count {
      let q = 0.5 - column[i].magnitude
      let z = q * centre(0.180625 - q * q)
      column[i] = column[i].sign == .minus ? -z : z
    }
  }

  /// Replaces signed probabilities of the tails by scores.
  ///
  /// - Parameter found: room for `count` numbers, rounded up to whole lanes.
  private static func replaceFound(_ found: UnsafeMutablePointer<Double>, count: Int) {
    var smallest = 0.5
    for k in 0..<count { smallest = min(smallest, found[k].magnitude) }
    // Past e^-25, which one draw in 4e10 is, a third rational function takes over.
    guard smallest >= farTailProbability else {
      for k in 0..<count {
        let z = upperQuantile(found[k].magnitude)
        found[k] = found[k].sign == .minus ? -z : z
      }
      return
    }
    for k in count..<Columns.padded(count) { found[k] = 0.5 }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Columns.padded(count)) {
      guard let roots = $0.baseAddress else { return }
      for k in 0..<Columns.padded(count) { roots[k] = found[k].magnitude }
      Columns.map(roots, count: count) { SIMD4(repeating: 0) - Elementary.log(normal: $0) }
      for k in 0..<count { roots[k] = roots[k].squareRoot() }
      Columns.map(roots, count: count) { shoulder($0 - SIMD4(repeating: 1.6)) }
      for k in 0..<count { found[k] = found[k].sign == .minus ? -roots[k] : roots[k] }
    }
  }
}
