import Foundation

/// Ctrl-C while a simulation runs: the line of progress goes away, nothing is written, and the exit
/// code is 130.
///
/// A handler of the plain kind: a dispatch source never hears of the signal on Linux, where the
/// main thread waits in a `sigsuspend` that takes it first.
enum Interrupt {
  static let exitCode: Int32 = 130

  /// From here on an interrupt ends the process.
  static func endsProcess() {
    signal(SIGINT) { _ in Interrupt.end("interrupted; nothing was written\n") }
  }

  /// From here on an interrupt ends the process, and leaves the rows of a table that are done.
  static func endsProcessLeavingRows() {
    signal(SIGINT) { _ in
      Interrupt.end("interrupted; the rows that are done are kept: --resume goes on with them\n")
    }
  }

  /// From here on an interrupt ends the process, some of whose output may have been written.
  static func endsProcessAmidOutput() {
    signal(SIGINT) { _ in Interrupt.end("interrupted; the output is not complete\n") }
  }

  /// From here on an interrupt is how a server is meant to end.
  static func endsServer() {
    signal(SIGINT) { _ in Interrupt.end("ended\n", code: 0) }
  }

  /// Nothing but calls that POSIX allows in a handler: no memory is taken, no lock either.
  private static func end(_ message: StaticString, code: Int32 = exitCode) {
    if isatty(STDERR_FILENO) == 1 { Interrupt.write("\r\u{1B}[K") }
    Interrupt.write(message)
    _exit(code)
  }

  /// From here on an interrupt does nothing, so that a result is written whole.
  static func isIgnored() {
    signal(SIGINT, SIG_IGN)
  }

  private static func write(_ text: StaticString) {
    // What a closed standard error does not take is lost.
    _ = Foundation.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }
}
