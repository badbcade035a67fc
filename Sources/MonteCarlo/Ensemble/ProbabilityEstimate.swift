import Stochastics

/// How often the draws of a count are counted, where some are more often than others.
public struct CopyCount: Sendable, Equatable {
  /// The sum of the squares over the draws that hit.
  public let hitSquares: Int
  /// The sum of the squares over all draws.
  public let squares: Int
}

/// A probability counted from draws, independent of each other or in replicates that are.
public struct ProbabilityEstimate: Sendable, Equatable {
  /// Draws in which the event happened.
  public let hits: Int
  /// Draws in all, at least one.
  public let draws: Int

  /// How far the replicates agree; nil where all draws are independent.
  public let spread: ReplicateSpread?

  /// The control that the count is corrected by; nil where it is a plain count.
  public let control: ControlledCount?

  /// How often draws are counted; nil where each is once.
  public let copies: CopyCount?

  /// Replicates from which their spread is told; fewer are taken for independent draws, which errs on
  /// the side of a wide interval where draws are spread evenly.
  static let fewestReplicates = 8

  /// A count; a control that met always or never, and a spread of too few replicates, are left out.
  public init(
    hits: Int, draws: Int, spread: ReplicateSpread? = nil, control: ControlledCount? = nil,
    copies: CopyCount? = nil
  ) {
    self.copies = copies
    self.control = control.flatMap {
      // A control that met the target always or never, or a count that did, tells nothing.
      hits > 0 && hits < draws && $0.hits > 0 && $0.hits < draws ? $0 : nil
    }
    self.hits = hits
    self.draws = draws
    self.spread = spread.flatMap { $0.replicates < Self.fewestReplicates ? nil : $0 }
  }

  /// The share of the draws that hit, corrected by the control if there is one.
  public var probability: Double {
    control?.estimate(hits: hits, draws: draws) ?? Double(hits) / Double(draws)
  }

  /// By how much the control made the variance smaller, at the most the number of draws; nil without one.
  public var varianceReduction: Double? {
    control.map { min(1 / $0.remainder(hits: hits, draws: draws), Double(draws)) }
  }

  /// The standard error: `sqrt(p (1 - p) / n)` of n independent draws, else from the replicates.
  public var standardError: Double {
    (probability * (1 - probability) / effectiveDraws).squareRoot()
  }

  /// The number of independent draws that would know the probability as well.
  ///
  /// That of the draws themselves where the replicates say nothing, as with no hits; and at most the
  /// square of their number, since a share of n draws is known to 1 / n at best.
  public var effectiveDraws: Double {
    let n = Double(draws)
    if let copies {
      let p = probability
      let hit = Double(copies.hitSquares)
      let all = Double(copies.squares)
      // The variance of a ratio of sums, to first order; n^2 / all where it tells nothing.
      guard hits > 0, hits < draws else { return n * n / max(all, 1) }
      return p * (1 - p) * n * n / ((1 - p) * (1 - p) * hit + p * p * (all - hit))
    }
    if let control { return min(n / control.remainder(hits: hits, draws: draws), n * n) }
    guard let spread, hits > 0, hits < draws else { return n }
    return min(probability * (1 - probability) / spread.variance, n * n)
  }

  /// Wilson's score interval, which holds its confidence also near 0 and 1.
  ///
  /// With z the normal quantile of the confidence, the set of all p for which
  /// `|hits/n - p| <= z sqrt(p (1 - p) / n)`: E. B. Wilson, "Probable inference, the law of
  /// succession, and statistical inference", J. Amer. Statist. Assoc. 22 (1927) 209-212,
  /// doi:10.1080/01621459.1927.10502953. With R replicates, n is the number of effective draws and z
  /// the quantile of Student's t with R - 1 degrees of freedom: the form for surveys of
  /// E. L. Korn and B. I. Graubard, "Confidence intervals for proportions with small expected number
  /// of positive counts estimated from survey data", Survey Methodology 24 (1998) 193-201.
  ///
  /// - Precondition: 0 < confidence < 1.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let z = critical(TailProbability(upper: (1 - confidence) / 2))
    let n = effectiveDraws
    let p = probability
    let scale = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / scale
    let half = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    // At no hits and at all hits the end is exact; rounding must not move it.
    let low = hits == 0 ? 0 : max(centre - half, 0)
    let high = hits == draws ? 1 : min(centre + half, 1)
    return low...high
  }

  /// The standardized error that is exceeded with a probability.
  private func critical(_ tail: TailProbability) -> Double {
    if let spread, hits > 0, hits < draws,
      let student = try? StudentTDistribution(
        location: 0, scale: 1, degreesOfFreedom: Double(spread.replicates - 1))
    {
      return student.quantile(tail)
    }
    return NormalDistribution.standard.quantile(tail)
  }

  /// Half of the interval's width.
  public func halfWidth(confidence: Double = 0.95) -> Double {
    let interval = interval(confidence: confidence)
    return (interval.upperBound - interval.lowerBound) / 2
  }
}
