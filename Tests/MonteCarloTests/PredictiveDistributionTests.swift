import Foundation
import MonteCarlo
import TestSupport
import Testing

@Suite struct PredictiveDistributionTests {
  /// The integral that defines the score, by scipy: backtest_values.py.
  @Test(arguments: [
    (0.0, 1.0, 0.0, 0.23369497725510907),
    (0, 1, 1.5, 0.9944240039774528),
    (0.05, 0.02, 0.08, 0.01988848007954906),
    (-1, 3, 2.5, 2.167715830660416),
    (7, 0.5, 4, 2.717905208382479),
  ])
  func normalScore(_ mean: Double, _ deviation: Double, _ outcome: Double, _ expected: Double) {
    let forecast = PredictiveDistribution.normal(mean: mean, standardDeviation: deviation)
    let score = forecast.rankedProbabilityScore(outcome)
    #expect((score - expected).magnitude < 1e-12 * max(1, expected))
  }

  /// E|X - y| - E|X - X'| / 2 by a double sum, in numpy: backtest_values.py.
  @Test(arguments: [(-1.0, 3.48), (2.5, 0.78), (4, 0.48), (9, 4.28)])
  func scoreOfValues(_ outcome: Double, _ expected: Double) {
    let forecast = PredictiveDistribution.values([1, 2, 4, 4, 7])
    #expect((forecast.rankedProbabilityScore(outcome) - expected).magnitude < 1e-14)
  }

  @Test func pointsAreScoredByTheirError() {
    for outcome in [-1.0, 3, 8] {
      let error = (outcome - 3).magnitude
      #expect(PredictiveDistribution.values([3]).rankedProbabilityScore(outcome) == error)
      #expect(
        PredictiveDistribution.normal(mean: 3, standardDeviation: 0).rankedProbabilityScore(outcome)
          == error)
    }
  }

  /// Many draws of a normal distribution are scored as it is: the error of a mean of N, and 1 / N of half of E|X - X'|.
  @Test func drawsAreScoredLikeTheirDistribution() {
    var random = SplitMix64(seed: 5)
    let count = 100_000
    let draws = (0..<count).map { _ in
      (-2 * log(random.nextUniform())).squareRoot() * cos(2 * .pi * random.nextUniform())
    }
    let forecast = PredictiveDistribution.values(draws.sorted())
    let normal = PredictiveDistribution.normal(mean: 0, standardDeviation: 1)
    for outcome in [-2.0, 0, 0.3, 1.5] {
      let difference =
        forecast.rankedProbabilityScore(outcome) - normal.rankedProbabilityScore(outcome)
      #expect(difference.magnitude < 4 / Double(count).squareRoot())
    }
    #expect(forecast.mean.magnitude < 4 / Double(count).squareRoot())
    #expect((forecast.standardDeviation - 1).magnitude < 4 / Double(2 * count).squareRoot())
  }

  /// The integral of the pinball loss over all probabilities is half of the score.
  @Test(arguments: [-1.0, 0.5, 2.5, 4, 9])
  func pinballLossesSumToTheScore(_ outcome: Double) {
    let values = [1.0, 2, 4, 4, 7]
    let forecast = PredictiveDistribution.values(values)
    // Between (i - 1)/n and i/n the quantile stays and the loss is linear in the probability: its middle is its mean.
    let steps = values.indices.map { (Double($0) + 0.5) / Double(values.count) }
    let integral = steps.reduce(0.0) { sum, probability in
      let quantile = forecast.quantile(probability)
      return sum
        + PredictiveDistribution.pinballLoss(of: quantile, at: probability, outcome)
        / Double(values.count)
    }
    #expect((2 * integral - forecast.rankedProbabilityScore(outcome)).magnitude < 1e-14)
    let normal = PredictiveDistribution.normal(mean: 3, standardDeviation: 2)
    // The integrand has a kink where the quantile is the outcome: midpoints of a million steps.
    let count = 1_000_000
    var sum = 0.0
    for i in 0..<count {
      let probability = (Double(i) + 0.5) / Double(count)
      sum += PredictiveDistribution.pinballLoss(
        of: normal.quantile(probability), at: probability, outcome)
    }
    #expect(
      (2 * sum / Double(count) - normal.rankedProbabilityScore(outcome)).magnitude < 1e-5)
  }

  @Test func quantilesAndTransforms() {
    let ten = PredictiveDistribution.values((1...10).map(Double.init))
    #expect([0.05, 0.1, 0.11, 0.5, 0.51, 0.9, 0.95].map(ten.quantile) == [1, 1, 2, 5, 6, 9, 10])
    #expect([0.5, 1, 5.5, 10, 11].map(ten.transform) == [0, 0.05, 0.5, 0.95, 1])
    #expect(PredictiveDistribution.values([1, 2, 2, 3]).transform(2) == 0.5)
    let many = PredictiveDistribution.values((1...10_000).map(Double.init))
    #expect(
      [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95].map(many.quantile)
        == [500, 1000, 2500, 5000, 7500, 9000, 9500])
    let normal = PredictiveDistribution.normal(mean: 1, standardDeviation: 2)
    for probability in [0.05, 0.5, 0.8] {
      #expect((normal.transform(normal.quantile(probability)) - probability).magnitude < 1e-14)
    }
    let point = PredictiveDistribution.normal(mean: 1, standardDeviation: 0)
    #expect([0, 1, 2].map(point.transform) == [0, 0.5, 1])
  }
}
