import GrowthModel
import Stochastics

/// Holds one input after the other at its ends, the draws of the others being the same each time.
struct TornadoAnalysis: Sendable {
  /// An input that can be held.
  private struct Held: Sendable {
    let variable: Int
    let place: Int
    /// The pass in which it changes, and the variables that hang together with it.
    let pass: Int
    let low: Double
    let high: Double
    /// What hangs together with it; nil where nothing does.
    let others: Others?
  }

  /// Those that hang together with an input, drawn given its value.
  private struct Others: Sendable {
    let walk: JointWalk
    /// The variable of the copula at the values of the input.
    let low: Double
    let high: Double
    /// The place among the samplers of parts.
    let part: Int
    /// Where the independent scores of the variables are among those of the sampler.
    let dimensions: [Int]
  }

  private let layout: PickFreezePlan
  private let passes: [PickFreezePlan.Pass]
  private let response: Response
  private let sampler: JointSampler
  /// Independent scores for each part whose variables hang together.
  private let scores: [JointSampler]
  private let held: [Held]
  /// The largest number of variables that hang together.
  private let mostJoined: Int

  /// - Parameters:
  ///   - plan: what is evaluated.
  ///   - parts: independent of each other.
  ///   - uncertainty: what the variables are drawn from.
  ///   - seed: of the random numbers.
  ///   - sampling: how the draws are spread.
  /// - Throws: `SobolError.tooManyNames`.
  init(
    plan: Plan, parts: [JointDistribution.Part], uncertainty: JointDistribution, seed: UInt64,
    sampling: Sampling
  ) throws(SobolError) {
    var layout = PickFreezePlan(plan, response: plan.goals[0].view)
    var passes: [PickFreezePlan.Pass] = []
    var held: [Held] = []
    var scores: [JointSampler] = []
    var variable = 0
    for part in parts {
      let places = Set(part.places)
      let first = variable
      variable += part.places.count
      let joint = Joint(part, of: uncertainty)
      guard part.kind == .single || joint != nil else { continue }
      passes.append(layout.pass(changes: places.contains))
      if joint != nil {
        scores.append(
          try JointSampler(uncertainty, seed: seed, needed: places, sampling: sampling))
      }
      for (row, place) in part.places.enumerated() {
        let marginal = uncertainty.variables[place].marginal
        held.append(
          Held(
            variable: first + row, place: place, pass: passes.count - 1,
            low: marginal.quantile(TornadoBar.probabilities.low),
            high: marginal.quantile(TornadoBar.probabilities.high),
            others: joint.map { Self.others($0, row, scores) }))
      }
    }
    self.layout = layout
    self.passes = passes
    self.held = held
    self.scores = scores
    mostJoined = parts.map(\.places.count).max() ?? 0
    response = Response(target: plan.goals[0].target, measure: .probability)
    sampler = try JointSampler(
      uncertainty, seed: seed, needed: Set(parts.flatMap(\.places)), sampling: sampling)
  }

  /// What hangs together with one row of a joint, whose scores the last sampler draws.
  private static func others(_ joint: Joint, _ row: Int, _ scores: [JointSampler]) -> Others {
    func quantile(_ probability: Double) -> Double {
      joint.student?.quantile(probability) ?? NormalDistribution.standard.quantile(probability)
    }
    let dimensions = scores[scores.count - 1].dimensions
    return Others(
      walk: JointWalk(joint, order: [row] + joint.places.indices.filter { $0 != row }),
      low: quantile(TornadoBar.probabilities.low), high: quantile(TornadoBar.probabilities.high),
      part: scores.count - 1,
      dimensions: joint.places.map { place in
        dimensions.firstIndex { $0.variable == place } ?? 0
      })
  }

  /// Variables in all parts, held or not.
  private var variableCount: Int { (held.map(\.variable).max() ?? -1) + 1 }

  /// Evaluations of the model for one draw.
  var evaluationsPerDraw: Int { 1 + 2 * held.count }

