import Foundation
import GrowthModel
import Languages
import MonteCarlo
import Reporting

@testable import ScenarioFiles

/// What holds for every reading of a scenario, whatever its files say.
enum ReadingPromises {
  /// Models of more operations are not run: they are right or wrong like small ones.
  private static let mostOperations = 20_000
  private static let draws = 64

  /// - Parameters:
  ///   - reading: of a scenario.
  ///   - files: the bytes of its files.
  static func check(_ reading: ScenarioReading, _ files: [String: [UInt8]]) async throws {
    let hasErrors = reading.diagnostics.contains { $0.severity == .error }
    try promise(
      hasErrors == (reading.scenario == nil), "a scenario or none beside \(reading.diagnostics)")
    try check(reading.diagnostics, files)
    guard let scenario = reading.scenario else { return }
    try await check(scenario, reading)
  }

  /// Messages say something, of places that there are.
  static func check(_ diagnostics: [Diagnostic], _ files: [String: [UInt8]]) throws {
    for diagnostic in diagnostics {
      try promise(!diagnostic.message.isEmpty, "a diagnostic says nothing")
      guard let line = diagnostic.location.line, let bytes = files[diagnostic.location.path]
      else { continue }
      // Lines end in more ways in YAML than in CSV; none has more of them than characters that end one.
      let most =
        1
        + String(decoding: bytes, as: UTF8.self).unicodeScalars.count { scalar in
          ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
        }
      try promise(1...most ~= line, "\(diagnostic) is on line \(line) of \(most)")
      if let column = diagnostic.location.column {
        try promise(1...(bytes.count + 1) ~= column, "\(diagnostic) is at column \(column)")
      }
    }
  }

  /// A scenario runs, or says why it does not; and what it says has numbers.
  private static func check(_ scenario: Scenario, _ reading: ScenarioReading) async throws {
    let graph = try scenario.quantityGraph()
    guard graph.operations.count <= mostOperations else { return }
    let ensemble: Ensemble
    do {
      ensemble = try await Simulation(scenario).run(
        draws: draws, seed: 1, sampling: reading.sampling ?? .pseudoRandom)
    } catch let error as SimulationError {
      try promise(!error.message.text().isEmpty, "an error says nothing")
      return
    }
    for summary in ensemble.quantities {
      try promise(
        summary.mean.isFinite && summary.standardDeviation.isFinite,
        "\(summary.quantity.path) has the mean \(summary.mean)")
    }
    let report = RunReport(
      scenario: scenario, ensemble: ensemble,
      context: RunContext(file: reading.path, digest: reading.digest, version: "0"))
    _ = (report.text(style: TextStyle()), report.csv())
    let json = try report.json()
    // What is no number is no JSON either.
    try promise(
      (try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil,
      "a report is no JSON: \(json)")
  }
}
