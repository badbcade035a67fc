import Testing

@testable import Stochastics

/// What a lane holds after an operation is what the same operation makes of single numbers.
@Suite struct LaneArithmeticTests {
  private let a = SIMD8<Double>(1.5, -2, 0.1, 3e300, 0, -0.0, .infinity, 7)
  private let b = SIMD8<Double>(0.3, 3, -0.7, 1e10, 5, 0, 2, .nan)
  private let words = SIMD8<UInt64>(0, 1, .max, 1 << 63, 0x0123_4567_89ab_cdef, 42, 1 << 32, 3)
  private let others = SIMD8<UInt64>(5, .max, .max, 1 << 62, 0xfedc_ba98_7654_3210, 7, 1 << 33, 0)

  private func check(
    _ result: SIMD8<Double>, _ single: (Double, Double) -> Double,
    _ location: SourceLocation = #_sourceLocation
  ) {
    for k in 0..<8 {
      let expected = single(a[k], b[k])
      #expect(
        result[k].bitPattern == expected.bitPattern || result[k].isNaN && expected.isNaN,
        sourceLocation: location)
    }
  }

  private func check(
    _ result: SIMD8<UInt64>, _ single: (UInt64, UInt64) -> UInt64,
    _ location: SourceLocation = #_sourceLocation
  ) {
    for k in 0..<8 {
      #expect(result[k] == single(words[k], others[k]), sourceLocation: location)
    }
  }

  @Test func numbers() {
    check(a + b) { $0 + $1 }
    check(a - b) { $0 - $1 }
    check(a * b) { $0 * $1 }
    check(a / b) { $0 / $1 }
    var c = a
    c += b
    check(c) { $0 + $1 }
    c = a
    c *= b
    check(c) { $0 * $1 }
    check(SIMD8(repeating: 0.1)) { _, _ in 0.1 }
  }

  @Test func wholeNumbers() {
    check(words &+ others) { $0 &+ $1 }
    check(words &- others) { $0 &- $1 }
    check(words &* others) { $0 &* $1 }
    check(words & others) { $0 & $1 }
    check(words | others) { $0 | $1 }
    check(words ^ others) { $0 ^ $1 }
    check(~words) { word, _ in ~word }
    var c = words
    c &-= others
    check(c) { $0 &- $1 }
    c = words
    c |= others
    check(c) { $0 | $1 }
    c = words
    c ^= others
    check(c) { $0 ^ $1 }
    check(SIMD8<UInt64>(repeating: 9)) { _, _ in 9 }
  }

  /// The counts of places are taken modulo 64, as the masking operators of single numbers do.
  @Test func shifts() {
    check(words &<< others) { $0 &<< $1 }
    check(words &>> others) { $0 &>> $1 }
    for places in UInt64(1)..<64 {
      check(words.rotated(by: places)) { word, _ in word << places | word >> (64 - places) }
    }
  }

  /// One rounding to the nearest, halves to even: 2^53 + 1 is such a half, and the largest word rounds up to 2^64.
  @Test func rounding() {
    let half: UInt64 = 1 << 53 + 1
    let words = SIMD8<UInt64>(0, 1, half, half + 2, .max, .max - 1024, 1 << 63, 3)
    let rounded = words.rounded
    for k in 0..<8 { #expect(rounded[k] == Double(words[k])) }
    #expect(rounded[2] == 0x1p53)
    #expect(rounded[4] == 0x1p64)
  }
}
