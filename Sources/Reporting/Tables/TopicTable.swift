import Languages

/// The numbers behind one topic of a report, as a picture's table, a sheet of a spreadsheet or a CSV file has
/// them.
///
/// All numbers are in base units, with all digits, as the JSON formats have them; `NumberStyle` says how
/// people read them. Titles are in the language of what is being written; ids and keys are stable.
public struct TopicTable: Sendable, Equatable {
  /// A column.
  public struct Column: Sendable, Equatable {
    /// What programs call it, such as `mean`; unique in its table.
    public let key: String
    /// What people call it, with the unit where numbers do not carry it.
    public let title: String
    /// How its numbers are read; nil for words.
    public let style: NumberStyle?

    /// - Parameters:
    ///   - key: what programs call it.
    ///   - title: what people call it.
    ///   - style: how its numbers are read; nil for words.
    public init(_ key: String, _ title: String, _ style: NumberStyle? = nil) {
      self.key = key
      self.title = title
      self.style = style
    }
  }

  /// What stands in one row and one column.
  public enum Cell: Sendable, Equatable {
    /// Words as they are, not escaped for any format.
    case text(String)
    /// A number in base units, nil for none; its style where that is not the column's; and what people read
    /// instead where its digits would say more than is known, or would not add up.
    case number(Double?, NumberStyle? = nil, shown: String? = nil)

    /// The number, if it is one.
    public var number: Double? {
      if case .number(let value, _, _) = self { value } else { nil }
    }
  }

  /// A row: a cell for each column.
  public struct Row: Sendable, Equatable {
    /// What programs call it: an id, a path or a period.
    public let key: String
    /// One for each column, from left to right.
    public let cells: [Cell]
    /// How far below the top it stands in a tree; zero for the top.
    public let depth: Int
    /// Whether it is what the rows above add up to.
    public let isTotal: Bool

    /// - Parameters:
    ///   - key: what programs call it.
    ///   - cells: one for each column.
    ///   - depth: how far below the top it stands in a tree.
    ///   - isTotal: whether it is what the rows above add up to.
    public init(_ key: String, _ cells: [Cell], depth: Int = 0, isTotal: Bool = false) {
      self.key = key
      self.cells = cells
      self.depth = depth
      self.isTotal = isTotal
    }
  }

  /// What programs call it, such as `targets`.
  public let id: String
  /// What people call it.
  public let title: String
  /// From left to right; the first one names the rows.
  public let columns: [Column]
  /// From top to bottom.
  public let rows: [Row]
  /// What to know of it, in sentences.
  public let notes: [String]

  /// - Parameters:
  ///   - id: what programs call it.
  ///   - title: what people call it.
  ///   - columns: from left to right; the first names the rows.
  ///   - rows: from top to bottom, a cell for each column.
  ///   - notes: what to know of it, in sentences.
  public init(
    id: String, title: String, columns: [Column], rows: [Row], notes: [String] = []
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// What people read in a cell.
  ///
  /// - Parameters:
  ///   - row: a row of this table.
  ///   - column: its place among the columns.
  public func text(_ row: Row, _ column: Int) -> String {
    guard row.cells.indices.contains(column) else { return "" }
    switch row.cells[column] {
    case .text(let text): return text.printable
    case .number(_, _, let shown?): return shown
    case .number(nil, _, _): return ""
    case .number(let value?, let style, _):
      return (style ?? columns[column].style ?? NumberStyle(decimals: 6, trimsZeros: true))
        .text(value)
    }
  }

  /// How a cell's number is read; nil for words.
  ///
  /// - Parameters:
  ///   - row: a row of this table.
  ///   - column: its place among the columns.
  public func style(_ row: Row, _ column: Int) -> NumberStyle? {
    guard case .number(_, let style, _) = row.cells[column] else { return nil }
    return style ?? columns[column].style
  }

  /// The row of this key.
  ///
  /// - Parameter key: what programs call it.
  public func row(_ key: String) -> Row? { rows.first { $0.key == key } }

  /// What people read in the row and the column of these keys.
  ///
  /// - Parameters:
  ///   - row: the key of the row.
  ///   - column: the key of the column.
  public func shown(_ row: String, _ column: String) -> String? {
    guard let place = columns.firstIndex(where: { $0.key == column }) else { return nil }
    return self.row(row).map { text($0, place) }
  }

  /// The number in the row and the column of these keys.
  ///
  /// - Parameters:
  ///   - row: the key of the row.
  ///   - column: the key of the column.
  public func number(_ row: String, _ column: String) -> Double? {
    guard let place = columns.firstIndex(where: { $0.key == column }) else { return nil }
    return self.row(row)?.cells[place].number
  }

  /// The table as comma-separated text: keys at its head, all digits, base units; the same in every language
  /// but for names.
  public func csv() -> String {
    var csv = CSVText()
    csv.add(["key"] + columns.map(\.key))
    for row in rows {
      csv.add(
        [row.key.printable]
          + row.cells.map { cell in
            switch cell {
            case .text(let text): text.printable
            case .number(let value, _, _): CSVText.number(value)
            }
          })
    }
    return csv.text
  }
}
