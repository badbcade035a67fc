import ArgumentParser
import Foundation
import Languages
import MonteCarlo

/// State files on the disk.
enum StateStore {
  /// The bytes of a state file.
  static func bytes(_ heading: StateHeading, _ body: [UInt8]) throws -> [UInt8] {
    StateFile(heading: try heading.bytes(), body: body).bytes
  }

  /// Writes a state, whole or not at all.
  ///
  /// - Throws: `ExitCode.runFailed` after saying why on standard error.
  static func write(_ heading: StateHeading, _ body: [UInt8], to path: String) throws {
    do {
      try OutputFile.keep(bytes(heading, body), in: path)
    } catch {
      Terminal.report(error)
      throw ExitCode.runFailed
    }
  }

  /// Why a file could not be read.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads a state.
  ///
  /// - Throws: `Unreadable`, or `StateError`.
  static func read(_ path: String) throws -> (heading: StateHeading, body: ArraySlice<UInt8>) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Unreadable(description: localized("there is no such file"))
    }
    if isFolder.boolValue { throw Unreadable(description: localized("it is a folder")) }
    // What is no file may have no end.
    if OutputFile.isStream(path) {
      throw Unreadable(description: localized("it is no file: states are read twice"))
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw Unreadable(description: error.localizedDescription)
    }
    let file = try StateFile(Array(data))
    return (try StateHeading(file.heading), file.body)
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
