import Foundation

/// Results in files: whole or not at all.
enum OutputFile {
  /// Writes text to a file by way of a temporary one beside it, which then takes its name, so that
  /// a run that is stopped leaves the old file as it was.
  ///
  /// - Throws: `OutputError` with the path and the system's reason.
  static func write(_ text: String, to path: String) throws(OutputError) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      throw OutputError(
        path: path, reason: underlying?.localizedDescription ?? error.localizedDescription)
    }
  }
}

/// Why a result could not be written.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "cannot write '\(path)': \(reason)" }
}
