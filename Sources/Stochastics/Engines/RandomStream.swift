/// An endless row of random numbers, one a draw, named by a seed and a name.
///
/// Number n depends on (seed, name, n) alone: on no other stream, no thread and no number before
/// it. The numbers come in groups of eight, from four consecutive counters of Philox4x32-10: number
/// n is the half (n / 4) mod 2 of the output for counter 4 (n / 8) + n mod 4.
public struct RandomStream: Sendable, Hashable {
  /// The 64-bit key of the generator.
  let key: SIMD2<UInt32>
  /// The upper two words of the counter; the lower two count along the stream.
  let upper: SIMD2<UInt32>

  /// The stream of this name under this seed.
  ///
  /// Key and upper counter are a 128-bit digest of seed and name, taken with Philox itself as
  /// the block cipher of a Matyas-Meyer-Oseas chain over the UTF-8 bytes, so that streams of
  /// different names overlap only by a collision in 128 bits.
  public init(seed: UInt64, name: String) {
    let cipherKey = SIMD2<UInt32>(0x67726f77, 0x74682f31)  // "growth/1" in ASCII
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

  /// The 64 random bits of draw n.
  ///
  /// - Precondition: n >= 0.
  public func bits(draw n: Int) -> UInt64 {
    let counter = UInt64(4 * (n / 8) + n % 4)
    let words = Philox4x32.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: counter), UInt32(truncatingIfNeeded: counter >> 32), upper[0],
        upper[1]), key: key)
    return n / 4 % 2 == 0
      ? UInt64(words[0]) | UInt64(words[1]) << 32
      : UInt64(words[2]) | UInt64(words[3]) << 32
  }

  /// The probability that draw n cuts off: uniform over (0, 1), symmetric, and fine in both tails.
  ///
  /// The top bit chooses the tail, and the other 63 the probability `(m + 1/2) / 2^64` in it, so the
  /// smallest is 2^-65.
  public func probability(draw n: Int) -> TailProbability {
    let bits = self.bits(draw: n)
    let magnitude = bits & 0x7fff_ffff_ffff_ffff
    let high = Double(magnitude >> 32) * 0x1p32
    let low = Double(magnitude & 0xffff_ffff) + 0.5
    return TailProbability(
      probability: (high + low) * 0x1p-64, tail: bits >> 63 == 0 ? .lower : .upper)
  }

  /// The standard normal score of draw n, out to 9 standard deviations on either side.
  public func normal(draw n: Int) -> Double {
    StandardNormal.quantile(probability(draw: n))
  }
}
