import TestSupport
import Testing

@testable import Stochastics

@Suite struct CorrelationKindTests {
  static func conversion(
    _ kind: CorrelationKind, _ first: any Marginal, _ second: any Marginal
  ) throws -> CorrelationConversion {
    CorrelationConversion(
      try CorrelationMargin(first, kind: kind), try CorrelationMargin(second, kind: kind))
  }

  static let scores = [-1, -0.95, -0.6, -0.1, 0, 0.3, 0.5, 0.9, 0.99, 1]

  // MARK: Sine

  /// mpmath, 40 digits.
  @Test(arguments: [
    (0.1, 0.15643446504023087762), (0.5, 0.7071067811865475244), (0.51, 0.71812629776318884008),
    (0.9, 0.98768834059513773165), (-0.3, -0.45399049973954677602),
    (1 / 3.0, 0.49999999999999997483),
  ])
  func sine(t: Double, y: Double) {
    #expect(ulpDistance(Elementary.sineOfQuarterTurns(t), y) <= 2)
  }

  @Test func sineAtTheEnds() {
    #expect(Elementary.sineOfQuarterTurns(0) == 0)
    #expect(Elementary.sineOfQuarterTurns(1) == 1)
    #expect(Elementary.sineOfQuarterTurns(-1) == -1)
  }

  // MARK: Ranks

  /// Quarters of a turn that everybody knows: sin(pi/4) and 2 sin(pi/12) = (sqrt 6 - sqrt 2) / 2.
  @Test func rankCorrelationsHaveClosedForms() throws {
    let normal = try NormalDistribution(mean: 1, standardDeviation: 2)
    let heavy = try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 1.5)
    let kendall = try Self.conversion(.kendall, normal, heavy)
    #expect((try kendall.scoreCorrelation(0.5) - 0.5.squareRoot()).magnitude < 1e-15)
    #expect((try kendall.scoreCorrelation(-1 / 3.0) + 0.5).magnitude < 1e-15)
    let spearman = try Self.conversion(.spearman, normal, heavy)
    let expected = (6.0.squareRoot() - 2.0.squareRoot()) / 2
    #expect((try spearman.scoreCorrelation(0.5) - expected).magnitude < 1e-15)
    for conversion in [kendall, spearman] {
      #expect(conversion.range == -1...1)
      for end in [-1.0, 0, 1] { #expect(try conversion.scoreCorrelation(end) == end) }
    }
  }

