/// A small generator for tests: the same numbers from the same seed, everywhere.
///
/// G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA
/// 2014, doi:10.1145/2660193.2660195. Seed 1234567 begins 6457827717110365317,
/// 3203168211198807973, 9817491932198370423.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// The centre of one of the 2^53 equal parts of (0, 1): never zero, never one.
  public mutating func nextUniform() -> Double {
    // The sum is exact below one half and may round to even above it, but not to one.
    min(Double(next() >> 11) * 0x1p-53 + 0x1p-54, 1.0.nextDown)
  }
}
