import GrowthModel

/// The cheapest way in which several levers together give a target a probability.
///
/// Each lever moves only towards the best that it does alone, and what a move costs is its size times the cost
/// of a unit, whichever way it goes.
public struct CombinationReach: Sendable, Equatable {
  /// How the search ended.
  public enum Outcome: Sendable, Equatable {
    /// The probability is there already.
    case already
    /// The levers reach the probability there.
    case reached(ReachedCombination)
    /// Not even with every lever where it does best alone.
    case outOfReach(best: CombinedSetting)
    /// No lever that has a cost does anything.
    case noLevers
  }

  /// How the search ended.
  public let outcome: Outcome
  /// The ids of the levers that are moved.
  public let levers: [String]
  /// The ids of those that stay where they are, since they have no cost, no range or no effect that helps.
  public let left: [String]

  /// Puts together what the properties hold.
  public init(outcome: Outcome, levers: [String], left: [String]) {
    self.outcome = outcome
    self.levers = levers
    self.left = left
  }
}

/// Positions of several levers, and the probability of the target there.
public struct CombinedSetting: Sendable, Equatable {
  /// In the order of the levers.
  public let positions: [Double]
  /// What the moves cost together, in billions of the currency.
  public let cost: Double
  /// The probability of the target there.
  public let estimate: ProbabilityEstimate

  /// Puts together what the properties hold.
  public init(positions: [Double], cost: Double, estimate: ProbabilityEstimate) {
    self.positions = positions
    self.cost = cost
    self.estimate = estimate
  }
}

/// Where several levers together reach a probability.
public struct ReachedCombination: Sendable, Equatable {
  /// The first that reaches the probability on these draws.
  public let exact: CombinedSetting
  /// Few digits, further on.
  public let rounded: CombinedSetting
  /// The costs between which the least cost lies in truth, with 95% confidence; nil where the levers that are
  /// free to move end first.
  public let low: Double?
  /// The upper end of the interval of the cost; nil where the levers that are free to move end
  /// first.
  public let high: Double?

  /// Puts together what the properties hold.
  public init(
    exact: CombinedSetting, rounded: CombinedSetting, low: Double?, high: Double?
  ) {
    self.exact = exact
    self.rounded = rounded
    self.low = low
    self.high = high
  }
}
