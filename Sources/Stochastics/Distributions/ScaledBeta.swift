/// A beta variable stretched from 0 ... 1 to other bounds: what the beta and the PERT distribution share.
struct ScaledBeta: Sendable {
  let lower: Double
  let upper: Double
  let beta: RegularizedBeta

  /// The quantiles of the fraction from the lower end, and those of one less it from the upper.
  private let lowerFraction: TailFraction
  private let upperFraction: TailFraction

  /// Where the quantiles from the two ends meet.
  private var median: Double

  /// The quantiles as a function of the score; empty for the smallest shapes.
  private var table = ScoreTable.empty

  /// Prepares the variable.
  ///
  /// - Precondition: lower < upper, at a finite distance; shapes as `RegularizedBeta` takes them.
  init(lower: Double, upper: Double, _ beta: RegularizedBeta) {
    self.lower = lower
    self.upper = upper
    self.beta = beta
    lowerFraction = TailFraction(beta)
    upperFraction = TailFraction(beta.mirrored)
    median = 0
    median = min(fromLower(lowerFraction(0.5)), upper)
    guard lowerFraction.isTabulated else { return }
    let known = self
    table = ScoreTable(min(beta.a, beta.b) < 1 ? .fine : .standard) { known.quantile($0) }
  }

  private var width: Double { upper - lower }

  /// Whether the density has a pole at an end.
  private var hasPole: Bool { min(beta.a, beta.b) < 1 }

  /// l + (u - l) a / (a + b).
  var mean: Double { lower + width * (beta.a / (beta.a + beta.b)) }

  /// (u - l)^2 a b / ((a + b)^2 (a + b + 1)).
  var variance: Double {
    let sum = beta.a + beta.b
    return width * width * (beta.a / sum * (beta.b / sum) / (sum + 1))
  }

  /// f^(a - 1) (1 - f)^(b - 1) / (B(a, b) (u - l)), with f the fraction (x - l) / (u - l).
  func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    if x < lower || x > upper { return 0 }
    if x == lower { return Self.densityAtEnd(beta.a, beta.b) / width }
    if x == upper { return Self.densityAtEnd(beta.b, beta.a) / width }
    return min(beta.density(logit: logit(x)) / width, .greatestFiniteMagnitude)
  }

  /// On a bound f^(a - 1) / B(a, b) is b for a = 1 and zero for a > 1. For a < 1 it has a pole, which
  /// holds no probability of its own: zero.
  private static func densityAtEnd(_ a: Double, _ b: Double) -> Double { a == 1 ? b : 0 }

  /// I_f(a, b), the regularized incomplete beta function of the fraction f.
  func cumulative(_ x: Double) -> Double {
    if x <= lower { return 0 }
    if x >= upper { return 1 }
    return x.isNaN ? x : beta.tails(logit: logit(x)).lower
  }

  /// I_{1 - f}(b, a).
  func complementary(_ x: Double) -> Double {
    if x <= lower { return 1 }
    if x >= upper { return 0 }
    return x.isNaN ? x : beta.tails(logit: logit(x)).upper
  }

  /// ln(f / (1 - f)), finite for an `x` inside the bounds.
  private func logit(_ x: Double) -> Double {
    let odds = (x - lower) / (upper - x)
    return Elementary.log(min(max(odds, .leastNonzeroMagnitude), .greatestFiniteMagnitude))
  }

  /// l + f (u - l), with f the quantile of the beta distribution, from the nearer end.
  func quantile(_ p: TailProbability) -> Double {
    // The two forms may differ by a rounding at the median, which neither may cross.
    switch p.tail {
    case .lower: min(fromLower(lowerFraction(p.probability)), median)
    case .upper: max(fromUpper(upperFraction(p.probability)), median)
    }
  }

  // With a pole at the other end the median may lie so near to it that only the distance from there
  // tells it.

  private func fromLower(_ fraction: TailFraction.Value) -> Double {
    hasPole && fraction.value > 0.5
      ? upper - width * fraction.complement : lower + width * fraction.value
  }

  private func fromUpper(_ fraction: TailFraction.Value) -> Double {
    hasPole && fraction.value > 0.5
      ? lower + width * fraction.complement : upper - width * fraction.value
  }

  /// The quantiles at the probabilities of scores, from the table in the score.
  func transform(scores: UnsafeMutableBufferPointer<Double>) {
    table.map(scores) { quantile(TailProbability(score: $0)) }
    for i in scores.indices { scores[i] = min(max(scores[i], lower), upper) }
  }
}

/// The lower quantiles of a beta variable.
private struct TailFraction {
  private let beta: RegularizedBeta

  /// One over the first shape.
  private let slope: Double

  /// The logit of the quantile, less its asymptote in the tail, as a function of -ln p; nil where a
  /// shape is so small that the median is too steep a step for the table.
  private let excess: TailTable?

  /// From this shape on the table reaches the last digits.
  private static let smallestTabulatedShape = 0.25

  init(_ beta: RegularizedBeta) {
    self.beta = beta
    // I_x is about x^a / (a B) near x = 0, so that ln x is about (ln p + ln(a B)) / a.
    let slope = 1 / beta.a
    self.slope = slope
    excess =
      min(beta.a, beta.b) < Self.smallestTabulatedShape
      ? nil : TailTable { beta.logit(logLower: -$0) + slope * $0 }
  }

  var isTabulated: Bool { excess != nil }

  struct Value {
    /// Less the logit of the fraction.
    let exponent: Double

    var value: Double { 1 / (1 + Elementary.exp(exponent)) }

    /// One less the fraction, without cancellation.
    var complement: Double { 1 / (1 + Elementary.exp(-exponent)) }
  }

  /// The fraction with the probability `p` below it.
  func callAsFunction(_ p: Double) -> Value { Value(exponent: exponent(-Elementary.log(p))) }

  /// Less the logit of the fraction with the probability exp(-`l`) below it.
  private func exponent(_ l: Double) -> Double {
    excess.map { slope * l - $0(l) } ?? -beta.logit(logLower: -l)
  }
}
