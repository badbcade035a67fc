import Foundation
import TestSupport
import Testing

/// `growth reconcile`, run as people run it.
@Suite struct ReconcileTests {
  @Test(arguments: ScenarioFolder.files, [[], ["--exact"]])
  func everyScenarioIsReconciled(_ file: String, _ options: [String]) throws {
    let outcome = try Program.run(["reconcile", file] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for line in outcome.output.split(separator: "\n") where line.count > 100 {
      Issue.record("\(line.count) columns: \(line)")
    }
    let json = try JSONValue(
      Program.run(["reconcile", file, "--format", "json", "--quiet"] + options).output)
    #expect(json["format"]?.string == "growth.reconcile/1")
    #expect(json["scenario"]?["file"]?.string == file)
    for statement in try #require(json["statements"]?.array) {
      let value = try #require(statement["reconciled"]?.number)
      let threshold = try #require(statement["threshold"]?.number)
      let dust = 1e-10 * max(threshold.magnitude, 0.01)
      switch statement["comparison"]?.string {
      case "at-least": #expect(value >= threshold - dust)
      case "at-most": #expect(value <= threshold + dust)
      default:
        let tolerance = options.isEmpty ? statement["tolerance"]?.number ?? 0 : 0
        #expect(abs(value - threshold) <= tolerance + dust)
      }
    }
    let csv = try Program.run(["reconcile", file, "--format", "csv", "--quiet"] + options)
    #expect(csv.status == 0 && csv.output.hasPrefix("kind,id,"))
  }

  /// Is Sơn La's plan of 8%, 61.8 million a person, 23/29/42/6 and 82,789 billion VND consistent?
  @Test func theVerdictOnSonLa() throws {
    let outcome = try Program.run("reconcile", ScenarioFolder.sonLa)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/son-la-2025-reconcile.txt")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try outcome.outputBytes.write(to: file)
    }
    #expect(outcome.output == (try String(contentsOf: file, encoding: .utf8)))
    let json = try JSONValue(
      Program.run("reconcile", ScenarioFolder.sonLa, "--format", "json").output)
    #expect(json["verdict"]?.string == "consistent")
    #expect(json["exact"]?["verdict"]?.string == "implausible")
    #expect(json["statements"]?.array?.contains { $0["id"]?.string == "grdp" } == true)
    #expect(json["outside"]?.array?.count == 4)
  }

  /// 61.8 million a person and 82,789 billion VND are one statement where the population is fixed.
  @Test func aFixedPopulationTiesTheLevels() throws {
    func reconcile(_ population: String) throws -> Program.Outcome {
      try Program.run(
        "reconcile", ScenarioFolder.sonLa, "--set", "population=\(population)", "--set",
        "targets.per-person.at-least=61.8 million VND per person", "--format", "json", "--quiet")
    }
    #expect(try reconcile("1.3396 million persons").status == 0)
    let apart = try reconcile("1.35 million persons")
    #expect(apart.status == 1)
    let json = try JSONValue(apart.output)
    #expect(json["verdict"]?.string == "contradictory")
    #expect(json["contradiction"]?.array?.compactMap(\.string) == ["per-person", "grdp"])
    #expect(json["contradictionIsCertain"] == .bool(true))
    #expect(json["misfit"] == .null)
  }

  @Test func aContradictionIsNamed() throws {
    let outcome = try Program.run(
      "reconcile", ScenarioFolder.sonLa, "--set", "targets.taxes-share.near=13%", "--quiet")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("The plan contradicts itself"))
    #expect(
      outcome.errors
        == "\(ScenarioFolder.sonLa): error: the plan cannot be met as it stands: 'agriculture-share', "
        + "'industry-construction-share', 'services-share', 'taxes-share'\n")
  }

  @Test func usage() throws {
    let folder = try TemporaryFolder()
    let file = ScenarioFolder.absolute(ScenarioFolder.sonLa)
    let written = try Program.run(
      "reconcile", file, "-o", "result.json", "--format", "json", directory: folder.url)
    #expect(written.status == 0 && written.output == "")
    #expect(try JSONValue(folder.text("result.json"))["format"]?.string == "growth.reconcile/1")
    #expect(try Program.run("reconcile").status == 64)
    #expect(try Program.run("reconcile", file, "--format", "xml").status == 64)
    #expect(try Program.run("reconcile", "absent.yaml").status == 2)
    let help = try Program.run("reconcile", "--help")
    #expect(help.status == 0 && help.output.contains("USAGE: growth reconcile"))
    try folder.write(
      """
      format: growth.scenario/1
      name: Nothing stated
      extends: \(ScenarioFolder.absolute(ScenarioFolder.plannedWeights))
      targets: null
      """, "variant.yaml")
    let nothing = try Program.run("reconcile", "variant.yaml", "--quiet", directory: folder.url)
    #expect(nothing.status == 1)
    #expect(nothing.errors.contains("nothing to reconcile"))
  }
}
