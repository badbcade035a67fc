/// A file of variants: a header of paths, and a row for each variant.
public enum VariantTable {
  private static let maximumBytes = 256 << 20

  /// Reads a comma-separated file.
  ///
  /// The titles are paths as `--set` takes them, the cells their values. A title may have a unit in brackets
  /// behind it, `credit.growth (%)`, for cells that are plain numbers. An empty cell leaves the scenario's
  /// own value. Lines that begin with `#` are remarks.
  ///
  /// - Parameter path: the file, absolute or relative to the current folder.
  /// - Returns: the design, nil where a diagnostic is an error, and the diagnostics.
  public static func read(path: String) -> (design: VariantDesign?, diagnostics: [Diagnostic]) {
    let findings = Findings(main: path)
    let design = read(path: path, into: findings)
    return (findings.hasErrors ? nil : design, findings.ordered)
  }

  private static func read(path: String, into findings: Findings) -> VariantDesign? {
    guard
      let file = TextFile.read(
        path: path, what: .variants, into: findings, maximumBytes: maximumBytes)
    else { return nil }
    let hasText = file.text.split(whereSeparator: \.isNewline).contains { line in
      line.first { !$0.isWhitespace }.map { $0 != "#" } ?? false
    }
    guard hasText else {
      findings.report(VariantFact.noTable, at: Location(path: path))
      return nil
    }
    guard let table = CSVTable.read(file.text, path: path, into: findings) else { return nil }
    guard !table.rows.isEmpty else {
      findings.report(VariantFact.noRows, at: Location(path: path))
      return nil
    }
    guard table.rows.count <= VariantDesign.mostVariants else {
      findings.report(VariantFact.tooManyRows(table.rows.count), at: Location(path: path))
      return nil
    }
    let titles = titles(table.header, into: findings)
    var columns = [[String]](repeating: [], count: titles.count)
    for row in table.rows {
      guard row.count == titles.count else {
        findings.report(
          HistoryFact.unevenRow(cells: row.count, columns: titles.count), at: row[0].location)
        continue
      }
      if row.allSatisfy(\.text.isEmpty) {
        findings.report(VariantFact.emptyRow, at: row[0].location)
      }
      for (k, cell) in row.enumerated() {
        columns[k].append(cell.text.isEmpty ? "" : cell.text + titles[k].suffix)
      }
    }
    return VariantDesign(
      kind: .together,
      axes: zip(titles, columns).map { VariantDesign.Axis(path: $0.path, values: $1) })
  }

  /// The path of each column, and what is put behind its cells.
  private static func titles(
    _ header: [CSVTable.Cell], into findings: Findings
  ) -> [(path: String, suffix: String)] {
    var seen: Set<String> = []
    return header.map { cell in
      var (path, suffix) = (cell.text, "")
      if path.hasSuffix(")"), let bracket = path.lastIndex(of: "(") {
        let unit = path[path.index(after: bracket)...].dropLast()
        suffix = unit == "%" ? "%" : " " + unit
        path = String(path[..<bracket])
      }
      path = path.filter { !$0.isWhitespace }
      if path.isEmpty {
        findings.report(VariantFact.emptyTitle, at: cell.location)
      } else if path.contains("=") {
        findings.report(VariantFact.notPath(cell.text), at: cell.location)
      } else if !seen.insert(path).inserted {
        findings.report(HistoryFact.repeatedColumn(path), at: cell.location)
      }
      return (path, suffix)
    }
  }
}
