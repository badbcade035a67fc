import GrowthModel

/// A figure of a file of actuals, before anything is known of what it is about.
struct PublishedFigure {
  let series: String
  let period: Period
  /// With the unit of its column.
  let figure: Figure
  let unit: UnitText
  let published: String?
  let revision: LocatedFigure?
  /// As the file says; nil where it says nothing.
  let source: String?
  let location: Location
  /// Where the file names the series.
  let seriesLocation: Location
}

/// Reads the cells of a file of actuals: one column a series, or one row a figure.
struct ActualsTable {
  let findings: Findings
  /// The first unit of each series.
  private var units: [String: (written: String, unit: UnitText?)] = [:]
  private(set) var figures: [PublishedFigure] = []

  init(findings: Findings) { self.findings = findings }

  private static let periodTitles = ["period", "year", "quarter"]
  private static let seriesTitles = ["series", "activity", "indicator", "quantity"]
  /// Columns that say something about the figures of a row.
  private static let remarkTitles = ["published", "revision", "source", "notes"]

  mutating func read(_ table: CSVTable) {
    let titles = table.header.map { HistoryTitle($0.text) }
    let names = titles.map { $0.name.lowercased() }
    for (index, name) in names.enumerated() where names.firstIndex(of: name) != index {
      findings.report(
        HistoryFact.repeatedColumn(titles[index].name), at: table.header[index].location)
    }
    guard let time = names.firstIndex(where: Self.periodTitles.contains) else {
      return findings.report(
        HistoryFileFact.noPeriodColumn(table.header[0].text), at: table.header[0].location)
    }
    let layout = Layout(titles: titles, names: names, time: time, table: table)
    let columns = names.contains("value") ? longColumns(layout) : wideColumns(layout)
    guard let columns else { return }
    for row in table.rows { read(row, layout, columns) }
  }

  /// The titles of a table and where they stand.
  private struct Layout {
    let titles: [HistoryTitle]
    let names: [String]
    let time: Int
    let table: CSVTable

    func cell(_ name: String, of row: [CSVTable.Cell]) -> CSVTable.Cell? {
      names.firstIndex(of: name).map { row[$0] }.flatMap { $0.text.isEmpty ? nil : $0 }
    }
  }

  /// A column of values.
  private struct Column {
    let value: Int
    /// The column of the names of series; nil where the title is the name.
    var series: Int?
    /// The column of units; nil where the title has the unit.
    var unit: Int?
  }

  private func wideColumns(_ layout: Layout) -> [Column]? {
    let places = layout.names.indices.filter {
      $0 != layout.time && !Self.remarkTitles.contains(layout.names[$0])
        && layout.names.firstIndex(of: layout.names[$0]) == $0
    }
    guard !places.isEmpty else {
      findings.report(HistoryFileFact.noSeries, at: layout.table.header[0].location)
      return nil
    }
    return places.filter { place in
      guard layout.titles[place].unit == nil else { return true }
      findings.report(
        HistoryFact.columnWithoutUnit(layout.titles[place].name),
        at: layout.table.header[place].location)
      return false
    }.map { Column(value: $0) }
  }

  private func longColumns(_ layout: Layout) -> [Column]? {
    let (names, header) = (layout.names, layout.table.header)
    guard let value = names.firstIndex(of: "value") else { return nil }
    guard let series = names.firstIndex(where: Self.seriesTitles.contains) else {
      findings.report(HistoryFileFact.noNameColumn(header.map(\.text)), at: header[value].location)
      return nil
    }
    let unit = names.firstIndex(of: "unit")
    if unit == nil, layout.titles[value].unit == nil {
      findings.report(HistoryFact.columnWithoutUnit("value"), at: header[value].location)
      return nil
    }
    let known = [layout.time, value, series] + (unit.map { [$0] } ?? [])
    for (place, name) in names.enumerated()
    where !known.contains(place) && !Self.remarkTitles.contains(name) {
      findings.report(
        ActualsFileFact.unknownColumn(header[place].text, ["unit"] + Self.remarkTitles),
        at: header[place].location)
    }
    return [Column(value: value, series: series, unit: unit)]
  }

