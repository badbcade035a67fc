import ArgumentParser
import Languages
import ScenarioFiles

/// How the draws of a sensitivity analysis are made.
struct BaseSampleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("How many pairs of independent draws of all inputs, such as 16k or 1M."),
      discussion: localized(
        """
        The model is evaluated twice for each of them, and once more for each independent input: N (d + 2) \
        times in all. Without it 64k.
        """), valueName: "n"), transform: drawCount)
  var draws: Int = 65_536

  @OptionGroup var spread: SpreadOptions

  @OptionGroup var calculation: CalculationOptions
}
