import Stochastics

/// The probability of an event that hardly any draw shows, from draws that were aimed at it.
public struct RareTargetEstimate: Sendable, Equatable {
  /// What to know before trusting an estimate.
  public enum Warning: Sendable, Equatable {
    /// So many points of the event, far from each other, are about equally near: there may be more.
    case severalDesignPoints(Int)
    /// The draws of the event count for so few.
    case fewEffectiveDraws(Double)
    /// Counting plain draws saw so many of the event, which this probability makes all but impossible.
    case disagreesWithCount(hits: Int, draws: Int)
    /// In so many aimed draws the quantity was infinite or not a number.
    case notFinite(Int)
  }

  /// The event that the probability is of.
  public let event: TargetEvent
  /// The probability of the event.
  public let probability: Double
  /// Of the probability.
  public let standardError: Double
  /// `(sum w)^2 / sum w^2` over the draws of the event, with their likelihood ratios w.
  public let effectiveSampleSize: Double
  /// Aimed draws that the estimate is the mean of.
  public let draws: Int
  /// Those among them in which the event happened.
  public let hits: Int
  /// All evaluations of the model, those of the searches too.
  public let evaluations: Int
  /// The nearest points of the event that were found, the nearest first.
  public let designPoints: [DesignPoint]
  /// What to be careful about.
  public internal(set) var warnings: [Warning]

  /// The standard error as a fraction of the probability.
  public var coefficientOfVariation: Double { standardError / probability }

  /// The probability that the target is met.
  public var probabilityMet: Double { event == .met ? probability : 1 - probability }

  /// An interval about the probability of the event: normal in its logarithm, whose standard error is the
  /// coefficient of variation. It never reaches zero, and leans to the side on which an estimate from
  /// skewed weights errs.
  ///
  /// - Precondition: 0 < confidence < 1.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let z = NormalDistribution.standard.quantile(TailProbability(upper: (1 - confidence) / 2))
    let factor = PortableMath.exp(z * coefficientOfVariation)
    return probability / factor...min(probability * factor, 1)
  }

  /// The interval about the probability that the target is met.
  public func intervalMet(confidence: Double = 0.95) -> ClosedRange<Double> {
    let interval = interval(confidence: confidence)
    return event == .met ? interval : 1 - interval.upperBound...1 - interval.lowerBound
  }
}
