import ArgumentParser
import Reporting

/// Where a command's result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write the result to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var path: String?

  @Flag(help: "Print no progress and no warnings on standard error.")
  var quiet = false

  /// How text is set: for the screen if the result goes there, plain otherwise.
  var style: TextStyle { path == nil ? Terminal.outputStyle : TextStyle() }

  /// Writes a finished result in one piece.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  func write(_ text: String) throws {
    do {
      try path.map { try OutputFile.write(text, to: $0) } ?? Terminal.output(text)
    } catch {
      Terminal.error("error: \(error)")
      throw ExitCode.runFailed
    }
  }
}

/// The formats of results that are tables of numbers.
enum ResultFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv
}

/// The formats of results that are remarks.
enum RemarkFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
