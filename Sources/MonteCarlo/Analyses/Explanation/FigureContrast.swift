import Stochastics

/// How a figure differs between the draws that meet a target and those that miss it.
public struct FigureContrast: Sendable, Equatable {
  /// A statement about the value of a figure.
  public enum Condition: Sendable, Equatable {
    /// Above this value.
    case above(Double)
    /// Below this value.
    case below(Double)
    /// From the first value to the second.
    case between(Double, Double)
    /// Of a figure that has few values: this one or a higher one.
    case atLeast(Double)
    /// The same, for this one or a lower one.
    case atMost(Double)
  }

  /// The mean of the draws that meet the target less that of all draws, in standard deviations of all.
  public let shift: Double
  /// Of the shift; the error of the standard deviation itself is not counted.
  public let shiftError: Double
  /// The 95% interval of the shift.
  public let shiftInterval: ClosedRange<Double>
  /// The largest difference between the distribution functions given met and given missed, from 0 to 1.
  public let distance: Double
  /// The distance that is exceeded once in twenty times where there is no difference in truth.
  public let criticalDistance: Double
  /// What nine in ten of the draws that met the target have in common.
  public let condition: Condition
  /// The parts of the draws that meet the target, and of those that miss it, in which the condition holds.
  public let shareOfMet: Double
  /// The part of the draws that missed the target for which it holds too.
  public let shareOfMissed: Double

  /// Puts together what the properties hold.
  public init(
    shift: Double, shiftError: Double, shiftInterval: ClosedRange<Double>, distance: Double,
    criticalDistance: Double, condition: Condition, shareOfMet: Double, shareOfMissed: Double
  ) {
    self.shift = shift
    self.shiftError = shiftError
    self.shiftInterval = shiftInterval
    self.distance = distance
    self.criticalDistance = criticalDistance
    self.condition = condition
    self.shareOfMet = shareOfMet
    self.shareOfMissed = shareOfMissed
  }

  /// Whether the interval of the shift leaves zero out.
  public var isShiftDistinct: Bool { !shiftInterval.contains(0) }

  /// Whether the figure is distinguishable from one that has nothing to do with the target.
  public var isDistinct: Bool { distance > criticalDistance }

  /// The distance that two samples from one distribution exceed with a probability of 5%, by the first term of
  /// Kolmogorov's limit; too large, if anything, for figures with few values and for draws that are spread
  /// evenly.
  static func criticalDistance(_ met: Int, _ missed: Int) -> Double {
    let limit = (-0.5 * PortableMath.log(0.05 / 2)).squareRoot()
    return limit * (1 / Double(met) + 1 / Double(missed)).squareRoot()
  }
}
