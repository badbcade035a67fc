/// Rows of cells set in aligned columns, two spaces apart.
struct TextTable {
  enum Alignment { case left, right }

  /// How a column is set.
  struct Column {
    /// One text for each line of the head.
    var head: [String]
    var alignment: Alignment
    /// What a cell that is too wide gives up: nothing, or its end, or it goes on in the next line.
    var overflow: Overflow = .none

    enum Overflow { case none, truncate, wrap }
  }

  /// A text, and a unit or the like behind it that is never cut.
  struct Cell: ExpressibleByStringLiteral {
    var text: String
    var suffix = ""

    init(_ text: String, suffix: String = "") {
      self.text = text
      self.suffix = suffix
    }

    init(stringLiteral value: String) { text = value }

    var whole: String { text + suffix }
  }

  private static let gap = "  "
  private static let leastFlexible = 12

  var columns: [Column]
  var rows: [[Cell]] = []

  /// The lines of the table: the head, then the rows.
  ///
  /// - Parameter width: the most columns of a line; columns with an overflow share what the others
  ///   leave.
  func lines(width: Int, style: TextStyle = TextStyle()) -> [String] {
    let widths = columnWidths(within: width)
    let headLines = columns.map(\.head.count).max() ?? 0
    var lines = (0..<headLines).map { i in
      let cells = columns.map { $0.head.indices.contains(i) ? $0.head[i] : "" }
      return style.bold(Self.line(cells, widths, columns.map(\.alignment)))
    }
    for row in rows {
      let cells = row.indices.map { fitted(row[$0], to: widths[$0], columns[$0].overflow) }
      for i in 0..<(cells.map(\.count).max() ?? 0) {
        let texts = cells.map { $0.indices.contains(i) ? $0[i] : "" }
        lines.append(Self.line(texts, widths, columns.map(\.alignment)))
      }
    }
    return lines
  }

  private static func line(
    _ texts: [String], _ widths: [Int], _ alignments: [Alignment]
  ) -> String {
    var line = ""
    for (i, text) in texts.enumerated() {
      let fitting = text.truncated(to: widths[i])
      line += (i > 0 ? gap : "") + fitting.padded(to: widths[i], alignments[i])
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  private func fitted(_ cell: Cell, to width: Int, _ overflow: Column.Overflow) -> [String] {
    switch overflow {
    case .wrap: return cell.whole.wrapped(to: width)
    case .none, .truncate:
      guard cell.whole.columns > width else { return [cell.whole] }
      return [cell.text.truncated(to: max(width - cell.suffix.columns, 1)) + cell.suffix]
    }
  }

  /// The width of a line when flexible columns are no wider than this.
  func leastWidth(flexible: Int) -> Int {
    let widths = columnWidths(within: .max)
    let least = columns.indices.map {
      columns[$0].overflow == .none ? widths[$0] : min(widths[$0], flexible)
    }
    return least.reduce(0, +) + Self.gap.count * (columns.count - 1)
  }

  /// The natural width of each column; the widest flexible ones give way until the line fits, and
  /// break words only when nothing else is left.
  private func columnWidths(within width: Int) -> [Int] {
    var widths = columns.indices.map { i in
      max(
        columns[i].head.map(\.columns).max() ?? 0,
        rows.map { $0.indices.contains(i) ? $0[i].whole.columns : 0 }.max() ?? 0)
    }
    let flexible = columns.indices.filter { columns[$0].overflow != .none }
    var excess = widths.reduce(0, +) + Self.gap.count * (columns.count - 1) - width
    for floors in [flexible.map(longestWord), flexible.map { _ in Self.leastFlexible }] {
      while excess > 0,
        let (widest, _) = zip(flexible, floors).filter({ widths[$0] > $1 })
          .max(by: { widths[$0.0] < widths[$1.0] })
      {
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }

  /// The width below which a column that wraps must break words.
  private func longestWord(_ column: Int) -> Int {
    guard columns[column].overflow == .wrap else { return Self.leastFlexible }
    let words = rows.flatMap { $0[column].whole.split(separator: " ").map(\.count) }
    return max(words.max() ?? 0, Self.leastFlexible)
  }
}
