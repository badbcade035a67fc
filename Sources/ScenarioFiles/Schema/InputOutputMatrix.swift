import GrowthModel

/// The matrix of an input-output table, as the file gives it.
struct InputOutputMatrix {
  /// Row i, column j: what sector j takes of the product of sector i; flows are in billions of the
  /// currency.
  var values: [[Double]]
  let areFlows: Bool
  let place: Place
  /// How they were adjusted to totals, once they have been.
  var balance: TableBalance?
}

/// Reads the matrix of an input-output table, inline or from a file.
struct InputOutputMatrixReader {
  let fields: Fields
  let sectors: [String]

  private var context: ReadingContext { fields.context }

  /// The matrix; nil, with a diagnostic, where there is none of the right shape.
  func read() -> InputOutputMatrix? {
    let given = ["coefficients", "flows", "file"].filter { fields.has($0) }
    guard let key = given.first else {
      context.findings.report(TableFact.noMatrix, at: fields.place)
      return nil
    }
    guard given.count == 1 else {
      context.findings.report(TableFact.twoMatrices(given), at: fields.place(ofOneOf: given))
      return nil
    }
    guard let entry = fields.entry(key) else { return nil }
    return key == "file" ? file(entry) : inline(entry)
  }

  private func inline(_ entry: SyntaxNode.Entry) -> InputOutputMatrix? {
    let path = fields.path(to: entry.key)
    guard let rows = entry.value.items else {
      context.findings.report(TableFact.matrixNotRows(entry.value.shape), at: entry.value.place)
      return nil
    }
    guard rows.count == sectors.count else {
      context.findings.report(
        TableFact.wrongRowCount(rows.count, sectors: sectors.count), at: entry.value.place)
      return nil
    }
    let values = FigureReader(context: context).readRows(
      rows, names: sectors, path: path, unit: { unit(entry.key, $0, $1) },
      notRow: TableFact.matrixNotRows,
      wrongLength: { TableFact.wrongRowLength($0, row: $1, sectors: sectors.count) })
    if entry.value.source == nil { context.noteUnsourced(path, at: entry.value.place) }
    guard values.count == sectors.count else { return nil }
    return InputOutputMatrix(
      values: values, areFlows: entry.key == "flows", place: entry.value.place)
  }

  /// Coefficients are plain numbers; flows are so too, or money where the first of a row is.
  private func unit(_ key: String, _ row: SyntaxNode, _ before: [LocatedFigure]) -> ExpectedUnit {
    guard key == "flows" else { return .exactly(.number) }
    let first = row.items?.first
    let known = (first?.text ?? first?["value"]?.text).flatMap { try? Figure.parse($0) }?.unit
    return .exactly((before.first?.figure.unit ?? known) == .number ? .number : .money)
  }

  // MARK: Files

  private func file(_ entry: SyntaxNode.Entry) -> InputOutputMatrix? {
    guard let file = fields.recordedText("file") else { return nil }
    let path = FilePath.resolve(file, beside: entry.value.place.file ?? context.scenarioPath)
    guard
      let content = TextFile.read(
        path: path, what: .inputOutput, into: context.findings, at: entry.value.place)
    else { return nil }
    context.dataFiles.append(content.bytes)
    guard let table = CSVTable.read(content.text, path: path, into: context.findings),
      let corner = corner(table.header[0]), hasSectors(table)
    else { return nil }
    var values: [[Double]] = []
    for row in table.rows {
      let cells = zip(sectors, row.dropFirst()).compactMap { column, cell in
        value(of: cell, unit: corner.unit, row: row[0].text, column: column)
      }
      if cells.count == sectors.count { values.append(cells) }
    }
    guard values.count == sectors.count else { return nil }
    for (sector, row) in zip(sectors, values) {
      context.record(
        fields.path(to: corner.areFlows ? "flows" : "coefficients") + "." + sector,
        row.map { FigureText.decimal($0, places: 6) }.joined(separator: ", "),
        at: entry.value.place, source: file)
    }
    return InputOutputMatrix(
      values: values, areFlows: corner.areFlows, place: entry.value.place)
  }

  /// What the first cell says the table holds, and the unit of its figures.
  private func corner(_ cell: CSVTable.Cell) -> (areFlows: Bool, unit: String)? {
    let text = cell.text
    if text == "coefficients" { return (false, "") }
    guard text.hasPrefix("flows ("), text.hasSuffix(")") else {
      context.findings.report(TableFact.badCorner(text), at: cell.location)
      return nil
    }
    let unit = String(text.dropFirst("flows (".count).dropLast())
    guard let figure = try? Figure.parse("1 " + unit), figure.unit == .money else {
      context.findings.report(TableFact.badCorner(text), at: cell.location)
      return nil
    }
    if let currency = figure.currency, currency != context.currency {
      let fact = FigureFact.wrongCurrency(text, found: currency, currency: context.currency)
      context.findings.report(fact, at: cell.location)
      return nil
    }
    return (true, unit)
  }

  /// Whether the rows and columns are those of the sectors.
  private func hasSectors(_ table: CSVTable) -> Bool {
    let titles = table.header.dropFirst().map(\.text)
    guard titles == sectors else {
      context.findings.report(
        TableFact.headerUnlike(titles, sectors: sectors), at: table.header[0].location)
      return false
    }
    guard table.rows.count == sectors.count else {
      context.findings.report(
        TableFact.rowsUnlike(table.rows.count, sectors: sectors.count),
        at: table.header[0].location)
      return false
    }
    var isSound = true
    for (sector, row) in zip(sectors, table.rows) {
      if row[0].text != sector {
        context.findings.report(
          TableFact.rowUnlike(row[0].text, expected: sector), at: row[0].location)
        isSound = false
      } else if row.count != sectors.count + 1 {
        context.findings.report(
          TableFact.wrongRowLength(row.count - 1, row: sector, sectors: sectors.count),
          at: row[0].location)
        isSound = false
      }
    }
    return isSound
  }

  private func value(
    of cell: CSVTable.Cell, unit: String, row: String, column: String
  ) -> Double? {
    if let (number, rest) = try? DecimalNumber.scan(cell.text), rest.isEmpty,
      let figure = try? Figure.parse(number.text + " " + unit)
    {
      return figure.value
    }
    context.findings.report(
      TableFact.badCell(cell.text, row: row, column: column), at: cell.location)
    return nil
  }
}
