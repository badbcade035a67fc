import GrowthModel
import MonteCarlo

extension UpdateReport {
  /// The report in the format `growth.update/1`.
  ///
  /// Numbers are in base units: fractions, units of the currency. What does not exist is null.
  public func json() throws -> String {
    let head = JSONHead(
      "growth.update/1", scenario: scenario, year: year, currency: currency, seed: findings.seed,
      draws: findings.draws, context)
    return try jsonText(JSONJoined(head, UpdateJSON(self)))
  }

  /// The figures and what each did to each target, a row for each pair; numbers in base units with all digits.
  public func csv() -> String {
    var csv = CSVText()
    csv.add([
      "release", "published", "quantity", "title", "unit", "value", "revision", "expected mean",
      "expected deviation", "surprise", "target", "probability before all", "probability now",
      "change of probability", "standard error", "change of mean", "source",
    ])
    for item in findings.news {
      let measure = measure(item.quantity.unit)
      func base(_ value: Double) -> String { CSVText.number(measure.base(value)) }
      for (k, change) in item.changes.enumerated() {
        let (old, new) = (before.targets[k], after.targets[k])
        csv.add([
          String(item.release), item.actual.published ?? "", item.actual.quantity,
          item.quantity.title.printable, measure.baseUnit, base(item.actual.value),
          base(item.actual.revision), base(item.expected.mean), base(item.expected.deviation),
          CSVText.number(item.surprise), new.id,
          CSVText.number(findings.before.targets[k].estimate.probability),
          CSVText.number(findings.after.targets[k].estimate.probability),
          CSVText.number(change.probability), CSVText.number(change.standardError),
          CSVText.number(self.measure(old.unit).base(change.mean)),
          (item.actual.source ?? "").printable,
        ])
      }
    }
    return csv.text
  }
}

/// The keys of `growth.update/1`: scripts depend on them, so they may be added to and not changed.
private struct UpdateJSON: Encodable {
  let targets: [TargetChangeJSON]
  let news: [NewsJSON]
  let remaining: [RemainingJSON]
  /// Growth by period.
  let periods: [PeriodJSON]
  let conditioning: JSONOptional<ConditioningJSON>

  init(_ report: UpdateReport) {
    targets = report.after.targets.indices.map { TargetChangeJSON(report, $0) }
    news = report.findings.news.map { NewsJSON($0, report) }
    remaining = report.findings.remaining.map { RemainingJSON($0, report) }
    periods = zip(report.before.periods, report.after.periods).map { PeriodJSON($0, $1) }
    conditioning = JSONOptional(report.findings.after.conditioning.map(ConditioningJSON.init))
  }
}

private struct TargetChangeJSON: Encodable {
  let target: JSONTarget
  /// As counted; the news add up to the difference.
  let before: JSONProbability
  let after: JSONProbability
  let meanBefore: JSONNumber
  let meanAfter: JSONNumber

  init(_ report: UpdateReport, _ k: Int) {
    target = JSONTarget(report.after.targets[k])
    before = JSONProbability(report.findings.before.targets[k].estimate)
    after = JSONProbability(report.findings.after.targets[k].estimate)
    meanBefore = JSONNumber(report.before.targets[k].distribution?.mean)
    meanAfter = JSONNumber(report.after.targets[k].distribution?.mean)
  }
}

private struct NewsJSON: Encodable {
  let quantity: String
  let title: String
  let period: String
  let unit: String
  let release: Int
  let published: JSONOptional<String>
  let source: JSONOptional<String>
  let value: JSONNumber
  let revision: JSONNumber
  let expected: ExpectedJSON
  /// In standard deviations of what was expected.
  let surprise: Double
  /// By target.
  let changes: [String: ChangeJSON]

  struct ExpectedJSON: Encodable {
    let mean: JSONNumber
    let standardDeviation: JSONNumber
  }

  struct ChangeJSON: Encodable {
    let probability: Double
    let standardError: Double
    let mean: JSONNumber
  }

