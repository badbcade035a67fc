import GrowthModel
import Stochastics

/// What one task has found of the draws that meet a target, and of those that miss it.
///
/// The rows of a block are parted by the target, in their order, and each side is tallied as a block of its
/// own; so sums and counts of both are exact functions of the draws, and those of all draws are theirs
/// together.
struct SplitTally: Sendable {
  /// Draws that meet the target.
  private(set) var met: Tally
  /// Draws that miss it.
  private(set) var missed: Tally
  /// How often each value of a figure that has few was seen: met, then missed, figure by figure.
  private(set) var counts: [[Int]]
  /// Whether the target's quantity was a number in every draw.
  private(set) var isFinite = true
  /// A plan whose columns are those that are recorded.
  private let side: Plan
  private let watched: [Watched]

  /// A figure whose values are counted one by one.
  private struct Watched {
    let column: Int
    let values: [Double]
  }

  /// - Parameters:
  ///   - plan: whose draws are tallied.
  ///   - scales: centre and scale of each recorded column.
  ///   - replicates: of draws that are not independent.
  init(
    _ plan: ExplanationPlan, scales: [(centre: Double, scale: Double)], replicates: Int?
  ) {
    side = Self.side(scales.count)
    met = Tally(plan: side, scales: scales, replicates: replicates)
    missed = met
    watched = plan.figures.compactMap { figure in
      figure.values.map { Watched(column: figure.column, values: $0) }
    }
    counts = watched.flatMap { watched in
      [[Int]](repeating: [Int](repeating: 0, count: watched.values.count), count: 2)
    }
  }

  private static func side(_ columns: Int) -> Plan {
    Plan(
      variableCount: columns, usedVariables: [], steps: [], terms: [],
      recorded: Array(0..<columns), quantities: [], goals: [])
  }

  /// The memory that the rows of one side are gathered in.
  static func workspace(_ plan: ExplanationPlan) -> Workspace {
    Workspace(columnCount: plan.plan.recorded.count)
  }

  /// Adds the block that was evaluated last, all of it of one replicate.
  ///
  /// - Parameters:
  ///   - plan: what was evaluated.
  ///   - firstDraw: the number of the draw in the first row.
  ///   - count: rows of the block.
  ///   - workspace: where it was evaluated.
  ///   - memory: of `workspace(_:)`; what is in it does not matter.
  mutating func add(
    _ plan: ExplanationPlan, firstDraw: Int, count: Int, from workspace: Workspace,
    gatheredIn memory: Workspace
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { rows in
      guard let met = rows.baseAddress else { return }
      let missed = met + count
      let (hits, misses) = part(plan.goal, count: count, from: workspace, met: met, missed: missed)
      for (isMet, rows, number) in [(true, met, hits), (false, missed, misses)] where number > 0 {
        for (k, column) in plan.plan.recorded.enumerated() {
          let source = workspace.column(column)
          let target = memory.column(k)
          for i in 0..<number { target[i] = source[Int(rows[i])] }
        }
        if isMet {
          self.met.add(side, firstDraw: firstDraw, count: number, from: memory)
        } else {
          self.missed.add(side, firstDraw: firstDraw, count: number, from: memory)
        }
        countValues(rows: number, in: memory, isMet: isMet)
      }
    }
  }

  /// The rows that meet the target, and those that miss it, in their order.
  private mutating func part(
    _ goal: Plan.Goal, count: Int, from workspace: Workspace,
    met: UnsafeMutablePointer<Int32>, missed: UnsafeMutablePointer<Int32>
  ) -> (met: Int, missed: Int) {
    let (target, view) = (goal.target, goal.view)
    guard let column = view.column else {
      let isMet = target.shortfall(of: view.offset) <= 0
      for i in 0..<count { (isMet ? met : missed)[i] = Int32(truncatingIfNeeded: i) }
      return isMet ? (count, 0) : (0, count)
    }
    let source = workspace.column(column)
    var (hits, misses) = (0, 0)
    for i in 0..<count {
      let value = view.offset + view.factor * source[i]
      isFinite = isFinite && value.isFinite
      let isMet = target.shortfall(of: value) <= 0
      // Both are written, and only one is kept, so that nothing is guessed.
      met[hits] = Int32(truncatingIfNeeded: i)
      missed[misses] = Int32(truncatingIfNeeded: i)
      hits += isMet ? 1 : 0
      misses += isMet ? 0 : 1
    }
    return (hits, misses)
  }

  private mutating func countValues(rows: Int, in memory: Workspace, isMet: Bool) {
    for (k, watched) in watched.enumerated() {
      let column = memory.column(watched.column)
      for (v, value) in watched.values.enumerated() {
        var seen = 0
        for i in 0..<rows where column[i] == value { seen += 1 }
        counts[2 * k + (isMet ? 0 : 1)][v] += seen
      }
    }
  }

  /// Moves the counts of recent draws to those of all.
  mutating func settle() {
    met.settle()
    missed.settle()
  }

  /// Adds what another task found and settled.
  mutating func add(_ other: SplitTally) {
    met.add(other.met)
    missed.add(other.missed)
    isFinite = isFinite && other.isFinite
    for k in counts.indices {
      for v in counts[k].indices { counts[k][v] += other.counts[k][v] }
    }
  }
}
