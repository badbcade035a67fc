/// An economy from a base year on: the tree of activities and what moves it, as a pure function of
/// its inputs.
///
/// Volumes are value added at constant prices, values at current prices, both in billions of the
/// currency. Growth rates and shares are fractions.
public struct Economy: Sendable, Equatable {
  /// What the growth of an activity is weighted with.
  public enum Weighting: Sendable, Equatable {
    /// Base-year shares at constant prices: the definition of the national accounts.
    case baseVolumes
    /// The plan's structure at current prices of the target year: a simplification that a scenario
    /// must ask for.
    case plannedStructure
  }

  /// The periods of the model.
  public var timeline: Timeline
  /// The year whose prices the volumes are expressed in, where known.
  public var priceYear: Int?
  /// The currency's code, such as `VND`.
  public var currency: String
  /// What growth is weighted with.
  public var weighting: Weighting
  /// Whether base volumes are levels in billions of the currency rather than shares of the total.
  public var hasLevels: Bool
  /// The top groups, in the order of the accounts.
  public var activities: [Activity]
  /// Mean population of each year, in persons; its path is `population`.
  public var population: Series?
  /// What policy chooses.
  public var levers: [Lever]
  /// Named numbers that nobody chooses.
  public var uncertainties: [Series]
  /// Quantities beside the accounts that a plan speaks of.
  public var indicators: [Series]
  /// What moves activities: elasticities, events and formulas.
  public var effects: [Effect]
  /// Spending that goes through the input-output table.
  public var demands: [Demand]
  /// Undertakings with a date.
  public var projects: [Project]
  /// What demands go through.
  public var inputOutput: InputOutputTable?
  /// What moves growth without a name, and lasts; nil for none.
  public var shocks: ShockProcess?

  /// Makes an economy; `check` says whether it can be evaluated.
  public init(
    timeline: Timeline, priceYear: Int? = nil, currency: String,
    weighting: Weighting = .baseVolumes, hasLevels: Bool, activities: [Activity],
    population: Series? = nil, levers: [Lever] = [], uncertainties: [Series] = [],
    indicators: [Series] = [], effects: [Effect] = [], demands: [Demand] = [],
    projects: [Project] = [], inputOutput: InputOutputTable? = nil, shocks: ShockProcess? = nil
  ) {
    self.timeline = timeline
    self.priceYear = priceYear
    self.currency = currency
    self.weighting = weighting
    self.hasLevels = hasLevels
    self.activities = activities
    self.population = population
    self.levers = levers
    self.uncertainties = uncertainties
    self.indicators = indicators
    self.effects = effects
    self.demands = demands
    self.projects = projects
    self.inputOutput = inputOutput
    self.shocks = shocks
  }

  /// Makes an economy of a base year and the year after, and checks that it can be evaluated.
  ///
  /// - Throws: `EconomyError`, the first fact that makes the accounts impossible.
  ///
  /// - Parameters:
  ///   - baseYear: that growth is measured from.
  ///   - year: that is asked about, up to `Timeline.longest` after it; every year between is a step.
  ///   - priceYear: whose prices the volumes are expressed in, where known.
  ///   - currency: its code, such as `VND`.
  ///   - weighting: what the growth of an activity is weighted with.
  ///   - hasLevels: whether base volumes are billions of the currency rather than shares of the total.
  ///   - activities: the top groups, in the order of the accounts.
  ///   - population: mean population of the years, in persons; nil where nothing is asked per person.
  ///   - indicators: quantities beside the accounts.
  public init(
    baseYear: Int, year: Int, priceYear: Int? = nil, currency: String,
    weighting: Weighting = .baseVolumes, hasLevels: Bool = true, activities: [Activity],
    population: Input? = nil, indicators: [Series] = []
  ) throws(EconomyError) {
    self.init(
      timeline: Timeline(baseYear: baseYear, lastYear: year), priceYear: priceYear,
      currency: currency, weighting: weighting, hasLevels: hasLevels, activities: activities,
      population: population.map { .population(.all($0)) }, indicators: indicators)
    try check()
  }

  /// The year that growth is measured from.
  public var baseYear: Int { timeline.baseYear }

  /// The year that is asked about.
  public var year: Int { timeline.lastYear }

  /// Every leaf with its path name, in order.
  public var leaves: [(id: String, leaf: Leaf)] { activities.flatMap(\.leaves) }

  /// Every activity, parents before children.
  public var allActivities: [Activity] { activities.flatMap(\.selfAndDescendants) }

  /// Total base volume: the sum over leaves, in billions of the currency or 1.
  public var baseVolume: Double { leaves.reduce(0) { $0 + $1.leaf.baseVolume } }

  /// Total base value at current prices, in billions of the currency; nil when leaves have none.
  public var baseValue: Double? {
    guard hasValues else { return nil }
    return leaves.reduce(0) { $0 + ($1.leaf.baseValue ?? 0) }
  }

  /// The inputs that the accounts rest on: growth and deflators of leaves, shocks, the population and
  /// what is named as uncertain; not the sizes of effects, projects and indicators.
  public var accountInputs: Set<String> {
    var inputs: [Input] = []
    func add(_ schedule: Schedule) {
      inputs += timeline.steps.compactMap { schedule[$0] }
      inputs += timeline.years.compactMap { schedule[Period(year: $0)] }
    }
    for (_, leaf) in leaves {
      add(leaf.growth)
      leaf.deflator.map(add)
    }
    for series in uncertainties + [population].compactMap(\.self) {
      switch series.course {
      case .level(let schedule), .growing(_, let schedule): add(schedule)
      case .formula: break
      }
    }
    let innovations = (shocks?.activities ?? []).flatMap { activity in
      timeline.steps.map { ShockProcess.innovation(of: activity, in: $0) }
    }
    return Set(
      inputs.compactMap { if case .uncertain(let name) = $0 { name } else { nil } } + innovations)
  }

  /// Whether structure and values at current prices can be reported.
  public var hasValues: Bool { leaves.allSatisfy { $0.leaf.values != nil } }
}
