import TestSupport
import Testing

@testable import Stochastics

/// A million draws of one distribution of each kind, by way of columns of scores as the engine takes
/// them.
@Suite struct LargeSampleTests {
  private static let count = 1_000_000

  static func kinds() throws -> [MarginalCase] {
    let names = [
      "normal", "uniform", "triangular", "PERT", "PERT, sharp", "Student t, 4 degrees of freedom",
      "two-piece normal, wider above", "lognormal", "normal, between bounds", "quantiles",
      "quantiles, uneven", "quantiles, above a bound", "quantiles, between bounds", "beta",
      "beta, arcsine", "gamma", "gamma, pole", "skew normal, above", "skew normal, below",
      "quantiles, cut off", "gamma, cut off", "beta, cut off", "skew normal, cut off",
    ]
    return try MarginalCase.all().filter { names.contains($0.name) }
  }

  /// n = 1,000,000. Kolmogorov and Smirnov at alpha = 0.001, and the moments within 4 standard errors. The
  /// seed is fixed.
  @Test(arguments: try kinds())
  func drawsFollowTheDistribution(_ row: MarginalCase) {
    var generator = SplitMix64(seed: 2_026)
    var draws = (0..<Self.count).map { _ in
      StandardNormal.quantile(TailProbability(lower: generator.nextUniform()))
    }
    draws.withUnsafeMutableBufferPointer { row.marginal.transform(scores: $0) }
    let test = KolmogorovSmirnov(draws, stride: 50, cumulative: row.marginal.cumulative)
    #expect(test.pValue > 0.001, "D = \(test.statistic)")
    let moments = SampleMoments(draws)
    #expect((moments.mean - row.marginal.mean).magnitude <= 4 * moments.standardErrorOfMean)
    guard row.fourthMomentExists else { return }
    #expect(
      (moments.variance - row.marginal.variance).magnitude <= 4 * moments.standardErrorOfVariance)
  }

  @Test func everyKindIsThere() throws {
    #expect(try Self.kinds().count == 23)
  }
}
