import ArgumentParser
import ScenarioFiles

/// A number of draws, written as in a scenario file.
struct Draws: ExpressibleByArgument {
  let count: Int

  init?(argument: String) {
    guard let count = DrawCount.parse(argument) else { return nil }
    self.count = count
  }
}
