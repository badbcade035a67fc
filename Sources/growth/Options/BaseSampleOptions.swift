import ArgumentParser
import Foundation
import ScenarioFiles
import Stochastics

/// How the draws of a sensitivity analysis are made.
struct BaseSampleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many pairs of independent draws of all inputs, such as 16k or 1M.",
      discussion: """
        The model is evaluated twice for each of them, and once more for each independent input: N (d + 2) \
        times in all. Without it 64k.
        """, valueName: "n"), transform: drawCount)
  var draws: Int = 65_536

  @Option(
    help: ArgumentHelp(
      "The seed of the random numbers; the same seed gives the same bits on every machine.",
      discussion: "Without it, what the scenario says under `run`, or 1.", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "How draws are spread: independent of each other, in mirrored pairs, or evenly.",
      discussion: "Without it, what the scenario says under `run`, or pseudo-random."))
  var sampling: Sampling?

  @Option(help: ArgumentHelp("How many threads; the answer does not depend on it.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .customLong("no-progress"), help: "Show no progress on standard error.")
  var noProgress = false

  func validate() throws {
    guard 1...1024 ~= threads else {
      throw ValidationError("--threads \(threads) is outside 1 to 1024")
    }
  }
}
