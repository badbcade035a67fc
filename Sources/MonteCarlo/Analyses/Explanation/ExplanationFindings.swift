import GrowthModel
import Stochastics

/// What must be true for targets to be met: what an explanation found.
public struct ExplanationFindings: Sendable, Equatable {
  /// What the random numbers follow from.
  public let seed: UInt64
  /// How many draws were made.
  public let draws: Int
  /// How the draws are spread.
  public let sampling: Sampling
  /// One for each target that was asked about.
  public let targets: [TargetExplanation]

  /// Puts together what the properties hold.
  public init(seed: UInt64, draws: Int, sampling: Sampling, targets: [TargetExplanation]) {
    self.seed = seed
    self.draws = draws
    self.sampling = sampling
    self.targets = targets
  }
}

/// What sets the draws that meet one target apart from those that miss it.
public struct TargetExplanation: Sendable, Equatable {
  /// Whether anything can be told apart.
  public enum Verdict: Sendable, Equatable {
    /// Some values of the uncertain figures may meet the target and others may miss it.
    case open
    /// No values of the uncertain figures miss it.
    case certain
    /// No values of the uncertain figures meet it.
    case impossible
  }

  /// The target that it is about.
  public let target: Target
  /// The quantity that the target is about.
  public let quantity: Quantity
  /// The probability that the target is met.
  public let estimate: ProbabilityEstimate
  /// Whether it can be met, and missed.
  public let verdict: Verdict
  /// The quantity that the target is about.
  public let response: SplitDistribution
  /// What has to do with the target and is not the same in every draw; what tells most first.
  public let figures: [ExplainedFigure]
  /// Nil where the verdict is not open.
  public let point: BorderPoint?

  /// Puts together what the properties hold.
  public init(
    target: Target, quantity: Quantity, estimate: ProbabilityEstimate, verdict: Verdict,
    response: SplitDistribution, figures: [ExplainedFigure], point: BorderPoint?
  ) {
    self.target = target
    self.quantity = quantity
    self.estimate = estimate
    self.verdict = verdict
    self.response = response
    self.figures = figures
    self.point = point
  }

  /// Draws of the rarer event below which its distributions are thin evidence: the error of a mean is then
  /// a tenth of a standard deviation or more.
  public static let fewDraws = Simulation.rareCount

  /// The probability that the target is met if its border is flat: nil where no point of it was found, and where
  /// it has two, above and below a threshold.
  public var firstOrderProbability: Double? {
    guard let point, point.isConverged else { return nil }
    if case .within = target.comparison { return nil }
    return point.firstOrderProbability
  }

  /// Draws that meet the target, or those that miss it if they are fewer.
  public var rarerDraws: Int { min(estimate.hits, estimate.draws - estimate.hits) }

  /// Whether so few draws meet the target, or miss it, that what they have in common is uncertain.
  public var isThin: Bool { rarerDraws < Self.fewDraws }
}

/// The distribution of a figure in all draws, in those that meet a target, and in those that miss it.
public struct SplitDistribution: Sendable, Equatable {
  /// In all draws.
  public let all: FigureDistribution
  /// Nil where no draw meets it.
  public let met: FigureDistribution?
  /// Nil where no draw misses it.
  public let missed: FigureDistribution?

  /// Puts together what the properties hold.
  public init(all: FigureDistribution, met: FigureDistribution?, missed: FigureDistribution?) {
    self.all = all
    self.met = met
    self.missed = missed
  }

  /// The same distributions with the quantiles of a figure that has few values.
  func with(counts: [ExplainedFigure.ValueCount]) -> SplitDistribution {
    SplitDistribution(
      all: all.with(counts: counts.map { ($0.value, $0.met + $0.missed) }),
      met: met?.with(counts: counts.map { ($0.value, $0.met) }),
      missed: missed?.with(counts: counts.map { ($0.value, $0.missed) }))
  }
}

