extension RandomStream {
  /// Numbers that one group of counters yields.
  static let groupSize = 8

  /// Fills a column with the standard normal scores of consecutive draws: the same bits as
  /// `normal(draw:)` gives for each.
  ///
  /// The middle 85% of the probabilities go through a rational function, four at a time; the tails,
  /// which need a logarithm and a root as well, are gathered and follow together.
  ///
  /// - Parameters:
  ///   - scores: the column.
  ///   - first: the number of the draw in its first row, a multiple of eight.
  /// - Complexity: O(n). Scratch memory for n numbers is taken and given back.
  public func fillNormals(_ scores: UnsafeMutableBufferPointer<Double>, firstDraw first: Int) {
    precondition(first % Self.groupSize == 0, "a column begins at a multiple of eight draws")
    let pairs = (scores.count + 2 * Self.groupSize - 1) / (2 * Self.groupSize)
    let padded = 2 * pairs * Self.groupSize
    // Signed tail probabilities, scores of the middle, then the gathered tails.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * padded) { scratch in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: padded + 1) { rows in
        let signed = scratch.baseAddress!
        let middle = signed + padded
        fillMiddle(
          pairs: pairs, firstCounter: UInt64(first / 2), signed: UnsafeMutableRawPointer(signed),
          middle: UnsafeMutableRawPointer(middle))
        let row = rows.baseAddress!
        var found = 0
        for i in 0..<scores.count {
          row[found] = i
          found += signed[i].magnitude < Self.tailEdge ? 1 : 0
        }
        scores.baseAddress?.update(from: middle, count: scores.count)
        Self.fillTails(scores, signed: signed, rows: row, count: found, scratch: middle + padded)
      }
    }
  }

  /// The tail probability at which the rational function of the middle ends: 1/2 - 0.425.
  private static let tailEdge = 0.075

  /// Writes, for each draw, its tail probability with a minus for the lower tail, and the score as
  /// the middle's rational function gives it; two groups at a time, as one leaves a wide processor
  /// waiting for each round of the generator.
  private func fillMiddle(
    pairs: Int, firstCounter: UInt64, signed: UnsafeMutableRawPointer,
    middle: UnsafeMutableRawPointer
  ) {
    let upper2 = SIMD8(repeating: UInt64(upper[0]))
    let upper3 = SIMD8(repeating: UInt64(upper[1]))
    let thirtyTwo = SIMD8<UInt64>(repeating: 32)
    withUnsafeTemporaryAllocation(of: SIMD8<UInt64>.self, capacity: 2 * Philox4x32.rounds) {
      Philox4x32.schedule(of: key, into: $0.baseAddress!)
      let schedule = UnsafePointer($0.baseAddress!)
      var counter = SIMD8(repeating: firstCounter) &+ SIMD8(0, 1, 2, 3, 4, 5, 6, 7)
      var offset = 0
      for _ in 0..<pairs {
        let words = Philox4x32.lanes(
          (counter, counter &>> thirtyTwo, upper2, upper3), schedule: schedule)
        counter = counter &+ SIMD8(repeating: 8)
        Self.store(words.0, words.1, offset, signed, middle)
        Self.store(words.2, words.3, offset + 32, signed, middle)
        offset += 128
      }
    }
  }

  /// Turns low and high words into signed tail probabilities and scores of the middle: those of the
  /// first four lanes at the offset, those of the others a group further on.
  @inline(__always)
  private static func store(
    _ lowWord: SIMD8<UInt64>, _ highWord: SIMD8<UInt64>, _ offset: Int,
    _ signed: UnsafeMutableRawPointer, _ middle: UnsafeMutableRawPointer
  ) {
    // A word in the low bits of the significand of 2^52 is that number plus the word.
    let magic = SIMD8<UInt64>(repeating: 0x4330_0000_0000_0000)
    let low = (lowWord & SIMD8(repeating: 0xffff_ffff)) | magic
    let high = (highWord & SIMD8(repeating: 0x7fff_ffff)) | magic
    // Both differences are exact; only the sum below rounds, as in `probability(draw:)`.
    let lowValue = lanes(low) - SIMD8(repeating: 0x1p52 - 0.5)
    let highValue = (lanes(high) - SIMD8(repeating: 0x1p52)) * SIMD8(repeating: 0x1p32)
    let p = (highValue + lowValue) * SIMD8(repeating: 0x1p-64)
    // The top bit of the high word, clear for the lower tail, becomes the sign.
    let sign =
      ((highWord &<< SIMD8(repeating: 32)) & SIMD8(repeating: 1 << 63))
      ^ SIMD8(repeating: 1 << 63)
    let q = SIMD8(repeating: 0.5) - p
    let z = q * StandardNormal.centre(SIMD8(repeating: 0.180625) - q * q)
    let signedTails = lanes(bits(p) | sign)
    let scores = lanes(bits(z) ^ sign)
    signed.storeBytes(of: signedTails.lowHalf, toByteOffset: offset, as: SIMD4<Double>.self)
    signed.storeBytes(of: signedTails.highHalf, toByteOffset: offset + 64, as: SIMD4<Double>.self)
    middle.storeBytes(of: scores.lowHalf, toByteOffset: offset, as: SIMD4<Double>.self)
    middle.storeBytes(of: scores.highHalf, toByteOffset: offset + 64, as: SIMD4<Double>.self)
  }

  /// Overwrites the scores of the rows whose probabilities lie in the tails.
  ///
  /// - Parameter scratch: room for `count` numbers, rounded up to four.
  private static func fillTails(
    _ scores: UnsafeMutableBufferPointer<Double>, signed: UnsafePointer<Double>,
    rows: UnsafePointer<Int>, count: Int, scratch: UnsafeMutablePointer<Double>
  ) {
    var smallest = 0.5
    for k in 0..<count {
      scratch[k] = signed[rows[k]].magnitude
      smallest = min(smallest, scratch[k])
    }
    // Past e^-25, which one draw in 4e10 is, a third rational function takes over.
    guard smallest >= StandardNormal.farTailProbability else {
      for k in 0..<count {
        let row = rows[k]
        let z = StandardNormal.upperQuantile(scratch[k])
        scores[row] = signed[row].sign == .minus ? -z : z
      }
      return
    }
    for k in count..<Columns.padded(count) { scratch[k] = 0.5 }
    Columns.map(scratch, count: count) { SIMD4(repeating: 0) - Elementary.log(normal: $0) }
    for k in 0..<count { scratch[k] = scratch[k].squareRoot() }
    Columns.map(scratch, count: count) { StandardNormal.shoulder($0 - SIMD4(repeating: 1.6)) }
    for k in 0..<count {
      scores[rows[k]] = signed[rows[k]].sign == .minus ? -scratch[k] : scratch[k]
    }
  }

  @inline(__always)
  private static func lanes(_ bits: SIMD8<UInt64>) -> SIMD8<Double> {
    unsafeBitCast(bits, to: SIMD8<Double>.self)
  }

  @inline(__always)
  private static func bits(_ value: SIMD8<Double>) -> SIMD8<UInt64> {
    unsafeBitCast(value, to: SIMD8<UInt64>.self)
  }
}
