/// How much memory a run may take. A run that would take more is refused before it begins: a process for which
/// there is no memory left ends without a word.
public struct MemoryBudget: Sendable, Equatable {
  /// What there is.
  public let bytes: Int
  /// Tasks that work at the same time, however many are begun.
  public let processors: Int

  /// - Parameters:
  ///   - bytes: what there is.
  ///   - processors: of the machine, one at least.
  public init(bytes: Int, processors: Int) {
    self.bytes = bytes
    self.processors = max(processors, 1)
  }

  /// Holds for the task, and for those that it begins; nil where runs may take what they like.
  @TaskLocal public static var current: MemoryBudget?

  /// What each of several pieces of work may take that are done side by side.
  ///
  /// - Parameter tasks: how many are done at a time, one at least.
  func shared(by tasks: Int) -> MemoryBudget {
    let busy = min(max(tasks, 1), processors)
    return MemoryBudget(bytes: bytes / busy, processors: processors / busy)
  }

  /// Refuses a run of a plan that takes more than there is.
  ///
  /// - Parameters:
  ///   - plan: that is evaluated.
  ///   - threads: tasks that evaluate it side by side.
  /// - Throws: `SimulationError.tooLarge`.
  static func check(_ plan: Plan, threads: Int) throws(SimulationError) {
    try check(columns: plan.columnCount, records: plan.recorded.count, threads: threads)
  }

  /// Refuses what takes more than there is.
  ///
  /// - Parameters:
  ///   - columns: of the workspace of each task.
  ///   - records: of which each task keeps the distribution.
  ///   - threads: tasks that work side by side.
  /// - Throws: `SimulationError.tooLarge`.
  static func check(columns: Int, records: Int, threads: Int) throws(SimulationError) {
    guard let current else { return }
    let bytes = bytes(
      columns: columns, records: records, tasks: min(threads, current.processors))
    guard bytes <= current.bytes else { throw .tooLarge(bytes: bytes, available: current.bytes) }
  }

  /// What that takes at the most: for each task the columns of a block and a count a bin of each record, half
  /// again as much for recent draws; the counts of all tasks, and those of the answer.
  static func bytes(columns: Int, records: Int, tasks: Int) -> Int {
    let block = (columns + 1) * Workspace.columnStride * MemoryLayout<Double>.stride
    let counts =
      records * Sketch.binCount * (MemoryLayout<UInt32>.stride + MemoryLayout<UInt16>.stride)
    return tasks * (block + counts) + 2 * counts
  }
}
