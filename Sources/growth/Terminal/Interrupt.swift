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
    signal(SIGINT) { _ in
      // Nothing but calls that POSIX allows in a handler: no memory is taken, no lock either.
      if isatty(STDERR_FILENO) == 1 { Interrupt.write("\r\u{1B}[K") }
      Interrupt.write("interrupted; nothing was written\n")
      _exit(Interrupt.exitCode)
    }
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
