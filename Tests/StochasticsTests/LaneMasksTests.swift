import Testing

@testable import Stochastics

@Suite struct LaneMasksTests {
  private let numbers = SIMD8<Double>(
    -1, 0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .infinity, -.infinity, 3)

  @Test func signs() {
    let minus = numbers.isMinus
    for k in 0..<8 { #expect(minus[k] == (numbers[k].sign == .minus ? .max : 0)) }
  }

  @Test func topBits() {
    for pattern in UInt64(0)..<256 {
      let lanes = SIMD8<UInt64>(
        (0..<8).map { (pattern >> UInt64($0) & 1) << 63 | 0x7fff_ffff_ffff_ffff })
      #expect(lanes.topBits == pattern)
    }
  }

  @Test func zeros() {
    let zero = numbers.isZero
    for k in 0..<8 { #expect(zero[k] == (numbers[k] == 0 ? .max : 0)) }
  }

  @Test func replacement() {
    let other = SIMD8<Double>(repeating: 5)
    let replaced = numbers.replaced(by: other, where: numbers.isMinus)
    for k in 0..<8 {
      #expect(replaced[k].bitPattern == (numbers[k].sign == .minus ? 5 : numbers[k]).bitPattern)
    }
  }
}
