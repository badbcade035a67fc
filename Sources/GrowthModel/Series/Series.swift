import Languages

/// A named number beside the accounts, one for each step or year: tourist visits, a plan's spending,
/// a water index.
public struct Series: Sendable, Equatable {
  /// How its numbers come about.
  public enum Course: Sendable, Equatable {
    /// The number itself.
    case level(Schedule)
    /// A base-year number that grows on the same period a year earlier: `x = x' (1 + growth)`.
    case growing(base: Double, growth: Schedule)
    /// An expression in other quantities of the same period, or of earlier ones.
    case formula(Formula)
  }

  /// How the numbers of quarters make that of a longer period.
  public enum Total: Sendable, Equatable {
    /// They add up, as money and counts do.
    case sum
    /// Their mean.
    case mean
    /// The formula itself, with the quantities of the longer period.
    case formula
  }

  /// The quantity path, such as `tourism.visits`.
  public let id: String
  /// The name people read.
  public let name: String
  /// Of its numbers; money is in billions of the currency.
  public let unit: Unit
  /// How it runs over the periods.
  public let course: Course
  /// How long the periods are that it has a number for; never shorter than the model's step.
  public let frequency: Timeline.Step
  /// The part of a year's number that falls to each of its four quarters; nil where a number is for
  /// the period that it stands for.
  public let seasonalShares: [Double]?
  /// How quarters make a longer period.
  public let total: Total
  /// The number in every period before the first step, for lags that reach there.
  public let before: Double?

  /// A series; unless something else is said it has one number a year.
  public init(
    id: String, name: String, unit: Unit, course: Course, frequency: Timeline.Step = .year,
    seasonalShares: [Double]? = nil, total: Total? = nil, before: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.course = course
    self.frequency = frequency
    self.seasonalShares = seasonalShares
    self.total = total ?? Self.usualTotal(unit: unit, course: course)
    self.before = before
  }

  /// Mean population of each year, in persons.
  public static func population(_ persons: Schedule) -> Series {
    Series(
      id: "population", name: localized("Mean population"), unit: .count("persons"),
      course: .level(persons))
  }

  /// Flows add up over quarters; rates of a formula follow from the longer period; others average.
  public static func usualTotal(unit: Unit, course: Course) -> Total {
    switch unit {
    case .money, .count: return .sum
    default:
      if case .formula = course { return .formula }
      return .mean
    }
  }
}
