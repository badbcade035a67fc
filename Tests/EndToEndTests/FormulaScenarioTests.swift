import Foundation
import TestSupport
import Testing

/// Models that a file writes down as formulas and tables, run as people run them.
@Suite struct FormulaScenarioTests {
  private static func file(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("ScenarioFilesTests/Valid/\(name)").path
  }

  /// A published failure probability, within four standard errors of a million draws.
  @Test(arguments: ["1", "2", "3"])
  func reliabilityBenchmark(seed: String) throws {
    let json = try JSONValue(
      Program.run([
        "run", Self.file("rp22.yaml"), "--draws", "1M", "--seed", seed, "--format", "json",
        "--quiet",
      ]).output)
    let target = try #require(json["targets"]?.array?.first)
    let probability = try #require(target["probability"]?.number)
    let published = 0.0042073055
    #expect(abs(probability - published) < 4 * (published * (1 - published) / 1e6).squareRoot())
  }

  /// A quantity of any period can be asked for by name; a misspelt one is told.
  @Test func quantitiesByName() throws {
    let known = try Program.run(
      "run", ScenarioFolder.sonLa, "--draws", "1k", "--quantity", "growth.2025H1", "--quantity",
      "crops.share.2025Q3")
    #expect(known.status == 0)
    #expect(known.output.contains("growth.2025H1, %"))
    #expect(known.output.contains("crops.share.2025Q3, %"))
    let wrong = try Program.run(
      "run", ScenarioFolder.sonLa, "--draws", "1k", "--quantity", "growth.2025h1")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("did you mean 'growth.2025H1'?"))
  }

  /// The flows of a table that were adjusted have the totals that were asked for.
  @Test func balancedTable() throws {
    let file = Self.file("investment.yaml")
    let text = try Program.run(["reconcile", file, "--quiet"]).output
    #expect(text.contains("by RAS"))
    let json = try JSONValue(
      Program.run(["reconcile", file, "--format", "json", "--quiet"]).output)
    let rows = try #require(
      json["table"]?["balanced"]?.array?.compactMap { row in
        row.array?.compactMap(\.number)
      })
    let sums = rows.map { $0.reduce(0, +) }
    let columns = [0, 1].map { j in rows.reduce(0) { $0 + $1[j] } }
    for (found, total) in zip(sums + columns, [30e9, 240e9, 80e9, 190e9]) {
      #expect(abs(found / total - 1) < 1e-10)
    }
  }
}
