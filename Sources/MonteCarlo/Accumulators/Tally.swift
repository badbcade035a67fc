import GrowthModel
import Stochastics

/// What one task has found so far. Tallies of the same plan and scales add up exactly, in any order.
struct Tally: Sendable {
  /// How one target fared.
  struct Score: Sendable {
    var hits = 0
    /// The sum of the squares of how often the draws that hit are counted.
    var hitSquares = 0
    /// The sum of the shortfalls of the draws that miss.
    var shortfall = ExactSum()
    var missedAlone = 0
    /// Draws in which the control met the target, and those in which the quantity did too.
    var controlHits = 0
    var bothHits = 0

    /// Adds what another task found of the target.
    mutating func add(_ other: Score) {
      hits += other.hits
      hitSquares += other.hitSquares
      shortfall.add(other.shortfall)
      missedAlone += other.missedAlone
      controlHits += other.controlHits
      bothHits += other.bothHits
    }
  }

  /// Draws that are counted, each as often as it is.
  var draws = 0
  /// Draws that were made: the number of the next one.
  var made = 0
  /// The sum of the squares of how often draws are counted.
  private(set) var squares = 0
  /// Draws that could not be made to agree with published figures.
  var unsolved = 0
  /// Whether draws are counted more often than once, or not at all.
  private let isWeighted: Bool
  /// One for each of the plan's recorded columns.
  var records: [ColumnRecord]
  /// `Sketch.binCount` bins for each record, one after the other; without the recent draws.
  private(set) var bins: [UInt32]
  /// The same of the recent draws: half as wide, so that the bins of many records stay in the cache. After them stand
  /// the spare counters of all records.
  private var recent: [UInt16]
  /// Draws since the recent ones were last moved over.
  private var recentDraws = 0
  /// One for each of the plan's goals.
  var scores: [Score]
  /// How often the control of each goal meets the target in truth.
  private var controls: [Double?]
  /// Draws that meet every target.
  var allMet = 0
  /// The sum of the squares of how often these are counted.
  private var allMetSquares = 0
  /// The same by replicate, where draws are not independent.
  private(set) var replicates: Replicates?

  /// An empty tally; `scales` holds the centre and scale of each recorded column.
  init(
    plan: Plan, scales: [(centre: Double, scale: Double)], replicates: Int? = nil,
    isWeighted: Bool = false
  ) {
    self.isWeighted = isWeighted
    records = scales.map { ColumnRecord(centre: $0.centre, scale: $0.scale) }
    bins = [UInt32](repeating: 0, count: scales.count * Sketch.binCount)
    recent = [UInt16](repeating: 0, count: bins.count + ColumnRecord.spareCount)
    scores = plan.goals.map { _ in Score() }
    controls = plan.goals.map { $0.control?.probability }
    self.replicates = replicates.map {
      Replicates(count: $0, records: scales.count, goals: plan.goals.count)
    }
  }

  /// Empties the tally, for another plan and other scales; its memory serves again.
  ///
  /// - Parameters:
  ///   - plan: whose columns and goals are recorded from now on.
  ///   - scales: the centre and scale of each recorded column.
  mutating func restart(_ plan: Plan, scales: [(centre: Double, scale: Double)]) {
    (draws, made, squares, unsolved, recentDraws) = (0, 0, 0, 0, 0)
    (allMet, allMetSquares) = (0, 0)
    records = scales.map { ColumnRecord(centre: $0.centre, scale: $0.scale) }
    Self.clear(&bins, count: scales.count * Sketch.binCount)
    Self.clear(&recent, count: scales.count * Sketch.binCount + ColumnRecord.spareCount)
    scores = plan.goals.map { _ in Score() }
    controls = plan.goals.map { $0.control?.probability }
    replicates = replicates.map {
      Replicates(count: $0.count, records: scales.count, goals: plan.goals.count)
    }
  }

  /// Makes an array one of so many zeros.
  private static func clear<Number: FixedWidthInteger>(_ array: inout [Number], count: Int) {
    array.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    if array.count > count {
      array.removeLast(array.count - count)
    } else {
      array += repeatElement(0, count: count - array.count)
    }
  }

