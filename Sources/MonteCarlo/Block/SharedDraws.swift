import Synchronization

/// Draws that are shared out, some blocks at a time, among tasks that work side by side.
///
/// Which task is handed which blocks is left to chance: what tasks find must add up to the same in any order.
struct SharedDraws: Sendable {
  /// Blocks that a task takes at a time.
  static let blocksAtATime = 16

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
    private let draws: Range<Int>
    let progress: @Sendable (Int) -> Void

    init(_ draws: Range<Int>, _ progress: @escaping @Sendable (Int) -> Void) {
      self.draws = draws
      self.progress = progress
    }

    func next() -> Range<Int> {
      let length = SharedDraws.blocksAtATime * Workspace.blockLength
      let first =
        draws.lowerBound + chunks.add(1, ordering: .relaxed).oldValue * length
      return min(first, draws.upperBound)..<min(first + length, draws.upperBound)
    }
  }

  /// Works through all draws.
  ///
  /// - Parameters:
  ///   - progress: called from any thread with the number of draws that were just done.
  ///   - task: works through the blocks that it is handed, and returns what it found.
  ///   - each: takes what each task found, in no order.
  /// - Throws: what a task throws; the others are cancelled.
  func run<Part: Sendable>(
    progress: @escaping @Sendable (Int) -> Void,
    task: @escaping @Sendable (_ blocks: inout Blocks) throws -> Part, each: (Part) -> Void
  ) async throws {
    let length = Self.blocksAtATime * Workspace.blockLength
    let chunks = (draws.count + length - 1) / length
    let handout = Handout(draws, progress)
    try await withThrowingTaskGroup(of: Part.self) { group in
      for _ in 0..<max(min(threads, chunks), 1) {
        group.addTask {
          var blocks = Blocks(handout)
          return try task(&blocks)
        }
      }
      for try await part in group { each(part) }
    }
  }
}
