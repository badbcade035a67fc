import GrowthModel
import MonteCarlo

extension ComparisonReport {
  /// The report in the format `growth.compare/1`.
  ///
  /// Numbers are in base units. What does not exist is null, such as the ratio of variances where no draw tells
  /// the scenarios apart.
  public func json() throws -> String { try jsonText(ComparisonJSON(self)) }
}

/// The keys of `growth.compare/1`: scripts depend on them, so they may be added to and not changed.
private struct ComparisonJSON: Encodable {
  let format = "growth.compare/1"
  let year: Int
  let currency: String
  let seed: UInt64
  /// The same for each scenario.
  let draws: Int
  let version: String
  let scenarios: [SubjectJSON]
  /// Of each scenario but the first against the first.
  let differences: [PairJSON]
  let overrides: [String]
  let warnings: [WarningJSON]

  init(_ report: ComparisonReport) {
    year = report.year
    currency = report.currency
    seed = report.findings.seed
    draws = report.findings.draws
    version = report.context.version
    scenarios = report.scenarios.indices.map { SubjectJSON($0, report) }
    differences = report.findings.differences.indices.map { PairJSON($0, report) }
    overrides = report.context.overrides
    warnings = report.context.warnings.map(WarningJSON.init)
  }
}

private struct SubjectJSON: Encodable {
  let name: String
  let file: String
  let digest: String
  let asOf: JSONOptional<String>
  let targets: [JSONJoined<JSONTarget, JSONProbability>]
  /// Of the targets that every scenario has.
  let allTargets: JSONOptional<JSONProbability>
  let quantities: [String: QuantityJSON]

  init(_ number: Int, _ report: ComparisonReport) {
    let subject = report.scenarios[number]
    let found = report.findings.scenarios[number]
    name = subject.name
    file = subject.file
    digest = subject.digest
    asOf = JSONOptional(subject.asOf)
    targets = found.goals.map { goal in
      JSONJoined(
        JSONTarget(goal.target, of: goal.quantity, report.measure(goal.quantity.unit)),
        JSONProbability(goal.estimate))
    }
    allTargets = JSONOptional(found.allTargets.map(JSONProbability.init))
    quantities = Dictionary(
      found.quantities.map {
        ($0.quantity.path, QuantityJSON($0, report.measure($0.quantity.unit)))
      }, uniquingKeysWith: { first, _ in first })
  }
}

private struct QuantityJSON: Encodable {
  let title: String
  let unit: String
  let mean: JSONNumber
  let standardDeviation: JSONNumber
  let standardError: JSONNumber
  let quantiles: [String: JSONNumber]

  init(_ summary: QuantitySummary, _ measure: Measure) {
    func base(_ value: Double) -> JSONNumber { JSONNumber(measure.base(value)) }
    title = summary.quantity.title
    unit = measure.baseUnit
    mean = base(summary.mean)
    standardDeviation = base(summary.standardDeviation)
    standardError = base(summary.standardError)
    quantiles = Dictionary(
      ComparisonReport.probabilities.map { ("\($0.1)", base(summary.quantile($0.1))) },
      uniquingKeysWith: { first, _ in first })
  }
}

private struct PairJSON: Encodable {
  /// The file of the scenario that is held against the first one.
  let scenario: String
  let assumptions: [AssumptionJSON]
  let targets: [GoalJSON]
  /// Ids of targets that only one of the two has.
  let onlyInFirst: [String]
  let onlyInSecond: [String]
  let allTargets: JSONOptional<DifferenceJSON>
  let quantities: [String: MeanJSON]
  /// Null where it was not asked for.
  let attribution: JSONOptional<AttributionJSON>

  init(_ number: Int, _ report: ComparisonReport) {
    let pair = report.findings.differences[number]
    scenario = report.scenarios[number + 1].file
    assumptions = report.assumptions[number].map(AssumptionJSON.init)
    targets = pair.goals.map { GoalJSON(id: $0.first.id, change: DifferenceJSON($0.count)) }
    let first = report.findings.scenarios[0].goals.map(\.target.id)
    let second = report.findings.scenarios[number + 1].goals.map(\.target.id)
    onlyInFirst = first.filter { !second.contains($0) }
    onlyInSecond = second.filter { !first.contains($0) }
    allTargets = JSONOptional(pair.allTargets.map(DifferenceJSON.init))
    quantities = Dictionary(
      pair.means.map {
        ($0.quantity.path, MeanJSON($0.mean, report.measure($0.quantity.unit)))
      }, uniquingKeysWith: { first, _ in first })
    attribution = JSONOptional(
      pair.attribution.map { AttributionJSON($0, number, report) })
  }
}

