/// What is known of a target that the draws of a run say little about.
public enum RareTargetFinding: Sendable, Equatable {
  /// No values of the uncertain figures meet the target, by interval arithmetic.
  case impossible
  /// No values of the uncertain figures miss it, by interval arithmetic.
  case certain
  /// Draws aimed at the event told its probability.
  case estimated(RareTargetEstimate)
  /// Aimed draws did not see it either, in so many evaluations: the limit of the plain draws stands.
  case unseen(TargetEvent, evaluations: Int)
}
