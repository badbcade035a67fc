import Languages
import Reporting

/// Where the table of a topic stands on its sheet.
///
/// The title, headings, the rows of the table, and a last column with the ids of the rows, by which formulas of
/// other spreadsheets find them whatever the language; then notes, and room for charts.
struct TopicSheet {
  /// The row of the headings, from zero.
  static let headingRow = 2

  let table: TopicTable
  let sheet: Sheet
  /// The first row that is free, below the notes.
  let firstFreeRow: Int
  /// In widths of the digit zero.
  let widths: [Double]

  /// Rows of the table, without those that add others up; nil where there are none.
  var partRows: ClosedRange<Int>? {
    rows(in: table.rows.indices.filter { !table.rows[$0].isTotal })
  }

  /// Writes the table.
  ///
  /// - Parameters:
  ///   - table: of one topic.
  ///   - workbook: that gets another sheet.
  ///   - footer: of each page.
  init(_ table: TopicTable, in workbook: Workbook, footer: String) throws(SpreadsheetError) {
    self.table = table
    sheet = try workbook.addSheet(table.sheetTitle)
    widths = table.columns.indices.map { Self.width(of: $0, in: table) }
    let first = Self.headingRow + 1
    let hasKeys = !table.namesItsKeys
    let lastColumn = table.columns.count - (hasKeys ? 0 : 1)
    try sheet.write(table.title, row: 0, column: 0, PlanStyles.title)
    try Self.writeHead(table, on: sheet, hasKeys: hasKeys)
    for (i, row) in table.rows.enumerated() {
      for (column, cell) in row.cells.enumerated() {
        try Self.write(cell, of: row, column, in: table, on: sheet, row: first + i)
      }
      if hasKeys {
        try sheet.write(
          row.key, row: first + i, column: table.columns.count, PlanStyles.key)
      }
    }
    for (column, width) in widths.enumerated() { try sheet.setWidth(column...column, width) }
    if hasKeys { try sheet.setWidth(lastColumn...lastColumn, 18) }
    let total = widths.reduce(0, +)
    var free = first + table.rows.count + 1
    for note in table.notes + Self.ownNotes(table) {
      try sheet.mergeLines(
        note, row: free, columns: 0...max(table.columns.count - 1, 0), width: total,
        PlanStyles.note)
      free += 1
    }
    firstFreeRow = free + 1
    try setHeights()
    sheet.freeze(rows: first, columns: 1)
    try sheet.setPage(
      isLandscape: total > 85, heading: Self.headingRow...Self.headingRow, footer: footer)
    if table.isList, !table.rows.isEmpty {
      try sheet.addFilter(
        rows: Self.headingRow...(first + table.rows.count - 1), columns: 0...lastColumn)
    }
    try defineNames(in: workbook)
  }

  /// Cells of a column.
  ///
  /// - Parameters:
  ///   - key: of the column.
  ///   - rows: from zero.
  func cells(_ key: String, _ rows: ClosedRange<Int>) -> CellRange? {
    table.columns.firstIndex { $0.key == key }.map {
      CellRange(sheet: sheet.name, rows: rows, columns: $0...$0)
    }
  }

  /// The heading of a column.
  ///
  /// - Parameter key: of the column.
  func heading(_ key: String) -> CellRange? { cells(key, Self.headingRow...Self.headingRow) }

  private func rows(in places: [Int]) -> ClosedRange<Int>? {
    guard let low = places.first, let high = places.last else { return nil }
    let first = Self.headingRow + 1
    return first + low...first + high
  }

  /// Makes rows as high as the lines of their widest texts: programs find that by themselves only when a cell is
  /// edited.
  private func setHeights() throws(SpreadsheetError) {
    func lines(_ text: String, _ column: Int, _ indent: Int) -> Int {
      // Letters are a little narrower than the digits that widths are counted in.
      Self.lines(text, width: 1.12 * widths[column] - 1.5 * Double(indent))
    }
    let head = table.columns.indices.map { lines(table.columns[$0].title, $0, 1) }.max() ?? 1
    if head > 1 { try sheet.setHeight(row: Self.headingRow, Double(head) * 15 + 2) }
    for (i, row) in table.rows.enumerated() {
      let most = row.cells.indices.map { column -> Int in
        guard case .text(let text) = row.cells[column] else { return 1 }
        return lines(text, column, column == 0 ? row.depth : 1)
      }
      let height = Double(most.max() ?? 1)
      if height > 1 {
        try sheet.setHeight(row: Self.headingRow + 1 + i, min(height * 15 + 1, 409))
      }
    }
  }

