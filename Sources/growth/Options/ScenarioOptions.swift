import ArgumentParser
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

/// The scenario that a command is about.
struct ScenarioOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(localized("The scenario file.")),
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      localized(
        "Replace a value of the scenario, such as --set agriculture.growth.mean=5%. Repeatable."),
      valueName: "path=value"))
  var overrides: [String] = []

  func validate() throws {
    for text in overrides where !text.contains("=") {
      throw ValidationError.withoutValue(text)
    }
  }

  /// Reads the scenario.
  ///
  /// - Throws: `ExitCode.scenarioWrong` after writing all diagnostics to standard error.
  func read() throws -> (reading: ScenarioReading, scenario: Scenario) {
    try read(ScenarioSource(path: file))
  }

  /// Reads the scenario for a command that does not condition on published figures.
  ///
  /// - Parameter command: as it is called, such as `growth reach`.
  /// - Throws: `ExitCode.scenarioWrong` after writing all diagnostics to standard error, also where the
  ///   scenario holds published figures.
  func readWithoutActuals(
    for command: String
  ) throws -> (reading: ScenarioReading, scenario: Scenario) {
    let (reading, scenario) = try read()
    try reading.refuseActuals(for: command)
    return (reading, scenario)
  }

  /// Reads the scenario from files that have been read.
  ///
  /// - Parameters:
  ///   - source: of the scenario's file.
  ///   - actuals: the path of a file of published figures.
  ///   - publishedBy: the last day of which figures of that file count.
  /// - Throws: `ExitCode.scenarioWrong` after writing all diagnostics to standard error.
  func read(
    _ source: ScenarioSource, actuals: String? = nil, publishedBy: String? = nil
  ) throws -> (reading: ScenarioReading, scenario: Scenario) {
    let reading =
      actuals.map {
        source.reading(overrides: overrides, actuals: $0, publishedBy: publishedBy)
      } ?? source.reading(overrides: overrides)
    guard let scenario = reading.scenario else {
      reading.reportDiagnostics()
      throw ExitCode.scenarioWrong
    }
    return (reading, scenario)
  }

  /// What a report says of where its figures come from.
  ///
  /// - Parameters:
  ///   - reading: of the scenario's file.
  ///   - scenario: that was read.
  func context(of reading: ScenarioReading, _ scenario: Scenario) -> RunContext {
    RunContext(
      file: reading.path, digest: reading.digest, version: Invocation.version, asOf: scenario.asOf,
      overrides: overrides, warnings: reading.diagnostics.map(\.asWarning))
  }
}

extension ValidationError {
  /// What is said of a `--set` that sets nothing.
  ///
  /// - Parameter text: as it was given.
  static func withoutValue(_ text: String) -> ValidationError {
    ValidationError(
      localized(
        """
        '--set \(text)' has no value: write --set PATH=VALUE, as in --set agriculture.growth=4%
        """))
  }
}

extension ScenarioReading {
  /// Writes all diagnostics to standard error.
  func reportDiagnostics() {
    for diagnostic in diagnostics {
      Terminal.error(diagnostic.reported.text(style: Terminal.errorStyle))
    }
  }
}

extension Diagnostic {
  /// As reports carry it.
  var reported: CheckReport.Diagnostic {
    CheckReport.Diagnostic(
      path: location.path, line: location.line, column: location.column,
      severity: severity == .error ? .error : .warning, message: message, hint: hint)
  }

  /// As a run's report carries it.
  var asWarning: ReportWarning {
    ReportWarning(
      path: location.path, line: location.line, column: location.column, message: message)
  }
}
