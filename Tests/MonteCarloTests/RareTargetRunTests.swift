import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// The closer look that a run takes at its rare targets.
@Suite struct RareTargetRunTests {
  /// The plain case with some thresholds for growth; beta is that of the probability of reaching them.
  private func scenario(
    _ thresholds: [(id: String, comparison: Target.Comparison, threshold: Double)]
  ) throws -> Scenario {
    var scenario = try PlainCase.scenario()
    scenario.targets = thresholds.map {
      Target(
        id: $0.id, name: $0.id, quantity: "growth", comparison: $0.comparison,
        threshold: $0.threshold)
    }
    return scenario
  }

  private static func threshold(beta: Double) -> Double {
    PlainCase.mean + beta * PlainCase.standardDeviation
  }

  private func estimate(_ outcome: TargetOutcome) throws -> RareTargetEstimate {
    guard case .estimated(let estimate) = try #require(outcome.rare) else {
      throw RareCase.Missing(finding: try #require(outcome.rare))
    }
    return estimate
  }

  /// Met in a draw of 30,000, missed in a draw of 30,000, and neither, all against the closed form.
  @Test func looksWhereCountingIsNotEnough() async throws {
    let beta = 4.0
    let high = Self.threshold(beta: beta)
    let scenario = try scenario([
      ("high", .atLeast, high), ("low", .atMost, high), ("usual", .atLeast, PlainCase.threshold),
    ])
    let run = try await Simulation(scenario).run(draws: 100_000, seed: 3, threads: 2)
    let p = NormalDistribution.standard.cumulative(-beta)
    let met = try estimate(run.targets[0])
    #expect(met.event == .met)
    let missed = try estimate(run.targets[1])
    #expect(missed.event == .missed)
    for estimate in [met, missed] {
      #expect(abs(estimate.probability - p) < 4 * estimate.standardError)
      #expect(estimate.coefficientOfVariation <= 0.01)
      #expect(estimate.evaluations <= 200_000)
      #expect(estimate.warnings.isEmpty)
    }
    #expect(abs(missed.probabilityMet - (1 - p)) < 4 * missed.standardError)
    #expect(run.targets[0].betterEstimate == met)
    #expect(run.targets[1].betterEstimate == missed)
    #expect(run.targets[2].rare == nil)
    #expect(run.targets[2].betterEstimate == nil)
  }

  /// A short run stays short.
  @Test func notInShortRuns() async throws {
    let scenario = try scenario([("high", .atLeast, Self.threshold(beta: 4))])
    let run = try await Simulation(scenario).run(
      draws: Simulation.leastDrawsForRareTargets - 1, seed: 3)
    #expect(run.targets[0].rare == nil)
  }

  @Test func inRunsToAPrecision() async throws {
    let beta = 4.5
    let scenario = try scenario([("high", .atLeast, Self.threshold(beta: beta))])
    let run = try await Simulation(scenario).run(
      precision: 0.001, maximumDraws: 1_000_000, seed: 3)
    #expect(run.draws < 100_000)
    let found = try estimate(run.targets[0])
    let p = NormalDistribution.standard.cumulative(-beta)
    #expect(abs(found.probability - p) < 4 * found.standardError)
  }

  /// Neither the threads nor the other targets show in an estimate.
  @Test func dependsOnItsTargetAlone() async throws {
    let one = ("high", Target.Comparison.atLeast, Self.threshold(beta: 4))
    let other = ("low", Target.Comparison.atMost, Self.threshold(beta: -4))
    let both = try Simulation(scenario([other, one]))
    let single = try await both.run(draws: 100_000, seed: 6, threads: 1)
    let several = try await both.run(draws: 100_000, seed: 6, threads: 3)
    let alone = try await Simulation(scenario([one])).run(draws: 100_000, seed: 6)
    #expect(single.targets.map(\.rare) == several.targets.map(\.rare))
    #expect(single.targets[1].rare == alone.targets[0].rare)
    #expect(single.targets[0].rare != nil)
  }

