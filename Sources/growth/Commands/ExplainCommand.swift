import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles
import Stochastics

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: localized("What must be true for a target to be met."),
    discussion: localized(
      """
      Compares the draws of a run that met the target with those that missed it, figure by figure, and finds \
      the most likely way to just meet it.
      """))

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var drawing: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      localized("The id of a target of the scenario. Repeatable; without it, the first one."),
      valueName: "id")
  )
  var target: [String] = []

  @Option(
    help: ArgumentHelp(
      localized("How many figures the tables of the screen list; 15 without it."),
      discussion: localized("The formats json and csv have all of them."), valueName: "n"))
  var top: Int?

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  func validate() throws {
    guard let top else { return }
    guard top > 0 else {
      throw ValidationError(localized("--top \(top) is not above zero"))
    }
    guard format == .text else {
      throw ValidationError(
        localized("--top is about the screen; --format \(format.rawValue) has all figures"))
    }
  }

  func run() async throws {
    try output.prepare()
    let (reading, scenario) = try scenario.readWithoutActuals(for: "growth explain")
    let ids = try TargetChoice.targets(target, of: scenario, path: reading.path).map(\.id)
    if !output.quiet { reading.reportDiagnostics() }
    let report = ExplainReport(
      scenario: scenario, explanation: try await explain(scenario, reading, ids),
      context: self.scenario.context(of: reading, scenario))
    switch format {
    case .text:
      let text = report.text(style: output.style, top: top ?? ExplainReport.usualFigures)
      try output.write(text)
    case .json: try output.write(answer: report.json())
    case .csv: try output.write(report.csv())
    }
  }

  /// Runs the analysis, with a line of progress if someone is watching.
  private func explain(
    _ scenario: Scenario, _ reading: ScenarioReading, _ ids: [String]
  ) async throws -> ExplanationFindings {
    let draws = drawing.draws(of: reading)
    let sampling = drawing.spread.sampling(of: reading)
    let visible = Terminal.errorIsTerminal && !drawing.calculation.noProgress && !output.quiet
    Interrupt.endsProcess()
    defer { Interrupt.isIgnored() }
    do {
      let analysis = try ExplanationAnalysis(scenario, targets: ids)
      let display = ProgressDisplay(total: analysis.work(draws: draws, sampling: sampling))
      defer { display.finish() }
      return try await analysis.run(
        draws: draws, seed: drawing.calculation.seed(of: reading), sampling: sampling,
        threads: drawing.calculation.threads
      ) { if visible { display.update(done: $0) } }
    } catch let error as SimulationError {
      Terminal.report(error, in: reading.path)
      throw ExitCode.runFailed
    }
  }
}
