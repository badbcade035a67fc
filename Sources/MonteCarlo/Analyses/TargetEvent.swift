/// What may happen to a target in a draw.
public enum TargetEvent: String, Sendable, Equatable {
  case met
  case missed
}
