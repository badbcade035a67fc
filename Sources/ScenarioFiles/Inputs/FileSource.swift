import Foundation

/// Where files are read from: all that this module reads, it reads here.
public enum FileSource: Sendable {
  /// The disk.
  case disk
  /// The disk, and what is read is kept; a path is read once, so that all parts of an answer rest on the same bytes.
  case recorded(by: FileRecord)
  /// Files at hand; the disk is not looked at.
  case given(InputFiles)

  /// Holds for the task, and for those that it begins.
  @TaskLocal public static var current = FileSource.disk

  /// The files at hand, or those that have been read; nil where nobody keeps them.
  public var files: InputFiles? {
    switch self {
    case .disk: nil
    case .recorded(let record): record.files
    case .given(let files): files
    }
  }

  /// What is found under a path.
  ///
  /// - Parameters:
  ///   - path: absolute or relative to the current folder.
  ///   - maximumBytes: the most that a file may have.
  /// - Returns: bytes, never a link; nil where there is nothing.
  func content(of path: String, upTo maximumBytes: Int) -> InputFiles.Content? {
    let content: InputFiles.Content? =
      switch self {
      case .disk: Self.onDisk(path, upTo: maximumBytes)
      case .recorded(let record): record.content(of: path, upTo: maximumBytes)
      case .given(let files): files[path]
      }
    if case .bytes(let bytes)? = content, bytes.count > maximumBytes { return .tooLarge }
    return content
  }

  /// The same text for all paths of one file, through links and from any folder.
  func identity(_ path: String) -> String {
    switch self {
    case .disk: Self.onDisk(path)
    case .recorded(let record): record.identity(path)
    case .given(let files): files.identity(path)
    }
  }

  /// Whether a path without detours through `folder/..` leads where the path with them does.
  func leads(_ plain: String, whereDoes path: String) -> Bool {
    if plain == path { return true }
    // Only a path with a detour that matters is read as it is.
    if case .given(let files) = self { return !files.holds(path) }
    return identity(plain) == identity(path)
  }

  /// The path without links, from the root of the disk.
  static func onDisk(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// What is on the disk under a path.
  static func onDisk(_ path: String, upTo maximumBytes: Int) -> InputFiles.Content? {
    var isDirectory: ObjCBool = false
    guard !path.isEmpty, FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    else { return nil }
    guard !isDirectory.boolValue else { return .folder }
    guard let handle = FileHandle(forReadingAtPath: path) else { return .unreadable }
    defer { try? handle.close() }
    // At most one byte more than the limit, so that an endless file ends too.
    var bytes: [UInt8] = []
    do {
      while bytes.count <= maximumBytes,
        let more = try handle.read(upToCount: maximumBytes + 1 - bytes.count), !more.isEmpty
      {
        bytes.append(contentsOf: more)
      }
    } catch {
      return .unreadable
    }
    return bytes.count > maximumBytes ? .tooLarge : .bytes(bytes)
  }
}
