import ArgumentParser
import Foundation
import Languages

/// On how many threads a calculation runs.
struct ThreadsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("How many threads; the answer does not depend on it."), valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard 1...1024 ~= threads else {
      throw ValidationError(localized("--threads \(threads) is outside 1 to 1024"))
    }
  }
}
