import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

struct SensitivityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: localized("Which inputs matter: what the uncertainty of a target comes from."),
    discussion: localized(
      """
      Splits the variance of the quantity that a target is about, or of whether it is met, among the \
      uncertain inputs. Every index has a 95% interval.
      """))

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var drawing: BaseSampleOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      localized("The id of a target of the scenario. Repeatable; without it, the first one."),
      valueName: "id")
  )
  var target: [String] = []

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp(
      localized("Of what the causes are sought: the quantity of the target, or whether it is met."))
  )
  var measure = SensitivityMeasure.quantity

  @Option(
    help: ArgumentHelp(localized("Put inputs together: all of one sector, or all of one kind.")))
  var by = InputGrouping.input

  @Option(
    help: ArgumentHelp(
      localized("Look at some inputs as one, such as --group weather=water,floods. Repeatable."),
      discussion: localized(
        "A name stands for itself and for all below it: floods for floods.size too."),
      valueName: "name=input,input"), transform: GroupArgument.init(argument:))
  var group: [GroupArgument] = []

  @Flag(
    help: ArgumentHelp(
      localized("Let every lever lie anywhere in its range, evenly, beside what is uncertain."),
      discussion: localized("Tells which choices could matter, and against what. Not a forecast.")))
  var levers = false

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  func run() async throws {
    try output.prepare()
    let (reading, asRead) = try scenario.readWithoutActuals(for: "growth sensitivity")
    let (scenario, ranging) = try leversRanging(asRead, reading)
    let ids = try TargetChoice.targets(target, of: scenario, path: reading.path).map(\.id)
    let groups = try groups(of: scenario, reading)
    if format != .text, !output.quiet { reading.reportDiagnostics() }
    let sensitivity = try await analyse(scenario, reading, ids, groups)
    let report = SensitivityReport(
      scenario: scenario, sensitivity: sensitivity,
      context: self.scenario.context(of: reading, scenario), levers: ranging)
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(answer: report.json())
    case .csv: try output.write(report.csv())
    }
  }

  /// The scenario with its levers in motion, where that was asked for.
  private func leversRanging(
    _ scenario: Scenario, _ reading: ScenarioReading
  ) throws -> (Scenario, RangingLevers?) {
    guard levers else { return (scenario, nil) }
    let ranging: (scenario: Scenario, moved: [String], left: [String])
    do throws(SimulationError) {
      ranging = try scenario.withRangingLevers()
    } catch {
      Terminal.report(error, in: reading.path)
      throw ExitCode.runFailed
    }
    guard !ranging.moved.isEmpty else {
      throw ValidationError(
        localized(
          """
          --levers: '\(reading.path)' has no lever that can be moved over a range as one number
          """))
    }
    return (ranging.scenario, RangingLevers(moved: ranging.moved, left: ranging.left))
  }

  /// The groups that were asked for: those by name, then what is left by sector or kind.
  private func groups(
    of scenario: Scenario, _ reading: ScenarioReading
  ) throws -> [InputGroup] {
    let names = scenario.uncertainty.variables.map(\.name)
    var taken: [String: String] = [:]
    var groups: [InputGroup] = []
    for argument in group {
      var members: [String] = []
      for path in argument.paths {
        let found = names.filter { $0 == path || $0.hasPrefix(path + ".") }
        guard !found.isEmpty else {
          throw ValidationError(localized(unknownInput(path, reading.path, among: names)))
        }
        for name in found where !members.contains(name) {
          if let other = taken.updateValue(argument.name, forKey: name) {
            throw ValidationError(
              localized("'\(name)' is in the groups '\(other)' and '\(argument.name)'"))
          }
          members.append(name)
        }
      }
      groups.append(InputGroup(name: argument.name, variables: members))
    }
    do {
      for rest in try SensitivityAnalysis.groups(of: scenario, by: by) {
        let members = rest.variables.filter { taken[$0] == nil }
        if !members.isEmpty { groups.append(InputGroup(name: rest.name, variables: members)) }
      }
    } catch {
      Terminal.report(error, in: reading.path)
      throw ExitCode.runFailed
    }
    return groups
  }

  private func unknownInput(_ path: String, _ file: String, among names: [String]) -> Phrase {
    guard let nearest = NearestName.of(path, among: names) else {
      return "'\(file)' has no uncertain input '\(path)'"
    }
    return "'\(file)' has no uncertain input '\(path)'; did you mean '\(nearest)'?"
  }

  /// Runs the analysis, with a line of progress if someone is watching.
  private func analyse(
    _ scenario: Scenario, _ reading: ScenarioReading, _ ids: [String], _ groups: [InputGroup]
  ) async throws -> SensitivityFindings {
    let seed = drawing.calculation.seed(of: reading)
    let sampling = drawing.spread.sampling(of: reading)
    let visible = Terminal.errorIsTerminal && !drawing.calculation.noProgress && !output.quiet
    Interrupt.endsProcess()
    defer { Interrupt.isIgnored() }
    do {
      let analysis = try SensitivityAnalysis(
        scenario, targets: ids, measure: measure, groups: groups)
      let display = ProgressDisplay(total: analysis.work(draws: drawing.draws, sampling: sampling))
      defer { display.finish() }
      return try await analysis.run(
        draws: drawing.draws, seed: seed, sampling: sampling, threads: drawing.calculation.threads
      ) { if visible { display.update(done: $0) } }
    } catch let error as SimulationError {
      Terminal.report(error, in: reading.path)
      throw ExitCode.runFailed
    }
  }
}

extension SensitivityMeasure: ExpressibleByArgument {}

extension InputGrouping: ExpressibleByArgument {}
