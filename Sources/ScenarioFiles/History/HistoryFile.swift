import Foundation
import GrowthModel
import Languages
import MonteCarlo

/// A file of past figures that is read by itself: one column a series, or one row a figure.
///
/// Wide: the first column holds years or quarters, each other one a series whose unit stands in its title,
/// `agriculture (billion VND)`. Long: columns of periods, names (`series`, `activity` or `indicator`) and values,
/// `value (billion VND)` or with a column `unit`; `source` and `notes` may stand beside, and other columns are warned of. In both forms a column `prices` may
/// say which prices levels are counted in: from one to another there is no growth.
public struct HistoryFile: Sendable {
  /// As it was given.
  public let path: String
  /// Nil where the file cannot be used.
  public let history: ObservedHistory?
  /// What is wrong with the file, by line and column.
  public let diagnostics: [Diagnostic]
  /// `sha256:` and the hash of the bytes.
  public let digest: String
  let locations: [String: [Period: Location]]
  private let rows: [Period: Location]
  /// Where each series is first named.
  let titles: [String: Location]

  /// Reads a file.
  ///
  /// - Parameter path: absolute or relative to the current folder.
  public init(path: String) {
    self.path = path
    let findings = Findings(main: path)
    var digest = SHA256()
    var reader = Reader(findings: findings)
    if let file = TextFile.read(path: path, what: .history, into: findings) {
      digest.update(file.bytes)
      if let table = CSVTable.read(file.text, path: path, into: findings) {
        reader.read(table)
        if reader.history == nil, !findings.hasErrors {
          findings.report(HistoryFileFact.noRows, at: table.header[0].location)
        }
      }
    }
    history = findings.hasErrors ? nil : reader.history
    diagnostics = findings.ordered
    locations = reader.places
    rows = reader.rows
    titles = reader.titles
    self.digest = "sha256:" + digest.finish()
  }

  /// A diagnostic about what an estimate says of the figures.
  public func diagnostic(of error: CalibrationError) -> Diagnostic {
    switch error {
    case .noGrowth: diagnostic(.noGrowth, nil)
    case .gap(let column, let period):
      diagnostic(.gap(series: column, period), locations[column]?[period])
    case .estimate(.constant(let variable), let columns):
      diagnostic(.estimate(localized("'\(columns[variable])' never changes")), nil)
    case .estimate(let error, _): diagnostic(.estimate("\(error)"), nil)
    }
  }

  /// A diagnostic for each period without growth.
  public func diagnostics(of gaps: [ObservedHistory.Gap]) -> [Diagnostic] {
    gaps.map { gap in
      // Where the period has no row, the row before it.
      let earlier = rows.keys.filter { $0.number <= gap.period.number }
      let nearest = earlier.max { $0.number < $1.number }
      let fact =
        gap.reason == .noFigure
        ? HistoryFileFact.gap(series: gap.column, gap.period) : .gapBecause(gap)
      return diagnostic(
        fact, locations[gap.column]?[gap.period] ?? nearest.flatMap { rows[$0] })
    }
  }

  /// A warning for each series whose mean seems to shift at a time that nobody named.
  public func likelyBreaks(of calibration: Calibration) -> [Diagnostic] {
    calibration.series.compactMap { series in
      guard let test = series.shift, test.isClear else { return nil }
      return diagnostic(
        .likelyBreak(series: series.name, test), locations[series.name]?[test.period])
    }
  }

  /// A warning for each series that has figures far from its others, at the first of them.
  public func outliers(of calibration: Calibration) -> [Diagnostic] {
    calibration.series.filter { !$0.outliers.isEmpty }.map { series in
      diagnostic(
        .outliers(
          series: series.name, series.outliers.map { ($0.period, $0.distance) }),
        locations[series.name]?[series.outliers[0].period])
    }
  }

  func diagnostic(_ fact: HistoryFileFact, _ location: Location?) -> Diagnostic {
    Diagnostic(
      severity: fact.severity, location: location ?? Location(path: path),
      message: fact.message.text(),
      hint: fact.hint?.text())
  }
}

