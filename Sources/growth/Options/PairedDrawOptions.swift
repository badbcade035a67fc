import ArgumentParser
import Languages
import ScenarioFiles

/// How the draws are made in which scenarios are compared.
struct PairedDrawOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("How many draws, such as 200k or 10M, the same for each scenario."),
      discussion: localized("Without it, what the first scenario says under `run`, or 1M."),
      valueName: "n"),
    transform: drawCount)
  var draws: Int?

  @OptionGroup var calculation: CalculationOptions
}
