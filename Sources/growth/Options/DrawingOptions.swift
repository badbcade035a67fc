import ArgumentParser
import Foundation
import MonteCarlo

/// How draws are made.
struct DrawingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many draws, such as 200k or 10M; with --precision, how many at the most.",
      discussion: "Without it, what the scenario says under `run`, or 1M.", valueName: "n"))
  var draws: Draws?

  @Option(
    help: ArgumentHelp(
      "Draw until the 95% interval of every target reaches no further than this, such as 0.1pp.",
      valueName: "width"))
  var precision: Precision?

  @Option(
    help: ArgumentHelp(
      "The seed of the random numbers; the same seed gives the same bits on every machine.",
      discussion: "Without it, what the scenario says under `run`, or 1.", valueName: "n"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("How many threads; the answer does not depend on it.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .customLong("no-progress"), help: "Show no progress on standard error.")
  var noProgress = false

  /// Draws when neither the command line nor the scenario says how many.
  static let standardDraws = 1_000_000
  /// Draws at which a run that should reach a precision gives up, unless `--draws` says otherwise.
  static let mostDraws = 1_000_000_000
  static let standardSeed: UInt64 = 1

  func validate() throws {
    guard 1...1024 ~= threads else {
      throw ValidationError("--threads \(threads) is outside 1 to 1024")
    }
  }
}