extension HistoryFile {
  /// What the rows of a table come to.
  fileprivate struct Reader {
    let findings: Findings
    /// The series, in the order of the file, and their units.
    var names: [String] = []
    /// Where each of them is first named.
    var titles: [String: Location] = [:]
    var units: [String: (text: String, unit: GrowthModel.Unit, currency: String?)] = [:]
    var cells: [String: [Period: Double]] = [:]
    /// Where each figure stands, or would stand; and where the first row of each period begins.
    var places: [String: [Period: Location]] = [:]
    var rows: [Period: Location] = [:]
    /// The prices of each figure, where a column says them.
    var prices: [String: [Period: String]] = [:]
    var periods: Set<Period> = []
    /// The first in the file, whose length that of all is.
    var firstPeriod: Period?

    init(findings: Findings) { self.findings = findings }

    private static let periodTitles = ["period", "year", "quarter"]
    private static let nameTitles = ["series", "activity", "indicator"]
    private static let priceTitle = "prices"
    /// Columns of a long file that say nothing about its figures.
    private static let remarkTitles = ["source", "notes"]

    /// The column that says which prices levels are counted in; one with a unit is a series.
    private static func priceColumn(_ titles: [HistoryTitle]) -> Int? {
      titles.firstIndex { $0.name.lowercased() == priceTitle && $0.unit == nil }
    }

    mutating func read(_ table: CSVTable) {
      let titles = table.header.map { HistoryTitle($0.text) }
      if let value = titles.firstIndex(where: { $0.name == "value" }) {
        readLong(table, titles, value: value)
      } else {
        readWide(table, titles)
      }
    }

    var history: ObservedHistory? {
      guard let first = periods.min(by: Self.isEarlier), let last = periods.max(by: Self.isEarlier),
        let span = HistorySpan(
          first.description, last.description, step: first.span == .year ? .year : .quarter)
      else { return nil }
      return ObservedHistory(
        periods: span.periods,
        columns: names.map { name in
          ObservedHistory.Column(
            name: name, unit: units[name]?.unit ?? .number,
            values: span.periods.map { cells[name]?[$0] },
            prices: prices[name].map { prices in span.periods.map { prices[$0] } } ?? [])
        })
    }

    private static func isEarlier(_ a: Period, _ b: Period) -> Bool {
      (a.year, a.quarters.lowerBound) < (b.year, b.quarters.lowerBound)
    }

    private mutating func readWide(_ table: CSVTable, _ titles: [HistoryTitle]) {
      guard Self.periodTitles.contains(titles[0].name.lowercased()) else {
        return findings.report(
          HistoryFileFact.noPeriodColumn(table.header[0].text), at: table.header[0].location)
      }
      guard titles.count > 1 else {
        return findings.report(HistoryFileFact.noSeries, at: table.header[0].location)
      }
      var columns: [Int] = []
      let priceColumn = Self.priceColumn(titles)
      for (index, title) in titles.enumerated().dropFirst() where index != priceColumn {
        let location = table.header[index].location
        if units[title.name] != nil || names.contains(title.name) {
          findings.report(HistoryFact.repeatedColumn(title.name), at: location)
          continue
        }
        names.append(title.name)
        self.titles[title.name] = location
        guard let unit = title.unit else {
          findings.report(HistoryFact.columnWithoutUnit(title.name), at: location)
          continue
        }
        if take(unit, of: title.name, at: location) { columns.append(index) }
      }
      guard !names.isEmpty else {
        return findings.report(HistoryFileFact.noSeries, at: table.header[0].location)
      }
      for row in table.rows {
        guard let period = period(row[0]) else { continue }
        guard periods.insert(period).inserted else {
          findings.report(
            HistoryFileFact.repeatedPeriod(series: nil, period), at: row[0].location)
          continue
        }
        rows[period] = row[0].location
        if row.count != table.header.count {
          findings.report(
            HistoryFact.unevenRow(cells: row.count, columns: table.header.count),
            at: row[0].location)
        }
        for index in columns where index < row.count {
          let name = titles[index].name
          let price = priceColumn.map { $0 < row.count ? row[$0].text : "" }
          put(row[index], name, period, prices: price)
        }
      }
    }

    private mutating func readLong(_ table: CSVTable, _ titles: [HistoryTitle], value: Int) {
      let names = titles.map { $0.name.lowercased() }
      guard let time = names.firstIndex(where: Self.periodTitles.contains) else {
        return findings.report(
          HistoryFileFact.noPeriodColumn(table.header[0].text), at: table.header[0].location)
      }
      guard let series = names.firstIndex(where: Self.nameTitles.contains) else {
        return findings.report(
          HistoryFileFact.noNameColumn(table.header.map(\.text)), at: table.header[value].location)
      }
      let unitColumn = names.firstIndex(of: "unit")
      let priceColumn = Self.priceColumn(titles)
      if unitColumn == nil, titles[value].unit == nil {
        return findings.report(
          HistoryFact.columnWithoutUnit("value"), at: table.header[value].location)
      }
      let read = Set([time, series, value] + [unitColumn, priceColumn].compactMap(\.self))
      let unread = names.indices.filter {
        !read.contains($0) && !Self.remarkTitles.contains(names[$0])
      }
      if let first = unread.first {
        findings.report(
          HistoryFileFact.unreadColumns(unread.map { table.header[$0].text }),
          at: table.header[first].location)
      }
      for row in table.rows {
        guard row.count == table.header.count else {
          findings.report(
            HistoryFact.unevenRow(cells: row.count, columns: table.header.count),
            at: row[0].location)
          continue
        }
        guard let period = period(row[time]) else { continue }
        let name = row[series].text
        guard !name.isEmpty else {
          findings.report(HistoryFileFact.noName, at: row[series].location)
          continue
        }
        let unit = unitColumn.map { row[$0] } ?? table.header[value]
        let text = unitColumn == nil ? titles[value].unit ?? "" : unit.text
        if !self.names.contains(name) {
          self.names.append(name)
          self.titles[name] = row[series].location
        }
        guard take(text, of: name, at: unit.location) else { continue }
        guard places[name]?[period] == nil else {
          findings.report(
            HistoryFileFact.repeatedPeriod(series: name, period), at: row[time].location)
          continue
        }
        if periods.insert(period).inserted { rows[period] = row[time].location }
        put(row[value], name, period, prices: priceColumn.map { row[$0].text })
      }
    }

    /// Takes note of the unit of a series; false, with a diagnostic, where it is none or another than before.
    private mutating func take(_ text: String, of name: String, at location: Location) -> Bool {
      if let known = units[name], known.text == text { return true }
      guard let figure = try? Figure.parse("1 " + text) else {
        findings.report(HistoryFact.badColumnUnit(name, unit: text), at: location)
        return false
      }
      if let known = units[name] {
        findings.report(
          HistoryFileFact.unitsMixed(name, first: known.text, second: text), at: location)
        return false
      }
      units[name] = (text, figure.unit, figure.currency)
      return true
    }

    private mutating func period(_ cell: CSVTable.Cell) -> Period? {
      let text = cell.text.replacing("-", with: "").replacing(" ", with: "")
      guard
        let period = HistorySpan.period(text, step: .year)
          ?? HistorySpan.period(text, step: .quarter)
      else {
        findings.report(HistoryFileFact.badPeriod(cell.text), at: cell.location)
        return nil
      }
      let other = firstPeriod ?? period
      firstPeriod = other
      if (other.span == .year) != (period.span == .year) {
        findings.report(HistoryFileFact.mixedSteps(period, with: other), at: cell.location)
        return nil
      }
      return period
    }

    private mutating func put(
      _ cell: CSVTable.Cell, _ name: String, _ period: Period, prices: String?
    ) {
      places[name, default: [:]][period] = cell.location
      if let prices { self.prices[name, default: [:]][period] = prices.isEmpty ? nil : prices }
      // What is not there is a gap, of which the estimate may have no need.
      guard !cell.text.isEmpty else { return }
      let (unit, kind) = units[name].map { ($0.text, $0.unit) } ?? ("", .number)
      do throws(FigureFact) {
        let (number, rest) = try DecimalNumber.scan(cell.text)
        guard rest.isEmpty || rest == unit else { throw FigureFact.notNumber(cell.text) }
        let value = try Figure.parse(number.text + " " + unit).value
        if kind == .rate || kind == .percentagePoints, value <= -1 {
          findings.report(
            HistoryFileFact.impossibleGrowth(cell.text, series: name), at: cell.location)
        }
        cells[name, default: [:]][period] = value
      } catch {
        findings.report(
          HistoryFact.badCell(cell.text, column: name, period), at: cell.location)
      }
    }
  }
}

/// The title of a column: its name, and its unit in brackets.
struct HistoryTitle {
  let name: String
  let unit: String?

  init(_ text: String) {
    guard text.hasSuffix(")"), let bracket = text.lastIndex(of: "(") else {
      name = text
      unit = nil
      return
    }
    name = String(text[..<bracket]).trimmingCharacters(in: .whitespaces)
    unit = String(text[text.index(after: bracket)...].dropLast())
  }
}
