import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles
import Stochastics

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
  @OptionGroup var sharing: SharingOptions
  @OptionGroup var checkpoint: CheckpointOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  @Option(
    help: ArgumentHelp(
      localized(
        "Keep this quantity too, such as growth.2025H1; `all` keeps every one. Repeatable."),
      valueName: "path"))
  var quantity: [String] = []

  func validate() throws {
    if sharing.shard != nil, drawing.precision != nil {
      throw ValidationError(
        localized(
          """
          --precision ends a run when all of its draws say so, which no part knows: give --draws to \
          --shard
          """))
    }
  }

  func run() async throws {
    let part = try sharing.part(output)
    try output.prepare()
    let forecast = try forecast()
    if let (shard, path) = part { return try await work(out: shard, of: forecast, to: path) }
    let keeper = try keeper(of: forecast)
    let ensemble = try await calculate(forecast) { simulation, progress in
      let simulation = shown(forecast).map(simulation.showing) ?? simulation
      if let precision = drawing.precision {
        return try await simulation.run(
          precision: precision.halfWidth,
          maximumDraws: drawing.draws ?? DrawingOptions.mostDraws, seed: forecast.seed,
          sampling: forecast.sampling, threads: drawing.calculation.threads,
          checkpoints: keeper?.checkpoints, progress: progress)
      }
      return try await simulation.run(
        draws: forecast.draws, seed: forecast.seed, sampling: forecast.sampling,
        threads: drawing.calculation.threads, checkpoints: keeper?.checkpoints,
        progress: progress)
    }
    try write(ensemble, of: forecast)
    keeper?.remove()
  }

  // MARK: What is asked

  /// A scenario that was read, and how it is to be run.
  struct Forecast {
    let reading: ScenarioReading
    let scenario: Scenario
    /// As asked for.
    let draws: Int
    let seed: UInt64
    let sampling: Sampling
  }

  /// Reads the scenario, and says what is wrong with it or with how it is to be run.
  func forecast() throws -> Forecast {
    let (reading, scenario) = try scenario.read()
    if drawing.precision != nil, scenario.targets.isEmpty {
      throw ValidationError(
        localized(
          "--precision is about the targets of a scenario, and '\(reading.path)' has none"))
    }
    let sampling = drawing.sampling ?? reading.sampling ?? .pseudoRandom
    if drawing.controlVariates, sampling != .pseudoRandom {
      throw ValidationError(
        localized(
          """
          --control-variates corrects independent draws; with --sampling \(sampling.rawValue) they are \
          spread evenly already
          """))
    }
    if format != .text, !output.quiet { reading.reportDiagnostics() }
    return Forecast(
      reading: reading, scenario: scenario,
      draws: drawing.draws ?? reading.draws ?? DrawingOptions.standardDraws,
      seed: drawing.calculation.seed(of: reading), sampling: sampling)
  }

  /// Paths of the quantities that were asked for by name.
  private var paths: [String] { quantity.filter { $0 != "all" } }

  /// What the screen shows of all that is recorded; nil where all of it is shown.
  private func shown(_ forecast: Forecast) -> Set<String>? {
    guard format == .text, !quantity.contains("all") else { return nil }
    return RunReport.paths(onScreen: forecast.scenario.economy).union(paths)
  }

  private func simulation(_ forecast: Forecast) throws -> Simulation {
    let recording = Recording(quantity.contains("all") ? .all : .standard, paths: paths)
    let simulation = try Simulation(forecast.scenario, recording: recording)
    return drawing.controlVariates ? try simulation.controlled(seed: forecast.seed) : simulation
  }

  // MARK: Calculating

  /// Does the work, with a line of progress if someone is watching, and says what goes wrong.
  private func calculate<Result>(
    _ forecast: Forecast, draws: Int? = nil,
    _ work: (Simulation, @escaping @Sendable (Int) -> Void) async throws -> Result
  ) async throws -> Result {
    let visible = Terminal.errorIsTerminal && !drawing.calculation.noProgress && !output.quiet
    let total = draws ?? Simulation.draws(forecast.draws, sampling: forecast.sampling)
    let display = ProgressDisplay(total: drawing.precision == nil ? total : 0)
    if let path = checkpoint.path {
      Interrupt.asksToStop(keeping: path)
    } else {
      Interrupt.endsProcess()
    }
    defer {
      display.finish()
      Interrupt.isIgnored()
    }
    do {
      return try await work(simulation(forecast)) { if visible { display.update(done: $0) } }
    } catch SimulationError.unknownPath(let path) {
      throw ValidationError.unknownQuantity(
        path, of: forecast.scenario, listedBy: "--format csv")
    } catch let error as SimulationError {
      display.finish()
      throw forecast.reading.report(error)
    } catch StateError.otherRun(let difference) {
      display.finish()
      throw CheckpointKeeper.refuse(checkpoint.resume ?? "", localized(difference.message))
    } catch let interrupted as CheckpointKeeper.Interrupted {
      display.finish()
      Terminal.error("\(interrupted)")
      throw ExitCode(Interrupt.exitCode)
    }
  }

  private func heading(
    _ kind: StateHeading.Kind, of forecast: Forecast, _ shard: Shard?
  ) throws -> StateHeading {
    try StateHeading(kind, of: forecast.reading, shard, format: format)
  }

  private func keeper(
    of forecast: Forecast, _ shard: Shard? = nil
  ) throws -> CheckpointKeeper? {
    guard checkpoint.path != nil else { return nil }
    return try CheckpointKeeper(
      checkpoint, heading(.checkpoint, of: forecast, shard), quiet: output.quiet)
  }

  /// Works out one part, and writes its state.
  private func work(out shard: Shard, of forecast: Forecast, to path: String) async throws {
    let keeper = try keeper(of: forecast, shard)
    let range = Simulation.draws(
      ofPart: shard.part, of: shard.parts, draws: forecast.draws, sampling: forecast.sampling)
    let state = try await calculate(forecast, draws: range.count) {
      try await $0.part(
        shard.part, of: shard.parts, draws: forecast.draws, seed: forecast.seed,
        sampling: forecast.sampling, threads: drawing.calculation.threads,
        checkpoints: keeper?.checkpoints, progress: $1)
    }
    try StateStore.write(heading(.part, of: forecast, shard), state.bytes, to: path)
    keeper?.remove()
  }

  /// Puts parts together, and writes the result of the whole.
  ///
  /// - Parameter states: that are complete and go together.
  func run(merging states: PartFiles) async throws {
    let forecast = try forecast()
    try states.check(forecast.reading)
    let ensemble = try await calculate(forecast) { simulation, progress in
      let parts = try states.parts(of: simulation)
      let ensemble = try await parts.ensemble(
        threads: drawing.calculation.threads, progress: progress)
      return shown(forecast).map { simulation.showing($0, of: ensemble) } ?? ensemble
    }
    try write(ensemble, of: forecast)
  }

  // MARK: The result

  private func write(_ ensemble: Ensemble, of forecast: Forecast) throws {
    let (reading, scenario) = (forecast.reading, forecast.scenario)
    var warnings = reading.diagnostics.map(\.asWarning)
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
}
