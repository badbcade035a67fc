import ArgumentParser
import Foundation
import Languages
import Reporting

/// Where a command's result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      localized("Write the result to this file instead of standard output."), valueName: "file"),
    completion: .file())
  var path: String?

  @OptionGroup var language: LanguageOption

  @Flag(help: ArgumentHelp(localized("Print no progress and no warnings on standard error.")))
  var quiet = false

  /// How text is set: for the screen if the result goes there, plain otherwise.
  var style: TextStyle { path == nil ? Terminal.outputStyle : TextStyle() }

  /// Finds out before a long run that its result could not be written.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  func prepare() throws {
    if let path { try Self.check(path) }
  }

  /// Finds out that a file could not be written.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  static func check(_ path: String) throws {
    try reported { try OutputFile.check(path) }
  }

  /// Writes a finished result in one piece.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  func write(_ text: String) throws {
    if let path { try Self.write(text, to: path) } else { try Self.append(text) }
  }

  /// Writes an answer in JSON, with what it was made from.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  func write(answer json: String) throws {
    try write(Invocation.reproduction(format: .json)?.attached(toAnswer: json) ?? json)
  }

  /// Writes a page, with what it was made from.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  func write(page: String) throws {
    try write(Invocation.reproduction(format: nil)?.attached(toPage: page) ?? page)
  }

  /// Writes a finished text to a file in one piece.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  static func write(_ text: String, to path: String) throws {
    try reported { try OutputFile.write(text, to: path) }
  }

  /// Writes the bytes of a finished file in one piece.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try reported { try OutputFile.write(Data(bytes), to: path) }
  }

  /// Writes a part of a result to standard output as it becomes known.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  static func append(_ text: String) throws {
    try reported { try Terminal.output(text) }
  }

  private static func reported(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch {
      Terminal.report(error)
      throw ExitCode.runFailed
    }
  }
}

/// The formats of results that are tables of numbers.
enum ResultFormat: String, CaseIterable, Codable, ExpressibleByArgument {
  case text, json, csv
}

/// The formats of results that are remarks.
enum RemarkFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
