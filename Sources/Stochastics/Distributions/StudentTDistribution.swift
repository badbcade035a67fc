/// Student's t distribution, shifted and scaled: a bell with tails that fall like a power.
///
/// The degrees of freedom may be any real number above one. With one or fewer (one is the Cauchy
/// distribution) there is no expected value, so nothing that a report could state.
public struct StudentTDistribution: Marginal {
  /// The mean, which is also the median and the mode.
  public let location: Double

  /// The unit of the standard t variable; not the standard deviation, which is larger.
  public let scale: Double

  /// The weight of the tails: the density falls like the power -(degreesOfFreedom + 1).
  public let degreesOfFreedom: Double

  /// The distribution of the fraction v / (v + t^2).
  private let beta: RegularizedBeta

  /// (u - l/v) / l as a function of l + ln 2, with u = arsinh(t / sqrt(v)) and l = -ln(2 p). In the
  /// tail t is about p^(-1/v), so that u - l/v goes to a constant.
  private let excess: TailTable

  /// The logarithm of the standard density at zero.
  private let logPeak: Double

  /// The square root of the degrees of freedom.
  private let root: Double

  /// The quantiles as a function of the score.
  private var table = ScoreTable.empty

  /// The most degrees of freedom. With more, a normal distribution is the same to 10^-7 of the
  /// distance from the mean, up to six standard deviations.
  public static let largestDegreesOfFreedom = 1e8

  /// Creates a Student t distribution.
  ///
  /// - Complexity: about a millisecond, for a table of quantiles.
  /// - Throws: `MarginalError` unless all are finite, `scale` is above zero and
  ///   1 < `degreesOfFreedom` <= `largestDegreesOfFreedom`.
  public init(location: Double, scale: Double, degreesOfFreedom: Double) throws(MarginalError) {
    try requireFinite(location, "location")
    try require(scale, "scale", above: 0)
    try require(
      degreesOfFreedom, "degrees of freedom", above: 0, atMost: Self.largestDegreesOfFreedom)
    guard degreesOfFreedom > 1 else {
      throw .meanDoesNotExist(degreesOfFreedom: degreesOfFreedom)
    }
    self.location = location
    self.scale = scale
    self.degreesOfFreedom = degreesOfFreedom
    root = degreesOfFreedom.squareRoot()
    // Gamma((v + 1)/2) / (Gamma(v/2) sqrt(pi v)) by Stirling's formula and its errors.
    let half = 0.5 * degreesOfFreedom
    let errors = Elementary.stirlingError(half + 0.5) - Elementary.stirlingError(half)
    let powers = half * Elementary.log1p(1 / degreesOfFreedom) - 0.5
    logPeak = powers + errors - 0.5 * Elementary.logTwoPi

    let beta = RegularizedBeta(half, 0.5)
    let centralBeta = beta.mirrored
    self.beta = beta
    excess = TailTable { shifted in
      let l = shifted - Self.ln2
      return (Self.hyperbolicAngle(l, beta, centralBeta) - l / degreesOfFreedom) / l
    }
    let known = self
    // In the tails t grows like exp(z^2 / (2 v)).
    table = ScoreTable(degreesOfFreedom < 4 ? .fine : .standard) { known.quantile($0) }
  }

  public var mean: Double { location }

  /// scale^2 v / (v - 2); infinite for two degrees of freedom and fewer.
  public var variance: Double {
    guard degreesOfFreedom > 2 else { return .infinity }
    return scale * scale * (degreesOfFreedom / (degreesOfFreedom - 2))
  }

  public var support: ClosedRange<Double> { -.infinity ... .infinity }

  /// Gamma((v + 1)/2) / (Gamma(v/2) sqrt(pi v)) (1 + t^2/v)^(-(v + 1)/2) / scale, with
  /// t = (x - location) / scale.
  public func density(_ x: Double) -> Double {
    let s = (x - location) / scale / root
    let power = 0.5 * (degreesOfFreedom + 1) * Elementary.log1p(s * s)
    return Elementary.exp(logPeak - power) / scale
  }

