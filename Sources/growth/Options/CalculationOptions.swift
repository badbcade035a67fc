import ArgumentParser
import Languages
import ScenarioFiles

/// How a calculation with random numbers is carried out.
struct CalculationOptions: ParsableArguments {
  @OptionGroup var streams: StreamOptions

  @Flag(
    name: .customLong("no-progress"),
    help: ArgumentHelp(localized("Show no progress on standard error.")))
  var noProgress = false

  var seed: UInt64? { streams.seed }
  var threads: Int { streams.threads }

  /// The seed of a calculation with this scenario.
  func seed(of reading: ScenarioReading) -> UInt64 { streams.seed(of: reading) }
}

/// Which random numbers there are, and how many threads draw them.
struct StreamOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(
        "The seed of the random numbers; the same seed gives the same bits on every machine."),
      discussion: localized("Without it, what the scenario says under `run`, or 1."), valueName: "n"
    ))
  var seed: UInt64?

  @OptionGroup var concurrency: ThreadsOption

  /// The seed when neither the command line nor the scenario says one.
  static let standardSeed: UInt64 = 1

  var threads: Int { concurrency.threads }

  /// The seed of a calculation with this scenario.
  func seed(of reading: ScenarioReading) -> UInt64 { seed ?? reading.seed ?? Self.standardSeed }
}
