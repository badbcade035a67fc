import GrowthModel
import Stochastics

/// What the draws of a run were made to agree with, and what that took.
public struct ConditioningFinding: Sendable {
  /// The published figures that the draws agree with.
  public let actuals: [Actual]
  /// Those that follow from the others within rounding, and add nothing.
  public let implied: [Actual]
  /// Draws that were made; each counts for as much as the figures are likely with it.
  public let drawsMade: Int
  /// The number of independent draws that are worth as much as those that are counted, that of Kish: the
  /// square of the sum of the counts over the sum of their squares.
  public let effectiveDraws: Double
  /// Draws that could not be made to agree with the figures, and count for nothing.
  public let unsolved: Int
  /// The squared distance of the figures from the centre of what was believed: from a linear model with
  /// normal inputs, that of chi-square with `actuals.count` degrees of freedom.
  public let squaredDistance: Double

  /// The probability of figures further from the centre of what was believed, from that distribution.
  public var tailProbability: Double {
    ChiSquare.upperTail(squaredDistance, degreesOfFreedom: max(actuals.count, 1))
  }

  init(_ conditioning: Conditioning, _ tally: Tally) {
    actuals = conditioning.constraints.actuals
    implied = conditioning.implied
    drawsMade = tally.made
    effectiveDraws = tally.effectiveDraws ?? Double(tally.draws)
    unsolved = tally.unsolved
    squaredDistance = conditioning.squaredDistance
  }
}
