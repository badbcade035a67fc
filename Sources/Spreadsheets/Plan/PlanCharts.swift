import Languages
import Reporting

/// Draws the charts of a report below the tables that they show.
struct PlanCharts {
  private static let size = (width: 760.0, height: 380.0)
  /// Of the rows that a chart covers, in pixels.
  private static let rowHeight = 20.0
  /// A longer table has a page of its own, and the chart another.
  private static let mostRowsBesideChart = 30
  /// Parts of a waterfall that are smaller than this fraction of all of them become one.
  private static let leastPart = 0.005

  private let workbook: Workbook
  private let topics: [TopicSheet]
  private var data: ChartData
  private var histogram: ChartData.Block?
  private var fan: ChartData.Block?

  init(_ workbook: Workbook, topics: [TopicSheet]) throws(SpreadsheetError) {
    self.workbook = workbook
    self.topics = topics
    data = try ChartData(workbook)
  }

  /// Draws what there is to draw of a topic, below its table.
  ///
  /// - Parameter topic: whose sheet is written.
  mutating func draw(below topic: TopicSheet) throws(SpreadsheetError) {
    let chart: Chart?
    switch topic.table.id {
    case "targets": chart = try scorecard(topic)
    case "distribution": chart = try drawHistogram()
    case "growth": chart = try drawFan()
    case "contributions": chart = try waterfall(topic, column: "mean")
    case "contributions-by-period": chart = try stack(topic)
    case "structure": chart = try structure(topic)
    case "drivers": chart = try waterfall(topic, column: "mean")
    case "tornado": chart = try tornado(topic)
    default: chart = nil
    }
    guard let chart else { return }
    try topic.sheet.insert(
      chart, row: topic.firstFreeRow, column: 0, size: Self.size,
      description: localized("Chart: \(topic.table.title). Its numbers are in the table above it."))
    let isShort = topic.table.rows.count <= Self.mostRowsBesideChart
    try topic.sheet.setPages(secondBegins: isShort ? nil : topic.firstFreeRow)
  }

  /// Draws the two charts of the first sheet side by side.
  ///
  /// - Parameters:
  ///   - sheet: the first sheet.
  ///   - row: the first row that is free.
  /// - Returns: the first row that is free below.
  mutating func drawSummary(on sheet: Sheet, row: Int) throws(SpreadsheetError) -> Int {
    let size = (width: 484.0, height: 300.0)
    let charts = [
      ("distribution", try drawHistogram()), ("growth", try drawFan()),
    ]
    var column = 0
    for (id, chart) in charts {
      guard let chart, let topic = topic(id) else { continue }
      try sheet.insert(
        chart, row: row, column: column, size: size,
        description: localized(
          "Chart: \(topic.table.title). Its numbers are on the sheet \(topic.sheet.name)."))
      column += 6
    }
    return column == 0 ? row : row + Int((size.height / Self.rowHeight).rounded(.up)) + 1
  }

  /// Sets the page of the last sheet up.
  ///
  /// - Parameter footer: of each page.
  func finish(footer: String) throws(SpreadsheetError) {
    try data.sheet.setPage(isLandscape: true, heading: nil, footer: footer)
  }

  private func topic(_ id: String) -> TopicSheet? { topics.first { $0.table.id == id } }

  // MARK: Charts

  /// The probability of each target.
  private func scorecard(_ topic: TopicSheet) throws(SpreadsheetError) -> Chart? {
    guard let rows = topic.partRows, let names = topic.cells("name", rows),
      let values = topic.cells("probability", rows), let head = topic.heading("probability")
    else { return nil }
    let chart = try workbook.addChart(.bars)
    chart.setTitle(localized("Probability of each target"))
    try chart.addSeries(name: head, categories: names, values: values, .fill(PlanStyles.middle))
    chart.setAxis(.categories, isReversed: true)
    chart.setAxis(.values, numberFormat: "0%", range: 0...1)
    chart.setSpacing(gap: 40)
    chart.hideLegend()
    return chart
  }

  /// How draws spread, those that meet the target in another look.
  private mutating func drawHistogram() throws(SpreadsheetError) -> Chart? {
    guard let table = topic("distribution")?.table, !table.rows.isEmpty else { return nil }
    if histogram == nil {
      let verdicts = Self.verdicts(table)
      histogram = try data.add(
        table.title, series: verdicts, format: "0.0%",
        rows: table.rows.map { row in
          (
            Self.interval(row, in: table),
            verdicts.map { row.cells.last == .text($0) ? row.cells[2].number : nil }
          )
        })
    }
    guard let histogram else { return nil }
    let chart = try workbook.addChart(.stackedColumns)
    chart.setTitle(table.title)
    let looks: [Chart.Look] = [
      .stripes(PlanStyles.middle), .fill(PlanStyles.dark), .fill(PlanStyles.light),
    ]
    let count = Self.verdicts(table).count
    for i in 0..<count {
      let isMet = count == 1 || i > 0
      try chart.addSeries(
        name: histogram.name(i), categories: histogram.categories, values: histogram.values(i),
        isMet ? looks[min(i + (count == 1 ? 1 : 0), 2)] : looks[0])
    }
    chart.setAxis(.values, title: table.columns[2].title, numberFormat: "0%")
    chart.setAxis(.categories)
    chart.setSpacing(gap: 8, overlap: 100)
    if count > 1 { try chart.setLegend() } else { chart.hideLegend() }
    return chart
  }

