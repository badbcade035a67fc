import Foundation
import Reporting
import Synchronization

/// A line on standard error that tells how far a run is.
final class ProgressDisplay: Sendable {
  /// Seconds between two changes of the line; a run shorter than that shows none.
  private static let pause = 0.2

  private let total: Int
  private let counted: ProgressLine.Counted
  private let start = ContinuousClock.now
  private let next = Mutex<Double>(pause)
  private let shown = Atomic<Bool>(false)

  /// - Parameters:
  ///   - total: draws in all, 0 when that is not known.
  ///   - counted: what is counted.
  init(total: Int, counting counted: ProgressLine.Counted = .draws) {
    self.total = total
    self.counted = counted
  }

  /// Shows that so many draws are done, if the last change is a while ago.
  func update(done: Int) {
    let elapsed = elapsed
    let due = next.withLock { next in
      guard elapsed >= next else { return false }
      next = elapsed + Self.pause
      return true
    }
    guard due else { return }
    shown.store(true, ordering: .relaxed)
    Terminal.status(ProgressLine(done: done, total: total, elapsed: elapsed, counted: counted).text)
  }

  /// Takes the line away.
  func finish() {
    if shown.load(ordering: .relaxed) { Terminal.status("") }
  }

  private var elapsed: Double {
    let parts = (ContinuousClock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
