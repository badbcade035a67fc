import MonteCarlo

/// How a probability was found.
public enum ProbabilityMethod: Sendable, Equatable {
  /// From the share of the draws.
  case counted
  /// From the share of the draws, none of which showed the event, nor any that looked for it.
  case unseen(evaluations: Int)
  /// From draws aimed at the event, weighed by their likelihood ratios.
  case importance(AimedReport)
  /// No values of the uncertain figures meet the target.
  case impossible
  /// No values of the uncertain figures miss the target.
  case certain

  /// As JSON and CSV name it.
  var name: String {
    switch self {
    case .counted, .unseen: "count"
    case .importance: "importance"
    case .impossible, .certain: "bounds"
    }
  }

  var aimed: AimedReport? {
    if case .importance(let aimed) = self { aimed } else { nil }
  }

  /// Evaluations of the model beside those of the draws that were counted.
  var evaluations: Int? {
    switch self {
    case .importance(let aimed): aimed.evaluations
    case .unseen(let evaluations): evaluations
    case .counted, .impossible, .certain: nil
    }
  }

  init(_ outcome: TargetOutcome) {
    switch outcome.rare {
    case .impossible: self = .impossible
    case .certain: self = .certain
    case .unseen(_, let evaluations): self = .unseen(evaluations: evaluations)
    case .estimated, nil:
      self = outcome.betterEstimate.map { .importance(AimedReport($0)) } ?? .counted
    }
  }
}

/// What draws aimed at a rare event found.
public struct AimedReport: Sendable, Equatable {
  /// The event: the rarer of the two.
  public let event: TargetEvent
  /// The probability of the event, and the ends of its 95% interval.
  public let probability: Double
  /// The lower end of the interval.
  public let low: Double
  /// The upper end of the interval.
  public let high: Double
  /// Of the probability.
  public let standardError: Double
  /// Aimed draws.
  public let draws: Int
  /// (sum w)^2 / sum w^2 of the weights of the draws that show the event.
  public let effectiveSampleSize: Double
  /// The standard error over the probability.
  public let coefficientOfVariation: Double
  /// All evaluations of the model, those of the searches too.
  public let evaluations: Int
  /// The likeliest way in which the event comes about; nil when no search converged.
  public let designPoint: DesignPoint?

  init(_ estimate: RareTargetEstimate) {
    let interval = estimate.interval(confidence: 0.95)
    event = estimate.event
    probability = estimate.probability
    low = interval.lowerBound
    high = interval.upperBound
    standardError = estimate.standardError
    draws = estimate.draws
    effectiveSampleSize = estimate.effectiveSampleSize
    coefficientOfVariation = estimate.coefficientOfVariation
    evaluations = estimate.evaluations
    designPoint = estimate.designPoints.first.flatMap { $0.isConverged ? $0 : nil }
  }
}
