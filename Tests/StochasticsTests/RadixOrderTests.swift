import TestSupport
import Testing

@testable import Stochastics

@Suite struct RadixOrderTests {
  /// The order that comparisons give, equal numbers in the order that they stand in.
  @Test(arguments: [0, 1, 2, 17, 1000, 8192])
  func agreesWithComparisons(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let samples: [[Double]] = [
      (0..<count).map { _ in random.nextUniform() - 0.5 },
      (0..<count).map { _ in Double(random.next() % 5) - 2 },
      (0..<count).map { _ in
        let number = Double(bitPattern: random.next())
        return number.isNaN || number == 0 ? -.infinity : number
      },
      (0..<count).map { _ in 3 },
    ]
    for sample in samples {
      let expected = sample.indices.sorted { (sample[$0], $0) < (sample[$1], $1) }
      #expect(RadixOrder.ascending(sample) == expected)
      var sorted = sample
      RadixOrder.sort(&sorted)
      #expect(sorted == sample.sorted())
    }
  }

  @Test func zerosOfBothSigns() {
    #expect(RadixOrder.ascending([0, 1, -0.0, -1]) == [3, 2, 0, 1])
  }
}
