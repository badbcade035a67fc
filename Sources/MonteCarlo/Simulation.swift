import GrowthModel
import Stochastics

/// A scenario made ready to run.
///
/// A run is a pure function of (scenario, seed, number of draws): the number of threads and the
/// machine do not change a bit of it, and the first N of 2N draws are the N draws of a shorter run.
public struct Simulation: Sendable {
  /// The largest number of draws in a run: what a bin can count.
  public static let maximumDraws = Int(UInt32.max)
  /// Draws that fix where the bins of each quantity lie, before counting begins.
  static let pilotDraws = 4 * Workspace.blockLength
  /// Draws after which a run that is to reach a precision looks for the first time.
  static let firstLook = 32 * Workspace.blockLength

  var plan: Plan
  let scenario: Scenario
  /// Whether a run looks at how the variables moved together.
  var looksAtDependence = true

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

  private init(plan: Plan, scenario: Scenario) {
    self.plan = plan
    self.scenario = scenario
  }

  /// The operations of the scenario's economy.
  func graph() throws(SimulationError) -> QuantityGraph {
    do throws(EconomyError) {
      return try scenario.quantityGraph()
    } catch {
      throw .economy(error)
    }
  }

  /// The random numbers of the variables that a plan looks at.
  func sampler(
    _ plan: Plan, seed: UInt64, sampling: Sampling = .pseudoRandom
  ) throws(SimulationError) -> JointSampler {
    do throws(SobolError) {
      return try JointSampler(
        scenario.uncertainty, seed: seed, needed: plan.usedVariables, sampling: sampling)
    } catch {
      switch error {
      case .tooManyNames(let count, let dimensions):
        throw .tooManyVariables(count: count, dimensions: dimensions)
      }
    }
  }

  /// The number of draws that a run makes when asked for some: with a way of sampling that has whole
  /// pairs, hypercubes or replicates, up to the next whole one.
  public static func draws(_ asked: Int, sampling: Sampling) -> Int {
    let unit = sampling.unit
    return min((asked + unit - 1) / unit * unit, maximumDraws / unit * unit)
  }

