import GrowthModel
import Stochastics
import Synchronization

/// A scenario made ready to run.
///
/// A run is a pure function of (scenario, seed, number of draws): the number of threads and the
/// machine do not change a bit of it, and the first N of 2N draws are the N draws of a shorter run.
public struct Simulation: Sendable {
  /// The largest number of draws in a run: what a bin can count.
  public static let maximumDraws = Int(UInt32.max)
  /// Draws that fix where the bins of each quantity lie, before counting begins.
  static let pilotDraws = 4 * Workspace.blockLength
  /// Blocks that a task takes at a time.
  static let blocksAtATime = 16

  let plan: Plan
  private let scenario: Scenario

  /// Compiles a scenario.
  ///
  /// - Throws: `SimulationError` when the scenario's parts do not fit together.
  ///
  /// - Parameters:
  ///   - scenario: what is to be run.
  ///   - recording: what to keep beside the quantities of targets.
  public init(_ scenario: Scenario, recording: Recording = .standard) throws(SimulationError) {
    self.scenario = scenario
    plan = try Plan(scenario, recording: recording)
  }

  /// The random numbers of the variables that a plan looks at.
  private func sampler(_ plan: Plan, seed: UInt64) -> JointSampler {
    JointSampler(scenario.uncertainty, seed: seed, needed: plan.usedVariables)
  }