private struct AssumptionJSON: Encodable {
  struct Change: Encodable {
    let path: String
    let old: JSONOptional<Figure>
    let new: JSONOptional<Figure>
  }

  struct Figure: Encodable {
    let value: String
    let origin: String
    let source: String

    init(_ figure: ComparisonReport.Figure) {
      value = figure.value
      origin = figure.origin
      source = figure.source
    }
  }

  let name: String
  /// `changed`, `added` or `removed`.
  let kind: String
  let changes: [Change]

  init(_ assumption: ComparisonReport.Assumption) {
    name = assumption.name
    kind = assumption.kind
    changes = assumption.changes.map {
      Change(
        path: $0.path, old: JSONOptional($0.old.map(Figure.init)),
        new: JSONOptional($0.new.map(Figure.init)))
    }
  }
}

/// A difference of probabilities: the second scenario less the first.
private struct DifferenceJSON: Encodable {
  let first: Double
  let second: Double
  let difference: Double
  let interval: [Double]
  let standardError: Double
  /// Draws that meet it in one scenario alone.
  let onlyFirst: Int
  let onlySecond: Int
  /// The variance with independent draws for each scenario over that with the same draws.
  let varianceRatio: JSONNumber
  let isDistinctFromZero: Bool

  init(_ count: PairedProportion) {
    first = count.first.probability
    second = count.second.probability
    difference = count.difference
    interval = [count.interval.lowerBound, count.interval.upperBound]
    standardError = count.standardError
    onlyFirst = count.onlyFirst
    onlySecond = count.onlySecond
    varianceRatio = JSONNumber(count.varianceRatio)
    isDistinctFromZero = count.isDistinctFromZero
  }
}

private struct GoalJSON: Encodable {
  let id: String
  let change: DifferenceJSON
}

/// A difference of means: the second scenario less the first.
private struct MeanJSON: Encodable {
  let difference: JSONNumber
  let interval: [JSONNumber]
  let standardError: JSONNumber
  let varianceRatio: JSONNumber
  let isDistinctFromZero: Bool

  init(_ mean: PairedMean, _ measure: Measure) {
    func base(_ value: Double) -> JSONNumber { JSONNumber(measure.base(value)) }
    difference = base(mean.difference)
    interval = [base(mean.interval.lowerBound), base(mean.interval.upperBound)]
    standardError = base(mean.standardError)
    varianceRatio = JSONNumber(mean.varianceRatio)
    isDistinctFromZero = mean.isDistinctFromZero
  }
}

private struct AttributionJSON: Encodable {
  struct Goal: Encodable {
    let id: String
    let probability: [PartJSON]
    let mean: JSONOptional<[PartJSON]>
  }

  /// `all orders` or `sampled orders`.
  let method: String
  /// How many orders were sampled; null for all.
  let orders: JSONOptional<Int>
  /// Scenarios in between that were evaluated, and the draws of each.
  let scenariosBetween: Int
  let draws: Int
  let targets: [Goal]
  let allTargets: JSONOptional<[PartJSON]>

  init(_ found: Attribution, _ number: Int, _ report: ComparisonReport) {
    func parts(_ values: [AttributedPart], _ measure: Measure) -> [PartJSON] {
      zip(found.parts, values).map {
        PartJSON(report.names($0, of: number), $1, measure)
      }
    }
    let rate = report.measure(.rate)
    method = found.orderPairs == nil ? "all orders" : "sampled orders"
    orders = JSONOptional(found.orderPairs.map { 2 * $0 })
    scenariosBetween = found.scenarios
    draws = found.draws
    targets = found.goals.map { goal in
      let unit = report.findings.scenarios[0].goal(goal.id)?.quantity.unit ?? .number
      return Goal(
        id: goal.id, probability: parts(goal.probability, rate),
        mean: JSONOptional(goal.mean.map { parts($0, report.measure(unit)) }))
    }
    allTargets = JSONOptional(found.allTargets.map { parts($0, rate) })
  }
}

/// The part of a difference that is due to an assumption, or to several that make no sense alone.
private struct PartJSON: Encodable {
  let assumptions: [String]
  let value: JSONNumber
  let interval: [JSONNumber]
  let standardError: JSONNumber
  let isDistinctFromZero: Bool

  init(_ assumptions: [String], _ part: AttributedPart, _ measure: Measure) {
    func base(_ value: Double) -> JSONNumber { JSONNumber(measure.base(value)) }
    self.assumptions = assumptions
    value = base(part.value)
    interval = [base(part.low), base(part.high)]
    standardError = base(part.standardError)
    isDistinctFromZero = part.isDistinctFromZero
  }
}
