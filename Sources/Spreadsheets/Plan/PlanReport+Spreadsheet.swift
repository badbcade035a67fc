import Languages
import Reporting

extension PlanReport {
  /// The report as the bytes of an .xlsx file: a summary, a sheet for each topic, and native charts.
  ///
  /// Numbers are numbers with sixteen digits, in base units but for percentage points, which are stored as
  /// points. Equal reports make
  /// equal bytes.
  ///
  /// - Throws: `SpreadsheetError` where there is no memory, or no place for a temporary file.
  public func spreadsheet() throws(SpreadsheetError) -> [UInt8] {
    let workbook = try Workbook(
      Workbook.Properties(
        title: run.scenario, subject: summary.first ?? "",
        comments: localized(
          "growth \(run.context.version), seed \(String(run.seed)), digest \(run.context.digest)"),
        created: Self.seconds(run.context.asOf)))
    let footer = run.scenario + (run.context.asOf.map { ", " + $0 } ?? "")
    let front = try workbook.addSheet(localized("Summary"))
    var topics: [TopicSheet] = []
    for table in tables {
      topics.append(try TopicSheet(table, in: workbook, footer: footer))
    }
    var charts = try PlanCharts(workbook, topics: topics)
    for topic in topics { try charts.draw(below: topic) }
    try SummarySheet(self, front, topics, footer: footer).write(&charts)
    try charts.finish(footer: footer)
    front.activate()
    return try workbook.bytes()
  }

  /// Seconds from 1970 to the beginning of a day, `YYYY-MM-DD`; those of 2000 where there is none.
  static func seconds(_ day: String?) -> Int {
    let parts = day?.split(separator: "-").compactMap { Int($0) } ?? []
    guard parts.count == 3, (1970...9999).contains(parts[0]), (1...12).contains(parts[1]),
      (1...31).contains(parts[2])
    else { return 946_684_800 }
    // Days since 1970 of the proleptic Gregorian calendar, whose years are taken to begin in March.
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let month = (parts[1] + 9) % 12
    let days =
      365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1
    return (days - 719_468) * 86_400
  }
}
