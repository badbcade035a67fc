import TestSupport
import Testing

@testable import Stochastics

/// The rig: what every distribution must do, with the rows of `MarginalCase.all()`.
@Suite struct MarginalTests {
  /// Tails from the median to the smallest probabilities that a `Double` can hold.
  static let tails: [TailProbability] = [
    1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-12, 1e-8, 1e-5, 1e-3, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4,
    0.45, 0.49, 0.4999, 0.5,
  ].flatMap {
    [
      TailProbability(probability: $0, tail: .lower),
      TailProbability(probability: $0, tail: .upper),
    ]
  }

  static func continuous() throws -> [MarginalCase] {
    try MarginalCase.all().filter(\.isContinuous)
  }

  // MARK: Known answers

  /// To 1e-12, beyond the accuracy that any of them states; most are a hundred times closer.
  @Test(arguments: try MarginalCase.all())
  func knownValues(_ row: MarginalCase) {
    for value in row.values {
      #expect(relativeError(row.marginal.density(value.x), value.density) <= 1e-12)
      #expect(relativeError(row.marginal.cumulative(value.x), value.cumulative) <= 1e-12)
      #expect(relativeError(row.marginal.complementary(value.x), value.complementary) <= 1e-12)
    }
  }

  @Test(arguments: try MarginalCase.all())
  func knownQuantiles(_ row: MarginalCase) {
    for quantile in row.quantiles {
      let x = row.marginal.quantile(quantile.p)
      #expect(relativeError(x, quantile.x) <= 2e-13, "\(quantile.p): \(x)")
    }
  }

  @Test(arguments: try MarginalCase.all())
  func knownMoments(_ row: MarginalCase) {
    #expect(relativeError(row.marginal.mean, row.mean) <= row.momentTolerance)
    #expect(relativeError(row.marginal.variance, row.variance) <= 10 * row.momentTolerance)
  }

