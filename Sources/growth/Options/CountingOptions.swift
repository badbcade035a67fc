import ArgumentParser
import ScenarioFiles

/// How draws are made that are counted, a fixed number of them.
struct CountingOptions: ParsableArguments {
  @OptionGroup var count: DrawsOption

  @OptionGroup var spread: SpreadOptions

  @OptionGroup var calculation: CalculationOptions

  func draws(of reading: ScenarioReading) -> Int {
    count.draws(of: reading)
  }
}
