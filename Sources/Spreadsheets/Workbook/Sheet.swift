import CXLSXWriter

/// A sheet of a workbook. Rows and columns count from zero.
public struct Sheet {
  let workbook: Workbook
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  /// As its tab has it.
  public let name: String

  /// Writes a number.
  ///
  /// - Parameters:
  ///   - number: finite.
  ///   - row: from zero.
  ///   - column: from zero.
  ///   - style: how it looks.
  public func write(_ number: Double, row: Int, column: Int, _ style: CellStyle = CellStyle())
    throws(SpreadsheetError)
  {
    guard number.isFinite else { throw .notFinite(row: row, column: column) }
    let format = try workbook.format(style)
    try check(row, column) { worksheet_write_number(pointer, $0, $1, number, format) }
  }

  /// Writes text, which stays text: what begins with `=` is no formula.
  ///
  /// - Parameters:
  ///   - text: of any characters; what is too long for a cell is cut with an ellipsis.
  ///   - row: from zero.
  ///   - column: from zero.
  ///   - style: how it looks.
  public func write(_ text: String, row: Int, column: Int, _ style: CellStyle = CellStyle())
    throws(SpreadsheetError)
  {
    let format = try workbook.format(style)
    let text = CellText.string(text)
    // An empty text would be an empty cell without its style.
    try check(row, column) {
      text.isEmpty
        ? format == nil ? LXW_NO_ERROR : worksheet_write_blank(pointer, $0, $1, format)
        : worksheet_write_string(pointer, $0, $1, text, format)
    }
  }

  /// Joins cells of one row into one, with text in it.
  ///
  /// - Parameters:
  ///   - text: of the joined cell.
  ///   - row: from zero.
  ///   - columns: two at least.
  ///   - style: how it looks.
  public func merge(
    _ text: String, row: Int, columns: ClosedRange<Int>, _ style: CellStyle = CellStyle()
  ) throws(SpreadsheetError) {
    guard columns.count > 1 else {
      return try write(text, row: row, column: columns.lowerBound, style)
    }
    let format = try workbook.format(style)
    let text = CellText.string(text)
    let last = UInt16(clamping: columns.upperBound)
    try check(row, columns.lowerBound) {
      worksheet_merge_range(pointer, $0, $1, $0, last, text, format)
    }
  }

  /// Sets how wide columns are.
  ///
  /// - Parameters:
  ///   - columns: from zero.
  ///   - width: in widths of the digit zero.
  public func setWidth(_ columns: ClosedRange<Int>, _ width: Double) throws(SpreadsheetError) {
    let last = UInt16(clamping: columns.upperBound)
    try check(0, columns.lowerBound) { worksheet_set_column(pointer, $1, last, width, nil) }
  }

  /// Sets how high a row is.
  ///
  /// - Parameters:
  ///   - row: from zero.
  ///   - height: in points.
  public func setHeight(row: Int, _ height: Double) throws(SpreadsheetError) {
    try check(row, 0) { row, _ in worksheet_set_row(pointer, row, height, nil) }
  }

  /// Keeps rows and columns in sight.
  ///
  /// - Parameters:
  ///   - rows: at the top.
  ///   - columns: at the left.
  public func freeze(rows: Int, columns: Int) {
    worksheet_freeze_panes(pointer, UInt32(clamping: rows), UInt16(clamping: columns))
  }

  /// Puts buttons on a row of headings by which the rows below can be picked and ordered.
  ///
  /// - Parameters:
  ///   - rows: the headings and what stands below them.
  ///   - columns: from zero.
  public func addFilter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws(SpreadsheetError)
  {
    let (lastRow, lastColumn) = (
      UInt32(clamping: rows.upperBound), UInt16(clamping: columns.upperBound)
    )
    try check(rows.lowerBound, columns.lowerBound) {
      worksheet_autofilter(pointer, $0, $1, lastRow, lastColumn)
    }
  }

