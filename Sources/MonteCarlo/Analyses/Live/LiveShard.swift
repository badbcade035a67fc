import GrowthModel

/// Some of the draws of a run, with what is kept of them from one evaluation to the next.
actor LiveShard {
  /// What a pass found.
  struct Part: Sendable {
    let tally: Tally
    /// For each goal, and then for all together, a bit a draw that meets it; whole words for each block.
    let met: [[UInt64]]
  }

  private let draws: Range<Int>
  private let pilot: Int
  /// Rows of the memory: more than there are draws where a run's scales follow from more.
  private let rows: Int
  private let memory: ColumnMemory
  private var workspace = Workspace(columnCount: 0)
  private var columnCount = 0
  /// The sums and counts of the last pass, whose memory serves again.
  private var tally: Tally?

  /// - Parameters:
  ///   - draws: their numbers, from the beginning of a block.
  ///   - pilot: draws that the scales of records follow from.
  init(draws: Range<Int>, pilot: Int) {
    self.draws = draws
    self.pilot = pilot
    rows = max(draws.count, pilot)
    memory = ColumnMemory(draws: rows)
  }

  /// Evaluates all draws.
  ///
  /// - Parameter pass: what is evaluated and recorded.
  /// - Throws: `CancellationError`.
  func run(_ pass: LivePass) throws -> Part {
    prepare(pass)
    var tally = self.tally.take() ?? Tally(plan: pass.plan, scales: pass.scales)
    tally.restart(pass.plan, scales: pass.scales)
    let goals = pass.plan.goals
    var block = MetDraws(targets: goals.count)
    var met = [[UInt64]](repeating: [], count: goals.count + 1)
    for first in stride(from: draws.lowerBound, to: draws.upperBound, by: Workspace.blockLength) {
      try Task.checkCancellation()
      let count = min(Workspace.blockLength, draws.upperBound - first)
      pass.evaluate(
        firstDraw: first, row: first - draws.lowerBound, count: count, memory: memory,
        in: workspace)
      tally.add(pass.plan, firstDraw: first, count: count, from: workspace)
      tally.made += count
      block.find(goals, count: count, in: workspace)
      let words = (count + 63) / 64
      for target in met.indices { met[target] += block.words(target).prefix(words) }
    }
    // Rows behind the draws of a short run, which its scales follow from.
    let whole = (draws.count + Workspace.blockLength - 1) / Workspace.blockLength
    for row in stride(
      from: max(whole - 1, 0) * Workspace.blockLength, to: rows, by: Workspace.blockLength)
    where rows > draws.count {
      pass.evaluate(
        firstDraw: draws.lowerBound + row, row: row, count: Workspace.blockLength, memory: memory,
        in: workspace)
    }
    tally.settle()
    self.tally = tally
    return Part(tally: tally, met: met)
  }

  /// The first draws of what a pass records, one array for each column.
  ///
  /// - Parameter pass: what is evaluated; it may be run afterwards.
  func pilot(_ pass: LivePass) -> [[Double]] {
    prepare(pass)
    var columns = [[Double]](repeating: [], count: pass.plan.recorded.count)
    for row in stride(from: 0, to: pilot, by: Workspace.blockLength) {
      pass.evaluate(
        firstDraw: draws.lowerBound + row, row: row, count: Workspace.blockLength, memory: memory,
        in: workspace)
      for (k, column) in pass.plan.recorded.enumerated() {
        let draws = UnsafeBufferPointer(
          start: workspace.column(column), count: Workspace.blockLength)
        columns[k] += draws.lazy.filter(\.isFinite)
      }
    }
    return columns
  }

  private func prepare(_ pass: LivePass) {
    memory.reserve(pass.slotCount)
    if pass.plan.columnCount > columnCount {
      columnCount = pass.plan.columnCount
      workspace = Workspace(columnCount: columnCount)
    }
  }
}
