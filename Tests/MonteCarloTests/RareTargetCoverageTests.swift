import Stochastics
import Testing

@testable import MonteCarlo

/// How often the interval of an estimate from aimed draws holds the true probability.
@Suite struct RareTargetCoverageTests {
  #if DEBUG
    static let seeds: ClosedRange<UInt64> = 1...100
    /// 0.95 less 4 standard errors of a share of 100.
    static let coverage = 0.87...1.0
    static let precision = 0.1
  #else
    static let seeds: ClosedRange<UInt64> = 1...1000
    /// 0.95 and a little over 2 standard errors of a share of 1,000, which is 0.0069.
    static let coverage = 0.935...0.965
    static let precision = 0.05
  #endif

  private func expectCovers(
    _ rare: RareCase, _ probability: Double, precision: Double, mostEvaluations: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var covered = 0
    for seed in Self.seeds {
      let estimate = try rare.estimate(
        seed: seed, precision: precision, mostEvaluations: mostEvaluations)
      if estimate.interval().contains(probability) { covered += 1 }
    }
    let share = Double(covered) / Double(Self.seeds.count)
    #expect(
      Self.coverage.contains(share), "\(covered) of \(Self.seeds.count) seeds",
      sourceLocation: sourceLocation)
  }

  /// As many evaluations as are allowed, whatever the precision.
  @Test(arguments: [(3.0, 1000), (5.2, 3000)]) func fixedNumber(beta: Double, evaluations: Int)
    throws
  {
    try expectCovers(
      .linear(beta: beta), NormalDistribution.standard.cumulative(-beta), precision: 1e-9,
      mostEvaluations: evaluations)
  }

  /// As many as a precision asks for: where to stop depends on the draws, and must not show.
  @Test(arguments: [3, 5.2]) func untilPrecise(beta: Double) throws {
    try expectCovers(
      .linear(beta: beta), NormalDistribution.standard.cumulative(-beta), precision: Self.precision,
      mostEvaluations: 200_000)
  }

  @Test func curved() throws {
    let normal = NormalDistribution.standard
    let rare = try RareCase(
      "2.5 - (x1 + x2) / sqrt(2) + 0.1 * (x1 - x2)^2", [("x1", normal), ("x2", normal)])
    try expectCovers(rare, 0.0042073055, precision: Self.precision, mostEvaluations: 200_000)
  }
}
