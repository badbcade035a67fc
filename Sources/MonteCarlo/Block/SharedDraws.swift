import Synchronization

/// Draws that are shared out, some blocks at a time, among tasks that work side by side.
///
/// Which task is handed which blocks is left to chance: what tasks find must add up to the same in any order.
struct SharedDraws: Sendable {
  /// Blocks that a task takes at a time.
  static let blocksAtATime = 16
  /// Draws of these.
  private static let chunkLength = blocksAtATime * Workspace.blockLength

  let draws: Range<Int>
  let threads: Int

  /// - Parameters:
  ///   - draws: their numbers; the first is that of a block.
  ///   - threads: tasks that work side by side; one at least is begun.
  init(_ draws: Range<Int>, threads: Int) {
    self.draws = draws
    self.threads = threads
  }

  /// The blocks that one task is handed.
  struct Blocks {
    fileprivate let shared: Handout
    private var current: Range<Int>
    private var taken = 0

    fileprivate init(_ shared: Handout) {
      self.shared = shared
      current = 0..<0
    }

    /// The draws of the next block; nil when all are handed out.
    ///
    /// - Throws: `CancellationError` when the task was cancelled.
    mutating func next() throws -> Range<Int>? {
      try Task.checkCancellation()
      if current.isEmpty {
        if taken > 0 { shared.progress(taken) }
        current = shared.next()
        taken = current.count
        if current.isEmpty { return nil }
      }
      let end = min(current.lowerBound + Workspace.blockLength, current.upperBound)
      let block = current.lowerBound..<end
      current = end..<current.upperBound
      return block
    }
  }

  /// What all tasks take their chunks from.
  fileprivate final class Handout: Sendable {
    private let chunks = Atomic<Int>(0)
    private let isStopped = Atomic<Bool>(false)
    private let draws: Range<Int>
    private let isDue: (@Sendable () -> Bool)?
    let progress: @Sendable (Int) -> Void

    init(
      _ draws: Range<Int>, isDue: (@Sendable () -> Bool)?,
      _ progress: @escaping @Sendable (Int) -> Void
    ) {
      self.draws = draws
      self.isDue = isDue
      self.progress = progress
    }

    func next() -> Range<Int> {
      if let isDue, chunks.load(ordering: .relaxed) > 0 {
        // Something is always done before a stop, so that no question can keep a run from ending.
        if !isStopped.load(ordering: .relaxed), isDue() {
          isStopped.store(true, ordering: .relaxed)
        }
        if isStopped.load(ordering: .relaxed) { return draws.upperBound..<draws.upperBound }
      }
      let first =
        draws.lowerBound + chunks.add(1, ordering: .relaxed).oldValue * SharedDraws.chunkLength
      return min(first, draws.upperBound)..<min(first + SharedDraws.chunkLength, draws.upperBound)
    }

    /// Where what was handed out ends; all of it is done when the tasks are.
    var end: Int {
      min(
        draws.lowerBound + chunks.load(ordering: .relaxed) * SharedDraws.chunkLength,
        draws.upperBound)
    }
  }

  /// Works through all draws, or the first of them.
  ///
  /// - Parameters:
  ///   - progress: called from any thread with the number of draws that were just done.
  ///   - isDue: asked from any thread before more is handed out: whether to stop when what is begun is done.
  ///   - task: works through the blocks that it is handed, and returns what it found.
  ///   - each: takes what each task found, in no order.
  /// - Returns: the end of the draws that are done, which are all before it.
  /// - Throws: what a task throws; the others are cancelled.
  @discardableResult
  func run<Part: Sendable>(
    progress: @escaping @Sendable (Int) -> Void, isDue: (@Sendable () -> Bool)? = nil,
    task: @escaping @Sendable (_ blocks: inout Blocks) throws -> Part, each: (Part) -> Void
  ) async throws -> Int {
    let chunks = (draws.count + Self.chunkLength - 1) / Self.chunkLength
    let handout = Handout(draws, isDue: isDue, progress)
    try await withThrowingTaskGroup(of: Part.self) { group in
      for _ in 0..<max(min(threads, chunks), 1) {
        group.addTask {
          var blocks = Blocks(handout)
          return try task(&blocks)
        }
      }
      for try await part in group { each(part) }
    }
    return handout.end
  }
}
