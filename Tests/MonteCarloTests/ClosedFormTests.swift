import MonteCarlo
import Stochastics
import Testing

/// The plain case against its closed form. Unoptimised builds draw less, and say the same.
@Suite struct ClosedFormTests {
  #if DEBUG
    static let draws = 200_000
    static let seeds: ClosedRange<UInt64> = 1...2
    static let coverageSeeds: ClosedRange<UInt64> = 1...100
  #else
    static let draws = 10_000_000
    static let seeds: ClosedRange<UInt64> = 1...20
    static let coverageSeeds: ClosedRange<UInt64> = 1...5000
  #endif

  /// Mean, standard deviation, probability and quantiles within 4 standard errors, seed by seed.
  @Test(arguments: seeds)
  func agreesWithinFourStandardErrors(seed: UInt64) async throws {
    let ensemble = try await Simulation(PlainCase.scenario()).run(
      draws: Self.draws, seed: seed, threads: 2)
    let n = Double(Self.draws)
    let growth = try #require(ensemble.summary("growth"))
    let (mean, deviation) = (PlainCase.mean, PlainCase.standardDeviation)
    #expect(abs(growth.mean - mean) < 4 * deviation / n.squareRoot())
    #expect(
      abs(growth.standardDeviation - deviation) < 4 * deviation / (2 * (n - 1)).squareRoot())
    let p = PlainCase.probability
    #expect(
      abs(ensemble.targets[0].estimate.probability - p) < 4 * (p * (1 - p) / n).squareRoot())
    let normal = try NormalDistribution(mean: mean, standardDeviation: deviation)
    for q in [0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999] {
      let x = normal.quantile(q)
      let error = (q * (1 - q) / n).squareRoot() / normal.density(x)
      #expect(abs(growth.quantile(q) - x) < 4 * error + growth.quantileResolution(q))
    }
  }

  /// Given a miss, the mean shortfall of a normal quantity is (t - mean) + sd phi(z) / Phi(z), with
  /// z = (t - mean) / sd; five standard errors, its deviation being at most sd.
  @Test func meanShortfall() async throws {
    let ensemble = try await Simulation(PlainCase.scenario()).run(
      draws: Self.draws, seed: 77, threads: 2)
    let z = (PlainCase.threshold - PlainCase.mean) / PlainCase.standardDeviation
    let normal = NormalDistribution.standard
    let expected =
      (PlainCase.threshold - PlainCase.mean)
      + PlainCase.standardDeviation * normal.density(z) / normal.cumulative(z)
    let misses = Double(Self.draws) * normal.cumulative(z)
    let found = try #require(ensemble.targets[0].meanShortfall)
    #expect(abs(found - expected) < 5 * PlainCase.standardDeviation / misses.squareRoot())
  }

  /// The 95% interval at 10,000 draws covers the true probability as often as it says, within 4
  /// standard errors of the share of seeds: 0.938 to 0.962 for 5,000 seeds.
  @Test func intervalCovers() async throws {
    let simulation = try Simulation(PlainCase.scenario())
    var covered = 0
    for seed in Self.coverageSeeds {
      let ensemble = try await simulation.run(draws: 10_000, seed: seed)
      if ensemble.targets[0].estimate.interval().contains(PlainCase.probability) { covered += 1 }
    }
    let seeds = Double(Self.coverageSeeds.count)
    let error = (0.95 * 0.05 / seeds).squareRoot()
    #expect(abs(Double(covered) / seeds - 0.95) < 4 * error)
  }

  /// Wilson (1927): 5 of 10 gives 0.2366 to 0.7634 (Brown, Cai and DasGupta 2001,
  /// doi:10.1214/ss/1009213286, the interval's own formula worked by hand), and no hits in n draws
  /// gives an upper end of z^2 / (n + z^2).
  @Test func wilsonInterval() {
    let half = ProbabilityEstimate(hits: 5, draws: 10).interval()
    #expect(abs(half.lowerBound - 0.236593) < 1e-6)
    #expect(abs(half.upperBound - 0.763407) < 1e-6)
    let none = ProbabilityEstimate(hits: 0, draws: 1000).interval()
    let z = 1.959963984540054
    #expect(none.lowerBound == 0)
    #expect(abs(none.upperBound - z * z / (1000 + z * z)) < 1e-12)
    #expect(ProbabilityEstimate(hits: 1000, draws: 1000).interval().upperBound == 1)
  }
}
