import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

struct UpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract:
      localized(
        "The same question with part of the year known: what is still needed, and what the news changed."
      ),
    discussion: localized(
      """
      Draws the rest of the scenario so that it agrees with what has been published, and says how likely each \
      target is now, what the remaining quarters must bring, and which figure changed the answer by how much.
      """))

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      localized("A file of published figures, beside those under `actuals` in the scenario."),
      valueName: "csv"
    ),
    completion: .file(extensions: ["csv"]))
  var actuals: String?

  @Option(
    help: ArgumentHelp(
      localized("Know only what was published by this day; what has no date counts as known."),
      valueName: "YYYY-MM-DD"))
  var publishedBy: String?

  @Option(
    help: ArgumentHelp(
      localized(
        "A file of past quarters, for how often the remaining ones grew by what is needed."),
      valueName: "csv"),
    completion: .file(extensions: ["csv"]))
  var history: String?

  @Option(
    help: ArgumentHelp(
      localized("Leave a year of the history out of that count. Repeatable."), valueName: "year")
  )
  var exclude: [Int] = []

  @OptionGroup var count: DrawsOption

  @OptionGroup var calculation: CalculationOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  func validate() throws {
    if !exclude.isEmpty, history == nil {
      throw ValidationError(localized("--exclude is about the years of --history"))
    }
    if let publishedBy, CalendarDate(publishedBy) == nil {
      throw ValidationError(
        localized("--published-by \(publishedBy) is no day: write it as 2025-07-06"))
    }
  }

  func run() async throws {
    try output.prepare()
    let (reading, scenario) = try read()
    let past = try history.map(readHistory)
    if format != .text, !output.quiet { reading.reportDiagnostics() }
    let findings = try await update(scenario, reading)
    let report = UpdateReport(
      scenario: scenario, findings: findings,
      history: past.map { past in
        UpdateReport.History(
          file: past.path,
          past: Dictionary(
            findings.remaining.map { rest in
              (
                rest.target.id,
                rest.past(in: past.history, of: scenario.economy, excluding: Set(exclude))
              )
            }, uniquingKeysWith: { first, _ in first }))
      },
      remarks: reading.revisions.map(Self.remark),
      context: self.scenario.context(of: reading, scenario))
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(answer: report.json())
    case .csv: try output.write(report.csv())
    }
  }

  /// Reads the scenario and the file of published figures.
  ///
  /// - Throws: `ExitCode.scenarioWrong` after writing all diagnostics to standard error.
  private func read() throws -> (reading: ScenarioReading, scenario: Scenario) {
    var (reading, scenario) = try scenario.read(
      ScenarioSource(path: scenario.file), actuals: actuals, publishedBy: publishedBy)
    if let publishedBy {
      scenario.actuals.removeAll { actual in actual.published.map { $0 > publishedBy } ?? false }
    }
    return (reading, scenario)
  }

  private static func remark(_ estimate: RevisionEstimate) -> String {
    let size = NumberFormat(decimals: 2, powerOfTen: 2).string(estimate.standardDeviation)
    let count = estimate.observations
    return localized(
      estimate.kind == .total
        ? """
        Growth of the total was revised by \(size) pp (root of the mean square of last less first \
        vintage, n = \(count)); figures without a revision of their own have this one.
        """
        : """
        Growth of activities was revised by \(size) pp (root of the mean square of last less first \
        vintage, n = \(count)); figures without a revision of their own have this one.
        """)
  }

  /// Reads the history.
  ///
  /// - Throws: `ExitCode.scenarioWrong` after writing all diagnostics to standard error.
  private func readHistory(_ path: String) throws -> (path: String, history: ObservedHistory) {
    let file = HistoryFile(path: path)
    for diagnostic in file.diagnostics {
      Terminal.error(diagnostic.reported.text(style: Terminal.errorStyle))
    }
    guard let history = file.history else { throw ExitCode.scenarioWrong }
    return (path, history)
  }

  /// Runs the analysis, with a line of progress if someone is watching.
  private func update(
    _ scenario: Scenario, _ reading: ScenarioReading
  ) async throws -> UpdateFindings {
    let draws = count.draws(of: reading)
    let visible = Terminal.errorIsTerminal && !calculation.noProgress && !output.quiet
    Interrupt.endsProcess()
    defer { Interrupt.isIgnored() }
    do {
      let paths = RunReport.paths(onScreen: scenario.economy)
        .union(RemainingGrowth.paths(scenario))
      let analysis = try UpdateAnalysis(scenario, recording: Recording(.those(paths)))
      let display = ProgressDisplay(total: analysis.work(draws: draws))
      defer { display.finish() }
      return try await analysis.run(
        draws: draws, seed: calculation.seed(of: reading), threads: calculation.threads
      ) { if visible { display.update(done: $0) } }
    } catch let error as SimulationError {
      throw reading.report(error)
    }
  }
}
