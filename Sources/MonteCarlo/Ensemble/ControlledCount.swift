/// How often a control met a target in the draws, and how often it does in truth.
public struct ControlledCount: Sendable, Equatable {
  /// Draws in which the control met the target.
  public let hits: Int
  /// Draws in which the quantity and the control both met it.
  public let both: Int
  /// The exact probability that the control meets it.
  public let probability: Double

  /// Counts of the same draws; the probability is the exact one of the control.
  public init(hits: Int, both: Int, probability: Double) {
    self.hits = hits
    self.both = both
    self.probability = probability
  }

  /// The probability of the target, from how often it is met with the control and without it, and how
  /// often the control is met in truth.
  ///
  /// This is post-stratification by the control, the same as the regression estimate with a control
  /// that is one or zero: P. Glasserman, "Monte Carlo Methods in Financial Engineering" (2004), 4.1
  /// and 4.3. Nil where the control met the target in all draws or none.
  func estimate(hits all: Int, draws: Int) -> Double? {
    guard hits > 0, hits < draws else { return nil }
    let with = Double(both) / Double(hits)
    let without = Double(all - both) / Double(draws - hits)
    return probability * with + (1 - probability) * without
  }

  /// The part of the variance that is left: one less the squared correlation of the two.
  func remainder(hits all: Int, draws: Int) -> Double {
    let n = Double(draws)
    let (p, c) = (Double(all) / n, Double(hits) / n)
    let own = p * (1 - p) * c * (1 - c)
    guard own > 0 else { return 1 }
    let covariance = Double(both) / n - p * c
    return max(1 - covariance * covariance / own, 0)
  }
}
