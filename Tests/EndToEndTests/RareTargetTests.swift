import Foundation
import ScenarioFiles
import TestSupport
import Testing

/// A scenario file with a target that no draw of the run meets.
@Suite struct RareTargetTests {
  /// The plain case with 20% for its 8%: 5.3 standard deviations out, where Phi gives 5.8e-8.
  @Test func aTargetOutOfReachOfCounting() throws {
    let folder = try TemporaryFolder()
    let path = ScenarioFolder.absolute(ScenarioFolder.plannedWeights)
    let plain = try String(contentsOfFile: path, encoding: .utf8)
    try #require(plain.contains("    at-least: 8%\n"))
    try folder.write(
      plain.replacing("    at-least: 8%\n", with: "    at-least: 20%\n"), "rare.yaml")
    let draws = "100k"
    let outcome = try Program.run(
      "run", "rare.yaml", "--draws", draws, "--format", "json", directory: folder.url)
    #expect(outcome.status == 0)
    let target = try #require(JSONValue(outcome.output)["targets"]?[0])
    func number(_ key: String) throws -> Double { try #require(target[key]?.number) }
    // Mean and deviation stand at the head of the file, worked out in `ClosedFormTests`.
    let growth = NormalGrowth(mean: 0.04721, standardDeviation: 0.028_827_727_3)
    let expected = growth.probability(atLeast: 0.2)
    #expect(target["method"]?.string == "importance")
    #expect(
      abs(try number("probability") - expected) < 4 * (try number("standardError")))
    #expect(try number("coefficientOfVariation") <= 0.01)
    #expect(try number("evaluations") <= 200_000)
    #expect(try number("effectiveSampleSize") > 1000)
    // What it would take: growth of the sectors that adds up to just the target.
    let point = try #require(target["designPoint"])
    let inputs = try #require(point["inputs"]?.object)
    let weights = [
      "agriculture": 0.23, "industry-construction": 0.29, "services": 0.42, "taxes": 0.06,
    ]
    let total = try weights.reduce(0) { sum, part in
      sum + part.value * (try #require(inputs[part.key + ".growth"]?.number))
    }
    #expect(abs(total - 0.2) < 1e-6)
    let beta = (0.2 - growth.mean) / growth.standardDeviation
    #expect(abs(try #require(point["reliabilityIndex"]?.number) - beta) < 1e-5)

    let text = try Program.run("run", "rare.yaml", "--draws", draws, directory: folder.url).output
    #expect(text.contains("GRDP growth of 20% or more in 2025: probability 1 in 17"))
    #expect(
      text.replacing("\n  ", with: " ").contains("aimed at it, since none of 100,000 draws met it"))
    #expect(
      text.contains("Too rare to count, found by draws aimed at it (importance sampling): GRDP"))
  }
}
