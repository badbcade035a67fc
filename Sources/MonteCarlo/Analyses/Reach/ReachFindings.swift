import GrowthModel

/// What it takes for a target to have a probability: what `ReachAnalysis` found.
public struct ReachFindings: Sendable {
  /// The target that it is about.
  public let target: Target
  /// The quantity that the target is about.
  public let quantity: Quantity
  /// The probability that is asked for.
  public let probability: Double
  /// What the random numbers follow from.
  public let seed: UInt64
  /// How many draws were made.
  public let draws: Int
  /// The settings at which the draws were evaluated, over all levers.
  public let evaluations: Int
  /// With every lever where it stands.
  public let present: ProbabilityEstimate
  /// One for each lever that was asked about.
  public let levers: [LeverReach]
  /// Several levers together; nil where that was not asked for.
  public let combination: CombinationReach?
  /// The plain arithmetic; nil where an input has no mean.
  public let gap: ArithmeticGap?

  /// Puts together what the properties hold.
  public init(
    target: Target, quantity: Quantity, probability: Double, seed: UInt64, draws: Int,
    evaluations: Int, present: ProbabilityEstimate, levers: [LeverReach],
    combination: CombinationReach? = nil, gap: ArithmeticGap?
  ) {
    self.target = target
    self.quantity = quantity
    self.probability = probability
    self.seed = seed
    self.draws = draws
    self.evaluations = evaluations
    self.present = present
    self.levers = levers
    self.combination = combination
    self.gap = gap
  }
}

/// What one lever alone can do for a target.
///
/// A position is the setting itself, in the unit of the lever; of a lever with a number for each period it is
/// what is added to all of them.
public struct LeverReach: Sendable {
  /// What came of it.
  public enum Outcome: Sendable, Equatable {
    /// The probability is there already.
    case already
    /// The setting nearest to the present one at which the probability is reached.
    case reached(ReachedSetting)
    /// Nowhere in the range; the best there is.
    case outOfReach(best: SettingProbability)
    /// The quantity of the target does not depend on the lever.
    case noEffect
    /// The scenario gives no range.
    case noRange
    /// It is a day, and days are not searched.
    case isDate
    /// Its numbers by period lie so far apart that all of them cannot be moved within its range.
    case cannotShift
  }

  /// The lever that is moved.
  public let lever: Lever
  /// The numbers of the lever by period, where it has more than one; else empty.
  public let periods: [(period: Period, number: Double)]
  /// Where it stands; nil where the lever cannot be moved.
  public let present: Double?
  /// Where it can be.
  public let range: ClosedRange<Double>?
  /// The probability at the ends of the range; nil where the lever cannot be moved.
  public let ends: (low: ProbabilityEstimate, high: ProbabilityEstimate)?
  /// How far it carries.
  public let outcome: Outcome
  /// By how much the probability falls at the most where it should rise, or the other way round, from one
  /// end of the range to the other: zero where it is monotone on these draws.
  public let reversal: Double

  /// Puts together what the properties hold.
  public init(
    lever: Lever, periods: [(period: Period, number: Double)] = [], present: Double? = nil,
    range: ClosedRange<Double>? = nil,
    ends: (low: ProbabilityEstimate, high: ProbabilityEstimate)? = nil, outcome: Outcome,
    reversal: Double = 0
  ) {
    self.lever = lever
    self.periods = periods
    self.present = present
    self.range = range
    self.ends = ends
    self.outcome = outcome
    self.reversal = reversal
  }

  /// What a move to a position costs, in billions of the currency: less than zero where it saves.
  ///
  /// - Parameter position: of the lever.
  /// - Returns: nil where the scenario gives no cost.
  public func cost(at position: Double) -> Double? {
    lever.cost.flatMap { cost in change(to: position).map { DecimalGrid.tidied(cost * $0) } }
  }

  /// How far a position is from where the lever stands; nil where the lever cannot be moved.
  ///
  /// - Parameter position: of the lever.
  public func change(to position: Double) -> Double? {
    present.map { DecimalGrid.tidied(position - $0) }
  }

  /// The numbers of the lever at a position, each with its period; without one where there is one number.
  ///
  /// - Parameter position: of the lever.
  public func numbers(at position: Double) -> [(period: Period?, number: Double)] {
    periods.isEmpty
      ? [(nil, position)] : periods.map { ($0.period, DecimalGrid.tidied($0.number + position)) }
  }
}

/// A position of a lever, and the probability of the target there.
public struct SettingProbability: Sendable, Equatable {
  /// In the unit of the lever.
  public let position: Double
  /// The probability of the target there.
  public let estimate: ProbabilityEstimate

  /// Puts together what the properties hold.
  public init(position: Double, estimate: ProbabilityEstimate) {
    self.position = position
    self.estimate = estimate
  }
}

/// Where a lever reaches a probability.
public struct ReachedSetting: Sendable, Equatable {
  /// The first position that reaches it, to a millionth of the range.
  public let exact: SettingProbability
  /// Few digits, further on.
  public let rounded: SettingProbability
  /// The positions between which the true setting lies, with 95% confidence, from the lower to the higher:
  /// those at which the Wilson interval of the probability holds what is asked for. Nil where the range ends
  /// first.
  public let low: Double?
  /// The upper end of the interval of the setting; nil where the range ends first.
  public let high: Double?

  /// Puts together what the properties hold.
  public init(
    exact: SettingProbability, rounded: SettingProbability, low: Double?, high: Double?
  ) {
    self.exact = exact
    self.rounded = rounded
    self.low = low
    self.high = high
  }
}
