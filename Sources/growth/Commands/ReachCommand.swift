import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

struct ReachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract: localized("What it takes: the lever settings at which a target has a probability."),
    discussion: localized(
      """
      Moves each lever alone within its range, on the draws that `run` makes under the same seed, and finds \
      the nearest setting at which the target has the probability, with an interval; or says that it is out \
      of reach, and what the best is. Several levers, or --cheapest, also ask for the cheapest way together. \
      Then the plain arithmetic: what each activity would have to grow by.

      Draws are independent of each other, whatever sampling the scenario asks for.
      """))

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      localized("The id of a target of the scenario; without it, the first one."), valueName: "id"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      localized("The probability that the target should have, such as 70% or 0.7."), valueName: "p"),
    transform: TargetProbability.init(argument:))
  var probability: TargetProbability

  @Option(
    help: ArgumentHelp(
      localized("Ask about this lever. Repeatable; without it, about each of the scenario."),
      valueName: "name"))
  var lever: [String] = []

  @Option(
    help: ArgumentHelp(
      localized(
        "Another range for a lever, such as --range \"credit.growth=0%..25%\". Repeatable."),
      valueName: "name=a..b"), transform: RangeArgument.init(argument:))
  var range: [RangeArgument] = []

  @Option(
    help: ArgumentHelp(
      localized("Another cost for a lever: of one unit more, or one percentage point. Repeatable."),
      discussion: localized("Such as --cost \"credit.growth=50 billion VND\"."),
      valueName: "name=cost"), transform: CostArgument.init(argument:))
  var cost: [CostArgument] = []

  @Flag(
    help: ArgumentHelp(
      localized("Ask for the cheapest combination of the levers that have a cost.")))
  var cheapest = false

  @Option(
    help: ArgumentHelp(
      localized("How many draws, such as 500k or 10M."),
      discussion: localized("Without it, what the scenario says under `run`, or 1M."),
      valueName: "n"),
    transform: drawCount)
  var draws: Int?

  @OptionGroup var calculation: CalculationOptions

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  func run() async throws {
    try output.prepare()
    let (options, reading, scenario) = try read()
    let asked = try TargetChoice.targets(
      target.map { [$0] } ?? [], of: scenario, path: reading.path)[0]
    try check(scenario)
    if format != .text, !output.quiet { reading.reportDiagnostics() }
    let findings = try await analyse(scenario, reading, asked.id)
    let report = ReachReport(
      scenario: scenario, findings: findings, context: options.context(of: reading, scenario))
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(answer: report.json())
    case .csv: try output.write(report.csv())
    }
  }

  /// Whether the levers together are asked about.
  private var isCombined: Bool { cheapest || Set(lever).count > 1 }

  /// Finds out whether the levers that are named can be asked about.
  ///
  /// - Throws: `ValidationError` for one without a range, or without a cost where it is to be weighed.
  private func check(_ scenario: Scenario) throws {
    for found in scenario.economy.levers where lever.contains(found.id) {
      if found.range == nil {
        throw ValidationError(
          localized(
            """
            the lever '\(found.id)' has no range to look in; give one with --range "\(found.id)=A..B"
            """))
      }
      if isCombined, found.cost == nil {
        throw ValidationError(
          localized(
            """
            the lever '\(found.id)' has no cost to weigh it by; give one with --cost \
            "\(found.id)=VALUE"
            """))
      }
    }
  }

  /// Reads the scenario, with the ranges and costs of the command line in it.
  private func read() throws -> (ScenarioOptions, ScenarioReading, Scenario) {
    var (reading, scenario) = try scenario.readWithoutActuals(for: "growth reach")
    let named = lever + range.map(\.lever) + cost.map(\.lever)
    try LeverChoice.check(named, of: scenario, path: reading.path)
    let replaced = range.map(\.override) + cost.map(\.override)
    guard !replaced.isEmpty else { return (self.scenario, reading, scenario) }
    var options = self.scenario
    options.overrides += replaced
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
        probability: probability.value, isCombined: isCombined,
        draws: draws ?? reading.draws ?? DrawingOptions.standardDraws,
        seed: calculation.seed(of: reading), threads: calculation.threads
      ) { if visible { display.update(done: $0) } }
    } catch let error as SimulationError {
      Terminal.report(error, in: reading.path)
      throw ExitCode.runFailed
    }
  }
}