  /// A column of scores becomes what the quantile gives for each, far tails, kinks and odd lengths
  /// included: to 1e-13 of the quartiles' distance or that from the median, whichever is larger, and
  /// two roundings of the value; to the bit where there is nothing between the values.
  @Test(arguments: try MarginalCase.all())
  func columnsOfScores(_ row: MarginalCase) {
    var generator = SplitMix64(seed: 5)
    var scores = (0..<999).map { _ in
      StandardNormal.quantile(TailProbability(lower: generator.nextUniform()))
    }
    scores += [0, -0.0, 9, -9, 9.24, -9.24, 9.26, -9.26, 30, -30, 36.9, -36.9]
    scores += (-400...400).map { Double($0) / 43 }
    if row.isContinuous {
      for kink in row.marginal.kinks {
        let score = StandardNormal.quantile(TailProbability(lower: kink))
        scores += [score, score.nextUp, score.nextDown, score + 1e-9, score - 1e-9]
      }
    }
    let expected = scores.map { row.marginal.quantile(TailProbability(score: $0)) }
    scores.withUnsafeMutableBufferPointer { row.marginal.transform(scores: $0) }
    let tolerance = row.isContinuous ? 1e-13 : 0
    for (found, wanted) in zip(scores, expected) {
      let rounding = row.isContinuous ? 2 * wanted.ulp : 0
      #expect(
        (found - wanted).magnitude <= tolerance * distance(of: wanted, in: row.marginal) + rounding)
      #expect(row.marginal.support.contains(found))
    }
  }

  /// A column of signed tail probabilities gives the quantiles: to 1e-13 of the distance from the
  /// median and four roundings of the value, and the very value where values have probabilities.
  @Test(arguments: try MarginalCase.all())
  func columnOfTails(_ row: MarginalCase) {
    var generator = SplitMix64(seed: 12)
    var points = (0..<997).map { _ in TailProbability(lower: generator.nextUniform()) }
    points += (1...65).map {
      TailProbability(lower: Double(sign: .plus, exponent: -$0, significand: 1))
    }
    points += (1...65).map {
      TailProbability(upper: Double(sign: .plus, exponent: -$0, significand: 1))
    }
    if row.isContinuous {
      for kink in row.marginal.kinks {
        points += [kink, kink.nextUp, kink.nextDown].map { TailProbability(lower: $0) }
      }
    }
    var column = points.map { $0.tail == .lower ? -$0.probability : $0.probability }
    column.withUnsafeMutableBufferPointer { row.marginal.transform(tails: $0) }
    let tolerance = row.isContinuous ? 1e-13 : 0
    for (found, point) in zip(column, points) {
      let wanted = row.marginal.quantile(point)
      let rounding = row.isContinuous ? 4 * wanted.ulp : 0
      #expect(
        (found - wanted).magnitude <= tolerance * distance(of: wanted, in: row.marginal) + rounding)
      #expect(row.marginal.support.contains(found))
    }
  }

  /// Ascending scores give ascending values: but for 1e-13 of the distance from the median, a rounding
  /// where two segments of a table meet.
  @Test(arguments: try MarginalCase.all())
  func columnsAscend(_ row: MarginalCase) {
    let scores = (-40_000...40_000).map { Double($0) / 4_300 }
    var column = scores
    column.withUnsafeMutableBufferPointer { row.marginal.transform(scores: $0) }
    let tolerance = row.isContinuous ? 1e-13 : 0
    for (first, second) in zip(column, column.dropFirst()) where first > second {
      #expect(first - second <= tolerance * distance(of: first, in: row.marginal))
    }
  }

  /// The distance from the median, or that of the quartiles if it is larger.
  private func distance(of x: Double, in marginal: any Marginal) -> Double {
    max((x - marginal.quantile(0.5)).magnitude, marginal.quantile(0.75) - marginal.quantile(0.25))
  }

  @Test(arguments: try MarginalCase.all())
  func description(_ row: MarginalCase) {
    #expect(row.marginal.description == row.description)
  }

  /// What a seed yields, to the last bit: another value is a change that users see.
  @Test(arguments: try MarginalCase.all())
  func drawsOfASeed(_ row: MarginalCase) {
    var generator = SplitMix64(seed: 1)
    let draws = row.draws.map { _ in row.marginal.quantile(generator.nextUniform()) }
    #expect(draws == row.draws)
  }

  // MARK: Moments

  /// The moments are integrals of the quantile function over the probabilities, split at its
  /// kinks. 1e-11 standard deviations, or scales of the middle half where there is no variance.
  @Test(arguments: try continuous())
  func momentsByQuadrature(_ row: MarginalCase) {
    let marginal = row.marginal
    let scale =
      marginal.variance.isFinite
      ? marginal.variance.squareRoot() : marginal.quantile(0.75) - marginal.quantile(0.25)
    let mean = integrate(marginal) { $0 }
    #expect((mean - marginal.mean).magnitude <= 1e-11 * scale)
    guard marginal.variance.isFinite else { return }
    let variance = integrate(marginal) { ($0 - marginal.mean) * ($0 - marginal.mean) }
    #expect(relativeError(variance, marginal.variance) <= 1e-11)
  }

  /// The integral over the probabilities of a function of the quantile.
  private func integrate(_ marginal: any Marginal, _ function: (Double) -> Double) -> Double {
    let cuts = [0] + marginal.kinks + [1]
    return zip(cuts, cuts.dropFirst()).reduce(0) { total, piece in
      let (start, end) = piece
      let width = end - start
      return total
        + width
        * integrateOverUnitInterval { s, complement in
          let lower = start + width * s
          let p =
            lower <= 0.5
            ? TailProbability(probability: lower, tail: .lower)
            : TailProbability(probability: min((1 - end) + width * complement, 0.5), tail: .upper)
          return function(marginal.quantile(p))
        }
    }
  }

  /// n = 100,000; within 4 standard errors, which chance exceeds once in 16,000 times. The seed is
  /// fixed: the test cannot fail by chance.
  @Test(arguments: try continuous())
  func momentsOfASample(_ row: MarginalCase) {
    guard row.marginal.variance.isFinite else { return }
    var generator = SplitMix64(seed: 20_180_101)
    let sample = (0..<100_000).map { _ in row.marginal.quantile(generator.nextUniform()) }
    let moments = SampleMoments(sample)
    #expect((moments.mean - row.mean).magnitude <= 4 * moments.standardErrorOfMean)
    guard row.fourthMomentExists else { return }
    #expect((moments.variance - row.variance).magnitude <= 4 * moments.standardErrorOfVariance)
  }

  /// n = 20,000, alpha = 0.001; the seed is fixed.
  @Test(arguments: try continuous())
  func kolmogorovSmirnov(_ row: MarginalCase) {
    var generator = SplitMix64(seed: 5)
    let sample = (0..<20_000).map { _ in row.marginal.quantile(generator.nextUniform()) }
    let test = KolmogorovSmirnov(sample, cumulative: row.marginal.cumulative)
    #expect(test.pValue > 0.001, "D = \(test.statistic)")
  }

  // MARK: Consistency

  /// The quantile may be off by the rounding to the next numbers: the probability wanted lies
  /// between those of the numbers 2 places to either side, to 1e-12 of itself.
  @Test(arguments: try continuous())
  func cumulativeOfQuantile(_ row: MarginalCase) {
    for p in Self.tails {
      let x = row.marginal.quantile(p)
      let below = tail(row.marginal, p.tail, x.nextDown.nextDown)
      let above = tail(row.marginal, p.tail, x.nextUp.nextUp)
      let tolerance = 1e-12 * p.probability + row.resolution
      #expect(min(below, above) <= p.probability + tolerance, "\(p)")
      #expect(max(below, above) >= p.probability - tolerance, "\(p)")
    }
  }

  /// The quantile of a staircase is the first value with the probability at or below it.
  @Test(arguments: try MarginalCase.all().filter { !$0.isContinuous })
  func quantileIsTheFirstValueThatHoldsTheProbability(_ row: MarginalCase) {
    for p in Self.tails {
      let x = row.marginal.quantile(p)
      #expect(row.marginal.density(x) == .infinity)
      switch p.tail {
      case .lower:
        #expect(row.marginal.cumulative(x) >= p.probability)
        #expect(row.marginal.cumulative(x.nextDown) < p.probability)
      case .upper:
        #expect(row.marginal.complementary(x) <= p.probability)
        #expect(row.marginal.complementary(x.nextDown) > p.probability)
      }
    }
  }

  /// n = 100,000 scores; each share within 4.5 standard errors of the probability. The seed is fixed.
  @Test(arguments: try MarginalCase.all().filter { !$0.isContinuous })
  func sharesOfColumns(_ row: MarginalCase) {
    var generator = SplitMix64(seed: 8)
    let count = 100_000
    var draws = (0..<count).map { _ in
      StandardNormal.quantile(TailProbability(lower: generator.nextUniform()))
    }
    draws.withUnsafeMutableBufferPointer { row.marginal.transform(scores: $0) }
    let counts = Dictionary(draws.map { ($0, 1.0) }, uniquingKeysWith: +)
    var total = 0.0
    for (value, found) in counts {
      let p = row.marginal.cumulative(value) - row.marginal.cumulative(value.nextDown)
      let n = Double(count)
      #expect((found / n - p).magnitude <= 4.5 * (p * (1 - p) / n).squareRoot() + 1e-12)
      total += p
    }
    #expect((total - 1).magnitude <= 1e-12)
  }

  @Test(arguments: try continuous())
  func quantileOfCumulative(_ row: MarginalCase) {
    let centre = row.marginal.quantile(0.5)
    let scale = row.marginal.quantile(0.75) - row.marginal.quantile(0.25)
    for p in Self.tails {
      let x = row.marginal.quantile(p)
      let probability = tail(row.marginal, p.tail, x)
      // On a bound, where the distance to it is lost to rounding, nothing can come back.
      guard probability > 0 && probability <= 0.5 else { continue }
      let back = row.marginal.quantile(TailProbability(probability: probability, tail: p.tail))
      let tolerance = 1e-12 * max(scale, (x - centre).magnitude) + 2 * x.ulp
      #expect((back - x).magnitude <= tolerance, "\(p): \(x), \(back)")
    }
  }

  private func tail(_ marginal: any Marginal, _ tail: TailProbability.Tail, _ x: Double) -> Double {
    tail == .lower ? marginal.cumulative(x) : marginal.complementary(x)
  }

  @Test(arguments: try MarginalCase.all())
  func probabilitiesAddUpToOne(_ row: MarginalCase) {
    for p in Self.tails {
      let x = row.marginal.quantile(p)
      for near in [x, x.nextUp, x.nextDown, x + 1, x - 1] {
        let sum = row.marginal.cumulative(near) + row.marginal.complementary(near)
        #expect((sum - 1).magnitude <= 0x1p-52)
      }
    }
  }

  /// A central difference over a thousandth of the way that the tail needs to change by its own
  /// size, or of the way to the end of the support: off by about 1e-7 of the density, from the
  /// curvature.
  @Test(arguments: try continuous())
  func densityIsTheDerivativeOfCumulative(_ row: MarginalCase) {
    let marginal = row.marginal
    for p in Self.tails {
      let x = marginal.quantile(p)
      let density = marginal.density(x)
      let room = min(x - marginal.support.lowerBound, marginal.support.upperBound - x)
      let step = 1e-3 * min(p.probability / density, room)
      let isInside =
        marginal.support.contains(x - 2 * step) && marginal.support.contains(x + 2 * step)
      let isResolved = row.resolution <= 1e-9 * p.probability
      guard step.isFinite, step > 1e6 * x.ulp, isInside, isResolved else { continue }
      if marginal.kinks.contains(where: { (marginal.quantile($0) - x).magnitude <= 2 * step }) {
        continue
      }
      let change = tail(marginal, p.tail, x + step) - tail(marginal, p.tail, x - step)
      let slope = change.magnitude / ((x + step) - (x - step))
      #expect(relativeError(slope, density) <= 1e-5, "\(p)")
    }
  }

  /// Ascending probabilities, from 1e-320 to 1 - 1e-320, and across each kink.
  @Test(arguments: try MarginalCase.all())
  func quantilesNeverDecrease(_ row: MarginalCase) {
    var probabilities: [TailProbability] = []
    let small = (0...6_000).map { pow10(-320 + Double($0) * (320 / 6_000)) * 0.5 }
    let even = (1...2_000).map { Double($0) / 4_000 }
    let around = row.marginal.kinks.flatMap { kink in
      (-20...20).map { kink * (1 + Double($0) * 1e-13) }
    }
    let ascending = (small + even).filter { $0 > 0 }.sorted()
    probabilities += ascending.map { TailProbability(probability: $0, tail: .lower) }
    probabilities += ascending.reversed().map { TailProbability(probability: $0, tail: .upper) }
    expectAscending(row, probabilities)
    expectAscending(row, around.map { TailProbability(lower: $0) })
  }

  private func expectAscending(_ row: MarginalCase, _ probabilities: [TailProbability]) {
    let values = probabilities.map { row.marginal.quantile($0) }
    // Within bounds, probabilities far from each other may be neighbours for the base. Where the mean and a score
    // cancel, near a bound at zero, the last bit of the mean is left.
    let ulps = row.resolution > 0 ? 4.0 : 0
    let cancelled = row.resolution > 0 ? row.mean.ulp : 0
    for (index, pair) in zip(values, values.dropFirst()).enumerated() {
      #expect(pair.0 <= pair.1 + ulps * pair.1.ulp + cancelled, "\(probabilities[index])")
    }
  }

  private func pow10(_ exponent: Double) -> Double {
    exponent < -300 ? 1e-300 * power(exponent + 300) : power(exponent)
  }

  private func power(_ exponent: Double) -> Double {
    let whole = exponent.rounded(.down)
    var result = 1.0
    for _ in 0..<Int(whole.magnitude) { result *= whole < 0 ? 0.1 : 10 }
    // Between two powers of ten a straight line is enough: the grid only has to ascend.
    return result * (1 + 9 * (exponent - whole))
  }

  // MARK: The ends

  @Test(arguments: try MarginalCase.all())
  func quantilesStayInTheSupport(_ row: MarginalCase) {
    let extremes: [Double] = [
      .leastNonzeroMagnitude, 0x1p-1030, .leastNormalMagnitude, 1e-300, 1e-100, 1e-17, 0.3, 0.5,
    ]
    for probability in extremes {
      for tail in [TailProbability.Tail.lower, .upper] {
        let x = row.marginal.quantile(TailProbability(probability: probability, tail: tail))
        #expect(row.marginal.support.contains(x))
      }
    }
  }

  @Test(arguments: try MarginalCase.all())
  func outsideTheSupport(_ row: MarginalCase) {
    let support = row.marginal.support
    for x in [-Double.infinity, support.lowerBound.nextDown, support.lowerBound - 1] {
      #expect(row.marginal.density(x) == 0)
      #expect(row.marginal.cumulative(x) == 0)
      #expect(row.marginal.complementary(x) == 1)
    }
    for x in [Double.infinity, support.upperBound.nextUp, support.upperBound + 1] {
      #expect(row.marginal.density(x) == 0)
      #expect(row.marginal.cumulative(x) == 1)
      #expect(row.marginal.complementary(x) == 0)
    }
  }

  @Test(arguments: try MarginalCase.all())
  func nanStaysNaN(_ row: MarginalCase) {
    #expect(row.marginal.density(.nan).isNaN)
    #expect(row.marginal.cumulative(.nan).isNaN)
    #expect(row.marginal.complementary(.nan).isNaN)
  }

  // MARK: Parameters

  @Test(arguments: BadParameters.all)
  func badParameters(_ row: BadParameters) {
    #expect(throws: row.error) { try row.make() }
    #expect(row.error.description == row.text)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func parametersMustBeFinite(_ x: Double) {
    for (index, make) in BadParameters.withOneParameter(x).enumerated() {
      do {
        _ = try make()
        Issue.record("initializer \(index) takes \(x)")
      } catch MarginalError.notFinite(_, let value) {
        #expect(ulpDistance(value, x) == 0)
      } catch {
        Issue.record("initializer \(index): \(error)")
      }
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func entriesMustBeFinite(_ x: Double) {
    for (index, make) in BadParameters.withOneEntry(x).enumerated() {
      do {
        _ = try make()
        Issue.record("initializer \(index) takes \(x)")
      } catch MarginalError.entryNotFinite(_, let place, let value) {
        #expect(place == 1)
        #expect(ulpDistance(value, x) == 0)
      } catch {
        Issue.record("initializer \(index): \(error)")
      }
    }
  }

  @Test func boundsMustBeNumbers() {
    for make in BadParameters.withOneBound(.nan) {
      do {
        _ = try make()
        Issue.record("a bound may be NaN")
      } catch MarginalError.notFinite(_, let value) {
        #expect(value.isNaN)
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  /// No bounds change nothing, and those at the ends of the support next to nothing.
  @Test(arguments: [
    (-Double.infinity, Double.infinity), (-1, 3), (-7, 8), (-1, .infinity), (-.infinity, 8),
  ])
  func boundsThatCutNothingOff(lower: Double, upper: Double) throws {
    let base = try PERTDistribution(lower: -1, mode: 0.5, upper: 3)
    let bounded = try TruncatedDistribution(base, atLeast: lower, atMost: upper)
    #expect(bounded.support == base.support)
    #expect(relativeError(bounded.mean, base.mean) <= 1e-13)
    #expect(relativeError(bounded.variance, base.variance) <= 1e-12)
    for p in Self.tails { #expect(bounded.quantile(p) == base.quantile(p)) }
  }

  /// Parameters at the ends of what a `Double` holds: whatever is accepted gives numbers.
  @Test(arguments: [0x1p-1074, 0x1p-1030, 1e-200, 1e-17, 1, 1e17, 1e200, 8.9e307, 1.7e308])
  func extremeParametersGiveNoNaN(_ x: Double) {
    let makes = [x, -x].flatMap {
      BadParameters.withOneParameter($0) + BadParameters.withOneEntry($0)
        + BadParameters.withOneBound($0)
    }
    for make in makes {
      guard let marginal = try? make() else { continue }
      #expect(marginal.mean.isFinite)
      #expect(marginal.variance >= 0)
      var column = [-36, -9, -5, -1, -0.25, 0, 0.5, 1, 6, 9, 37]
      column.withUnsafeMutableBufferPointer { marginal.transform(scores: $0) }
      #expect(column.allSatisfy { marginal.support.contains($0) }, "\(marginal)")
      var previous = -Double.infinity
      let ascending =
        Self.tails.filter { $0.tail == .lower } + Self.tails.filter { $0.tail == .upper }.reversed()
      for p in ascending {
        let quantile = marginal.quantile(p)
        #expect(quantile >= previous, "\(marginal) \(p)")
        #expect(marginal.support.contains(quantile), "\(marginal) \(p)")
        previous = quantile
        for point in [quantile, -quantile, quantile.nextUp, quantile.nextDown, x, -x, 0] {
          #expect(marginal.density(point) >= 0, "\(marginal) \(point)")
          #expect((0...1).contains(marginal.cumulative(point)), "\(marginal) \(point)")
          #expect((0...1).contains(marginal.complementary(point)), "\(marginal) \(point)")
        }
      }
    }
  }
}
