import Foundation

/// A table that is written row by row beside the file it will be, so that what is done stays when the
/// process is stopped.
///
/// `FILE.partial` holds the rows and nothing else; `FILE.partial.key` says what they are rows of. At the end
/// the rows take the name of the file and the key goes away.
struct PartialFile {
  /// Seconds after which rows that wait are written.
  private static let pause = 1.0
  /// Bytes after which they are written anyway.
  private static let mostBytes = 1 << 16

  private let target: URL
  private let rows: URL
  private let key: URL
  private let path: String
  private let handle: FileHandle
  private var pending = Data()
  private var lastWrite = ContinuousClock.now

  /// Where the rows of a file are while they are being made.
  static func rowsPath(_ path: String) -> String { path + ".partial" }

  private static func keyPath(_ path: String) -> String { rowsPath(path) + ".key" }

  /// Whether there are rows of an earlier, interrupted run.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: rowsPath(resolved(path)))
  }

  /// What the rows of an earlier run are rows of; nil where nothing says so.
  static func key(_ path: String) -> String? {
    try? String(contentsOfFile: keyPath(resolved(path)), encoding: .utf8)
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// Begins a table, or goes on with one.
  ///
  /// - Parameters:
  ///   - path: of the file that it will be.
  ///   - key: what the rows are rows of, for who goes on with them.
  ///   - length: bytes of earlier rows to keep; nil to begin.
  /// - Throws: `OutputError`.
  init(_ path: String, key text: String, keeping length: UInt64?) throws(OutputError) {
    self.path = path
    let resolved = Self.resolved(path)
    target = URL(fileURLWithPath: resolved)
    rows = URL(fileURLWithPath: Self.rowsPath(resolved))
    key = URL(fileURLWithPath: Self.keyPath(resolved))
    do {
      if length == nil {
        try Data(text.utf8).write(to: key, options: .atomic)
        try Data().write(to: rows)
      }
      handle = try FileHandle(forWritingTo: rows)
      try handle.truncate(atOffset: length ?? 0)
      try handle.seekToEnd()
    } catch {
      throw OutputError(path: Self.rowsPath(path), reason: SystemFault.reason(error))
    }
  }

  /// Adds lines; now and then they are written.
  mutating func add(_ text: String) throws(OutputError) {
    pending += Data(text.utf8)
    let isDue = ContinuousClock.now - lastWrite > .seconds(Self.pause)
    if isDue || pending.count > Self.mostBytes { try flush() }
  }

  private mutating func flush() throws(OutputError) {
    do {
      try Descriptor.write(pending, to: handle.fileDescriptor)
    } catch {
      throw OutputError(path: Self.rowsPath(path), reason: SystemFault.reason(error))
    }
    pending.removeAll(keepingCapacity: true)
    lastWrite = .now
  }

  /// Writes what waits, without giving the table its name.
  mutating func keep() throws(OutputError) { try flush() }

  /// Gives the finished table its name.
  mutating func finish() throws(OutputError) {
    try flush()
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw OutputError(path: Self.rowsPath(path), reason: SystemFault.reason(error))
    }
    guard rename(rows.path, target.path) == 0 else {
      throw OutputError(path: path, reason: SystemFault().description)
    }
    try? FileManager.default.removeItem(at: key)
  }
}

/// The complete lines at the beginning of a file, read a piece at a time.
struct CompleteLines {
  /// Lines that end with a line feed.
  private(set) var count = 0
  /// Bytes up to the end of the last of them.
  private(set) var length: UInt64 = 0

  /// Reads the lines of a table that was being written.
  ///
  /// - Parameters:
  ///   - path: of the file that it will be.
  ///   - body: called with each complete line, without its line feed.
  /// - Throws: `OutputError`, or what `body` throws.
  init(of path: String, _ body: (String) throws -> Void) throws {
    let rows = PartialFile.rowsPath(path)
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let handle: FileHandle
    do {
      handle = try FileHandle(
        forReadingFrom: URL(fileURLWithPath: PartialFile.rowsPath(url.path)))
    } catch {
      throw OutputError(path: rows, reason: SystemFault.reason(error))
    }
    defer { try? handle.close() }
    var line: [UInt8] = []
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
      for byte in piece {
        guard byte == 0x0a else {
          line.append(byte)
          continue
        }
        count += 1
        length += UInt64(line.count) + 1
        try body(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
      }
    }
  }
}
