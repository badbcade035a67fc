import Languages
import Reporting

/// The first sheet: the answer in sentences, the two pictures that carry it, and what else there is.
struct SummarySheet {
  private static let columns = 0...11
  private static let width = 11.0

  let report: PlanReport
  let sheet: Sheet
  let topics: [TopicSheet]
  let footer: String

  init(_ report: PlanReport, _ sheet: Sheet, _ topics: [TopicSheet], footer: String) {
    self.report = report
    self.sheet = sheet
    self.topics = topics
    self.footer = footer
  }

  /// Writes the sheet.
  ///
  /// - Parameter charts: that draw on it too.
  func write(_ charts: inout PlanCharts) throws(SpreadsheetError) {
    sheet.hideGridLines()
    try sheet.setWidth(Self.columns, Self.width)
    let width = Self.width * Double(Self.columns.count)
    try sheet.write(report.run.scenario, row: 0, column: 0, PlanStyles.title)
    var row = 2
    for (i, sentence) in report.summary.enumerated() {
      try sheet.mergeLines(
        sentence, row: row, columns: Self.columns, width: width,
        i == 0 ? PlanStyles.verdict : PlanStyles.sentence)
      row += 1
    }
    row += 1
    row = try charts.drawSummary(on: sheet, row: row)
    try sheet.write(localized("Sheets"), row: row, column: 0, PlanStyles.title)
    row += 1
    for topic in topics {
      try sheet.writeLink(to: topic.sheet, row: row, column: 0)
      try sheet.write(topic.table.title, row: row, column: 3)
      row += 1
    }
    row += 1
    for omission in report.omissions {
      try sheet.mergeLines(
        omission.reason, row: row, columns: Self.columns, width: width, PlanStyles.note)
      row += 1
    }
    try sheet.setPage(isLandscape: false, heading: nil, footer: footer)
  }
}
