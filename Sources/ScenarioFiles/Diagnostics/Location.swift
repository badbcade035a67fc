/// A place in a scenario file, in a file of data beside it, or on the command line.
public struct Location: Sendable, Hashable {
  /// The file's path as it was given, or the text of an override such as
  /// `--set agriculture.growth=4%`.
  public let path: String
  /// Counts from one; nil where the whole file or an override is meant.
  public let line: Int?
  /// Counts Unicode scalars from one.
  public let column: Int?

  /// A place in a file; without a line the file as a whole.
  public init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension Location: CustomStringConvertible {
  /// `path:line:column`, as far as they are known.
  public var description: String {
    ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}

/// Where a node of the tree was written.
enum Place: Sendable, Hashable {
  /// A place in a file, and where the node stands in the order of the scenario.
  case file(Location, order: Int = 0)
  /// The `PATH=VALUE` of an override, and the order of the node that it replaces or stands in.
  case commandLine(String, replaces: Int)

  /// Where a diagnostic about the node points.
  var location: Location {
    switch self {
    case .file(let location, _): location
    case .commandLine(let text, _): Location(path: "--set " + text)
    }
  }

  /// Where the node stands in the order of the scenario.
  var order: Int {
    switch self {
    case .file(_, let order): order
    case .commandLine(_, let replaced): replaced
    }
  }

  /// The path of the file; nil for an override.
  var file: String? {
    if case .file(let location, _) = self { return location.path }
    return nil
  }

  var isCommandLine: Bool {
    if case .commandLine = self { return true }
    return false
  }
}
