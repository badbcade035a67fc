import Foundation
import MonteCarlo
import ScenarioFiles

@testable import Serving

/// Scenarios of the project, ready to be served.
enum Served {
  static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func scenario(
    _ name: String = "son-la-2025.yaml", draws: Int = 10_000, threads: Int = 2,
    overrides: [String] = []
  ) throws -> ServedScenario {
    let path = packageRoot.appendingPathComponent("Scenarios/\(name)").path
    let source = ScenarioSource(path: path)
    let reading = source.reading(overrides: overrides)
    guard let scenario = reading.scenario else {
      throw Failure(description: "\(path): \(reading.diagnostics)")
    }
    return ServedScenario(
      source: source, overrides: overrides, reading: reading, scenario: scenario, draws: draws,
      seed: 2025, threads: threads, version: "test")
  }

  /// An economy of two sectors, for tests of all but the numbers.
  static func small(draws: Int = 2000, threads: Int = 2) throws -> ServedScenario {
    try scenario(
      "miller-blair.yaml", draws: draws, threads: threads,
      overrides: ["levers.final-demand.one.range=[100 billion USD, 900 billion USD]"])
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Settings of Sơn La as a hand might go through them: levers from zero and back, one after the other, and
  /// assumptions of all kinds between them.
  static let walk: [[String: String]] = [
    [:],
    ["levers.investment.plan.value": "6700 billion VND"],
    ["levers.investment.plan.value": "6720 billion VND"],
    ["levers.investment.plan.value": "6720 billion VND", "levers.credit.growth.value": "12%"],
    ["levers.investment.effort.value": "10%", "levers.credit.growth.value": "12%"],
    ["levers.investment.effort.value": "11%", "levers.credit.growth.value": "12%"],
    ["levers.investment.effort.value": "11%", "levers.tourism.campaign.value": "100000 visits"],
    ["levers.digital.budget.value": "2%", "levers.apparatus.reform.value": "80%"],
    [:],
  ]
}
