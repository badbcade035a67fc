import GrowthModel
import MonteCarlo
import TestSupport
import Testing

@testable import Reporting

@Suite struct ReconcileReportTests {
  private func report(
    _ targets: [Target], statements: [Target] = [],
    reading: Reconciliation.Reading = .withinTolerance
  ) throws -> ReconcileReport {
    var scenario = try Samples.province()
    scenario.targets = targets
    scenario.statements = statements
    let reconciliation = try Reconciliation(scenario, reading: reading)
    return ReconcileReport(
      scenario: scenario, reconciliation: reconciliation,
      exact: reconciliation.usesTolerance
        ? try Reconciliation(scenario, reading: .exact) : nil,
      context: Samples.context)
  }

  private static let growth = Samples.target("growth", "GRDP growth", "growth", .atLeast, 0.08)

  private static func share(_ id: String, _ value: Double) -> Target {
    Samples.target(
      "\(id)-share", "Share of \(id)", "\(id).share", .within(tolerance: 0.005), value)
  }

  private static let plan = [
    growth, share("agriculture", 0.23), share("industry", 0.29), share("services", 0.42),
    share("taxes", 0.06),
    Samples.target("visits", "Tourist visits", "tourism.visits", .atLeast, 5.3e6),
  ]

  private static let contradiction = [
    growth, share("agriculture", 0.25), share("industry", 0.31), share("services", 0.42),
    share("taxes", 0.06),
  ]

  @Test func textOfAPlan() throws {
    let statement = Samples.target(
      "grdp", "GRDP", "grdp", .within(tolerance: 0), 82_789)
    try expectSnapshot(
      report(Self.plan, statements: [statement]).text(), "reconcile.txt")
    try expectSnapshot(
      report(Self.plan, statements: [statement], reading: .exact).text(), "reconcile-exact.txt")
  }

  @Test func inVietnamese() async throws {
    let statement = Samples.target("grdp", "GRDP", "grdp", .within(tolerance: 0), 82_789)
    try await expectVietnamese("reconcile") {
      let report = try report(Self.plan, statements: [statement])
      return { report.text(style: $0) }
    }
    try await expectVietnamese("reconcile-contradiction") {
      let report = try report(Self.contradiction)
      return { report.text(style: $0) }
    }
  }

  @Test func textOfAContradiction() throws {
    let report = try report(Self.contradiction)
    #expect(report.verdict == .contradictory)
    #expect(report.contradiction.count == 4)
    try expectSnapshot(report.text(), "reconcile-contradiction.txt")
  }

  /// Statements alone decide, in words for each outcome.
  @Test(arguments: [
    (0.05, ReconcileReport.Verdict.met, "at the scenario's own figures"),
    (0.085, .consistent, "near the scenario's own"), (0.095, .strained, "strained"),
    (0.12, .implausible, "not with what the scenario believes"),
  ])
  func verdicts(growth: Double, verdict: ReconcileReport.Verdict, words: String) throws {
    let report = try report([Samples.target("g", "Growth", "growth", .atLeast, growth)])
    #expect(report.verdict == verdict, "\(report.reconciliation.tailProbability ?? 1)")
    #expect(report.summary.contains(words))
  }

  @Test(arguments: [80, 100, 120]) func linesFit(width: Int) throws {
    for report in try [report(Self.plan), report(Self.plan, reading: .exact)] {
      let lines = report.text(style: TextStyle(width: width)).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width })
    }
  }

  @Test func json() throws {
    let report = try report(Self.plan)
    let json = try JSONValue(report.json())
    #expect(json["format"] == .string("growth.reconcile/1"))
    #expect(json["verdict"] == .string(report.verdict.rawValue))
    #expect(json["outside"] == .array([.string("visits")]))
    #expect(json["misfit"]?.number == report.reconciliation.misfit)
    #expect(json["exact"]?["verdict"]?.string != nil)
    let statements = try #require(json["statements"]?.array)
    #expect(statements.map { $0["id"]?.string } == Self.plan.dropLast().map(\.id))
    #expect(statements[0]["threshold"] == .number(0.08))
    let accounts = try #require(json["accounts"])
    let shares = ["agriculture", "industry", "services", "taxes"].compactMap {
      accounts["\($0).share"]?["reconciled"]?.number
    }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    // Money in units of the currency.
    let grdp = try #require(accounts["grdp"]?["centre"]?.number)
    #expect(grdp > 7e13 && grdp < 9e13)
    let figures = try #require(json["figures"]?.array)
    let moved = figures.compactMap { $0["adjustment"]?.number?.magnitude }
    #expect(moved == moved.sorted(by: >) && moved.count == figures.count)
  }

  @Test func csvHasARowForEverything() throws {
    let report = try report(Self.plan)
    let lines = report.csv().split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(lines.allSatisfy { $0.count == lines[0].count })
    #expect(lines.count { $0[0] == "target" } == 5)
    #expect(lines.count { $0[0] == "figure" } == report.reconciliation.figures.count)
    #expect(lines.count { $0[0] == "account" } == report.reconciliation.accounts.count)
  }
}