  /// The words of the last column: what misses first, and what meets after it.
  private static func verdicts(_ table: TopicTable) -> [String] {
    let order = [localized("missed"), localized("met"), localized("met in part")]
    var found: [String] = []
    for row in table.rows {
      if case .text(let text)? = row.cells.last, !found.contains(text) { found.append(text) }
    }
    return order.filter(found.contains) + found.filter { !order.contains($0) }
  }

  private static func interval(_ row: TopicTable.Row, in table: TopicTable) -> String {
    let (from, to) = (table.text(row, 0), table.text(row, 1))
    return switch (row.cells[0].number, row.cells[1].number) {
    case (nil, _): localized("below \(to)")
    case (_, nil): localized("\(from) or more")
    default: "\(from) – \(to)"
    }
  }

  /// The quantiles of growth over periods of one length, and what was published.
  private mutating func drawFan() throws(SpreadsheetError) -> Chart? {
    guard let table = topic("growth")?.table else { return nil }
    let rows = Self.equalPeriods(table)
    guard rows.count > 1 else { return nil }
    let columns = ["p5", "p25", "p50", "p75", "p95", "published"].compactMap { key in
      table.columns.firstIndex { $0.key == key }
    }.filter { column in rows.contains { $0.cells[column].number != nil } }
    if fan == nil {
      fan = try data.add(
        table.title, series: columns.map { table.columns[$0].title }, format: "0.0%",
        rows: rows.map { row in (table.text(row, 0), columns.map { row.cells[$0].number }) })
    }
    guard let fan else { return nil }
    let chart = try workbook.addChart(.lines)
    chart.setTitle(table.title)
    for (i, column) in columns.enumerated() {
      let look: Chart.Look =
        switch table.columns[column].key {
        case "p50": .line(PlanStyles.dark, width: 2.5)
        case "p25", "p75": .line(PlanStyles.middle, width: 1.5, .dashed)
        case "published": .points(PlanStyles.goal)
        default: .line(PlanStyles.middle, width: 1.25, .dotted)
        }
      try chart.addSeries(
        name: fan.name(i), categories: fan.categories, values: fan.values(i), look)
    }
    chart.setAxis(.categories, labelsAreLow: true)
    chart.setAxis(.values, numberFormat: "0%")
    try chart.setLegend()
    return chart
  }

  /// The quarters, or the years where there are none.
  private static func equalPeriods(_ table: TopicTable) -> [TopicTable.Row] {
    let quarters = table.rows.filter { $0.key.contains("Q") }
    return quarters.isEmpty ? table.rows.filter { Int($0.key) != nil } : quarters
  }

  /// What adds up to growth, one step after the other.
  private mutating func waterfall(_ topic: TopicSheet, column key: String)
    throws(SpreadsheetError) -> Chart?
  {
    let table = topic.table
    guard let column = table.columns.firstIndex(where: { $0.key == key }),
      let total = table.rows.last(where: \.isTotal), let sum = total.cells[column].number
    else { return nil }
    let rows = table.rows.filter { !$0.isTotal && $0.depth == 0 }
    guard !rows.isEmpty, rows.allSatisfy({ $0.cells[column].number != nil }) else { return nil }
    let parts = Self.lumped(rows.map { (table.text($0, 0), $0.cells[column].number ?? 0) })
    let steps = WaterfallSteps(
      parts.map { NumberStyle.hundredfold($0.value) }, total: NumberStyle.hundredfold(sum))
    let block = try data.add(
      table.title,
      series: [
        localized("foot"), localized("adds"), localized("adds, below zero"),
        localized("takes away"),
        localized("takes away, below zero"), localized("sum"),
      ], format: "0.00",
      rows: zip(parts.map(\.name) + [table.text(total, 0)], steps.bars).map { ($0, $1) })
    let chart = try workbook.addChart(.stackedColumns)
    chart.setTitle(table.title)
    let looks: [Chart.Look] = [
      .nothing, .fill(PlanStyles.middle), .fill(PlanStyles.middle), .stripes(PlanStyles.goal),
      .stripes(PlanStyles.goal), .fill(PlanStyles.dark),
    ]
    for (i, look) in looks.enumerated() {
      try chart.addSeries(
        name: block.name(i), categories: block.categories, values: block.values(i), look)
    }
    chart.setAxis(.categories, labelsAreLow: true)
    chart.setAxis(.values, title: localized("percentage points"), numberFormat: "0.0")
    chart.setSpacing(gap: 30, overlap: 100)
    try chart.setLegend(hiding: [0, 2, 4])
    return chart
  }

