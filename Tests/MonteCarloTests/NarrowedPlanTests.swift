import GrowthModel
import Testing

@testable import MonteCarlo

/// A plan that keeps less computes less, and what it keeps has the same bits.
@Suite struct NarrowedPlanTests {
  @Test func sameBits() async throws {
    let whole = try Simulation(SmallEconomy.scenario())
    let narrow = try whole.narrowed(to: ["crops.contribution"])
    #expect(narrow.plan.steps.count < whole.plan.steps.count)
    #expect(narrow.plan.recorded.count < whole.plan.recorded.count)
    let (all, few) = (
      try await whole.run(draws: 100_003, seed: 3), try await narrow.run(draws: 100_003, seed: 3)
    )
    #expect(
      Set(few.quantities.map(\.quantity.path))
        == ["growth", "agriculture.share", "tourism.visits", "crops.contribution"])
    for summary in few.quantities {
      let other = try #require(all.summary(summary.quantity.path))
      #expect(summary.mean == other.mean)
      #expect(summary.standardDeviation == other.standardDeviation)
      for p in [0.0, 0.05, 0.5, 0.95, 1] { #expect(summary.quantile(p) == other.quantile(p)) }
    }
    for (own, other) in zip(few.targets, all.targets) {
      #expect(own.estimate == other.estimate)
      #expect(own.meanShortfall == other.meanShortfall && own.missedAlone == other.missedAlone)
      #expect(own.rare == other.rare)
    }
    #expect(few.allTargets == all.allTargets)
    #expect(few.dependence.isEmpty && !all.dependence.isEmpty)
  }

  /// With controls, which have columns of their own.
  @Test func controlsGoWithIt() async throws {
    let whole = try Simulation(SmallEconomy.scenario()).controlled(seed: 4)
    let narrow = try whole.narrowed(to: [])
    let (all, few) = (
      try await whole.run(draws: 20_000, seed: 4), try await narrow.run(draws: 20_000, seed: 4)
    )
    #expect(few.targets.map(\.estimate) == all.targets.map(\.estimate))
    #expect(few.targets.contains { $0.estimate.varianceReduction != nil })
  }

  @Test func unknownPaths() throws {
    let simulation = try Simulation(SmallEconomy.scenario())
    #expect(throws: SimulationError.unknownPath("grwth")) {
      try simulation.narrowed(to: ["growth", "grwth"])
    }
  }
}