  /// Counts over all replicates.
  ///
  /// - Parameters:
  ///   - replicates: which draws.
  ///   - threads: tasks that work side by side.
  ///   - work: counts the draws that are done.
  /// - Returns: the bars in the order of the variables.
  func run(
    _ replicates: ReplicateLayout, threads: Int, work: WorkCounter
  ) async throws -> [TornadoBar] {
    let found = try await replicates.run(
      threads: threads, columnCount: layout.columnCount, work: work
    ) { blocks, workspace, done in
      try self.counts(blocks, in: workspace, done: done)
    }
    var all = TornadoCounts(variables: variableCount)
    for part in found { all.add(part) }
    guard all.areNumbers else {
      throw SimulationError.notFinite(quantity: response.target.quantity)
    }
    return held.map { input in
      let hits = all.hits[input.variable]
      return TornadoBar(
        variable: input.variable, others: input.others == nil ? .independent : .conditional,
        lowValue: input.low, highValue: input.high, hitsLow: hits.low, hitsHigh: hits.high,
        hitsBoth: hits.both, draws: all.rows)
    }
  }

  /// The counts of one replicate.
  private func counts(
    _ blocks: [Range<Int>], in workspace: Workspace, done: (Int) throws -> Void
  ) throws -> TornadoCounts {
    var counts = TornadoCounts(variables: variableCount)
    let memory = TornadoMemory(scores, mostJoined: mostJoined)
    for draws in blocks {
      try done(draws.count)
      counts.add(rows: draws.count)
      sampler.fill(
        columns: workspace.columns, stride: Workspace.columnStride, count: draws.count,
        firstDraw: draws.lowerBound)
      for (k, scores) in scores.enumerated() {
        scores.fillScores(
          memory.scores[k], stride: Workspace.columnStride, count: draws.count,
          firstDraw: draws.lowerBound)
      }
      let tiles = PickFreezePlan.tiles(count: draws.count)
      for rows in tiles { layout.evaluateBase(rows: rows, in: workspace) }
      for input in held {
        for end in 0...1 {
          hold(input, isLow: end == 0, draws.count, memory, workspace)
          let pass = passes[input.pass]
          for rows in tiles {
            layout.evaluate(pass, rows: rows, in: workspace)
            response.fill(
              memory.met[end] + rows.lowerBound, count: rows.count,
              from: pass.response ?? layout.response,
              columns: workspace.columns + rows.lowerBound)
          }
        }
        counts.add(
          variable: input.variable, low: memory.met[0], high: memory.met[1], count: draws.count)
      }
    }
    return counts
  }

  /// Fills the second set with an input at one of its ends, and with those that hang together with it as they
  /// are there.
  private func hold(
    _ input: Held, isLow: Bool, _ count: Int, _ memory: TornadoMemory, _ workspace: Workspace
  ) {
    if let others = input.others {
      let known = memory.scores[others.part]
      others.walk.hold(
        isLow ? others.low : others.high,
        noise: { UnsafePointer(known + others.dimensions[$0] * Workspace.columnStride) },
        into: workspace.column(layout.second), count: count, memory.walk)
    }
    workspace.column(layout.second + input.place)
      .update(repeating: isLow ? input.low : input.high, count: count)
  }
}

/// The memory of a task beside its workspace.
private final class TornadoMemory {
  /// The scores of each part.
  let scores: [UnsafeMutablePointer<Double>]
  let walk: JointWalk.Memory
  /// Where the target is met with an input held low, and held high.
  let met: [UnsafeMutablePointer<Double>]
  private let all: UnsafeMutablePointer<Double>

  init(_ samplers: [JointSampler], mostJoined: Int) {
    let stride = Workspace.columnStride
    let counts = samplers.map(\.dimensions.count)
    let walkColumns = JointWalk.Memory.runs * mostJoined
    all = Columns.allocate((counts.reduce(0, +) + walkColumns + 2) * stride)
    var next = all
    var scores: [UnsafeMutablePointer<Double>] = []
    for count in counts {
      scores.append(next)
      next += count * stride
    }
    self.scores = scores
    walk = JointWalk.Memory(next, rows: stride)
    next += walkColumns * stride
    met = [next, next + stride]
  }

  deinit { all.deallocate() }
}