  /// Growth between 0 and 1% in each sector, so that it is in all: nothing is sampled to know that 2% is
  /// out of reach, that 0 is not, and that 0.95% of the sum of four is rare but not impossible.
  @Test func boundsDecide() async throws {
    let plain = try PlainCase.scenario()
    let uniform = try UniformDistribution(lower: 0, upper: 0.01)
    var scenario = try scenario([
      ("never", .atLeast, 0.02), ("always", .atLeast, 0), ("near", .within(tolerance: 0.001), 0.02),
      ("close", .within(tolerance: 0.02), 0.005), ("rare", .atLeast, 0.0099),
    ])
    scenario.uncertainty = try JointDistribution(
      variables: plain.uncertainty.variables.map { .init(name: $0.name, marginal: uniform) })
    let run = try await Simulation(scenario).run(draws: 100_000, seed: 1)
    #expect(run.targets[0].rare == .impossible)
    #expect(run.targets[1].rare == .certain)
    #expect(run.targets[2].rare == .impossible)
    #expect(run.targets[3].rare == .certain)
    // All four within reach of the corner: with d = 1e-4 and weights w in units of the range, the volume of
    // the simplex d^4 / (4! w1 w2 w3 w4) over 0.01^4.
    let found = try estimate(run.targets[4])
    let d = 0.0001 / 0.01
    let volume = d * d * d * d / 24 / PlainCase.weights.reduce(1, *)
    #expect(abs(found.probability - volume) < 4 * found.standardError)
  }

  /// A quantity that is the same in every draw has no rare events.
  @Test func nothingToLookForInAConstant() async throws {
    var scenario = try scenario([("high", .atLeast, 0.5)])
    scenario.uncertainty = try JointDistribution(
      variables: scenario.uncertainty.variables.map {
        .init(name: $0.name, marginal: try ConstantDistribution(0.05))
      })
    let run = try await Simulation(scenario).run(draws: 100_000, seed: 1)
    #expect(run.targets[0].rare == .impossible)
  }

  /// An estimate that the count contradicts is not preferred to it, nor one that is coarser.
  @Test func theCountDecides() throws {
    func outcome(
      _ warnings: [RareTargetEstimate.Warning], hits: Int = 10, error: Double = 0.01,
      size: Double = 1e4
    ) throws -> TargetOutcome {
      let estimate = RareTargetEstimate(
        event: .met, probability: 1e-4, standardError: error * 1e-4, effectiveSampleSize: size,
        draws: 50_000, hits: 20_000, evaluations: 60_000, designPoints: [], warnings: warnings)
      let graph = try PlainCase.scenario().economy.quantityGraph()
      return TargetOutcome(
        target: try PlainCase.scenario().targets[0],
        quantity: try #require(graph.quantity("growth")),
        estimate: ProbabilityEstimate(hits: hits, draws: 100_000), meanShortfall: nil,
        missedAlone: 0, rare: .estimated(estimate))
    }
    #expect(try outcome([]).betterEstimate != nil)
    #expect(try outcome([.severalDesignPoints(2)]).betterEstimate != nil)
    #expect(try outcome([.disagreesWithCount(hits: 10, draws: 100_000)]).betterEstimate == nil)
    #expect(try outcome([], hits: 25, error: 0.21).betterEstimate == nil)
    #expect(try outcome([], hits: 25, error: 0.19).betterEstimate != nil)
    #expect(try outcome([], size: 12).betterEstimate == nil)
  }

  @Test func canBeCancelled() async throws {
    let simulation = try Simulation(scenario([("high", .atLeast, Self.threshold(beta: 4))]))
    let task = Task {
      // Cancelled before it begins, so that the first block already sees it.
      withUnsafeCurrentTask { $0?.cancel() }
      return try simulation.rareTarget("high", .met, seed: 1)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try simulation.rareTarget("absent", .met, seed: 1) == nil)
  }
}
