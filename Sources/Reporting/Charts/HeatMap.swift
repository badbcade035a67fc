import Languages

/// Numbers over two sets of values, for a terminal: rows, columns and a shade for each number.
///
/// Numbers stand in the cells, so that nothing depends on colour. Without it, shade is drawn with block
/// characters; with it, in greys, which differ in lightness alone.
struct HeatMap {
  private static let blocks = ["  ", "░░", "▒▒", "▓▓", "██"]
  private static let gap = 1
  private static let widestLabel = 36

  /// What the rows and the columns are values of.
  var rowTitle: String
  var columnTitle: String
  var rowLabels: [String]
  var columnLabels: [String]
  /// A number for each cell, row by row.
  var values: [Double]
  /// The same as text.
  var texts: [String]
  var mostRows = 40
  var mostBands = 4

  /// The lines of the map; where the screen is too narrow the columns go on in further bands below, and
  /// what is left out is said.
  func lines(style: TextStyle) -> [String] {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let labelWidth = min(
      max(rowLabels.map(\.columns).max() ?? 0, rowTitle.columns), Self.widestLabel)
    let shade = style.color ? 0 : 2
    let cell =
      max(
        (texts.map(\.columns).max() ?? 0) + shade,
        min(columnLabels.map(\.columns).max() ?? 0, style.width - labelWidth - 2)) + Self.gap
    let fitting = max((style.width - labelWidth - 1) / cell, 1)
    let rows = rowLabels.prefix(mostRows).indices
    let bands = Array(stride(from: 0, to: columnLabels.count, by: fitting).prefix(mostBands))
    var lines: [String] = []
    for start in bands {
      let columns = start..<min(start + fitting, columnLabels.count)
      if start > 0 { lines.append("") }
      var title = columnTitle
      if bands.count > 1 {
        title = localized(
          """
          \(title) (columns \(start + 1) to \(columns.upperBound) of \(columnLabels.count))
          """)
      }
      lines.append(
        style.bold(
          "".padded(to: labelWidth + 1 + Self.gap)
            + title.truncated(to: style.width - labelWidth - 2)))
      lines.append(
        style.bold(
          rowTitle.truncated(to: labelWidth).padded(to: labelWidth) + " "
            + columns.map {
              columnLabels[$0].truncated(to: cell - Self.gap).padded(to: cell, .right)
            }
            .joined()))
      for row in rows {
        var line = rowLabels[row].truncated(to: labelWidth).padded(to: labelWidth, .right) + " "
        for column in columns {
          let place = row * columnLabels.count + column
          let level = high > low ? (values[place] - low) / (high - low) : 0
          line += self.cell(texts[place], level: level, width: cell, style)
        }
        lines.append(line)
      }
    }
    let shown = min(fitting * mostBands, columnLabels.count)
    if rows.count < rowLabels.count {
      lines.append(localized("The first \(rows.count) of \(rowLabels.count) rows."))
    }
    if shown < columnLabels.count {
      lines.append(localized("The first \(shown) of \(columnLabels.count) columns."))
    }
    return lines
  }

  private func cell(_ text: String, level: Double, width: Int, _ style: TextStyle) -> String {
    if style.color {
      return "".padded(to: Self.gap)
        + style.shaded(text.padded(to: width - Self.gap, .right), level)
    }
    let block = Self.blocks[min(Int(level * Double(Self.blocks.count)), Self.blocks.count - 1)]
    return (text + block).padded(to: width, .right)
  }
}
