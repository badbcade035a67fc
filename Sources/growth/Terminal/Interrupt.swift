import Foundation
import Languages
import Synchronization

/// Ctrl-C while a simulation runs: the line of progress goes away, nothing is written, and the exit
/// code is 130.
///
/// A handler of the plain kind: a dispatch source never hears of the signal on Linux, where the
/// main thread waits in a `sigsuspend` that takes it first.
enum Interrupt {
  static let exitCode: Int32 = 130

  /// The address of what an interrupt says: made before, for a handler takes no memory.
  private static let message = Atomic<UInt>(0)

  /// From here on an interrupt ends the process.
  static func endsProcess() {
    endsProcess(saying: localized("interrupted; nothing was written"))
  }

  /// From here on an interrupt ends the process, and leaves the rows of a table that are done.
  static func endsProcessLeavingRows() {
    endsProcess(
      saying: localized(
        "interrupted; the rows that are done are kept: --resume goes on with them"))
  }

  /// From here on an interrupt ends the process, some of whose output may have been written.
  static func endsProcessAmidOutput() {
    endsProcess(saying: localized("interrupted; the output is not complete"))
  }

  /// From here on an interrupt, or SIGTERM, ends the process, whose last checkpoint stays.
  ///
  /// - Parameter path: of the checkpoint.
  static func endsProcess(keeping path: String) {
    endsProcess(saying: interruptedText(keeping: path))
    signal(SIGTERM) { _ in Interrupt.end(code: Interrupt.exitCode) }
  }

  /// What an interrupt says of a run whose state is kept.
  static func interruptedText(keeping path: String) -> String {
    localized("interrupted; the state is kept: the same command with --resume \(path) goes on")
  }

  private static func endsProcess(saying text: String) {
    remember(text)
    signal(SIGINT) { _ in Interrupt.end(code: Interrupt.exitCode) }
  }

  /// Whether a run was asked to stop, by an interrupt or by what ends a job.
  private static let stopIsAsked = Atomic<Bool>(false)

  static var isAskedToStop: Bool { stopIsAsked.load(ordering: .relaxed) }

  /// From here on an interrupt, or SIGTERM, asks the run to keep its state and stop; a second one ends the
  /// process.
  ///
  /// - Parameter path: of the checkpoint.
  static func asksToStop(keeping path: String) {
    remember(localized("interrupted; nothing more was kept in '\(path)'"))
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        let wasAsked = Interrupt.stopIsAsked.exchange(true, ordering: .relaxed)
        if wasAsked { Interrupt.end(code: Interrupt.exitCode) }
      }
    }
  }

  /// From here on an interrupt is how a server is meant to end.
  static func endsServer() {
    remember(localized("ended"))
    signal(SIGINT) { _ in Interrupt.end(code: 0) }
  }

  /// Keeps what is to be said.
  private static func remember(_ text: String) {
    // It is never given back: a handler may be reading it.
    message.store(UInt(bitPattern: strdup(text + "\n")), ordering: .releasing)
  }

  /// Nothing but calls that POSIX allows in a handler: no memory is taken, no lock either.
  private static func end(code: Int32) {
    if isatty(STDERR_FILENO) == 1 { write("\r\u{1B}[K") }
    if let text = UnsafePointer<CChar>(bitPattern: message.load(ordering: .acquiring)) {
      // What a closed standard error does not take is lost.
      _ = Foundation.write(STDERR_FILENO, text, strlen(text))
    }
    _exit(code)
  }

  /// From here on an interrupt does nothing, so that a result is written whole.
  static func isIgnored() {
    signal(SIGINT, SIG_IGN)
  }

  private static func write(_ text: StaticString) {
    _ = Foundation.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }
}