  /// The counts of a record, after `settle`.
  func bins(of record: Int) -> ArraySlice<UInt32> {
    bins[record * Sketch.binCount..<(record + 1) * Sketch.binCount]
  }

  /// Adds the block that was evaluated last in this workspace, all of it of one replicate.
  ///
  /// - Parameter level: for the how many-th time these draws are counted.
  mutating func add(
    _ plan: Plan, firstDraw: Int, count: Int, level: Int = 1, from workspace: Workspace
  ) {
    draws += count
    // The square of a number n is the sum of the first n odd numbers.
    let odd = 2 * level - 1
    squares += odd * count
    let replicate = Sampling.replicate(draw: firstDraw)
    replicates?.add(draws: count, to: replicate)
    let metBefore = allMet
    defer {
      replicates?.allMet[replicate] += allMet - metBefore
      allMetSquares += odd * (allMet - metBefore)
    }
    if recentDraws + count > UInt16.max { settle() }
    recentDraws += count
    recent.withUnsafeMutableBufferPointer { bins in
      guard let bins = bins.baseAddress else { return }
      for (k, column) in plan.recorded.enumerated() {
        let sum = records[k].add(
          workspace.column(column), count: count, bins: bins + k * Sketch.binCount,
          spare: (records.count - k) * Sketch.binCount)
        replicates?.add(sum: sum, record: k, to: replicate)
      }
    }
    guard !plan.goals.isEmpty else { return }
    let words = (count + 63) / 64
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: plan.goals.count * words) {
      guard let misses = $0.baseAddress else { return }
      for (k, goal) in plan.goals.enumerated() {
        let before = scores[k].hits
        score(k, goal, count: count, from: workspace, misses: misses + k * words)
        scores[k].hitSquares += odd * (scores[k].hits - before)
        replicates?.add(hits: scores[k].hits - before, goal: k, to: replicate)
        if let control = goal.control {
          hold(control, k, goal, rows: count, from: workspace)
        }
      }
      join(misses, words: words, count: count)
    }
  }

  /// Counts the draws that meet every target, and for each target those that miss no other.
  ///
  /// - Parameter misses: for each goal as many words as `words` says, a bit a draw that misses.
  private mutating func join(_ misses: UnsafePointer<UInt64>, words: Int, count: Int) {
    for word in 0..<words {
      var (once, twice): (UInt64, UInt64) = (0, 0)
      for k in scores.indices {
        let own = misses[k * words + word]
        twice |= once & own
        once |= own
      }
      allMet += min(64, count - 64 * word) - once.nonzeroBitCount
      for k in scores.indices {
        scores[k].missedAlone += (misses[k * words + word] & once & ~twice).nonzeroBitCount
      }
    }
  }

  /// Holds one target against the block.
  ///
  /// - Parameter misses: where to mark the draws that miss, a bit each.
  private mutating func score(
    _ k: Int, _ goal: Plan.Goal, count: Int, from workspace: Workspace,
    misses: UnsafeMutablePointer<UInt64>
  ) {
    let rounding = goal.target.rounding
    guard let column = goal.view.column else {
      let shortfall = SIMD8(repeating: goal.target.shortfall(of: goal.view.offset))
      score(k, count, rounding, misses) { _ in shortfall }
      return
    }
    let source = UnsafeRawPointer(workspace.column(column))
    let offset = SIMD8(repeating: goal.view.offset)
    let factor = SIMD8(repeating: goal.view.factor)
    let threshold = SIMD8(repeating: goal.target.threshold)
    /// Eight values of the quantity; a block is a whole number of eights, whatever its count.
    @inline(__always)
    func value(_ i: Int) -> SIMD8<Double> {
      offset + factor * source.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
    }
    switch goal.target.comparison {
    case .atLeast: score(k, count, rounding, misses) { threshold - value($0) }
    case .atMost: score(k, count, rounding, misses) { value($0) - threshold }
    case .within(let tolerance):
      let tolerance = SIMD8(repeating: tolerance)
      let magnitude = SIMD8<UInt64>(repeating: .max >> 1)
      score(k, count, rounding, misses) {
        SIMD8(bits: (value($0) - threshold).bits & magnitude) - tolerance
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
    _ k: Int, _ count: Int, _ rounding: Double, _ misses: UnsafeMutablePointer<UInt64>,
    shortfall: (Int) -> SIMD8<Double>
  ) {
    let least = SIMD8(repeating: rounding)
    for start in stride(from: 0, to: count, by: Moments.runLength) {
      let end = min(start + Moments.runLength, count)
      var sum = SIMD8<Double>.zero
      for first in stride(from: start, to: end, by: 64) {
        var marks: UInt64 = 0
        for i in stride(from: first, to: min(first + 64, end), by: 8) {
          let short = shortfall(i)
          var isMiss = (least - short).isMinus
          if i + 8 > end {
            for lane in (end - i)..<8 { isMiss[lane] = 0 }
          }
          sum += SIMD8(bits: short.bits & isMiss)
          marks |= isMiss.topBits &<< UInt64(i - first)
        }
        misses[first / 64] = marks
        scores[k].hits += min(64, end - first) - marks.nonzeroBitCount
      }
      scores[k].shortfall.add(sum.total)
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
        hits: scores[k].hits, draws: draws, spread: replicates?.spread(goal: k), control: control,
        copies: isWeighted ? CopyCount(hitSquares: scores[k].hitSquares, squares: squares) : nil)
    }
  }

  /// The probability of all targets together.
  var estimateOfAll: ProbabilityEstimate {
    ProbabilityEstimate(
      hits: allMet, draws: draws, spread: replicates?.spreadOfAll,
      copies: isWeighted ? CopyCount(hitSquares: allMetSquares, squares: squares) : nil)
  }

  /// The number of independent draws that are worth as much; nil where each draw is one.
  var effectiveDraws: Double? {
    isWeighted ? Double(draws) * Double(draws) / Double(max(squares, 1)) : nil
  }

  /// Moves the counts of recent draws to those of all.
  mutating func settle() {
    guard recentDraws > 0 else { return }
    for i in bins.indices { bins[i] += UInt32(recent[i]) }
    recent.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    recentDraws = 0
  }

  /// What is counted over all columns.
  var totals: TallyItem.Totals {
    TallyItem.Totals(
      draws: draws, squares: squares, unsolved: unsolved, allMet: allMet,
      allMetSquares: allMetSquares)
  }

  /// Adds a piece of what was found elsewhere; the draws made are for the caller to count.
  mutating func add(_ item: TallyItem) {
    switch item {
    case .totals(let totals):
      draws += totals.draws
      squares += totals.squares
      unsolved += totals.unsolved
      allMet += totals.allMet
      allMetSquares += totals.allMetSquares
    case .score(let k, let score): scores[k].add(score)
    case .replicate(let replicate, let draws, let allMet):
      replicates?.add(draws: draws, to: replicate)
      replicates?.allMet[replicate] += allMet
    case .replicateHits(let goal, let replicate, let hits):
      replicates?.add(hits: hits, goal: goal, to: replicate)
    case .replicateSum(let record, let replicate, let sum):
      replicates?.add(sum: sum, record: record, to: replicate)
    case .record(let k, let record, let counts):
      records[k].add(record)
      let first = k * Sketch.binCount
      for bin in counts.indices { bins[first + bin] += counts[bin] }
    }
  }

  /// Adds what another task found and settled.
  mutating func add(_ other: Tally) {
    addScores(other)
    if let others = other.replicates { replicates?.add(others) }
    for k in records.indices { records[k].add(other.records[k]) }
    for i in bins.indices { bins[i] += other.bins[i] }
  }

  /// Adds what another task found of the targets, and nothing else.
  mutating func addScores(_ other: Tally) {
    draws += other.draws
    made += other.made
    squares += other.squares
    unsolved += other.unsolved
    allMet += other.allMet
    allMetSquares += other.allMetSquares
    for k in scores.indices { scores[k].add(other.scores[k]) }
  }
}
