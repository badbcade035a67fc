import GrowthModel
import MonteCarlo

extension RunReport {
  /// Gathers what an ensemble found about a scenario.
  ///
  /// - Parameters:
  ///   - scenario: the scenario that was run.
  ///   - ensemble: what the run found.
  ///   - context: where the scenario came from, and what to tell the reader about it.
  public init(scenario: Scenario, ensemble: Ensemble, context: RunContext) {
    let economy = scenario.economy
    var remarked = context
    remarked.warnings += ensemble.targets.flatMap {
      ReportWarning.warnings(of: $0, path: context.file)
    }
    remarked.warnings += ReportWarning.warnings(of: ensemble.conditioning, path: context.file)
    self.context = remarked
    self.scenario = scenario.name
    baseYear = economy.baseYear
    year = economy.year
    currency = economy.currency
    weighting = economy.weighting
    seed = ensemble.seed
    draws = ensemble.conditioning?.drawsMade ?? ensemble.draws
    sampling = ensemble.sampling
    let quantities = ensemble.quantities.map { QuantityReport($0, currency: economy.currency) }
    let places = Dictionary(
      quantities.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    func distribution(_ path: String) -> DistributionReport? {
      places[path].map { quantities[$0].distribution }
    }
    self.quantities = quantities
    targets = ensemble.targets.map {
      TargetReport(
        $0, distribution: distribution($0.quantity.path), currency: economy.currency)
    }
    allTargets = ensemble.allTargets.map { ProbabilityReport($0, of: ensemble.targets) }
    contributions = economy.activities.flatMap {
      Self.contributions(
        of: $0, depth: 0, parent: nil, total: economy.baseVolume, distribution: distribution)
    }
    periods = Self.periods(economy, distribution: distribution)
    drivers = Self.drivers(economy, distribution: distribution)
    levers = Self.levers(economy, distribution: distribution)
    dependence = ensemble.dependence
    conditioning = ensemble.conditioning
    let lead = ensemble.targets.first
    histogram = ensemble.summary(lead?.quantity.path ?? "growth")
      .flatMap { Histogram($0, outcome: lead, currency: economy.currency) }
  }

  /// An activity and all below it.
  private static func contributions(
    of activity: Activity, depth: Int, parent: String?, total: Double,
    distribution: (String) -> DistributionReport?
  ) -> [ContributionReport] {
    guard let contribution = distribution(activity.id + ".contribution") else { return [] }
    let own = ContributionReport(
      id: activity.id, name: activity.name, depth: depth, parent: parent,
      weight: activity.leaves.reduce(0) { $0 + $1.leaf.baseVolume } / total,
      growth: distribution(activity.id + ".growth"), contribution: contribution)
    return [own]
      + activity.children.flatMap {
        contributions(
          of: $0, depth: depth + 1, parent: activity.id, total: total, distribution: distribution)
      }
  }
}

extension QuantityReport {
  init(_ summary: QuantitySummary, currency: String) {
    let measure = Measure(unit: summary.quantity.unit, currency: currency)
    path = summary.quantity.path
    title = summary.quantity.title
    unit = summary.quantity.unit
    unitName = measure.baseUnit
    distribution = DistributionReport(summary, measure: measure)
  }
}

extension DistributionReport {
  init(_ summary: QuantitySummary, measure: Measure) {
    func base(_ value: Double) -> Double? {
      let result = measure.base(value)
      return result.isFinite ? result : nil
    }
    mean = base(summary.mean)
    standardDeviation = base(summary.standardDeviation)
    standardError = base(summary.standardError)
    quantiles = RunReport.probabilities.map { base(summary.quantile($0.p)) }
  }
}

extension TargetReport {
  init(_ outcome: TargetOutcome, distribution: DistributionReport?, currency: String) {
    let measure = Measure(unit: outcome.quantity.unit, currency: currency)
    id = outcome.target.id
    name = outcome.target.name
    quantity = outcome.target.quantity
    quantityTitle = outcome.quantity.title
    period = outcome.quantity.period
    isAverage = outcome.quantity.kind == .average
    unit = outcome.quantity.unit
    unitName = measure.baseUnit
    comparison =
      switch outcome.target.comparison {
      case .within(let tolerance): .within(tolerance: measure.base(tolerance))
      case let other: other
      }
    threshold = measure.base(outcome.target.threshold)
    self.outcome = ProbabilityReport(outcome)
    self.distribution = distribution
    meanShortfall = outcome.meanShortfall.map(measure.base).flatMap { $0.isFinite ? $0 : nil }
    missedAlone = outcome.missedAlone
  }
}
