import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: localized(
      "A grid, a list or a spread of variants: the probability of every target in each."),
    discussion: localized(
      """
      Runs the scenario with each combination of the values that are varied, always with the same random \
      numbers. Every row equals what `growth run` says with the same values set.
      """))

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var variants: VariantOptions
  @OptionGroup var drawing: VariantDrawingOptions
  @OptionGroup var sharing: SharingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      localized(
        "The id of the target that the screen and the chart show; without it, the first one."),
      valueName: "id"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      localized(
        "Keep this quantity too, such as growth.2025H1, beside those of targets. Repeatable."),
      valueName: "path"))
  var quantity: [String] = []

  @Option(
    help: ArgumentHelp(
      localized("The format of the result: a screen, one object a line, or one row a variant.")))
  var format = ResultFormat.text

  @Option(
    help: ArgumentHelp(
      localized(
        "Draw the probability of the target to this file: a line over one path, a map over two."),
      valueName: "svg"), completion: .file(extensions: ["svg"]))
  var chart: String?

  @Flag(
    help: ArgumentHelp(
      localized("Go on with a sweep that was interrupted."),
      discussion: localized(
        "With -o and --format csv or json, the rows that are done wait in FILE.partial.")))
  var resume = false

  func validate() throws {
    if sharing.shard != nil, resume || chart != nil || target != nil {
      throw ValidationError(
        localized(
          "a part writes nothing but its state: leave out --resume, --chart and --target"))
    }
    if resume, output.path == nil || format == .text {
      throw ValidationError(
        localized(
          "--resume goes on with the rows of a file: give -o FILE, and --format csv or json"))
    }
  }

  func run() async throws {
    let part = try sharing.part(output)
    try output.prepare()
    if let chart { try OutputOptions.check(chart) }
    if let (shard, path) = part {
      return try await work(out: shard, of: plan(shows: false), to: path)
    }
    let sweep = try plan(shows: true)
    Interrupt.endsProcess()
    defer { Interrupt.isIgnored() }
    let check = try await sweep.job.check(quiet: output.quiet || format == .text)
    var points: [SweepPoint] = []
    let collects = format == .text || chart != nil
    try await write(
      sweep.job, check, sweep.base, sweep.reading, target: collects ? sweep.shown?.target.id : nil
    ) {
      points.append($0)
    }
    if collects { try write(points, of: sweep, check) }
  }

  /// What is swept.
  struct Sweep {
    let reading: ScenarioReading
    let base: Scenario
    let job: SweepJob
    /// What the screen and the chart show.
    let shown: (target: Target, quantity: Quantity)?

    var design: VariantDesign { job.design }
  }

  /// Reads the scenario and the variants, and finds out whether they can be run.
  ///
  /// - Parameter shows: whether a target has to be found for the screen or the chart.
  func plan(shows: Bool) throws -> Sweep {
    let source = ScenarioSource(path: scenario.file)
    let (reading, base) = try scenario.read(source)
    try reading.refuseActuals(for: "growth sweep")
    let design = try variants.variantDesign(seed: drawing.calculation.seed(of: reading))
    let job = SweepJob(
      source: source, overrides: scenario.overrides, design: design, drawing: drawing,
      quantities: quantity,
      visible: Terminal.errorIsTerminal && !drawing.calculation.noProgress && !output.quiet)
    let shown = shows ? try shownTarget(of: base, reading, design) : nil
    try checkRecording(job, base, reading)
    return Sweep(reading: reading, base: base, job: job, shown: shown)
  }

  /// Writes the screen and the chart.
  func write(
    _ points: [SweepPoint], of sweep: Sweep, _ check: SweepJob.Check
  ) throws {
    guard let shown = sweep.shown else { return }
    let (reading, base) = (sweep.reading, sweep.base)
    var context = scenario.context(of: reading, base)
    context.warnings = check.warnings.map(\.asWarning)
    let report = SweepReport(
      scenario: base, design: sweep.design.reportDesign, axes: sweep.design.reportAxes,
      target: shown.target, quantity: shown.quantity,
      seed: drawing.calculation.seed(of: reading),
      draws: Simulation.draws(
        drawing.draws(of: reading), sampling: drawing.spread.sampling(of: reading)),
      context: context, points: points)
    if let chart { try OutputOptions.write(report.svg(), to: chart) }
    if format == .text { try output.write(report.text(style: output.style)) }
  }

  /// The target of the screen and the chart, with its quantity; nil where nothing shows one.
  private func shownTarget(
    of base: Scenario, _ reading: ScenarioReading, _ design: VariantDesign
  ) throws -> (target: Target, quantity: Quantity)? {
    if chart != nil,
      let obstacle = SweepReport.chartObstacle(
        design.reportDesign, counts: design.axes.map(\.values.count))
    {
      throw ValidationError("--chart: \(obstacle)")
    }
    guard format == .text || chart != nil || target != nil else { return nil }
    guard format == .text || chart != nil else {
      throw ValidationError(
        localized("--target is for the screen and --chart; a table has every target"))
    }
    let chosen = try TargetChoice.targets(target.map { [$0] } ?? [], of: base, path: reading.path)
    guard let first = chosen.first,
      let quantity = try? base.quantityGraph().quantity(first.quantity)
    else { return nil }
    return (first, quantity)
  }

  /// Finds out before anything runs that a quantity is not there, or that nothing is asked for.
  private func checkRecording(
    _ job: SweepJob, _ base: Scenario, _ reading: ScenarioReading
  ) throws {
    if base.targets.isEmpty, quantity.isEmpty {
      throw ValidationError(
        localized(
          """
          '\(reading.path)' has no targets: say with --quantity what to keep, as in --quantity \
          growth
          """))
    }
    do {
      _ = try job.simulation(base)
    } catch SimulationError.unknownPath(let path) {
      throw ValidationError.unknownQuantity(
        path, of: base, listedBy: "growth run --format csv")
    } catch let error as SimulationError {
      Terminal.report(error, in: reading.path)
      throw ExitCode.runFailed
    }
  }

  /// Runs the variants and writes their rows where the format has rows.
  private func write(
    _ job: SweepJob, _ check: SweepJob.Check, _ base: Scenario, _ reading: ScenarioReading,
    target: String?, _ collect: (SweepPoint) -> Void
  ) async throws {
    let context = scenario.context(of: reading, base)
    let paths = job.design.axes.map(\.path)
    func point(_ row: SweepRow) {
      if let target, let point = row.point(target: target) { collect(point) }
    }
    let reproduction = Invocation.reproduction(format: .json)
    func lines(_ row: SweepRow) throws -> String {
      guard format == .json else {
        return (row.variant == 1 ? row.csvHeader(paths: paths) : "") + row.csv()
      }
      let line = try row.json(paths: paths, context: context, scenario: base.name)
      return row.variant == 1 ? try reproduction?.attached(toRow: line) ?? line : line
    }
    guard format != .text else {
      try await job.run(0..<job.design.count, path: reading.path) { row in point(row) }
      return
    }
    guard let path = output.path else {
      Interrupt.endsProcessAmidOutput()
      try await job.run(0..<job.design.count, path: reading.path) { row in
        point(row)
        try OutputOptions.append(lines(row))
      }
      return
    }
    guard !OutputFile.isStream(path) else {
      var text = ""
      try await job.run(0..<job.design.count, path: reading.path) { row in
        point(row)
        text += try lines(row)
      }
      Interrupt.isIgnored()
      return try output.write(text)
    }
    let key = job.key(check, reading, format: format)
    let (done, length) = try finished(path, key, job.design.count, target: target, collect)
    try await rows(to: path, key: key, keeping: length) { add in
      Interrupt.endsProcessLeavingRows()
      try await job.run(done..<job.design.count, path: reading.path) { row in
        point(row)
        try add(lines(row))
      }
      Interrupt.isIgnored()
    }
  }

  /// Writes rows beside a file, and gives them its name at the end.
  private func rows(
    to path: String, key: String, keeping length: UInt64?,
    _ body: (_ add: (String) throws -> Void) async throws -> Void
  ) async throws {
    do {
      var file = try PartialFile(path, key: key, keeping: length)
      do {
        try await body { try file.add($0) }
      } catch {
        try file.keep()
        throw error
      }
      try file.finish()
    } catch let error as OutputError {
      Terminal.report(error)
      throw ExitCode.runFailed
    }
  }

  /// The variants that an earlier run has finished, and the bytes of their rows; nil where there are none.
  private func finished(
    _ path: String, _ key: String, _ count: Int, target: String?, _ collect: (SweepPoint) -> Void
  ) throws -> (variants: Int, length: UInt64?) {
    let partial = PartialFile.rowsPath(path)
    func refuse(_ reason: String, hint: String) -> ExitCode {
      Terminal.report(reason, hint: hint)
      return .runFailed
    }
    guard PartialFile.exists(path) else {
      if resume, !output.quiet {
        Terminal.error(
          localized("there is no '\(partial)' to go on with: beginning with the first variant"))
      }
      return (0, nil)
    }
    guard resume else {
      throw refuse(
        localized("'\(partial)' holds the rows of a sweep that was interrupted"),
        hint: localized("add --resume to go on with it, or remove the file to begin anew"))
    }
    if let difference = SweepKey.difference(between: PartialFile.key(path), and: key) {
      throw refuse(
        localized("the rows in '\(partial)' are not of this sweep: \(difference)"),
        hint: localized("repeat the command as it was, or remove the file to begin anew"))
    }
    var header: String?
    var points: [SweepPoint?] = []
    let lines: CompleteLines
    do {
      lines = try CompleteLines(of: path) { line in
        if format == .csv, header == nil {
          header = line
        } else if let target {
          points.append(
            format == .csv
              ? SweepRow.point(csv: line, header: header ?? "", target: target)
              : SweepRow.point(json: line, target: target))
        }
      }
    } catch {
      throw refuse("\(error)", hint: localized("remove the file to begin anew"))
    }
    let done = max(lines.count - (format == .csv ? 1 : 0), 0)
    guard done <= count, !points.contains(nil) else {
      throw refuse(
        localized("'\(partial)' holds what this sweep has not written"),
        hint: localized("remove the file to begin anew"))
    }
    for point in points { if let point { collect(point) } }
    // A header without a row is written again with the first row.
    return done == 0 ? (0, 0) : (done, lines.length)
  }
}
