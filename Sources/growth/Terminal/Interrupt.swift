import Foundation
import Languages
import Synchronization

/// What happens when the process is to end early: by Ctrl-C (SIGINT), by who looks after processes (SIGTERM), or
/// because its reader has gone.
///
/// The line of progress goes away, a file that is not whole goes away, and the exit code is 128 and the number of
/// the signal: 130 or 143.
///
/// A handler of the plain kind: a dispatch source never hears of the signal on Linux, where the
/// main thread waits in a `sigsuspend` that takes it first.
enum Interrupt {
  /// The address of what an interrupt says: made before, for a handler takes no memory.
  private static let message = Atomic<UInt>(0)
  /// The address of the path of a file that is not whole; zero where there is none.
  private static let unfinished = Atomic<UInt>(0)

  /// Whether Ctrl-C does nothing by now.
  private static let ignoresInterrupts = Atomic<Bool>(false)

  /// From the first line of the program on: what is written too much of, or to nobody, is an error of the call
  /// that writes, and ends nothing by itself.
  static func preparesProcess() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

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

  /// From here on an interrupt ends the process, whose last checkpoint stays.
  ///
  /// - Parameter path: of the checkpoint.
  static func endsProcess(keeping path: String) {
    endsProcess(saying: interruptedText(keeping: path))
  }

  /// What an interrupt says of a run whose state is kept.
  static func interruptedText(keeping path: String) -> String {
    localized("interrupted; the state is kept: the same command with --resume \(path) goes on")
  }

  private static func endsProcess(saying text: String) {
    remember(text)
    ignoresInterrupts.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] { signal(number) { Interrupt.end(code: 128 + $0) } }
  }

  /// The signal that asked a run to stop; zero where none did.
  private static let stopSignal = Atomic<Int32>(0)

  /// Whether a run was asked to stop, by an interrupt or by what ends a job.
  static var isAskedToStop: Bool { stopSignal.load(ordering: .relaxed) != 0 }

  /// Of a run that stopped as it was asked to.
  static var exitCode: Int32 { 128 + stopSignal.load(ordering: .relaxed) }

  /// From here on an interrupt, or SIGTERM, asks the run to keep its state and stop; a second one ends the
  /// process.
  ///
  /// - Parameter path: of the checkpoint.
  static func asksToStop(keeping path: String) {
    remember(localized("interrupted; nothing more was kept in '\(path)'"))
    for number in [SIGINT, SIGTERM] {
      signal(number) {
        let earlier = Interrupt.stopSignal.exchange($0, ordering: .relaxed)
        if earlier != 0 { Interrupt.end(code: 128 + $0) }
      }
    }
  }

  /// From here on an interrupt is how a server is meant to end.
  static func endsServer() {
    remember(localized("ended"))
    for number in [SIGINT, SIGTERM] { signal(number) { _ in Interrupt.end(code: 0) } }
  }

  /// From here on Ctrl-C does nothing, so that a result is written whole; SIGTERM ends the process all the same.
  static func isIgnored() {
    signal(SIGINT, SIG_IGN)
    ignoresInterrupts.store(true, ordering: .relaxed)
    remember(localized("interrupted; the output is not complete"))
  }

  /// From here on a file goes away with the process.
  ///
  /// - Parameter path: of the file, which need not be there yet.
  static func removes(_ path: String) {
    // It is never given back: a handler may be reading it.
    unfinished.store(UInt(bitPattern: strdup(path)), ordering: .releasing)
    remember(localized("interrupted; nothing was written"))
    let numbers = ignoresInterrupts.load(ordering: .relaxed) ? [SIGTERM] : [SIGINT, SIGTERM]
    for number in numbers { signal(number) { Interrupt.end(code: 128 + $0) } }
  }

  /// From here on all files stay.
  static func keepsAll() { unfinished.store(0, ordering: .releasing) }

  /// Ends the process as one whose reader has gone: without a word, by SIGPIPE.
  static func endsLikeFilter() {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
  }

  /// Keeps what is to be said.
  private static func remember(_ text: String) {
    // It is never given back: a handler may be reading it.
    message.store(UInt(bitPattern: strdup(text + "\n")), ordering: .releasing)
  }

  /// Nothing but calls that POSIX allows in a handler: no memory is taken, no lock either.
  private static func end(code: Int32) {
    if let path = UnsafePointer<CChar>(bitPattern: unfinished.load(ordering: .acquiring)) {
      unlink(path)
    }
    if isatty(STDERR_FILENO) == 1 { write("\r\u{1B}[K") }
    if let text = UnsafePointer<CChar>(bitPattern: message.load(ordering: .acquiring)) {
      // What a closed standard error does not take is lost.
      _ = Foundation.write(STDERR_FILENO, text, strlen(text))
    }
    _exit(code)
  }

  private static func write(_ text: StaticString) {
    _ = Foundation.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }
}
