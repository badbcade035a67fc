/// What may happen to a target in a draw.
public enum TargetEvent: String, Sendable, Equatable {
  /// A draw meets it.
  case met
  /// A draw misses it.
  case missed
}
