import ArgumentParser
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
      "How draws are spread: independent of each other, in mirrored pairs, or evenly.",
      discussion: "Without it, what the scenario says under `run`, or pseudo-random."))
  var sampling: Sampling?

  @OptionGroup var calculation: CalculationOptions
}
