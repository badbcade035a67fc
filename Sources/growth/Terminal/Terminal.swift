import Foundation
import Languages
import Reporting

/// The two channels of the command line: results, and everything else.
enum Terminal {
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static var outputStyle: TextStyle { style(terminal: outputIsTerminal) }
  static var errorStyle: TextStyle { style(terminal: errorIsTerminal) }

  /// Writes a result to standard output.
  ///
  /// - Throws: when the other end does not take it.
  static func output(_ text: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }

  /// Writes a line to standard error; a reader that went away is nothing to fail for.
  static func error(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Says on standard error why there is no answer.
  ///
  /// - Parameters:
  ///   - error: that says it.
  ///   - path: of the file that it is about.
  static func report(_ error: any Error, in path: String) {
    self.error(localized("\(path): error: \("\(error)")"))
  }

  /// Says on standard error what went wrong, of no file in particular.
  static func report(_ error: any Error) { self.error(localized("error: \("\(error)")")) }

  /// Says on standard error what is wrong, and how to put it right.
  ///
  /// - Parameters:
  ///   - reason: what is wrong.
  ///   - hint: how to put it right.
  static func report(_ reason: String, hint: String) {
    error(localized("error: \(reason)"))
    error("  " + localized("hint: \(hint)"))
  }

  /// Replaces the last line of the screen.
  static func status(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data(("\r\u{1B}[K" + line).utf8))
  }

  /// Colour and the width of the screen, unless the output is no screen or NO_COLOR (no-color.org)
  /// is set.
  private static func style(terminal: Bool) -> TextStyle {
    guard terminal else { return TextStyle() }
    let environment = ProcessInfo.processInfo.environment
    let plain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return known ? TextStyle(color: !plain, width: Int(size.ws_col)) : TextStyle(color: !plain)
  }
}
