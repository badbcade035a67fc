extension RandomStream {
  /// Numbers that one group of counters yields.
  static let groupSize = 8

  /// Fills a column with the signed tail probabilities of consecutive draws: the probability of
  /// `probability(draw:)` for each, with a minus for the lower tail.
  ///
  /// - Parameters:
  ///   - tails: the column.
  ///   - first: the number of the draw in its first row, a multiple of eight.
  /// - Complexity: O(n).
  public func fillTails(_ tails: UnsafeMutableBufferPointer<Double>, firstDraw first: Int) {
    precondition(first % Self.groupSize == 0, "a column begins at a multiple of eight draws")
    guard let start = tails.baseAddress else { return }
    let pair = 2 * Self.groupSize
    let whole = tails.count / pair
    fill(UnsafeMutableRawPointer(start), pairs: whole, firstCounter: UInt64(first / 2))
    let rest = tails.count - whole * pair
    guard rest > 0 else { return }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: pair) {
      guard let last = $0.baseAddress else { return }
      fill(
        UnsafeMutableRawPointer(last), pairs: 1, firstCounter: UInt64((first + whole * pair) / 2))
      (start + whole * pair).update(from: last, count: rest)
    }
  }

  /// Fills a column with the standard normal scores of consecutive draws: the same bits as
  /// `normal(draw:)` gives for each.
  ///
  /// - Parameters:
  ///   - scores: the column.
  ///   - first: the number of the draw in its first row, a multiple of eight.
  /// - Complexity: O(n). Scratch memory for n numbers is taken and given back.
  public func fillNormals(_ scores: UnsafeMutableBufferPointer<Double>, firstDraw first: Int) {
    fillTails(scores, firstDraw: first)
    StandardNormal.replaceTails(scores)
  }

  /// Writes two groups at a time, as one leaves a wide processor waiting for each round of the
  /// generator.
  private func fill(_ tails: UnsafeMutableRawPointer, pairs: Int, firstCounter: UInt64) {
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
        Self.store(words.0, words.1, tails + offset)
        Self.store(words.2, words.3, tails + (offset + 32))
        offset += 128
      }
    }
  }

  /// Turns low and high words into signed tail probabilities: those of the first four lanes at the
  /// place given, those of the others a group further on.
  @inline(__always)
  private static func store(
    _ lowWord: SIMD8<UInt64>, _ highWord: SIMD8<UInt64>, _ tails: UnsafeMutableRawPointer
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
    let signed = lanes(unsafeBitCast(p, to: SIMD8<UInt64>.self) | sign)
    tails.storeBytes(of: signed.lowHalf, as: SIMD4<Double>.self)
    tails.storeBytes(of: signed.highHalf, toByteOffset: 64, as: SIMD4<Double>.self)
  }

  @inline(__always)
  private static func lanes(_ bits: SIMD8<UInt64>) -> SIMD8<Double> {
    unsafeBitCast(bits, to: SIMD8<Double>.self)
  }
}
