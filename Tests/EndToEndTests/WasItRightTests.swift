import Foundation
import TestSupport
import Testing

/// The page that says what forecasts of 2025 said, against the forecasts.
@Suite struct WasItRightTests {
  private static let draws = 100_000

  /// The rows of the tables under a heading of the page, cell by cell.
  private static func rows(under heading: String) throws -> [[String]] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/MonteCarlo/MonteCarlo.docc/WasItRight.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let start = try #require(text.range(of: "## \(heading)\n")).upperBound
    let end = text.range(of: "\n## ", range: start..<text.endIndex)?.lowerBound ?? text.endIndex
    return text[start..<end].split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }.filter { $0[0].first?.isNumber ?? false }
  }

  /// The numbers of a cell, percent as fractions.
  private static func numbers(_ cell: String) -> [Double] {
    cell.replacing("%", with: " ").split(separator: " ").compactMap { Double($0) }.map { $0 / 100 }
  }

  private func run(_ file: String, _ overrides: [String] = []) throws -> JSONValue {
    let outcome = try Program.run(
      ["run", "Scenarios/\(file).yaml", "--draws", "\(Self.draws)", "--format", "json", "--quiet"]
        + overrides.flatMap { ["--set", $0] })
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONValue(outcome.output)
  }

  /// Holds a row against a run: the probability, the median, the band of four draws in five.
  private func hold(_ run: JSONValue, _ probability: String, _ median: String, _ band: String)
    throws
  {
    let target = try #require(run["targets"]?[0])
    let found = try #require(target["probability"]?.number)
    let error = try #require(target["standardError"]?.number)
    let stated = try #require(Self.numbers(probability).first)
    // Rounding of the page, and four standard errors.
    #expect(abs(found - stated) < 0.0005 + 4 * error)
    let quantiles = try #require(run["quantities"]?["growth"]?["quantiles"])
    let ends = Self.numbers(band)
    for (key, value) in [
      ("0.5", Self.numbers(median).first), ("0.1", ends.first), ("0.9", ends.last),
    ] {
      let quantile = try #require(quantiles[key]?.number)
      #expect(try abs(quantile - #require(value)) < 0.0005 + 0.0007, "\(key)")
    }
  }

  @Test func theCountry() throws {
    let rows = try Self.rows(under: "The country in 2025")
    let files = ["viet-nam-2025", "viet-nam-2025-q1", "viet-nam-2025-h1", "viet-nam-2025-9m"]
    #expect(rows.count == files.count)
    for (row, file) in zip(rows, files) {
      try hold(run(file), row[1 + 1], row[3], row[4])
      let above = try run(file, ["targets.growth.at-least=8.02%"])["targets"]?[0]
      let found = try #require(above?["probability"]?.number)
      #expect(try abs(found - #require(Self.numbers(row[5]).first)) < 0.005)
    }
  }

  @Test func sonLa() throws {
    let rows = try Self.rows(under: "Sơn La in 2025")
    let files = ["son-la-2025", "son-la-2025-h1", "son-la-2025-9m"]
    #expect(rows.count == files.count)
    for (row, file) in zip(rows, files) {
      try hold(run(file), row[3], row[4], row[5])
      let ends = try ["7%", "8.78%"].map { threshold in
        let run = try run(file, ["targets.growth.at-least=\(threshold)"])
        return try #require(run["targets"]?[0]?["probability"]?.number)
      }
      #expect(try abs(ends[0] - ends[1] - #require(Self.numbers(row[6]).first)) < 0.007)
    }
    #expect(rows[1][2].hasPrefix("7.45%") && rows[2][2].hasPrefix("12.12%"))
  }

  /// The tables of the past are those of the backtest.
  @Test func thePast() throws {
    let rows = try Self.rows(under: "The country, 2014 to 2024")
    #expect(rows.count == 8)
    let outcome = try Program.run(
      "backtest", ScenarioFolder.vietNamQuarters, "--history",
      "Scenarios/data/viet-nam-quarterly-industries.csv", "--exclude", "2020-2022")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map { line in
      line.split(separator: " ").map(String.init)
    }
    // Of each horizon first the table of bands, then that of scores; first all, then ordinary times.
    for (place, row) in rows.enumerated() {
      let horizon = row[0].split(separator: " ").map(String.init)
      let own = lines.filter { Array($0.prefix(3)) == horizon + [row[1]] }
      let bands = try #require(own.first)
      let scores = try #require(own.last)
      #expect(Array(bands[3...4]) == [row[2], row[3]], "\(place)")
      #expect(scores[3] == row[5])
      #expect(scores.contains(String(row[6].split(separator: " ")[0])))
      #expect(outcome.output.contains(row[4].replacing(" (", with: ", ").replacing(")", with: "")))
    }
  }
}
