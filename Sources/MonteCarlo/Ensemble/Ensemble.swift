import GrowthModel
import Stochastics

/// What a run found: the distribution of every quantity, and how the targets fared.
public struct Ensemble: Sendable {
  public let seed: UInt64
  public let draws: Int
  /// How the draws were spread over the probabilities.
  public let sampling: Sampling
  /// Every named quantity of the model, in the order of the accounts.
  public internal(set) var quantities: [QuantitySummary]
  /// The targets in the scenario's order.
  public internal(set) var targets: [TargetOutcome]
  /// The probability that a draw meets every target; nil when there are no targets.
  public let allTargets: ProbabilityEstimate?
  /// What the draws were made to agree with; nil where nothing has been published.
  public internal(set) var conditioning: ConditioningFinding?
  /// How the variables that the model uses moved together in the first draws, a pair each that a group joins.
  public var dependence: [DependenceFinding] = []

  /// Whether every target's 95% interval reaches no further than this from its middle.
  public func reaches(_ halfWidth: Double) -> Bool {
    targets.allSatisfy { $0.estimate.halfWidth() <= halfWidth }
  }

  /// The distribution of the quantity of this path.
  public func summary(_ path: String) -> QuantitySummary? {
    quantities.first { $0.quantity.path == path }
  }
}

/// How one target fared over the draws.
public struct TargetOutcome: Sendable {
  public let target: Target
  public let quantity: Quantity
  public let estimate: ProbabilityEstimate
  /// By how much draws that miss the target miss it on average, in the quantity's unit; nil when
  /// none did.
  public let meanShortfall: Double?
  /// Draws in which this is the only target that is missed.
  public let missedAlone: Int
  /// What a closer look found, where hardly any draw met the target, or missed it.
  public internal(set) var rare: RareTargetFinding?
}
