import Testing

@testable import Stochastics

@Suite struct RandomStreamTests {
  /// What a seed yields is part of the contract: a change here is a value-breaking change and needs
  /// its own entry in the changelog.
  @Test func valueStability() {
    let stream = RandomStream(seed: 2025, name: "agriculture.growth")
    #expect(
      (0..<4).map { stream.bits(draw: $0) } == [
        0x97b0_8c0e_525a_9b21, 0x2bb2_1ccb_6d18_05f1, 0x6f54_682b_007c_52aa, 0x517d_1bcc_2206_3e22,
      ])
    #expect(
      (0..<4).map { stream.normal(draw: $0) } == [
        1.32528907922844, -0.9514557690950046, -0.16395903283709748,
        -0.47241512440909006,
      ])
  }

  @Test func streamsDifferBySeedAndName() {
    let names = ["", "a", "b", "ab", "a\0", "agriculture.growth", "agriculture.deflator"]
    let long = String(repeating: "x", count: 16)
    var firsts: Set<UInt64> = []
    for seed in [0, 1, 2, UInt64.max] {
      for name in names + [long, long + "x"] {
        firsts.insert(RandomStream(seed: seed, name: name).bits(draw: 0))
      }
    }
    #expect(firsts.count == 4 * 9)
  }

  /// A column is the draws one by one: same bits, from any multiple of eight, for any length.
  @Test(arguments: [0, 8, 1 << 20, 1 << 40], [1, 3, 8, 13, 1024])
  func columnsAgreeWithSingleDraws(first: Int, count: Int) {
    let stream = RandomStream(seed: 7, name: "services.growth")
    var column = [Double](repeating: .nan, count: count)
    column.withUnsafeMutableBufferPointer { stream.fillNormals($0, firstDraw: first) }
    #expect(column == (0..<count).map { stream.normal(draw: first + $0) })
  }

  @Test func emptyColumn() {
    var column: [Double] = []
    column.withUnsafeMutableBufferPointer {
      RandomStream(seed: 1, name: "x").fillNormals($0, firstDraw: 0)
    }
    #expect(column.isEmpty)
  }

  /// Lanes of the logarithm agree with the single one in every bit.
  @Test func laneLogarithm() {
    let stream = RandomStream(seed: 3, name: "logarithm")
    for n in stride(from: 0, to: 4000, by: 8) {
      let x = SIMD8((0..<8).map { stream.probability(draw: n + $0).probability })
      let lanes = Elementary.log(normal: x)
      for k in 0..<8 { #expect(lanes[k] == Elementary.log(x[k])) }
    }
  }

  /// Tail probabilities of a column agree with single ones in every bit, and stay positive far out.
  @Test func columnsOfTails() {
    let stream = RandomStream(seed: 4, name: "tails")
    var scores = (0..<4001).map { 3 * stream.normal(draw: $0) }
    scores += [0, -0.0, 36.9, -37, 38, -400, .infinity, 1e-300]
    let expected = scores.map { StandardNormal.upperTail(min($0.magnitude, 37)) }
    var found: [Double] = []
    scores.withUnsafeMutableBufferPointer { scores in
      StandardNormal.withUpperTails(of: scores) {
        found = Array(UnsafeBufferPointer(start: $0, count: scores.count))
      }
    }
    #expect(found == expected)
    #expect(found.allSatisfy { $0 > 0 && $0 <= 0.5 })
  }

  /// n = 200,000 scores against the standard normal distribution, alpha = 1e-6: the largest distance
  /// of the distribution functions times sqrt(n) stays below 2.69 (Kolmogorov).
  @Test(arguments: [1, 2, 3])
  func scoresAreNormal(seed: UInt64) {
    let count = 200_000
    var column = [Double](repeating: 0, count: count)
    column.withUnsafeMutableBufferPointer {
      RandomStream(seed: seed, name: "normal").fillNormals($0, firstDraw: 0)
    }
    column.sort()
    let n = Double(count)
    var distance = 0.0
    for (i, z) in column.enumerated() {
      let p = StandardNormal.cumulative(z)
      distance = max(distance, p - Double(i) / n, Double(i + 1) / n - p)
    }
    #expect(distance * n.squareRoot() < 2.69)
  }

  /// Bits are fair, in each of the 64 places: n = 100,000, five standard errors (alpha = 4e-5 over
  /// all places).
  @Test func everyBitIsFair() {
    let stream = RandomStream(seed: 11, name: "bits")
    var ones = [Int](repeating: 0, count: 64)
    let count = 100_000
    for n in 0..<count {
      let bits = stream.bits(draw: n)
      for place in 0..<64 { ones[place] += Int(bits >> UInt64(place) & 1) }
    }
    for place in 0..<64 {
      #expect(abs(Double(ones[place]) / Double(count) - 0.5) < 5 * 0.5 / Double(count).squareRoot())
    }
  }

  /// The smallest probability, 2^-65, is 9.1 standard deviations out; the score there is accurate.
  ///
  /// Oracle: the normal quantile at 2^-65, -9.15529377268607, by Newton's iteration in 30 digits.
  @Test func tailsReachNineStandardDeviations() {
    let z = StandardNormal.quantile(TailProbability(probability: 0x1p-65, tail: .lower))
    #expect(abs(z + 9.155293772686072) < 4e-15)
    #expect(z < -8)
  }
}
