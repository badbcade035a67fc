/// Eight generators xoshiro256++ side by side, one a lane.
///
/// D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM Trans. Math. Softw. 47
/// (2021) 36, doi:10.1145/3460772. A period of 2^256 - 1; eight lanes that start at random places of it
/// overlap within 2^64 steps with a chance of 2^-185.
struct Xoshiro256 {
  private var state: (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>)

  /// Generators that start from these states: word by word, with a lane for each generator.
  ///
  /// - Precondition: no lane is zero in all four words.
  @inline(__always)
  init(state: (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>)) {
    self.state = state
  }

  /// The next number of each generator.
  @inline(__always)
  mutating func next() -> SIMD8<UInt64> {
    let number = (state.0 &+ state.3).rotated(by: 23) &+ state.0
    let shifted = state.1 &<< SIMD8(repeating: 17)
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3.rotated(by: 45)
    return number
  }
}