  /// Runs a number of draws.
  ///
  /// - Parameters:
  ///   - draws: how many, from 1 to `maximumDraws`; `draws(_:sampling:)` says how many are made.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - sampling: how the draws are spread.
  ///   - threads: tasks that evaluate blocks side by side, at least one.
  ///   - checkpoints: how the state is kept meanwhile; nil not to keep it.
  ///   - progress: called now and then, from any thread, with the number of draws done.
  /// - Throws: `SimulationError`, also where there is too little memory by `MemoryBudget`; `StateError` where the state
  ///   to go on with is of another run; `CancellationError` when the task was cancelled.
  public func run(
    draws: Int, seed: UInt64, sampling: Sampling = .pseudoRandom, threads: Int = 1,
    checkpoints: Checkpoints? = nil, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Ensemble {
    try MemoryBudget.check(plan, threads: threads)
    var run = try PartialRun(self, .draws(draws), seed: seed, sampling: sampling)
    let end = Self.draws(draws, sampling: sampling)
    try run.resume(checkpoints?.start, in: 0..<end)
    try await run.extend(to: end, threads: threads, checkpoints: checkpoints, progress: progress)
    return try await run.finished(
      threads: threads, checkpoints: checkpoints, progress: progress)
  }

  /// Runs until the 95% interval of every target's probability reaches no further than `precision`
  /// from its middle, or `maximumDraws` are done.
  ///
  /// A look at the first draws says how many the precision will take, and the run goes there at once,
  /// adding a twentieth so that it seldom has to go on. So the number of draws depends on scenario and
  /// seed alone, and the last look hardly chooses where to stop.
  ///
  /// - Parameters:
  ///   - precision: half of the interval's width, a fraction above zero.
  ///   - maximumDraws: where to give up.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - sampling: how the draws are spread.
  ///   - threads: tasks that evaluate blocks side by side, at least one.
  ///   - checkpoints: how the state is kept meanwhile; nil not to keep it.
  ///   - progress: called now and then, from any thread, with the number of draws done.
  /// - Throws: `SimulationError`, also where there is too little memory by `MemoryBudget`; `StateError` where the state
  ///   to go on with is of another run; `CancellationError` when the task was cancelled.
  public func run(
    precision: Double, maximumDraws: Int, seed: UInt64, sampling: Sampling = .pseudoRandom,
    threads: Int = 1, checkpoints: Checkpoints? = nil,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Ensemble {
    try MemoryBudget.check(plan, threads: threads)
    var run = try PartialRun(
      self, .precision(precision, atMost: maximumDraws), seed: seed, sampling: sampling)
    let most = Self.draws(maximumDraws, sampling: sampling)
    var next =
      try run.resume(checkpoints?.start, in: 0..<most)
      ?? Self.draws(Self.firstLook, sampling: sampling)
    while true {
      try await run.extend(
        to: min(next, most), threads: threads, checkpoints: checkpoints, progress: progress)
      let widest = run.tally.estimates.map { $0.halfWidth() }.max() ?? 0
      if widest <= precision || run.next == most { break }
      next = Self.nextLook(
        after: run.next, of: most, ratio: widest / precision, sampling: sampling)
    }
    return try await run.finished(
      threads: threads, checkpoints: checkpoints, progress: progress)
  }

  /// Where to look again, whole rounds of the replicates on.
  ///
  /// - Parameter ratio: the width of the widest interval over what it should be.
  private static func nextLook(
    after draws: Int, of most: Int, ratio: Double, sampling: Sampling
  ) -> Int {
    let round = Sampling.sobol.unit
    // Evenly spread points get there sooner than the root of their number says, and are at their best
    // when their number doubles.
    let factor = sampling == .sobol ? 2 : max(1.05 * ratio * ratio, 1.1)
    let wanted = min(Double(draws) * factor, Double(most))
    return (Int(wanted.rounded(.up)) + round - 1) / round * round
  }

  /// The values of quantities in single draws, for looking into a run.
  ///
  /// Of a scenario with published figures, those draws that are kept: block by block first all that are, then
  /// again those that count twice, and so on; `draws` has to begin with a block, a multiple of 1,024.
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
    let evaluator = BlockEvaluator(
      plan, try Simulation(plan: plan, scenario: scenario).source(seed: seed))
    var result = [[Double]](repeating: [], count: views.count)
    let length = Workspace.blockLength
    for first in stride(from: draws.lowerBound / length * length, to: draws.upperBound, by: length)
    {
      let count = min(length, draws.upperBound - first)
      let skipped = max(draws.lowerBound - first, 0)
      evaluator.evaluate(firstDraw: first, count: count) { workspace, count, _ in
        for (k, view) in views.enumerated() {
          result[k] += plan.read(view, count: count, from: workspace).dropFirst(skipped)
        }
      }
    }
    return result
  }

  /// Centre and scale of each recorded column, from the first draws: the median, and half the
  /// distance between the quantiles that lie a standard deviation apart in a normal distribution.
  func scales(_ sampler: JointSampler) -> [(centre: Double, scale: Double)] {
    scales(.plain(sampler))
  }

  /// The same of draws from any source.
  func scales(_ source: DrawSource) -> [(centre: Double, scale: Double)] {
    var columns = [[Double]](repeating: [], count: plan.recorded.count)
    for k in columns.indices { columns[k].reserveCapacity(Self.pilotDraws) }
    let evaluator = BlockEvaluator(plan, source)
    for first in stride(from: 0, to: Self.pilotDraws, by: Workspace.blockLength) {
      evaluator.evaluate(firstDraw: first, count: Workspace.blockLength) { workspace, count, _ in
        for (k, column) in plan.recorded.enumerated() {
          let draws = UnsafeBufferPointer(start: workspace.column(column), count: count)
          columns[k] += draws.lazy.filter(\.isFinite)
        }
      }
    }
    return columns.map(Self.scale)
  }

  /// Centre and scale of a column.
  ///
  /// - Parameter column: its first draws, as far as they are finite.
  static func scale(of column: [Double]) -> (centre: Double, scale: Double) {
    guard let low = column.min(), let high = column.max() else { return (0, 1) }
    var order = OrderStatistics(column)
    let centre = order.value(at: column.count / 2)
    let inner =
      (order.value(at: column.count * 84 / 100) - order.value(at: column.count * 16 / 100)) / 2
    let outer = (high - low) / 2
    // A column that seldom moves has no inner spread, and one that never did has none at all.
    let scale = [inner, outer, abs(centre)].first { $0.isFinite && (1 / $0).isFinite } ?? 1
    return (centre, scale)
  }
}
