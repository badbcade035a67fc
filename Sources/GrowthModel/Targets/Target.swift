/// A statement of the plan that a draw meets or misses.
public struct Target: Sendable, Equatable {
  /// How a quantity is held against its threshold.
  public enum Comparison: Sendable, Equatable {
    /// The threshold or more.
    case atLeast
    /// The threshold or less.
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
  /// How the quantity is held against the threshold.
  public let comparison: Comparison
  /// In the unit of the quantity: a fraction, or billions of the currency.
  public let threshold: Double

  /// Makes a target.
  ///
  /// - Parameters:
  ///   - id: the name used on the command line and in JSON; the quantity's path where nil.
  ///   - name: the name people read; `id` where nil.
  ///   - quantity: the path of the quantity, such as `growth` or `services.share`.
  ///   - comparison: how it is held against the threshold.
  ///   - threshold: in the unit of the quantity: a fraction, or billions of the currency.
  public init(
    id: String? = nil, name: String? = nil, quantity: String, comparison: Comparison,
    threshold: Double
  ) {
    self.id = id ?? quantity
    self.name = name ?? self.id
    self.quantity = quantity
    self.comparison = comparison
    self.threshold = threshold
  }

  /// How far a value falls short of the target, in the quantity's unit: zero or less when it is met.
  public func shortfall(of value: Double) -> Double {
    let distance = distance(of: value)
    return distance > rounding ? distance : min(distance, 0)
  }

  /// How far a value lies on the wrong side of the target, in the quantity's unit: below zero on the
  /// right side. The target is met up to a distance of `rounding`.
  public func distance(of value: Double) -> Double {
    switch comparison {
    case .atLeast: threshold - value
    case .atMost: value - threshold
    case .within(let tolerance): abs(value - threshold) - tolerance
    }
  }

  /// The largest distance from the target that is still taken for the dust of arithmetic.
  ///
  /// An economy in which all grows by 8% grows by 8%, though a sum of 8% over its activities is a
  /// little above or below. The accounts add up numbers about as large as the threshold, or
  /// quotients near one (shares, deflators); a sum of a few hundred of them is off by a few dozen
  /// roundings of 2^-53. This allows for 128: 1.4e-12 percentage points.
  public var rounding: Double { 0x1p-46 * max(abs(threshold), 1) }
}
