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
          Series(id: "x", name: "x", unit: .rate, course: .level(.uncertain("x")))
        ]),
      uncertainty: try JointDistribution(variables: [.init(name: "x", marginal: marginal)]),
      targets: targets)
  }

  static func target(_ comparison: Target.Comparison, _ threshold: Double) -> Target {
    Target(id: "t", name: "t", quantity: "x", comparison: comparison, threshold: threshold)
  }

  /// A quantity that hardly varies, and a target far off in its spreads: the mean shortfall is the
  /// distance of the mean, to rounding. From 1e6 to 1e13 spreads, the squares of which once
  /// overflowed.
  @Test(arguments: [1e-8, 1.2e-12, 1e-13, 1e-15])
  func farTarget(width: Double) async throws {
    let uniform = try UniformDistribution(lower: 0.05 - width, upper: 0.05 + width)
    let scenario = try Self.level(uniform, targets: [Self.target(.atLeast, 0.08)])
    let outcome = try await Simulation(scenario).run(draws: 300_000, seed: 1).targets[0]
    #expect(outcome.estimate.hits == 0)
    #expect(abs(try #require(outcome.meanShortfall) - 0.03) < 1e-14 + 1e-2 * width)
  }

  /// Heavy tails and numbers whose squares are past the largest `Double` are no reason to fail.
  @Test(arguments: [1e-200, 1e-3, 1e160, 1e300])
  func anyMagnitude(scale: Double) async throws {
    for freedom in [1.01, 30] {
      let marginal = try StudentTDistribution(
        location: 0, scale: scale, degreesOfFreedom: freedom)
      let ensemble = try await Simulation(Self.level(marginal)).run(
        draws: 100_000, seed: 5, threads: 2)
      let x = try #require(ensemble.summary("x"))
      #expect(x.mean.isFinite)
      #expect(x.standardDeviation > 0)
      // The median's error is sqrt(pi/2 / n) or so, in units of the scale; 5 of them.
      #expect(abs(x.quantile(0.5) / scale) < 0.03)
    }
    let normal = try NormalDistribution(mean: 0, standardDeviation: scale)
    let x = try #require(
      try await Simulation(Self.level(normal)).run(draws: 100_000, seed: 5).summary("x"))
    // 5 standard errors of 1 / sqrt(2 n).
    #expect(abs(x.standardDeviation / scale - 1) < 5 / (2e5).squareRoot())
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
    var bins = [UInt16](repeating: 0, count: Sketch.binCount)
    var record = ColumnRecord(centre: 0, scale: 1)
    let draws = [-1e300, -1e17, 0, 1e17, 1e300]
    bins.withUnsafeMutableBufferPointer {
      record.add(draws, count: draws.count, bins: $0.baseAddress!)
    }
    var sketch = Sketch(centre: 0, scale: 1)
    sketch.add(counts: bins.map(UInt32.init)[...], minimum: record.minimum, maximum: record.maximum)
    #expect(sketch.quantile(0.2) < -1e3)
    #expect(abs(sketch.quantile(0.5)) < 1e-3)
    #expect(sketch.quantile(0.8) > 1e3)
    #expect(sketch.quantile(1) == 1e300)
  }

  /// What is fixed stays fixed: growth, deflators and shares that the scenario fixes meet targets
  /// that name just these numbers, also where the accounts work them out again by way of sums.
  @Test func fixedFiguresMeetTheirTargets() async throws {
    func leaf(_ id: String, _ volume: Double, _ value: Double, _ growth: Input) -> Activity {
      Activity(
        id: id, name: id,
        content: .leaf(
          Leaf(
            baseVolume: volume, baseValue: value, growth: growth, deflator: .constant(0.03))))
    }
    func targets(_ quantity: String, _ value: Double) -> [Target] {
      [.atLeast, .atMost, .within(tolerance: 0)].map {
        Target(
          id: quantity, name: quantity, quantity: quantity, comparison: $0, threshold: value)
      }
    }
    func hits(
      _ growth: Input, _ variables: [JointDistribution.Variable], _ targets: [Target]
    ) async throws -> [Int] {
      let economy = try Economy(
        baseYear: 2024, year: 2025, priceYear: nil, currency: "VND", hasLevels: true,
        activities: [
          Activity(
            id: "g", name: "g",
            content: .group([leaf("a", 33.3, 100, growth), leaf("b", 36.7, 60, growth)])),
          leaf("c", 30, 40, growth),
        ], population: nil)
      let scenario = Scenario(
        name: "Fixed", economy: economy,
        uncertainty: try JointDistribution(variables: variables), targets: targets)
      return try await Simulation(scenario).run(draws: 20_000, seed: 1).targets.map {
        $0.estimate.hits
      }
    }
    let structure =
      targets("a.deflator", 0.03) + targets("g.deflator", 0.03) + targets("grdp.deflator", 0.03)
      + targets("g.share", 0.8) + targets("c.share", 0.2)
    let fixed = try await hits(
      .constant(0.08), [],
      structure + targets("growth", 0.08) + targets("g.growth", 0.08)
        + targets("g.contribution", 0.056) + targets("grdp", 200 * 1.08 * 1.03))
    #expect(fixed.allSatisfy { $0 == 20_000 }, "\(fixed)")
    let normal = try NormalDistribution(mean: 0.05, standardDeviation: 0.02)
    let drawn = try await hits(
      .uncertain("all"), [.init(name: "all", marginal: normal)], structure)
    #expect(drawn.allSatisfy { $0 == 20_000 }, "\(drawn)")
  }
}
