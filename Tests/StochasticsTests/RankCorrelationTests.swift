import Testing

@testable import Stochastics

@Suite struct RankCorrelationTests {
  @Test func ranksShareTies() {
    #expect(RankCorrelation.ranks([3, 1, 4, 1, 5, 9, 2]) == [4, 1.5, 5, 1.5, 6, 7, 3])
    #expect(RankCorrelation.ranks([]) == [])
    #expect(RankCorrelation.pearson([1, 1], [1, 2]) == nil)
    #expect(RankedSample([1, 1]).spearman(with: RankedSample([1, 2])) == nil)
    let opposite = RankedSample([1, 2, 3]).spearman(with: RankedSample([-1, -4, -5]))
    #expect(((opposite?.value ?? 0) + 1).magnitude < 1e-15)
  }

  /// 400 samples of 500 pairs: rho over its standard error about the true rho has variance one: the sum of
  /// squares is chi-square with 400 degrees of freedom, its standard deviation sqrt(800) = 28.3; within 4.5 of
  /// them and the 1/500 by which an estimated error is off. Also for values that tie.
  @Test(arguments: [0.0, 0.6, -0.9], [false, true])
  func standardErrors(_ r: Double, _ ties: Bool) throws {
    let (samples, count) = (400, 500)
    let first = RandomStream(seed: 3, name: "first")
    let second = RandomStream(seed: 3, name: "second")
    var sums = (value: 0.0, square: 0.0)
    var values: [(value: Double, standardError: Double)] = []
    for sample in 0..<samples {
      let draws = sample * count..<(sample + 1) * count
      var x = draws.map { first.normal(draw: $0) }
      var y = zip(x, draws).map { r * $0 + (1 - r * r).squareRoot() * second.normal(draw: $1) }
      if ties {
        x = x.map { $0.rounded() }
        y = y.map { $0 > 0.5 ? 1 : 0 }
      }
      let found = try #require(RankedSample(x).spearman(with: RankedSample(y)))
      values.append(found)
      sums.value += found.value
    }
    let mean = sums.value / Double(samples)
    for found in values {
      let error = (found.value - mean) / found.standardError
      sums.square += error * error
    }
    #expect((sums.square - Double(samples - 1)).magnitude < 4.5 * 28.3 + 2)
    if !ties {
      // 6 asin(r / 2) / pi; a sample's rho is nearer to zero by about 1/500 of itself.
      let expected = [0: 0, 0.6: 0.5819201, -0.9: -0.8914561][r] ?? .nan
      #expect((mean - expected).magnitude < 4.5 * 0.045 / 20 + 0.002)
    }
  }
}
