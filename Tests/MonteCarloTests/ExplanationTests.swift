import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// What must be true for a target, against closed forms.
@Suite struct ExplanationTests {
  static let draws = 200_000

  /// Means, deviations and quantiles given that the target is met, and given that it is missed; how far both
  /// sides are apart; and the most likely point, which is the mean given that growth is at the threshold.
  @Test(arguments: 1...14 as ClosedRange<UInt64>)
  func linearGaussian(seed: UInt64) async throws {
    let linear = try LinearExplanation(seed: seed)
    let found = try await linear.test.explain(draws: Self.draws, seed: seed)
    let p = linear.probability
    #expect(
      abs(found.estimate.probability - p) < 4 * (p * (1 - p) / Double(Self.draws)).squareRoot())
    // All leaves and their group; growth itself is not told.
    let names = (linear.test.ids + [ExplanationCase.group]).map { $0 + ".growth" }
    #expect(Set(found.figures.map(\.name)) == Set(names))
    for figure in found.figures {
      let truth = linear.truth(figure.name)
      #expect(figure.values == nil)
      let sides = [(true, figure.distribution.met), (false, figure.distribution.missed)]
      for (isMet, side) in sides {
        let side = try #require(side)
        let n = Double(side.draws)
        let error = truth.deviation(met: isMet) / n.squareRoot()
        #expect(abs(side.mean - truth.mean(met: isMet)) < 4 * error, "\(figure.name)")
        #expect(abs(side.standardError / error - 1) < 0.05)
        let deviationError = truth.errorOfDeviation(met: isMet, draws: side.draws)
        #expect(
          abs(side.standardDeviation - truth.deviation(met: isMet)) < 4 * deviationError,
          "\(figure.name)")
        for (q, value) in zip(FigureDistribution.probabilities, side.quantiles) {
          let reached = truth.cumulative(value, met: isMet)
          // A bin is 0.003 deviations at the most where these quantiles are.
          let resolution = 0.003 * 0.4 * truth.deviation / truth.deviation(met: isMet)
          #expect(abs(reached - q) < 4 * (q * (1 - q) / n).squareRoot() + resolution)
        }
      }
      let contrast = try #require(figure.contrast)
      let shift = (truth.mean(met: true) - truth.mean) / truth.deviation
      // Its error does not count that of the deviation, 1 / sqrt(2 n) of the shift.
      let own = abs(shift) / (2 * Double(Self.draws)).squareRoot()
      let error = (contrast.shiftError * contrast.shiftError + own * own).squareRoot()
      #expect(abs(contrast.shift - shift) < 4 * error, "\(figure.name)")
      let (met, missed) = (Double(found.estimate.hits), p * Double(Self.draws) / p)
      let slack = 4 * (0.25 / met + 0.25 / max(missed - met, 1)).squareRoot()
      #expect(abs(contrast.distance - truth.distance) < slack)
      let atPoint = try #require(figure.atPoint)
      #expect(abs(atPoint - linear.atThreshold(figure.name)) < 1e-6, "\(figure.name)")
    }
    let point = try #require(found.point)
    #expect(point.isConverged && point.others == 0 && point.given.isEmpty)
    #expect(abs(point.beta - abs(linear.standardized)) < 1e-6)
    #expect(point.event == (linear.standardized > 0 ? .met : .missed))
    #expect(abs(point.firstOrderProbability - p) < 1e-6)
    #expect(abs(point.response - linear.threshold) < 1e-8)
    #expect(point.dimensions == linear.test.weights.count)
    let beyond = ChiSquare.upperTail(
      point.beta * point.beta, degreesOfFreedom: point.dimensions)
    #expect(point.probabilityBeyond == beyond)
  }

  /// The oracle itself: with a correlation of one, z given g >= a is a truncated normal.
  @Test func theOracle() {
    let a = 0.7
    let truth = SelectedNormal(mean: 0, deviation: 1, correlation: 1 - 1e-13, threshold: a)
    let p = NormalDistribution.standard.complementary(a)
    #expect(
      abs(
        truth.cumulative(1.5, met: true) - (1 - NormalDistribution.standard.complementary(1.5) / p))
        < 5e-3)
    let independent = SelectedNormal(mean: 2, deviation: 3, correlation: 0, threshold: a)
    #expect(abs(independent.cumulative(2, met: true) - 0.5) < 1e-9)
    #expect(independent.mean(met: false) == 2 && independent.deviation(met: true) == 3)
    #expect(independent.distance < 1e-12)
    // A half: x and g are correlated 0.6, and met is g >= 0: mean 0.6 sqrt(2 / pi), variance 1 - 0.36 2 / pi.
    let half = SelectedNormal(mean: 0, deviation: 1, correlation: 0.6, threshold: 0)
    #expect(abs(half.mean(met: true) - 0.6 * (2 / Double.pi).squareRoot()) < 1e-12)
    #expect(abs(half.deviation(met: false) - (1 - 0.72 / Double.pi).squareRoot()) < 1e-12)
    // Of a normal sample the error of the deviation is s / sqrt(2 n).
    #expect(abs(independent.errorOfDeviation(met: true, draws: 800) - 3.0 / 40) < 1e-6)
  }

  /// The interval of a shift holds the truth in 95% of the runs, however draws are spread.
  @Test(arguments: [Sampling.pseudoRandom, .antithetic, .latinHypercube, .sobol])
  func coverage(sampling: Sampling) async throws {
    var (held, count) = (0, 0)
    for seed in 1...150 as ClosedRange<UInt64> {
      let linear = try LinearExplanation(seed: 2)
      let found = try await linear.test.explain(draws: 16_384, seed: seed, sampling: sampling)
      for figure in found.figures {
        let truth = linear.truth(figure.name)
        let contrast = try #require(figure.contrast)
        let shift = (truth.mean(met: true) - truth.mean) / truth.deviation
        count += 1
        if contrast.shiftInterval.contains(shift) { held += 1 }
      }
    }
    let share = Double(held) / Double(count)
    // 150 independent runs: a standard deviation of 0.018, and figures of a run agree.
    #expect((0.88...0.995).contains(share), "\(sampling) \(share)")
  }

  /// Evenly spread draws know the means of both sides better, and say so.
  @Test func evenlySpread() async throws {
    let linear = try LinearExplanation(seed: 4)
    let plain = try await linear.test.explain(draws: 131_072, seed: 3)
    let even = try await linear.test.explain(draws: 131_072, seed: 3, sampling: .sobol)
    for figure in even.figures {
      let truth = linear.truth(figure.name)
      let met = try #require(figure.distribution.met)
      #expect(abs(met.mean - truth.mean(met: true)) < 5 * met.standardError)
      let same = try #require(plain.figures.first { $0.name == figure.name }?.distribution.met)
      #expect(met.standardError < 0.7 * same.standardError)
    }
    #expect(even.estimate.standardError < 0.5 * plain.estimate.standardError)
  }

  /// Figures of few values by enumeration: the probability of each given that the target is met is that of all
  /// ways to meet it with the value over that of all ways, which is Bayes's rule.
  @Test func discrete() async throws {
    let values: [[(value: Double, p: Double)]] = [
      [(0, 0.7), (0.1, 0.3)], [(0.02, 0.5), (0.05, 0.3), (0.1, 0.2)], [(0.03, 0.4), (0.06, 0.6)],
    ]
    let test = ExplanationCase(
      weights: [0.5, 0.3, 0.2],
      variables: try values.map {
        try DiscreteDistribution(values: $0.map(\.value), weights: $0.map(\.p))
      }, threshold: 0.04)
    let found = try await test.explain(draws: Self.draws, seed: 6)
    var (all, joint) = (0.0, values.map { $0.map { _ in 0.0 } })
    for (a, x) in values[0].enumerated() {
      for (b, y) in values[1].enumerated() {
        for (c, z) in values[2].enumerated()
        where 0.5 * x.value + 0.3 * y.value + 0.2 * z.value >= 0.04 {
          let p = x.p * y.p * z.p
          all += p
          joint[0][a] += p
          joint[1][b] += p
          joint[2][c] += p
        }
      }
    }
    let n = Double(Self.draws)
    #expect(abs(found.estimate.probability - all) < 4 * (all * (1 - all) / n).squareRoot())
    for i in values.indices {
      let figure = try #require(found.figures.first { $0.name == "a\(i).growth" })
      let counts = try #require(figure.values)
      #expect(counts.map(\.value) == values[i].map(\.value))
      #expect(counts.reduce(0) { $0 + $1.met } == found.estimate.hits)
      #expect(counts.reduce(0) { $0 + $1.met + $1.missed } == Self.draws)
      var (met, missed, distance) = (0.0, 0.0, 0.0)
      for (k, count) in counts.enumerated() {
        let truth = (joint[i][k] / all, (values[i][k].p - joint[i][k]) / (1 - all))
        let hits = Double(found.estimate.hits)
        for (value, seen, draws) in [(truth.0, count.met, hits), (truth.1, count.missed, n - hits)]
        {
          let error = (value * (1 - value) / draws).squareRoot()
          #expect(abs(Double(seen) / draws - value) <= 4 * error)
        }
        met += truth.0
        missed += truth.1
        distance = max(distance, abs(met - missed))
      }
      let contrast = try #require(figure.contrast)
      #expect(
        abs(contrast.distance - distance) < 4
          * (0.25 / (n * all) + 0.25 / (n * (1 - all))).squareRoot())
      #expect(abs(abs(contrast.shareOfMet - contrast.shareOfMissed) - contrast.distance) < 1e-12)
      // The condition holds in as many draws as the counts say.
      let holds: (Double) -> Bool
      switch contrast.condition {
      case .atLeast(let value): holds = { $0 >= value }
      case .atMost(let value): holds = { $0 <= value }
      default:
        Issue.record("\(contrast.condition)")
        continue
      }
      let share = counts.reduce(0) { $0 + (holds($1.value) ? $1.met : 0) }
      #expect(
        abs(contrast.shareOfMet - Double(share) / Double(found.estimate.hits)) < 1e-12
          && contrast.shareOfMet > contrast.shareOfMissed)
      // The quantiles are values.
      for quantile in figure.distribution.all.quantiles {
        #expect(values[i].map(\.value).contains(quantile))
      }
    }
    // No score moves anything: no point is found, and none is made up.
    #expect(found.point?.outcome == .flat)
    #expect(found.figures.allSatisfy { $0.atPoint == nil })
  }

  /// A target to be near a threshold shifts no mean, and is told apart by the spread.
  @Test func withinATolerance() async throws {
    var linear = try LinearExplanation(seed: 8).test
    let deviations = (0.03, 0.02)
    linear.weights = [0.5, 0.5]
    linear.variables = [
      try NormalDistribution(mean: 0.05, standardDeviation: deviations.0),
      try NormalDistribution(mean: 0.05, standardDeviation: deviations.1),
    ]
    linear.correlation = nil
    linear.comparison = .within(tolerance: 0.01)
    linear.threshold = 0.05
    let found = try await linear.explain(draws: Self.draws, seed: 2)
    let figure = try #require(found.figures.first { $0.name == "a0.growth" })
    let contrast = try #require(figure.contrast)
    #expect(!contrast.isShiftDistinct && contrast.isDistinct)
    guard case .between(let low, let high) = contrast.condition else {
      Issue.record("\(contrast.condition)")
      return
    }
    #expect(low < 0.05 && high > 0.05 && contrast.shareOfMissed < contrast.shareOfMet)
    let point = try #require(found.point)
    let deviation = 0.5 * (deviations.0 * deviations.0 + deviations.1 * deviations.1).squareRoot()
    #expect(point.event == .missed && abs(point.beta - 0.01 / deviation) < 1e-4)
    #expect(abs(abs(point.response - 0.05) - 0.01) < 1e-6)
    #expect(found.firstOrderProbability == nil)
    // Two ways that are about as near: above and below.
    #expect(point.others == 1)
  }
}
