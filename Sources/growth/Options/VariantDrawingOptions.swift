import ArgumentParser
import Languages
import ScenarioFiles

/// How the draws of each variant of a sweep are made.
struct VariantDrawingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("How many draws of each variant, such as 200k or 1M."),
      discussion: localized("Without it, what the scenario says under `run`, or 100k."),
      valueName: "n"),
    transform: drawCount)
  var draws: Int?

  @OptionGroup var spread: SpreadOptions

  @OptionGroup var calculation: CalculationOptions

  private static let standardDraws = 100_000

  /// How many draws a variant has.
  func draws(of reading: ScenarioReading) -> Int {
    draws ?? reading.draws ?? Self.standardDraws
  }
}
