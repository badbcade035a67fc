import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: localized(
      "Forecast: the distribution of growth, its contributions, and every target."),
    discussion: localized(
      """
      Draws the uncertain figures of the scenario together, works out the accounts in each draw, \
      and counts how often each target is met.
      """))

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  @Option(
    help: ArgumentHelp(
      localized(
        "Keep this quantity too, such as growth.2025H1; `all` keeps every one. Repeatable."),
      valueName: "path"))
  var quantity: [String] = []

  /// What the format shows, and what was asked for.
  private func recording(_ economy: Economy) -> Recording {
    let paths = quantity.filter { $0 != "all" }
    let usual: Recording.Selection =
      format == .text ? .those(RunReport.paths(onScreen: economy)) : .standard
    return Recording(quantity.contains("all") ? .all : usual, paths: paths)
  }

  func run() async throws {
    try output.prepare()
    let (reading, scenario) = try scenario.read()
    if drawing.precision != nil, scenario.targets.isEmpty {
      throw ValidationError(
        localized(
          "--precision is about the targets of a scenario, and '\(reading.path)' has none"))
    }
    var warnings = reading.diagnostics.map(\.asWarning)
    if format != .text, !output.quiet { reading.reportDiagnostics() }
    let ensemble = try await simulate(scenario, reading)
    if let precision = drawing.precision, !ensemble.reaches(precision.halfWidth) {
      warnings.append(
        ReportWarning(
          path: reading.path,
          message: localized(
            "the precision asked for was not reached within \(ensemble.draws) draws")))
    }
    if let warning = ReportWarning.dependence(ensemble, path: reading.path) {
      warnings.append(warning)
    }
    let report = RunReport(
      scenario: scenario, ensemble: ensemble,
      context: RunContext(
        file: reading.path, digest: reading.digest, version: Invocation.version,
        asOf: scenario.asOf, overrides: self.scenario.overrides, quantities: quantity,
        figures: reading.figures.count,
        assumptions: reading.assumptions.count, warnings: warnings))
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(answer: report.json())
    case .csv: try output.write(report.csv())
    }
  }

  /// Runs the simulation, with a line of progress if someone is watching.
  private func simulate(
    _ scenario: Scenario, _ reading: ScenarioReading
  ) async throws -> Ensemble {
    let asked = drawing.draws
    let draws = asked ?? reading.draws ?? DrawingOptions.standardDraws
    let seed = drawing.calculation.seed(of: reading)
    let sampling = drawing.sampling ?? reading.sampling ?? .pseudoRandom
    if drawing.controlVariates, sampling != .pseudoRandom {
      throw ValidationError(
        localized(
          """
          --control-variates corrects independent draws; with --sampling \(sampling.rawValue) they are \
          spread evenly already
          """))
    }
    let visible = Terminal.errorIsTerminal && !drawing.calculation.noProgress && !output.quiet
    let display = ProgressDisplay(
      total: drawing.precision == nil ? Simulation.draws(draws, sampling: sampling) : 0)
    Interrupt.endsProcess()
    defer { Interrupt.isIgnored() }
    let progress: @Sendable (Int) -> Void = { if visible { display.update(done: $0) } }
    do {
      var simulation = try Simulation(scenario, recording: recording(scenario.economy))
      if drawing.controlVariates { simulation = try simulation.controlled(seed: seed) }
      let ensemble: Ensemble
      if let precision = drawing.precision {
        ensemble = try await simulation.run(
          precision: precision.halfWidth, maximumDraws: asked ?? DrawingOptions.mostDraws,
          seed: seed, sampling: sampling, threads: drawing.calculation.threads, progress: progress)
      } else {
        ensemble = try await simulation.run(
          draws: draws, seed: seed, sampling: sampling, threads: drawing.calculation.threads,
          progress: progress)
      }
      display.finish()
      return ensemble
    } catch SimulationError.unknownPath(let path) {
      throw ValidationError.unknownQuantity(path, of: scenario, listedBy: "--format csv")
    } catch let error as SimulationError {
      display.finish()
      throw reading.report(error)
    }
  }
}
