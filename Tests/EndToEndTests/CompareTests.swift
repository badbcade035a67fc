import Foundation
import TestSupport
import Testing

/// `growth compare`, run as people run it.
@Suite struct CompareTests {
  private static let variants = ["full-disbursement", "low-water", "delayed-projects"]

  private static func file(_ variant: String) -> String {
    "Scenarios/son-la-2025-\(variant).yaml"
  }

  private func compare(_ arguments: [String]) throws -> JSONValue {
    let outcome = try Program.run(["compare"] + arguments + ["--format", "json", "--quiet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONValue(outcome.output)
    #expect(json["format"]?.string == "growth.compare/1")
    return json
  }

  private func difference(_ json: JSONValue, _ number: Int = 0) throws -> JSONValue {
    try #require(json["differences"]?.array?[number])
  }

  private func names(_ difference: JSONValue) throws -> [String] {
    try #require(difference["assumptions"]?.array).compactMap { $0["name"]?.string }
  }

  /// What changed in the variants of Sơn La, by name.
  @Test func assumptions() throws {
    let full = try difference(
      compare([ScenarioFolder.sonLa, Self.file("full-disbursement"), "--draws", "2k"]))
    #expect(
      try names(full) == [
        "levers.investment.effort", "projects.expressway.start",
        "uncertainties.investment.delay.level",
      ])
    let change = try #require(full["assumptions"]?.array?.first?["changes"]?.array?.first)
    #expect(change["path"]?.string == "levers.investment.effort.value")
    #expect(change["old"]?["value"]?.string == "0%" && change["new"]?["value"]?.string == "100%")
    #expect(
      change["new"]?["origin"]?.string?.hasPrefix(Self.file("full-disbursement") + ":") == true)
    let water = try difference(
      compare([ScenarioFolder.sonLa, Self.file("low-water"), "--draws", "2k", "--no-attribution"]))
    #expect(
      try names(water) == ["shocks.innovations.electricity", "uncertainties.water.level"])
    #expect(water["attribution"] == .null)
    let projects = try difference(
      compare([
        ScenarioFolder.sonLa, Self.file("delayed-projects"), "--draws", "2k", "--no-attribution",
      ]))
    #expect(try names(projects).count == 13)
  }

  /// Parts add up to the difference, and a swap of the files flips every sign.
  @Test(arguments: variants) func sumsAndSigns(_ variant: String) throws {
    let options = ["--draws", "40k", "--seed", "3"]
    let json = try compare([ScenarioFolder.sonLa, Self.file(variant)] + options)
    let there = try difference(json)
    let back = try difference(compare([Self.file(variant), ScenarioFolder.sonLa] + options))
    let (parts, reverse) = (try #require(there["attribution"]), try #require(back["attribution"]))
    let goals = try #require(parts["targets"]?.array)
    let reversed = try #require(reverse["targets"]?.array)
    #expect(goals.count == 10 && reversed.count == 10)
    var quantities: [String: (change: Double, mean: Double)] = [:]
    let first = try #require(json["scenarios"]?[0])
    for target in try #require(first["targets"]?.array) {
      let path = try #require(target["quantity"]?.string)
      quantities[target["id"]?.string ?? ""] = (
        there["quantities"]?[path]?["difference"]?.number ?? .nan,
        first["quantities"]?[path]?["mean"]?.number ?? .nan
      )
    }
    for (k, goal) in goals.enumerated() {
      let change = try #require(there["targets"]?.array?[k]["change"]?["difference"]?.number)
      let opposite = try #require(back["targets"]?.array?[k]["change"]?["difference"]?.number)
      #expect(change == -opposite)
      let id = try #require(goal["id"]?.string)
      let json = try #require(quantities[id])
      for (key, whole, size) in [("probability", change, 1), ("mean", json.change, json.mean)] {
        let own = try #require(goal[key]?.array).map { $0["value"]?.number ?? .nan }
        let other = try #require(reversed[k][key]?.array).map { $0["value"]?.number ?? .nan }
        let dust = 1e-10 * max(abs(size), 1)
        for (a, b) in zip(own, other) { #expect(abs(a + b) < dust, "\(id)") }
        #expect(abs(own.reduce(0, +) - whole) < dust, "\(id)")
      }
    }
    let all = try #require(parts["allTargets"]?.array).compactMap { $0["value"]?.number }
    let together = try #require(there["allTargets"]?["difference"]?.number)
    #expect(abs(all.reduce(0, +) - together) < 1e-10)
  }

  /// The same counts and means as a run of each file.
  @Test func sameAsRuns() throws {
    let files = [ScenarioFolder.sonLa, Self.file("low-water")]
    let found = try compare(files + ["--draws", "30k", "--seed", "5", "--no-attribution"])
    for (k, file) in files.enumerated() {
      let outcome = try Program.run(
        "run", file, "--draws", "30k", "--seed", "5", "--format", "json", "--quiet")
      let run = try JSONValue(outcome.output)
      let own = try #require(found["scenarios"]?.array?[k])
      #expect(
        own["digest"] == run["scenario"]?["digest"] && own["name"] == run["scenario"]?["name"])
      let targets = try #require(own["targets"]?.array)
      for (target, expected) in zip(targets, try #require(run["targets"]?.array))
      where expected["method"]?.string == "count" {
        #expect(target["id"] == expected["id"])
        #expect(target["probability"] == expected["probability"])
        #expect(target["interval"] == expected["interval"])
      }
      for path in ["growth", "growth.2025H1", "electricity.growth"] {
        let (quantity, expected) = (own["quantities"]?[path], run["quantities"]?[path])
        #expect(quantity != nil && quantity?["mean"] == expected?["mean"], "\(path)")
        #expect(quantity?["quantiles"]?["0.9"] == expected?["quantiles"]?["0.9"])
      }
    }
  }

  /// A file against itself; and one thread against three.
  @Test func bytes() throws {
    let same = try compare([ScenarioFolder.sonLa, ScenarioFolder.sonLa, "--draws", "4k"])
    let pair = try difference(same)
    #expect(try names(pair).isEmpty)
    for target in try #require(pair["targets"]?.array) {
      #expect(target["change"]?["difference"]?.number == 0)
      #expect(target["change"]?["isDistinctFromZero"] == .bool(false))
      #expect(target["change"]?["varianceRatio"] == .null)
    }
    func csv(_ threads: String) throws -> String {
      let outcome = try Program.run(
        "compare", ScenarioFolder.sonLa, Self.file("full-disbursement"), "--draws", "30k",
        "--format", "csv", "--quiet", "--threads", threads)
      #expect(outcome.status == 0)
      return outcome.output
    }
    let one = try csv("1")
    #expect(try csv("3") == one)
    #expect(one.hasPrefix("scenario,kind,id,assumption,first,second,difference,"))
    for kind in ["assumption", "probability", "mean", "p10", "probability due to", "mean due to"] {
      #expect(one.contains(",\(kind),"), "\(kind)")
    }
  }

  /// Three scenarios: a column each, and each against the first.
  @Test func three() throws {
    let files = [ScenarioFolder.sonLa, Self.file("low-water"), Self.file("full-disbursement")]
    let json = try compare(files + ["--draws", "4k", "--target", "growth"])
    #expect(json["scenarios"]?.array?.count == 3)
    #expect(try difference(json, 1)["scenario"]?.string == files[2])
    let alone = try compare([files[0], files[2], "--draws", "4k", "--target", "growth"])
    #expect(try difference(json, 1)["targets"] == difference(alone)["targets"])
    #expect(try difference(json, 1)["attribution"] == difference(alone)["attribution"])
    let text = try Program.run(["compare"] + files + ["--draws", "4k"])
    #expect(text.output.contains("C - A, pp") && text.output.contains("What C assumes otherwise"))
    for line in text.output.split(separator: "\n") where line.count > 100 {
      Issue.record("\(line.count) columns: \(line)")
    }
  }

  /// What the screen shows.
  @Test(arguments: ["full-disbursement", "low-water"])
  func screen(_ variant: String) throws {
    let outcome = try Program.run(
      "compare", ScenarioFolder.sonLa, Self.file(variant), "--draws", "64k", "--target", "growth",
      "--target", "disbursement", "--target", "per-person")
    #expect(outcome.status == 0)
    let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/compare-\(variant).txt")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try outcome.outputBytes.write(to: snapshot)
    }
    #expect(outcome.output == (try String(contentsOf: snapshot, encoding: .utf8)))
  }

  /// Scenarios that are built differently: one assumption, and the targets that both have.
  @Test func structure() throws {
    let json = try compare([
      ScenarioFolder.sonLa, ScenarioFolder.plannedWeights, "--draws", "4k",
    ])
    let pair = try difference(json)
    #expect(try names(pair) == ["structure"])
    #expect(pair["targets"]?.array?.count == 1 && pair["onlyInFirst"]?.array?.count == 9)
    let part = try #require(
      pair["attribution"]?["targets"]?.array?.first?["probability"]?.array?.first)
    #expect(part["value"] == pair["targets"]?.array?.first?["change"]?["difference"])
  }

  @Test func usage() throws {
    let folder = try TemporaryFolder()
    let files = [ScenarioFolder.sonLa, Self.file("low-water")]
    let absolute = files.map(ScenarioFolder.absolute)
    let written = try Program.run(
      ["compare"] + absolute + ["-o", "result.json", "--format", "json", "--draws", "1k"],
      directory: folder.url)
    #expect(written.status == 0 && written.output == "")
    #expect(try JSONValue(folder.text("result.json"))["format"]?.string == "growth.compare/1")
    #expect(try Program.run("compare", files[0]).status == 64)
    #expect(try Program.run(["compare"] + files + ["--draws", "0"]).status == 64)
    let target = try Program.run(["compare"] + files + ["--target", "grwth"])
    #expect(target.status == 64 && target.errors.contains("target 'grwth'; did you mean 'growth'?"))
    let quantity = try Program.run(
      ["compare"] + files + ["--quantity", "grwth", "--draws", "1k"])
    #expect(quantity.status == 64)
    #expect(quantity.errors.contains("has no quantity 'grwth'; did you mean 'growth'?"))
    let more = try Program.run(
      ["compare"] + files + ["--quantity", "growth.2025H1", "--draws", "1k", "--no-attribution"])
    #expect(more.status == 0 && more.output.contains("first half"))
    #expect(!more.output.contains("what makes B differ"))
    let level = try Program.run(
      ["compare"] + files + ["--set", "investment.effort=100%", "--draws", "1k"])
    #expect(level.status == 0 && level.output.contains("with investment.effort=100%"))
    #expect(!level.output.contains("levers.investment.effort"))
  }

  /// All diagnostics of all files, and scenarios that cannot be compared.
  @Test func errors() throws {
    let broken = ["empty-file", "unclosed-quote"].map {
      "Tests/ScenarioFilesTests/Broken/\($0).yaml"
    }
    let outcome = try Program.run("compare", broken[0], ScenarioFolder.sonLa, broken[1])
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(broken.allSatisfy { outcome.errors.contains($0 + ":") })
    let years = try Program.run(
      "compare", ScenarioFolder.sonLa, "Scenarios/viet-nam-2026-2030.yaml", "--draws", "1k")
    #expect(years.status == 2)
    #expect(years.errors.contains("it is about 2030, but '\(ScenarioFolder.sonLa)' is about 2025"))
    #expect(years.errors.contains("hint: compare scenarios of the same year"))
    let set = try Program.run(
      "compare", ScenarioFolder.sonLa, Self.file("low-water"), "--set", "nonsense.path=1")
    #expect(set.status == 2)
  }
}
