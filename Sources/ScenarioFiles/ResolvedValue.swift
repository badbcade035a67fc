/// One value of a scenario as it is used, and where it came from.
public struct ResolvedValue: Sendable, Hashable {
  /// Who said so.
  public enum Origin: Sendable, Hashable {
    /// Written in the scenario file, or in one that it extends.
    case file(Location)
    /// Given by an override, `PATH=VALUE`.
    case commandLine(String)
    /// What the format takes when a file says nothing.
    case standard
    /// Follows from other values, such as base shares from a planned structure.
    case implied
    /// Estimated from the history; the location is that of its column's title.
    case history(Location)
  }

  /// The keys that lead to the value, such as `activities.agriculture.growth.mean`.
  public let path: String
  /// As people write it, with its unit.
  public let value: String
  /// Who said so.
  public let origin: Origin
  /// The source that the file names for it.
  public let source: String?

  /// A value as a reader found it.
  public init(path: String, value: String, origin: Origin, source: String?) {
    self.path = path
    self.value = value
    self.origin = origin
    self.source = source
  }
}
