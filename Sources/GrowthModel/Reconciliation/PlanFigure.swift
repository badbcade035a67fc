import LinearAlgebra

/// A number of a plan that may be adjusted: where it is believed to be, and how firmly.
public struct PlanFigure: Sendable, Equatable {
  /// The path of the figure.
  public let name: String
  /// Where the number is before anything else is known.
  public let centre: Double
  /// The unit in which adjustments are measured, not negative; a figure with zero does not move.
  public let standardDeviation: Double
  /// No adjustment goes below it: -1 for growth rates and deflators, zero for a population.
  public let lowest: Double

  /// Makes a figure; without bounds it may take any value.
  public init(
    name: String, centre: Double, standardDeviation: Double, lowest: Double = -.infinity
  ) {
    self.name = name
    self.centre = centre
    self.standardDeviation = standardDeviation
    self.lowest = lowest
  }
}

/// What a plan says about one quantity: the values that are in keeping with it.
public struct PlanStatement: Sendable, Equatable {
  /// Its id in the scenario.
  public let id: String
  /// Bounds in the quantity's unit: equal ones for a figure, infinity where there is none.
  public let lower: Double
  /// The greatest value that is in keeping with it; infinite where there is none.
  public let upper: Double

  /// - Precondition: `lower` <= `upper`, and neither is NaN.
  public init(id: String, lower: Double, upper: Double) {
    precondition(lower <= upper, "the bounds of a statement are in order")
    self.id = id
    self.lower = lower
    self.upper = upper
  }

  /// A quantity of this value.
  public init(id: String, equals value: Double) {
    self.init(id: id, lower: value, upper: value)
  }

  /// Whether one value alone is in keeping with it.
  public var isEquality: Bool { lower == upper }

  /// How far a value is from what is stated: zero within the bounds.
  public func violation(_ value: Double) -> Double {
    value < lower ? lower - value : value > upper ? value - upper : 0
  }

  /// The bound next to a value.
  public func nearestBound(to value: Double) -> Double {
    lower == -.infinity
      ? upper
      : upper == .infinity
        ? lower
        : (value - lower).magnitude <= (value - upper).magnitude ? lower : upper
  }
}

/// The quantities that statements are about, at some values of the figures.
public struct Linearization: Sendable, Equatable {
  /// One for each statement.
  public let values: [Double]
  /// A row for each statement, a column for each figure.
  public let derivatives: Matrix

  /// Values of the quantities with their slopes: a row for each quantity, a column for each figure.
  public init(values: [Double], derivatives: Matrix) {
    self.values = values
    self.derivatives = derivatives
  }
}
