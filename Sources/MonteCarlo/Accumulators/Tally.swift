import GrowthModel
import Stochastics

/// What one task has found so far. Tallies of the same plan and scales add up exactly, in any order.
struct Tally: Sendable {
  /// How one target fared.
  struct Score: Sendable {
    var hits = 0
    /// The sum of the shortfalls of the draws that miss.
    var shortfall = ExactSum()
    var missedAlone = 0
    /// Draws in which the control met the target, and those in which the quantity did too.
    var controlHits = 0
    var bothHits = 0
  }

  var draws = 0
  /// One for each of the plan's recorded columns.
  var records: [ColumnRecord]
  /// `Sketch.binCount` bins for each record, one after the other; without the recent draws.
  private(set) var bins: [UInt32]
  /// The same of the recent draws: half as wide, so that the bins of many records stay in the cache.
  private var recent: [UInt16]
  /// Draws since the recent ones were last moved over.
  private var recentDraws = 0
  /// One for each of the plan's goals.
  var scores: [Score]
  /// How often the control of each goal meets the target in truth.
  private let controls: [Double?]
  /// Draws that meet every target.
  var allMet = 0
  /// The same by replicate, where draws are not independent.
  private(set) var replicates: Replicates?

  /// An empty tally; `scales` holds the centre and scale of each recorded column.
  init(plan: Plan, scales: [(centre: Double, scale: Double)], replicates: Int? = nil) {
    records = scales.map { ColumnRecord(centre: $0.centre, scale: $0.scale) }
    bins = [UInt32](repeating: 0, count: scales.count * Sketch.binCount)
    recent = [UInt16](repeating: 0, count: bins.count)
    scores = plan.goals.map { _ in Score() }
    controls = plan.goals.map { $0.control?.probability }
    self.replicates = replicates.map {
      Replicates(count: $0, records: scales.count, goals: plan.goals.count)
    }
  }

