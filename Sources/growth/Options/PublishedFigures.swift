import ArgumentParser
import Languages
import MonteCarlo
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
      message: localized(
        actualLocations.count == 1
          ? """
          `\(command)` cannot take published figures into account yet, and the scenario holds one \
          published figure
          """
          : """
          `\(command)` cannot take published figures into account yet, and the scenario holds \
          \(actualLocations.count) published figures
          """),
      hint: localized("`growth update` does; or ask about the scenario without `actuals`"))
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
      message: localized(
        actualLocations.count == 1
          ? "`\(command)` judges the plan as it was made: one published figure has no part in it"
          : """
          `\(command)` judges the plan as it was made: \(actualLocations.count) published figures \
          have no part in it
          """),
      hint: nil)
  }
}

extension ScenarioReading {
  /// Says why a simulation has no answer, at the published figure where that is the reason.
  ///
  /// - Parameter error: that the simulation threw.
  /// - Returns: how the program ends.
  func report(_ error: SimulationError) -> ExitCode {
    guard let fault = error.faultyActual,
      let place = scenario?.actuals.firstIndex(where: { $0.quantity == fault.quantity }),
      actualLocations.indices.contains(place)
    else {
      Terminal.report(error, in: path)
      return .runFailed
    }
    let location = actualLocations[place]
    let diagnostic = CheckReport.Diagnostic(
      path: location.path, line: location.line, column: location.column, severity: .error,
      message: "\(error)", hint: fault.hint)
    Terminal.error(diagnostic.text(style: Terminal.errorStyle))
    return .scenarioWrong
  }
}

extension SimulationError {
  /// The published figure that is the reason, and how to put it right.
  fileprivate var faultyActual: (quantity: String, hint: String)? {
    switch self {
    case .actualThatNothingMoves(let quantity):
      (
        quantity,
        localized("make something that it depends on uncertain, or leave the figure out")
      )
    case .actualOutOfReach(let quantity):
      (
        quantity,
        localized(
          "is its unit right? Give it a `revision`, or make what it depends on more uncertain")
      )
    case .contradictingActual(let quantity, _):
      (quantity, localized("give one of them a `revision`, or leave this one out"))
    default: nil
    }
  }
}
