import GrowthModel
import MonteCarlo

extension ExplainReport {
  /// The report in the format `growth.explain/1`.
  ///
  /// Numbers are in base units. What does not exist is null, such as the distribution given that a target is met
  /// that no draw meets.
  public func json() throws -> String {
    let head = JSONHead(
      "growth.explain/1", scenario: scenario, year: year, currency: currency,
      seed: explanation.seed, draws: explanation.draws, context)
    return try jsonText(JSONJoined(head, ExplainJSON(self)))
  }
}

/// The keys of `growth.explain/1`: scripts depend on them, so they may be added to and not changed.
private struct ExplainJSON: Encodable {
  let sampling: String
  let targets: [JSONJoined<JSONTarget, TargetJSON>]

  init(_ report: ExplainReport) {
    let found = report.explanation
    sampling = found.sampling.rawValue
    targets = found.targets.map { target in
      let measure = report.measure(target.quantity.unit)
      return JSONJoined(
        JSONTarget(target.target, of: target.quantity, measure), TargetJSON(target, report))
    }
  }
}

private struct TargetJSON: Encodable {
  /// Counted in the draws.
  let probability: Double
  let interval: [Double]
  let standardError: Double
  /// `open`, or by interval arithmetic `certain` or `impossible`.
  let verdict: String
  /// Draws that met the target, and those that missed it.
  let met: Int
  let missed: Int
  /// Whether fewer than a hundred draws met the target, or missed it.
  let isThin: Bool
  /// Of the target's own quantity.
  let distribution: SplitJSON
  /// What tells the draws that met the target most from the others first.
  let figures: [FigureJSON]
  /// The names of the figures that the sentences of the screen are about.
  let leading: [String]
  let designPoint: JSONOptional<PointJSON>

  init(_ found: TargetExplanation, _ report: ExplainReport) {
    let measure = report.measure(found.quantity.unit)
    let count = ProbabilityReport(found.estimate)
    probability = count.probability
    interval = [count.low, count.high]
    standardError = count.standardError
    verdict =
      switch found.verdict {
      case .open: "open"
      case .certain: "certain"
      case .impossible: "impossible"
      }
    met = found.estimate.hits
    missed = found.estimate.draws - found.estimate.hits
    isThin = found.isThin
    distribution = SplitJSON(found.response, measure)
    figures = found.figures.map { FigureJSON($0, report.measure($0.unit)) }
    leading = found.leading(ExplainScreen.mostSentences).map(\.name)
    designPoint = JSONOptional(
      found.point.map { PointJSON($0, found.firstOrderProbability, measure) })
  }
}

private struct FigureJSON: Encodable {
  /// The path of a quantity, or the name of a variable.
  let name: String
  let title: String
  /// `activity`, `series`, `input`, `go-ahead`, `occurrence`.
  let kind: String
  let unit: String
  /// The name of a figure that this is a straight line of; null for most.
  let sameAs: JSONOptional<String>
  let distribution: SplitJSON
  /// Of a figure with few values: the draws that have each.
  let values: JSONOptional<[ValueJSON]>
  /// Null where there is nothing to compare.
  let contrast: JSONOptional<ContrastJSON>
  /// At the design point.
  let atPoint: JSONNumber
  /// In standard deviations.
  let atPointFromMean: JSONNumber

  init(_ figure: ExplainedFigure, _ measure: Measure) {
    name = figure.name
    title = figure.title
    kind = figure.role.name
    unit = measure.baseUnit
    sameAs = JSONOptional(figure.sameAs)
    distribution = SplitJSON(figure.distribution, measure)
    values = JSONOptional(
      figure.values.map { values in
        values.map {
          ValueJSON(value: JSONNumber(measure.base($0.value)), met: $0.met, missed: $0.missed)
        }
      })
    contrast = JSONOptional(figure.contrast.map { ContrastJSON($0, measure) })
    atPoint = JSONNumber(figure.atPoint.map(measure.base))
    atPointFromMean = JSONNumber(figure.distanceAtPoint)
  }
}

private struct ValueJSON: Encodable {
  let value: JSONNumber
  let met: Int
  let missed: Int
}

private struct SplitJSON: Encodable {
  let all: DistributionJSON
  let met: JSONOptional<DistributionJSON>
  let missed: JSONOptional<DistributionJSON>

  init(_ split: SplitDistribution, _ measure: Measure) {
    all = DistributionJSON(split.all, measure)
    met = JSONOptional(split.met.map { DistributionJSON($0, measure) })
    missed = JSONOptional(split.missed.map { DistributionJSON($0, measure) })
  }
}

