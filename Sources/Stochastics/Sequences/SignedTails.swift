/// Signed tail probabilities out of 64-bit words: the magnitude is the probability in the tail, in
/// (0, 1/2], and the sign is minus for the lower tail.
///
/// The words come in two meanings. In a random word the top bit chooses the tail and the other 63 are
/// the number m of the probability (m + 1/2) / 2^64 in it. A fraction is a word W that stands for the
/// probability (W + 1/2) / 2^64 below: in order from the lowest to the highest.
enum SignedTails {
  /// Eight signed tails of random words.
  @inline(__always)
  static func lanes(random bits: SIMD8<UInt64>) -> SIMD8<Double> {
    // 2 m + 1 of the 63 bits has 64, and its conversion is the only step that rounds.
    let one = SIMD8<UInt64>(repeating: 1)
    let lower = ((bits &<< one) | one).rounded * SIMD8(repeating: -0x1p-65)
    // The top bit takes the minus away.
    return SIMD8(bits: lower.bits ^ (bits & SIMD8(repeating: 1 << 63)))
  }

  /// Eight signed tails of fractions.
  @inline(__always)
  static func lanes(fraction bits: SIMD8<UInt64>) -> SIMD8<Double> {
    // In the upper half the complement counts from the top.
    let isUpper = SIMD8<UInt64>(repeating: 0) &- (bits &>> SIMD8(repeating: 63))
    return lanes(random: bits ^ (isUpper & SIMD8(repeating: .max >> 1)))
  }

  /// Replaces fractions of a column, whose memory they share, by their signed tails.
  ///
  /// - Parameter count: a multiple of eight.
  static func replace(fractions words: UnsafeMutableRawPointer, count: Int) {
    for offset in stride(from: 0, to: 8 * count, by: 64) {
      let bits = words.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
      words.storeBytes(of: lanes(fraction: bits), toByteOffset: offset, as: SIMD8<Double>.self)
    }
  }

  /// The point of one random word.
  static func probability(random bits: UInt64) -> TailProbability {
    let high = Double((bits >> 32) & 0x7fff_ffff) * 0x1p32
    let low = Double(bits & 0xffff_ffff) + 0.5
    return TailProbability(
      probability: (high + low) * 0x1p-64, tail: bits >> 63 == 0 ? .lower : .upper)
  }

  /// The point of one fraction.
  static func probability(fraction bits: UInt64) -> TailProbability {
    probability(random: bits >> 63 == 0 ? bits : bits ^ (.max >> 1))
  }
}
