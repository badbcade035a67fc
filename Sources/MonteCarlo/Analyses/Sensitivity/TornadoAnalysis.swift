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
    /// Draws what hangs together with it; nil where nothing does.
    let joint: Joint?
  }

  /// The scores of an input and of those that hang together with it.
  private struct Joint: Sendable {
    /// Makes values of the second set out of scores.
    let second: JointSampler
    /// The weights of the independent scores in the score of the input.
    let weights: [JointSampler.ScoreWeight]
    /// The place among the samplers of parts.
    let part: Int
  }

  private let layout: PickFreezePlan
  private let passes: [PickFreezePlan.Pass]
  private let response: Response
  private let sampler: JointSampler
  /// The scores of the first set, of each part that needs them.
  private let scores: [JointSampler]
  private let held: [Held]

  /// - Parameters:
  ///   - plan: what is evaluated.
  ///   - parts: independent of each other.
  ///   - both: the distribution with its independent copy.
  ///   - seed: of the random numbers.
  ///   - sampling: how the draws are spread.
  /// - Throws: `SobolError.tooManyNames`.
  init(
    plan: Plan, parts: [JointDistribution.Part], both: JointDistribution, seed: UInt64,
    sampling: Sampling
  ) throws(SobolError) {
    var layout = PickFreezePlan(plan, response: plan.goals[0].view)
    var passes: [PickFreezePlan.Pass] = []
    var held: [Held] = []
    var scores: [JointSampler] = []
    var variable = 0
    let count = plan.variableCount
    for part in parts {
      let places = Set(part.places)
      let first = variable
      variable += part.places.count
      guard part.kind == .single || part.kind == .gaussian else { continue }
      passes.append(layout.pass(changes: places.contains))
      var joint: (first: JointSampler, second: JointSampler)?
      if part.kind == .gaussian {
        joint = (
          try JointSampler(both, seed: seed, needed: places, sampling: sampling),
          try JointSampler(both, seed: seed, needed: Set(places.map { $0 + count }))
        )
        joint.map { scores.append($0.first) }
      }
      for (k, place) in part.places.enumerated() {
        let marginal = both.variables[place].marginal
        held.append(
          Held(
            variable: first + k, place: place, pass: passes.count - 1,
            low: marginal.quantile(TornadoBar.probabilities.low),
            high: marginal.quantile(TornadoBar.probabilities.high),
            joint: joint.map {
              Joint(
                second: $0.second, weights: $0.first.scoreWeights(of: place),
                part: scores.count - 1)
            }))
      }
    }
    self.layout = layout
    self.passes = passes
    self.held = held
    self.scores = scores
    response = Response(target: plan.goals[0].target, measure: .probability)
    sampler = try JointSampler(
      both, seed: seed, needed: Set(parts.flatMap(\.places)), sampling: sampling)
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
        variable: input.variable, others: input.joint == nil ? .independent : .conditional,
        lowValue: input.low, highValue: input.high, hitsLow: hits.low, hitsHigh: hits.high,
        hitsBoth: hits.both, draws: all.rows)
    }
  }

  /// The counts of one replicate.
  private func counts(
    _ blocks: [Range<Int>], in workspace: Workspace, done: (Int) throws -> Void
  ) throws -> TornadoCounts {
    var counts = TornadoCounts(variables: variableCount)
    let memory = TornadoMemory(scores)
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
        for (end, score) in [(0, Self.lowScore), (1, -Self.lowScore)] {
          hold(input, at: end == 0 ? input.low : input.high, score, draws.count, memory, workspace)
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

  /// The score with a tenth of the probability below it.
  private static let lowScore = NormalDistribution.standard.quantile(TornadoBar.probabilities.low)

  /// Fills the second set with an input at a value, and with those that hang together with it as they are
  /// there.
  ///
  /// Given that `w . z` is s, with z independent normal scores and w of length one, the scores are
  /// distributed as `z + w (s - w . z)`.
  private func hold(
    _ input: Held, at value: Double, _ score: Double, _ count: Int, _ memory: TornadoMemory,
    _ workspace: Workspace
  ) {
    let stride = Workspace.columnStride
    guard let joint = input.joint else {
      workspace.column(layout.second + input.place).update(repeating: value, count: count)
      return
    }
    let known = memory.scores[joint.part]
    let changed = memory.changed
    changed.update(from: known, count: scores[joint.part].dimensions.count * stride)
    let shift = memory.shift
    shift.update(repeating: score, count: count)
    for part in joint.weights {
      let column = known + part.dimension * stride
      for i in 0..<count { shift[i] -= part.weight * column[i] }
    }
    for part in joint.weights {
      let column = changed + part.dimension * stride
      for i in 0..<count { column[i] += part.weight * shift[i] }
    }
    joint.second.fill(columns: workspace.columns, stride: stride, count: count, from: changed)
    workspace.column(layout.second + input.place).update(repeating: value, count: count)
  }
}

/// The memory of a task beside its workspace.
private final class TornadoMemory {
  /// The scores of each part.
  let scores: [UnsafeMutablePointer<Double>]
  let changed: UnsafeMutablePointer<Double>
  let shift: UnsafeMutablePointer<Double>
  /// Where the target is met with an input held low, and held high.
  let met: [UnsafeMutablePointer<Double>]
  private let all: UnsafeMutablePointer<Double>

  init(_ samplers: [JointSampler]) {
    let stride = Workspace.columnStride
    let counts = samplers.map(\.dimensions.count)
    let sum = counts.reduce(0, +) + (counts.max() ?? 0) + 3
    all = .allocate(capacity: sum * stride)
    var next = all
    var scores: [UnsafeMutablePointer<Double>] = []
    for count in counts {
      scores.append(next)
      next += count * stride
    }
    self.scores = scores
    changed = next
    next += (counts.max() ?? 0) * stride
    shift = next
    met = [next + stride, next + 2 * stride]
  }

  deinit { all.deallocate() }
}
