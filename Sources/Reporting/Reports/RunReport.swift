import GrowthModel
import MonteCarlo
import Stochastics

/// What a run found, as numbers ready to be written in any format.
///
/// All numbers are in base units: rates, shares and contributions are fractions, money is in units
/// of the currency, money a person in units of the currency a person. A number that does not exist,
/// such as a standard deviation past the largest `Double`, is nil.
public struct RunReport: Sendable {
  /// The probabilities whose quantiles are reported.
  public static let probabilities: [(key: String, p: Double)] = [
    ("0.05", 0.05), ("0.1", 0.1), ("0.25", 0.25), ("0.5", 0.5), ("0.75", 0.75), ("0.9", 0.9),
    ("0.95", 0.95),
  ]

  /// What there is to say of the run beside its results.
  public let context: RunContext
  /// What people call the scenario.
  public let scenario: String
  /// The year that growth is measured from.
  public let baseYear: Int
  /// The year that is asked about.
  public let year: Int
  /// The code of the currency.
  public let currency: String
  /// What growth is weighted with.
  public let weighting: Economy.Weighting
  /// What the random numbers follow from.
  public let seed: UInt64
  /// How many draws were made.
  public let draws: Int
  /// How the draws were spread over the probabilities.
  public let sampling: Sampling
  /// The targets in the scenario's order; the first one leads the answer.
  public let targets: [TargetReport]
  /// All targets at once; nil when there are none.
  public let allTargets: ProbabilityReport?
  /// Every quantity that was kept, in the order of the accounts.
  public let quantities: [QuantityReport]
  /// Every activity, parents before children.
  public let contributions: [ContributionReport]
  /// Growth in every period, in order of time.
  public let periods: [PeriodReport]
  /// What moves growth; the means add up to that of growth.
  public let drivers: [DriverReport]
  /// What policy chooses, in the order of the scenario.
  public let levers: [LeverReport]
  /// How the variables moved together, a pair each that the scenario joins.
  public let dependence: [DependenceFinding]
  /// What the draws were made to agree with; nil where nothing has been published.
  public let conditioning: ConditioningFinding?
  /// The distribution of the first target's quantity, or of growth when there are no targets; nil
  /// when that quantity does not vary.
  public let histogram: Histogram?

  /// The distribution of the quantity of this path.
  public func quantity(_ path: String) -> QuantityReport? {
    quantities.first { $0.path == path }
  }

  /// The target that alone stands between most draws and the whole plan; nil when no draw misses one
  /// target alone.
  public var bindingTarget: TargetReport? {
    // The first of equals, in the scenario's order.
    let most = targets.map(\.missedAlone).max() ?? 0
    return most > 0 ? targets.first { $0.missedAlone == most } : nil
  }
}

/// The distribution of one number over the draws, in base units.
public struct DistributionReport: Sendable, Equatable {
  /// The mean of the draws; nil where it is not finite.
  public let mean: Double?
  /// The sample standard deviation (n - 1); nil where it is not finite.
  public let standardDeviation: Double?
  /// The standard error of the mean.
  public let standardError: Double?
  /// One for each of `RunReport.probabilities`.
  public let quantiles: [Double?]

  /// The quantile of one of `RunReport.probabilities`.
  public func quantile(_ key: String) -> Double? {
    RunReport.probabilities.firstIndex { $0.key == key }.flatMap { quantiles[$0] }
  }

  /// Whether the middle 90% of the draws is one number, up to the dust of arithmetic.
  var isConstant: Bool {
    guard let low = quantile("0.05"), let high = quantile("0.95") else { return false }
    return high - low <= 1e-12 * max(abs(low), abs(high))
  }

  /// The width of the middle 90% of the draws; zero when it is unknown.
  var spread: Double {
    guard !isConstant, let low = quantile("0.05"), let high = quantile("0.95") else { return 0 }
    return high - low
  }

  /// The largest magnitude among the middle quantiles.
  var magnitude: Double { quantiles.compactMap { $0.map(abs) }.max() ?? 0 }
}

/// The distribution of one quantity of the model.
public struct QuantityReport: Sendable {
  /// Its path, with the period where it is not the last year.
  public let path: String
  /// What people call it.
  public let title: String
  /// What its numbers measure.
  public let unit: Unit
  /// The name of the base unit, such as `fraction` or `VND/person`.
  public let unitName: String
  /// Over the draws, in base units.
  public let distribution: DistributionReport
}

