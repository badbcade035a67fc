import ArgumentParser
import ScenarioFiles
import Stochastics

/// How the draws of each variant of a sweep are made.
struct VariantDrawingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many draws of each variant, such as 200k or 1M.",
      discussion: "Without it, what the scenario says under `run`, or 100k.", valueName: "n"),
    transform: drawCount)
  var draws: Int?

  @Option(
    help: ArgumentHelp(
      "How draws are spread: independent of each other, in mirrored pairs, or evenly.",
      discussion: "Without it, what the scenario says under `run`, or pseudo-random."))
  var sampling: Sampling?

  @OptionGroup var calculation: CalculationOptions

  private static let standardDraws = 100_000

  /// How many draws a variant has.
  func draws(of reading: ScenarioReading) -> Int {
    draws ?? reading.draws ?? Self.standardDraws
  }

  /// How they are spread.
  func sampling(of reading: ScenarioReading) -> Sampling {
    sampling ?? reading.sampling ?? .pseudoRandom
  }
}