/// How a figure is distributed over some draws; in the unit of the figure.
public struct FigureDistribution: Sendable, Equatable {
  /// The probabilities that `quantiles` belong to.
  public static let probabilities = [0.05, 0.1, 0.5, 0.9, 0.95]

  /// How many draws these are.
  public let draws: Int
  /// The mean of these draws.
  public let mean: Double
  /// Of the mean: zero for a single draw.
  public let standardError: Double
  /// Of the sample (n - 1); zero for a single draw.
  public let standardDeviation: Double
  /// One for each of `probabilities`.
  public let quantiles: [Double]

  /// Puts together what the properties hold.
  public init(
    draws: Int, mean: Double, standardError: Double, standardDeviation: Double, quantiles: [Double]
  ) {
    self.draws = draws
    self.mean = mean
    self.standardError = standardError
    self.standardDeviation = standardDeviation
    self.quantiles = quantiles
  }

  /// The same distribution with the quantiles of a figure that has few values: the least one up to which at least
  /// that part of the draws lies.
  func with(counts: [(value: Double, draws: Int)]) -> FigureDistribution {
    let quantiles = Self.probabilities.map { p in
      var below = 0
      for count in counts {
        below += count.draws
        if below > 0, Double(below) >= p * Double(draws) { return count.value }
      }
      return counts.last?.value ?? .nan
    }
    return FigureDistribution(
      draws: draws, mean: mean, standardError: standardError,
      standardDeviation: standardDeviation, quantiles: quantiles)
  }

  /// One draw in ten lies below.
  public var p10: Double { quantiles[1] }
  /// Half of the draws lie below.
  public var median: Double { quantiles[2] }
  /// One draw in ten lies above.
  public var p90: Double { quantiles[3] }
}

/// A figure that has to do with a target.
public struct ExplainedFigure: Sendable, Equatable {
  /// What it is in the model.
  public enum Role: Sendable, Equatable {
    /// The growth of an activity, below these groups.
    case activity(id: String, groups: [String])
    /// A named number beside the accounts.
    case series
    /// An uncertain input that is no quantity of its own.
    case input
    /// Whether a project goes ahead, one or zero.
    case goAhead
    /// Whether an event strikes, one or zero.
    case occurrence
  }

  /// A value that has a probability of its own, and the draws that have it.
  public struct ValueCount: Sendable, Equatable {
    /// In the unit of the figure.
    public let value: Double
    /// Draws that have the value and meet the target.
    public let met: Int
    /// Draws that have the value and miss the target.
    public let missed: Int

    /// Puts together what the properties hold.
    public init(value: Double, met: Int, missed: Int) {
      self.value = value
      self.met = met
      self.missed = missed
    }
  }

  /// The path of the quantity, or the name of the variable.
  public let name: String
  /// What people call the figure.
  public let title: String
  /// What its numbers measure.
  public let unit: Unit
  /// What the figure is in the scenario.
  public let role: Role
  /// The name of an earlier figure that this is a straight line of, so that it says the same.
  public let sameAs: String?
  /// In all draws and on both sides of the target.
  public let distribution: SplitDistribution
  /// Of a figure that has few values, ascending; nil for others.
  public let values: [ValueCount]?
  /// Nil where all draws meet the target, or all miss it.
  public let contrast: FigureContrast?
  /// The value at the most likely point of the target's border, where one was found.
  public let atPoint: Double?

  /// Puts together what the properties hold.
  public init(
    name: String, title: String, unit: Unit, role: Role, sameAs: String? = nil,
    distribution: SplitDistribution, values: [ValueCount]?, contrast: FigureContrast?,
    atPoint: Double?
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.role = role
    self.sameAs = sameAs
    self.distribution = distribution
    self.values = values
    self.contrast = contrast
    self.atPoint = atPoint
  }

  /// How far its value at the most likely point of the border is from its mean, in standard deviations.
  public var distanceAtPoint: Double? {
    guard let atPoint, distribution.all.standardDeviation > 0 else { return nil }
    let distance = (atPoint - distribution.all.mean) / distribution.all.standardDeviation
    return distance.isFinite ? distance : nil
  }
}