private struct DistributionJSON: Encodable {
  let draws: Int
  let mean: JSONNumber
  let standardError: JSONNumber
  let standardDeviation: JSONNumber
  let quantiles: [String: JSONNumber]

  init(_ found: FigureDistribution, _ measure: Measure) {
    draws = found.draws
    mean = JSONNumber(measure.base(found.mean))
    standardError = JSONNumber(measure.base(found.standardError))
    standardDeviation = JSONNumber(measure.base(found.standardDeviation))
    quantiles = Dictionary(
      zip(FigureDistribution.probabilities, found.quantiles).map {
        ("\($0)", JSONNumber(measure.base($1)))
      }, uniquingKeysWith: { first, _ in first })
  }
}

private struct ContrastJSON: Encodable {
  /// The mean of the draws that met the target less that of all, in standard deviations of all.
  let shift: JSONNumber
  let shiftStandardError: JSONNumber
  let shiftInterval: [JSONNumber]
  let isShiftDistinctFromZero: Bool
  /// Kolmogorov's distance between the distributions of both sides.
  let distance: JSONNumber
  let criticalDistance: JSONNumber
  /// Whether the distance is above the critical one.
  let isDistinct: Bool
  let condition: ConditionJSON

  init(_ contrast: FigureContrast, _ measure: Measure) {
    shift = JSONNumber(contrast.shift)
    shiftStandardError = JSONNumber(contrast.shiftError)
    shiftInterval = [contrast.shiftInterval.lowerBound, contrast.shiftInterval.upperBound]
      .map { JSONNumber($0) }
    isShiftDistinctFromZero = contrast.isShiftDistinct
    distance = JSONNumber(contrast.distance)
    criticalDistance = JSONNumber(contrast.criticalDistance)
    isDistinct = contrast.isDistinct
    condition = ConditionJSON(contrast, measure)
  }
}

/// A statement, and the parts of the draws in which it holds.
private struct ConditionJSON: Encodable {
  /// `above`, `below`, `between`, `at-least` or `at-most`.
  let kind: String
  let values: [JSONNumber]
  let shareOfMet: JSONNumber
  let shareOfMissed: JSONNumber

  init(_ contrast: FigureContrast, _ measure: Measure) {
    let numbers: [Double]
    switch contrast.condition {
    case .above(let value): (kind, numbers) = ("above", [value])
    case .below(let value): (kind, numbers) = ("below", [value])
    case .between(let low, let high): (kind, numbers) = ("between", [low, high])
    case .atLeast(let value): (kind, numbers) = ("at-least", [value])
    case .atMost(let value): (kind, numbers) = ("at-most", [value])
    }
    values = numbers.map { JSONNumber(measure.base($0)) }
    shareOfMet = JSONNumber(contrast.shareOfMet)
    shareOfMissed = JSONNumber(contrast.shareOfMissed)
  }
}

/// The most likely way to just meet, or just miss, the target.
private struct PointJSON: Encodable {
  /// On which side of the border the middle of what is uncertain does not lie: `met` or `missed`.
  let event: String
  /// Whether a point was found; if not, the other numbers are those where the search ended.
  let isConverged: Bool
  /// How the search ended: `converged`, `flat` (all that matters has few values), `no-descent`, `out-of-steps`,
  /// `not-finite`.
  let search: String
  /// Its distance from the middle, in standard deviations.
  let reliabilityIndex: JSONNumber
  /// The probability that the target is met if its border is flat; null where it has two borders.
  let firstOrderProbability: JSONNumber
  let degreesOfFreedom: Int
  /// The probability of a draw further out, by the chi-square distribution.
  let probabilityBeyond: JSONNumber
  /// Other points about as near.
  let others: Int
  /// The target's quantity there.
  let response: JSONNumber
  /// The values of what has few, which the search does not move.
  let given: [String: JSONNumber]

  init(_ point: BorderPoint, _ firstOrder: Double?, _ measure: Measure) {
    event = point.event.rawValue
    isConverged = point.isConverged
    search = point.outcome.name
    reliabilityIndex = JSONNumber(point.beta)
    firstOrderProbability = JSONNumber(firstOrder)
    degreesOfFreedom = point.dimensions
    probabilityBeyond = JSONNumber(point.probabilityBeyond)
    others = point.others
    response = JSONNumber(measure.base(point.response))
    given = Dictionary(
      point.given.map { ($0.name, JSONNumber($0.value)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension DesignPoint.Outcome {
  /// As data formats name it.
  var name: String {
    switch self {
    case .converged: "converged"
    case .flat: "flat"
    case .noDescent: "no-descent"
    case .outOfSteps: "out-of-steps"
    case .notFinite: "not-finite"
    }
  }
}
