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

    public init(path: String, value: String, origin: String, source: String) {
      self.path = path
      self.value = value
      self.origin = origin
      self.source = source
    }
  }

  public var scenario: String
  public var file: String
  public var digest: String
  public var rows: [Row]

  public init(scenario: String, file: String, digest: String, rows: [Row]) {
    self.scenario = scenario
    self.file = file
    self.digest = digest
    self.rows = rows
  }

  /// The table as aligned text; nothing is cut, and long fields go on in the next line.
  public func text(style: TextStyle = TextStyle()) -> String {
    var table = TextTable(columns: [
      .init(head: ["value"], alignment: .left, overflow: .wrap),
      .init(head: ["is"], alignment: .left, overflow: .wrap),
      .init(head: ["set in"], alignment: .left, overflow: .wrap),
      .init(head: ["source"], alignment: .left, overflow: .wrap),
    ])
    table.rows = rows.map { row in
      [
        row.path, row.value, row.origin, row.source.isEmpty ? "none given" : row.source,
      ].map { TextTable.Cell($0.printable) }
    }
    let title = "\(scenario.printable) (\(file.printable), digest \(digest.printable))"
    let head = title.wrapped(to: style.width, indent: "  ").map(style.bold) + [""]
    let body =
      rows.isEmpty
      ? ["The scenario holds no values."] : table.lines(width: style.width, style: style)
    let lines = head + body
    return lines.joined(separator: "\n") + "\n"
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
