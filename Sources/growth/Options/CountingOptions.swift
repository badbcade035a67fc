import ArgumentParser
import ScenarioFiles
import Stochastics

/// How draws are made that are counted, a fixed number of them.
struct CountingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many draws, such as 200k or 10M.",
      discussion: "Without it, what the scenario says under `run`, or 1M.", valueName: "n"),
    transform: drawCount)
  var draws: Int?

  @Option(
    help: ArgumentHelp(
      "How draws are spread: independent of each other, in mirrored pairs, or evenly.",
      discussion: "Without it, what the scenario says under `run`, or pseudo-random."))
  var sampling: Sampling?

  @OptionGroup var calculation: CalculationOptions

  func draws(of reading: ScenarioReading) -> Int {
    draws ?? reading.draws ?? DrawingOptions.standardDraws
  }

  func sampling(of reading: ScenarioReading) -> Sampling {
    sampling ?? reading.sampling ?? .pseudoRandom
  }
}