  /// Runs a number of draws.
  ///
  /// - Parameters:
  ///   - draws: how many, from 1 to `maximumDraws`.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - threads: tasks that evaluate blocks side by side, at least one.
  ///   - progress: called now and then, from any thread, with the number of draws done.
  /// - Throws: `SimulationError`, or `CancellationError` when the task was cancelled.
  public func run(
    draws: Int, seed: UInt64, threads: Int = 1,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Ensemble {
    guard 1...Self.maximumDraws ~= draws else { throw SimulationError.drawsOutOfRange(draws) }
    let sampler = sampler(plan, seed: seed)
    var tally = Tally(plan: plan, scales: scales(sampler))
    try await extend(
      &tally, to: draws, sampler: sampler, threads: threads, progress: progress)
    return try ensemble(tally, seed: seed)
  }

  /// Runs until the 95% interval of every target's probability reaches no further than `precision`
  /// from its middle, or `maximumDraws` are done.
  ///
  /// The number of draws doubles between looks, so it too depends on scenario and seed alone.
  ///
  /// - Parameters:
  ///   - precision: half of the interval's width, a fraction above zero.
  ///   - maximumDraws: where to give up.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - threads: tasks that evaluate blocks side by side, at least one.
  ///   - progress: called now and then, from any thread, with the number of draws done.
  public func run(
    precision: Double, maximumDraws: Int, seed: UInt64, threads: Int = 1,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Ensemble {
    guard 1...Self.maximumDraws ~= maximumDraws else {
      throw SimulationError.drawsOutOfRange(maximumDraws)
    }
    let sampler = sampler(plan, seed: seed)
    var tally = Tally(plan: plan, scales: scales(sampler))
    var next = 16 * Workspace.blockLength
    while true {
      try await extend(
        &tally, to: min(next, maximumDraws), sampler: sampler, threads: threads,
        progress: progress)
      let reached = tally.scores.allSatisfy {
        ProbabilityEstimate(hits: $0.hits, draws: tally.draws).halfWidth() <= precision
      }
      if reached || tally.draws == maximumDraws { break }
      next *= 2
    }
    return try ensemble(tally, seed: seed)
  }

  /// The values of quantities in single draws, for looking into a run.
  ///
  /// - Returns: one array for each path, in the order of `draws`.
  /// - Throws: `SimulationError.unknownPath` for a path that the model does not have.
  /// - Complexity: O(number of draws): earlier draws are not evaluated.
  public func sample(
    _ paths: [String], draws: Range<Int>, seed: UInt64
  ) throws(SimulationError) -> [[Double]] {
    let plan = try Plan(scenario, recording: Recording(.named, paths: paths))
    let found = Dictionary(
      plan.quantities.map { ($0.quantity.path, $0.view) }, uniquingKeysWith: { first, _ in first })
    let views = paths.map { found[$0] ?? .constant(.nan) }
    let sampler = sampler(plan, seed: seed)
    let workspace = Workspace(columnCount: plan.columnCount)
    var result = [[Double]](repeating: [], count: views.count)
    let length = Workspace.blockLength
    for first in stride(from: draws.lowerBound / length * length, to: draws.upperBound, by: length)
    {
      let count = min(length, draws.upperBound - first)
      plan.evaluate(firstDraw: first, count: count, sampler: sampler, in: workspace)
      let skipped = max(draws.lowerBound - first, 0)
      for (k, view) in views.enumerated() {
        result[k] += plan.read(view, count: count, from: workspace).dropFirst(skipped)
      }
    }
    return result
  }

  /// Centre and scale of each recorded column, from the first draws: the median, and half the
  /// distance between the quantiles that lie a standard deviation apart in a normal distribution.
  private func scales(_ sampler: JointSampler) -> [(centre: Double, scale: Double)] {
    let workspace = Workspace(columnCount: plan.columnCount)
    var columns = [[Double]](repeating: [], count: plan.recorded.count)
    for first in stride(from: 0, to: Self.pilotDraws, by: Workspace.blockLength) {
      plan.evaluate(
        firstDraw: first, count: Workspace.blockLength, sampler: sampler, in: workspace)
      for (k, column) in plan.recorded.enumerated() {
        let draws = UnsafeBufferPointer(
          start: workspace.column(column), count: Workspace.blockLength)
        columns[k] += draws.lazy.filter(\.isFinite)
      }
    }
    return columns.map { column in
      let sorted = column.sorted()
      guard let low = sorted.first, let high = sorted.last else { return (0, 1) }
      let centre = sorted[sorted.count / 2]
      let inner = (sorted[sorted.count * 84 / 100] - sorted[sorted.count * 16 / 100]) / 2
      let outer = (high - low) / 2
      // A column that seldom moves has no inner spread, and one that never did has none at all.
      let scale = [inner, outer, abs(centre)].first { $0.isFinite && (1 / $0).isFinite } ?? 1
      return (centre, scale)
    }
  }

  /// Adds the draws from `tally.draws` up to `draws`.
  private func extend(
    _ tally: inout Tally, to draws: Int, sampler: JointSampler, threads: Int,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws {
    let start = tally.draws
    let chunk = Self.blocksAtATime * Workspace.blockLength
    let chunks = (draws - start + chunk - 1) / chunk
    let ticket = Ticket()
    let scales = tally.records.map { ($0.centre, $0.scale) }
    try await withThrowingTaskGroup(of: Tally.self) { group in
      for _ in 0..<min(max(threads, 1), max(chunks, 1)) {
        group.addTask {
          var own = Tally(plan: plan, scales: scales)
          let workspace = Workspace(columnCount: plan.columnCount)
          while true {
            let number = ticket.next.add(1, ordering: .relaxed).oldValue
            guard number < chunks else {
              own.settle()
              return own
            }
            let end = min(start + (number + 1) * chunk, draws)
            for first in stride(
              from: start + number * chunk, to: end, by: Workspace.blockLength)
            {
              try Task.checkCancellation()
              let count = min(Workspace.blockLength, end - first)
              plan.evaluate(firstDraw: first, count: count, sampler: sampler, in: workspace)
              own.add(plan, count: count, from: workspace)
            }
            let done = ticket.done.add(end - start - number * chunk, ordering: .relaxed).newValue
            progress(start + done)
          }
        }
      }
      // The sums are integers, so the order in which tasks finish does not show.
      for try await part in group { tally.add(part) }
    }
  }

  /// Hands out the chunks of a run to its tasks.
  private final class Ticket: Sendable {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
  }
}
