import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Failure probabilities of formulas whose values are published.
@Suite struct ReliabilityBenchmarkTests {
  #if DEBUG
    static let draws = 400_000
  #else
    static let draws = 10_000_000
  #endif

  /// RP22 of the TNO reliability benchmark (R. Rozsas and A. Slobbe, "Repository and Black-box
  /// Reliability Challenge 2019", rprepo.readthedocs.io): g = 2.5 - (x1 + x2)/sqrt(2) + 0.1 (x1 -
  /// x2)^2 with standard normal x, P(g < 0) = 0.0042073055; within 4 standard errors.
  @Test func quadraticLimitState() throws {
    let model = try FormulaModel(["2.5 - (x1 + x2) / sqrt(2) + 0.1 * (x1 - x2)^2"])
    let plan = try model.plan(["x1", "x2"])
    let uncertainty = try JointDistribution(
      variables: ["x1", "x2"].map { .init(name: $0, marginal: NormalDistribution.standard) })
    let sampler = try JointSampler(uncertainty, seed: 22)
    let workspace = Workspace(columnCount: plan.columnCount)
    let view = try #require(plan.quantities.first).view
    var failures = 0
    for first in stride(from: 0, to: Self.draws, by: Workspace.blockLength) {
      let count = min(Workspace.blockLength, Self.draws - first)
      plan.evaluate(firstDraw: first, count: count, sampler: sampler, in: workspace)
      failures += plan.read(view, count: count, from: workspace).count { $0 < 0 }
    }
    let p = 0.0042073055
    let n = Double(Self.draws)
    #expect(abs(Double(failures) / n - p) < 4 * (p * (1 - p) / n).squareRoot())
  }
}
