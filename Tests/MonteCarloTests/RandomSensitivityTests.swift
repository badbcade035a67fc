import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Indices of random linear Gaussian scenarios against their closed forms.
@Suite struct RandomSensitivityTests {
  /// Without correlations first-order and total indices are `(w sd)^2` of their sum.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func sobolIndices(_ seed: UInt64) async throws {
    let linear = try LinearExplanation(seed: seed)
    var test = linear.test
    test.correlation = nil
    let found = try await SensitivityAnalysis(test.scenario(), targets: ["growth"])
      .run(draws: 65_536, seed: 40 + seed, threads: 2).targets[0]
    let squares = test.weights.indices.map {
      test.weights[$0] * test.weights[$0] * linear.covariance[$0][$0]
    }
    let variance = squares.reduce(0, +)
    let parts = try #require(found.sobol?.parts)
    #expect(parts.count == squares.count)
    for part in parts {
      let i = try place(found, part.variables[0], test)
      let truth = squares[i] / variance
      #expect(abs(part.first.value - truth) < 4 * part.first.standardError + 1e-12)
      #expect(abs(part.total.value - truth) < 4 * part.total.standardError + 1e-12)
    }
    #expect(
      abs(found.standardDeviation / variance.squareRoot() - 1) < 4 / (4 * 65_536.0).squareRoot())
  }

  /// With correlations, Shapley effects by all subsets, and the tornado by the normal distribution given one figure.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func shapleyEffectsAndTornado(_ seed: UInt64) async throws {
    let linear = try LinearExplanation(seed: seed)
    let test = linear.test
    let draws = 65_536
    let found = try await SensitivityAnalysis(test.scenario(), targets: ["growth"])
      .run(draws: draws, seed: 60 + seed, threads: 2).targets[0]
    let truth = ShapleyEffectTests.linear(test.weights, linear.covariance)
    let effects = try #require(found.shapley)
    #expect(effects.count == truth.count)
    for effect in effects {
      let i = try place(found, effect.variables[0], test)
      #expect(abs(effect.effect.value - truth[i]) < 4 * effect.effect.standardError + 1e-12)
    }
    let z = 1.2815515655446004
    let all = test.weights.indices
    let mean = all.reduce(0) { $0 + test.weights[$1] * linear.means[$1] }
    let loads = all.map { i in
      all.reduce(0) { $0 + test.weights[$1] * linear.covariance[$1][i] }
    }
    let variance = all.reduce(0) { $0 + test.weights[$1] * loads[$1] }
    for bar in found.tornado {
      let i = try place(found, bar.variable, test)
      let sd = linear.covariance[i][i].squareRoot()
      let left = variance - loads[i] * loads[i] / linear.covariance[i][i]
      func probability(_ score: Double) -> Double {
        let distance = (linear.threshold - mean - loads[i] / sd * score) / left.squareRoot()
        let normal = NormalDistribution.standard
        return linear.isAtLeast ? normal.complementary(distance) : normal.cumulative(distance)
      }
      for (value, truth) in [(bar.low, probability(-z)), (bar.high, probability(z))] {
        let error = (truth * (1 - truth) / Double(draws)).squareRoot()
        #expect(abs(value - truth) < 4 * error + 4 / Double(draws))
      }
    }
  }

  /// Which leaf a variable is the growth of.
  private func place(
    _ found: TargetSensitivity, _ variable: Int, _ test: ExplanationCase
  ) throws -> Int {
    try #require(test.ids.firstIndex { $0 + ".growth" == found.variables[variable].name })
  }
}
