/// The blocks of one random stream, eight counters side by side; valid inside
/// `RandomStream.withLanes`.
struct PhiloxLanes {
  fileprivate let schedule: UnsafePointer<SIMD8<UInt64>>
  fileprivate let upper2: SIMD8<UInt64>
  fileprivate let upper3: SIMD8<UInt64>

  /// The words of eight consecutive counters, each in the low half of its lane.
  @inline(__always)
  func words(firstCounter: UInt64) -> Philox4x32.Lanes {
    let counter = SIMD8(repeating: firstCounter) &+ SIMD8(0, 1, 2, 3, 4, 5, 6, 7)
    return Philox4x32.lanes(
      (counter, counter &>> SIMD8(repeating: 32), upper2, upper3), schedule: schedule)
  }

  /// The words of eight consecutive counters in pairs: words 0 and 1 in the low and high halves of
  /// eight lanes, words 2 and 3 likewise.
  @inline(__always)
  func pairs(firstCounter: UInt64) -> (SIMD8<UInt64>, SIMD8<UInt64>) {
    let words = words(firstCounter: firstCounter)
    let low = SIMD8<UInt64>(repeating: 0xffff_ffff)
    let half = SIMD8<UInt64>(repeating: 32)
    return ((words.0 & low) | (words.1 &<< half), (words.2 & low) | (words.3 &<< half))
  }
}

extension RandomStream {
  /// Calls `body` with the blocks of this stream, eight at a time.
  @inline(__always)
  func withLanes(_ body: (PhiloxLanes) -> Void) {
    withUnsafeTemporaryAllocation(of: SIMD8<UInt64>.self, capacity: 2 * Philox4x32.rounds) {
      guard let schedule = $0.baseAddress else { return }
      Philox4x32.schedule(of: key, into: schedule)
      body(
        PhiloxLanes(
          schedule: UnsafePointer(schedule), upper2: SIMD8(repeating: UInt64(upper[0])),
          upper3: SIMD8(repeating: UInt64(upper[1]))))
    }
  }

  /// The words of one counter.
  func block(counter: UInt64) -> SIMD4<UInt32> {
    Philox4x32.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: counter), UInt32(truncatingIfNeeded: counter >> 32), upper[0],
        upper[1]), key: key)
  }

  /// Writes the bits of consecutive draws, the same as `bits(draw:)`.
  ///
  /// - Parameters:
  ///   - words: room for `16 * runs` numbers of 64 bits.
  ///   - first: the number of the first draw, a multiple of eight.
  func writeBits(_ words: UnsafeMutableRawPointer, runs: Int, firstDraw first: Int) {
    withLanes { lanes in
      var offset = 0
      var counter = UInt64(first / 2)
      for _ in 0..<runs {
        let (front, back) = lanes.pairs(firstCounter: counter)
        // Four counters a group of eight: their first halves, then their second halves.
        words.storeBytes(of: front.lowHalf, toByteOffset: offset, as: SIMD4<UInt64>.self)
        words.storeBytes(of: back.lowHalf, toByteOffset: offset + 32, as: SIMD4<UInt64>.self)
        words.storeBytes(of: front.highHalf, toByteOffset: offset + 64, as: SIMD4<UInt64>.self)
        words.storeBytes(of: back.highHalf, toByteOffset: offset + 96, as: SIMD4<UInt64>.self)
        counter &+= 8
        offset += 128
      }
    }
  }
}
