import ArgumentParser
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: localized(
      "Is the plan consistent with the base year, and what is the nearest plan that is?"),
    discussion: localized(
      """
      Holds the targets and statements about the accounts against each other, and finds the growth \
      rates, deflators and population nearest to the scenario's own with which all of them hold. \
      `near` is met anywhere within its tolerance, unless --exact is given.

      Exit code 1, with the report, if the plan contradicts itself.
      """))

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions

  @Flag(
    help: ArgumentHelp(
      localized("Hold the plan to its figures, without the tolerances of `near ... within`.")))
  var exact = false

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  func run() throws {
    try output.prepare()
    let (reading, scenario) = try scenario.read()
    if !output.quiet { reading.reportDiagnostics() }
    let notUsed = reading.actualsNotUsed(by: "growth reconcile")
    if let notUsed, !output.quiet { Terminal.error(notUsed.text(style: Terminal.errorStyle)) }
    let reconciliation: Reconciliation
    var atItsWord: Reconciliation?
    do {
      reconciliation = try Reconciliation(scenario, reading: exact ? .exact : .withinTolerance)
      if reconciliation.usesTolerance { atItsWord = try Reconciliation(scenario, reading: .exact) }
    } catch {
      Terminal.report(error, in: reading.path)
      throw ExitCode.runFailed
    }
    var context = self.scenario.context(of: reading, scenario)
    if let notUsed {
      context.warnings.append(
        ReportWarning(
          path: notUsed.path, line: notUsed.line, column: notUsed.column, message: notUsed.message))
    }
    let report = ReconcileReport(
      scenario: scenario, reconciliation: reconciliation, exact: atItsWord, context: context)
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(answer: report.json())
    case .csv: try output.write(report.csv())
    }
    guard report.verdict != .contradictory else {
      let ids = report.contradiction.map { "'\($0.target.id)'" }.joined(separator: ", ")
      Terminal.error(
        localized("\(reading.path): error: the plan cannot be met as it stands: \(ids)"))
      throw ExitCode.runFailed
    }
  }
}
