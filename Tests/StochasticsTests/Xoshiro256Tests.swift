import TestSupport
import Testing

@testable import Stochastics

@Suite struct Xoshiro256Tests {
  /// The first ten numbers from the state 1, 2, 3, 4: those of the reference implementation of Blackman and
  /// Vigna, as the test of the `rand_xoshiro` crate has them. Exact, in every lane.
  @Test func publishedVector() {
    let expected: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
      9_228_616_714_210_784_205, 9_973_669_472_204_895_162, 14_011_001_112_246_962_877,
      12_406_186_145_184_390_807, 15_849_039_046_786_891_736, 10_450_023_813_501_588_000,
    ]
    var generators = Xoshiro256(
      state: (SIMD8(repeating: 1), SIMD8(repeating: 2), SIMD8(repeating: 3), SIMD8(repeating: 4)))
    for number in expected { #expect(generators.next() == SIMD8(repeating: number)) }
  }

  /// Lanes do not mix: eight generators side by side give what each gives alone.
  @Test func lanesAreApart() {
    var random = SplitMix64(seed: 6)
    func word() -> SIMD8<UInt64> { SIMD8((0..<8).map { _ in random.next() }) }
    let state = (word(), word(), word(), word())
    var together = Xoshiro256(state: state)
    var alone = (0..<8).map { lane in
      Xoshiro256(
        state: (
          SIMD8(repeating: state.0[lane]), SIMD8(repeating: state.1[lane]),
          SIMD8(repeating: state.2[lane]), SIMD8(repeating: state.3[lane])
        ))
    }
    for _ in 0..<100 {
      let numbers = together.next()
      for lane in 0..<8 { #expect(alone[lane].next()[0] == numbers[lane]) }
    }
  }
}
