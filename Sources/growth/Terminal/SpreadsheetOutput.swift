import ArgumentParser
import Languages
import Reporting

#if canImport(Spreadsheets)
  import Spreadsheets
#endif

/// Reports as spreadsheets, where this build has the library that writes them.
enum SpreadsheetOutput {
  /// Whether this build writes spreadsheets.
  static var isAvailable: Bool {
    #if canImport(Spreadsheets)
      true
    #else
      false
    #endif
  }

  /// Finds out before a long run that its result could not be written.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  static func check() throws {
    guard !isAvailable else { return }
    Terminal.report(
      localized(
        "this build of growth writes no spreadsheets: libxlsxwriter was not there when it was built"
      ),
      hint: localized(
        """
        `make build` installs it and builds again; after installing libxlsxwriter-dev by hand, run \
        `swift package purge-cache` before `swift build`
        """))
    throw ExitCode.runFailed
  }

  /// Writes a report as a spreadsheet in one piece.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  static func write(_ report: PlanReport, to path: String) throws {
    try check()
    #if canImport(Spreadsheets)
      let bytes: [UInt8]
      do {
        bytes = try report.spreadsheet()
      } catch {
        Terminal.report(error)
        throw ExitCode.runFailed
      }
      try OutputOptions.write(bytes, to: path)
    #endif
  }
}
