import Stochastics

/// What a forecast says of one number, and how good that was once the number is known.
///
/// All numbers are in one unit; scores are in it too, and less is better.
public enum PredictiveDistribution: Sendable, Equatable {
  /// Equally likely values, one or more, in ascending order.
  case values([Double])
  /// A normal distribution; a standard deviation of zero makes it a point.
  case normal(mean: Double, standardDeviation: Double)

  /// The expected value.
  public var mean: Double {
    switch self {
    case .values(let values):
      var sum = CompensatedSum()
      for value in values { sum.add(value) }
      return sum.value / Double(values.count)
    case .normal(let mean, _): return mean
    }
  }

  /// The standard deviation; of values with their number less one as the divisor.
  public var standardDeviation: Double {
    switch self {
    case .values(let values):
      guard values.count > 1 else { return 0 }
      let mean = self.mean
      var sum = CompensatedSum()
      for value in values { sum.add((value - mean) * (value - mean)) }
      return (sum.value / Double(values.count - 1)).squareRoot()
    case .normal(_, let deviation): return deviation
    }
  }

  /// The least number with at least this probability at or below it.
  ///
  /// - Parameter probability: above 0 and below 1.
  public func quantile(_ probability: Double) -> Double {
    switch self {
    case .values(let values):
      // Products such as 0.05 x 10,000 are whole numbers but for their rounding.
      let rank = (probability * Double(values.count) - 1e-9).rounded(.up)
      return values[min(max(Int(rank), 1), values.count) - 1]
    case .normal(let mean, let deviation):
      return mean + deviation * NormalDistribution.standard.quantile(probability)
    }
  }

  /// The probability integral transform: the probability below the outcome, and half of that of the outcome itself.
  ///
  /// Uniform on (0, 1) over many outcomes where forecasts are right: A. P. Dawid, "Statistical theory: the prequential
  /// approach", J. Royal Stat. Soc. A 147 (1984) 278-292, doi:10.2307/2981683.
  ///
  /// - Parameter outcome: what came.
  public func transform(_ outcome: Double) -> Double {
    switch self {
    case .values(let values):
      let below = Self.count(values) { $0 < outcome }
      let same = Self.count(values) { $0 <= outcome } - below
      return (Double(below) + 0.5 * Double(same)) / Double(values.count)
    case .normal(let mean, let deviation):
      if deviation == 0 { return outcome < mean ? 0 : outcome > mean ? 1 : 0.5 }
      return NormalDistribution.standard.cumulative((outcome - mean) / deviation)
    }
  }

  /// The continuous ranked probability score: the integral of (F(x) - 1{outcome <= x})^2 over all x.
  ///
  /// For a point it is the absolute error. Of n values x(1) <= ... <= x(n) it is
  ///
  ///     2 / n^2  sum over i of (x(i) - y) (n 1{y < x(i)} - i + 1/2),
  ///
  /// which is E|X - y| - E|X - X'| / 2; of a normal distribution, with z = (y - mean) / sd,
  ///
  ///     sd (z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)):
  ///
  /// T. Gneiting and A. E. Raftery, "Strictly proper scoring rules, prediction, and estimation", J. Am. Stat. Assoc.
  /// 102 (2007) 359-378, doi:10.1198/016214506000001437; A. Jordan, F. Krueger and S. Lerch, "Evaluating
  /// probabilistic forecasts with scoringRules", J. Stat. Software 90 (2019) 12, doi:10.18637/jss.v090.i12.
  ///
  /// - Parameter outcome: what came.
  /// - Complexity: O(n).
  public func rankedProbabilityScore(_ outcome: Double) -> Double {
    switch self {
    case .values(let values):
      let n = Double(values.count)
      var sum = CompensatedSum()
      for (i, x) in values.enumerated() {
        sum.add((x - outcome) * ((outcome < x ? n : 0) - Double(i) - 0.5))
      }
      return 2 * sum.value / (n * n)
    case .normal(let mean, let deviation):
      guard deviation > 0 else { return (outcome - mean).magnitude }
      let z = (outcome - mean) / deviation
      let normal = NormalDistribution.standard
      return deviation
        * (z * (2 * normal.cumulative(z) - 1) + 2 * normal.density(z) - Self.inverseRootPi)
    }
  }

  /// The pinball loss of a quantile: what a forecaster pays who is asked for the number with this probability below it.
  ///
  /// Its integral over all probabilities is half of the ranked probability score.
  ///
  /// - Parameters:
  ///   - quantile: the forecast.
  ///   - probability: above 0 and below 1.
  ///   - outcome: what came.
  public static func pinballLoss(
    of quantile: Double, at probability: Double, _ outcome: Double
  ) -> Double {
    outcome < quantile
      ? (1 - probability) * (quantile - outcome) : probability * (outcome - quantile)
  }

  /// One over the square root of pi.
  private static let inverseRootPi = 0.5641895835477563

  /// How many of ascending values come before the first that does not hold.
  private static func count(_ values: [Double], _ holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(values[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