  /// The score kind changes nothing, whatever the marginals.
  @Test func scoresStay() throws {
    let event = try BernoulliDistribution(probability: 0.1)
    let conversion = try Self.conversion(.score, event, event)
    for r in Self.scores { #expect(try conversion.scoreCorrelation(r) == r) }
  }

  // MARK: Pearson

  @Test func normalsAreExact() throws {
    let first = try NormalDistribution(mean: 4, standardDeviation: 0.1)
    let second = try NormalDistribution(mean: -1, standardDeviation: 3)
    let conversion = try Self.conversion(.pearson, first, second)
    for r in Self.scores { #expect(try conversion.scoreCorrelation(r) == r) }
  }

  /// (exp(r s1 s2) - 1) / sqrt((exp(s1^2) - 1) (exp(s2^2) - 1)); the standard deviations over the
  /// means are the two roots.
  @Test(arguments: [(0.1, 0.3), (0.5, 0.5), (1, 3)])
  func lognormalPair(first: Double, second: Double) throws {
    let one = try LognormalDistribution(mean: 2, standardDeviation: 2 * first)
    let other = try LognormalDistribution(mean: 5, standardDeviation: 5 * second)
    let conversion = try Self.conversion(.pearson, one, other)
    let spreads = one.logStandardDeviation * other.logStandardDeviation
    func exact(_ r: Double) -> Double { Elementary.expm1(r * spreads) / (first * second) }
    for r in Self.scores {
      #expect((conversion.value(scoreCorrelation: r) - exact(r)).magnitude < 1e-12)
      #expect((try conversion.scoreCorrelation(exact(r)) - r).magnitude < 1e-10)
    }
    #expect((conversion.range.lowerBound - exact(-1)).magnitude < 1e-12)
    #expect((conversion.range.upperBound - exact(1)).magnitude < 1e-12)
  }

  /// Lognormal figures with a standard deviation of their mean cannot be correlated by less than
  /// -1/2.
  @Test func unattainableCorrelationsNameTheRange() throws {
    let figure = try LognormalDistribution(mean: 1, standardDeviation: 1)
    let conversion = try Self.conversion(.pearson, figure, figure)
    #expect((conversion.range.lowerBound + 0.5).magnitude < 1e-12)
    #expect(
      throws: CorrelationKindError.unattainable(value: -0.6, range: conversion.range)
    ) { try conversion.scoreCorrelation(-0.6) }
  }

  /// 6/pi asin(r/2), which is Spearman's relation.
  @Test func uniformPair() throws {
    let one = try UniformDistribution(lower: 0, upper: 1)
    let other = try UniformDistribution(lower: -3, upper: 9)
    let pearson = try Self.conversion(.pearson, one, other)
    let spearman = try Self.conversion(.spearman, one, other)
    for r in Self.scores {
      let value = pearson.value(scoreCorrelation: r)
      #expect((spearman.value(scoreCorrelation: r) - value).magnitude < 1e-12)
      #expect((try spearman.scoreCorrelation(value) - r).magnitude < 1e-11)
    }
  }

  struct Case: Sendable {
    let first: any Marginal
    let second: any Marginal
    let score: Double
    let value: Double
    let tolerance: Double
  }

  /// Events and choices from the bivariate normal distribution (mpmath, 30 digits); the others by
  /// Gauss-Legendre quadrature of both scores in panels of one standard deviation (numpy), good to
  /// 1e-11.
  static let cases: [Case] = {
    guard let rare = try? BernoulliDistribution(probability: 0.1),
      let some = try? BernoulliDistribution(probability: 0.2),
      let even = try? BernoulliDistribution(probability: 0.5),
      let choice = try? DiscreteDistribution(values: [-1, 0, 3], weights: [0.2, 0.5, 0.3]),
      let lognormal = try? LognormalDistribution(mean: 1, standardDeviation: 0.5),
      let heavy = try? StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 3),
      let five = try? StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 5),
      let triangle = try? TriangularDistribution(lower: 0, mode: 1, upper: 4)
    else { return [] }
    func row(
      _ first: any Marginal, _ second: any Marginal, _ score: Double, _ value: Double,
      _ tolerance: Double = 1e-11
    ) -> Case {
      Case(first: first, second: second, score: score, value: value, tolerance: tolerance)
    }
    return [
      row(some, even, 0.6, 0.339437592548336784, 1e-13),
      row(some, even, -0.8, -0.449293970399392476, 1e-13),
      row(some, even, 0.99, 0.499999999945013897, 1e-13),
      row(rare, rare, 0.5, 0.248905813537150078, 1e-13),
      row(rare, rare, 0.95, 0.754671602931830859, 1e-13),
      row(choice, lognormal, 0.7, 0.578498349654410531, 1e-12),
      row(choice, lognormal, -0.9, -0.676381563042065497, 1e-12),
      row(heavy, heavy, 0.5, 0.4312806701174507, 1e-9),
      row(heavy, heavy, 0.9, 0.8634464193276391, 1e-8),
      row(heavy, heavy, -0.7, -0.6303113300836835, 1e-9),
      row(five, lognormal, 0.5, 0.46641854560563567),
      row(five, lognormal, 0.9, 0.8472983379782755),
      row(triangle, triangle, 0.5, 0.49129678076650696),
      row(triangle, triangle, -0.5, -0.4841353962297446),
      row(triangle, triangle, 0.9, 0.896111420702791),
      row(triangle, rare, 0.5, 0.30260219871336264),
      row(triangle, rare, 0.95, 0.5956203071813849, 1e-8),
    ]
  }()

  @Test func casesAreThere() { #expect(Self.cases.count == 17) }

  @Test(arguments: cases.indices) func pearsonOfOtherPairs(_ index: Int) throws {
    let row = Self.cases[index]
    let conversion = try Self.conversion(.pearson, row.first, row.second)
    let value = conversion.value(scoreCorrelation: row.score)
    #expect((value - row.value).magnitude < row.tolerance, "\(value)")
    // Where the curve is flat, as near the end of two events, the score is known less well.
    let back = try conversion.scoreCorrelation(row.value)
    #expect(
      (conversion.value(scoreCorrelation: back) - row.value).magnitude < 1e-13, "\(back)")
    let swapped = try Self.conversion(.pearson, row.second, row.first)
    #expect((swapped.value(scoreCorrelation: row.score) - value).magnitude < 1e-13)
  }

  /// A normal figure with an event: r phi(t) / sqrt(p (1 - p)), t being the score of the event.
  @Test func normalWithEvent() throws {
    let normal = try NormalDistribution(mean: 2, standardDeviation: 3)
    let event = try BernoulliDistribution(probability: 0.5)
    let conversion = try Self.conversion(.pearson, normal, event)
    let slope = (2 / Double.pi).squareRoot()
    for r in Self.scores.dropFirst().dropLast() {
      #expect((conversion.value(scoreCorrelation: r) - r * slope).magnitude < 1e-14)
      #expect((try conversion.scoreCorrelation(r * slope) - r).magnitude < 1e-13)
    }
    #expect((conversion.range.upperBound - slope).magnitude < 1e-12)
  }

  /// Of two events, the ends of the range follow from the probabilities alone: (0.1 - 0.05) / 0.3 / 0.5.
  @Test func endsOfEvents() throws {
    let conversion = try Self.conversion(
      .pearson, BernoulliDistribution(probability: 0.1), BernoulliDistribution(probability: 0.5))
    #expect((conversion.range.upperBound - 1 / 3.0).magnitude < 1e-14)
    #expect((conversion.range.lowerBound + 1 / 3.0).magnitude < 1e-14)
  }

  // MARK: Ties

  /// Ranks that tie share their mean: of an event they take two values, as the event does.
  @Test func spearmanOfEventsIsPearson() throws {
    let first = try BernoulliDistribution(probability: 0.2)
    let second = try DiscreteDistribution(values: [5, 70], weights: [0.5, 0.5])
    let spearman = try Self.conversion(.spearman, first, second)
    let pearson = try Self.conversion(.pearson, first, second)
    for r in Self.scores {
      let difference =
        spearman.value(scoreCorrelation: r) - pearson.value(scoreCorrelation: r)
      #expect(difference.magnitude < 1e-14)
    }
  }

  /// Spearman's correlation of an event with a figure without ties, by drawing: n = 200,000, to five
  /// standard errors of at most 1 / sqrt(n) each.
  @Test func spearmanWithTiesByDrawing() throws {
    let event = try BernoulliDistribution(probability: 0.3)
    let figure = try LognormalDistribution(mean: 1, standardDeviation: 2)
    let conversion = try Self.conversion(.spearman, event, figure)
    let count = 200_000
    var generator = SplitMix64(seed: 5)
    var products = 0.0
    for _ in 0..<count {
      let z = StandardNormal.quantile(TailProbability(lower: generator.nextUniform()))
      let w = StandardNormal.quantile(TailProbability(lower: generator.nextUniform()))
      let x: Double = StandardNormal.cumulative(z) > 0.7 ? 0.85 : 0.35
      let y = StandardNormal.cumulative(0.6 * z + 0.8 * w)
      products += (x - 0.5) / (0.25 * 0.21).squareRoot() * (y - 0.5) * 12.0.squareRoot()
    }
    let value = conversion.value(scoreCorrelation: 0.6)
    #expect((products / Double(count) - value).magnitude < 5 / Double(count).squareRoot())
    #expect(value > 0.4)
  }

  /// Draws through the copula have the Pearson correlation that was asked for: n = 2^17, to five standard
  /// errors of the mean product of standardized draws, from their own spread.
  @Test(arguments: [-0.4, 0.2, 0.7]) func drawsHaveTheCorrelation(value: Double) throws {
    let price = try LognormalDistribution(mean: 2, standardDeviation: 1)
    let time = try PERTDistribution(lower: 0, mode: 1, upper: 10)
    let score = try Self.conversion(.pearson, price, time).scoreCorrelation(value)
    let joint = try JointDistribution(
      variables: [.init(name: "price", marginal: price), .init(name: "time", marginal: time)],
      dependence: GaussianCopula(
        names: ["price", "time"], correlation: [[1, score], [score, 1]]))
    let count = 1 << 17
    var columns = [Double](repeating: 0, count: 2 * count)
    let sampler = try JointSampler(joint, seed: 11)
    columns.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      sampler.fill(columns: start, stride: count, count: count, firstDraw: 0)
    }
    let products = (0..<count).map { i in
      (columns[i] - price.mean) / price.variance.squareRoot()
        * (columns[count + i] - time.mean) / time.variance.squareRoot()
    }
    let mean = products.reduce(0, +) / Double(count)
    let squares = products.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = squares.squareRoot() / Double(count)
    #expect((mean - value).magnitude < 5 * error)
    #expect(error < 0.01)
  }

  @Test func whatHasNoCorrelationIsAnError() throws {
    let heavy = try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 2)
    let certain = try BernoulliDistribution(probability: 1)
    let event = try BernoulliDistribution(probability: 0.5)
    #expect(throws: CorrelationKindError.infiniteVariance) {
      try CorrelationMargin(heavy, kind: .pearson)
    }
    let heavier = try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 2.01)
    #expect(throws: CorrelationKindError.heavyTails) {
      try CorrelationMargin(heavier, kind: .pearson)
    }
    for kind in [CorrelationKind.pearson, .spearman] {
      #expect(throws: CorrelationKindError.noVariance) {
        try CorrelationMargin(certain, kind: kind)
      }
    }
    #expect(throws: CorrelationKindError.ties) { try CorrelationMargin(event, kind: .kendall) }
  }

  // MARK: Round trips

  static let marginals: [any Marginal] = {
    guard let pert = try? PERTDistribution(lower: 0, mode: 1, upper: 10),
      let split = try? TwoPieceNormalDistribution(
        mode: 0, standardDeviationBelow: 1, standardDeviationAbove: 3),
      let past = try? EmpiricalDistribution(values: [1, 2, 4, 8, 8, 9, 10, 12, 20, 21]),
      let heavy = try? StudentTDistribution(location: 1, scale: 2, degreesOfFreedom: 4)
    else { return [] }
    return [pert, split, past, heavy]
  }()

  @Test(arguments: marginals.indices, [CorrelationKind.pearson, .spearman])
  func roundTrips(_ index: Int, _ kind: CorrelationKind) throws {
    try #require(Self.marginals.count == 4)
    for other in Self.marginals {
      let conversion = try Self.conversion(kind, Self.marginals[index], other)
      for r in [-0.9, -0.4, 0.2, 0.7] {
        let value = conversion.value(scoreCorrelation: r)
        #expect(conversion.range.contains(value))
        #expect((try conversion.scoreCorrelation(value) - r).magnitude < 1e-10)
      }
    }
  }

  /// The exact bits of some results: they enter draws and must be the same on every processor.
  @Test func bitsAreTheSameEverywhere() throws {
    let event = try BernoulliDistribution(probability: 0.3)
    let figure = try LognormalDistribution(mean: 1, standardDeviation: 0.5)
    let triangle = try TriangularDistribution(lower: 0, mode: 1, upper: 4)
    let results = [
      try Self.conversion(.spearman, figure, triangle).scoreCorrelation(0.3),
      try Self.conversion(.kendall, figure, triangle).scoreCorrelation(0.3),
      try Self.conversion(.pearson, figure, triangle).scoreCorrelation(0.3),
      try Self.conversion(.pearson, event, event).scoreCorrelation(0.3),
      try Self.conversion(.spearman, event, figure).scoreCorrelation(0.3),
    ]
    #expect(
      results.map { String($0.bitPattern, radix: 16) } == [
        "3fd4060b67a85375", "3fdd0e2e2b44de00", "3fd45dfcc5a3663d", "3fde68abe2b5e7ba",
        "3fd9a420c99fd04c",
      ])
  }
}
