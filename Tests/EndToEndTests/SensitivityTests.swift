import Foundation
import TestSupport
import Testing

/// `growth sensitivity`, run as people run it.
@Suite struct SensitivityTests {
  private static let gFunction = "Benchmarks/Peers/g-function-20.yaml"
  private static let ishigami = "Tests/ScenarioFilesTests/Valid/ishigami.yaml"

  private struct Index {
    let value: Double
    let low: Double
    let high: Double

    init(_ json: JSONValue?) throws {
      value = try #require(json?["value"]?.number)
      let interval = try #require(json?["interval"]?.array)
      low = try #require(interval.first?.number)
      high = try #require(interval.last?.number)
      #expect(json?["isDistinctFromZero"] == .bool(low > 0))
    }

    func holds(_ truth: Double, widths: Double = 1) -> Bool {
      abs(truth - value) <= widths * (high - low) / 2
    }
  }

  private func target(_ arguments: [String]) throws -> JSONValue {
    let outcome = try Program.run(
      ["sensitivity"] + arguments + ["--format", "json", "--quiet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONValue(outcome.output)
    #expect(json["format"]?.string == "growth.sensitivity/1")
    return try #require(json["targets"]?.array?.first)
  }

  private func parts(_ target: JSONValue) throws -> [String: (first: Index, total: Index)] {
    var parts: [String: (Index, Index)] = [:]
    for part in try #require(target["sobol"]?.array) {
      let name = try #require(part["inputs"]?.array?.first?.string)
      parts[name] = (try Index(part["first"]), try Index(part["total"]))
    }
    return parts
  }

  /// All 40 indices of the G-function with 20 inputs, from a scenario file: within their 95% intervals but
  /// for a few, and all within twice those.
  @Test func theGFunctionAsAScenario() throws {
    let found = try parts(target([Self.gFunction, "--draws", "64k", "--seed", "4"]))
    let variances = (0..<20).map { i in
      let a = Double(i) / 2
      return 1 / (3 * (1 + a) * (1 + a))
    }
    let all = variances.reduce(1) { $0 * (1 + $1) }
    var held = 0
    for (i, variance) in variances.enumerated() {
      let part = try #require(found["x\(i + 1)"])
      let first = variance / (all - 1)
      let total = variance * all / (1 + variance) / (all - 1)
      #expect(part.first.holds(first, widths: 2) && part.total.holds(total, widths: 2))
      held += (part.first.holds(first) ? 1 : 0) + (part.total.holds(total) ? 1 : 0)
    }
    // 38 are expected, with a standard deviation of 1.4 at the least.
    #expect(held >= 34)
  }

  /// The numbers of the head of the file.
  @Test func ishigamiAsAScenario() throws {
    let target = try target([Self.ishigami, "--draws", "256k"])
    let found = try parts(target)
    let (a, b, pi) = (7.0, 0.1, Double.pi)
    let variance = a * a / 8 + b * pow(pi, 4) / 5 + b * b * pow(pi, 8) / 18 + 0.5
    let first = [pow(1 + b * pow(pi, 4) / 5, 2) / 2, a * a / 8, 0].map { $0 / variance }
    let pair = 8 * b * b * pow(pi, 8) / 225 / variance
    for (i, name) in ["x1", "x2", "x3"].enumerated() {
      let part = try #require(found[name])
      #expect(part.first.holds(first[i], widths: 2))
      #expect(part.total.holds(first[i] + (i == 1 ? 0 : pair), widths: 2))
    }
    #expect(try Index(target["interactions"]).holds(pair, widths: 2))
    let text = try Program.run("sensitivity", Self.ishigami)
    #expect(text.output.contains("not told from 0"))
    #expect(text.output.contains("not distinguishable from zero"))
  }

  @Test(arguments: ScenarioFolder.withoutActuals)
  func everyScenarioIsAsked(_ file: String) throws {
    let text = try Program.run("sensitivity", file, "--draws", "2k", "--quiet")
    let hasTargets = !text.errors.contains("has none")
    #expect(text.status == (hasTargets ? 0 : 64), "\(text.errors)")
    guard hasTargets else { return }
    for line in text.output.split(separator: "\n") where line.count > 100 {
      Issue.record("\(line.count) columns: \(line)")
    }
    let csv = try Program.run(
      "sensitivity", file, "--draws", "2k", "--quiet", "--format", "csv", "--of", "probability")
    #expect(csv.status == 0 && csv.output.hasPrefix("target,of,kind,"), "\(csv.errors)")
  }

  /// The same bytes with one thread and with three; several targets one after the other, each as if alone.
  @Test func bytes() throws {
    func output(_ arguments: String...) throws -> String {
      let outcome = try Program.run(
        ["sensitivity", ScenarioFolder.sonLa, "--draws", "3000", "--format", "csv", "--quiet"]
          + arguments)
      #expect(outcome.status == 0)
      return outcome.output
    }
    let one = try output("--threads", "1")
    #expect(try output("--threads", "3") == one)
    let two = try output("--target", "growth", "--target", "per-person")
    #expect(two.hasPrefix(one) && two.count > one.count)
  }

  /// Inputs by sector, by kind and by name; the indices of a partition into independent groups add up.
  @Test func groups() throws {
    for (option, group) in [("sector", "Services"), ("kind", "Shocks")] {
      let target = try target([
        ScenarioFolder.sonLa, "--draws", "4k", "--by", option, "--target", "growth",
      ])
      let names = try #require(target["shapley"]?.array).compactMap { $0["group"]?.string }
      #expect(names.contains(group) && names.count == Set(names).count)
      let sum = try #require(target["shapley"]?.array).reduce(0) {
        $0 + ($1["effect"]?["value"]?.number ?? .nan)
      }
      #expect(abs(sum - 1) < 0.02)
    }
    let named = try target([
      ScenarioFolder.sonLa, "--draws", "4k", "--group", "weather=water,floods,frosts",
    ])
    let weather = try #require(
      named["sobol"]?.array?.first { $0["group"]?.string == "weather" })
    #expect(try #require(weather["inputs"]?.array?.count) > 5)
    #expect(try Index(weather["first"]).value > 0.4)
    let wrong = try Program.run(
      "sensitivity", ScenarioFolder.sonLa, "--group", "weather=watr", "--draws", "1k")
    #expect(wrong.status == 64 && wrong.errors.contains("no uncertain input 'watr'; did you mean"))
    let twice = try Program.run(
      "sensitivity", ScenarioFolder.sonLa, "--group", "a=water", "--group", "b=water")
    #expect(twice.status == 64 && twice.errors.contains("in the groups 'a' and 'b'"))
    #expect(
      try Program.run("sensitivity", ScenarioFolder.sonLa, "--group", "water").status == 64)
  }

  /// What the screen shows, from the head to the notes.
  @Test(arguments: ["planned-weights", "ishigami"])
  func screen(_ name: String) throws {
    let file = name == "ishigami" ? Self.ishigami : ScenarioFolder.plannedWeights
    let outcome = try Program.run("sensitivity", file, "--draws", "64k", "--seed", "1")
    let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/sensitivity-\(name).txt")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try outcome.outputBytes.write(to: snapshot)
    }
    #expect(outcome.output == (try String(contentsOf: snapshot, encoding: .utf8)))
  }

  @Test func usage() throws {
    let folder = try TemporaryFolder()
    let file = ScenarioFolder.absolute(ScenarioFolder.sonLa)
    let written = try Program.run(
      "sensitivity", file, "-o", "result.json", "--format", "json", "--draws", "1k",
      directory: folder.url)
    #expect(written.status == 0 && written.output == "")
    #expect(try JSONValue(folder.text("result.json"))["format"]?.string == "growth.sensitivity/1")
    let unknown = try Program.run("sensitivity", file, "--target", "grwth")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("has no target 'grwth'; did you mean 'growth'?"))
    #expect(unknown.errors.contains("per-person, "))
    #expect(try Program.run("sensitivity", file, "--draws", "0").status == 64)
    #expect(try Program.run("sensitivity", file, "--of", "all").status == 64)
    #expect(try Program.run("sensitivity", "absent.yaml").status == 2)
    let set = try Program.run(
      "sensitivity", ScenarioFolder.plannedWeights, "--draws", "1k", "--set",
      "services.growth.mean=5%")
    #expect(set.status == 0 && set.output.contains("with services.growth.mean=5%"))
  }

  /// Levers in motion are a kind of input like others, and the screen says what that is.
  @Test func levers() throws {
    let arguments = [
      "sensitivity", ScenarioFolder.sonLa, "--levers", "--by", "kind", "--draws", "4k", "--quiet",
    ]
    let text = try Program.run(arguments)
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("Levers lie anywhere in their ranges, evenly"))
    let json = try JSONValue(Program.run(arguments + ["--format", "json"]).output)
    #expect(json["levers"]?["moved"]?.array?.count == 6)
    let parts = try #require(json["targets"]?.array?[0]["sobol"]?.array)
    let levers = try #require(parts.first { $0["group"]?.string == "Levers" })
    #expect(levers["inputs"]?.array?.count == 6)
    let still = try JSONValue(
      Program.run("sensitivity", ScenarioFolder.sonLa, "--draws", "4k", "--format", "json").output)
    #expect(still["levers"] == .null)
    let none = try Program.run("sensitivity", Self.ishigami, "--levers")
    #expect(none.status == 64 && none.errors.contains("no lever"))
  }
}
