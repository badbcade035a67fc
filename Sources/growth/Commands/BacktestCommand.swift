import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

struct BacktestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: localized(
      "Would it have been right: forecasts made again in the past, against what came."),
    discussion: localized(
      """
      The scenario says which activities there are and what kind of shocks move them; a file of past figures \
      says what happened. In each period of the past the process is estimated anew from what was known then, \
      growth is drawn some periods ahead, and the draws are held against what came: how often bands held it, \
      by how much forecasts were off, and whether they were better than no change, the mean of three years and \
      an autoregression of the total.
      """))

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      localized(
        "The file of past figures: levels or growth, a column for each activity without parts."),
      valueName: "csv"), completion: .file(extensions: ["csv"]))
  var history: String

  @Option(
    help: ArgumentHelp(
      localized(
        "Leave a period, or all from one to another, out of estimates: 2020-2022. Repeatable."),
      discussion:
        localized(
          "A year stands for its quarters. Forecasts are made and scored all the same, and scored without them too."
        ),
      valueName: "period"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      localized("The period in which the first forecast is made."),
      discussion: localized(
        "Without it, the first with 12 quarters or 8 years of growth to learn from."),
      valueName: "period"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      localized("How many periods ahead."),
      discussion: localized("Without it, 4 quarters or 2 years."), valueName: "n"))
  var ahead: Int?

  @Option(
    help: ArgumentHelp(
      localized(
        "How long deviations last: auto (chosen by a criterion at each origin), none, diagonal or full."
      ),
      discussion: localized("Without it, what the scenario's shocks have.")))
  var persistence: PersistenceChoice?

  @Option(help: ArgumentHelp(localized("By what --persistence auto chooses.")))
  var criterion = InformationCriterion.schwarz

  @Option(
    help: ArgumentHelp(
      localized(
        "How many steps back deviations are looked at: with --persistence auto at the most so many."
      ),
      discussion: localized("Without it as in the scenario, or with auto at the most four."),
      valueName: "count"))
  var lags: Int?

  @Option(
    help: ArgumentHelp(
      localized(
        "What the covariance of what is new is drawn towards: correlations (none), ledoit-wolf or none."
      ),
      discussion: localized(
        "Without it, what the scenario says under `shocks.history`, or correlations."),
      valueName: "kind"))
  var shrinkage: VectorAutoregressionEstimate.Shrinkage?

  @Option(
    help: ArgumentHelp(
      localized("How what is new in a period is distributed."),
      discussion: localized("Without it, as in the scenario.")))
  var innovations: InnovationChoice?

  @Flag(
    help: ArgumentHelp(
      localized("Let forecasts allow for the error of the estimated means."),
      discussion: localized("`run` takes means as known, and so do these forecasts without it.")))
  var uncertainMeans = false

  @Flag(help: ArgumentHelp(localized("Show each activity in the text, beside the total.")))
  var byActivity = false

  @Option(
    help: ArgumentHelp(localized("How many draws of each forecast, such as 10k."), valueName: "n"),
    transform: drawCount)
  var draws: Int = 10_000

  @OptionGroup var calculation: CalculationOptions

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  func validate() throws {
    if let ahead, !(1...40).contains(ahead) {
      throw ValidationError(localized("--ahead \(ahead) is outside 1 to 40"))
    }
    if persistence != .auto, criterion != .schwarz {
      throw ValidationError(localized("--criterion is for --persistence auto"))
    }
    if let lags {
      if persistence == PersistenceChoice.none {
        throw ValidationError(localized("--persistence none has no --lags"))
      }
      guard 1...8 ~= lags else {
        throw ValidationError(localized("--lags is a number from 1 to 8"))
      }
    }
    if innovations == .bootstrap, shrinkage != nil {
      throw ValidationError(
        localized(
          """
          --shrinkage is for innovations with correlations; those drawn from past ones bring \
          their own
          """))
    }
    if byActivity, format != .text {
      throw ValidationError(
        localized("--by-activity is for the text; --format \(format.rawValue) has all activities"))
    }
    if !(100...1_000_000).contains(draws) {
      throw ValidationError(
        localized("--draws \(draws) is outside 100 to 1M: each forecast has so many"))
    }
  }

  func run() async throws {
    try output.prepare()
    let (reading, scenario) = try self.scenario.read()
    let file = HistoryFile(path: history)
    var (past, remarks) = file.history(of: scenario.economy.leaves.map(\.id))
    guard let past else {
      show(remarks)
      throw ExitCode.scenarioWrong
    }
    if let remark = file.otherStep(of: past, than: scenario.economy.timeline) {
      remarks.append(remark)
    }
    let excluded = try self.excluded(past)
    let model = model(of: scenario, reading)
    let backtest: BacktestAnalysis
    let findings: BacktestFindings
    do {
      backtest = try BacktestAnalysis(
        past, shares: BacktestAnalysis.shares(of: scenario.economy, step: past.step),
        excluding: excluded, model: model, from: first(past),
        ahead: ahead ?? BacktestAnalysis.standardHorizon(past.step))
      if !output.quiet { show(reading.diagnostics + remarks) }
      findings = try await run(backtest, seed: calculation.seed(of: reading))
    } catch let error as BacktestError {
      show(remarks + [file.diagnostic(of: error)])
      throw ExitCode.scenarioWrong
    }
    var context = self.scenario.context(of: reading, scenario)
    context.warnings += remarks.map(\.asWarning)
    let report = BacktestReport(
      scenario: scenario, findings: findings, history: history, digest: file.digest,
      context: context)
    switch format {
    case .text: try output.write(report.text(style: output.style, byActivity: byActivity))
    case .json: try output.write(answer: report.json())
    case .csv: try output.write(report.csv())
    }
  }

  private func show(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      Terminal.error(diagnostic.reported.text(style: Terminal.errorStyle))
    }
  }

  /// The kind of forecast: the scenario's, but for what the command line says.
  private func model(of scenario: Scenario, _ reading: ScenarioReading) -> BacktestModel {
    var model = BacktestModel(of: scenario)
    if let persistence {
      model.persistence = persistence.given.map { .given($0) } ?? .chosen(by: criterion)
      model.lags = nil
    }
    if let lags { model.lags = lags }
    model.shrinkage = shrinkage ?? written(reading)
    if let innovations {
      model.innovations = innovations.kind(like: model.innovations)
    }
    model.hasUncertainMeans = uncertainMeans
    return model
  }

  /// The shrinkage that the scenario asks for.
  private func written(_ reading: ScenarioReading) -> VectorAutoregressionEstimate.Shrinkage {
    switch reading.values.first(where: { $0.path == "shocks.history.shrinkage" })?.value {
    case "no": .none
    case VectorAutoregressionEstimate.Shrinkage.ledoitWolf.rawValue: .ledoitWolf
    default: .correlations
    }
  }

  /// The periods that estimates leave out.
  private func excluded(_ history: ObservedHistory) throws -> Set<Period> {
    var periods: Set<Period> = []
    for text in exclude {
      let named = try history.periods(written: text)
      if named.isEmpty {
        throw ValidationError(
          localized("--exclude \(text): '\(self.history)' has no figures then"))
      }
      periods.formUnion(named)
    }
    return periods
  }

  /// The period of the first forecast, where it was asked for.
  private func first(_ history: ObservedHistory) throws -> Period? {
    guard let from else { return nil }
    guard let first = try history.periods(written: from).first else {
      throw ValidationError(history.noFigures("--from \(from)", of: self.history))
    }
    return first
  }

  /// Runs the analysis, with a line of progress if someone is watching.
  private func run(_ backtest: BacktestAnalysis, seed: UInt64) async throws -> BacktestFindings {
    let visible = Terminal.errorIsTerminal && !calculation.noProgress && !output.quiet
    let display = ProgressDisplay(total: backtest.originCount, counting: .origins)
    Interrupt.endsProcess()
    defer {
      Interrupt.isIgnored()
      display.finish()
    }
    return try await backtest.run(draws: draws, seed: seed, threads: calculation.threads) {
      if visible { display.update(done: $0) }
    }
  }
}

/// How what is new in a period is distributed, as a command line says it.
enum InnovationChoice: String, CaseIterable, ExpressibleByArgument {
  case normal
  case studentT = "student-t"
  case bootstrap

  /// The kind; of a bootstrap with the blocks of the scenario, if it has one.
  func kind(like scenario: BacktestModel.Innovations) -> BacktestModel.Innovations {
    switch self {
    case .normal: .normal
    case .studentT: .studentT
    case .bootstrap:
      if case .bootstrap = scenario { scenario } else { .bootstrap(blockLength: 1) }
    }
  }
}
