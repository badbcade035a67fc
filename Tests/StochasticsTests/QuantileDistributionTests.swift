import TestSupport
import Testing

@testable import Stochastics

@Suite struct QuantileDistributionTests {
  /// What was stated comes back to the last bit, with and without bounds.
  @Test(arguments: [
    (-Double.infinity, Double.infinity), (0.001, .infinity), (-.infinity, 0.09), (0, 0.1),
  ])
  func passesThroughTheStatedQuantiles(lower: Double, upper: Double) throws {
    let stated = [(0.025, 0.0125), (0.1, 0.02), (0.5, 0.04), (0.75, 0.041), (0.9, 0.05)]
    let marginal = try QuantileDistribution.through(stated, lower: lower, upper: upper)
    for (probability, value) in stated {
      #expect(marginal.quantile(probability) == value)
      #expect(marginal.cumulative(value) == probability)
      #expect(marginal.complementary(value) == 1 - probability)
      var scores = [StandardNormal.quantile(TailProbability(lower: probability))]
      scores.withUnsafeMutableBufferPointer { marginal.transform(scores: $0) }
      #expect(scores == [value])
    }
  }

  /// Quantiles of a normal distribution give it back, two of them and five.
  @Test(arguments: [[0.1, 0.9], [0.01, 0.3, 0.5, 0.8, 0.999]])
  func normalQuantilesGiveTheNormalDistribution(probabilities: [Double]) throws {
    let normal = try NormalDistribution(mean: 5.5, standardDeviation: 1.25)
    let marginal = try QuantileDistribution.through(
      probabilities.map { ($0, normal.quantile($0)) })
    #expect(relativeError(marginal.mean, 5.5) <= 1e-14)
    #expect(relativeError(marginal.variance, 1.5625) <= 1e-13)
    for p in MarginalTests.tails {
      #expect((marginal.quantile(p) - normal.quantile(p)).magnitude <= 1e-13)
    }
    for x in [-3.0, 2, 5, 5.5, 7, 12] {
      #expect(relativeError(marginal.density(x), normal.density(x)) <= 1e-12)
      #expect(relativeError(marginal.cumulative(x), normal.cumulative(x)) <= 1e-12)
    }
  }

  /// Quantiles of a lognormal distribution with its bound at zero give it back.
  @Test func lognormalQuantilesGiveTheLognormalDistribution() throws {
    let lognormal = try LognormalDistribution(mean: 100, standardDeviation: 35)
    let marginal = try QuantileDistribution.through(
      [0.1, 0.5, 0.95].map { ($0, lognormal.quantile($0)) }, lower: 0)
    #expect(relativeError(marginal.mean, 100) <= 1e-13)
    #expect(relativeError(marginal.variance, 1225) <= 1e-12)
    for p in MarginalTests.tails where p.probability > 1e-20 {
      #expect(relativeError(marginal.quantile(p), lognormal.quantile(p)) <= 1e-12)
    }
  }

  /// Beyond the outermost quantiles equal steps of the score are equal steps of the number.
  @Test func tailsAreNormal() throws {
    let marginal = try QuantileDistribution.through([(0.1, 2), (0.5, 4), (0.9, 5)])
    for end in [-1.5, 1.5] {
      var column = [end, 2 * end, 3 * end, 4 * end]
      column.withUnsafeMutableBufferPointer { marginal.transform(scores: $0) }
      let steps = zip(column, column.dropFirst()).map { $1 - $0 }
      #expect((steps[0] - steps[1]).magnitude <= 1e-14)
      #expect((steps[1] - steps[2]).magnitude <= 1e-14)
    }
    // The longer half has the longer tail, and the mean lies on its side.
    let step = { (p: Double, q: Double) in marginal.quantile(q) - marginal.quantile(p) }
    #expect(step(0.01, 0.1) > 2 * step(0.9, 0.99))
    #expect(marginal.mean < 4)
  }

  /// A far bound changes next to nothing: its scale is straight where the numbers are.
  @Test func farBoundsChangeLittle() throws {
    let stated = [(0.1, 2.0), (0.5, 4), (0.9, 5)]
    let free = try QuantileDistribution.through(stated)
    let bounded = try QuantileDistribution.through(stated, lower: -1e7, upper: 1e7)
    for p in MarginalTests.tails where p.probability >= 1e-12 {
      #expect((free.quantile(p) - bounded.quantile(p)).magnitude <= 1e-4)
    }
  }

  /// Values that jump and stand still, as many metalogs cannot follow: the density stays above zero and
  /// sums to one.
  @Test(arguments: [
    [(0.01, 0.0), (0.1, 1), (0.5, 1.001), (0.9, 50), (0.99, 50.001)],
    [(0.05, -10.0), (0.06, 0), (0.94, 1), (0.95, 100)],
    [(0.4, 0.0), (0.45, 10), (0.5, 10.5), (0.55, 30), (0.6, 31)],
  ])
  func everyAscendingSetHasADistribution(stated: [(Double, Double)]) throws {
    let marginal = try QuantileDistribution.through(stated)
    var previous = -Double.infinity
    for step in 1..<4_000 {
      let x = marginal.quantile(Double(step) / 4_000)
      #expect(x >= previous)
      #expect(marginal.density(x) > 0)
      #expect((marginal.cumulative(x) - Double(step) / 4_000).magnitude <= 1e-12)
      previous = x
    }
  }

  @Test func equalQuantilesMakeEqualDistributions() throws {
    let first = try QuantileDistribution.through([(0.1, 2), (0.9, 5)])
    let second = try QuantileDistribution.through([(0.1, 2), (0.9, 5)])
    let other = try QuantileDistribution.through([(0.1, 2), (0.9, 5)], lower: 0)
    #expect(first == second)
    #expect(first.hashValue == second.hashValue)
    #expect(first != other)
  }
}
