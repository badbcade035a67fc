import Languages

/// The last sheet: numbers of charts that no table has, such as where the floating bars of a waterfall begin.
struct ChartData {
  let sheet: Sheet
  private var row = 0
  private(set) var isEmpty = true

  /// Cells that were written for one chart.
  struct Block {
    let sheet: String
    /// The row of the headings, from zero.
    let head: Int
    let count: Int

    /// The names of the categories.
    var categories: CellRange { values(-1) }

    /// The heading of a series.
    func name(_ series: Int) -> CellRange {
      CellRange(sheet: sheet, rows: head...head, columns: (series + 1)...(series + 1))
    }

    /// The numbers of a series.
    func values(_ series: Int) -> CellRange {
      CellRange(
        sheet: sheet, rows: (head + 1)...(head + count), columns: (series + 1)...(series + 1))
    }
  }

  init(_ workbook: Workbook) throws(SpreadsheetError) {
    sheet = try workbook.addSheet(localized("Data of charts"))
    try sheet.setWidth(0...0, 44)
    try sheet.setWidth(1...8, 14)
    try sheet.write(
      localized("Data of charts that no other sheet has"), row: 0, column: 0, PlanStyles.title)
    row = 2
  }

  /// Writes the numbers of a chart.
  ///
  /// - Parameters:
  ///   - title: of the chart.
  ///   - series: the headings of the series.
  ///   - format: of the numbers.
  ///   - rows: a category and its numbers each; nil for a gap.
  mutating func add(
    _ title: String, series: [String], format: String, rows: [(name: String, values: [Double?])]
  ) throws(SpreadsheetError) -> Block {
    isEmpty = false
    try sheet.write(title, row: row, column: 0, PlanStyles.head(isNumber: false))
    for (i, name) in series.enumerated() {
      try sheet.write(name, row: row, column: i + 1, PlanStyles.head(isNumber: true))
    }
    let block = Block(sheet: sheet.name, head: row, count: rows.count)
    for entry in rows {
      row += 1
      try sheet.write(entry.name, row: row, column: 0)
      for (i, value) in entry.values.enumerated() {
        guard let value else { continue }
        try sheet.write(value, row: row, column: i + 1, CellStyle(numberFormat: format))
      }
    }
    row += 2
    return block
  }
}
