import Foundation
import GrowthModel

/// Reads the `history` of a scenario and the file it names.
struct HistoryReader {
  let context: ReadingContext
  let fields: Fields
  /// How long the periods are that the file has a row for.
  let step: Timeline.Step
  /// The bytes of the file, once read.
  private(set) var bytes: [UInt8] = []
  private var isSound = true

  init(_ fields: Fields, step: Timeline.Step = .year) {
    self.fields = fields
    self.step = step
    context = fields.context
  }

  private struct Request {
    let variable: String
    let column: String
    let place: Place
    let valuePlace: Place
  }

  mutating func read() -> History.Outcome {
    let span = self.span()
    let requests = self.requests()
    guard let file = fields.recordedText("file"), let place = fields.entry("file")?.value.place
    else { return .broken }
    let path = FilePath.resolve(file, beside: place.file ?? context.scenarioPath)
    guard
      let content = TextFile.read(
        path: path, what: .history, into: context.findings, at: place)
    else { return .broken }
    bytes = content.bytes
    guard let table = CSVTable.read(content.text, path: path, into: context.findings) else {
      return .broken
    }
    guard checkHeader(table), let span else { return .broken }
    let rows = rows(of: table, in: span)
    let columns = requests.compactMap { column($0, of: table, rows: rows, span: span) }
    guard isSound else { return .broken }
    let declared = requests.map(\.variable)
    let history = History(
      file: file, span: span, declared: declared, columns: columns, place: fields.place)
    if history.observations < History.thinBelow {
      context.findings.report(
        HistoryFact.thin(history.observations, span), at: fields.place(of: "period"))
    }
    return .read(history)
  }

  private mutating func report(_ fact: HistoryFact, at location: Location) {
    context.findings.report(fact, at: location)
    isSound = false
  }

  private mutating func span() -> HistorySpan? {
    guard let text = fields.recordedText("period"), let place = fields.entry("period")?.value.place
    else { return nil }
    let parts = text.split(whereSeparator: { "-\u{2013} ".contains($0) })
    guard parts.count == 2, let span = HistorySpan(parts[0], parts[1], step: step) else {
      report(.badPeriod(text, step), at: place.location)
      return nil
    }
    guard span.count >= History.minimum else {
      report(.periodTooShort(span.count, step), at: place.location)
      return nil
    }
    return span
  }

  private mutating func requests() -> [Request] {
    var requests: [Request] = []
    for entry in fields.named("columns", what: .column) {
      guard let column = entry.value.text else {
        report(.columnNotText(entry.key), at: entry.value.place.location)
        continue
      }
      context.record(
        fields.path(to: "columns") + "." + entry.key, column, at: entry.value.place)
      requests.append(
        Request(
          variable: entry.key, column: column, place: entry.keyPlace,
          valuePlace: entry.value.place))
    }
    return requests
  }

  private mutating func checkHeader(_ table: CSVTable) -> Bool {
    guard table.header[0].text == HistoryFact.firstColumn(step) else {
      report(.noYearColumn(table.header[0].text, step), at: table.header[0].location)
      return false
    }
    return true
  }

  /// The rows of the years or quarters of the span; reports those that are missing, repeated or none,
  /// and rows of another length than the header.
  private mutating func rows(
    of table: CSVTable, in span: HistorySpan
  ) -> [Period: [CSVTable.Cell]] {
    var rows: [Period: [CSVTable.Cell]] = [:]
    for row in table.rows {
      guard let period = HistorySpan.period(row[0].text, step: step) else {
        report(.badYear(row[0].text, step), at: row[0].location)
        continue
      }
      guard rows[period] == nil else {
        report(.repeatedYear(period, step), at: row[0].location)
        continue
      }
      if row.count != table.header.count {
        report(
          .unevenRow(cells: row.count, columns: table.header.count), at: row[0].location)
      }
      rows[period] = row
    }
    let missing = span.periods.filter { rows[$0] == nil }
    if !missing.isEmpty, isSound {
      report(.missingYears(missing, span), at: table.header[0].location)
    }
    return rows
  }

  private mutating func column(
    _ request: Request, of table: CSVTable, rows: [Period: [CSVTable.Cell]],
    span: HistorySpan
  ) -> History.Column? {
    let titles = table.header.map { HistoryTitle($0.text) }
    let matches = titles.indices.dropFirst().filter { titles[$0].name == request.column }
    guard let index = matches.first else {
      report(
        .unknownColumn(request.column, titles.dropFirst().map(\.name)),
        at: request.valuePlace.location)
      return nil
    }
    if matches.count > 1 {
      report(.repeatedColumn(request.column), at: table.header[matches[1]].location)
    }
    let location = table.header[index].location
    guard let unitText = titles[index].unit else {
      report(.columnWithoutUnit(request.column), at: location)
      return nil
    }
    guard let unit = try? Figure.parse("1 " + unitText) else {
      report(.badColumnUnit(request.column, unit: unitText), at: location)
      return nil
    }
    if let currency = unit.currency, currency != context.currency {
      let fact = FigureFact.wrongCurrency(
        table.header[index].text, found: currency, currency: context.currency)
      context.findings.report(fact, at: location)
      isSound = false
    }
    var values: [Double] = []
    for period in span.periods {
      guard let row = rows[period], index < row.count else { continue }
      if let value = value(of: row[index], unit: unitText, column: request.column, period: period) {
        values.append(value)
      }
    }
    guard values.count == span.count else { return nil }
    return History.Column(
      variable: request.variable, unit: unit.unit, values: values, location: location,
      place: request.place)
  }

  private mutating func value(
    of cell: CSVTable.Cell, unit: String, column: String, period: Period
  ) -> Double? {
    guard !cell.text.isEmpty else {
      report(.emptyCell(column: column, period), at: cell.location)
      return nil
    }
    do {
      let (number, rest) = try DecimalNumber.scan(cell.text)
      guard rest.isEmpty || rest == unit else { throw FigureFact.notNumber(cell.text) }
      return try Figure.parse(number.text + " " + unit).value
    } catch {
      report(.badCell(cell.text, column: column, period), at: cell.location)
      return nil
    }
  }
}
