import ArgumentParser
import Languages
import MonteCarlo
import ScenarioFiles
import Stochastics

/// How draws are made.
struct DrawingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many draws, such as 200k or 10M; with --precision, how many at the most.",
      discussion: "Without it, what the scenario says under `run`, or 1M.", valueName: "n"),
    transform: drawCount)
  var draws: Int?

  @Option(
    help: ArgumentHelp(
      "Draw until the 95% interval of every target reaches no further than this, such as 0.1pp.",
      valueName: "width"), transform: Precision.init(argument:))
  var precision: Precision?

  @Option(
    help: ArgumentHelp(
      "How draws are spread: independent of each other, in mirrored pairs, or evenly.",
      discussion: """
        Evenly spread draws know means and probabilities better for their number, the more so the \
        smoother the model; intervals come from 16 replicates. The number of draws is rounded up to \
        whole pairs (16), hypercubes (1,024) or replicates (16,384). Without it, what the scenario \
        says under `run`, or pseudo-random.
        """))
  var sampling: Sampling?

  @Flag(
    help: ArgumentHelp(
      "Correct the counts of targets by the linear Gaussian part of the model, where that helps.",
      discussion: """
        Its exact probability is known, so what the draws have too much of it is taken off again. For \
        independent draws.
        """))
  var controlVariates = false

  @OptionGroup var calculation: CalculationOptions

  /// Draws when neither the command line nor the scenario says how many.
  static let standardDraws = 1_000_000
  /// Draws at which a run that should reach a precision gives up, unless `--draws` says otherwise.
  static let mostDraws = 1_000_000_000
}

extension Sampling: ExpressibleByArgument {}

/// Reads a number of draws, written as in a scenario file.
///
/// - Throws: `ValidationError` with how to write it.
func drawCount(_ text: String) throws -> Int {
  guard let count = DrawCount.parse(text) else {
    throw ValidationError(
      localized("write a whole number from 1 to 4.29G, such as 500000, 100k or 1M"))
  }
  return count
}
