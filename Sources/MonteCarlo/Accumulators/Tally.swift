import GrowthModel

/// What one task has found so far. Tallies of the same plan and scales add up exactly, in any order.
struct Tally: Sendable {
  /// How one target fared.
  struct Score: Sendable {
    var hits = 0
    /// The sum of the shortfalls of the draws that miss.
    var shortfall = ExactSum()
    var missedAlone = 0
  }

  var draws = 0
  /// One for each of the plan's recorded columns.
  var records: [ColumnRecord]
  /// `Sketch.binCount` bins for each record, one after the other.
  var bins: [UInt32]
  /// One for each of the plan's goals.
  var scores: [Score]
  /// Draws that meet every target.
  var allMet = 0

  /// An empty tally; `scales` holds the centre and scale of each recorded column.
  init(plan: Plan, scales: [(centre: Double, scale: Double)]) {
    records = scales.map { ColumnRecord(centre: $0.centre, scale: $0.scale) }
    bins = [UInt32](repeating: 0, count: scales.count * Sketch.binCount)
    scores = plan.goals.map { _ in Score() }
  }

  /// Adds the block that was evaluated last in this workspace.
  mutating func add(_ plan: Plan, count: Int, from workspace: Workspace) {
    draws += count
    bins.withUnsafeMutableBufferPointer { bins in
      guard let bins = bins.baseAddress else { return }
      for (k, column) in plan.recorded.enumerated() {
        records[k].add(
          workspace.column(column), count: count, bins: bins + k * Sketch.binCount)
      }
    }
    guard !plan.goals.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * Workspace.blockLength) {
      let missed = $0.baseAddress!
      let which = missed + Workspace.blockLength
      missed.update(repeating: 0, count: Workspace.blockLength)
      which.update(repeating: 0, count: Workspace.blockLength)
      for (k, goal) in plan.goals.enumerated() {
        score(k, goal, count: count, from: workspace, missed: missed, which: which)
      }
      for i in 0..<count {
        allMet += missed[i] == 0 ? 1 : 0
        // With a single miss the sum of the numbers of the missed targets is that target's own.
        if missed[i] == 1 { scores[Int(which[i])].missedAlone += 1 }
      }
    }
  }

  /// Holds one target against the block; counts misses by draw, and sums the missed numbers.
  private mutating func score(
    _ k: Int, _ goal: Plan.Goal, count: Int, from workspace: Workspace,
    missed: UnsafeMutablePointer<Int32>, which: UnsafeMutablePointer<Int32>
  ) {
    let rounding = goal.target.rounding
    guard let column = goal.view.column else {
      let shortfall = goal.target.shortfall(of: goal.view.offset)
      score(k, count, rounding, missed, which) { _ in shortfall }
      return
    }
    let source = UnsafePointer(workspace.column(column))
    let (offset, factor) = (goal.view.offset, goal.view.factor)
    let threshold = goal.target.threshold
    switch goal.target.comparison {
    case .atLeast:
      score(k, count, rounding, missed, which) { threshold - (offset + factor * source[$0]) }
    case .atMost:
      score(k, count, rounding, missed, which) { (offset + factor * source[$0]) - threshold }
    case .within(let tolerance):
      score(k, count, rounding, missed, which) {
        abs((offset + factor * source[$0]) - threshold) - tolerance
      }
    }
  }

  @inline(__always)
  private mutating func score(
    _ k: Int, _ count: Int, _ rounding: Double, _ missed: UnsafeMutablePointer<Int32>,
    _ which: UnsafeMutablePointer<Int32>, shortfall: (Int) -> Double
  ) {
    let number = Int32(truncatingIfNeeded: k)
    for start in stride(from: 0, to: count, by: Moments.runLength) {
      var sum = 0.0
      var misses = 0
      for i in start..<min(start + Moments.runLength, count) {
        let short = shortfall(i)
        let miss = short > rounding
        sum += miss ? short : 0
        misses += miss ? 1 : 0
        missed[i] += miss ? 1 : 0
        which[i] += miss ? number : 0
      }
      scores[k].hits += min(Moments.runLength, count - start) - misses
      scores[k].shortfall.add(sum)
    }
  }

  /// Adds what another task found.
  mutating func add(_ other: Tally) {
    draws += other.draws
    allMet += other.allMet
    for k in records.indices {
      records[k].moments.add(other.records[k].moments)
      records[k].minimum = min(records[k].minimum, other.records[k].minimum)
      records[k].maximum = max(records[k].maximum, other.records[k].maximum)
    }
    for i in bins.indices { bins[i] += other.bins[i] }
    for k in scores.indices {
      scores[k].hits += other.scores[k].hits
      scores[k].shortfall.add(other.scores[k].shortfall)
      scores[k].missedAlone += other.scores[k].missedAlone
    }
  }
}
