import ArgumentParser
import GrowthModel
import MonteCarlo
import Reporting
import ScenarioFiles

struct SensitivityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Which inputs matter: what the uncertainty of a target comes from.",
    discussion: """
      Splits the variance of the quantity that a target is about, or of whether it is met, among the \
      uncertain inputs. Every index has a 95% interval.
      """)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var drawing: BaseSampleOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "The id of a target of the scenario. Repeatable; without it, the first one.", valueName: "id")
  )
  var target: [String] = []

  @Option(
    name: .customLong("of"),
    help: "Of what the causes are sought: the quantity of the target, or whether it is met.")
  var measure = SensitivityMeasure.quantity

  @Option(help: "The format of the result.")
  var format = ResultFormat.text

  func run() async throws {
    try output.prepare()
    let (reading, scenario) = try scenario.read()
    let ids = try targets(of: scenario, reading)
    if format != .text, !output.quiet { reading.reportDiagnostics() }
    let sensitivity = try await analyse(scenario, reading, ids)
    let report = SensitivityReport(
      scenario: scenario, sensitivity: sensitivity,
      context: RunContext(
        file: reading.path, digest: reading.digest, version: Growth.version, asOf: scenario.asOf,
        overrides: self.scenario.overrides, warnings: reading.diagnostics.map(\.asWarning)))
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(report.json())
    case .csv: try output.write(report.csv())
    }
  }

  /// The targets that are asked about.
  private func targets(of scenario: Scenario, _ reading: ScenarioReading) throws -> [String] {
    let known = scenario.targets.map(\.id)
    guard let first = known.first else {
      throw ValidationError(
        "sensitivity is about the targets of a scenario, and '\(reading.path)' has none")
    }
    for id in target where !known.contains(id) {
      let nearest = NearestName.of(id, among: known).map { "did you mean '\($0)'? " } ?? ""
      throw ValidationError(
        "'\(reading.path)' has no target '\(id)'; \(nearest)it has: "
          + known.joined(separator: ", "))
    }
    var ids: [String] = []
    for id in target where !ids.contains(id) { ids.append(id) }
    return ids.isEmpty ? [first] : ids
  }

  /// Runs the analysis, with a line of progress if someone is watching.
  private func analyse(
    _ scenario: Scenario, _ reading: ScenarioReading, _ ids: [String]
  ) async throws -> Sensitivity {
    let seed = drawing.seed ?? reading.seed ?? DrawingOptions.standardSeed
    let sampling = drawing.sampling ?? reading.sampling ?? .pseudoRandom
    let visible = Terminal.errorIsTerminal && !drawing.noProgress && !output.quiet
    Interrupt.endsProcess()
    defer { Interrupt.isIgnored() }
    do {
      let analysis = try SensitivityAnalysis(scenario, targets: ids, measure: measure)
      let display = ProgressDisplay(total: analysis.work(draws: drawing.draws, sampling: sampling))
      defer { display.finish() }
      return try await analysis.run(
        draws: drawing.draws, seed: seed, sampling: sampling, threads: drawing.threads
      ) { if visible { display.update(done: $0) } }
    } catch let error as SimulationError {
      Terminal.error("\(reading.path): error: \(error)")
      throw ExitCode.runFailed
    }
  }
}

extension SensitivityMeasure: ExpressibleByArgument {}
