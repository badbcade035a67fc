import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: localized("Differences between scenarios, and what causes them."),
    discussion: localized(
      """
      Evaluates the scenarios in the same draws and holds each against the first: targets, quantities, and which \
      changed assumption is to be thanked or blamed for how much of the difference.
      """))

  @OptionGroup var scenarios: ComparedOptions
  @OptionGroup var drawing: PairedDrawOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      localized("The id of a target. Repeatable; without it, all of them."), valueName: "id"))
  var target: [String] = []

  @Option(
    help: ArgumentHelp(
      localized(
        "Compare this quantity too, such as growth.2025H1; `all` compares every one. Repeatable."),
      valueName: "path"))
  var quantity: [String] = []

  @Flag(
    name: .customLong("no-attribution"),
    help: ArgumentHelp(
      localized(
        "Do not share out the differences among the assumptions that changed; it is faster.")))
  var noAttribution = false

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  func run() async throws {
    try output.prepare()
    let versions = try await scenarios.read()
    let compared = versions.compactMap(\.reading.scenario)
    try checkTargets(versions)
    if format != .text, !output.quiet {
      for version in versions { version.reading.reportDiagnostics() }
    }
    let differences = versions.dropFirst().compactMap { ScenarioDifference(versions[0], $0) }
    let findings = try await analyse(versions, compared, differences)
    let report = ComparisonReport(
      scenarios: zip(versions, compared).map { version, scenario in
        ComparisonReport.Subject(
          scenario, file: version.reading.path, digest: version.reading.digest)
      },
      economy: compared[0].economy, assumptions: differences.map { $0.assumptions.map(\.reported) },
      findings: findings, context: scenarios.context(of: versions, compared, quantities: quantity))
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(answer: report.json())
    case .csv: try output.write(report.csv())
    }
  }

  /// Whether each target that is asked about is one of some scenario.
  private func checkTargets(_ versions: [ScenarioVersion]) throws {
    let known = versions.flatMap { $0.reading.scenario?.targets.map(\.id) ?? [] }
    for id in target where !known.contains(id) {
      throw ValidationError(
        NearestName.of(id, among: known).map {
          localized("none of the scenarios has a target '\(id)'; did you mean '\($0)'?")
        } ?? localized("none of the scenarios has a target '\(id)'"))
    }
  }

  /// What the format shows, and what was asked for.
  private func recording(_ scenario: Scenario) -> Recording {
    let paths = quantity.filter { $0 != "all" }
    let usual: Recording.Selection = format == .text ? .those(["growth"]) : .standard
    return Recording(quantity.contains("all") ? .all : usual, paths: paths)
  }

  /// Runs the comparison, with a line of progress if someone is watching.
  private func analyse(
    _ versions: [ScenarioVersion], _ compared: [Scenario], _ differences: [ScenarioDifference]
  ) async throws -> ComparisonFindings {
    let first = versions[0].reading
    let draws = drawing.draws ?? first.draws ?? DrawingOptions.standardDraws
    let visible = Terminal.errorIsTerminal && !drawing.calculation.noProgress && !output.quiet
    let display = ProgressDisplay(total: 0)
    Interrupt.endsProcess()
    defer { Interrupt.isIgnored() }
    let analysis = ComparisonAnalysis(
      compared[0],
      with: zip(compared.dropFirst(), differences).map { scenario, difference in
        (scenario, noAttribution ? nil : difference.path)
      },
      targets: target.isEmpty ? nil : Set(target), recording: recording(compared[0]))
    do {
      defer { display.finish() }
      return try await analysis.run(
        draws: draws, seed: drawing.calculation.seed(of: first),
        threads: drawing.calculation.threads
      ) { if visible { display.update(done: $0) } }
    } catch SimulationError.unknownPath(let path) {
      throw unknownQuantity(path, versions)
    } catch let error as SimulationError {
      let files = versions.map(\.reading.path).joined(separator: ", ")
      Terminal.report(error, in: files)
      throw ExitCode.runFailed
    }
  }

  /// What is said of a quantity that was asked for and that one of the scenarios does not have.
  private func unknownQuantity(_ path: String, _ versions: [ScenarioVersion]) -> ValidationError {
    for version in versions {
      let graph = try? version.reading.scenario?.quantityGraph()
      guard let graph, graph.quantity(path) == nil else { continue }
      let file = version.reading.path
      return ValidationError(
        NearestName.of(path, among: graph.quantities.map(\.path)).map {
          localized("'\(file)' has no quantity '\(path)'; did you mean '\($0)'?")
        }
          ?? localized(
            "'\(file)' has no quantity '\(path)'; `--format csv` lists all of them"))
    }
    return ValidationError(localized("there is no quantity '\(path)'"))
  }
}

extension ScenarioDifference {
  /// As an analysis takes it.
  var path: ScenarioPath {
    ScenarioPath(assumptions: assumptions.map(\.name), isReversed: isReversed) {
      scenario(taking: $0)
    }
  }
}

extension ChangedAssumption {
  /// As reports carry it.
  var reported: ComparisonReport.Assumption {
    func figure(_ value: ResolvedValue?) -> ComparisonReport.Figure? {
      value.map {
        ComparisonReport.Figure(value: $0.value, origin: $0.origin.text, source: $0.source ?? "")
      }
    }
    return ComparisonReport.Assumption(
      name: name, kind: kind.rawValue,
      changes: changes.map {
        ComparisonReport.Change(path: $0.path, old: figure($0.old), new: figure($0.new))
      })
  }
}
