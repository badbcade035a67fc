import GrowthModel
import Stochastics

extension Simulation {
  /// The same simulation, with the counts of targets corrected by linear controls where they help.
  ///
  /// The linear Gaussian part of a target's quantity goes with it, and its own probability is known:
  /// what the draws have too much or too little of it they have, in proportion, of the target. A few
  /// thousand draws decide for which targets that takes away a fifth of the variance or more.
  ///
  /// For independent draws only. Means stay plain averages, so that contributions add up to growth.
  ///
  /// - Parameter seed: of the run that follows.
  /// - Throws: `SimulationError`.
  public func controlled(seed: UInt64) throws(SimulationError) -> Simulation {
    guard scenario.actuals.isEmpty else { throw .actualsExcludeControls }
    let graph = try graph()
    let places = Dictionary(
      uniqueKeysWithValues: scenario.uncertainty.variables.enumerated().map { ($1.name, $0) })
    let atMeans = scenario.linearControls(graph)
    // What the rest of the model adds to the quantity on average, the control adds too: it crosses the
    // threshold then about where the quantity does.
    let rest = try meanRests(plan.controlled(by: atMeans, places: places), seed: seed)
    let candidates = zip(atMeans, rest).map { $0?.moved(by: $1) }
    let tried = try pilot(plan.controlled(by: candidates, places: places), seed: seed)
    let kept = zip(candidates, tried.estimates).map { candidate, estimate in
      let remainder = estimate.control?.remainder(hits: estimate.hits, draws: estimate.draws)
      return (remainder ?? 1) <= Self.largestRemainder ? candidate : nil
    }
    var simulation = self
    simulation.plan = plan.controlled(by: kept, places: places)
    return simulation
  }

  /// The part of a variance that a control may leave.
  private static let largestRemainder = 0.8

  /// The mean difference of each target's quantity from its control over the first draws of a run.
  private func meanRests(_ plan: Plan, seed: UInt64) throws(SimulationError) -> [Double] {
    let sampler = try sampler(plan, seed: seed)
    var sums = [Double](repeating: 0, count: plan.goals.count)
    let length = Workspace.blockLength
    plan.forEachBlock(draws: Self.pilotDraws, sampler: sampler) { _, workspace in
      for (k, goal) in plan.goals.enumerated() {
        guard let control = goal.control else { continue }
        let values = plan.read(goal.view, count: length, from: workspace)
        let linear = workspace.column(control.column)
        for i in 0..<length { sums[k] += values[i] - linear[i] }
      }
    }
    return sums.map { $0 / Double(Self.pilotDraws) }
  }

  /// The first draws of a run, on this thread.
  private func pilot(_ plan: Plan, seed: UInt64) throws(SimulationError) -> Tally {
    let sampler = try sampler(plan, seed: seed)
    var tally = Tally(plan: plan, scales: scales(sampler))
    plan.forEachBlock(draws: Self.pilotDraws, sampler: sampler) { first, workspace in
      tally.add(plan, firstDraw: first, count: Workspace.blockLength, from: workspace)
    }
    return tally
  }
}
