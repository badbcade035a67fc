import GrowthModel
import Stochastics
import TestSupport
import Testing

@testable import MonteCarlo
@testable import Reporting

/// What a report says of targets that hardly any draw meets or misses.
@Suite struct RareTargetReportTests {
  /// A probability with a standard error, as aimed draws give it.
  private static func aimed(
    _ probability: Double, error: Double = 0.01, event: TargetEvent = .met, hits: Int = 0,
    warnings: [RareTargetEstimate.Warning] = []
  ) throws -> TargetOutcome {
    let point = DesignPoint(
      beta: 5.2, scores: [5.2], names: ["services.growth"],
      inputs: [.init(name: "services.growth", value: 0.174)], iterations: 1, evaluations: 15,
      outcome: .converged)
    let estimate = RareTargetEstimate(
      event: event, probability: probability, standardError: error * probability,
      effectiveSampleSize: 9000.5, draws: 64_595, hits: 30_000, evaluations: 70_901,
      designPoints: [point], warnings: warnings)
    return try outcome(.estimated(estimate), hits: event == .met ? hits : 1_000_000 - hits)
  }

  private static func outcome(_ rare: RareTargetFinding, hits: Int) throws -> TargetOutcome {
    let graph = try Samples.bare().economy.quantityGraph()
    return TargetOutcome(
      target: Samples.target("growth", "GRDP growth", "growth", .atLeast, 0.16),
      quantity: try #require(graph.quantity("growth")),
      estimate: ProbabilityEstimate(hits: hits, draws: 1_000_000), meanShortfall: nil,
      missedAlone: 0, rare: rare)
  }

  private static func text(_ outcome: TargetOutcome) -> ProbabilityText {
    ProbabilityText(ProbabilityReport(outcome))
  }

  /// The ends are p e^(-1.96 c) and p e^(1.96 c): 1.96% either way at c = 1%.
  @Test(arguments: [
    (1e-7, 0.01, "1 in 10.0 million", "1 in 9.8 to 10.2 million"),
    (4e-5, 0.01, "1 in 25,000", "1 in 24,500 to 25,500"),
    (4.3e-10, 0.1, "1 in 2.3 billion", "1 in 1.9 to 2.8 billion"),
    (9e-13, 0.3, "1 in 1 trillion", "1 in 1 to 2 trillion"),
    (2e-20, 0.01, "1 in 5e19", "1 in 4.9e19 to 5.1e19"),
  ])
  func rareIsOneInSoMany(
    probability: Double, error: Double, value: String, interval: String
  ) throws {
    let met = Self.text(try Self.aimed(probability, error: error))
    #expect(met.value == value)
    #expect(met.interval == interval)
    #expect(met.compact == value)
    #expect(met.phrase == "probability " + value)
    let missed = Self.text(try Self.aimed(probability, error: error, event: .missed))
    #expect(missed.value == "all but " + value)
    #expect(missed.interval == "all but " + interval)
  }

  /// From a hundredth of a percent on a percentage can be read.
  @Test func seldomIsAPercentage() throws {
    let text = Self.text(try Self.aimed(0.00258, hits: 80))
    #expect(text.value == "0.26%")
    #expect(text.interval == "0.25% to 0.26%")
    #expect(text.odds == "about 1 in 390")
    let missed = Self.text(try Self.aimed(0.00258, event: .missed, hits: 80))
    #expect(missed.value == "99.74%")
    #expect(missed.odds == "all but about 1 in 390")
  }

  @Test func certainties() throws {
    let impossible = try Self.outcome(.impossible, hits: 0)
    #expect(Self.text(impossible).value == "impossible")
    #expect(Self.text(impossible).phrase == "impossible")
    #expect(Self.text(impossible).interval == nil)
    let certain = try Self.outcome(.certain, hits: 1_000_000)
    #expect(Self.text(certain).compact == "certain")
    let report = ProbabilityReport(certain)
    #expect([report.probability, report.low, report.high, report.standardError] == [1, 1, 1, 0])
    // One that is impossible is enough for all, and one that is certain is not.
    let all = ProbabilityEstimate(hits: 0, draws: 1_000_000)
    #expect(ProbabilityReport(all, of: [certain, impossible]).method == .impossible)
    #expect(ProbabilityReport(all, of: [certain, try Self.aimed(1e-7)]).method == .counted)
    #expect(ProbabilityReport(all, of: [certain, certain]).method == .certain)
  }