  private mutating func read(_ row: [CSVTable.Cell], _ layout: Layout, _ columns: [Column]) {
    let header = layout.table.header
    guard row.count == header.count else {
      return findings.report(
        HistoryFact.unevenRow(cells: row.count, columns: header.count), at: row[0].location)
    }
    guard let period = PeriodText.parse(row[layout.time].text) else {
      return findings.report(
        ActualsFileFact.badPeriod(row[layout.time].text), at: row[layout.time].location)
    }
    let published = layout.cell("published", of: row)
    if let published, CalendarDate(published.text) == nil {
      findings.report(KeyFact.notDate(published.text, key: "published"), at: published.location)
    }
    let revision = revision(row, layout)
    for column in columns {
      let (name, place) =
        column.series.map { (row[$0].text, row[$0].location) }
        ?? (layout.titles[column.value].name, header[column.value].location)
      guard !name.isEmpty else {
        findings.report(HistoryFileFact.noName, at: place)
        continue
      }
      let written = column.unit.map { row[$0].text } ?? layout.titles[column.value].unit ?? ""
      let unitPlace = column.unit.map { row[$0].location } ?? header[column.value].location
      let cell = row[column.value]
      // What is not there has not been published.
      guard let unit = unit(written, of: name, at: unitPlace), !cell.text.isEmpty,
        let figure = figure(cell, unit, name, period)
      else { continue }
      figures.append(
        PublishedFigure(
          series: name, period: period, figure: figure, unit: unit, published: published?.text,
          revision: revision, source: layout.cell("source", of: row)?.text,
          location: cell.location, seriesLocation: place))
    }
  }

  /// The unit of a figure; nil, with a diagnostic, where it is none or another than that of its series above.
  private mutating func unit(
    _ written: String, of series: String, at location: Location
  ) -> UnitText? {
    guard let known = units[series] else {
      let unit = UnitText(written)
      units[series] = (written, unit)
      if unit == nil {
        findings.report(HistoryFact.badColumnUnit(series, unit: written), at: location)
      }
      return unit
    }
    if known.written == written { return known.unit }
    guard let unit = UnitText(written) else {
      findings.report(HistoryFact.badColumnUnit(series, unit: written), at: location)
      return nil
    }
    if unit == known.unit { return unit }
    findings.report(
      HistoryFileFact.unitsMixed(series, first: known.written, second: written), at: location)
    return nil
  }

  private func figure(
    _ cell: CSVTable.Cell, _ unit: UnitText, _ series: String, _ period: Period
  ) -> Figure? {
    do throws(FigureFact) {
      let (number, rest) = try DecimalNumber.scan(cell.text)
      guard rest.isEmpty || rest == unit.text else { throw FigureFact.notNumber(cell.text) }
      return try Figure.parse(number.text + (unit.text == "%" ? "%" : " " + unit.text))
    } catch {
      findings.report(HistoryFact.badCell(cell.text, column: series, period), at: cell.location)
      return nil
    }
  }

  /// What the row says of revisions, with the unit of the title where the cell has none.
  private func revision(_ row: [CSVTable.Cell], _ layout: Layout) -> LocatedFigure? {
    guard let cell = layout.cell("revision", of: row),
      let place = layout.names.firstIndex(of: "revision")
    else { return nil }
    do throws(FigureFact) {
      let (_, rest) = try DecimalNumber.scan(cell.text)
      let unit = rest.isEmpty ? layout.titles[place].unit.map { " " + $0 } ?? "" : ""
      let figure = try Figure.parse(cell.text + unit)
      if figure.value < 0 {
        findings.report(ActualFact.negativeRevision(figure.text), at: cell.location)
        return nil
      }
      return LocatedFigure(figure: figure, place: .file(cell.location), path: "revision")
    } catch {
      findings.report(error, at: cell.location)
      return nil
    }
  }
}
