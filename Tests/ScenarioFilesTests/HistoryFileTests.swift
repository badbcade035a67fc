import Foundation
import GrowthModel
import MonteCarlo
import Testing

@testable import ScenarioFiles

@Suite struct HistoryFileTests {
  private func read(_ text: String) throws -> HistoryFile {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("history-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("past.csv").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return HistoryFile(path: path)
  }

  private func problems(_ text: String) throws -> [String] {
    let file = try read(text)
    #expect(file.history == nil)
    return file.diagnostics.map {
      "\($0.location.line ?? 0):\($0.location.column ?? 0) \($0.message)"
    }
  }

  @Test func wideAndLongAreTheSame() throws {
    let wide = try read(
      """
      # Remarks say where figures come from.
      period,farms (billion VND),shops (%)
      2020-Q1,10,5.5
      2020Q2,12.5,
      2020 Q4,11,-1
      """)
    let long = try read(
      """
      source,quarter,series,value,unit
      a book,2020Q4,farms,11,billion VND
      a book,2020Q1,farms,10,billion VND
      a book,2020Q1,shops,5.5,%
      "a book, page 2",2020Q2,farms,12.5,billion VND
      a book,2020Q4,shops,-1%,%
      """)
    let history = try #require(wide.history)
    #expect(wide.diagnostics.isEmpty && long.diagnostics.isEmpty)
    #expect(history.periods.map(\.description) == ["2020Q1", "2020Q2", "2020Q3", "2020Q4"])
    #expect(history.columns.map(\.name) == ["farms", "shops"])
    #expect(history.columns[0].values == [10, 12.5, nil, 11])
    #expect(history.columns[1].values == [0.055, nil, nil, -0.01])
    #expect(!history.columns[0].isGrowth && history.columns[1].isGrowth)
    #expect(long.history == history)
    let one = try read("year,series,value (%)\n2020,farms,3\n2021,farms,4\n")
    #expect(one.history?.columns[0].values == [0.03, 0.04])
  }

  /// A shift of the mean that nobody named is said at the figure that it begins with; one that was named is not.
  @Test func likelyBreaks() throws {
    let rows: [String] = (0..<40).map { (place: Int) -> String in
      let tenths = (place < 20 ? 80 : 40) + 3 * ((7 * place) % 5 - 2)
      return "\(1971 + place),\(tenths / 10).\(tenths % 10)"
    }
    let file = try read("year,farms (%)\n" + rows.joined(separator: "\n") + "\n")
    let history = try #require(file.history)
    let found = file.likelyBreaks(of: try Calibration(history, persistence: .given(.diagonal)))
    let warning = try #require(found.first)
    #expect(found.count == 1 && warning.severity == .warning)
    #expect(warning.location.line == 22 && warning.location.column == 6)
    #expect(warning.message.hasPrefix("the mean growth of 'farms' seems to shift in 1991: F = "))
    #expect(warning.hint?.hasSuffix("--break 1991") == true)
    let named = try Calibration(
      history, breaks: [Period(year: 1991)], persistence: .given(.diagonal))
    #expect(file.likelyBreaks(of: named).isEmpty)
    #expect((named.series[0].segments[0].mean - 0.08).magnitude < 1e-12)
    #expect((named.series[0].mean - 0.04).magnitude < 1e-12)
  }

  /// What a long file has besides is not passed over in silence.
  @Test func columnsThatAreNotRead() throws {
    let file = try read(
      "region,year,series,value (%),notes\nnorth,2020,farms,3,\nnorth,2021,farms,4,early\n")
    #expect(file.history?.columns[0].values == [0.03, 0.04])
    let warning = try #require(file.diagnostics.first)
    #expect(file.diagnostics.count == 1 && warning.severity == .warning)
    #expect(warning.message == "nothing is read from the column region")
    #expect(warning.location.line == 1 && warning.location.column == 1)
  }

  /// A column `prices` says what levels are counted in; with a unit it is a series like others.
  @Test func prices() throws {
    let rows = "2009,10,1994\n2010,25,2010\n2011,27,2010\n"
    let bases = try read("year,farms (billion VND),prices\n" + rows)
    let column = try #require(bases.history?.columns.first)
    #expect(bases.history?.columns.count == 1)
    #expect(column.prices == ["1994", "2010", "2010"])
    let growth = try #require(bases.history?.growth(of: column))
    #expect(growth[0] == nil && growth[1] == nil && growth[2] == 27.0 / 25 - 1)
    let series = try read("year,farms (billion VND),prices (%)\n" + rows)
    #expect(series.history?.columns.map(\.name) == ["farms", "prices"])
    #expect(series.history?.columns[0].prices == [])
  }

  /// All that is wrong is said, each at its place.
  @Test func garbledFiles() throws {
    #expect(
      try problems(
        """
        period,farms (billion VND),shops,farms (%),mills (3 tons)
        2020Q1,1,2,3,4
        2020Q1,1,2,3,4
        2020,1,2,3,4
        soon,1,2,3,4
        2020Q2,many,2,3,4
        2020Q3,1
        """) == [
          "1:28 the title of the column 'shops' has no unit",
          "1:34 there is a second column 'farms'",
          "1:44 '3 tons', in the title of 'mills', is not a unit",
          "3:1 2020Q1 stands here a second time",
          "4:1 2020 and 2020Q1 are not of one length",
          "5:1 'soon' is neither a year nor a quarter",
          "6:8 'many', for 'farms' in 2020Q2, is not a number",
          "7:1 the row has 2 cells, but the header has 5",
        ])
    #expect(
      try problems(
        """
        year,series,value,unit
        2020,farms,1,%
        2021,farms,1,billion VND
        2020,farms,2,%
        2022,,1,%
        2022,farms,1
        """) == [
          "3:14 'farms' is in 'billion VND' here and in '%' above",
          "4:1 'farms' has a second figure for 2020",
          "5:6 the row does not say what it is a figure of",
          "6:1 the row has 3 cells, but the header has 4",
        ])
    #expect(
      try problems("name,value (%)\nfarms,3\n") == [
        "1:1 the first column is 'name', not one of periods"
      ])
    #expect(
      try problems("year,value (%)\n2020,3\n") == [
        "1:6 the table has a column of values and none of names; it has: year, value (%)"
      ])
    #expect(try problems("year\n2020\n") == ["1:1 the table has no column of figures"])
  }

  /// What an estimate misses is said at the file, with the option that helps.
  @Test func gapsAndOutliers() throws {
    let rows = (2001...2020).map {
      "\($0),\($0 == 2012 ? "" : $0 == 2014 ? "-59" : "\(5 + $0 % 3)")"
    }
    let file = try read("year,inns (%)\n" + rows.joined(separator: "\n") + "\n")
    let history = try #require(file.history)
    do {
      _ = try Calibration(history)
      Issue.record("a gap was passed over")
    } catch {
      let diagnostic = file.diagnostic(of: error)
      #expect(diagnostic.message == "there is no growth of 'inns' for 2012")
      #expect(diagnostic.hint?.contains("--exclude 2012") == true)
    }
    let calibration = try Calibration(history, excluding: [Period(year: 2012)])
    let warnings = file.outliers(of: calibration)
    #expect(warnings.map(\.location.line) == [15])
    #expect(warnings.first?.message.contains("2014 (-") == true)
    #expect(warnings.first?.severity == .warning)
  }
}
