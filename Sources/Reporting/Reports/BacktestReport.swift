import GrowthModel
import Languages
import MonteCarlo

/// Would it have been right: what `backtest` answers.
public struct BacktestReport: Sendable {
  /// What people call the scenario.
  public let scenario: String
  /// The year that is asked about.
  public let year: Int
  /// The code of the currency.
  public let currency: String
  /// What was found.
  public let findings: BacktestFindings
  /// The file of past figures as it was given, and its digest.
  public let history: String
  /// The hash of all that the scenario was read from, `sha256:` and 64 digits.
  public let digest: String
  /// What there is to say of the run beside its results.
  public let context: RunContext

  /// - Parameters:
  ///   - scenario: whose activities and kind of shocks were used.
  ///   - findings: what forecasts of the past were worth.
  ///   - history: the file of past figures as it was given.
  ///   - digest: of that file.
  ///   - context: what a report says beside its results.
  public init(
    scenario: Scenario, findings: BacktestFindings, history: String, digest: String,
    context: RunContext
  ) {
    self.scenario = scenario.name
    year = scenario.economy.year
    currency = scenario.economy.currency
    self.findings = findings
    self.history = history
    self.digest = digest
    self.context = context
  }

  /// What data formats call the total.
  static let totalName = "growth"

  /// The periods left out, those that follow each other as one; empty where none is.
  var excludedText: String { findings.excluded.spans }

  /// `none`, `diagonal` or `full`; several where a criterion chose differently.
  var persistences: [VectorAutoregressionEstimate.Persistence] {
    VectorAutoregressionEstimate.Persistence.allCases.filter(findings.persistences.contains)
  }
}

extension [Period] {
  /// Periods in order, those that follow each other as one: `2010, 2020Q1-2022Q4`.
  var spans: String {
    var runs: [(Period, Period)] = []
    for period in self {
      if let last = runs.last, period.number == last.1.number + 1 {
        runs[runs.count - 1].1 = period
      } else {
        runs.append((period, period))
      }
    }
    return runs.map { Period.span($0.0, $0.1) }.joined(separator: ", ")
  }
}

extension Benchmark {
  /// As people read it.
  var title: Phrase {
    switch self {
    case .noChange: "no change"
    case .noChangePoint: "no change, a point"
    case .threeYearMean: "three-year mean"
    case .autoregression: "AR(1)"
    }
  }

  /// As a sentence about the total names it.
  var phrase: Phrase {
    switch self {
    case .noChange: "no change"
    case .noChangePoint: "no change as a point"
    case .threeYearMean: "the three-year mean"
    case .autoregression: "an AR(1) of the total"
    }
  }
}
