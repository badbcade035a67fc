/// A statement of the plan that a draw meets or misses.
public struct Target: Sendable, Equatable {
  /// How a quantity is held against its threshold.
  public enum Comparison: Sendable, Equatable {
    case atLeast
    case atMost
    /// No further than this from the threshold, in the quantity's unit.
    case within(tolerance: Double)
  }

  /// The name used on the command line and in JSON.
  public let id: String
  /// The name people read.
  public let name: String
  /// The path of the quantity, such as `growth` or `services.share`.
  public let quantity: String
  public let comparison: Comparison
  /// In the unit of the quantity: a fraction, or billions of the currency.
  public let threshold: Double

  public init(
    id: String, name: String, quantity: String, comparison: Comparison, threshold: Double
  ) {
    self.id = id
    self.name = name
    self.quantity = quantity
    self.comparison = comparison
    self.threshold = threshold
  }

  /// How far a value falls short of the target, in the quantity's unit: zero or less when it is met.
  public func shortfall(of value: Double) -> Double {
    switch comparison {
    case .atLeast: threshold - value
    case .atMost: value - threshold
    case .within(let tolerance): abs(value - threshold) - tolerance
    }
  }
}
