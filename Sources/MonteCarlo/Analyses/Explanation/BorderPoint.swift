import GrowthModel
import Stochastics

/// The most likely way in which a target is met, or missed, by nothing: the nearest point of its border.
public struct BorderPoint: Sendable, Equatable {
  /// On which side of the border the middle of what is uncertain does not lie.
  public let event: TargetEvent
  /// The distance in standard deviations, and how the search for it ended.
  public let beta: Double
  /// How the search ended.
  public let outcome: DesignPoint.Outcome
  /// Independent normal scores that the target depends on and that can move freely.
  public let dimensions: Int
  /// Other points of the border that are about as near.
  public let others: Int
  /// The quantity of the target there.
  public let response: Double
  /// What is uncertain and has few values, with the one that it has there.
  public let given: [Given]

  /// A figure of few values at the point.
  public struct Given: Sendable, Equatable {
    /// The path of the figure.
    public let name: String
    /// What people call the figure.
    public let title: String
    /// What the value measures.
    public let unit: Unit
    /// What the figure is in the scenario.
    public let role: ExplainedFigure.Role
    /// In the unit of the model.
    public let value: Double
    /// Whether it is the value in the middle of its distribution.
    public let isUsual: Bool

    /// Puts together what the properties hold.
    public init(
      name: String, title: String, unit: Unit, role: ExplainedFigure.Role, value: Double,
      isUsual: Bool
    ) {
      self.name = name
      self.title = title
      self.unit = unit
      self.role = role
      self.value = value
      self.isUsual = isUsual
    }
  }

  /// Puts together what the properties hold.
  public init(
    event: TargetEvent, beta: Double, outcome: DesignPoint.Outcome, dimensions: Int, others: Int,
    response: Double, given: [Given]
  ) {
    self.event = event
    self.beta = beta
    self.outcome = outcome
    self.dimensions = dimensions
    self.others = others
    self.response = response
    self.given = given
  }

  /// The same point, with what is given in the order of these names.
  func ordered(by names: [String]) -> BorderPoint {
    let places = Dictionary(
      zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    return BorderPoint(
      event: event, beta: beta, outcome: outcome, dimensions: dimensions, others: others,
      response: response,
      given: given.sorted { places[$0.name] ?? .max < places[$1.name] ?? .max })
  }

  /// Whether the point was found.
  public var isConverged: Bool { outcome == .converged }

  /// The probability that the target is met if its border is flat: Phi(-beta), or one less that where missing it
  /// is the event.
  public var firstOrderProbability: Double {
    let normal = NormalDistribution.standard
    return event == .met ? normal.cumulative(-beta) : normal.cumulative(beta)
  }

  /// The probability of a draw that lies further from the middle, in whatever direction: that the sum of
  /// `dimensions` squared normal scores is above beta squared.
  public var probabilityBeyond: Double {
    guard dimensions > 0 else { return 1 }
    return ChiSquare.upperTail(beta * beta, degreesOfFreedom: dimensions)
  }
}
