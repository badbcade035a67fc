import ArgumentParser
import Languages
import ScenarioFiles

/// How many draws are made, a fixed number of them.
struct DrawsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("How many draws, such as 200k or 10M."),
      discussion: localized("Without it, what the scenario says under `run`, or 1M."),
      valueName: "n"),
    transform: drawCount)
  var draws: Int?

  func draws(of reading: ScenarioReading) -> Int {
    draws ?? reading.draws ?? DrawingOptions.standardDraws
  }
}
