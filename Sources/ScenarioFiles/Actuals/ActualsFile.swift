import GrowthModel
import MonteCarlo

/// A comma-separated file of what has been published of the results of a scenario.
///
/// Wide: a column of periods and one for each series, its unit in the title, `total (%)`, `services (billion VND,
/// constant)`. Long: columns `period`, `series`, `value` and `unit`. Both may have `published`, `revision` and
/// `source`, which are those of all figures of the row.
public struct ActualsFile: Sendable {
  /// As it was given.
  public let path: String
  /// In the order in which they became known; none where the file cannot be used.
  public let actuals: [Actual]
  /// Where the value of each of them stands.
  public let locations: [Location]
  /// What the file's vintages say of revisions; figures without a revision of their own have this one.
  public let revisions: [RevisionEstimate]
  /// What is wrong with the file, by line and column.
  public let diagnostics: [Diagnostic]
  /// `sha256:` and the hash of the bytes.
  public let digest: String

  /// Whether the file cannot be used.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads a file against a scenario that has been read.
  ///
  /// - Parameters:
  ///   - path: absolute or relative to the current folder.
  ///   - scenario: whose results the figures are of.
  ///   - publishedBy: a day, `YYYY-MM-DD`: figures of later days are as if they were not there; nil for all.
  public init(path: String, for scenario: Scenario, publishedBy: String? = nil) {
    self.path = path
    let findings = Findings(main: path)
    let context = ReadingContext(findings: findings, scenarioPath: path)
    let economy = scenario.economy
    context.use(timeline: economy.timeline, step: economy.timeline.step)
    context.use(currency: economy.currency)
    let reader = ActualsFileReader(
      context: context,
      quantities: QuantityReader(
        context: context, graph: try? scenario.quantityGraph(), economy: economy))
    let outcome = reader.read(path: path, asOf: scenario.asOf, publishedBy: publishedBy)
    let ordered = findings.hasErrors ? [] : outcome.actuals.inOrder
    actuals = ordered.map(\.actual)
    locations = ordered.map(\.location)
    revisions = outcome.revisions
    diagnostics = findings.ordered
    var digest = SHA256()
    for bytes in context.dataFiles { digest.update(bytes) }
    self.digest = "sha256:" + digest.finish()
  }
}

/// Reads a file of published figures as a part of a reading.
struct ActualsFileReader {
  let context: ReadingContext
  let quantities: QuantityReader

  /// - Parameters:
  ///   - path: of the file.
  ///   - asOf: the date of the scenario.
  ///   - publishedBy: the last day that counts; nil for all.
  func read(path: String, asOf: String?, publishedBy: String?) -> ActualsAssembler.Outcome {
    guard
      let file = TextFile.read(path: path, what: .publishedFigures, into: context.findings)
    else { return ActualsAssembler.Outcome() }
    context.dataFiles.append(file.bytes)
    guard let cells = CSVTable.read(file.text, path: path, into: context.findings) else {
      return ActualsAssembler.Outcome()
    }
    var table = ActualsTable(findings: context.findings)
    table.read(cells)
    if table.figures.isEmpty, !context.findings.hasErrors(in: path) {
      context.findings.report(ActualsFileFact.noFigures, at: Location(path: path))
    }
    func isHidden(_ figure: PublishedFigure) -> Bool {
      guard let publishedBy, let published = figure.published else { return false }
      return published > publishedBy
    }
    let outcome = ActualsAssembler(context: context, quantities: quantities, path: path)
      .assemble(table.figures.filter { !isHidden($0) }, hidden: table.figures.filter(isHidden))
    for actual in outcome.actuals { record(actual) }
    if let asOf { reportEarlier(outcome.actuals, than: asOf) }
    return outcome
  }

  /// Notes a figure among the values of the scenario, behind all of its files.
  private func record(_ actual: LocatedActual) {
    context.record(
      "actuals.\(actual.actual.quantity)", actual.text,
      at: .file(actual.location, order: .max), source: actual.actual.source)
  }

  /// Warns once of each day of publication before the date of the scenario.
  private func reportEarlier(_ actuals: [LocatedActual], than asOf: String) {
    var seen: Set<String> = []
    for actual in actuals {
      guard let published = actual.actual.published, published < asOf,
        seen.insert(published).inserted
      else { continue }
      context.findings.report(
        ActualsFileFact.publishedBefore(published, asOf: asOf), at: actual.location)
    }
  }
}