  public func cumulative(_ x: Double) -> Double {
    x <= location ? tail(x) : 1 - tail(x)
  }

  public func complementary(_ x: Double) -> Double {
    x <= location ? 1 - tail(x) : tail(x)
  }

  /// The probability beyond `x`, on its side of the location: half of I(v/2, 1/2) at the fraction
  /// v / (v + t^2), the logit of which is -2 ln(|t| / sqrt(v)).
  private func tail(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let s = ((x - location) / scale).magnitude / root
    return 0.5 * beta.tails(logit: -2 * Elementary.log(s)).lower
  }

  /// location + scale sqrt(v) sinh(u), with u from the table.
  ///
  /// - Accuracy: 1e-14 of the distance from the location for tails down to 1e-20 and 3e-13 down to
  ///   1e-308, and the rounding of the sum. Measured against 50-digit arithmetic. Infinite where the
  ///   quantile is past the largest `Double`.
  /// - Complexity: O(1): a logarithm, an exponential and a polynomial.
  public func quantile(_ p: TailProbability) -> Double {
    value(at: -Elementary.log(2 * p.probability), tail: p.tail)
  }

  /// The quantiles at the probabilities of scores, from a table in the score.
  ///
  /// - Accuracy: 1e-13 of the scale or of the distance from the location, whichever is larger, beside
  ///   `quantile(_:)`, measured at 10^6 scores.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    table.map(scores) { quantile(TailProbability(score: $0)) }
  }

  /// The number with the probability exp(-`l`)/2 beyond it.
  private func value(at l: Double, tail: TailProbability.Tail) -> Double {
    let growth = Elementary.expm1(l / degreesOfFreedom + l * excess(l + Self.ln2))
    // sinh(u) = (e^u - e^-u) / 2, and 1 - e^-u = (e^u - 1) / e^u.
    let sinh = 0.5 * (growth + (growth < .infinity ? growth / (growth + 1) : 1))
    let t = root * sinh
    return location + scale * (tail == .lower ? -t : t)
  }

  /// The logarithm of two.
  private static let ln2 = 0.6931471805599453

  /// u = arsinh(t / sqrt(v)) for the t with exp(-l)/2 above it; negative for l < 0.
  private static func hyperbolicAngle(
    _ l: Double, _ beta: RegularizedBeta, _ centralBeta: RegularizedBeta
  ) -> Double {
    // t^2 / v is the reciprocal odds of the fraction: u = arsinh(exp(-y/2)), y its logit.
    if l > ln2 { return inverseSinh(exponent: -0.5 * beta.logit(logLower: -l)) }
    // Near the centre the probability within +-t, 1 - exp(-l), holds the digits.
    let within = Elementary.expm1(-l).magnitude
    let angle = inverseSinh(exponent: 0.5 * centralBeta.logit(logLower: Elementary.log(within)))
    return l < 0 ? -angle : angle
  }

  /// arsinh(exp(`w`)) = ln(s + sqrt(1 + s^2)), with s = exp(`w`).
  private static func inverseSinh(exponent w: Double) -> Double {
    if w > 0 {
      return w + Elementary.log(1 + (1 + Elementary.exp(-2 * w)).squareRoot())
    }
    let s = Elementary.exp(w)
    return Elementary.log1p(s + s * s / (1 + (1 + s * s).squareRoot()))
  }

  public var description: String {
    "Student t(location \(brief(location)), scale \(brief(scale)),"
      + " degrees of freedom \(brief(degreesOfFreedom)))"
  }
}

extension StudentTDistribution: Hashable {
  /// Equal parameters; everything else follows from them.
  public static func == (first: Self, second: Self) -> Bool {
    first.location == second.location && first.scale == second.scale
      && first.degreesOfFreedom == second.degreesOfFreedom
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(location)
    hasher.combine(scale)
    hasher.combine(degreesOfFreedom)
  }
}
