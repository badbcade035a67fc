import ArgumentParser
import GrowthModel
import MonteCarlo
import Reporting
import ScenarioFiles

struct ReachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract: "What it takes: the lever settings at which a target has a probability.",
    discussion: """
      Moves each lever alone within its range, on the draws that `run` makes under the same seed, and finds \
      the nearest setting at which the target has the probability, with an interval; or says that it is out \
      of reach, and what the best is. Then the plain arithmetic: what each activity would have to grow by.
      """)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "The id of a target of the scenario; without it, the first one.", valueName: "id"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "The probability that the target should have, such as 70% or 0.7.", valueName: "p"),
    transform: TargetProbability.init(argument:))
  var probability: TargetProbability

  @Option(
    help: ArgumentHelp(
      "Ask about this lever. Repeatable; without it, about each of the scenario.",
      valueName: "name"))
  var lever: [String] = []

  @Option(
    help: ArgumentHelp(
      "Another range for a lever, such as --range \"credit.growth=0%..25%\". Repeatable.",
      valueName: "name=a..b"), transform: RangeArgument.init(argument:))
  var range: [RangeArgument] = []

  @Option(
    help: ArgumentHelp(
      "How many draws, such as 500k or 10M.",
      discussion: "Without it, what the scenario says under `run`, or 1M.", valueName: "n"),
    transform: drawCount)
  var draws: Int?

  @OptionGroup var calculation: CalculationOptions

  @Option(help: "The format of the result.")
  var format = ResultFormat.text

  func run() async throws {
    try output.prepare()
    let (options, reading, scenario) = try read()
    let asked = try TargetChoice.targets(
      target.map { [$0] } ?? [], of: scenario, path: reading.path)[0]
    for id in lever {
      guard scenario.economy.levers.contains(where: { $0.id == id && $0.range == nil }) else {
        continue
      }
      throw ValidationError(
        "the lever '\(id)' has no range to look in; give one with --range \"\(id)=A..B\"")
    }
    if format != .text, !output.quiet { reading.reportDiagnostics() }
    let findings = try await analyse(scenario, reading, asked.id)
    let report = ReachReport(
      scenario: scenario, findings: findings, context: options.context(of: reading, scenario))
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(report.json())
    case .csv: try output.write(report.csv())
    }
  }

  /// Reads the scenario, with the ranges of the command line in it.
  private func read() throws -> (ScenarioOptions, ScenarioReading, Scenario) {
    var (reading, scenario) = try scenario.read()
    try LeverChoice.check(lever + range.map(\.lever), of: scenario, path: reading.path)
    guard !range.isEmpty else { return (self.scenario, reading, scenario) }
    var options = self.scenario
    options.overrides += range.map(\.override)
    (reading, scenario) = try options.read()
    return (options, reading, scenario)
  }

  /// Runs the analysis, with a line of progress if someone is watching.
  private func analyse(
    _ scenario: Scenario, _ reading: ScenarioReading, _ id: String
  ) async throws -> ReachFindings {
    let visible = Terminal.errorIsTerminal && !calculation.noProgress && !output.quiet
    let display = ProgressDisplay(total: 0)
    Interrupt.endsProcess()
    defer { Interrupt.isIgnored() }
    do {
      let analysis = try ReachAnalysis(
        scenario, target: id, levers: lever.isEmpty ? nil : lever)
      defer { display.finish() }
      return try await analysis.run(
        probability: probability.value,
        draws: draws ?? reading.draws ?? DrawingOptions.standardDraws,
        seed: calculation.seed(of: reading), threads: calculation.threads
      ) { if visible { display.update(done: $0) } }
    } catch let error as SimulationError {
      Terminal.error("\(reading.path): error: \(error)")
      throw ExitCode.runFailed
    }
  }
}
