import GrowthModel
import MonteCarlo

extension RunReport {
  /// The report in the format `growth.run/1`.
  ///
  /// Numbers are in base units: fractions, units of the currency. What does not exist is null, such
  /// as the shortfall from a target that no draw misses.
  public func json() throws -> String {
    let head = JSONHead(
      "growth.run/1", scenario: scenario, year: year, currency: currency, seed: seed, draws: draws,
      context)
    return try jsonText(JSONJoined(head, RunJSON(self)))
  }
}

/// The keys of `growth.run/1`: scripts depend on them, so they may be added to and not changed.
private struct RunJSON: Encodable {
  let baseYear: Int
  let weighting: String
  let sampling: String
  let replicates: JSONOptional<Int>
  let targets: [JSONJoined<JSONTarget, TargetJSON>]
  let allTargets: JSONOptional<AllTargetsJSON>
  let quantities: [String: QuantityJSON]
  let contributions: [String: ContributionJSON]
  let drivers: [String: DriverJSON]
  let levers: [String: LeverJSON]
  let dependence: [DependenceJSON]
  /// Left out where nothing has been published.
  let conditioning: ConditioningJSON?
  let figures: FiguresJSON

  init(_ report: RunReport) {
    let context = report.context
    baseYear = report.baseYear
    weighting =
      switch report.weighting {
      case .baseVolumes: "constant prices"
      case .plannedStructure: "planned structure"
      }
    sampling = report.sampling.rawValue
    replicates = JSONOptional(report.sampling.replicates)
    targets = report.targets.map { JSONJoined(JSONTarget($0), TargetJSON($0)) }
    allTargets = JSONOptional(report.allTargets.map { AllTargetsJSON($0, report) })
    quantities = Dictionary(
      report.quantities.map { ($0.path, QuantityJSON($0)) }, uniquingKeysWith: { first, _ in first }
    )
    contributions = Dictionary(
      report.contributions.map { ($0.id, ContributionJSON($0)) },
      uniquingKeysWith: { first, _ in first })
    drivers = Dictionary(
      report.drivers.map { ($0.id, DriverJSON($0)) }, uniquingKeysWith: { first, _ in first })
    levers = Dictionary(
      report.levers.map { ($0.id, LeverJSON($0)) }, uniquingKeysWith: { first, _ in first })
    dependence = report.dependence.map(DependenceJSON.init)
    conditioning = report.conditioning.map(ConditioningJSON.init)
    figures = FiguresJSON(count: context.figures, assumptions: context.assumptions)
  }
}

/// How many figures of the scenario name a source, and how many of these are assumptions.
private struct FiguresJSON: Encodable {
  let count: Int
  let assumptions: Int
}

/// How two variables moved together: their Spearman correlation.
private struct DependenceJSON: Encodable {
  let first: String
  let second: String
  let copula: String
  let asked: Double
  let found: Double
  let standardError: Double

  init(_ finding: DependenceFinding) {
    first = finding.first
    second = finding.second
    copula = finding.family.rawValue
    asked = finding.asked
    found = finding.found
    standardError = finding.standardError
  }
}

private struct TargetJSON: Encodable {
  let probability: Double
  let interval: [Double]
  let standardError: Double
  /// By how much a control variate made the variance smaller; null without one.
  let varianceReduction: JSONNumber
  let meanShortfall: JSONNumber
  /// The probability that it is the only target missed.
  let missedAlone: Double
  /// `count`; `importance` for a rare target, by draws aimed at it; `bounds` where nothing meets it, or
  /// nothing misses it.
  let method: String
  let effectiveSampleSize: JSONNumber
  /// The standard error over the probability of the rarer of met and missed.
  let coefficientOfVariation: JSONNumber
  let evaluations: JSONOptional<Int>
  let designPoint: JSONOptional<DesignPointJSON>

  init(_ target: TargetReport) {
    probability = target.outcome.probability
    interval = [target.outcome.low, target.outcome.high]
    standardError = target.outcome.standardError
    varianceReduction = JSONNumber(target.outcome.varianceReduction)
    meanShortfall = JSONNumber(target.meanShortfall)
    missedAlone = Double(target.missedAlone) / Double(target.outcome.draws)
    let found = target.outcome.method
    method = found.name
    effectiveSampleSize = JSONNumber(found.aimed?.effectiveSampleSize)
    coefficientOfVariation = JSONNumber(found.aimed?.coefficientOfVariation)
    evaluations = JSONOptional(found.evaluations)
    designPoint = JSONOptional(
      found.aimed.flatMap { aimed in
        aimed.designPoint.map { DesignPointJSON($0, event: aimed.event) }
      })
  }
}

