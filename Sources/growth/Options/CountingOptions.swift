import ArgumentParser
import ScenarioFiles

/// How draws are made that are counted, a fixed number of them.
struct CountingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many draws, such as 200k or 10M.",
      discussion: "Without it, what the scenario says under `run`, or 1M.", valueName: "n"),
    transform: drawCount)
  var draws: Int?

  @OptionGroup var spread: SpreadOptions

  @OptionGroup var calculation: CalculationOptions

  func draws(of reading: ScenarioReading) -> Int {
    draws ?? reading.draws ?? DrawingOptions.standardDraws
  }
}
