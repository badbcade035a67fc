import Testing

@testable import Reporting

@Suite struct RunReportCSVTests {
  @Test func rowsAreThoseOfTheReport() throws {
    let report = try Samples.provinceRun.get().2
    let rows = try parsed(report.csv())
    let head = try #require(rows.first)
    #expect(Set(head).count == head.count)
    #expect(rows.allSatisfy { $0.count == head.count })
    func field(_ row: [String], _ name: String) throws -> String {
      row[try #require(head.firstIndex(of: name))]
    }
    let quantities = rows.filter { $0[0] == "quantity" }
    #expect(quantities.map { $0[1] } == report.quantities.map(\.path))
    for (row, quantity) in zip(quantities, report.quantities) {
      #expect(Double(try field(row, "mean")) == quantity.distribution.mean)
      #expect(Double(try field(row, "standard error")) == quantity.distribution.standardError)
      #expect(Double(try field(row, "quantile 0.5")) == quantity.distribution.quantile("0.5"))
      #expect(try field(row, "unit") == quantity.unitName)
      #expect(try field(row, "probability") == "")
    }
    let targets = rows.filter { $0[0] == "target" }
    #expect(try targets.map { try field($0, "target") } == report.targets.map(\.id))
    for (row, target) in zip(targets, report.targets) {
      #expect(Double(try field(row, "threshold")) == target.threshold)
      #expect(Double(try field(row, "probability low")) == target.outcome.low)
      #expect(Double(try field(row, "mean shortfall")) == target.meanShortfall)
    }
    #expect(rows.last?[0] == "all targets")
    #expect(rows.count == 1 + report.quantities.count + report.targets.count + 1)
  }

  @Test func noInfinityReachesCSV() throws {
    for (scenario, ensemble) in [try Odd.overflowing(), try Odd.empty()] {
      let report = RunReport(scenario: scenario, ensemble: ensemble, context: Samples.context)
      for row in try parsed(report.csv()) {
        #expect(row.allSatisfy { !["nan", "inf", "-inf"].contains($0) })
      }
    }
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"8%\"", "\"say \"\"8%\"\"\""), ("", ""),
    ("two\nlines", "\"two\nlines\""), ("cr\r\nlf", "\"cr\r\nlf\""), ("Sơn La", "Sơn La"),
  ])
  func quotesAfterRFC4180(field: String, expected: String) throws {
    #expect(CSVText.quoted(field) == expected)
    #expect(try parsed(expected + ",x\n") == [[field, "x"]])
  }

  /// A reader for RFC 4180 with line feeds, written from the grammar and not from the writer.
  private func parsed(_ text: String) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        guard scalar == "\"" else {
          field.append(scalar)
          continue
        }
        if scalars.first == "\"" {
          field.append(scalars.removeFirst())
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        try #require(field.isEmpty)
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        row.append(String(field))
        field = .init()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      } else {
        field.append(scalar)
      }
    }
    try #require(!isQuoted && row.isEmpty && field.isEmpty)
    return rows
  }
}