/// The likeliest way in which a rare target is met, or missed.
private struct DesignPointJSON: Encodable {
  /// `met` or `missed`.
  let event: String
  /// Its distance from the middle, in standard deviations.
  let reliabilityIndex: JSONNumber
  /// The values of the uncertain figures there, as the model takes them.
  let inputs: [String: JSONNumber]

  init(_ point: DesignPoint, event: TargetEvent) {
    self.event = event.rawValue
    reliabilityIndex = JSONNumber(point.beta)
    inputs = Dictionary(
      point.inputs.map { ($0.name, JSONNumber($0.value)) }, uniquingKeysWith: { first, _ in first })
  }
}

private struct AllTargetsJSON: Encodable {
  let probability: Double
  let interval: [Double]
  let standardError: Double
  /// The id of the target that most often is the only one missed.
  let binding: JSONOptional<String>

  init(_ outcome: ProbabilityReport, _ report: RunReport) {
    probability = outcome.probability
    interval = [outcome.low, outcome.high]
    standardError = outcome.standardError
    binding = JSONOptional(report.bindingTarget?.id)
  }
}

private struct QuantityJSON: Encodable {
  let title: String
  let unit: String
  let mean: JSONNumber
  let standardDeviation: JSONNumber
  let standardError: JSONNumber
  let quantiles: [String: JSONNumber]

  init(_ quantity: QuantityReport) {
    title = quantity.title
    unit = quantity.unitName
    mean = JSONNumber(quantity.distribution.mean)
    standardDeviation = JSONNumber(quantity.distribution.standardDeviation)
    standardError = JSONNumber(quantity.distribution.standardError)
    quantiles = quantity.distribution.jsonQuantiles
  }
}

private struct ContributionJSON: Encodable {
  let name: String
  let parent: JSONOptional<String>
  let weight: JSONNumber
  let mean: JSONNumber
  let meanGrowth: JSONNumber
  let quantiles: [String: JSONNumber]

  init(_ contribution: ContributionReport) {
    name = contribution.name
    parent = JSONOptional(contribution.parent)
    weight = JSONNumber(contribution.weight)
    mean = JSONNumber(contribution.contribution.mean)
    meanGrowth = JSONNumber(contribution.growth?.mean)
    quantiles = contribution.contribution.jsonQuantiles
  }
}

private struct DriverJSON: Encodable {
  let name: String
  let mean: JSONNumber
  let quantiles: [String: JSONNumber]

  init(_ driver: DriverReport) {
    name = driver.name
    mean = JSONNumber(driver.contribution.mean)
    quantiles = driver.contribution.jsonQuantiles
  }
}

private struct LeverJSON: Encodable {
  let name: String
  let unit: String
  let setting: JSONNumber
  let reference: JSONNumber
  let range: JSONOptional<[Double]>
  /// Of one unit more, or one percentage point of a rate.
  let cost: JSONNumber
  let owner: JSONOptional<String>

  init(_ lever: LeverReport) {
    name = lever.name
    unit = lever.unitName
    setting = JSONNumber(lever.setting)
    reference = JSONNumber(lever.reference)
    range = JSONOptional(lever.range.map { [$0.lowerBound, $0.upperBound] })
    cost = JSONNumber(lever.cost)
    owner = JSONOptional(lever.owner)
  }
}

struct WarningJSON: Encodable {
  let path: String
  let line: JSONOptional<Int>
  let column: JSONOptional<Int>
  let message: String

  init(_ warning: ReportWarning) {
    path = warning.path
    line = JSONOptional(warning.line)
    column = JSONOptional(warning.column)
    message = warning.message
  }
}

extension DistributionReport {
  var jsonQuantiles: [String: JSONNumber] {
    Dictionary(
      zip(RunReport.probabilities, quantiles).map { ($0.key, JSONNumber($1)) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Target.Comparison {
  /// As scenario files write it: `at-least`, `at-most`, `near`.
  var name: String {
    switch self {
    case .atLeast: "at-least"
    case .atMost: "at-most"
    case .within: "near"
    }
  }

  var tolerance: Double? {
    if case .within(let tolerance) = self { tolerance } else { nil }
  }
}
