import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Scenarios at the edge of sense, where counting, summing and rounding could go wrong.
@Suite struct ExtremeScenarioTests {
  /// One activity that grows by 5%, and a level of its own.
  static func level(_ marginal: any Marginal, targets: [Target] = []) throws -> Scenario {
    let leaf = Leaf(
      baseVolume: 100, baseValue: nil, growth: .constant(0.05), deflator: nil)
    return Scenario(
      name: "Level",
      economy: try Economy(
        baseYear: 2024, year: 2025, priceYear: nil, currency: "VND", hasLevels: true,
        activities: [Activity(id: "all", name: "all", content: .leaf(leaf))], population: nil,
        indicators: [
          Indicator(id: "x", name: "x", unit: .rate, course: .level(.uncertain("x")))
        ]),
      uncertainty: try JointDistribution(variables: [.init(name: "x", marginal: marginal)]),
      targets: targets)
  }

  static func target(_ comparison: Target.Comparison, _ threshold: Double) -> Target {
    Target(id: "t", name: "t", quantity: "x", comparison: comparison, threshold: threshold)
  }

  /// Quantiles carry no error of the bins that could be told from sampling: the fraction below
  /// each, averaged over seeds, is within 4 standard errors of its probability.
  ///
  /// The bins once read half a bin too high, which is 10 standard errors here.
  @Test func quantilesAreUnbiased() async throws {
    let seeds: ClosedRange<UInt64> = 1...8
    let draws = 2_000_000
    let skewed = try PERTDistribution(lower: 0, mode: 0, upper: 1)
    let marginals: [any Marginal] = [
      try UniformDistribution(lower: 0, upper: 1), NormalDistribution.standard, skewed,
    ]
    for marginal in marginals {
      let simulation = try Simulation(Self.level(marginal))
      var fractions = [Double](repeating: 0, count: 5)
      let probabilities = [0.01, 0.05, 0.5, 0.95, 0.99]
      for seed in seeds {
        let x = try #require(
          try await simulation.run(draws: draws, seed: seed, threads: 2).summary("x"))
        for (k, p) in probabilities.enumerated() {
          fractions[k] += marginal.cumulative(x.quantile(p)) / Double(seeds.count)
        }
      }
      for (k, p) in probabilities.enumerated() {
        let error = (p * (1 - p) / Double(draws * seeds.count)).squareRoot()
        #expect(abs(fractions[k] - p) < 4 * error, "\(marginal), \(p)")
      }
    }
  }

  /// A draw beyond any bin's reach counts at its own end.
  @Test func extremeDrawsStayAtTheirEnd() {
    var bins = [UInt32](repeating: 0, count: Sketch.binCount)
    var record = ColumnRecord(centre: 0, scale: 1)
    let draws = [-1e300, -1e17, 0, 1e17, 1e300]
    bins.withUnsafeMutableBufferPointer {
      record.add(draws, count: draws.count, bins: $0.baseAddress!)
    }
    var sketch = Sketch(centre: 0, scale: 1)
    sketch.add(counts: bins[...], minimum: record.minimum, maximum: record.maximum)
    #expect(sketch.quantile(0.2) < -1e3)
    #expect(abs(sketch.quantile(0.5)) < 1e-3)
    #expect(sketch.quantile(0.8) > 1e3)
    #expect(sketch.quantile(1) == 1e300)
  }
}
