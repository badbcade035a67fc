/// From correlations of one kind to those of normal scores and back, for one pair of variables.
///
/// For variables without ties (W. H. Kruskal, "Ordinal measures of association", J. Amer. Statist.
/// Assoc. 53 (1958) 814-861, doi:10.1080/01621459.1958.10501481)
///
///     score = 2 sin(pi spearman / 6),   score = sin(pi kendall / 2)
///
/// Pearson correlations, and Spearman's where values tie, are inverted numerically (NORTA: M. C. Cario
/// and B. L. Nelson, 1997): with the Hermite coefficients a and b of both variables the correlation
/// is the sum of `a[k] b[k] r^k`.
public struct CorrelationConversion: Sendable {
  /// The correlations that can be reached, from scores that move against each other to scores that
  /// move as one.
  public let range: ClosedRange<Double>
  private let form: Form

  private enum Form {
    case score
    case spearman
    case kendall
    case studentT(StudentTSpearman)
    case steps(StepCovariance)
    /// The coefficients of the powers from the first on.
    case series([Double])
  }

  /// Up to so many pairs of steps are integrated one by one; more are a smooth function, near
  /// enough.
  private static let mostCells = 1024

  /// Prepares the conversion.
  ///
  /// - Precondition: both variables are described for the same kind.
  public init(_ first: CorrelationMargin, _ second: CorrelationMargin) {
    precondition(first.kind == second.kind, "correlations of one kind")
    switch (first.form, second.form) {
    case (.score, .score): (form, range) = (.score, -1...1)
    case (.rank, .rank): (form, range) = (first.kind == .kendall ? .kendall : .spearman, -1...1)
    case (.steps(let scores, let rises), .steps(let others, let otherRises))
    where scores.count * others.count <= Self.mostCells:
      let covariance = StepCovariance(scores, rises, others, otherRises)
      let ends = covariance.ends
      (form, range) = (.steps(covariance), max(ends.lowerBound, -1)...min(ends.upperBound, 1))
    default:
      let ends = Self.ends(first, second)
      (form, range) = (.series(Self.series(first, second, ends)), ends)
    }
  }

  /// Prepares the conversion of Spearman's rho to the correlations of a Student t copula, for variables
  /// without ties. Its Kendall correlations are those of normal scores.
  public init(_ spearman: StudentTSpearman) {
    (form, range) = (.studentT(spearman), -1...1)
  }

  /// The correlation of the kind at a correlation of the scores, in [-1, 1].
  public func value(scoreCorrelation r: Double) -> Double {
    if r.magnitude >= 1 { return r < 0 ? range.lowerBound : range.upperBound }
    switch form {
    case .score: return r
    case .spearman: return Self.root(r) { Self.score(ofSpearman: $0) }
    case .kendall: return Self.root(r) { Elementary.sineOfQuarterTurns($0) }
    case .studentT(let spearman): return spearman(correlation: r)
    case .steps(let covariance): return covariance.value(r)
    case .series(let coefficients):
      return coefficients.reversed().reduce(0) { $0 * r + $1 } * r
    }
  }

  /// The correlation of the scores at a correlation of the kind.
  ///
  /// The same bits on every processor.
  ///
  /// - Accuracy: 1e-12, and for variables that the expansion does not exhaust the 256th power of the
  ///   result times about 1e-4: steps beside kinks.
  /// - Throws: `CorrelationKindError.unattainable`.
  /// - Complexity: some 20 evaluations of `value(scoreCorrelation:)`.
  public func scoreCorrelation(_ value: Double) throws(CorrelationKindError) -> Double {
    // The ends of the range are known to rounding.
    let margin = 1e-12
    guard value >= range.lowerBound - margin, value <= range.upperBound + margin else {
      throw .unattainable(value: value, range: range)
    }
    if value == 0 { return 0 }
    if value >= range.upperBound { return 1 }
    if value <= range.lowerBound { return -1 }
    switch form {
    case .score: return value
    case .spearman: return Self.score(ofSpearman: value)
    case .kendall: return Elementary.sineOfQuarterTurns(value)
    case .studentT, .steps, .series:
      return Self.root(value) { self.value(scoreCorrelation: $0) }
    }
  }

  private static func score(ofSpearman value: Double) -> Double {
    // At one the sine is 1/2, but for rounding.
    value.magnitude == 1
      ? value : min(max(2 * Elementary.sineOfQuarterTurns(value / 3), -1), 1)
  }

  // MARK: Series

  /// E[f(Z) g(-Z)] and E[f(Z) g(Z)].
  private static func ends(
    _ first: CorrelationMargin, _ second: CorrelationMargin
  ) -> ClosedRange<Double> {
    let (f, g) = (first.function, second.function)
    let upper = TailQuadrature.integrate(cuts: merge(first.cuts, second.cuts)) {
      f($0) * g($0)
    }
    let mirrored = second.cuts.map { 1 - $0 }
    let lower = TailQuadrature.integrate(cuts: merge(first.cuts, mirrored)) { p in
      f(p)
        * g(TailProbability(probability: p.probability, tail: p.tail == .lower ? .upper : .lower))
    }
    return max(min(lower, 0), -1)...min(max(upper, 0), 1)
  }

  /// Ascending, without what rounding alone sets apart.
  private static func merge(_ first: [Double], _ second: [Double]) -> [Double] {
    var merged: [Double] = []
    for cut in (first + second).sorted() where cut > 0 && cut < 1 {
      if let last = merged.last, cut - last < 1e-14 { continue }
      merged.append(cut)
    }
    return merged
  }

  /// The products of the coefficients, and two terms more that make the sum right at both ends.
  private static func series(
    _ first: CorrelationMargin, _ second: CorrelationMargin, _ ends: ClosedRange<Double>
  ) -> [Double] {
    let products = zip(first.coefficients, second.coefficients).map { $0 * $1 }
    var even = 0.0
    var odd = 0.0
    for (index, product) in products.enumerated().reversed() {
      if index % 2 == 0 { odd += product } else { even += product }
    }
    return products + [
      0.5 * (ends.upperBound - ends.lowerBound) - odd,
      0.5 * (ends.upperBound + ends.lowerBound) - even,
    ]
  }

  // MARK: Inversion

  /// The argument in [-1, 1] at which an increasing function takes a value: regula falsi with the
  /// Illinois rule, and a bisection every third time.
  private static func root(_ value: Double, _ function: (Double) -> Double) -> Double {
    var (low, high) = (-1.0, 1.0)
    var below = function(low) - value
    var above = function(high) - value
    var lastWasLow: Bool?
    for step in 1...200 where high - low > 1e-15 {
      let chord = low - below * (high - low) / (above - below)
      let isBisection = step % 3 == 0 || !(chord > low && chord < high)
      let middle = isBisection ? 0.5 * (low + high) : chord
      guard middle > low, middle < high else { break }
      let difference = function(middle) - value
      if difference == 0 { return middle }
      let isLow = difference < 0
      // The end that stays a second time counts half.
      let factor = isLow == lastWasLow ? 0.5 : 1
      if isLow {
        (low, below) = (middle, difference)
        above *= factor
      } else {
        (high, above) = (middle, difference)
        below *= factor
      }
      lastWasLow = isBisection ? nil : isLow
    }
    return 0.5 * (low + high)
  }
}
