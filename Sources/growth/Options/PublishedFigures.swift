import ArgumentParser
import Reporting
import ScenarioFiles

/// What is said of a scenario's `actuals` by a command that does not condition on them.
///
/// To leave them out without a word would answer another question than the one that was asked.
extension ScenarioReading {
  /// Refuses a scenario that holds published figures.
  ///
  /// - Parameter command: as it is called, such as `growth reach`.
  /// - Throws: `ExitCode.scenarioWrong` after writing all diagnostics to standard error.
  func refuseActuals(for command: String) throws {
    guard let first = actualLocations.first else { return }
    reportDiagnostics()
    let refusal = CheckReport.Diagnostic(
      path: first.path, line: first.line, column: first.column, severity: .error,
      message: "`\(command)` cannot take published figures into account yet, and the scenario holds"
        + " \(countOfActuals)",
      hint: "`growth update` does; or ask about the scenario without `actuals`")
    Terminal.error(refusal.text(style: Terminal.errorStyle))
    throw ExitCode.scenarioWrong
  }

  /// A warning that published figures have no part in an answer; nil where there are none.
  ///
  /// - Parameter command: as it is called, such as `growth reconcile`.
  func actualsNotUsed(by command: String) -> CheckReport.Diagnostic? {
    guard let first = actualLocations.first else { return nil }
    return CheckReport.Diagnostic(
      path: first.path, line: first.line, column: first.column, severity: .warning,
      message: "`\(command)` judges the plan as it was made: \(countOfActuals)"
        + " \(actualLocations.count == 1 ? "has" : "have") no part in it",
      hint: nil)
  }

  private var countOfActuals: String {
    actualLocations.count == 1
      ? "one published figure" : "\(actualLocations.count) published figures"
  }
}
