import Foundation
import GrowthModel
import MonteCarlo
import Stochastics
import Testing

@testable import ScenarioFiles

/// What two scenarios assume differently, and the scenarios in between.
@Suite struct ScenarioDifferenceTests {
  private static let quarters = TestFiles.path("Valid/quarters.yaml")
  private static let head = "format: growth.scenario/1\nname: Variant\nextends: \(quarters)\n"

  /// Reads scenarios from texts; a variant of `quarters.yaml` where a text is no whole scenario.
  private func versions(
    _ texts: [String], overrides: [[String]] = [[], []]
  ) throws -> [ScenarioVersion] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try texts.enumerated().map { number, text in
      let file = folder.appendingPathComponent("\(number).yaml")
      let whole = text.hasPrefix("format:") ? text : Self.head + text
      try Data(whole.utf8).write(to: file)
      let version = ScenarioVersion(path: file.path, overrides: overrides[number])
      #expect(
        version.reading.diagnostics.filter { $0.severity == .error }.map(\.description) == [])
      return version
    }
  }

  private func difference(
    _ first: String, _ second: String, overrides: [[String]] = [[], []]
  ) throws -> ScenarioDifference {
    let both = try versions([first, second], overrides: overrides)
    return try #require(ScenarioDifference(both[0], both[1]))
  }

  private static let changed = """
    notes: Other notes.
    source: another source
    activities:
      services: {growth: {sd: 3 pp}}
      industry: {activities: {construction: {name: Building}}}
    levers:
      investment.disbursement: {value: {2025: 90%, 2026: 97%}}
    uncertainties:
      water: {distribution: uniform, low: 0.7, high: 1.1, per: quarter}
    effects:
      advertising: null
      sales: {kind: elasticity, from: promotion, to: services, elasticity: 0.02}
    targets:
      half: {at-least: 6%}
      average: null
    run: {draws: 2000}
    """

  /// Each figure, lever, target and effect is one assumption; names, notes, sources, `run` and targets of one
  /// scenario alone are none.
  @Test func changedAddedAndRemoved() throws {
    let found = try difference("", Self.changed)
    #expect(
      found.assumptions.map(\.name) == [
        "activities.services.growth", "effects.advertising", "effects.sales",
        "levers.investment.disbursement", "targets.half", "uncertainties.water",
      ])
    #expect(
      found.assumptions.map(\.kind) == [
        .changed, .removed, .added, .changed, .changed, .changed,
      ])
    let growth = found.assumptions[0].changes
    #expect(growth.map(\.path) == ["activities.services.growth.sd"])
    #expect(growth[0].old?.value == "2 pp" && growth[0].new?.value == "3 pp")
    guard case .file(let old)? = growth[0].old?.origin, case .file(let new)? = growth[0].new?.origin
    else {
      Issue.record("no origin")
      return
    }
    #expect(old.path == Self.quarters && old.line == 38)
    #expect(new.path.hasSuffix("1.yaml") && new.line == 7)
    // All parameters of a distribution are one assumption.
    let water = found.assumptions[5].changes.map(\.path)
    #expect(water.contains("uncertainties.water.distribution") && water.count == 3)
    #expect(found.assumptions[1].changes.allSatisfy { $0.new == nil && $0.old != nil })
    #expect(found.assumptions[2].changes.allSatisfy { $0.old == nil && $0.new != nil })
    #expect(!found.isStructural)
  }

  /// The scenario that takes all is the second, and each in between has what it takes and no more.
  @Test func inBetween() throws {
    let both = try versions(["", Self.changed])
    let found = try #require(ScenarioDifference(both[0], both[1]))
    let back = try #require(ScenarioDifference(both[1], both[0]))
    #expect(found.isReversed != back.isReversed)
    let all = Set(found.assumptions.indices)
    func traits(_ scenario: Scenario?) throws -> [String] {
      let scenario = try #require(scenario)
      return [
        scenario.uncertainty.marginal(of: "services.growth.2025")?.description
          ?? scenario.uncertainty.variables.first { $0.name.hasPrefix("services.growth") }?.marginal
          .description ?? "-",
        scenario.economy.effects.map(\.id).sorted().joined(separator: " "),
        // Periods have no order in a dictionary.
        String("\(scenario.economy.levers[0].setting.course)".sorted()),
        "\(scenario.targets.first { $0.id == "half" }?.threshold ?? 0)",
        scenario.uncertainty.variables.first { $0.name.hasPrefix("water") }?.marginal.description
          ?? "-",
      ]
    }
    let first = try traits(both[0].reading.scenario)
    let second = try traits(both[1].reading.scenario)
    #expect(zip(first, second).allSatisfy { $0 != $1 })
    #expect(try traits(found.scenario(taking: [])) == first)
    #expect(try traits(found.scenario(taking: all)) == second)
    for (taken, places) in [([0], [0]), ([3], [2]), ([4, 5], [3, 4])] as [(Set<Int>, [Int])] {
      let mixed = try traits(found.scenario(taking: taken))
      for i in first.indices { #expect(mixed[i] == (places.contains(i) ? second[i] : first[i])) }
      #expect(try traits(back.scenario(taking: all.subtracting(taken))) == mixed)
    }
    let effects = try traits(found.scenario(taking: [1]))[1]
    #expect(effects == "disbursing drought flood visitors")
    #expect(try traits(found.scenario(taking: [2]))[1].contains("sales"))
    // Targets of one scenario alone are in no scenario in between.
    let targets = try #require(found.scenario(taking: [0])).targets.map(\.id)
    #expect(targets.sorted() == ["end", "growth", "half"])
  }

  /// Order of keys, other ways to write a figure, and comments are no difference.
  @Test func thatAreTheSame() throws {
    let one = """
      format: growth.scenario/1
      name: One
      currency: VND
      base-year: 2024
      year: 2025
      source: assumption
      activities:
        a: {base-volume: 1000 billion VND, growth: {distribution: normal, mean: 4%, sd: 1 pp}}
        b: {base-volume: 3 trillion VND, growth: 5%}
      targets: {growth: {quantity: growth, at-least: 6%}}
      """
    let other = """
      format: growth.scenario/1
      # The same in another way.
      name: Other
      source: another
      year: 2025
      base-year: 2024
      currency: VND
      targets: {growth: {at-least: 6.0%, quantity: growth}}
      activities:
        b:
          growth: {value: 5.00%, source: somebody}
          base-volume: "3000 billion VND"
        a: {growth: {sd: 1 pp, mean: 4.0%, distribution: normal}, base-volume: 1 trillion VND}
      """
    #expect(try difference(one, other).assumptions == [])
    #expect(try difference(one, one).assumptions == [])
    #expect(try difference("", "notes: no more\n").assumptions == [])
    let changed = other.replacingOccurrences(of: "5.00%", with: "5.01%")
    #expect(try difference(one, changed).assumptions.map(\.name) == ["activities.b.growth"])
  }

  /// Values replaced on the command line.
  @Test func overrides() throws {
    let found = try difference(
      "", "", overrides: [["water=1"], ["water=1", "services.growth.mean=9%"]])
    #expect(found.assumptions.map(\.name) == ["activities.services.growth"])
    let change = found.assumptions[0].changes[0]
    #expect(change.old?.value == "8%" && change.new?.value == "9%")
    #expect(change.new?.origin == .commandLine("services.growth.mean=9%"))
    let scenario = try #require(found.scenario(taking: [0]))
    let growth = scenario.uncertainty.variables.first { $0.name.hasPrefix("services.growth") }
    #expect(growth?.marginal.mean == 0.09)
    // The values replaced in both scenarios are no difference.
    let same = try difference("", "", overrides: [["water=1"], ["water=1"]])
    #expect(same.assumptions == [])
  }

  /// A lever that only one scenario has, and the effect that needs it: the effect cannot be taken alone.
  @Test func whatNeedsAnother() async throws {
    let added = """
      levers:
        campaign: {value: 2 thousand visits, reference: 1 thousand visits, every: quarter}
      effects:
        campaigning: {kind: elasticity, from: campaign, to: services, elasticity: 0.05}
      uncertainties:
        water: {distribution: triangular, low: 0.7, mode: 1, high: 1.1, per: quarter}
      """
    let both = try versions(["", added])
    let found = try #require(ScenarioDifference(both[0], both[1]))
    #expect(
      found.assumptions.map(\.name) == [
        "effects.campaigning", "levers.campaign", "uncertainties.water",
      ])
    #expect(found.scenario(taking: [0]) == nil && found.scenario(taking: [0, 2]) == nil)
    #expect(found.scenario(taking: [1]) != nil && found.scenario(taking: [0, 1]) != nil)
    let path = ScenarioPath(
      assumptions: found.assumptions.map(\.name), isReversed: found.isReversed
    ) { found.scenario(taking: $0) }
    let first = try #require(both[0].reading.scenario)
    let second = try #require(both[1].reading.scenario)
    let findings = try await ComparisonAnalysis(first, with: [(second, path)])
      .run(draws: 4000, seed: 1)
    let attribution = try #require(findings.differences[0].attribution)
    #expect(attribution.parts == [[0, 1], [2]])
    let sum = attribution.goals[0].probability.reduce(0) { $0 + $1.value }
    #expect(abs(sum - findings.differences[0].goals[0].count.difference) < 1e-10)
  }

  /// A part that only one scenario has is made or taken away entry by entry.
  @Test func aWholePart() throws {
    let added = """
      projects:
        mill: {activity: services, go-ahead: 50%, start: 2025-04-01, capacity: 3 billion VND}
        farm: {activity: agriculture, go-ahead: 50%, start: 2025-04-01, capacity: 3 billion VND}
      """
    let found = try difference("", added)
    #expect(found.assumptions.map(\.name) == ["projects.farm", "projects.mill"])
    #expect(found.assumptions.allSatisfy { $0.kind == .added })
    #expect(try #require(found.scenario(taking: [0])).economy.projects.map(\.id) == ["farm"])
    #expect(try #require(found.scenario(taking: [])).economy.projects.isEmpty)
  }

  /// Years and quarters have no scenario in between.
  @Test func structure() throws {
    let years = """
      format: growth.scenario/1
      name: Years
      currency: VND
      base-year: 2024
      year: 2026
      source: assumption
      activities: {services: {base-volume: 1 trillion VND, growth: 5%}}
      targets: {growth: {quantity: growth, at-least: 6%}}
      """
    let found = try difference("", years)
    #expect(found.isStructural)
    #expect(found.assumptions.map(\.name) == [ScenarioDifference.structure])
    #expect(found.assumptions[0].changes.count > 20)
  }

  /// More assumptions than anybody wants to see one by one are put together.
  @Test func many() throws {
    func text(_ mean: Int, _ count: Int) -> String {
      let figures = (0..<count).map {
        "  u\($0): {distribution: normal, mean: \(mean), sd: 1}"
      }
      return "uncertainties:\n" + figures.joined(separator: "\n") + "\n"
    }
    #expect(try difference(text(1, 32), text(2, 32)).assumptions.count == 32)
    let all = try difference(text(1, 33), text(2, 33))
    #expect(all.assumptions.map(\.name) == ["uncertainties"])
    #expect(all.assumptions[0].changes.count == 33)
  }

  /// The same name of a data file in two folders is not the same file.
  @Test func filesOfData() throws {
    let full = try TestFiles.text("Valid/full.yaml")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try full.write(
      toFile: folder.appendingPathComponent("full.yaml").path, atomically: true, encoding: .utf8)
    try TestFiles.text("Valid/history.csv").write(
      toFile: folder.appendingPathComponent("history.csv").path, atomically: true, encoding: .utf8)
    let first = ScenarioVersion(path: TestFiles.path("Valid/full.yaml"))
    let second = ScenarioVersion(path: folder.appendingPathComponent("full.yaml").path)
    let found = try #require(ScenarioDifference(first, second))
    #expect(found.assumptions.map(\.name) == ["history.file"])
    #expect(found.scenario(taking: [0]) != nil)
  }

  /// What has errors has no difference.
  @Test func errors() throws {
    let sound = ScenarioVersion(path: Self.quarters)
    let broken = ScenarioVersion(path: TestFiles.path("Broken/empty-file.yaml"))
    #expect(broken.reading.hasErrors)
    #expect(ScenarioDifference(sound, broken) == nil && ScenarioDifference(broken, sound) == nil)
  }
}
