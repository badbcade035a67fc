import Foundation
import Languages

/// Results in files: whole or not at all.
enum OutputFile {
  /// Writes text to a file by way of a temporary one beside it, which then takes its name, so that
  /// a run that is stopped leaves the old file as it was. A link keeps pointing where it does. A
  /// pipe or a device is written to as it is, for a file that took its name would put it away.
  ///
  /// - Throws: `OutputError` with the path and the reason.
  static func write(_ text: String, to path: String) throws(OutputError) {
    try write(Data(text.utf8), to: path)
  }

  /// Writes bytes to a file as `write(_:to:)` writes text.
  ///
  /// - Throws: `OutputError` with the path and the reason.
  static func write(_ data: Data, to path: String) throws(OutputError) {
    if let captured = CapturedOutput.current {
      return captured.add(answer: String(decoding: data, as: UTF8.self))
    }
    try check(path)
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    do {
      if isStream(path) {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try Descriptor.write(data, to: handle.fileDescriptor)
        try handle.close()
      } else {
        try TemporaryFile.write(data, to: url.path)
      }
    } catch {
      throw OutputError(path: path, reason: SystemFault.reason(error))
    }
  }

  /// Writes bytes to a file that is written again and again: what a kill leaves beside it has always the same name.
  ///
  /// - Throws: `OutputError` with the path and the reason.
  static func keep(_ bytes: [UInt8], in path: String) throws(OutputError) {
    try check(path)
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    do {
      try TemporaryFile.write(bytes, to: target, named: .fixed(PartialFile.rowsPath(target)))
    } catch {
      throw OutputError(path: path, reason: SystemFault.reason(error))
    }
  }

  /// Takes away what a kill amid `keep` has left beside a file.
  static func clear(_ path: String) {
    unlink(PartialFile.rowsPath(URL(fileURLWithPath: path).resolvingSymlinksInPath().path))
  }

  /// Reports the common mistakes in words of our own; Foundation's say little.
  static func check(_ path: String) throws(OutputError) {
    if CapturedOutput.current != nil { return }
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let folder = url.deletingLastPathComponent().path
    func isFolder(_ path: String) -> Bool {
      var isDirectory: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        && isDirectory.boolValue
    }
    if path.isEmpty { throw OutputError(path: path, reason: localized("a file needs a name")) }
    if isFolder(path) { throw OutputError(path: path, reason: localized("it is a folder")) }
    if !isFolder(folder) {
      throw OutputError(path: path, reason: localized("there is no folder '\(folder)'"))
    }
  }

  /// Whether a path leads to something that exists and is neither a file nor a folder.
  static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG
  }
}

/// Why a result could not be written.
struct OutputError: Error, CustomStringConvertible {
  /// Nil for standard output.
  let path: String?
  let reason: String

  var description: String {
    guard let path else { return localized("cannot write to standard output: \(reason)") }
    return localized("cannot write '\(path)': \(reason)")
  }
}
