/// Something that two scenarios assume differently, as a planner would name it: one figure with all of its
/// parameters, or a whole effect, project and such that only one of them has.
public struct ChangedAssumption: Sendable, Hashable {
  /// A value of it in both scenarios.
  public struct Change: Sendable, Hashable {
    /// The keys that lead to the value, such as `uncertainties.water.level.mean`.
    public let path: String
    /// In the first scenario; nil where only the second one has it.
    public let old: ResolvedValue?
    /// In the second scenario; nil where only the first one has it.
    public let new: ResolvedValue?
  }

  /// How the two scenarios differ in it.
  public enum Kind: String, Sendable, Hashable {
    /// Both have it, each with other values.
    case changed
    /// Only the second scenario has it.
    case added
    /// Only the first scenario has it.
    case removed
  }

  /// The keys that lead to it, such as `uncertainties.water.level`.
  public let name: String
  /// How they differ in it.
  public let kind: Kind
  /// Its values that differ, in the order of the scenarios; at least one.
  public let changes: [Change]
}