  /// How many lines words take, broken where they no longer fit.
  private static func lines(_ text: String, width: Double) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { total, paragraph in
      var count = 1
      var used = 0.0
      for word in paragraph.split(separator: " ") {
        let length = Double(word.count)
        if used > 0, used + 1 + length > width {
          count += 1
          used = 0
        }
        // A word that is too long for a line goes on in the next.
        count += Int(max(length - 1, 0) / max(width, 1))
        used += (used > 0 ? 1 : 0) + length
      }
      return total + count
    }
  }

  /// Names such as `targets.probability` for the numbers of each column.
  private func defineNames(in workbook: Workbook) throws(SpreadsheetError) {
    guard let all = rows(in: Array(table.rows.indices)) else { return }
    var taken: Set<String> = []
    for (i, column) in table.columns.enumerated() where i > 0 {
      let name = Self.name(table.id) + "." + Self.name(column.key)
      guard taken.insert(name.lowercased()).inserted else { continue }
      try workbook.define(name, as: CellRange(sheet: sheet.name, rows: all, columns: i...i))
    }
    if !table.namesItsKeys {
      let column = table.columns.count
      try workbook.define(
        Self.name(table.id) + ".id",
        as: CellRange(sheet: sheet.name, rows: all, columns: column...column))
    }
  }

  private static func name(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  private static func writeHead(_ table: TopicTable, on sheet: Sheet, hasKeys: Bool)
    throws(SpreadsheetError)
  {
    for (column, head) in table.columns.enumerated() {
      try sheet.write(
        head.title, row: headingRow, column: column,
        PlanStyles.head(
          isNumber: head.style != nil, indent: head.style == nil && column > 0 ? 1 : 0))
    }
    if hasKeys {
      try sheet.write(
        localized("id"), row: headingRow, column: table.columns.count,
        PlanStyles.head(isNumber: false, indent: 1))
    }
  }

  private static func write(
    _ cell: TopicTable.Cell, of row: TopicTable.Row, _ column: Int, in table: TopicTable,
    on sheet: Sheet, row place: Int
  ) throws(SpreadsheetError) {
    switch cell {
    case .text(let text):
      try sheet.write(
        text, row: place, column: column,
        PlanStyles.text(depth: column == 0 ? row.depth : 1, isTotal: row.isTotal))
    case .number(let value?, _, _):
      let style = table.style(row, column) ?? NumberStyle(decimals: 6, trimsZeros: true)
      try sheet.write(
        style.cellValue(value), row: place, column: column,
        PlanStyles.number(style.numberFormat(for: value), isTotal: row.isTotal))
    case .number(nil, _, let shown):
      var style = PlanStyles.text(depth: 0, isTotal: row.isTotal)
      style.alignment = .right
      try sheet.write(shown ?? "", row: place, column: column, style)
    }
  }

  /// What is true of spreadsheets alone.
  private static func ownNotes(_ table: TopicTable) -> [String] {
    let isRounded = table.rows.contains { row in
      row.isTotal && row.cells.contains { $0.isRoundedToAddUp }
    }
    guard isRounded else { return [] }
    return [
      localized(
        """
        Cells hold every digit. Rounded as they are shown here, parts can miss their sum by one in the \
        last place.
        """)
    ]
  }

  /// Wide enough for what is in a column, within reason.
  private static func width(of column: Int, in table: TopicTable) -> Double {
    let cells = table.rows.map { row in
      Double(table.text(row, column).count + (column == 0 ? 2 * row.depth : 0))
        * (row.isTotal ? 1.1 : 1)
    }
    let longestWord = table.columns[column].title.split(separator: " ").map(\.count).max() ?? 0
    let isText = table.columns[column].style == nil
    let head = max(Double(longestWord) + 2, isText ? 8 : 11)
    return min(max((cells.max() ?? 0) + 2, head), isText ? 52 : 24)
  }
}

extension TopicTable.Cell {
  /// Whether people read a number that was rounded with the others of its column.
  fileprivate var isRoundedToAddUp: Bool {
    if case .number(.some, _, .some) = self { true } else { false }
  }
}

extension Sheet {
  /// Joins cells of a row and writes text over as many lines as it needs.
  ///
  /// - Parameters:
  ///   - text: of any length.
  ///   - row: from zero.
  ///   - columns: from zero.
  ///   - width: of the columns together, in widths of the digit zero.
  ///   - style: that wraps.
  func mergeLines(
    _ text: String, row: Int, columns: ClosedRange<Int>, width: Double, _ style: CellStyle
  ) throws(SpreadsheetError) {
    try merge(text, row: row, columns: columns, style)
    let size = style.fontSize ?? 11
    // Letters are a little narrower than digits, words leave gaps at the ends of lines.
    let perLine = max(width * 11 / size * 0.95, 10)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, (Double($1.count) / perLine).rounded(.up)) }
    // Excel does not find the height of joined cells by itself; 409 points are the most it has.
    try setHeight(row: row, min(lines * size * 1.4 + 2, 409))
  }
}
