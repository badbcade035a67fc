import ArgumentParser
import Languages
import ScenarioFiles
import Stochastics

/// How the draws of an answer are spread.
struct SpreadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("How draws are spread: independent of each other, in mirrored pairs, or evenly."),
      discussion: localized("Without it, what the scenario says under `run`, or pseudo-random.")))
  var sampling: Sampling?

  /// How the draws of this scenario are spread.
  func sampling(of reading: ScenarioReading) -> Sampling {
    sampling ?? reading.sampling ?? .pseudoRandom
  }
}
