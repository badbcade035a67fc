import Stochastics

/// A probability counted from independent draws.
public struct ProbabilityEstimate: Sendable, Equatable {
  /// Draws in which the event happened.
  public let hits: Int
  /// Draws in all, at least one.
  public let draws: Int

  public init(hits: Int, draws: Int) {
    self.hits = hits
    self.draws = draws
  }

  public var probability: Double { Double(hits) / Double(draws) }

  /// The binomial standard error `sqrt(p (1 - p) / n)`.
  public var standardError: Double {
    (probability * (1 - probability) / Double(draws)).squareRoot()
  }

  /// Wilson's score interval, which holds its confidence also near 0 and 1.
  ///
  /// With z the normal quantile of the confidence, the set of all p for which
  /// `|hits/n - p| <= z sqrt(p (1 - p) / n)`: E. B. Wilson, "Probable inference, the law of
  /// succession, and statistical inference", J. Amer. Statist. Assoc. 22 (1927) 209-212,
  /// doi:10.1080/01621459.1927.10502953.
  ///
  /// - Precondition: 0 < confidence < 1.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let z = NormalDistribution.standard.quantile(TailProbability(upper: (1 - confidence) / 2))
    let n = Double(draws)
    let p = probability
    let scale = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / scale
    let half = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    // At no hits and at all hits the end is exact; rounding must not move it.
    let low = hits == 0 ? 0 : max(centre - half, 0)
    let high = hits == draws ? 1 : min(centre + half, 1)
    return low...high
  }

  /// Half of the interval's width.
  public func halfWidth(confidence: Double = 0.95) -> Double {
    let interval = interval(confidence: confidence)
    return (interval.upperBound - interval.lowerBound) / 2
  }
}
