import GrowthModel
import Testing

@testable import MonteCarlo
@testable import Reporting

@Suite struct HistogramTests {
  private static func growth(_ column: [Double]) -> QuantitySummary {
    var graph = QuantityGraph()
    graph.name(
      "growth", graph.node(.input("growth")), unit: .rate, title: "GRDP growth", kind: .growth,
      period: Period(year: 2025))
    return SampleEnsemble.summary(graph.quantities[0], column, centre: 0.05, scale: 0.05)
  }

  private static func outcome(
    _ comparison: Target.Comparison, _ threshold: Double, _ summary: QuantitySummary,
    _ column: [Double]
  ) -> TargetOutcome {
    let target = Samples.target("growth", "Growth", "growth", comparison, threshold)
    return TargetOutcome(
      target: target, quantity: summary.quantity,
      estimate: ProbabilityEstimate(
        hits: column.count { target.shortfall(of: $0) <= 0 }, draws: column.count),
      meanShortfall: nil, missedAlone: 0)
  }

  /// From -2% to 14%, evenly.
  private static let even = (0..<10_000).map { -0.02 + 0.16 * (Double($0) + 0.5) / 10_000 }

  @Test(arguments: [
    (Target.Comparison.atLeast, 0.08), (.atMost, 0.03), (.within(tolerance: 0.01), 0.05),
    (.atLeast, 0.0833), (.within(tolerance: 0.0001), 0.05), (.atLeast, 0.2), (.atLeast, 5),
    (.atLeast, 1e20),
    (.atMost, -5),
  ])
  func sumsToOneAndAgreesWithTheProbability(
    comparison: Target.Comparison, threshold: Double
  ) throws {
    let summary = Self.growth(Self.even)
    let outcome = Self.outcome(comparison, threshold, summary, Self.even)
    let histogram = try #require(Histogram(summary, outcome: outcome, currency: "VND"))
    #expect(abs(histogram.bins.reduce(0) { $0 + $1.fraction } - 1) < 1e-12)
    #expect(histogram.bins.count <= 20)
    #expect(histogram.edges == histogram.edges.sorted())
    #expect(histogram.bins.first?.low == nil && histogram.bins.last?.high == nil)
    guard !histogram.bins.contains(where: { $0.verdict == .mixed }) else { return }
    let met = histogram.bins.filter { $0.verdict == .met }.reduce(0) { $0 + $1.fraction }
    // Ends of a band are found in the sketch, to its resolution; a threshold is counted exactly.
    let tolerance = comparison.tolerance != nil ? 1e-3 : 1e-12
    #expect(abs(met - outcome.estimate.probability) < tolerance)
  }

  @Test func edgesAreRoundAndHoldTheThreshold() throws {
    let summary = Self.growth(Self.even)
    let outcome = Self.outcome(.atLeast, 0.08, summary, Self.even)
    let histogram = try #require(Histogram(summary, outcome: outcome, currency: "VND"))
    #expect(histogram.step == 0.02)
    #expect(histogram.edges == [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12])
  }

  @Test func aConstantHasNoHistogram() {
    let summary = Self.growth([Double](repeating: 0.05, count: 100))
    #expect(Histogram(summary, outcome: nil, currency: "VND") == nil)
  }

  @Test func farTailsDoNotSqueezeTheMiddle() throws {
    let summary = Self.growth(Self.even + [1e6, 1e9, -1e12] + [Double](repeating: 1e5, count: 60))
    let histogram = try #require(Histogram(summary, outcome: nil, currency: "VND"))
    #expect(histogram.step <= 0.1)
  }

  /// A lump of draws exactly on the threshold meets it.
  @Test func aLumpOnTheThresholdIsOnTheSideItCounts() throws {
    let column = Self.even.map { min($0, 0.1) }
    let summary = Self.growth(column)
    let outcome = Self.outcome(.atLeast, 0.1, summary, column)
    let histogram = try #require(Histogram(summary, outcome: outcome, currency: "VND"))
    let last = try #require(histogram.bins.last)
    #expect(last.verdict == .met)
    #expect(abs(last.fraction - outcome.estimate.probability) < 1e-12)
    #expect(abs(last.fraction - 0.25) < 1e-3)
  }

  @Test func aTargetOutsideTheBarsIsNamed() throws {
    let summary = Self.growth(Self.even)
    func chart(_ comparison: Target.Comparison, _ threshold: Double) throws -> String {
      let outcome = Self.outcome(comparison, threshold, summary, Self.even)
      let histogram = try #require(Histogram(summary, outcome: outcome, currency: "VND"))
      let target = TargetReport(outcome, distribution: nil, currency: "VND")
      return HistogramChart(
        histogram: histogram, target: target, measure: Measure(unit: .rate, currency: "VND")
      ).lines(style: TextStyle()).joined(separator: "\n")
    }
    #expect(try chart(.atLeast, 5).contains("target: at least 500%, above these bars"))
    #expect(try chart(.atMost, -5).contains("target: at most -500%, below these bars"))
    #expect(try chart(.atLeast, 0.2).contains("── target: at least 20% ──"))
    #expect(try chart(.within(tolerance: 0.0001), 0.0555).contains("◄ target"))
    #expect(try chart(.within(tolerance: 0.01), 0.05).contains("── target: 5% ± 1 pp ──"))
  }
}
