import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

extension SweepCommand {
  /// Runs some of the variants, and writes their rows as a state.
  func work(out shard: Shard, of sweep: Sweep, to path: String) async throws {
    let variants = shard.range(of: sweep.design.count)
    Interrupt.endsProcess()
    defer { Interrupt.isIgnored() }
    _ = try await sweep.job.check(variants, quiet: output.quiet)
    let paths = sweep.design.axes.map(\.path)
    let context = scenario.context(of: sweep.reading, sweep.base)
    var rows = SweepRows()
    try await sweep.job.run(variants, path: sweep.reading.path) { row in
      rows.add(
        row, paths: paths,
        json: try row.json(paths: paths, context: context, scenario: sweep.base.name))
    }
    Interrupt.isIgnored()
    let heading = try StateHeading(
      .rows, of: sweep.reading, variants: sweep.design.count, shard, format: format)
    try StateStore.write(heading, rows.bytes(), to: path)
  }

  /// Puts the rows of all parts one after the other, and writes them as one sweep does.
  ///
  /// - Parameter states: that are complete and go together.
  func run(merging states: PartFiles) async throws {
    let sweep = try plan(shows: format == .text)
    try states.check(sweep.reading)
    if let shown = sweep.shown {
      let check = try await sweep.job.check(quiet: true)
      var points: [SweepPoint] = []
      try states.forEachRow { _, row in
        if let point = row.point(target: shown.target.id) { points.append(point) }
      }
      return try write(points, of: sweep, check)
    }
    let reproduction = Invocation.reproduction(format: .json)
    var text = ""
    try states.forEachRow { header, row in
      switch format {
      case .csv: text += (text.isEmpty ? header : "") + row.csv
      default:
        text += text.isEmpty ? try reproduction?.attached(toRow: row.json) ?? row.json : row.json
      }
    }
    try output.write(text)
  }
}
