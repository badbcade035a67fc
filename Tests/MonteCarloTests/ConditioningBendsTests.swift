import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Draws that agree with published figures where the model is not linear and its inputs are not normal,
/// against plain draws weighted by the likelihood of the figures.
@Suite struct ConditioningBendsTests {
  /// The linear economy with fat tails, an event that comes or does not, and shocks of Student's t copula.
  private static func scenario() throws -> Scenario {
    var scenario = try LinearGaussianTests.scenario()
    let plain = scenario.uncertainty
    let variables = try plain.variables.map { variable -> JointDistribution.Variable in
      switch variable.name {
      case "farms.growth":
        return .init(
          name: variable.name,
          marginal: try StudentTDistribution(location: 0.03, scale: 0.02, degreesOfFreedom: 4))
      case "mills.growth":
        return .init(
          name: variable.name,
          marginal: try DiscreteDistribution(
            values: [-0.06, 0.04, 0.1], weights: [0.2, 0.5, 0.3]))
      default: return variable
      }
    }
    let groups = try plain.groups.map { group -> Dependence in
      guard case .gaussian(let copula) = group else { return group }
      return .studentT(
        try StudentTCopula(
          names: copula.names, correlation: [[1, 0.5], [0.5, 1]], degreesOfFreedom: 3))
    }
    scenario.uncertainty = try JointDistribution(variables: variables, groups: groups)
    return scenario
  }

  /// Mean of the year's growth and the share of draws with 7% or more, and their standard errors, from plain
  /// draws weighted by the normal density of each figure's revision.
  private static func weighted(
    _ scenario: Scenario, _ actuals: [Actual], draws: Int
  ) throws -> (mean: Double, meanError: Double, share: Double, shareError: Double) {
    var plain = scenario
    plain.actuals = []
    let samples = try Simulation(plain).sample(
      actuals.map(\.quantity) + ["growth"], draws: 0..<draws, seed: 99)
    var sums = (weight: 0.0, value: 0.0, hit: 0.0)
    var weights: [Double] = []
    for row in 0..<draws {
      var log = 0.0
      for (k, actual) in actuals.enumerated() {
        let z = (samples[k][row] - actual.value) / actual.revision
        log -= 0.5 * z * z
      }
      let weight = PortableMath.exp(log)
      weights.append(weight)
      let growth = samples[actuals.count][row]
      sums.weight += weight
      sums.value += weight * growth
      if growth >= 0.07 { sums.hit += weight }
    }
    let (mean, share) = (sums.value / sums.weight, sums.hit / sums.weight)
    var squares = (value: 0.0, hit: 0.0)
    for row in 0..<draws {
      let growth = samples[actuals.count][row]
      let value = weights[row] * (growth - mean)
      let hit = weights[row] * ((growth >= 0.07 ? 1 : 0) - share)
      squares.value += value * value
      squares.hit += hit * hit
    }
    return (
      mean, squares.value.squareRoot() / sums.weight, share, squares.hit.squareRoot() / sums.weight
    )
  }

  @Test(
    arguments: [
      [("growth.2025H1", 0.06, 0.004)],
      [("growth.2025H1", -0.02, 0.004)],
      [("growth.2025Q1", 0.08, 0.006), ("mills.growth.2025Q2", 0.01, 0.01)],
      [("farms.growth.2025Q1", 0.15, 0.01), ("growth.2025M9", 0.1, 0.005)],
    ] as [[(String, Double, Double)]])
  func agreesWithWeightedPlainDraws(
    _ figures: [(quantity: String, value: Double, revision: Double)]
  ) async throws {
    var scenario = try Self.scenario()
    scenario.actuals = figures.map {
      Actual(quantity: $0.quantity, value: $0.value, revision: $0.revision)
    }
    let (mean, meanError, share, shareError) = try Self.weighted(
      scenario, scenario.actuals, draws: 1_000_000)
    let ensemble = try await Simulation(scenario).run(draws: 200_000, seed: 5, threads: 2)
    let growth = try #require(ensemble.summary("growth"))
    let outcome = try #require(ensemble.targets.first { $0.target.id == "year" })
    let first = (meanError * meanError + growth.standardError * growth.standardError).squareRoot()
    #expect(abs(growth.mean - mean) < 4 * first)
    let own = outcome.estimate.standardError
    let second = (shareError * shareError + own * own).squareRoot()
    #expect(abs(outcome.estimate.probability - share) < 4 * second)
    let conditioning = try #require(ensemble.conditioning)
    #expect(conditioning.effectiveDraws > 20_000)
    #expect(conditioning.effectiveDraws < 199_000)
    #expect(conditioning.unsolved < 20)
  }

  /// The interval of a probability covers what many draws say.
  @Test func intervalsAllowForWeights() async throws {
    var scenario = try Self.scenario()
    scenario.actuals = [Actual(quantity: "growth.2025H1", value: 0.02)]
    let simulation = try Simulation(scenario)
    let truth = try await simulation.run(draws: 1_000_000, seed: 1000, threads: 2)
    let p = try #require(truth.targets.first { $0.target.id == "year" }).estimate.probability
    var covered = 0
    for seed in 1...120 as ClosedRange<UInt64> {
      let ensemble = try await simulation.run(draws: 2_048, seed: seed, threads: 2)
      let estimate = try #require(ensemble.targets.first { $0.target.id == "year" }).estimate
      if estimate.interval().contains(p) { covered += 1 }
    }
    // 114 of 120 are expected, with a standard deviation of 2.4.
    #expect(covered >= 105)
  }

  @Test func publishedFiguresHoldInEveryDraw() throws {
    var scenario = try Self.scenario()
    scenario.actuals = [
      Actual(quantity: "growth.2025H1", value: 0.0876),
      Actual(quantity: "mills.growth.2025Q3", value: -0.2),
      Actual(quantity: "growth.2025M9", value: 0.0626),
    ]
    let samples = try Simulation(scenario).sample(
      scenario.actuals.map(\.quantity), draws: 0..<4096, seed: 3)
    for (actual, values) in zip(scenario.actuals, samples) {
      #expect(values.count > 1000)
      #expect(values.allSatisfy { abs($0 - actual.value) < 1e-12 })
    }
  }
}
