import Synchronization

/// Keeps what is read from the disk.
public final class FileRecord: Sendable {
  private struct State {
    var contents: [String: InputFiles.Content] = [:]
    /// The paths without links of all that was read or asked about.
    var identities: [String: String] = [:]
  }

  private let state = Mutex(State())

  /// Begins with no file.
  public init() {}

  /// All that has been read so far. A path that was asked about and leads to one of these files by way of a link
  /// is a link here too.
  public var files: InputFiles {
    let state = state.withLock { $0 }
    var contents = state.contents
    let paths = Dictionary(grouping: state.identities.keys.sorted()) { state.identities[$0] ?? $0 }
    for group in paths.values where group.count > 1 {
      guard let first = group.first(where: { state.contents[$0]?.hasBytes ?? false }) else {
        continue
      }
      for path in group where path != first {
        let isRead = state.contents[path]?.hasBytes ?? false
        if isRead
          ? contents[path] == contents[first] : FilePath.plain(path) != FilePath.plain(first)
        {
          contents[path] = .link(to: first)
        }
      }
    }
    return InputFiles(contents)
  }

  /// What is found under a path: of what was read before, the same again.
  func content(of path: String, upTo maximumBytes: Int) -> InputFiles.Content? {
    let known = state.withLock { $0.contents[path] }
    if let known, known.hasBytes { return known }
    let found = FileSource.onDisk(path, upTo: maximumBytes)
    let identity = FileSource.onDisk(path)
    return state.withLock { state in
      // Of two tasks that read at once, both go on with what the first found.
      if let known = state.contents[path], known.hasBytes { return known }
      state.contents[path] = found
      state.identities[path] = identity
      return found
    }
  }

  func identity(_ path: String) -> String {
    if let known = state.withLock({ $0.identities[path] }) { return known }
    let identity = FileSource.onDisk(path)
    state.withLock { $0.identities[path] = identity }
    return identity
  }
}

extension InputFiles.Content {
  fileprivate var hasBytes: Bool {
    if case .bytes = self { true } else { false }
  }
}
