/// A comma-separated table with the places of its cells.
struct CSVTable {
  struct Cell {
    /// Without blanks and quotation marks around it.
    let text: String
    let location: Location
  }

  /// The first line that is no remark.
  let header: [Cell]
  let rows: [[Cell]]

  /// Splits a text into cells; lines that begin with `#` are remarks, and blank lines are skipped. A
  /// cell in double quotation marks may contain commas; `""` in it stands for one mark.
  ///
  /// - Returns: nil, with a diagnostic, when there is no table in the text.
  static func read(_ text: String, path: String, into findings: Findings) -> CSVTable? {
    var lines: [[Cell]] = []
    var isSound = true
    for (index, line) in Self.lines(text).enumerated() {
      let isBlank = line.allSatisfy { $0 == " " || $0 == "\t" }
      if isBlank || line.first(where: { $0 != " " }) == "#" { continue }
      let (cells, openQuote) = cells(of: line, path: path, line: index + 1)
      guard cells.count <= LimitFact.mostColumns else {
        findings.report(
          LimitFact.tooManyColumns(cells.count), at: cells[LimitFact.mostColumns].location)
        return nil
      }
      lines.append(cells)
      if let openQuote {
        isSound = false
        findings.report(
          HistoryFact.unclosedQuote,
          at: Location(path: path, line: index + 1, column: openQuote + 1))
      }
    }
    guard isSound else { return nil }
    guard let header = lines.first else {
      findings.report(HistoryFact.emptyTable, at: Location(path: path))
      return nil
    }
    if header.count == 1, header[0].text.contains(";") {
      findings.report(HistoryFact.semicolons, at: header[0].location)
      return nil
    }
    let first = Self.lines(text)[(header[0].location.line ?? 1) - 1]
    if header.count == 1, first.drop(while: { $0 == " " || $0 == "\t" }).contains("\t") {
      findings.report(HistoryFact.tabs, at: header[0].location)
      return nil
    }
    return CSVTable(header: header, rows: Array(lines.dropFirst()))
  }

  /// The lines of a text, which end as on any computer: with a line feed, a carriage return, or both.
  private static func lines(_ text: String) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = [[]]
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where last == "\r": break
      case "\n", "\r": lines.append([])
      default: lines[lines.count - 1].append(scalar)
      }
      last = scalar
    }
    return lines
  }

  /// The cells of a line, and the index of a quotation mark in it that nothing closes.
  private static func cells(
    of line: [Unicode.Scalar], path: String, line number: Int
  ) -> (cells: [Cell], openQuote: Int?) {
    var cells: [Cell] = []
    var text = String.UnicodeScalarView()
    var start = 0
    var isQuoted = false
    var quote = 0
    var index = 0
    func finish() {
      let lead = line[start..<min(index, line.count)].prefix { $0 == " " }.count
      let trimmed = String(text).drop { $0 == " " }
      let end = trimmed.lastIndex { $0 != " " }.map { trimmed.index(after: $0) }
      cells.append(
        Cell(
          text: String(trimmed[..<(end ?? trimmed.startIndex)]),
          location: Location(path: path, line: number, column: start + lead + 1)))
      text = String.UnicodeScalarView()
      start = index + 1
    }
    while index < line.count {
      let scalar = line[index]
      if scalar == "\"" {
        if isQuoted, index + 1 < line.count, line[index + 1] == "\"" {
          text.append(scalar)
          index += 1
        } else {
          isQuoted.toggle()
          quote = index
        }
      } else if scalar == ",", !isQuoted {
        finish()
      } else {
        text.append(scalar == "\t" ? " " : scalar)
      }
      index += 1
    }
    finish()
    return (cells, isQuoted ? quote : nil)
  }
}
