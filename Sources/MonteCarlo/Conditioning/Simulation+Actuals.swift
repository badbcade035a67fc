import GrowthModel
import Stochastics

extension Simulation {
  /// Where the draws of a run come from: plain draws, or where figures have been published draws that agree
  /// with them.
  ///
  /// - Throws: `SimulationError`, among others where the scenario cannot come out at the figures.
  func source(
    seed: UInt64, sampling: Sampling = .pseudoRandom
  ) throws(SimulationError) -> DrawSource {
    guard !scenario.actuals.isEmpty else {
      return .plain(try sampler(plan, seed: seed, sampling: sampling))
    }
    guard sampling == .pseudoRandom else { throw .actualsNeedIndependentDraws }
    let conditioning = try Conditioning(scenario.actuals, of: scenario, seed: seed)
    var whole = plan
    whole.usedVariables.formUnion(conditioning.constraints.plan.usedVariables)
    var source = ConditionalSource(
      conditioning: conditioning, sampler: try sampler(whole, seed: seed), seed: seed)
    source.logUnit = try Self.meanLogWeight(plan, source)
    return .conditional(source)
  }

  /// The logarithm of the mean weight of the first draws of a run.
  ///
  /// - Throws: `SimulationError.noDrawAgrees`.
  private static func meanLogWeight(
    _ plan: Plan, _ source: ConditionalSource
  ) throws(SimulationError) -> Double {
    let evaluator = BlockEvaluator(plan, .conditional(source))
    var logs: [Double] = []
    for first in stride(from: 0, to: pilotDraws, by: Workspace.blockLength) {
      logs += evaluator.logWeights(firstDraw: first, count: Workspace.blockLength)
    }
    let most = logs.max() ?? -.infinity
    guard most.isFinite else { throw .noDrawAgrees }
    var sum = 0.0
    for log in logs { sum += PortableMath.exp(log - most) }
    return most + PortableMath.log(sum / Double(logs.count))
  }
}
