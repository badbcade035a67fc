import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// The tornado on the probability of a target against closed forms.
@Suite struct TornadoTests {
  /// Growth given one figure, in the plain case: normal, its mean moved by the covariance with the figure.
  @Test func linearGaussian() async throws {
    let analysis = try SensitivityAnalysis(PlainCase.scenario(), targets: ["growth"])
    let found = try await analysis.run(draws: 1_000_000, seed: 8, threads: 2).targets[0]
    #expect(found.tornado.count == 4)
    let z = 1.2815515655446004
    for bar in found.tornado {
      let name = found.variables[bar.variable].name
      let i = try #require(PlainCase.ids.firstIndex { $0 + ".growth" == name })
      #expect(bar.others == .conditional)
      let sd = PlainCase.deviations[i]
      #expect(abs(bar.lowValue - (PlainCase.means[i] - z * sd)) < 1e-12)
      #expect(abs(bar.highValue - (PlainCase.means[i] + z * sd)) < 1e-12)
      let covariance = PlainCase.ids.indices.reduce(0) {
        $0 + PlainCase.weights[$1] * ShapleyEffectTests.covariance[$1][i]
      }
      let slope = covariance / (sd * sd)
      let variance =
        PlainCase.standardDeviation * PlainCase.standardDeviation - slope * covariance
      func probability(_ score: Double) -> Double {
        NormalDistribution.standard.complementary(
          (PlainCase.threshold - PlainCase.mean - slope * score * sd) / variance.squareRoot())
      }
      for (value, truth) in [(bar.low, probability(-z)), (bar.high, probability(z))] {
        #expect(abs(value - truth) < 4 * (truth * (1 - truth) / 1e6).squareRoot())
      }
      #expect(bar.isDistinctFromZero)
    }
  }

  /// The interval of the change holds the truth as often as it says.
  @Test func intervalsCover() async throws {
    let test = try SobolCase.sum([2, 1, 0.1])
    let analysis = try test.analysis(threshold: 4)
    var (held, count) = (0, 0)
    for seed in SobolIndexTests.seeds {
      let found = try await analysis.run(draws: 2048, seed: seed, threads: 2).targets[0]
      for bar in found.tornado {
        #expect(bar.others == .independent)
        let weights = [2, 1, 0.1]
        let i = try #require(test.names.firstIndex(of: found.variables[bar.variable].name))
        let rest = (test.variance - weights[i] * weights[i]).squareRoot()
        func probability(_ z: Double) -> Double {
          NormalDistribution.standard.complementary((4 - test.mean - weights[i] * z) / rest)
        }
        let truth = probability(1.2815515655446004) - probability(-1.2815515655446004)
        if bar.interval.contains(truth) { held += 1 }
        count += 1
      }
    }
    let share = Double(held) / Double(count)
    #expect(SobolIndexTests.together.contains(share), "\(share)")
  }

  /// A coin that comes up once in twenty draws is the same at both ends.
  @Test func endsThatAreTheSame() async throws {
    let test = SobolCase(
      testDescription: "coin", formula: "x1 + 10 * x2",
      variables: [
        .init(name: "x1", marginal: NormalDistribution.standard),
        .init(name: "x2", marginal: try BernoulliDistribution(probability: 0.05)),
      ], first: [], total: [], shapley: [], mean: 0.5, variance: 1)
    let found = try await test.analysis(threshold: 1).run(draws: 5000, seed: 1).targets[0]
    let coin = try #require(found.tornado.first { found.variables[$0.variable].name == "x2" })
    #expect(coin.lowValue == 0 && coin.highValue == 0)
    #expect(coin.difference == 0 && !coin.isDistinctFromZero)
    // Held, and not as it falls: the probability is that of x1 alone.
    let truth = NormalDistribution.standard.complementary(1)
    #expect(abs(coin.low - truth) < 4 * (truth * (1 - truth) / 5000).squareRoot())
  }
}
