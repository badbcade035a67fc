import Dispatch
import Foundation

/// Ctrl-C: the line of progress goes away, nothing is written, and the exit code is 130.
enum Interrupt {
  static let exitCode: Int32 = 130

  /// Watches for interrupts until the process ends.
  ///
  /// - Returns: the watch, to be kept.
  static func watch(then cleanUp: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      cleanUp()
      Terminal.error("interrupted; nothing was written")
      exit(exitCode)
    }
    source.resume()
    return source
  }
}
