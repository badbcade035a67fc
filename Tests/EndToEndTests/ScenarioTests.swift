import Foundation
import TestSupport
import Testing

/// Every file in `Scenarios`, through every command.
@Suite struct ScenarioTests {
  @Test func thereAreScenarios() {
    for file in [
      ScenarioFolder.sonLa, ScenarioFolder.plannedWeights, ScenarioFolder.vietNamSectors,
      ScenarioFolder.vietNamQuarters,
    ] {
      #expect(ScenarioFolder.files.contains(file))
    }
  }

  @Test(arguments: ScenarioFolder.files) func checksWithoutErrors(_ file: String) throws {
    let outcome = try Program.run("check", file, "--format", "json")
    #expect(outcome.status == 0)
    let report = try JSONValue(outcome.output)
    #expect(report["format"]?.string == "growth.check/1")
    #expect(report["files"]?[0]?["errors"]?.number == 0)
    for diagnostic in report["files"]?[0]?["diagnostics"]?.array ?? [] {
      #expect(diagnostic["severity"]?.string == "warning")
    }
  }

  @Test(arguments: ScenarioFolder.files) func runsWithTheKeysOfTheContract(_ file: String) throws {
    let outcome = try Program.run("run", file, "--draws", "20k", "--format", "json")
    try #require(outcome.status == 0, "\(outcome.errors)")
    let run = try JSONValue(outcome.output)
    expectKeys(
      run,
      [
        "format", "scenario", "seed", "draws", "sampling", "version", "targets", "allTargets",
        "quantities", "contributions", "warnings",
      ])
    #expect(run["format"]?.string == "growth.run/1")
    #expect(run["draws"]?.number == 20_000)
    let scenario = try #require(run["scenario"])
    expectKeys(scenario, ["name", "file", "digest"])
    #expect(scenario["file"]?.string == file)
    #expect(scenario["digest"]?.string?.hasPrefix("sha256:") == true)
    let targets = try #require(run["targets"]?.array)
    #expect(!targets.isEmpty)
    for target in targets {
      expectKeys(
        target,
        [
          "id", "quantity", "comparison", "threshold", "unit", "probability", "interval",
          "standardError", "meanShortfall",
        ])
      try expectInInterval(target)
      #expect(target["standardError"]?.number != nil)
      #expect(target["meanShortfall"] == .null || target["meanShortfall"]?.number != nil)
    }
    let all = try #require(run["allTargets"])
    expectKeys(all, ["probability", "interval"])
    try expectInInterval(all)
    for (path, quantity) in try #require(run["quantities"]?.object) {
      expectKeys(quantity, ["mean", "standardDeviation", "standardError", "quantiles"])
      for key in ["mean", "standardDeviation", "standardError"] {
        #expect(quantity[key]?.number?.isFinite == true, "\(path) \(key)")
      }
      try expectQuantiles(quantity)
    }
    for contribution in try #require(run["contributions"]?.object).values {
      expectKeys(contribution, ["mean", "quantiles"])
      try expectQuantiles(contribution)
    }
    for warning in try #require(run["warnings"]?.array) {
      expectKeys(warning, ["path", "line", "column", "message"])
    }
  }

  /// Means are linear, so what adds up in every draw adds up in the means, to rounding.
  @Test(arguments: ScenarioFolder.files) func accountsAddUp(_ file: String) throws {
    let outcome = try Program.run("run", file, "--draws", "20k", "--format", "json", "--quiet")
    let run = try JSONValue(outcome.output)
    let quantities = try #require(run["quantities"]?.object)
    let contributions = try #require(run["contributions"]?.object)
    let groups = Set(contributions.values.compactMap { $0["parent"]?.string })
    for group in [nil] + groups.map(Optional.some) {
      let parts = contributions.filter { $0.value["parent"]?.string == group }
      let sum = try parts.values.reduce(0) { $0 + (try #require($1["mean"]?.number)) }
      let whole = group.flatMap { contributions[$0] } ?? quantities["growth"]
      #expect(abs(sum - (try #require(whole?["mean"]?.number))) < 1e-12, "\(group ?? "growth")")
      let shares = parts.keys.compactMap { quantities[$0 + ".share"]?["mean"]?.number }
      guard !shares.isEmpty else { continue }
      let total = group.flatMap { quantities[$0 + ".share"]?["mean"]?.number } ?? 1
      #expect(shares.count == parts.count)
      #expect(abs(shares.reduce(0, +) - total) < 1e-12, "\(group ?? "the whole")")
    }
  }

  /// Every value says what set it, and every figure that a file sets says who says so.
  @Test(arguments: ScenarioFolder.files) func showsOriginsAndSources(_ file: String) throws {
    let outcome = try Program.run("show", file, "--format", "json")
    #expect(outcome.status == 0)
    let table = try JSONValue(outcome.output)
    #expect(table["format"]?.string == "growth.show/1")
    let values = try #require(table["values"]?.array)
    var figures = 0
    for value in values {
      let path = try #require(value["path"]?.string)
      let origin = try #require(value["origin"]?.string)
      #expect(!origin.isEmpty, "\(path)")
      // A variant shows the values of the scenario that it extends, too.
      let fromFile = origin.contains(".yaml:") || origin.hasPrefix("history, ")
      guard fromFile, !Self.isSetting(path), value["value"]?.string?.contains(/\d/) == true else {
        continue
      }
      figures += 1
      #expect(value["source"]?.string?.isEmpty == false, "\(path) names no source")
    }
    #expect(figures > 10)
  }

  /// Values that may hold digits and are no figures of the economy.
  private static func isSetting(_ path: String) -> Bool {
    let header: Set = [
      "format", "name", "name.en", "name.vi", "extends", "as-of", "base-year", "year", "price-year",
      "currency",
      "weights", "notes",
      "steps", "run.draws", "run.seed", "history.file", "history.period",
      "shocks.history.file", "shocks.history.period",
    ]
    return header.contains(path)
      || [
        ".name", ".name.en", ".name.vi", ".notes", ".owner.en", ".owner.vi", ".owner", ".formula",
        ".quantity", ".distribution", ".published",
      ].contains {
        path.hasSuffix($0)
      }
  }

  @Test(arguments: ScenarioFolder.files, ["run", "show"])
  func linesFitInAHundredColumns(_ file: String, _ command: String) throws {
    let draws = command == "run" ? ["--draws", "20k"] : []
    let outcome = try Program.run([command, file] + draws)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("\n"))
    for line in outcome.output.split(separator: "\n") where line.count > 100 {
      Issue.record("\(line.count) columns: \(line)")
    }
  }

  private func expectKeys(_ value: JSONValue, _ keys: Set<String>) {
    #expect(keys.subtracting(value.object?.keys.map { $0 } ?? []) == [])
  }

  private func expectInInterval(_ estimate: JSONValue) throws {
    let probability = try #require(estimate["probability"]?.number)
    let interval = try #require(estimate["interval"]?.array).compactMap(\.number)
    try #require(interval.count == 2)
    #expect(0 <= interval[0] && interval[0] <= probability)
    #expect(probability <= interval[1] && interval[1] <= 1)
  }

  private func expectQuantiles(_ value: JSONValue) throws {
    let quantiles = try #require(value["quantiles"]?.object)
    let keys = ["0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95"]
    let numbers = keys.compactMap { quantiles[$0]?.number }
    #expect(numbers.count == keys.count && numbers.allSatisfy(\.isFinite))
    #expect(numbers == numbers.sorted())
  }
}
