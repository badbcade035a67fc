import GrowthModel
import Languages
import MonteCarlo
import Stochastics
import TestSupport
import Testing

@testable import Reporting

/// What `compare` writes, from a comparison of two invented scenarios: services grow slower and electricity is
/// surer in the second one, which asks for less growth and has one target fewer and one more.
@Suite struct ComparisonReportTests {
  private static let names = ["electricity.growth", "services.growth", "targets.growth"]

  private static func scenario(_ taken: Set<Int>) throws -> Scenario {
    var scenario = try Samples.province()
    let variables = try scenario.uncertainty.variables.map { variable in
      switch variable.name {
      case "electricity.growth" where taken.contains(0):
        JointDistribution.Variable(
          name: variable.name,
          marginal: try NormalDistribution(mean: 0.09, standardDeviation: 0.02))
      case "services.growth" where taken.contains(1):
        JointDistribution.Variable(
          name: variable.name,
          marginal: try NormalDistribution(mean: 0.07, standardDeviation: 0.012))
      default: variable
      }
    }
    scenario.uncertainty = try JointDistribution(variables: variables)
    if taken.contains(2) {
      scenario.targets[0] = Samples.target("growth", "GRDP growth", "growth", .atLeast, 0.075)
    }
    return scenario
  }

  private static let economy: Economy = {
    guard let scenario = try? scenario([]) else { preconditionFailure("the scenario is sound") }
    return scenario.economy
  }()

  private static func report(_ context: RunContext = Samples.context) async throws
    -> ComparisonReport
  {
    let first = try scenario([])
    var second = try scenario([0, 1, 2])
    second.name = "Sơn La 2025, slower"
    second.targets.removeAll { $0.id == "industry-share" }
    second.targets.append(
      Samples.target("electricity", "Electricity", "electricity.growth", .atLeast, 0.1))
    let path = ScenarioPath(assumptions: names) { try? scenario($0) }
    let findings = try await ComparisonAnalysis(first, with: [(second, path)])
      .run(draws: 20_000, seed: 7, threads: 2)
    func change(_ path: String, _ old: String?, _ new: String?) -> ComparisonReport.Change {
      func figure(_ text: String?, _ file: String) -> ComparisonReport.Figure? {
        text.map {
          ComparisonReport.Figure(
            value: $0, origin: "plans/\(file).yaml:12:7", source: "assumption, of course")
        }
      }
      return ComparisonReport.Change(path: path, old: figure(old, "a"), new: figure(new, "b"))
    }
    return ComparisonReport(
      scenarios: [
        ComparisonReport.Subject(first, file: "plans/a.yaml", digest: "sha256:aa"),
        ComparisonReport.Subject(second, file: "plans/b.yaml", digest: "sha256:bb"),
      ], economy: first.economy,
      assumptions: [
        [
          ComparisonReport.Assumption(
            name: names[0], kind: "changed", changes: [change(names[0] + ".sd", "6%", "2%")]),
          ComparisonReport.Assumption(
            name: names[1], kind: "changed",
            changes: [change(names[1] + ".mean", "7.9%", "7%"), change(names[1], nil, "more")]),
          ComparisonReport.Assumption(
            name: names[2], kind: "changed",
            changes: [change(names[2] + ".at-least", "8%", "7.5%")]),
        ]
      ], findings: findings, context: context)
  }

