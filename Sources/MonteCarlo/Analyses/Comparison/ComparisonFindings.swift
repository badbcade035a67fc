import GrowthModel
import Stochastics

/// How scenarios differ: what a comparison found.
public struct ComparisonFindings: Sendable {
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
    public let target: Target
    public let quantity: Quantity
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
    public let second: Target
    public let count: PairedProportion
  }

  /// The mean of a quantity that both have.
  public struct Mean: Sendable {
    public let quantity: Quantity
    public let mean: PairedMean
  }

  public let goals: [Goal]
  /// All targets together that every scenario has; nil where there are none.
  public let allTargets: PairedProportion?
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
    public let id: String
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
  public let goals: [Goal]
  /// Of the probability of all shared targets together; nil where there are none.
  public let allTargets: [AttributedPart]?
}
