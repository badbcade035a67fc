import Testing

@testable import Stochastics

/// Known answers of Philox4x32-10: Random123's `kat_vectors`, distributed with Salmon et al. (2011),
/// doi:10.1145/2063384.2063405. Counter and key words first, then the output; exact.
@Suite struct PhiloxTests {
  struct Vector: Sendable {
    let counter: SIMD4<UInt32>
    let key: SIMD2<UInt32>
    let output: SIMD4<UInt32>
  }

  static let vectors = [
    Vector(
      counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0),
      output: SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
    Vector(
      counter: SIMD4(repeating: 0xffff_ffff), key: SIMD2(repeating: 0xffff_ffff),
      output: SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)),
    Vector(
      counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      key: SIMD2(0xa409_3822, 0x299f_31d0),
      output: SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)),
  ]

  @Test(arguments: vectors)
  func publishedVectors(_ vector: Vector) {
    #expect(Philox4x32.block(counter: vector.counter, key: vector.key) == vector.output)
  }

  /// Eight lanes give what eight single blocks give, whatever the upper halves of the lanes hold.
  @Test(arguments: vectors)
  func lanesAgreeWithBlocks(_ vector: Vector) {
    let counters = (0..<8).map { vector.counter &+ SIMD4(UInt32($0), 0, 0, 0) }
    func word(_ w: Int) -> SIMD8<UInt64> {
      let garbage: UInt64 = 0xdead_beef << 32
      return SIMD8((0..<8).map { UInt64(counters[$0][w]) | ($0 % 2 == 0 ? garbage : 0) })
    }
    var schedule = [UInt64](repeating: 0, count: 2 * Philox4x32.rounds)
    let lanes = schedule.withUnsafeMutableBufferPointer { buffer in
      Philox4x32.schedule(of: vector.key, into: buffer.baseAddress!)
      return Philox4x32.lanes(
        (word(0), word(1), word(2), word(3)), schedule: UnsafePointer(buffer.baseAddress!))
    }
    for lane in 0..<8 {
      let expected = Philox4x32.block(counter: counters[lane], key: vector.key)
      let got = [lanes.0, lanes.1, lanes.2, lanes.3].map { UInt32(truncatingIfNeeded: $0[lane]) }
      #expect(SIMD4(got[0], got[1], got[2], got[3]) == expected)
    }
  }
}