  /// An estimate that the count contradicts leaves the count as it is, with a warning.
  @Test func theCountStands() throws {
    let outcome = try Self.aimed(
      1e-7, hits: 40, warnings: [.disagreesWithCount(hits: 40, draws: 1_000_000)])
    #expect(ProbabilityReport(outcome) == ProbabilityReport(hits: 40, draws: 1_000_000))
    let warning = try #require(ReportWarning.warnings(of: outcome, path: "a.yaml").first)
    #expect(
      warning.message
        == "'GRDP growth' was met in 40 of 1,000,000 plain draws, which does not fit what draws "
        + "aimed at it say; the count is reported")
  }

  @Test func warningsInWords() throws {
    let outcome = try Self.aimed(
      1e-7, event: .missed,
      warnings: [.severalDesignPoints(2), .fewEffectiveDraws(45.4), .notFinite(1200)])
    #expect(
      ReportWarning.warnings(of: outcome, path: "a.yaml").map(\.message) == [
        "'GRDP growth' may be missed in 2 quite different ways that are about equally likely; "
          + "draws were aimed at each, but there may be more",
        "the draws in which 'GRDP growth' is missed count for only 45: its probability may be "
          + "further off than its interval says",
        "in 1,200 of the draws aimed at 'GRDP growth' its quantity is infinite or not a number; "
          + "they are taken not to be missed",
      ])
  }

  // MARK: Whole reports

  /// A report of the bare sample, whose one target fared so.
  private static func report(_ outcome: TargetOutcome) throws -> RunReport {
    var scenario = try Samples.bare()
    scenario.targets = [outcome.target]
    var ensemble = SampleEnsemble(scenario: scenario).ensemble()
    ensemble.targets = [outcome]
    return RunReport(scenario: scenario, ensemble: ensemble, context: Samples.context)
  }

  @Test func theScreenSaysHow() throws {
    let rare = try Self.report(Self.aimed(1e-7)).text(style: TextStyle(width: 120))
    #expect(rare.contains("GRDP growth of 16% or more in 2025: probability 1 in 10.0 million.\n"))
    #expect(
      rare.replacing("\n  ", with: " ").contains(
        "95% interval 1 in 9.8 to 10.2 million, from 64,595 draws aimed at it, since none of "
          + "1,000,000 draws met it: the error of sampling, not of the assumptions."))
    #expect(
      rare.contains(
        "Too rare to count, found by draws aimed at it (importance sampling): GRDP growth.\n"))
    let missed = try Self.report(Self.aimed(1e-7, event: .missed, hits: 2)).text()
    #expect(
      missed.replacing("\n  ", with: " ").contains("since only 2 of 1,000,000 draws missed it"))
    let impossible = try Self.report(Self.outcome(.impossible, hits: 0)).text()
    #expect(impossible.contains("GRDP growth of 16% or more in 2025: impossible.\n"))
    #expect(impossible.contains("\nNo values that the uncertain figures may take meet it.\n"))
    let unseen = try Self.report(Self.outcome(.unseen(.met, evaluations: 50_000), hits: 0)).text()
    #expect(unseen.contains("probability below 0.0004%.\nNone of 1,000,000 draws met it, nor did"))
    #expect(unseen.contains("as draws aimed at it found nothing: GRDP growth."))
  }

  @Test func jsonAndCSVHoldTheBetterEstimate() throws {
    let report = try Self.report(Self.aimed(1e-7, hits: 1))
    let target = try #require(JSONValue(report.json())["targets"]?[0])
    #expect(target["method"]?.string == "importance")
    #expect(target["probability"]?.number == 1e-7)
    #expect(target["standardError"]?.number == 0.01 * 1e-7)
    let low = try #require(target["interval"]?[0]?.number)
    #expect(abs(low / 1e-7 - PortableMath.exp(-1.959963984540054 * 0.01)) < 1e-12)
    #expect(target["effectiveSampleSize"]?.number == 9000.5)
    #expect(abs(try #require(target["coefficientOfVariation"]?.number) - 0.01) < 1e-15)
    #expect(target["evaluations"]?.number == 70_901)
    #expect(target["designPoint"]?["event"]?.string == "met")
    #expect(target["designPoint"]?["reliabilityIndex"]?.number == 5.2)
    #expect(target["designPoint"]?["inputs"]?["services.growth"]?.number == 0.174)
    let rows = report.csv().split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let head = try #require(rows.first)
    let row = try #require(rows.first { $0[0] == "target" })
    let fields = Dictionary(uniqueKeysWithValues: zip(head, row))
    #expect(fields["probability"] == "1e-07")
    #expect(fields["method"] == "importance")
    #expect(fields["effective sample size"] == "9000.5")
    #expect(fields["evaluations"] == "70901")
  }

  @Test func jsonOfACount() throws {
    let counted = try Self.report(Self.outcome(.unseen(.met, evaluations: 50_000), hits: 0))
    let target = try #require(JSONValue(counted.json())["targets"]?[0])
    #expect(target["method"]?.string == "count")
    #expect(target["evaluations"]?.number == 50_000)
    #expect(target["designPoint"] == .null)
    let bounds = try Self.report(Self.outcome(.impossible, hits: 0))
    #expect(try JSONValue(bounds.json())["targets"]?[0]?["method"]?.string == "bounds")
    #expect(try JSONValue(bounds.json())["targets"]?[0]?["probability"]?.number == 0)
  }
}
