import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct WorkbookTests {
  private static let properties = Workbook.Properties(
    title: "Sơn La & <2025>", subject: "seed 7", created: 1_740_614_400)

  private func read(_ fill: (Workbook) throws -> Void) throws -> SpreadsheetFile {
    let workbook = try Workbook(Self.properties)
    try fill(workbook)
    return try SpreadsheetFile(workbook.bytes())
  }

  /// The library writes sixteen digits, one more than spreadsheets show.
  @Test func numbersKeepSixteenDigits() throws {
    let numbers = [0, -0.1, 1.0 / 3, 6.3e12, 1e-300, 1.234567890123456e300, 0.3]
    let file = try read { workbook in
      let sheet = try workbook.addSheet("Numbers")
      for (row, number) in numbers.enumerated() {
        try sheet.write(number, row: row, column: 0, CellStyle(numberFormat: "0.0%"))
      }
    }
    let sheet = try #require(file.sheet("Numbers"))
    #expect(numbers.indices.map { sheet.number($0 + 1, 1) } == numbers)
    #expect(sheet.cells[[1, 1]]?.numberFormat == "0.0%")
    let odd = 0.1 + 0.2
    let other = try read { try $0.addSheet("A").write(odd, row: 0, column: 0) }
    let back = try #require(other.sheets.first?.number(1, 1))
    #expect(back != odd && abs(back - odd) <= 5e-16 * odd)
  }

  @Test func textStaysText() throws {
    let texts = [
      "=1+1", "=HYPERLINK(\"http://example.com\")", "+1", "@SUM(A1)", "-2", "<b>&\"'", "Mộc Châu 🐄",
      "_x0041_", "__x005F_x0041_", "a\tb\nc", "8%", " both ends ", "2025-01-01",
    ]
    let file = try read { workbook in
      let sheet = try workbook.addSheet("Texts")
      for (row, text) in texts.enumerated() { try sheet.write(text, row: row, column: 0) }
    }
    let sheet = try #require(file.sheet("Texts"))
    #expect(texts.indices.map { sheet.text($0 + 1, 1) } == texts)
    #expect(!sheet.xml.contains("<f>"))
  }

  @Test func whatXMLCannotHoldIsReplaced() throws {
    let file = try read { workbook in
      let sheet = try workbook.addSheet("Texts")
      try sheet.write("a\u{0}b\u{1B}c\u{FFFF}", row: 0, column: 0)
      try sheet.write(String(repeating: "🐄", count: 20_000), row: 1, column: 0)
    }
    let sheet = try #require(file.sheets.first)
    #expect(sheet.text(1, 1) == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    let long = try #require(sheet.text(2, 1))
    #expect(long.utf16.count == 32_767 && long.last == "…")
  }

  @Test func equalCallsMakeEqualBytes() throws {
    func bytes() throws -> [UInt8] {
      let workbook = try Workbook(Self.properties)
      let sheet = try workbook.addSheet("A")
      try sheet.write("x", row: 0, column: 0, CellStyle(isBold: true))
      try sheet.write(1, row: 1, column: 0)
      let chart = try workbook.addChart(.columns)
      let cell = CellRange(sheet: sheet.name, rows: 0...0, columns: 0...0)
      try chart.addSeries(name: cell, categories: cell, values: cell, .fill(0))
      try sheet.insert(chart, row: 3, column: 0, size: (300, 200), description: "a chart")
      return try workbook.bytes()
    }
    let first = try bytes()
    // The clock of the file format ticks every two seconds, that of its properties every second.
    Thread.sleep(forTimeInterval: 2.1)
    let second = try bytes()
    #expect(first == second)
    let file = try SpreadsheetFile(first)
    #expect(file.parts["docProps/core.xml"]?.contains("2025-02-27T00:00:00Z") == true)
    #expect(file.parts["xl/drawings/drawing1.xml"]?.contains("a chart") == true)
  }

  @Test func formulasNeverComeFromTitles() throws {
    let file = try read { workbook in
      let sheet = try workbook.addSheet("=A1+1")
      try sheet.setPage(isLandscape: true, heading: 0...1, footer: "R&D &A =1+1")
      let chart = try workbook.addChart(.lines)
      chart.setTitle("=Sheet!$A$1")
      chart.setAxis(.values, title: "=Sheet!$A$1")
      let cell = CellRange(sheet: sheet.name, rows: 0...0, columns: 0...0)
      try chart.addSeries(
        name: cell, categories: cell, values: cell, .line(0, width: 1, .dotted))
      try sheet.insert(chart, row: 0, column: 0, size: (300, 200), description: "=1")
    }
    let chart = try #require(file.parts["xl/charts/chart1.xml"])
    // Of the series alone.
    #expect(chart.components(separatedBy: "<c:f>").count - 1 == 3)
    #expect(chart.contains("<a:t> =Sheet!$A$1</a:t>"))
    let xml = try #require(file.sheets.first?.xml)
    #expect(xml.contains("R&amp;&amp;D &amp;&amp;A =1+1"))
    #expect(xml.contains("paperSize=\"9\"") && xml.contains("orientation=\"landscape\""))
  }

  @Test func namesOfSheetsAreAllowedOnes() {
    var names = SheetNames()
    #expect(names.name(for: "Growth: by period / [year]?") == "Growth by period year")
    #expect(names.name(for: "growth by PERIOD year") == "growth by PERIOD year 2")
    #expect(names.name(for: "") == "_")
    #expect(names.name(for: "'") == "_ 2")
    let long = "Giá trị tăng thêm theo giá hiện hành của từng ngành kinh tế"
    let first = names.name(for: long)
    let second = names.name(for: long)
    #expect(first == "Giá trị tăng thêm theo giá hiệ…" && first.utf16.count == 31)
    #expect(second.utf16.count <= 31 && second.hasSuffix("… 2"))
    let cows = names.name(for: String(repeating: "🐄", count: 40))
    #expect(cows.utf16.count <= 31)
  }

  @Test func whatASheetCannotHoldIsAnError() throws {
    let workbook = try Workbook(Self.properties)
    let sheet = try workbook.addSheet("A")
    #expect(throws: SpreadsheetError.notFinite(row: 2, column: 1)) {
      try sheet.write(.nan, row: 2, column: 1)
    }
    #expect(throws: SpreadsheetError.notFinite(row: 0, column: 0)) {
      try sheet.write(-.infinity, row: 0, column: 0)
    }
    #expect(throws: SpreadsheetError.self) { try sheet.write(1, row: 1_048_576, column: 0) }
    #expect(throws: SpreadsheetError.self) { try sheet.write("x", row: 0, column: 16_384) }
    #expect(throws: SpreadsheetError.cell(row: -1, column: 0, reason: "no such cell")) {
      try sheet.write(1, row: -1, column: 0)
    }
    _ = try workbook.bytes()
  }

  @Test func namesStandForRanges() throws {
    let file = try read { workbook in
      let sheet = try workbook.addSheet("Tỷ trọng 2025")
      try sheet.write(8, row: 4, column: 28)
      try workbook.define(
        "growth.mean", as: CellRange(sheet: sheet.name, rows: 4...9, columns: 28...28))
    }
    #expect(file.names["growth.mean"] == "'Tỷ trọng 2025'!$AC$5:$AC$10")
    let range = try #require(file.range("growth.mean"))
    #expect(range.rows == 5...10 && range.column == 29 && range.sheet.number(5, 29) == 8)
  }

  @Test func anUnfinishedSpreadsheetLeavesNothingBehind() throws {
    func leftovers() throws -> Set<String> {
      let folder = FileManager.default.temporaryDirectory.path
      return Set(
        try FileManager.default.contentsOfDirectory(atPath: folder)
          .filter { $0.hasPrefix("growth-") && $0.utf8.count == 13 })
    }
    let before = try leftovers()
    do {
      let workbook = try Workbook(Self.properties)
      _ = try workbook.addSheet("A").write("x", row: 0, column: 0, CellStyle(isBold: true))
    }
    // Other tests of this suite have theirs open at the same time.
    #expect(try leftovers().subtracting(before).count < 8)
  }
}
