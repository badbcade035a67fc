extension StandardNormal {
  /// The tail probability at which the rational function of the middle ends: 1/2 - 0.425.
  private static let middleEdge = 0.075

  /// Replaces each signed tail probability of a column by its standard normal score: the same bits as
  /// `quantile(_:)` gives one by one.
  ///
  /// The middle 85% of the probabilities go through a rational function, eight at a time; the tails,
  /// which need a logarithm and a root as well, are gathered and follow together.
  ///
  /// - Parameter column: probabilities in (0, 1/2], with a minus for the lower tail.
  /// - Complexity: O(n). Scratch memory for n numbers is taken and given back.
  static func replaceTails(_ column: UnsafeMutableBufferPointer<Double>) {
    guard let start = column.baseAddress else { return }
    let whole = column.count / 8 * 8
    for i in whole..<column.count { start[i] = score(start[i]) }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: whole + 4) { scratch in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: whole + 1) { rows in
        guard let signed = scratch.baseAddress, let row = rows.baseAddress else { return }
        var found = 0
        for i in 0..<whole {
          row[found] = i
          signed[found] = start[i]
          found += start[i].magnitude < middleEdge ? 1 : 0
        }
        replaceMiddle(UnsafeMutableRawPointer(start), count: whole)
        write(signed, count: found, to: start, rows: row)
      }
    }
  }

  /// The score of one signed tail probability.
  private static func score(_ signed: Double) -> Double {
    let z = upperQuantile(signed.magnitude)
    return signed.sign == .minus ? -z : z
  }

  /// Replaces signed tail probabilities as if all of them lay in the middle.
  private static func replaceMiddle(_ column: UnsafeMutableRawPointer, count: Int) {
    let signBit = SIMD8<UInt64>(repeating: 1 << 63)
    for offset in stride(from: 0, to: 8 * count, by: 64) {
      let bits = column.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
      let q =
        SIMD8(repeating: 0.5) - unsafeBitCast(bits & ~signBit, to: SIMD8<Double>.self)
      let z = q * centre(SIMD8(repeating: 0.180625) - q * q)
      let scoreBits = unsafeBitCast(z, to: SIMD8<UInt64>.self) ^ (bits & signBit)
      column.storeBytes(of: scoreBits, toByteOffset: offset, as: SIMD8<UInt64>.self)
    }
  }

  /// Writes the scores of gathered tails to their rows.
  ///
  /// - Parameter signed: the gathered tails, with room for `count` numbers rounded up to four.
  private static func write(
    _ signed: UnsafeMutablePointer<Double>, count: Int, to column: UnsafeMutablePointer<Double>,
    rows: UnsafePointer<Int>
  ) {
    var smallest = 0.5
    for k in 0..<count { smallest = min(smallest, signed[k].magnitude) }
    // Past e^-25, which one draw in 4e10 is, a third rational function takes over.
    guard smallest >= farTailProbability else {
      for k in 0..<count { column[rows[k]] = score(signed[k]) }
      return
    }
    // Until the last pass the signs wait in the rows.
    for k in 0..<count {
      column[rows[k]] = signed[k]
      signed[k] = signed[k].magnitude
    }
    for k in count..<Columns.padded(count) { signed[k] = 0.5 }
    Columns.map(signed, count: count) { SIMD4(repeating: 0) - Elementary.log(normal: $0) }
    for k in 0..<count { signed[k] = signed[k].squareRoot() }
    Columns.map(signed, count: count) { shoulder($0 - SIMD4(repeating: 1.6)) }
    for k in 0..<count {
      let row = rows[k]
      column[row] = Double(signOf: column[row], magnitudeOf: signed[k])
    }
  }
}
