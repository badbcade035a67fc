import GrowthModel

/// A formula of the file, and where its text stands.
struct FormulaText {
  let formula: Formula
  let node: SyntaxNode
  /// The column of its first character, where the text stands in the file as it is.
  let column: Int?

  /// Where a character of the formula stands, or else the formula.
  func location(of offset: Int) -> Location {
    let start = node.place.location
    guard let column else { return start }
    return Location(path: start.path, line: start.line, column: column + offset)
  }
}

extension Fields {
  /// The formula under a key; nil, with a diagnostic, where it is none.
  func formula(_ key: String) -> FormulaText? {
    guard let text = recordedText(key), let node = entry(key)?.value else { return nil }
    let column = context.column(of: text, at: node.place.location)
    do throws(FormulaError) {
      let formula = try Formula(parsing: text, currency: context.currency)
      return FormulaText(formula: formula, node: node, column: column)
    } catch {
      let start = node.place.location
      let place = column.map {
        Location(path: start.path, line: start.line, column: $0 + error.offset)
      }
      context.findings.report(FormulaFact.wrong(error), at: place ?? start)
      return nil
    }
  }
}

extension ReadingContext {
  /// The column of a text that begins at a place, or behind the quotation mark there; nil where it is
  /// written otherwise, such as folded over several lines.
  func column(of text: String, at location: Location) -> Int? {
    guard let line = location.line, let column = location.column,
      let bytes = self.line(line, of: location.path)
    else { return nil }
    let rest = String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(column - 1)
    if rest.starts(with: text.unicodeScalars) { return column }
    guard let mark = rest.first, mark == "\"" || mark == "'",
      rest.dropFirst().starts(with: text.unicodeScalars)
    else { return nil }
    return column + 1
  }
}
