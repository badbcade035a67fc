import Languages

/// Every value of a scenario with where it came from: what `show` answers.
public struct ValueTable: Sendable {
  /// One value.
  public struct Row: Sendable, Equatable {
    /// Such as `activities.agriculture.growth.mean`.
    public var path: String
    /// As a scenario file writes it, with its unit.
    public var value: String
    /// What set it, such as a file and line, or `--set`.
    public var origin: String
    /// Who says so: a citation, or `assumption`; empty when the scenario does not say.
    public var source: String

    /// Puts together what the properties hold.
    public init(path: String, value: String, origin: String, source: String) {
      self.path = path
      self.value = value
      self.origin = origin
      self.source = source
    }
  }

  /// What people call the scenario.
  public var scenario: String
  /// As it was given.
  public var file: String
  /// The hash of all that the scenario was read from, `sha256:` and 64 digits.
  public var digest: String
  /// The values, in the order of the file.
  public var rows: [Row]

  /// Puts together what the properties hold.
  public init(scenario: String, file: String, digest: String, rows: [Row]) {
    self.scenario = scenario
    self.file = file
    self.digest = digest
    self.rows = rows
  }

  /// The values as a tree of keys, and below values that share a source, that source; nothing is cut.
  public func text(style: TextStyle = TextStyle()) -> String {
    let title = "\(scenario.printable) (\(file.printable))"
    var lines = title.wrapped(to: style.width, indent: "  ").map(style.bold)
    lines += [localized("digest \(digest.printable)").truncated(to: style.width), ""]
    if rows.isEmpty { lines.append(localized("The scenario holds no values.")) }
    let paths = rows.map { $0.path.split(separator: ".").map(String.init) }
    let keys = paths.map { Self.indent($0.count - 1) + ($0.last ?? "").printable }
    let values = rows.map(\.value.printable)
    // A key or value that is longer than its column pushes the rest of its line to the right.
    let keyWidth = min(keys.map(\.columns).max() ?? 0, Self.widestKey)
    let valueWidth = min(values.map(\.columns).max() ?? 0, Self.widestValue)
    var open: [String] = []
    for i in rows.indices {
      let parents = paths[i].dropLast()
      let shared = zip(open, parents).prefix { $0 == $1 }.count
      for (depth, key) in parents.enumerated().dropFirst(shared) {
        lines.append(Self.indent(depth) + style.bold(key.printable))
      }
      open = Array(parents)
      let key = keys[i].padded(to: keyWidth, .left)
      let place = place(rows[i]).printable
      let whole = "\(key)  \(values[i].padded(to: valueWidth, .left))  "
      if whole.columns + place.columns <= style.width {
        lines.append(whole + style.dim(place))
      } else {
        // What is too long for its line goes on below, under the values.
        let margin = String(repeating: " ", count: keyWidth + 2)
        let room = style.width - margin.columns
        let value = values[i].wrapped(to: room, indent: "")
        lines.append(key + "  " + (value.first ?? ""))
        lines += value.dropFirst().map { margin + $0 }
        lines += place.wrapped(to: room, indent: "").map { margin + style.dim($0) }
      }
      let source = rows[i].source
      let isLast = i + 1 == rows.count || rows[i + 1].source != source
      guard isLast, !source.isEmpty else { continue }
      let indent = Self.indent(paths[i].count)
      lines += Self.words(source: source).wrapped(to: style.width - indent.columns, indent: "").map
      {
        indent + style.dim($0)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let widestKey = 36
  private static let widestValue = 34

  private static func indent(_ depth: Int) -> String {
    String(repeating: "  ", count: max(depth, 0))
  }

  /// The place, short where it is in the file that the title names.
  private func place(_ row: Row) -> String {
    let prefix = file + ":"
    guard row.origin.hasPrefix(prefix) else { return originWords(row.origin) }
    let line = row.origin.dropFirst(prefix.count).prefix { $0 != ":" }
    return localized("line \(String(line))")
  }

  /// A source in words; a citation is its own.
  private static func words(source: String) -> String {
    let assumption = "assumption: "
    if source == "assumption" { return localized("assumption") }
    guard source.hasPrefix(assumption) else { return source.printable }
    return localized("assumption: \(source.dropFirst(assumption.count))").printable
  }

  /// The table in the format `growth.show/1`.
  public func json() throws -> String { try jsonText(ValueTableJSON(self)) }

  /// The table as comma-separated text.
  public func csv() -> String {
    var csv = CSVText()
    csv.add(["path", "value", "origin", "source"])
    for row in rows { csv.add([row.path, row.value, row.origin, row.source]) }
    return csv.text
  }
}

/// What set a value, in words: a place in a file and `--set` are what they are.
func originWords(_ origin: String) -> String {
  let history = "history, "
  return switch origin {
  case "default": localized("default")
  case "implied": localized("implied")
  case let text where text.hasPrefix(history):
    localized("history, \(text.dropFirst(history.count))")
  default: origin
  }
}

private struct ValueTableJSON: Encodable {
  struct Value: Encodable {
    let path: String
    let value: String
    let origin: String
    let source: String
  }

  let format = "growth.show/1"
  let scenario: JSONScenario
  let values: [Value]

  init(_ table: ValueTable) {
    scenario = JSONScenario(name: table.scenario, file: table.file, digest: table.digest)
    values = table.rows.map {
      Value(path: $0.path, value: $0.value, origin: $0.origin, source: $0.source)
    }
  }
}
