import Languages

/// What a number that is called a correlation says of two variables.
public enum CorrelationKind: String, Sendable, CaseIterable {
  /// The Pearson correlation of the normal scores behind the variables, which is what a Gaussian
  /// copula holds.
  case score
  /// The Pearson correlation of the variables themselves: covariance over both standard deviations.
  case pearson
  /// Spearman's rho: the Pearson correlation of the ranks; tied values share the mean of theirs.
  case spearman
  /// Kendall's tau: the probability that two draws are ordered alike, less that they are ordered the
  /// other way round.
  case kendall
}

/// Why a correlation of some kind belongs to no correlation of normal scores.
public enum CorrelationKindError: Error, Equatable, Sendable {
  /// Whatever the scores do, the variables only reach correlations of this range.
  case unattainable(value: Double, range: ClosedRange<Double>)
  /// A Pearson correlation needs variances, and this variable has none that is finite.
  case infiniteVariance
  /// Of the variance, a millionth or more lies where the tails hold less than 1e-300.
  case heavyTails
  /// The variable does not vary.
  case noVariance
  /// The variable takes some values with a probability of their own, and Kendall's tau has no one
  /// meaning where values tie.
  case ties
}

extension CorrelationKindError: CustomStringConvertible {
  public var description: String { message.text() }

  /// The fact, without a full stop.
  public var message: Phrase {
    switch self {
    case .unattainable(let value, let range):
      """
      the correlation is \(brief(value)), but only \(brief(range.lowerBound)) ... \
      \(brief(range.upperBound)) can be reached
      """
    case .infiniteVariance: "the variance is infinite, so that there is no Pearson correlation"
    case .heavyTails: "the tails are too heavy for a Pearson correlation to be computed"
    case .noVariance: "the variable does not vary, so that it has no correlation"
    case .ties: "values may tie, so that Kendall's tau is not defined"
    }
  }
}
