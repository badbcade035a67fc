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
}