  /// Adds the block that was evaluated last in this workspace, all of it of one replicate.
  mutating func add(_ plan: Plan, firstDraw: Int, count: Int, from workspace: Workspace) {
    draws += count
    let replicate = Sampling.replicate(draw: firstDraw)
    replicates?.add(draws: count, to: replicate)
    let metBefore = allMet
    defer { replicates?.allMet[replicate] += allMet - metBefore }
    if recentDraws + count > UInt16.max { settle() }
    recentDraws += count
    recent.withUnsafeMutableBufferPointer { bins in
      guard let bins = bins.baseAddress else { return }
      for (k, column) in plan.recorded.enumerated() {
        let sum = records[k].add(
          workspace.column(column), count: count, bins: bins + k * Sketch.binCount)
        replicates?.add(sum: sum, record: k, to: replicate)
      }
    }
    guard !plan.goals.isEmpty else { return }
    // Whole numbers in the lanes of the quantities themselves.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * Workspace.blockLength) {
      let missed = $0.baseAddress!
      let which = missed + Workspace.blockLength
      missed.update(repeating: 0, count: 2 * Workspace.blockLength)
      for (k, goal) in plan.goals.enumerated() {
        let before = scores[k].hits
        score(k, goal, count: count, from: workspace, missed: missed, which: which)
        replicates?.add(hits: scores[k].hits - before, goal: k, to: replicate)
        if let control = goal.control {
          hold(control, k, goal, rows: count, from: workspace)
        }
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
    missed: UnsafeMutablePointer<Double>, which: UnsafeMutablePointer<Double>
  ) {
    let rounding = goal.target.rounding
    guard let column = goal.view.column else {
      let shortfall = SIMD4(repeating: goal.target.shortfall(of: goal.view.offset))
      score(k, count, rounding, missed, which) { _ in shortfall }
      return
    }
    let source = UnsafeRawPointer(workspace.column(column))
    let offset = SIMD4(repeating: goal.view.offset)
    let factor = SIMD4(repeating: goal.view.factor)
    let threshold = SIMD4(repeating: goal.target.threshold)
    /// Four values of the quantity; a block is a whole number of fours, whatever its count.
    @inline(__always)
    func value(_ i: Int) -> SIMD4<Double> {
      offset + factor * source.loadUnaligned(fromByteOffset: 8 * i, as: SIMD4<Double>.self)
    }
    switch goal.target.comparison {
    case .atLeast: score(k, count, rounding, missed, which) { threshold - value($0) }
    case .atMost: score(k, count, rounding, missed, which) { value($0) - threshold }
    case .within(let tolerance):
      let tolerance = SIMD4(repeating: tolerance)
      score(k, count, rounding, missed, which) {
        let distance = value($0) - threshold
        return distance.replacing(with: threshold - value($0), where: distance .< .zero) - tolerance
      }
    }
  }

  /// Counts how often the control of a goal met the target in the block.
  private mutating func hold(
    _ control: Plan.Control, _ k: Int, _ goal: Plan.Goal, rows: Int, from workspace: Workspace
  ) {
    guard let column = goal.view.column else { return }
    let own = workspace.column(column)
    let linear = workspace.column(control.column)
    for i in 0..<rows where goal.target.shortfall(of: linear[i]) <= 0 {
      scores[k].controlHits += 1
      let value = goal.view.offset + goal.view.factor * own[i]
      if goal.target.shortfall(of: value) <= 0 { scores[k].bothHits += 1 }
    }
  }

  @inline(__always)
  private mutating func score(
    _ k: Int, _ count: Int, _ rounding: Double, _ missed: UnsafeMutablePointer<Double>,
    _ which: UnsafeMutablePointer<Double>, shortfall: (Int) -> SIMD4<Double>
  ) {
    let number = SIMD4(repeating: Double(k))
    let one = SIMD4(repeating: 1.0)
    let least = SIMD4(repeating: rounding)
    let rows = SIMD4<Int>(0, 1, 2, 3)
    let missedRows = UnsafeMutableRawPointer(missed)
    let whichRows = UnsafeMutableRawPointer(which)
    for start in stride(from: 0, to: count, by: Moments.runLength) {
      let end = min(start + Moments.runLength, count)
      var sum = SIMD4<Double>.zero
      var misses = SIMD4<Double>.zero
      for i in stride(from: start, to: end, by: 4) {
        let short = shortfall(i)
        var isMiss = short .> least
        if i + 4 > end {
          let isInside = SIMD4(repeating: i) &+ rows .< SIMD4(repeating: end)
          isMiss .&= unsafeBitCast(isInside, to: SIMDMask<SIMD4<Int64>>.self)
        }
        let miss = SIMD4<Double>.zero.replacing(with: one, where: isMiss)
        sum += SIMD4<Double>.zero.replacing(with: short, where: isMiss)
        misses += miss
        let old = missedRows.loadUnaligned(fromByteOffset: 8 * i, as: SIMD4<Double>.self)
        missedRows.storeBytes(of: old + miss, toByteOffset: 8 * i, as: SIMD4<Double>.self)
        let seen = whichRows.loadUnaligned(fromByteOffset: 8 * i, as: SIMD4<Double>.self)
        whichRows.storeBytes(of: seen + miss * number, toByteOffset: 8 * i, as: SIMD4<Double>.self)
      }
      scores[k].hits += end - start - Int(misses.sum())
      scores[k].shortfall.add((sum[0] + sum[1]) + (sum[2] + sum[3]))
    }
  }

  /// The probability of each target.
  var estimates: [ProbabilityEstimate] {
    scores.indices.map { k in
      let control = controls[k].map {
        ControlledCount(
          hits: scores[k].controlHits, both: scores[k].bothHits, probability: $0)
      }
      return ProbabilityEstimate(
        hits: scores[k].hits, draws: draws, spread: replicates?.spread(goal: k), control: control)
    }
  }

  /// Moves the counts of recent draws to those of all.
  mutating func settle() {
    guard recentDraws > 0 else { return }
    for i in bins.indices { bins[i] += UInt32(recent[i]) }
    recent.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    recentDraws = 0
  }

  /// Adds what another task found and settled.
  mutating func add(_ other: Tally) {
    draws += other.draws
    allMet += other.allMet
    if let others = other.replicates { replicates?.add(others) }
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
      scores[k].controlHits += other.scores[k].controlHits
      scores[k].bothHits += other.scores[k].bothHits
    }
  }
}