  /// Sets the page up: A4, as wide as the sheet.
  ///
  /// - Parameters:
  ///   - isLandscape: whether the page lies on its side.
  ///   - heading: the rows that every page begins with; nil for none.
  ///   - footer: on the left; the page number is on the right.
  public func setPage(isLandscape: Bool, heading: ClosedRange<Int>?, footer: String)
    throws(SpreadsheetError)
  {
    worksheet_set_paper(pointer, 9)  // A4, as the file format numbers papers.
    if isLandscape { worksheet_set_landscape(pointer) }
    worksheet_fit_to_pages(pointer, 1, 0)
    worksheet_set_margins(pointer, 0.6, 0.6, 0.7, 0.8)
    if let heading {
      let last = UInt32(clamping: heading.upperBound)
      try check(heading.lowerBound, 0) { row, _ in worksheet_repeat_rows(pointer, row, last) }
    }
    // A footer holds 255 characters.
    let text = String(CellText.footer(footer).prefix(200))
    let error = worksheet_set_footer(pointer, "&L&8\(text)&R&8&P/&N")
    guard error == LXW_NO_ERROR else { throw .refused(reason: SpreadsheetError.reason(error)) }
  }

  /// Fits everything on one page, or begins another page at a row.
  ///
  /// - Parameter row: that the second page begins with, from zero; nil for one page in all.
  public func setPages(secondBegins row: Int?) throws(SpreadsheetError) {
    guard let row else { return worksheet_fit_to_pages(pointer, 1, 1) }
    // The library reads up to zero.
    var breaks = [UInt32(clamping: row), 0]
    let error = worksheet_set_h_pagebreaks(pointer, &breaks)
    guard error == LXW_NO_ERROR else { throw .refused(reason: SpreadsheetError.reason(error)) }
  }

  /// Writes the name of another sheet, which leads there.
  ///
  /// - Parameters:
  ///   - sheet: of the same workbook.
  ///   - row: from zero.
  ///   - column: from zero.
  public func writeLink(to sheet: Sheet, row: Int, column: Int) throws(SpreadsheetError) {
    // Names of sheets have no apostrophes.
    try check(row, column) {
      worksheet_write_url_opt(
        pointer, $0, $1, "internal:'\(sheet.name)'!A1", nil, sheet.name, nil)
    }
  }

  /// Takes away the lines between cells, on the screen and on paper.
  public func hideGridLines() {
    worksheet_gridlines(pointer, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Makes this the sheet that is open first.
  public func activate() { worksheet_activate(pointer) }

  /// Puts a chart on the sheet.
  ///
  /// - Parameters:
  ///   - chart: of this workbook, not on a sheet yet.
  ///   - row: of its upper left corner.
  ///   - column: of its upper left corner.
  ///   - size: width and height in pixels.
  ///   - description: what it shows, in words, for those who do not see it.
  public func insert(
    _ chart: Chart, row: Int, column: Int, size: (width: Double, height: Double),
    description: String
  ) throws(SpreadsheetError) {
    let description = CellText.string(description)
    try check(row, column) { row, column in
      description.withCString { description in
        var options = lxw_chart_options()
        options.x_scale = size.width / Chart.naturalSize.width
        options.y_scale = size.height / Chart.naturalSize.height
        options.x_offset = 4
        options.y_offset = 4
        // The library only reads it.
        options.description = UnsafeMutablePointer(mutating: description)
        return worksheet_insert_chart_opt(pointer, row, column, chart.pointer, &options)
      }
    }
  }

  private func check(_ row: Int, _ column: Int, _ write: (UInt32, UInt16) -> lxw_error)
    throws(SpreadsheetError)
  {
    // Keeps the pointer's owner alive, and notices what is finished.
    _ = workbook.pointer
    guard let place = UInt32(exactly: row), let across = UInt16(exactly: column) else {
      throw .cell(row: row, column: column, reason: "no such cell")
    }
    let error = write(place, across)
    guard error == LXW_NO_ERROR else {
      throw .cell(row: row, column: column, reason: SpreadsheetError.reason(error))
    }
  }
}
