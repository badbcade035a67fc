import Foundation
import GrowthModel
import MonteCarlo
import ScenarioFiles
import Stochastics
import Testing

@Suite struct DependenceTests {
  static func read(_ overrides: String..., file: String = "Valid/dependence.yaml")
    -> ScenarioReading
  {
    ScenarioReader.read(path: TestFiles.path(file), overrides: overrides)
  }

  /// 0.5 of Spearman is not the Gaussian 2 sin(pi / 12), but what makes the t copula's rho 0.5; Kendall's tau is
  /// (2 / pi) asin(r) in both. Each year has a W of its own, keyed by the group.
  @Test func studentTGroups() throws {
    let reading = Self.read()
    let groups = try #require(reading.scenario?.uncertainty.groups)
    let copulas = groups.compactMap { if case .studentT(let copula) = $0 { copula } else { nil } }
    #expect(copulas.map(\.degreesOfFreedom) == [4, 4, 4, 2.5])
    #expect(
      copulas.map(\.mixingName) == [
        "mixing(cycle, 2025)", "mixing(cycle, 2026)", "mixing(cycle, 2027)", "mixing(ranks)",
      ])
    let r = copulas[0].correlation[0][1]
    #expect((copulas[0].spearman(correlation: r) - 0.5).magnitude < 1e-12)
    #expect((r - 0.5176).magnitude > 0.01)
    #expect(copulas[1].names == ["building.growth.2026", "trade.growth.2026"])
    #expect((copulas[3].correlation[0][1] - 0.5.squareRoot()).magnitude < 1e-14)
    #expect(copulas[3].correlation[0][2] == 0)
  }

  @Test func rowsOfTheHistory() throws {
    let reading = Self.read()
    // The history is short, which is said once for each of the two groups.
    #expect(reading.diagnostics.map(\.severity) == [.warning, .warning])
    let uncertainty = try #require(reading.scenario?.uncertainty)
    let rows = uncertainty.groups.compactMap { if case .rows(let rows) = $0 { rows } else { nil } }
    #expect(
      rows[0].steps == (2025...2027).map { ["farming.growth.\($0)", "services.growth.\($0)"] })
    #expect(rows[0].blockLength == 2)
    #expect(rows[0].columns[1] == [0.06, 0.075, 0.055, 0.08, 0.065, -0.02, 0.04, 0.09])
    #expect(rows[1].steps == [["price"]])
    #expect(
      uncertainty.marginal(of: "services.growth.2026") as? EmpiricalDistribution
        == rows[0].marginals[1])
  }

  /// A fixed variable leaves the rows, and what is left is drawn as before.
  @Test func overriddenVariableLeavesTheRows() throws {
    let reading = Self.read("farming.growth=2%")
    let rows = try #require(
      reading.scenario?.uncertainty.groups.lazy.compactMap {
        if case .rows(let rows) = $0 { rows } else { nil }
      }.first)
    #expect(rows.steps[0] == ["services.growth.2025"])
    let path = ["services.growth.2025", "services.growth.2026"]
    let draws = 0..<50
    let with = try Simulation(try #require(Self.read().scenario)).sample(
      path, draws: draws, seed: 3)
    let without = try Simulation(try #require(reading.scenario)).sample(path, draws: draws, seed: 3)
    #expect(with == without)
    // Of successive years the rows follow each other; the last is followed by the first.
    let column = [0.06, 0.075, 0.055, 0.08, 0.065, -0.02, 0.04, 0.09]
    for (now, next) in zip(with[0], with[1]) {
      let row = try #require(column.firstIndex { ($0 - now).magnitude < 1e-9 })
      #expect((column[(row + 1) % 8] - next).magnitude < 1e-9)
    }
  }

  /// Innovations of the past: 15 residuals of 16 quarters, of mean zero and the estimate's standard deviation;
  /// rows of all activities in blocks of four quarters.
  @Test func shocksDrawnFromTheirHistory() throws {
    let normal = try #require(Self.read(file: "Valid/shocks.yaml").scenario)
    let scenario = try #require(Self.read(file: "Valid/shocks-drawn.yaml").scenario)
    guard case .rows(let rows) = scenario.uncertainty.groups.first else {
      Issue.record("no rows")
      return
    }
    #expect(scenario.uncertainty.groups.count == 1)
    #expect(rows.steps.count == 4)
    #expect(rows.steps[1] == ["farming.innovation.2025Q2", "making.innovation.2025Q2"])
    #expect(rows.rowCount == 15)
    #expect(rows.blockLength == 4)
    #expect(scenario.economy.shocks == normal.economy.shocks)
    for name in rows.names {
      let (own, other) = (
        scenario.uncertainty.marginal(of: name), normal.uncertainty.marginal(of: name)
      )
      let (variance, expected) = (own?.variance ?? 0, other?.variance ?? 1)
      #expect((own?.mean ?? 1).magnitude < 1e-12)
      #expect((variance / expected - 1).magnitude < 1e-10)
    }
  }

  /// The example of the specification, with the data of the scenarios.
  @Test func exampleOfRowsIsSound() throws {
    let text = try TestFiles.text("../../Sources/ScenarioFiles/ScenarioFiles.docc/ScenarioFile.md")
    let block = try #require(
      text.split(separator: "```yaml\n").first {
        $0.hasPrefix("correlation:") && $0.contains("bootstrap:")
      }?.split(separator: "```").first)
    let data = TestFiles.path("../../Scenarios/data/viet-nam-sector-growth.csv")
    let activities = ["agriculture", "services"].map {
      "  \($0): {base-volume: 1 billion VND, growth: {distribution: bootstrap, per: year}}\n"
    }
    let source = """
      format: growth.scenario/1
      name: Example
      currency: VND
      base-year: 2024
      year: 2029
      source: assumption
      activities:
      \(activities.joined())
      targets:
        growth: {quantity: growth, at-least: 4%}
      \(block.replacing("data/viet-nam-sector-growth.csv", with: data))
      """
    let path = NSTemporaryDirectory() + "growth-bootstrap-example.yaml"
    try source.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reading = ScenarioReader.read(path: path)
    #expect(reading.diagnostics.map(\.severity) == [.warning], "\(reading.diagnostics)")
    guard case .rows(let rows) = reading.scenario?.uncertainty.groups.first else {
      Issue.record("no rows")
      return
    }
    #expect((rows.steps.count, rows.rowCount, rows.blockLength) == (5, 14, 3))
  }

  /// What a run finds in its first 8,192 draws is what the file asks for, within the errors that it states; and
  /// it does not depend on threads or the number of draws.
  @Test func runsFindWhatIsAsked() async throws {
    let scenario = try #require(Self.read().scenario)
    let simulation = try Simulation(scenario, recording: .all)
    let ensemble = try await simulation.run(draws: 1000, seed: 1)
    let found = ensemble.dependence
    let cycle = try #require(found.first { $0.first == "building.growth.2025" })
    #expect(cycle.second == "trade.growth.2025")
    #expect(cycle.family == .studentT)
    #expect((cycle.asked - 0.5).magnitude < 1e-12)
    // Ranks of the made-up rows; scipy.stats.spearmanr.
    let past = try #require(found.first { $0.first == "farming.growth.2025" })
    #expect(past.family == .bootstrap)
    #expect(past.second == "services.growth.2025")
    #expect((past.asked - 0.7380952380952381).magnitude < 1e-12)
    // Within a block of two years, six pairs: four variables; the third year has one more.
    #expect(found.count { $0.family == .bootstrap } == 7)
    // Three years of one pair, and three pairs of three variables.
    #expect(found.count { $0.family == .studentT } == 6)
    for finding in found { #expect(!finding.isOff(among: found.count)) }
    let more = try await simulation.run(draws: 3000, seed: 1, threads: 2)
    #expect(more.dependence == found)
    // Draws of one correlation are off where another was asked for.
    let wrong = DependenceFinding(
      first: "a", second: "b", family: .gaussian, asked: cycle.asked + 0.08, found: cycle.found,
      standardError: cycle.standardError)
    #expect(wrong.isOff(among: found.count))
  }
}
