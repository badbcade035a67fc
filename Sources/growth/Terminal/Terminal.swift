import Foundation
import Languages
import Reporting

/// The two channels of the command line: results, and everything else.
enum Terminal {
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static var outputStyle: TextStyle { style(STDOUT_FILENO) }
  static var errorStyle: TextStyle { style(STDERR_FILENO) }

  /// Writes a result to standard output.
  ///
  /// Where the reader has gone, the process ends as any filter does, without a word.
  ///
  /// - Throws: `OutputError` when the other end does not take it.
  static func output(_ text: String) throws {
    if let captured = CapturedOutput.current { return captured.add(answer: text) }
    do {
      try Descriptor.write(Data(text.utf8), to: STDOUT_FILENO)
    } catch {
      if (error as? SystemFault)?.code == EPIPE { Interrupt.endsLikeFilter() }
      throw OutputError(path: nil, reason: SystemFault.reason(error))
    }
  }

  /// Writes a line to standard error; a reader that went away is nothing to fail for.
  static func error(_ line: String) {
    if let captured = CapturedOutput.current { return captured.add(remark: line) }
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Writes the beginning of a line to standard error, for an answer to go on with.
  static func prompt(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
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
  private static func style(_ output: Int32) -> TextStyle {
    guard isatty(output) == 1 else { return TextStyle() }
    let environment = ProcessInfo.processInfo.environment
    let plain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return width(of: output).map { TextStyle(color: !plain, width: $0) }
      ?? TextStyle(color: !plain)
  }

  /// Columns of the screen of standard error; nil where it is none.
  static var errorWidth: Int? { width(of: STDERR_FILENO) }

  private static func width(of output: Int32) -> Int? {
    var size = winsize()
    return ioctl(output, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }
}
