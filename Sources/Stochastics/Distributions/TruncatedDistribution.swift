/// A distribution, given that the value lies between two bounds.
///
/// With F the cumulative probability of the base and P = F(b) - F(a) that between the bounds,
///
///     F_ab(x) = (F(x) - F(a)) / P,   Q_ab(p) = Q(F(a) + p P)
///
/// each taken from the tail that is nearer, so that bounds far out on one side keep their digits.
public struct TruncatedDistribution: Marginal {
  /// The distribution without bounds.
  public let base: any Marginal

  /// The smallest value that is let through; minus infinity for none.
  public let lower: Double

  /// The largest value that is let through; infinity for none.
  public let upper: Double

  /// The expected value, by quadrature of the quantile.
  ///
  /// - Accuracy: 1e-13 standard deviations. A Student t distribution with few degrees of freedom and
  ///   one bound loses digits: what lies beyond a probability of 1e-300 is left out, 1e-3 of the mean
  ///   for 1.01 degrees of freedom.
  public let mean: Double

  /// The variance, by quadrature like the mean.
  public let variance: Double

  private let cut: ProbabilityCut

  /// The quantiles as a function of the score.
  private let table: ScoreTable

  /// Bounds a distribution from below, from above or from both sides.
  ///
  /// - Parameters:
  ///   - base: the distribution that is bounded.
  ///   - lower: included; minus infinity for no bound.
  ///   - upper: included; infinity for no bound.
  /// - Complexity: two integrals of 769 quantiles each, for the moments, each kink as many again; and 4,700
  ///   quantiles for a table.
  /// - Throws: `MarginalError.notFinite` for a bound that is NaN, `.boundsNotAscending` unless
  ///   `lower` is below `upper`, `.noProbability` where less than 1e-300 lies between them,
  ///   `.outOfRange` where the mean is past the largest `Double`.
  public init(
    _ base: any Marginal, atLeast lower: Double = -.infinity, atMost upper: Double = .infinity
  ) throws(MarginalError) {
    guard !lower.isNaN else { throw .notFinite(parameter: "lower bound", value: lower) }
    guard !upper.isNaN else { throw .notFinite(parameter: "upper bound", value: upper) }
    guard lower < upper else { throw .boundsNotAscending(lower: lower, upper: upper) }
    self.base = base
    self.lower = lower
    self.upper = upper
    // A value on the lower bound is let through, and with it a probability of its own.
    let outside = base.density(lower) == .infinity ? lower.nextDown : lower
    let cut = ProbabilityCut(
      below: lower == -.infinity ? .nothing : ProbabilityCut.Side(base, at: outside),
      above: upper == .infinity ? .everything : ProbabilityCut.Side(base, at: upper))
    guard cut.probability > 1e-300 else { throw .noProbability(lower: lower, upper: upper) }
    self.cut = cut
    let bounded = Bounded(base: base, lower: lower, upper: upper, cut: cut)
    mean = bounded.mean
    guard mean.isFinite else { throw .outOfRange(quantity: "mean") }
    variance = bounded.variance(about: mean)
    let kinks = bounded.kinks
    table =
      kinks.count > 1
      ? .empty : ScoreTable(.fine, kink: kinks.first) { bounded.quantile($0) }
  }

  private var bounded: Bounded { Bounded(base: base, lower: lower, upper: upper, cut: cut) }

  public var support: ClosedRange<Double> { bounded.support }

  /// f(x) / P between the bounds.
  public func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    return x < lower || x > upper ? 0 : base.density(x) / cut.probability
  }

  /// (F(x) - F(a)) / P.
  ///
  /// - Accuracy: as that of the base, but for a rounding of 1e-16, absolutely, near the bounds.
  public func cumulative(_ x: Double) -> Double {
    x.isNaN ? x : tails(x).lower
  }

  /// (F(b) - F(x)) / P.
  public func complementary(_ x: Double) -> Double {
    x.isNaN ? x : tails(x).upper
  }

  private func tails(_ x: Double) -> (lower: Double, upper: Double) {
    if x < lower { return (0, 1) }
    if x >= upper { return (1, 0) }
    return cut.tails(ProbabilityCut.Side(base, at: x))
  }

  /// Q(F(a) + p P), from the tail that holds less.
  ///
  /// - Accuracy: that of the base's quantile at a probability rounded to 1e-16 of the smaller tail:
  ///   near a bound that cuts through the distribution the distance from it is known to 1e-16 P over
  ///   the density, absolutely, and may run backwards by a few units in the last place.
  public func quantile(_ p: TailProbability) -> Double { bounded.quantile(p) }

  /// The quantiles at the probabilities of scores, from a table in the score; one by one where the
  /// base has more than one kink.
  ///
  /// - Accuracy: 1e-13 of the values beside `quantile(_:)`, measured at 10^6 scores.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    table.map(scores) { quantile(TailProbability(score: $0)) }
    let support = support
    for i in scores.indices {
      scores[i] = min(max(scores[i], support.lowerBound), support.upperBound)
    }
  }

  public var kinks: [Double] { bounded.kinks }

  public var description: String {
    var text = base.description
    if lower > -.infinity { text += ", at least \(brief(lower))" }
    if upper < .infinity { text += ", at most \(brief(upper))" }
    return text
  }
}