/// A probability with its 95% interval: counted from draws, unless a rarer event was looked at closely.
public struct ProbabilityReport: Sendable, Equatable {
  /// Counted in the draws of the run, whatever the method.
  public let hits: Int
  /// Draws that were counted.
  public let draws: Int
  /// The probability itself.
  public let probability: Double
  /// Of the probability.
  public let standardError: Double
  /// Replicates that the error is told from; nil where draws are independent.
  public let replicates: Int?
  /// By how much a control made the variance smaller; nil without one.
  public let varianceReduction: Double?
  /// The ends of the 95% interval: Wilson's score interval for a count.
  public let low: Double
  /// The upper end of the interval.
  public let high: Double
  /// How it was found.
  public let method: ProbabilityMethod

  /// How a target fared, by the method that says most.
  init(_ outcome: TargetOutcome) {
    self.init(outcome.estimate, by: ProbabilityMethod(outcome))
  }

  /// How all targets fared together: what is certain of each is certain of all.
  init(_ estimate: ProbabilityEstimate, of targets: [TargetOutcome]) {
    let isImpossible = targets.contains { $0.rare == .impossible }
    let isCertain = targets.allSatisfy { $0.rare == .certain }
    self.init(estimate, by: isImpossible ? .impossible : isCertain ? .certain : .counted)
  }

  private init(_ estimate: ProbabilityEstimate, by method: ProbabilityMethod) {
    hits = estimate.hits
    draws = estimate.draws
    self.method = method
    switch method {
    case .counted, .unseen:
      let counted = ProbabilityReport(estimate)
      (replicates, varianceReduction) = (counted.replicates, counted.varianceReduction)
      (probability, standardError) = (counted.probability, counted.standardError)
      (low, high) = (counted.low, counted.high)
    case .impossible:
      (replicates, varianceReduction) = (nil, nil)
      (probability, standardError, low, high) = (0, 0, 0, 0)
    case .certain:
      (replicates, varianceReduction) = (nil, nil)
      (probability, standardError, low, high) = (1, 0, 1, 1)
    case .importance(let aimed):
      (replicates, varianceReduction) = (nil, nil)
      let isMet = aimed.event == .met
      probability = isMet ? aimed.probability : 1 - aimed.probability
      standardError = aimed.standardError
      (low, high) = isMet ? (aimed.low, aimed.high) : (1 - aimed.high, 1 - aimed.low)
    }
  }

  init(_ estimate: ProbabilityEstimate) {
    let interval = estimate.interval(confidence: 0.95)
    hits = estimate.hits
    draws = estimate.draws
    probability = estimate.probability
    standardError = estimate.standardError
    replicates = estimate.spread?.replicates
    varianceReduction = estimate.varianceReduction
    low = interval.lowerBound
    high = interval.upperBound
    method = .counted
  }

  init(hits: Int, draws: Int) { self.init(ProbabilityEstimate(hits: hits, draws: draws)) }
}

/// How one target fared.
public struct TargetReport: Sendable {
  /// Its id in the scenario.
  public let id: String
  /// What people call it.
  public let name: String
  /// The path of the quantity it is about.
  public let quantity: String
  /// What people call the quantity.
  public let quantityTitle: String
  /// The period that it is about.
  public let period: Period
  /// Whether it is an average over all years up to that period.
  public let isAverage: Bool
  /// What its threshold measures.
  public let unit: Unit
  /// The unit in words.
  public let unitName: String
  /// In base units, its tolerance too.
  public let comparison: Target.Comparison
  /// In base units.
  public let threshold: Double
  /// The probability that it is met.
  public let outcome: ProbabilityReport
  /// Of the quantity, in base units; nil where that was not recorded.
  public let distribution: DistributionReport?
  /// By how much the draws that miss the target miss it on average; nil when none does.
  public let meanShortfall: Double?
  /// Draws in which it is the only target that is missed.
  public let missedAlone: Int
}

/// What one activity adds to growth.
public struct ContributionReport: Sendable {
  /// The id of the activity.
  public let id: String
  /// What people call it.
  public let name: String
  /// Zero for the top groups.
  public let depth: Int
  /// The id of the group it belongs to.
  public let parent: String?
  /// The share of the total that its growth is weighted with.
  public let weight: Double
  /// Of its volume, fractions; nil where that was not recorded.
  public let growth: DistributionReport?
  /// To growth of the total, fractions.
  public let contribution: DistributionReport
}
