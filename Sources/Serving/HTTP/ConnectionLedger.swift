import Glibc
import Synchronization

/// The open connections: since when each has been doing what, so that those that take too long are ended,
/// and those that wait longest make room for new ones.
final class ConnectionLedger: Sendable {
  /// What a connection is at.
  enum Stage: Sendable {
    /// Nothing of the next request has come.
    case idle
    /// A part of a request has come.
    case receiving
    /// The request is being worked on, which has no limit here.
    case working
    case answering
    /// The answer is out, and the connection is to end.
    case leaving
  }

  private struct Entry {
    let file: Int32
    var stage = Stage.idle
    var since: ContinuousClock.Instant
    /// Whether a request of it was let pass.
    var isKnown = false
    /// Whether it has been shut down, and only its task is to end.
    var isOver = false
  }

  private struct State {
    var entries: [Int: Entry] = [:]
    var next = 0
  }

  private let limits: ServerLimits
  private let state = Mutex(State())

  init(_ limits: ServerLimits) { self.limits = limits }

  /// Connections whose tasks have not ended.
  var count: Int { state.withLock(\.entries.count) }

  /// Takes a connection in; where there are too many the one that has waited longest is shut down, of those
  /// that were never let pass before the others.
  ///
  /// - Parameter file: the descriptor of its socket, open until `close`.
  /// - Returns: its number.
  func open(_ file: Int32) -> Int {
    state.withLock { state in
      let open = state.entries.filter { !$0.value.isOver }
      if open.count >= limits.connections {
        let idlest = open.filter { $0.value.stage != .working }.min {
          ($0.value.isKnown ? 1 : 0, $0.value.since) < ($1.value.isKnown ? 1 : 0, $1.value.since)
        }
        if let idlest { Self.shutDown(&state.entries[idlest.key]) }
      }
      let number = state.next
      state.next += 1
      state.entries[number] = Entry(file: file, since: .now)
      return number
    }
  }

  /// Notes what a connection is at.
  func note(_ number: Int, _ stage: Stage) {
    state.withLock {
      $0.entries[number]?.stage = stage
      $0.entries[number]?.since = .now
    }
  }

  /// Notes that a request of a connection was let pass.
  func noteKnown(_ number: Int) { state.withLock { $0.entries[number]?.isKnown = true } }

  /// Lets a connection go.
  ///
  /// - Parameter body: closes its socket.
  func close(_ number: Int, _ body: () -> Void) {
    state.withLock {
      $0.entries[number] = nil
      // Inside the lock, so that no number of a file is shut down that has passed to another connection.
      body()
    }
  }

  /// Ends the connections whose time is over.
  func endLate(now: ContinuousClock.Instant = .now) {
    state.withLock { state in
      for (number, entry) in state.entries where !entry.isOver {
        let time: Duration? =
          switch entry.stage {
          case .idle: limits.idleTime
          case .receiving: limits.requestTime
          case .working: nil
          case .answering: limits.answerTime
          case .leaving: limits.farewellTime
          }
        if let time, now - entry.since > time { Self.shutDown(&state.entries[number]) }
      }
    }
  }

  /// Ends all.
  func endAll() {
    state.withLock { state in
      for number in state.entries.keys { Self.shutDown(&state.entries[number]) }
    }
  }

  /// Wakes the task of a connection with the end of its stream.
  private static func shutDown(_ entry: inout Entry?) {
    guard let file = entry?.file else { return }
    _ = shutdown(file, Int32(SHUT_RDWR))
    entry?.isOver = true
  }
}
