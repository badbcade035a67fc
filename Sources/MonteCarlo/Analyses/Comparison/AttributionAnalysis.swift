import GrowthModel
import Stochastics

/// Shares out what changes between two scenarios among the assumptions that differ.
struct AttributionAnalysis: Sendable {
  /// Draws of each scenario in between, at the least.
  static let leastDraws = 16_384

  let design: ShapleyDesign
  let joined: JoinedAssumptions
  /// One for each subset of the design.
  private let plans: [Plan]
  private let pool: ColumnPool.Draws
  private let columnCount: Int
  /// The goals of the targets that count for all together, for each plan.
  private let shared: [[Plan.Goal]]
  /// The number of targets.
  let targets: Int
  let replicates: ReplicateLayout

  /// Makes the scenarios in between.
  ///
  /// - Parameters:
  ///   - path: from the first scenario to the second.
  ///   - ends: the two scenarios in the direction in which the path is worked out.
  ///   - targets: ids of the targets that both have.
  ///   - shared: those among them that count for all targets together.
  ///   - draws: of the comparison, whose first ones are used again.
  ///   - seed: of the random numbers and of the orders.
  ///   - threads: tasks that read scenarios side by side.
  /// - Returns: nil where there is nothing to share out: no assumption, or one alone after joining.
  init?(
    _ path: ScenarioPath, ends: (first: Scenario, second: Scenario), targets: [String],
    shared: Set<String>, draws: Int, seed: UInt64, threads: Int
  ) async throws {
    var joined = JoinedAssumptions(count: path.assumptions.count)
    var known: [Set<Int>: Attempt] = [:]
    let all = Set(path.assumptions.indices)
    @Sendable func attempt(_ taken: Set<Int>) -> Attempt {
      let scenario =
        taken.isEmpty ? ends.first : taken == all ? ends.second : path.scenario(taken)
      guard var scenario else { return Attempt(simulation: nil) }
      let found = scenario.targets
      scenario.targets = targets.compactMap { id in found.first { $0.id == id } }
      guard scenario.targets.count == targets.count else { return Attempt(simulation: nil) }
      return Attempt(simulation: try? Simulation(scenario, recording: Recording(.named)))
    }
    while true {
      guard joined.parts.count > 1 else { return nil }
      let names = joined.parts.map { Self.name($0, path) }
      let design = ShapleyDesign(names, seed: seed)
      let sets = design.subsets.map(joined.members)
      let missing = sets.filter { known[$0] == nil }
      for (set, found) in zip(
        missing, try await concurrently(missing, threads: threads, work: attempt))
      { known[set] = found }
      let broken = design.subsets.first { known[joined.members($0)]?.simulation == nil }
      if let broken {
        try joined.join(broken) { set in
          try Task.checkCancellation()
          let found = known[set] ?? attempt(set)
          known[set] = found
          return found.simulation != nil
        }
        continue
      }
      var pool = ColumnPool(seed: seed)
      let simulations = sets.compactMap { known[$0]?.simulation }
      let columns = try simulations.map { try pool.add($0.plan, $0.scenario.uncertainty) }
      plans = zip(simulations, columns).map { simulation, columns in
        simulation.plan.moved(variables: columns, firstStep: pool.columnCount)
      }
      columnCount = pool.columnCount + (plans.map(\.steps.count).max() ?? 0)
      self.pool = pool.draws
      self.design = design
      self.joined = joined
      self.targets = targets.count
      self.shared = plans.map { $0.goals.filter { shared.contains($0.target.id) } }
      replicates = ReplicateLayout(
        draws: Self.draws(draws, plans: plans.count), sampling: .pseudoRandom)
      return
    }
  }

  /// A scenario in between made ready, if it can be.
  private struct Attempt: Sendable {
    let simulation: Simulation?
  }

  /// The name of a part.
  static func name(_ part: [Int], _ path: ScenarioPath) -> String {
    part.map { path.assumptions[$0] }.joined(separator: " + ")
  }

  /// As many draws as keep all scenarios in between together near the work of the comparison itself.
  private static func draws(_ all: Int, plans: Int) -> Int {
    let unit = ReplicateLayout.independentReplicates * 16
    return min(all, max(leastDraws, all / plans / unit * unit))
  }

  /// What one replicate found.
  struct Sums: Sendable {
    /// Draws that meet each target, then those that meet all, for each plan.
    var hits: [Double]
    /// The sum of each target's quantity, for each plan.
    var sums: [Double]
  }

  /// Evaluates all scenarios in between.
  ///
  /// - Parameters:
  ///   - centres: about the mean of each target's quantity, which is taken off before sums are made.
  ///   - threads: tasks that work side by side.
  ///   - work: counts the draws that are done.
  /// - Returns: what each replicate found.
  func run(centres: [Double], threads: Int, work: WorkCounter) async throws -> [Sums] {
    return try await replicates.run(threads: threads, columnCount: columnCount, work: work) {
      blocks, workspace, done in
      var found = Sums(
        hits: [Double](repeating: 0, count: plans.count * (targets + 1)),
        sums: [Double](repeating: 0, count: plans.count * targets))
      var met = MetDraws(targets: targets)
      var together = MetDraws(targets: shared[0].count)
      for draws in blocks {
        try done(draws.count)
        pool.fill(firstDraw: draws.lowerBound, count: draws.count, in: workspace)
        for (k, plan) in plans.enumerated() {
          plan.evaluateSteps(count: draws.count, in: workspace)
          met.find(plan.goals, count: draws.count, in: workspace)
          together.find(shared[k], count: draws.count, in: workspace)
          let hits = (0..<targets).map { met.count($0, draws: draws.count) }
          for (target, count) in (hits + [together.count(shared[k].count, draws: draws.count)])
            .enumerated()
          {
            found.hits[k * (targets + 1) + target] += Double(count)
          }
          for (target, goal) in plan.goals.enumerated() {
            found.sums[k * targets + target] += Self.sum(
              goal.view, about: centres[target], count: draws.count, in: workspace)
          }
        }
      }
      return found
    }
  }

  private static func sum(
    _ view: Plan.View, about centre: Double, count: Int, in workspace: Workspace
  ) -> Double {
    guard let column = view.column else { return Double(count) * (view.offset - centre) }
    let source = UnsafeRawPointer(workspace.column(column))
    let offset = SIMD8(repeating: view.offset - centre)
    let factor = SIMD8(repeating: view.factor)
    // A block is a whole number of times sixteen draws.
    var sum = SIMD8<Double>.zero
    for i in stride(from: 0, to: count, by: 8) {
      sum +=
        offset + factor * source.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
    }
    return sum.sum()
  }
}
