import GrowthModel

/// What published figures change: what `update` answers.
public struct UpdateFindings: Sendable {
  /// What the random numbers follow from.
  public let seed: UInt64
  /// How many draws were made.
  public let draws: Int
  /// The scenario as if nothing had been published.
  public let before: Ensemble
  /// With all figures.
  public let after: Ensemble
  /// A figure each, in the order in which they became known.
  public let news: [NewsItem]
  /// For each target that is growth in a year of which a part is known.
  public let remaining: [RemainingGrowth]
}

/// What one published figure changed.
public struct NewsItem: Sendable {
  /// What was published.
  public let actual: Actual
  /// What the figure is of.
  public let quantity: Quantity
  /// Figures of one release became known together; releases are numbered from zero.
  public let release: Int
  /// Mean and standard deviation of the quantity as expected when all earlier releases were known, those of
  /// revisions among the latter.
  public let expected: (mean: Double, deviation: Double)
  /// For each target of the scenario.
  public let changes: [Change]

  /// What a figure did to one target. The changes of all figures add up to the whole one.
  public struct Change: Sendable, Equatable {
    /// Of the probability.
    public let probability: Double
    /// An upper bound on the standard error of that: as if the runs on either side had nothing in common.
    public let standardError: Double
    /// Of the mean of the quantity, in its unit.
    public let mean: Double
  }

  /// How far the figure lies from what was expected, in standard deviations.
  public var surprise: Double {
    expected.deviation > 0 ? (actual.value - expected.mean) / expected.deviation : 0
  }
}
