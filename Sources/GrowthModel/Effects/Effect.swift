/// Something that moves the volume of activities away from their baseline.
public struct Effect: Sendable, Equatable {
  /// What an effect is added to.
  public enum Basis: Sendable, Equatable {
    /// The growth on the same period a year earlier; a gain stays when the effect ends.
    case growth
    /// The level of the volume, as a fraction of it; a gain goes when the effect ends.
    case level
  }

  /// Where its size comes from.
  public enum Source: Sendable, Equatable {
    /// The departure of a quantity from its reference.
    case elasticity(Elasticity)
    /// A loss that may strike.
    case event(Event)
    /// The effect in each step, a fraction.
    case formula(Formula)
  }

  /// Unique among the names of a model.
  public let id: String
  /// The name people read.
  public let name: String
  /// The activities that it reaches, with all leaves below them.
  public let activities: [String]
  /// What it is added to.
  public let basis: Basis
  /// Where its size comes from.
  public let source: Source

  /// An effect on these activities.
  public init(
    id: String, name: String, activities: [String], basis: Basis, source: Source
  ) {
    self.id = id
    self.name = name
    self.activities = activities
    self.basis = basis
    self.source = source
  }
}

/// A response to a quantity x that departs from a reference r:
///
///     f[t] = persistence f[t - 1] + elasticity d[t - lag]
///
/// with the distance `d = x - r` for rates and plain numbers, `d = x / r - 1` for others. Before the
/// first step the distance is zero.
public struct Elasticity: Sendable, Equatable {
  /// The path of x.
  public let driver: String
  /// r: what the baseline contains already.
  public let reference: Schedule
  /// Whether the distance is a fraction of the reference.
  public let isRelative: Bool
  /// The size of the response: a fraction of growth or of the level for each unit, or each
  /// fraction, of the distance.
  public let elasticity: Input
  /// In steps of the model.
  public let lag: Int
  /// The part of the effect that is left a step later, in [0, 1).
  public let persistence: Input

  /// A response without lag and persistence unless they are given.
  public init(
    driver: String, reference: Schedule, isRelative: Bool, elasticity: Input, lag: Int = 0,
    persistence: Input = .constant(0)
  ) {
    self.driver = driver
    self.reference = reference
    self.isRelative = isRelative
    self.elasticity = elasticity
    self.lag = lag
    self.persistence = persistence
  }
}

/// A loss that may strike in a step, and fades:
///
///     l[t] = (1 - recovery) l[t - 1] - occurrence[t] size[t]
public struct Event: Sendable, Equatable {
  /// One in the steps in which it strikes, zero in others; no number means that it cannot.
  public let occurrence: Schedule
  /// The part of the volume that is lost when it strikes, a fraction.
  public let size: Schedule
  /// The part of the loss that is made good a step later, in [0, 1].
  public let recovery: Input

  /// An event; `occurrence` is one in a step in which it strikes, else zero.
  public init(occurrence: Schedule, size: Schedule, recovery: Input) {
    self.occurrence = occurrence
    self.size = size
    self.recovery = recovery
  }
}
