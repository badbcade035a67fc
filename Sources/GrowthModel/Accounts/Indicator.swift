/// A quantity beside the accounts that a plan sets a target for, such as tourist visits.
public struct Indicator: Sendable, Equatable {
  /// How the level of the target year comes about.
  public enum Course: Sendable, Equatable {
    /// A base-year level that grows: `level = base (1 + growth)`.
    case growing(base: Double, growth: Input)
    /// The level itself.
    case level(Input)
  }

  /// The quantity path of the level, such as `tourism.visits`.
  public let id: String
  /// The name people read.
  public let name: String
  /// The unit of the level; money is in billions of the currency.
  public let unit: Unit
  public let course: Course

  public init(id: String, name: String, unit: Unit, course: Course) {
    self.id = id
    self.name = name
    self.unit = unit
    self.course = course
  }
}
