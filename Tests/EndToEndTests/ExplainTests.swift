import Foundation
import TestSupport
import Testing

/// `growth explain`, run as people run it.
@Suite struct ExplainTests {
  private func json(_ arguments: String...) throws -> JSONValue {
    let outcome = try Program.run(
      ["explain"] + arguments + ["--format", "json", "--quiet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONValue(outcome.output)
    #expect(json["format"]?.string == "growth.explain/1")
    return json
  }

  private func run(_ arguments: String...) throws -> JSONValue {
    let outcome = try Program.run(["run"] + arguments + ["--format", "json", "--quiet"])
    return try JSONValue(outcome.output)
  }

  /// The draws are those of a run, and what is said of Sơn La is what its economy is about: power and water.
  @Test func sonLa() throws {
    let found = try json(ScenarioFolder.sonLa, "--draws", "200k")
    let target = try #require(found["targets"]?[0])
    let same = try run(ScenarioFolder.sonLa, "--draws", "200k")
    #expect(target["probability"] == same["targets"]?[0]?["probability"])
    #expect(target["interval"] == same["targets"]?[0]?["interval"])
    let figures = try #require(target["figures"]?.array)
    func figure(_ name: String) throws -> JSONValue {
      try #require(figures.first { $0["name"]?.string == name })
    }
    for name in ["electricity.growth", "agriculture.growth"] {
      let own = try figure(name)["distribution"]?["all"]
      let other = same["quantities"]?[name]
      for key in ["mean", "standardDeviation", "standardError"] {
        let (a, b) = (try #require(own?[key]?.number), try #require(other?[key]?.number))
        #expect(abs(a - b) < 1e-9)
      }
    }
    let leading = try #require(target["leading"]?.array).compactMap(\.string)
    #expect(leading.first == "electricity.growth" && leading.count == 5)
    #expect(!leading.contains("industry.growth"))
    // An event and a project, in their own terms.
    let flood = try figure("floods.occurrence.2025Q3")
    #expect(flood["kind"]?.string == "occurrence")
    #expect(flood["values"]?.array?.count == 2)
    #expect(figures.contains { $0["kind"]?.string == "go-ahead" })
    // Levers are constants.
    #expect(!figures.contains { $0["name"]?.string == "investment.effort" })
    let point = try #require(target["designPoint"])
    let response = try #require(point["response"]?.number)
    #expect(point["isConverged"] == .bool(true) && abs(response - 0.08) < 1e-6)
    #expect(point["given"]?["floods.occurrence.2025Q3"]?.number != nil)
  }

  /// In the case of the country's sectors all is linear and normal: the first-order probability is exact, and the
  /// point is the conditional mean, whose distances in deviations are correlations times beta.
  @Test func theClosedForm() throws {
    let found = try json(ScenarioFolder.vietNamSectors, "--draws", "400k")
    let target = try #require(found["targets"]?[0])
    let point = try #require(target["designPoint"])
    let first = try #require(point["firstOrderProbability"]?.number)
    let counted = try #require(target["probability"]?.number)
    let error = try #require(target["standardError"]?.number)
    #expect(abs(first - counted) < 4 * error)
    let response = try #require(target["distribution"]?["all"])
    let deviation = try #require(response["standardDeviation"]?.number)
    let mean = try #require(response["mean"]?.number)
    let threshold = try #require(target["threshold"]?.number)
    let beta = try #require(point["reliabilityIndex"]?.number)
    #expect(abs(abs(threshold - mean) / deviation - beta) < 0.01)
  }

  @Test(arguments: ScenarioFolder.withoutActuals)
  func everyScenarioIsExplained(_ file: String) throws {
    let text = try Program.run("explain", file, "--draws", "3k", "--quiet")
    let hasTargets = !text.errors.contains("has none")
    #expect(text.status == (hasTargets ? 0 : 64), "\(text.errors)")
    guard hasTargets else { return }
    for line in text.output.split(separator: "\n") where line.count > 100 {
      Issue.record("\(line.count) columns: \(line)")
    }
    #expect(!text.output.contains(" nan") && !text.output.contains("n/a"))
    let csv = try Program.run("explain", file, "--draws", "3k", "--quiet", "--format", "csv")
    #expect(csv.status == 0 && csv.output.hasPrefix("target,kind,name,"), "\(csv.errors)")
  }

  /// The same bytes with one thread and with three; several targets one after the other, each as if alone.
  @Test func bytes() throws {
    func output(_ arguments: String...) throws -> String {
      let outcome = try Program.run(
        ["explain", ScenarioFolder.sonLa, "--draws", "30k", "--format", "csv", "--quiet"]
          + arguments)
      #expect(outcome.status == 0)
      return outcome.output
    }
    let one = try output("--threads", "1")
    #expect(try output("--threads", "3") == one)
    #expect(try output("--seed", "8") != one)
    let two = try output("--target", "growth", "--target", "per-person")
    #expect(two.hasPrefix(one) && two.count > one.count)
  }

  /// What the screen shows, from the head to the notes.
  @Test func screen() throws {
    let outcome = try Program.run("explain", ScenarioFolder.sonLa, "--draws", "100k", "--top", "8")
    let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/explain-son-la.txt")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try outcome.outputBytes.write(to: snapshot)
    }
    #expect(outcome.output == (try String(contentsOf: snapshot, encoding: .utf8)))
  }

  @Test func evenlySpread() throws {
    let found = try json(ScenarioFolder.sonLa, "--draws", "20k", "--sampling", "sobol")
    #expect(found["sampling"]?.string == "sobol" && found["draws"]?.number == 32_768)
    let same = try run(ScenarioFolder.sonLa, "--draws", "20k", "--sampling", "sobol")
    #expect(found["targets"]?[0]?["probability"] == same["targets"]?[0]?["probability"])
  }

  @Test func usage() throws {
    let folder = try TemporaryFolder()
    let file = ScenarioFolder.absolute(ScenarioFolder.sonLa)
    let written = try Program.run(
      "explain", file, "-o", "result.json", "--format", "json", "--draws", "1k",
      directory: folder.url)
    #expect(written.status == 0 && written.output == "")
    #expect(try JSONValue(folder.text("result.json"))["format"]?.string == "growth.explain/1")
    let unknown = try Program.run("explain", file, "--target", "grwth")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("has no target 'grwth'; did you mean 'growth'?"))
    for wrong in [["--draws", "0"], ["--top", "0"], ["--top", "3", "--format", "csv"]] {
      #expect(try Program.run(["explain", file] + wrong).status == 64, "\(wrong)")
    }
    #expect(try Program.run("explain", "absent.yaml").status == 2)
    let set = try Program.run(
      "explain", ScenarioFolder.plannedWeights, "--draws", "1k", "--set",
      "services.growth.mean=5%")
    #expect(set.status == 0 && set.output.contains("with services.growth.mean=5%"))
    // Out of reach by bounds: said so, and nothing failed.
    let never = try Program.run(
      "explain", ScenarioFolder.sonLa, "--target", "disbursement", "--draws", "2k")
    #expect(never.status == 0)
    let shorter = try Program.run("explain", file, "--draws", "2k", "--top", "2")
    let longer = try Program.run("explain", file, "--draws", "2k", "--top", "9")
    #expect(
      shorter.output.split(separator: "\n").count < longer.output.split(separator: "\n").count)
  }
}