/// A base and its bounds, as far as they are known before the moments.
private struct Bounded {
  let base: any Marginal
  let lower: Double
  let upper: Double
  let cut: ProbabilityCut

  var support: ClosedRange<Double> {
    let whole = base.support
    let start = min(max(whole.lowerBound, lower), whole.upperBound)
    return start...max(min(whole.upperBound, upper), start)
  }

  func quantile(_ p: TailProbability) -> Double {
    min(max(base.quantile(cut.map(p)), lower), upper)
  }

  /// The kinks of the base that lie between the bounds.
  var kinks: [Double] {
    base.kinks.map { cut.tails(.init(below: $0, above: 1 - $0)).lower }.filter { $0 > 0 && $0 < 1 }
  }

  var mean: Double {
    // About the median, so that no digits are lost where the bounds are close together.
    let median = quantile(TailProbability(probability: 0.5, tail: .lower))
    let shift = TailQuadrature.integrate(cuts: kinks) { quantile($0) - median }
    guard shift.isFinite else { return shift }
    return min(max(median + shift, support.lowerBound), support.upperBound)
  }

  func variance(about mean: Double) -> Double {
    let isBounded = support.lowerBound.isFinite && support.upperBound.isFinite
    guard base.variance.isFinite || isBounded else { return .infinity }
    return TailQuadrature.integrate(cuts: kinks) {
      let deviation = quantile($0) - mean
      return deviation * deviation
    }
  }
}

/// The part of the probability between two points of a distribution.
private struct ProbabilityCut: Sendable {
  /// The probabilities on both sides of a point, the smaller of them accurate.
  struct Side {
    let below: Double
    let above: Double

    static let nothing = Side(below: 0, above: 1)
    static let everything = Side(below: 1, above: 0)

    init(below: Double, above: Double) {
      self.below = below
      self.above = above
    }

    init(_ base: any Marginal, at x: Double) {
      self.init(below: base.cumulative(x), above: base.complementary(x))
    }

    /// The probability between this point and one above it.
    func distance(to other: Side) -> Double {
      if below >= 0.5 { return max(above - other.above, 0) }
      if other.below <= 0.5 { return max(other.below - below, 0) }
      return max(1 - (below + other.above), 0)
    }
  }

  private let start: Side
  private let end: Side

  /// The probability between the two points.
  let probability: Double

  init(below start: Side, above end: Side) {
    self.start = start
    self.end = end
    probability = start.distance(to: end)
  }

  /// The point of the whole with `p` of the part on its side.
  func map(_ p: TailProbability) -> TailProbability {
    let share = p.probability * probability
    let rest = (1 - p.probability) * probability
    let below = start.below + (p.tail == .lower ? share : rest)
    let above = end.above + (p.tail == .lower ? rest : share)
    return below <= above
      ? TailProbability(probability: Self.tail(below), tail: .lower)
      : TailProbability(probability: Self.tail(above), tail: .upper)
  }

  /// A tail of at most one half and more than nothing.
  private static func tail(_ probability: Double) -> Double {
    min(max(probability, .leastNonzeroMagnitude), 0.5)
  }

  /// The shares of the part below and above a point of the whole; together one.
  func tails(_ point: Side) -> (lower: Double, upper: Double) {
    let below = start.distance(to: point)
    let above = point.distance(to: end)
    if below <= above {
      let share = min(below / probability, 1)
      return (share, 1 - share)
    }
    let share = min(above / probability, 1)
    return (1 - share, share)
  }
}
