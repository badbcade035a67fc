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
  ///   - between: reads them.
  ///   - shared: ids of the targets that count for all targets together.
  ///   - draws: of the comparison, whose first ones are used again.
  ///   - seed: of the random numbers and of the orders.
  ///   - orderPairs: how many pairs of orders, where there are too many subsets.
  ///   - threads: tasks that read scenarios side by side.
  /// - Returns: nil where there is nothing to share out: no assumption, or one alone after joining.
  init?(
    _ between: inout ScenariosBetween, shared: Set<String>, draws: Int, seed: UInt64,
    orderPairs: Int, threads: Int
  ) async throws {
    guard
      let (design, simulations) = try await between.sound(
        seed: seed, orderPairs: orderPairs, threads: threads)
    else { return nil }
    var pool = ColumnPool(seed: seed)
    let columns = try simulations.map { try pool.add($0.plan, $0.scenario.uncertainty) }
    plans = zip(simulations, columns).map { simulation, columns in
      simulation.plan.moved(variables: columns, firstStep: pool.columnCount)
    }
    columnCount = pool.columnCount + (plans.map(\.steps.count).max() ?? 0)
    self.pool = pool.draws
    self.design = design
    joined = between.joined
    targets = between.targets.count
    self.shared = plans.map { $0.goals.filter { shared.contains($0.target.id) } }
    replicates = ReplicateLayout(
      draws: Self.draws(draws, plans: plans.count), sampling: .pseudoRandom)
  }

  /// As many draws as keep the work of all scenarios in between together near that of the comparison itself: of
  /// each of them the targets alone are worked out.
  private static func draws(_ all: Int, plans: Int) -> Int {
    let unit = ReplicateLayout.independentReplicates * 16
    return min(all, max(leastDraws, 2 * all / plans / unit * unit))
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