  /// The parts in their order, with those that hardly show as one behind them where there are several.
  private static func lumped(_ parts: [(name: String, value: Double)]) -> [(
    name: String, value: Double
  )] {
    let least = leastPart * parts.reduce(0) { $0 + abs($1.value) }
    let small = parts.filter { abs($0.value) < least }
    guard small.count > 1 else { return parts }
    let rest = small.reduce(0) { $0 + $1.value }
    return parts.filter { abs($0.value) >= least } + [(localized("\(small.count) others"), rest)]
  }

  /// What each activity adds, period by period.
  private func stack(_ topic: TopicSheet) throws(SpreadsheetError) -> Chart? {
    guard let rows = topic.partRows, topic.table.columns.count > 2 else { return nil }
    let columns = 1...(topic.table.columns.count - 1)
    let heads = CellRange(
      sheet: topic.sheet.name, rows: TopicSheet.headingRow...TopicSheet.headingRow, columns: columns
    )
    let chart = try workbook.addChart(.stackedColumns)
    chart.setTitle(topic.table.title)
    let looks: [Chart.Look] = [
      .fill(PlanStyles.dark), .fill(PlanStyles.middle), .fill(PlanStyles.light),
      .stripes(PlanStyles.middle), .fill(PlanStyles.pale), .stripes(PlanStyles.goal),
    ]
    for (i, row) in rows.enumerated() {
      try chart.addSeries(
        name: CellRange(sheet: topic.sheet.name, rows: row...row, columns: 0...0),
        categories: heads,
        values: CellRange(sheet: topic.sheet.name, rows: row...row, columns: columns),
        looks[i % looks.count])
    }
    chart.setAxis(.categories, labelsAreLow: true)
    chart.setAxis(.values, title: localized("percentage points"), numberFormat: "0.0")
    chart.setSpacing(gap: 50, overlap: 100)
    try chart.setLegend()
    return chart
  }

  /// Shares now, as expected and as planned.
  private func structure(_ topic: TopicSheet) throws(SpreadsheetError) -> Chart? {
    guard let rows = topic.partRows, let names = topic.cells("name", rows) else { return nil }
    let chart = try workbook.addChart(.columns)
    chart.setTitle(topic.table.title)
    let looks: [(String, Chart.Look)] = [
      ("base", .fill(PlanStyles.light)), ("mean", .fill(PlanStyles.dark)),
      ("plan", .stripes(PlanStyles.goal)),
    ]
    for (key, look) in looks {
      guard let values = topic.cells(key, rows), let head = topic.heading(key),
        let column = topic.table.columns.firstIndex(where: { $0.key == key }),
        topic.table.rows.contains(where: { $0.cells[column].number != nil })
      else { continue }
      try chart.addSeries(name: head, categories: names, values: values, look)
    }
    chart.setAxis(.categories)
    chart.setAxis(.values, numberFormat: "0%")
    chart.setSpacing(gap: 60, overlap: 0)
    try chart.setLegend()
    return chart
  }

  /// By how much one input held low or held high moves the probability.
  private mutating func tornado(_ topic: TopicSheet) throws(SpreadsheetError) -> Chart? {
    let table = topic.table
    guard let base = self.topic("targets")?.table.rows.first?.cells[6].number,
      let low = table.columns.firstIndex(where: { $0.key == "at p10" }),
      let high = table.columns.firstIndex(where: { $0.key == "at p90" })
    else { return nil }
    let rows = table.rows.prefix(15)
    func moved(_ row: TopicTable.Row, _ column: Int) -> Double? {
      row.cells[column].number.map { ($0 - base) * 100 }
    }
    let block = try data.add(
      table.title, series: [table.columns[low].title, table.columns[high].title],
      format: "+0.0;-0.0;0.0",
      rows: rows.map { (table.text($0, 0), [moved($0, low), moved($0, high)]) })
    let chart = try workbook.addChart(.bars)
    chart.setTitle(table.title)
    for (i, look) in [Chart.Look.stripes(PlanStyles.middle), .fill(PlanStyles.dark)].enumerated() {
      try chart.addSeries(
        name: block.name(i), categories: block.categories, values: block.values(i), look)
    }
    chart.setAxis(.categories, labelsAreLow: true, isReversed: true)
    chart.setAxis(
      .values, title: localized("change of the probability, percentage points"),
      numberFormat: "+0;-0;0")
    chart.setSpacing(gap: 30, overlap: 100)
    try chart.setLegend()
    return chart
  }
}
