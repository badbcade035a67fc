/// The counter-based generator Philox4x32-10: 128 bits out of a 128-bit counter and a 64-bit key.
///
/// J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2,
/// 3", SC11 (2011), doi:10.1145/2063384.2063405. There is no state: every block of output can be
/// had at once, in any order and on any thread.
public enum Philox4x32 {
  static let multiplier0: UInt64 = 0xd251_1f53
  static let multiplier1: UInt64 = 0xcd9e_8d57
  /// The golden ratio and the square root of three less one, in units of 2^-32.
  static let weyl0: UInt32 = 0x9e37_79b9
  static let weyl1: UInt32 = 0xbb67_ae85
  static let rounds = 10

  /// The output for a counter and a key, word by word in the order of the paper.
  ///
  /// - Complexity: O(1), ten rounds of two multiplications.
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var counter = counter
    var key = key
    for _ in 0..<rounds {
      let first = multiplier0 &* UInt64(counter[0])
      let second = multiplier1 &* UInt64(counter[2])
      counter = SIMD4(
        UInt32(truncatingIfNeeded: second >> 32) ^ counter[1] ^ key[0],
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ counter[3] ^ key[1],
        UInt32(truncatingIfNeeded: first))
      key = SIMD2(key[0] &+ weyl0, key[1] &+ weyl1)
    }
    return counter
  }

  /// Eight blocks side by side: the lanes of word w belong to eight counters under one key.
  ///
  /// A word lives in the low half of a 64-bit lane; what the upper half holds does not matter,
  /// because a product takes only the low halves.
  typealias Lanes = (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>)

  /// Eight blocks for eight counters; a caller that makes many computes the schedule once.
  ///
  /// - Parameter schedule: `rounds` pairs of round keys, as `schedule(of:into:)` writes them.
  @inline(__always)
  static func lanes(_ counter: Lanes, schedule: UnsafePointer<UInt64>) -> Lanes {
    var words = counter
    // Written out, since the compiler keeps a loop here and waits for each round's keys.
    round(&words, schedule, 0)
    round(&words, schedule, 1)
    round(&words, schedule, 2)
    round(&words, schedule, 3)
    round(&words, schedule, 4)
    round(&words, schedule, 5)
    round(&words, schedule, 6)
    round(&words, schedule, 7)
    round(&words, schedule, 8)
    round(&words, schedule, 9)
    return words
  }

  /// Writes the two keys of each round.
  static func schedule(of key: SIMD2<UInt32>, into schedule: UnsafeMutablePointer<UInt64>) {
    var key = key
    for round in 0..<rounds {
      schedule[2 * round] = UInt64(key[0])
      schedule[2 * round + 1] = UInt64(key[1])
      key = SIMD2(key[0] &+ weyl0, key[1] &+ weyl1)
    }
  }

  @inline(__always)
  private static func round(
    _ words: inout Lanes, _ schedule: UnsafePointer<UInt64>, _ index: Int
  ) {
    let low = SIMD8<UInt64>(repeating: 0xffff_ffff)
    let half = SIMD8<UInt64>(repeating: 32)
    let first = SIMD8(repeating: multiplier0) &* (words.0 & low)
    let second = SIMD8(repeating: multiplier1) &* (words.2 & low)
    words = (
      (second &>> half) ^ words.1 ^ SIMD8(repeating: schedule[2 * index]), second,
      (first &>> half) ^ words.3 ^ SIMD8(repeating: schedule[2 * index + 1]), first
    )
  }
}
