import GrowthModel
import Stochastics

/// How scenarios differ: what a comparison found.
public struct ComparisonFindings: Sendable {
  /// What the random numbers follow from.
  public let seed: UInt64
  /// Draws in which all scenarios were evaluated.
  public let draws: Int
  /// The scenarios in their order; the others are compared with the first.
  public let scenarios: [ComparedScenario]
  /// One for each scenario but the first.
  public let differences: [ComparedPair]
}

/// What one of several scenarios comes to.
public struct ComparedScenario: Sendable {
  /// A target and how often it is met.
  public struct Goal: Sendable {
    /// The target that it is about.
    public let target: Target
    /// The quantity that the target is about.
    public let quantity: Quantity
    /// The probability that the target is met.
    public let estimate: ProbabilityEstimate
  }

  /// All targets that were asked about.
  public let goals: [Goal]
  /// All targets together that every scenario has; nil where there are none.
  public let allTargets: ProbabilityEstimate?
  /// The quantities that were kept, in the order of the model.
  public let quantities: [QuantitySummary]

  /// The distribution of the quantity of this path.
  public func summary(_ path: String) -> QuantitySummary? {
    quantities.first { $0.quantity.path == path }
  }

  /// The goal of a target.
  public func goal(_ id: String) -> Goal? { goals.first { $0.target.id == id } }
}

/// A scenario against the first one.
public struct ComparedPair: Sendable {
  /// How a target fared that both have.
  public struct Goal: Sendable {
    /// As the first scenario has it, and the other.
    public let first: Target
    /// The target of the other scenario, which may have another threshold.
    public let second: Target
    /// How often it is met in both, in the same draws.
    public let count: PairedProportion
  }

  /// The mean of a quantity that both have.
  public struct Mean: Sendable {
    /// What the mean is of.
    public let quantity: Quantity
    /// The difference of the means.
    public let mean: PairedMean
  }

  /// The targets that both have.
  public let goals: [Goal]
  /// All targets together that every scenario has; nil where there are none.
  public let allTargets: PairedProportion?
  /// The quantities that both have.
  public let means: [Mean]
  /// Nil where it was not asked for, or no target is in both.
  public let attribution: Attribution?

  /// The difference of the means of a quantity.
  public func mean(_ path: String) -> PairedMean? {
    means.first { $0.quantity.path == path }?.mean
  }
}

/// What the assumptions that differ do to the targets.
public struct Attribution: Sendable {
  /// The parts of one target's differences, one for each assumption.
  public struct Goal: Sendable {
    /// The id of the target.
    public let id: String
    /// Parts of the difference of probabilities.
    public let probability: [AttributedPart]
    /// Of the mean of its quantity; nil where the target is about different quantities.
    public let mean: [AttributedPart]?
  }

  /// The places of the assumptions that make up each part: more than one where one makes no sense without the
  /// others.
  public let parts: [[Int]]
  /// Pairs of orders that the parts were averaged over; nil for all orders.
  public let orderPairs: Int?
  /// Scenarios in between that were evaluated.
  public let scenarios: Int
  /// Draws of each of them.
  public let draws: Int
  /// The targets that both have.
  public let goals: [Goal]
  /// Of the probability of all shared targets together; nil where there are none.
  public let allTargets: [AttributedPart]?
}
