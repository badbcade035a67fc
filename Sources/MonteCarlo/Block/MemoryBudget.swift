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

  /// Refuses what takes more than there is.
  ///
  /// - Parameters:
  ///   - plan: that is evaluated.
  ///   - threads: tasks that evaluate it side by side.
  /// - Throws: `SimulationError.tooLarge`.
  static func check(_ plan: Plan, threads: Int) throws(SimulationError) {
    guard let current else { return }
    let bytes = plan.bytes(threads: min(threads, current.processors))
    guard bytes <= current.bytes else { throw .tooLarge(bytes: bytes, available: current.bytes) }
  }
}

extension Plan {
  /// What a run takes at the most: for each task the columns of a block and a count a bin of each record, half
  /// again as much for recent draws; the counts of all tasks, and those of the answer.
  ///
  /// - Parameter threads: tasks that work at the same time.
  func bytes(threads: Int) -> Int {
    let columns = (columnCount + 1) * Workspace.columnStride * MemoryLayout<Double>.stride
    let counts =
      recorded.count * Sketch.binCount
      * (MemoryLayout<UInt32>.stride + MemoryLayout<UInt16>.stride)
    return threads * (columns + counts) + 2 * counts
  }
}
