/// An undertaking with a date: it may go ahead or not, is built, opens, and grows to its capacity.
///
/// With s the opening, r the ramp and K the capacity, value added runs at the rate
/// `K clamp((t - s) / r, 0, 1)` a year, and a period gets what falls between its bounds. Before it
/// opens, spending is spread evenly over the time of construction, and a share of it is value added.
public struct Project: Sendable, Equatable {
  /// What is spent before the opening.
  public struct Construction: Sendable, Equatable {
    /// In all, at constant prices, in billions of the currency.
    public let spending: Input
    /// The time before the opening over which it is spent, in years, above zero.
    public let duration: Input
    /// The leaf activity that builds; nil where the spending takes its way through a `Demand`.
    public let activity: String?
    /// Value added for each unit of spending, a fraction.
    public let valueAddedShare: Input

    /// Spending in billions at constant prices, over a duration in years.
    public init(spending: Input, duration: Input, activity: String?, valueAddedShare: Input) {
      self.spending = spending
      self.duration = duration
      self.activity = activity
      self.valueAddedShare = valueAddedShare
    }
  }

  /// Unique among the names of a model.
  public let id: String
  /// The name people read.
  public let name: String
  /// The leaf activity that it adds to.
  public let activity: String
  /// One where it goes ahead, zero where not.
  public let goAhead: Input
  /// The opening, as a date in years.
  public let start: Input
  /// From the opening to full capacity, in years, not below zero.
  public let ramp: Input
  /// Value added in a year at full capacity, at constant prices, in billions of the currency.
  public let capacity: Input
  /// What happens before the opening; nil for nothing that counts.
  public let construction: Construction?

  /// A project; dates and times are in years.
  public init(
    id: String, name: String, activity: String, goAhead: Input, start: Input, ramp: Input,
    capacity: Input, construction: Construction? = nil
  ) {
    self.id = id
    self.name = name
    self.activity = activity
    self.goAhead = goAhead
    self.start = start
    self.ramp = ramp
    self.capacity = capacity
    self.construction = construction
  }
}
