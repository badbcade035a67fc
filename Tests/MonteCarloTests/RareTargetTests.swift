import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Probabilities of rare events against closed forms and published values. Unoptimised builds take fewer
/// seeds and a coarser precision, and say the same.
@Suite struct RareTargetTests {
  #if DEBUG
    static let seeds: ClosedRange<UInt64> = 1...4
    static let precision = 0.04
  #else
    static let seeds: ClosedRange<UInt64> = 1...100
    static let precision = 0.01
  #endif

  static let normal = NormalDistribution.standard

  /// Over the seeds: each within 4 of its standard errors at a coefficient of variation of 1%, in at most
  /// 200,000 evaluations; the errors in standard errors have mean 0 and variance 1, within 4 of theirs.
  private func expectAgrees(
    _ rare: RareCase, _ expected: Double, event: TargetEvent = .met,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var scores: [Double] = []
    for seed in Self.seeds {
      let estimate = try rare.estimate(seed: seed, event: event, precision: Self.precision)
      #expect(estimate.coefficientOfVariation <= Self.precision, sourceLocation: sourceLocation)
      #expect(estimate.evaluations <= 200_000, sourceLocation: sourceLocation)
      let score = (estimate.probability - expected) / estimate.standardError
      #expect(abs(score) < 4, "seed \(seed)", sourceLocation: sourceLocation)
      scores.append(score)
    }
    let n = Double(scores.count)
    let mean = scores.reduce(0, +) / n
    let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    #expect(abs(mean) < 4 / n.squareRoot(), "mean \(mean)", sourceLocation: sourceLocation)
    #expect(
      abs(variance - 1) < 4 * (2 / (n - 1)).squareRoot(), "variance \(variance)",
      sourceLocation: sourceLocation)
  }

  /// P = Phi(-beta) of a sum of normal numbers: 1e-7 at beta 5.1993.
  @Test(arguments: [2.0, 3, 5.199337582187471, 8]) func linear(beta: Double) throws {
    try expectAgrees(.linear(beta: beta), Self.normal.cumulative(-beta))
  }

  /// R - S of the reliability benchmark of the TNO, with R ~ N(7, 1) and S ~ N(5, 1): P = Phi(-sqrt 2).
  @Test func resistanceAndLoad() throws {
    let rare = try RareCase(
      "r - s",
      [
        ("r", try NormalDistribution(mean: 7, standardDeviation: 1)),
        ("s", try NormalDistribution(mean: 5, standardDeviation: 1)),
      ])
    try expectAgrees(rare, 0.0786496035)
  }

  /// RP22, see `ReliabilityBenchmarkTests`; the border bends away, so that Phi(-2.5) is half too much.
  @Test func quadraticLimitState() throws {
    let rare = try RareCase(
      "2.5 - (x1 + x2) / sqrt(2) + 0.1 * (x1 - x2)^2",
      [("x1", Self.normal), ("x2", Self.normal)])
    try expectAgrees(rare, 0.0042073055)
  }

  /// Two points are equally near, and each has half of the probability.
  @Test func bothSides() throws {
    let rare = try RareCase(
      "x", [("x", Self.normal), ("y", Self.normal)], comparison: .within(tolerance: 4.5))
    let expected = 2 * Self.normal.cumulative(-4.5)
    try expectAgrees(rare, expected, event: .missed)
    let estimate = try rare.estimate(seed: 3, event: .missed, precision: Self.precision)
    #expect(estimate.designPoints.map { $0.scores[0].rounded() }.sorted() == [-5, 5])
    #expect(estimate.warnings == [.severalDesignPoints(2)])
    #expect(abs(estimate.probabilityMet + estimate.probability - 1) < 1e-15)
    let interval = estimate.interval()
    #expect(estimate.intervalMet() == 1 - interval.upperBound...1 - interval.lowerBound)
  }

  /// A band far out: its far side ends the event.
  @Test func bandInTheTail() throws {
    let rare = try RareCase(
      "x", [("x", Self.normal), ("y", Self.normal)], comparison: .within(tolerance: 0.5),
      threshold: 5)
    try expectAgrees(rare, Self.normal.cumulative(-4.5) - Self.normal.cumulative(-5.5))
  }

  /// x + 3 b >= 6 with an event b of 1%: 0.99 Phi(-6) + 0.01 Phi(-3).
  @Test func mixtureWithAnEvent() throws {
    let rare = try RareCase(
      "6 - x - 3 * b",
      [("x", Self.normal), ("b", try BernoulliDistribution(probability: 0.01))])
    try expectAgrees(
      rare, 0.99 * Self.normal.cumulative(-6) + 0.01 * Self.normal.cumulative(-3))
  }

  /// Nothing but events: at least three of four of 2% each, 4 p^3 (1 - p) + p^4. No slope leads there.
  @Test func eventsAlone() throws {
    let names = (0..<4).map { "b\($0)" }
    let event = try BernoulliDistribution(probability: 0.02)
    let rare = try RareCase(
      "2.5 - " + names.joined(separator: " - "), names.map { ($0, event) })
    let p = 0.02
    try expectAgrees(rare, 4 * p * p * p * (1 - p) + p * p * p * p)
  }

  /// All of ten events of 20% each: moving means of scores would leave a variance in the thousands, drawing
  /// the events themselves more often leaves next to none.
  @Test func allOfManyEvents() throws {
    let names = (0..<10).map { "b\($0)" }
    let event = try BernoulliDistribution(probability: 0.2)
    let rare = try RareCase(
      "9.5 - " + names.joined(separator: " - "), names.map { ($0, event) })
    try expectAgrees(rare, 1.024e-7)
    #expect(try rare.estimate(seed: 1, precision: Self.precision).evaluations < 60_000)
  }

  /// The sum of five numbers of four values each, and of events joined by a copula, which no tilt is for:
  /// P(sum of d = 15 and both events) = 0.1^5 P, with the orthant probability of two scores with the
  /// correlation r above zero, 1/4 + asin(r) / (2 pi), 1/3 at r = 1/2.
  @Test func stepsAloneAndJoined() throws {
    let names = (0..<5).map { "d\($0)" }
    let values = try DiscreteDistribution(
      values: [0, 1, 2, 3], weights: [0.4, 0.3, 0.2, 0.1])
    let event = try BernoulliDistribution(probability: 0.5)
    let rare = try RareCase(
      "16.5 - " + (names + ["e0", "e1"]).joined(separator: " - "),
      names.map { ($0, values) } + [("e0", event), ("e1", event)],
      dependence: try GaussianCopula(names: ["e0", "e1"], correlation: [[1, 0.5], [0.5, 1]]))
    try expectAgrees(rare, 1e-5 / 3)
  }

  /// The ratio of two correlated lognormal numbers is lognormal: ln x has the variance s^2 = ln(1 + c^2)
  /// with c the coefficient of variation, and ln x - ln y the variance s^2 + t^2 - 2 r s t.
  @Test func ratioOfCorrelatedLognormals() throws {
    let correlation = -0.5
    let rare = try RareCase(
      "100 - x / y",
      [
        ("x", try LognormalDistribution(mean: 2, standardDeviation: 1)),
        ("y", try LognormalDistribution(mean: 1, standardDeviation: 0.3)),
      ],
      dependence: try GaussianCopula(
        names: ["x", "y"], correlation: [[1, correlation], [correlation, 1]]))
    let s = PortableMath.log(1 + 0.25).squareRoot()
    let t = PortableMath.log(1 + 0.09).squareRoot()
    let mean = PortableMath.log(2) - s * s / 2 + t * t / 2
    let deviation = (s * s + t * t - 2 * correlation * s * t).squareRoot()
    try expectAgrees(
      rare, Self.normal.complementary((PortableMath.log(100) - mean) / deviation))
  }

  /// Sixty inputs that matter a little: the sum of uniform numbers above 40 of 60 has the probability of
  /// Irwin and Hall's distribution below 20: sum over k of (-1)^k C(60, k) (20 - k)^60 / 60!, worked out
  /// in exact fractions.
  @Test func manyInputs() throws {
    let names = (0..<60).map { "u\($0)" }
    let uniform = try UniformDistribution(lower: 0, upper: 1)
    let rare = try RareCase(
      "40 - " + names.joined(separator: " - "), names.map { ($0, uniform) })
    let estimate = try rare.estimate(seed: 1, precision: Self.precision)
    let score = (estimate.probability - Self.irwinHall) / estimate.standardError
    #expect(abs(score) < 4)
    // The border bends in sixty dimensions, so that 1% takes more than is allowed.
    #expect(estimate.coefficientOfVariation <= max(Self.precision, 0.02))
  }

  static let irwinHall = 2.815304499280961e-06

  /// The same numbers for the same seed, others for another.
  @Test func reproducible() throws {
    let rare = try RareCase.linear(beta: 4)
    let first = try rare.estimate(seed: 7, precision: 0.05)
    #expect(try rare.estimate(seed: 7, precision: 0.05) == first)
    #expect(try rare.estimate(seed: 8, precision: 0.05).probability != first.probability)
  }

  /// A coarser precision takes fewer evaluations, and few evaluations leave a coarser one.
  @Test func stopsWhereItIsTold() throws {
    let rare = try RareCase.linear(beta: 4)
    let coarse = try rare.estimate(seed: 1, precision: 0.05)
    #expect(coarse.coefficientOfVariation <= 0.05)
    #expect(coarse.evaluations < 20_000)
    let short = try rare.estimate(seed: 1, mostEvaluations: 4_000)
    #expect(short.evaluations <= 4_000)
    #expect(short.coefficientOfVariation > 0.01)
    #expect(try rare.estimate(seed: 1, mostEvaluations: 200).evaluations == 200)
    guard case .unseen(.met, let evaluations) = try rare.finding(seed: 1, mostEvaluations: 0) else {
      Issue.record("an estimate without evaluations")
      return
    }
    #expect(evaluations < 10)
  }

  /// What no draw can be: min(x, 0) is never above zero, and no aimed draw says otherwise.
  @Test func neverSeen() throws {
    let rare = try RareCase("1 - min(x, 0)", [("x", Self.normal)])
    let finding = try rare.finding(seed: 1, mostEvaluations: 20_000)
    guard case .unseen(.met, let evaluations) = finding else {
      Issue.record("\(finding)")
      return
    }
    #expect(evaluations > 0 && evaluations <= 20_000)
  }

  /// The quantity has a pole inside the event.
  @Test func valuesThatAreNoNumbers() throws {
    let rare = try RareCase("3.5 - x + 1e-9 * log(5 - x)", [("x", Self.normal)])
    let estimate = try rare.estimate(seed: 1, precision: 0.02)
    // A billionth of a logarithm moves the border by less than the error.
    let expected = Self.normal.complementary(3.5) - Self.normal.complementary(5)
    #expect(abs(estimate.probability - expected) < 4 * estimate.standardError)
    #expect(
      estimate.warnings.contains {
        if case .notFinite(let count) = $0 { count > 0 } else { false }
      })
  }

  /// The upper tail of the Poisson distribution: P(N >= 3 | 1) = 1 - 2.5 / e, P(N >= 1 | m) = 1 - e^-m,
  /// P(N >= 20 | 4) = 1.0201e-08 by summing e^-4 4^k / k! from k = 20 by hand.
  @Test func poissonTail() {
    let e = PortableMath.exp(1)
    #expect(abs(RareTargetEstimate.upperTail(3, mean: 1) - (1 - 2.5 / e)) < 1e-14)
    #expect(abs(RareTargetEstimate.upperTail(1, mean: 7) - (1 - PortableMath.exp(-7))) < 1e-14)
    #expect(RareTargetEstimate.upperTail(0, mean: 5) == 1)
    #expect(RareTargetEstimate.upperTail(2, mean: 0) == 0)
    #expect(abs(RareTargetEstimate.upperTail(20, mean: 4) / 1.0200522105968353e-08 - 1) < 1e-12)
  }

  /// Ten are expected of 100,000 draws. Thirty have a probability of 5e-7 even at 10.3, the far end of what
  /// the estimate allows; none at all has one of 6e-5 at 9.7, which is not yet four standard errors.
  @Test(arguments: [(10, false), (20, false), (2, false), (30, true), (0, false), (60, true)])
  func contradictions(hits: Int, expected: Bool) {
    let estimate = RareTargetEstimate(
      event: .met, probability: 1e-4, standardError: 1e-6, effectiveSampleSize: 1e4, draws: 50_000,
      hits: 20_000, evaluations: 60_000, designPoints: [], warnings: [])
    #expect(estimate.contradicts(hits: hits, draws: 100_000) == expected)
  }
}
