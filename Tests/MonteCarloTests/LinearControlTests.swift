import GrowthModel
import Stochastics
import TestSupport
import Testing

@testable import MonteCarlo

/// Counts that are corrected by the linear Gaussian part of the model.
@Suite struct LinearControlTests {
  /// Growth of two activities by halves: one normal, one uniform between `-width` and `width` about 5%.
  private func mixed(width: Double, comparison: Target.Comparison, threshold: Double) throws
    -> Scenario
  {
    func leaf(_ id: String) -> Activity {
      Activity(
        id: id, name: id,
        content: .leaf(
          Leaf(baseVolume: 50, baseValue: nil, growth: .uncertain(id + ".growth"), deflator: nil)))
    }
    let economy = try Economy(
      baseYear: 2024, year: 2025, priceYear: nil, currency: "VND", hasLevels: false,
      activities: [leaf("normal"), leaf("even")], population: nil)
    return Scenario(
      name: "Mixed", economy: economy,
      uncertainty: try JointDistribution(variables: [
        .init(
          name: "normal.growth", marginal: NormalDistribution(mean: 0.07, standardDeviation: 0.04)),
        .init(
          name: "even.growth",
          marginal: UniformDistribution(lower: 0.05 - width, upper: 0.05 + width)),
      ]),
      targets: [
        Target(
          id: "growth", name: "growth", quantity: "growth", comparison: comparison,
          threshold: threshold)
      ])
  }

  /// The mean over the uniform part of the normal probability, by quadrature.
  private func truth(width: Double, below threshold: Double) throws -> Double {
    let normal = try NormalDistribution(mean: 0.035, standardDeviation: 0.02)
    return integrateOverUnitInterval { u, _ in
      normal.cumulative(threshold - (0.025 - width / 2 + u * width))
    }
  }

  /// 1,000 seeds of 20,000 draws: a variance that is smaller by what is promised, and 95% intervals that
  /// hold the truth in 93.5% to 96.5% of the runs.
  @Test(arguments: [
    (Target.Comparison.atLeast, 0.08), (.atMost, 0.045), (.within(tolerance: 0.01), 0.06),
  ])
  func intervalsCover(comparison: Target.Comparison, threshold: Double) async throws {
    let width = 0.02
    let exact =
      switch comparison {
      case .atLeast: 1 - (try truth(width: width, below: threshold))
      case .atMost: try truth(width: width, below: threshold)
      case .within(let tolerance):
        try truth(width: width, below: threshold + tolerance)
          - (try truth(width: width, below: threshold - tolerance))
      }
    let plain = try Simulation(
      mixed(width: width, comparison: comparison, threshold: threshold),
      recording: Recording(.named))
    var held = 0
    var squares = 0.0
    var promised = 0.0
    let seeds = 1_000
    for seed in 1...seeds {
      let controlled = try plain.controlled(seed: UInt64(seed))
      let estimate = try await controlled.run(draws: 20_000, seed: UInt64(seed)).targets[0].estimate
      #expect(estimate.control != nil)
      if estimate.interval().contains(exact) { held += 1 }
      squares += (estimate.probability - exact) * (estimate.probability - exact)
      promised += estimate.standardError * estimate.standardError
    }
    #expect(935...965 ~= held, "\(held)")
    // A variance from 1,000 runs is known to 4.5%.
    #expect((squares / promised - 1).magnitude < 4 * 0.045, "\(squares / promised)")
    let count = exact * (1 - exact) / 20_000
    #expect(promised / Double(seeds) < 0.7 * count)
  }

  /// A linear Gaussian model is its own control: what is left is no more than the grain of the draws.
  @Test func exactForALinearGaussianModel() async throws {
    let simulation = try Simulation(PlainCase.scenario())
    let ensemble = try await simulation.controlled(seed: 5).run(draws: 100_000, seed: 5, threads: 2)
    let estimate = ensemble.targets[0].estimate
    #expect((estimate.probability - PlainCase.probability).magnitude < 1e-5)
    #expect(estimate.halfWidth() < 3e-5)
    // Counts and means are those of the plain run.
    let plain = try await simulation.run(draws: 100_000, seed: 5)
    #expect(plain.targets[0].estimate.hits == estimate.hits)
    #expect(plain.quantities.map(\.mean) == ensemble.quantities.map(\.mean))
    #expect(plain.targets[0].estimate.probability != estimate.probability)
  }

  /// Where the normal part is a small part, there is no control.
  @Test func onlyWhereItHelps() async throws {
    let simulation = try Simulation(mixed(width: 0.5, comparison: .atLeast, threshold: 0.08))
    let ensemble = try await simulation.controlled(seed: 1).run(draws: 20_000, seed: 1)
    #expect(ensemble.targets[0].estimate.control == nil)
  }

  /// Normal figures that a Student t copula joins do not add up to a normal one: no control is made of them.
  @Test func noneFromAStudentTCopula() async throws {
    var scenario = try PlainCase.scenario()
    let names = PlainCase.ids.map { $0 + ".growth" }
    scenario.uncertainty = try JointDistribution(
      variables: scenario.uncertainty.variables,
      groups: [
        .studentT(
          StudentTCopula(
            names: names, correlation: PlainCase.correlation, degreesOfFreedom: 4))
      ])
    let simulation = try Simulation(scenario).controlled(seed: 1)
    let ensemble = try await simulation.run(draws: 20_000, seed: 1)
    #expect(ensemble.targets[0].estimate.control == nil)
  }

  /// By hand: 10 draws, 4 hits; the control met the target 5 times, 3 of them with the quantity; in truth
  /// half of the time is 0.4.
  @Test func byHand() throws {
    let control = ControlledCount(hits: 5, both: 3, probability: 0.4)
    let estimate = ProbabilityEstimate(hits: 4, draws: 10, control: control)
    // 0.4 x 3/5 + 0.6 x 1/5
    #expect((estimate.probability - 0.36).magnitude < 1e-15)
    // The covariance is 0.3 - 0.4 x 0.5 = 0.1, the correlation squared 0.01 / (0.24 x 0.25) = 1/6.
    #expect((control.remainder(hits: 4, draws: 10) - 5.0 / 6).magnitude < 1e-15)
    let always = ControlledCount(hits: 10, both: 4, probability: 0.9)
    #expect(ProbabilityEstimate(hits: 4, draws: 10, control: always).probability == 0.4)
  }
}
