import GrowthModel
import Languages
import MonteCarlo

extension BacktestReport {
  /// The report in the format `growth.backtest/1`: rates and scores are fractions, what does not exist is null.
  ///
  /// Scores of the total and of all activities; single forecasts of the total alone, those of activities are in the
  /// comma-separated text.
  public func json() throws -> String {
    let head = JSONHead(
      "growth.backtest/1", scenario: scenario, year: year, currency: currency,
      seed: findings.seed, draws: findings.draws, context)
    return try jsonText(JSONJoined(head, BacktestJSON(self)))
  }

  /// A row for each forecast, of the total and of all activities: all digits, rates as fractions.
  public func csv() -> String {
    var csv = CSVText()
    csv.add(
      ["series", "origin", "period", "horizon", "left out", "outcome", "mean", "sd"]
        + BacktestForecast.levels.map { "p" + Self.percent($0) } + ["crps", "pit"]
        + BacktestForecast.levels.map { "pinball p" + Self.percent($0) }
        + Benchmark.allCases.map { "crps " + $0.rawValue })
    for row in findings.forecasts {
      csv.add(
        [
          row.series ?? Self.totalName, "\(row.origin)", "\(row.period)", String(row.horizon),
          row.isExceptional ? "yes" : "no",
        ]
          + ([row.outcome, row.mean, row.standardDeviation] + row.quantiles
          + [row.score, row.transform] + row.pinballLosses).map(CSVText.number)
          + Benchmark.allCases.map { CSVText.number(row.benchmarks[$0]) })
    }
    return csv.text
  }

  private static func percent(_ level: Double) -> String {
    NumberFormat(decimals: 0, powerOfTen: 2, language: .english).string(level)
  }
}

/// The keys of `growth.backtest/1`: scripts depend on them, so they may be added to and not changed.
private struct BacktestJSON: Encodable {
  let history: HistoryJSON
  let model: ModelJSON
  let origins: [String]
  /// Periods without a forecast, because growth of some part is not there.
  let skipped: [String]
  /// Periods in which an estimate does not die out.
  let unstable: [String]
  let ahead: Int
  let levels: [Double]
  let series: [SeriesJSON]
  let forecasts: [ForecastJSON]

  init(_ report: BacktestReport) {
    let found = report.findings
    history = HistoryJSON(report)
    model = ModelJSON(report)
    origins = found.origins.map { "\($0)" }
    skipped = found.skipped.map { "\($0)" }
    unstable = found.unstable.map { "\($0)" }
    ahead = found.ahead
    levels = BacktestForecast.levels
    series = ([nil] + found.activities.map(Optional.init)).map { SeriesJSON($0, found) }
    forecasts = found.forecasts.filter { $0.series == nil }.map(ForecastJSON.init)
  }
}

private struct HistoryJSON: Encodable {
  let file: String
  let digest: String
  let step: String
  let firstGrowth: String
  /// Left out of estimates.
  let excluded: [String]
  /// `levels` of a year earlier, or the `scenario`'s base year.
  let weights: String

  init(_ report: BacktestReport) {
    let found = report.findings
    file = report.history
    digest = report.digest
    step = found.step == .year ? "year" : "quarter"
    firstGrowth = "\(found.firstGrowth)"
    excluded = found.excluded.map { "\($0)" }
    weights = found.hasLevels ? "levels" : "scenario"
  }
}

private struct ModelJSON: Encodable {
  /// What was taken at the origins: `none`, `diagonal`, `full`.
  let persistence: [String]
  /// Null for one, or for as many as the criterion chose.
  let lags: JSONOptional<Int>
  /// `none`, `correlations` or `ledoit-wolf`.
  let shrinkage: String
  let innovations: String
  /// Null without a bootstrap.
  let blockLength: JSONOptional<Int>
  let uncertainMeans: Bool

