import Testing

@testable import MonteCarlo

/// Sums that rounding, order or range would spoil.
@Suite struct ExactSumTests {
  static func sum(_ numbers: [Double]) -> ExactSum {
    var sum = ExactSum()
    for number in numbers { sum.add(number) }
    return sum
  }

  /// Known sums, from the smallest to the largest numbers there are.
  @Test(
    arguments: [
      ([], 0), ([1], 1), ([-1], -1), ([0.1, 0.2, -0.1], 0.2), ([1e300, 1, -1e300], 1),
      ([.greatestFiniteMagnitude, 1, -.greatestFiniteMagnitude, -1], 0),
      ([.leastNonzeroMagnitude, .leastNonzeroMagnitude], 0x1p-1073),
      ([.leastNormalMagnitude, -.leastNonzeroMagnitude], 0x0.fffffffffffffp-1022),
      ([-.leastNonzeroMagnitude], -.leastNonzeroMagnitude),
      ([.greatestFiniteMagnitude], .greatestFiniteMagnitude),
      ([-.greatestFiniteMagnitude, -.greatestFiniteMagnitude], -.infinity),
      // Ties to even, and past the tie by a bit far below.
      ([1, 0x1p-53], 1), ([1, 0x1p-53, 0x1p-1000], 1 + 0x1p-52), ([1, 0x1p-53, -0x1p-1000], 1),
      ([-1, -0x1p-53, -0x1p-1000], -1 - 0x1p-52),
    ] as [([Double], Double)])
  func knownSums(numbers: [Double], expected: Double) {
    #expect(Self.sum(numbers).value == expected)
    #expect(Self.sum(numbers.reversed()).value == expected)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(number: Double) {
    #expect(Self.sum([1, number]).value.isNaN)
    var sum = Self.sum([1])
    sum.add(Self.sum([number]))
    #expect(sum.value.isNaN)
  }

  /// Numbers of magnitudes from 2^-60 to 2^60 in several orders and shares, and a sum of
  /// whole numbers with its formula.
  @Test func orderDoesNotMatter() {
    var bits: UInt64 = 1
    let numbers = (0..<100_000).map { _ in
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let fraction = Double(Int64(bitPattern: bits) >> 11) * 0x1p-52
      return fraction * Double(sign: .plus, exponent: Int(bits % 121) - 60, significand: 1)
    }
    let forward = Self.sum(numbers)
    var parts = Self.sum(Array(numbers[70_000...].reversed()))
    parts.add(Self.sum(Array(numbers[..<30_000])))
    parts.add(Self.sum(Array(numbers[30_000..<70_000])))
    #expect(parts == forward)
    #expect(parts.value == forward.value)
    #expect(Self.sum(numbers + numbers.map { -$0 }).value == 0)
    #expect(Self.sum((1...100_000).map { Double($0) * 0x1p900 }).value == 5_000_050_000 * 0x1p900)
  }
}