  @Test func text() async throws {
    let report = try await Self.report()
    try expectSnapshot(report.text(), "compare.txt")
    for width in [80, 100, 120] {
      let narrow = report.text(style: TextStyle(color: false, width: width))
      for line in narrow.split(separator: "\n") where line.count > width {
        Issue.record("\(line.count) columns: \(line)")
      }
    }
    let changes = (0..<9).map { number in
      ComparisonReport.Change(
        path: "effects.flood.key\(number)", old: nil,
        new: ComparisonReport.Figure(value: "\(number)%", origin: "b.yaml:3:1", source: ""))
    }
    func rows(_ count: Int) -> String {
      let assumption = ComparisonReport.Assumption(
        name: "effects.flood", kind: "added", changes: Array(changes.prefix(count)))
      return ComparisonReport(
        scenarios: report.scenarios, economy: Self.economy,
        assumptions: [report.assumptions[0] + [assumption]], findings: report.findings,
        context: Samples.context
      ).text()
    }
    #expect(rows(2).contains("key0 0%, key1 1%  b.yaml:3"))
    #expect(rows(9).contains("9 values") && !rows(9).contains("key0"))
    let coloured = report.text(style: TextStyle(color: true))
    #expect(coloured.contains("\u{1B}[1m"))
  }

  @Test func inVietnamese() async throws {
    // Paths, and the remarks of the sample.
    try await expectVietnamese("compare", names: [" the ", " are ", "figure", "target"]) {
      let report = try await Self.report()
      return { report.text(style: $0) }
    }
  }

  @Test func csv() async throws { try expectSnapshot(await Self.report().csv(), "compare.csv") }

  @Test func json() async throws {
    let json = try JSONValue(await Self.report().json())
    #expect(json["format"]?.string == "growth.compare/1")
    let pair = try #require(json["differences"]?[0])
    #expect(pair["onlyInFirst"] == .array([.string("industry-share")]))
    #expect(pair["onlyInSecond"] == .array([.string("electricity")]))
    let names = try #require(pair["assumptions"]?.array).compactMap { $0["name"]?.string }
    #expect(names == Self.names)
    #expect(pair["assumptions"]?[0]?["changes"]?[0]?["old"]?["value"]?.string == "6%")
    #expect(pair["assumptions"]?[1]?["changes"]?[1]?["old"] == .null)
    let targets = try #require(json["scenarios"]?[1]?["targets"]?.array)
    #expect(targets.first?["threshold"]?.number == 0.075)
    let attribution = try #require(pair["attribution"])
    #expect(attribution["method"]?.string == "all orders" && attribution["orders"] == .null)
    #expect(attribution["scenariosBetween"]?.number == 6)
    let growth = try #require(attribution["targets"]?[0]?["probability"]?.array)
    let sum = growth.reduce(0) { $0 + ($1["value"]?.number ?? .nan) }
    let change = try #require(pair["targets"]?[0]?["change"])
    #expect(abs(sum - (change["difference"]?.number ?? .nan)) < 1e-10)
    #expect(growth[1]["value"]?.number ?? 0 < 0 && growth[2]["value"]?.number ?? 0 > 0)
    // What a looser target does to the mean: nothing, to the last bit.
    let mean = try #require(attribution["targets"]?[0]?["mean"]?.array)
    #expect(abs(mean[2]["value"]?.number ?? .nan) < 1e-15)
    // The unit of a person's share in the product is that of the quantity: the currency.
    let perPerson = try #require(json["scenarios"]?[0]?["quantities"]?["grdp.perPerson"])
    #expect(perPerson["unit"]?.string == "VND/person")
    #expect(perPerson["mean"]?.number ?? 0 > 1e7)
  }

  @Test(
    arguments: [
      (0.0612, 0.0607, 0.0617, 2, "+6.12 ± 0.05"), (-0.5, -0.52, -0.48, 2, "-50 ± 2"),
      (0, 0, 0, 2, "0 ± 0"), (0.00001, -0.001, 0.001, 2, "0.0 ± 0.1"),
      (-12.3, -13.4, -11.2, 0, "-12 ± 1"), (1e-9, 0.9e-9, 1.1e-9, 9, "+1.0 ± 0.1"),
    ] as [(Double, Double, Double, Int, String)])
  func differences(value: Double, low: Double, high: Double, power: Int, text: String) {
    let found = DifferenceText(value: value, low: low, high: high, powerOfTen: power)
    #expect(found.figure == text)
  }
}
