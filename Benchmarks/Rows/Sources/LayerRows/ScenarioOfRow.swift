import MonteCarlo
import ScenarioFiles

/// A row that cannot be made ready.
struct RowError: Error, CustomStringConvertible {
  let description: String
}

/// Reads a scenario.
///
/// - Parameters:
///   - path: from the root of the checkout that this was built in.
///   - overrides: `PATH=VALUE`, as on the command line.
/// - Throws: `RowError` with what is wrong.
func scenario(_ path: String, overrides: [String] = []) throws -> Scenario {
  // Benchmarks/Rows/Sources/LayerRows/ScenarioOfRow.swift
  let root = #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
  let reading = ScenarioReader.read(path: "/\(root)/\(path)", overrides: overrides)
  guard let scenario = reading.scenario else {
    throw RowError(
      description: reading.diagnostics.map(\.description).joined(separator: "\n"))
  }
  return scenario
}