  init(_ report: BacktestReport) {
    let model = report.findings.model
    persistence = report.persistences.map(\.rawValue)
    lags = JSONOptional(model.lags)
    shrinkage = model.shrinkage.rawValue
    innovations = model.innovations.name
    if case .bootstrap(let length) = model.innovations {
      blockLength = JSONOptional(length)
    } else {
      blockLength = JSONOptional(nil)
    }
    uncertainMeans = model.hasUncertainMeans
  }
}

private struct SeriesJSON: Encodable {
  /// An activity, or `growth` for the total.
  let series: String
  let horizons: [HorizonJSON]

  init(_ name: String?, _ found: BacktestFindings) {
    series = name ?? BacktestReport.totalName
    horizons = (1...found.ahead).map { HorizonJSON(name, $0, found) }
  }
}

private struct HorizonJSON: Encodable {
  let horizon: Int
  let all: JSONOptional<SummaryJSON>
  /// Without forecasts made in or of a period left out.
  let ordinary: JSONOptional<SummaryJSON>

  init(_ name: String?, _ horizon: Int, _ found: BacktestFindings) {
    self.horizon = horizon
    all = JSONOptional(found.summary(of: name, horizon: horizon).map(SummaryJSON.init))
    ordinary = JSONOptional(
      found.summary(of: name, horizon: horizon, scope: .ordinary).map(SummaryJSON.init))
  }
}

private struct SummaryJSON: Encodable {
  let n: Int
  let meanError: JSONNumber
  let rmse: JSONNumber
  let crps: JSONNumber
  let pinball: [JSONNumber]
  let coverage: [CoverageJSON]
  let pitHistogram: [Int]
  let benchmarks: [SkillJSON]

  init(_ summary: BacktestSummary) {
    n = summary.count
    meanError = JSONNumber(summary.meanError)
    rmse = JSONNumber(summary.rootMeanSquareError)
    crps = JSONNumber(summary.score)
    pinball = summary.pinballLosses.map { JSONNumber($0) }
    coverage = summary.coverage.map(CoverageJSON.init)
    pitHistogram = summary.histogram
    benchmarks = summary.skills.map(SkillJSON.init)
  }
}

private struct CoverageJSON: Encodable {
  let band: Double
  let held: Int
  /// Wilson's, as if outcomes were independent.
  let interval: [Double]

  init(_ coverage: BacktestSummary.Coverage) {
    band = coverage.band.rawValue
    held = coverage.estimate.hits
    let found = coverage.estimate.interval()
    interval = [found.lowerBound, found.upperBound]
  }
}

private struct SkillJSON: Encodable {
  let benchmark: String
  let n: Int
  let crps: JSONNumber
  /// The benchmark's CRPS less the model's.
  let difference: JSONNumber
  let standardError: JSONNumber
  let skill: JSONNumber
  /// Whether there are too few forecasts for more than a description.
  let isFew: Bool

  init(_ skill: BacktestSummary.Skill) {
    benchmark = skill.benchmark.rawValue
    n = skill.count
    crps = JSONNumber(skill.score)
    difference = JSONNumber(skill.difference)
    standardError = JSONNumber(skill.standardError)
    self.skill = JSONNumber(skill.skill)
    isFew = skill.count < BacktestSummary.fewForecasts
  }
}

private struct ForecastJSON: Encodable {
  let origin: String
  let period: String
  let horizon: Int
  let leftOut: Bool
  let outcome: JSONNumber
  let mean: JSONNumber
  let sd: JSONNumber
  let quantiles: [JSONNumber]
  let crps: JSONNumber
  let pit: JSONNumber
  let benchmarks: [String: JSONNumber]

  init(_ row: BacktestForecast) {
    origin = "\(row.origin)"
    period = "\(row.period)"
    horizon = row.horizon
    leftOut = row.isExceptional
    outcome = JSONNumber(row.outcome)
    mean = JSONNumber(row.mean)
    sd = JSONNumber(row.standardDeviation)
    quantiles = row.quantiles.map { JSONNumber($0) }
    crps = JSONNumber(row.score)
    pit = JSONNumber(row.transform)
    benchmarks = Dictionary(
      uniqueKeysWithValues: row.benchmarks.map { ($0.key.rawValue, JSONNumber($0.value)) })
  }
}
