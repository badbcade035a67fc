import Synchronization

/// Counts the draws of all stages of a run or an analysis, and tells whoever is watching.
final class WorkCounter: Sendable {
  private let done: Atomic<Int>
  private let progress: @Sendable (Int) -> Void

  /// - Parameters:
  ///   - progress: called now and then, from any thread, with the number of draws done.
  ///   - done: draws that were done before.
  init(_ progress: @escaping @Sendable (Int) -> Void, done: Int = 0) {
    self.progress = progress
    self.done = Atomic(done)
  }

  func add(_ draws: Int) { progress(done.add(draws, ordering: .relaxed).newValue) }
}
