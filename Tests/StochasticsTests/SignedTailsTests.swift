import TestSupport
import Testing

@testable import Stochastics

@Suite struct SignedTailsTests {
  /// A column of tails becomes the quantiles one by one, in every bit: in the middle, in the tails,
  /// at the edges between the ranges, and down to the smallest tail.
  @Test(arguments: [0, 1, 5, 8, 11, 1024], [0.5, 0x1p-36, 0x1p-65])
  func columnsAgreeWithSingleQuantiles(count: Int, smallest: Double) {
    var random = SplitMix64(seed: 17)
    let edges = [0.5, 0x1p-5, 0x1p-5.nextDown, 0x1p-5.nextUp, smallest]
    let tails = (0..<count).map { i -> TailProbability in
      let p = i % 7 < 5 ? random.nextUniform() / 2 : edges[i / 7 % edges.count]
      return TailProbability(
        probability: max(p, 0x1p-65), tail: random.next() & 1 == 0 ? .lower : .upper)
    }
    #expect(Self.scores(tails) == tails.map { StandardNormal.quantile($0).bitPattern })
  }

  /// The bits of the scores that a column of tails becomes.
  private static func scores(_ tails: [TailProbability]) -> [UInt64] {
    var column = tails.map { $0.tail == .lower ? -$0.probability : $0.probability }
    column.withUnsafeMutableBufferPointer { StandardNormal.replaceTails($0) }
    return column.map(\.bitPattern)
  }

  /// The same where few, two thirds, most or all are tails: more than are put together at once.
  @Test(arguments: [440, 441, 512, 1024, 1029, 3001], [1, 3, 64, 4000])
  func columnsOfTails(count: Int, each: Int) {
    var random = SplitMix64(seed: 19)
    let tails = (0..<count).map { i -> TailProbability in
      let p = i % each == each - 1 ? random.nextUniform() / 2 : 0x1p-5 * random.nextUniform()
      return TailProbability(probability: max(p, 0x1p-65), tail: i % 2 == 0 ? .lower : .upper)
    }
    #expect(Self.scores(tails) == tails.map { StandardNormal.quantile($0).bitPattern })
  }

  /// Lanes of signed tails are the single ones, for words of both meanings at their ends and between.
  @Test func signedTails() {
    var random = SplitMix64(seed: 18)
    let half: UInt64 = 1 << 63
    var words: [UInt64] = [0, 1, .max, .max - 1, half, half - 1, half + 1, 0xffff_ffff]
    for _ in 0..<1000 { words.append(random.next() >> (random.next() % 64)) }
    for start in stride(from: 0, to: words.count, by: 8) {
      let part = Array(words[start..<start + 8])
      let randoms = SignedTails.lanes(random: SIMD8(part))
      let fractions = SignedTails.lanes(fraction: SIMD8(part))
      for k in 0..<8 {
        #expect(
          randoms[k] == DrawSequenceTests.signed(SignedTails.probability(random: part[k])))
        #expect(
          fractions[k] == DrawSequenceTests.signed(SignedTails.probability(fraction: part[k])))
      }
    }
    #expect(SignedTails.probability(fraction: 0).probability == 0x1p-65)
    #expect(
      SignedTails.probability(fraction: .max) == TailProbability(upper: 0x1p-65))
    #expect(SignedTails.probability(fraction: 3 << 62) == TailProbability(upper: 0.25))
  }
}
