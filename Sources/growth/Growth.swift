import ArgumentParser
import Foundation
import Languages

/// The command line: each command is a file in `Commands`.
@main
struct Growth: AsyncParsableCommand {
  /// Semantic version; what a seed yields may change with the middle number, and the changelog says
  /// so.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: localized("Is the growth target reachable? Scenarios of an economy, simulated."),
    discussion: localized(
      """
      A scenario file describes an economy in a base year, what is known and what is uncertain \
      about the year after, and the targets of its plan. Every answer carries its error.

      Exit codes: 0 done; 1 a run failed; 2 a scenario or its data is wrong; 64 wrong usage; \
      130 interrupted.
      """),
    version: version,
    subcommands: [
      RunCommand.self, CheckCommand.self, ShowCommand.self, ReconcileCommand.self,
      ReachCommand.self, ExplainCommand.self, SensitivityCommand.self, CompareCommand.self,
      SweepCommand.self, MergeCommand.self, UpdateCommand.self, CalibrateCommand.self,
      BacktestCommand.self, ReportCommand.self, VerifyCommand.self, ServeCommand.self,
      NewCommand.self, SchemaCommand.self, DistributionsCommand.self,
    ])

  static func main() async {
    let language = Language(
      arguments: CommandLine.arguments.dropFirst(), environment: ProcessInfo.processInfo.environment
    )
    await Language.$current.withValue(language) {
      await Invocation.recorded(Array(CommandLine.arguments.dropFirst())) { await main(nil) }
    }
  }
}

extension ExitCode {
  /// A run failed, or its result could not be written.
  static let runFailed = ExitCode(1)
  /// A scenario or its data is wrong.
  static let scenarioWrong = ExitCode(2)
}