  init(_ item: NewsItem, _ report: UpdateReport) {
    let measure = report.measure(item.quantity.unit)
    quantity = item.actual.quantity
    title = item.quantity.title
    period = item.quantity.period.description
    unit = measure.baseUnit
    release = item.release
    published = JSONOptional(item.actual.published)
    source = JSONOptional(item.actual.source)
    value = JSONNumber(measure.base(item.actual.value))
    revision = JSONNumber(measure.base(item.actual.revision))
    expected = ExpectedJSON(
      mean: JSONNumber(measure.base(item.expected.mean)),
      standardDeviation: JSONNumber(measure.base(item.expected.deviation)))
    surprise = item.surprise
    changes = Dictionary(
      zip(report.after.targets, item.changes).map { target, change in
        (
          target.id,
          ChangeJSON(
            probability: change.probability, standardError: change.standardError,
            mean: JSONNumber(report.measure(target.unit).base(change.mean)))
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}

private struct BandJSON: Encodable {
  let mean: Double
  /// Between which nine draws of ten lie.
  let range: [Double]

  init(_ band: RemainingGrowth.Band) {
    mean = band.mean
    range = [band.low, band.high]
  }
}

private struct RemainingJSON: Encodable {
  let target: String
  let activity: JSONOptional<String>
  let quarters: [Int]
  let known: BandJSON
  let needed: BandJSON
  let expected: JSONOptional<BandJSON>
  /// Null where no history was given.
  let history: JSONOptional<HistoryJSON>

  struct HistoryJSON: Encodable {
    let file: String
    /// Past years whose same quarters grew by what is needed, and all of them.
    let reached: Int
    let years: [YearJSON]
  }

  struct YearJSON: Encodable {
    let year: Int
    let growth: Double
  }

  init(_ rest: RemainingGrowth, _ report: UpdateReport) {
    target = rest.target.id
    activity = JSONOptional(rest.activity)
    quarters = Array(rest.quarters)
    known = BandJSON(rest.known)
    needed = BandJSON(rest.needed)
    expected = JSONOptional(rest.expected.map(BandJSON.init))
    history = JSONOptional(
      report.history.map { history in
        let past = history.past[rest.target.id] ?? []
        return HistoryJSON(
          file: history.file, reached: past.filter { $0.growth >= rest.needed.mean }.count,
          years: past.map { YearJSON(year: $0.year, growth: $0.growth) })
      })
  }
}

private struct PeriodJSON: Encodable {
  let period: String
  let before: GrowthJSON
  let after: GrowthJSON

  struct GrowthJSON: Encodable {
    let mean: JSONNumber
    let standardDeviation: JSONNumber
    let quantiles: [String: JSONNumber]

    init(_ growth: DistributionReport) {
      mean = JSONNumber(growth.mean)
      standardDeviation = JSONNumber(growth.standardDeviation)
      quantiles = growth.jsonQuantiles
    }
  }

  init(_ before: PeriodReport, _ after: PeriodReport) {
    period = before.period.description
    self.before = GrowthJSON(before.growth)
    self.after = GrowthJSON(after.growth)
  }
}

/// What draws were made to agree with, as all JSON formats name it.
struct ConditioningJSON: Encodable {
  /// The quantities whose published figures all draws have.
  let quantities: [String]
  /// Those that follow from the others.
  let implied: [String]
  let drawsMade: Int
  let effectiveDraws: Double
  /// Draws that could not be made to agree.
  let unsolved: Int
  let squaredDistance: Double
  /// Of a figure further from the centre of what was believed.
  let tailProbability: Double

  init(_ finding: ConditioningFinding) {
    quantities = finding.actuals.map(\.quantity)
    implied = finding.implied.map(\.quantity)
    drawsMade = finding.drawsMade
    effectiveDraws = finding.effectiveDraws
    unsolved = finding.unsolved
    squaredDistance = finding.squaredDistance
    tailProbability = finding.tailProbability
  }
}
