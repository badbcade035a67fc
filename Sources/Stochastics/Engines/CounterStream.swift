/// Blocks of 128 random bits, one a counter, named by a seed and a name.
///
/// The block of a counter depends on (seed, name, counter) alone, and costs the same wherever the counter
/// lies: the stream to take scattered numbers from. Consecutive ones come cheaper from `RandomStream`.
struct CounterStream: Sendable, Hashable {
  /// The 64-bit key of the generator.
  private let key: SIMD2<UInt32>
  /// The upper two words of the generator's counter; the lower two count along the stream.
  private let upper: SIMD2<UInt32>

  /// The stream of this name under this seed.
  ///
  /// Key and upper counter are a 128-bit digest of seed and name, taken with Philox itself as
  /// the block cipher of a Matyas-Meyer-Oseas chain over the UTF-8 bytes, so that streams of
  /// different names overlap only by a collision in 128 bits.
  init(seed: UInt64, name: String) {
    let cipherKey = SIMD2<UInt32>(0x6772_6f77, 0x7468_2f31)  // "growth/1" in ASCII
    var digest = SIMD4<UInt32>(
      UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32), 0, 0)
    func absorb(_ words: SIMD4<UInt32>) {
      digest = Philox4x32.block(counter: digest ^ words, key: cipherKey) ^ words
    }
    absorb(SIMD4(repeating: 0))
    var words = SIMD4<UInt32>(repeating: 0)
    var filled = 0
    for byte in name.utf8 {
      words[filled / 4] |= UInt32(byte) << UInt32(8 * (filled % 4))
      filled += 1
      guard filled == 16 else { continue }
      absorb(words)
      words = SIMD4(repeating: 0)
      filled = 0
    }
    // The length closes the chain, so that names that differ only in trailing zeros differ here.
    absorb(words)
    absorb(SIMD4(UInt32(truncatingIfNeeded: name.utf8.count), 0, 0, 1))
    key = SIMD2(digest[0], digest[1])
    upper = SIMD2(digest[2], digest[3])
  }

  /// The four words of one counter.
  func block(counter: UInt64) -> SIMD4<UInt32> {
    Philox4x32.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: counter), UInt32(truncatingIfNeeded: counter >> 32), upper[0],
        upper[1]), key: key)
  }

  /// Calls `body` with the blocks of this stream, eight at a time.
  @inline(__always)
  func withLanes(_ body: (CounterLanes) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * Philox4x32.rounds) {
      guard let schedule = $0.baseAddress else { return }
      Philox4x32.schedule(of: key, into: schedule)
      body(
        CounterLanes(
          schedule: UnsafePointer(schedule), upper2: SIMD8(repeating: UInt64(upper[0])),
          upper3: SIMD8(repeating: UInt64(upper[1]))))
    }
  }
}

/// The blocks of a stream, eight counters side by side; valid inside `CounterStream.withLanes`.
struct CounterLanes {
  fileprivate let schedule: UnsafePointer<UInt64>
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
