import Foundation
import GrowthModel
import MonteCarlo
import Testing

@testable import ScenarioFiles

/// Histories as people have them: each is read right, or each of its mistakes has its place and a hint. Nothing is dropped.
@Suite struct GarbledHistoryTests {
  private static func read(_ bytes: [UInt8]) throws -> HistoryFile {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("garbled-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("past.csv")
    try Data(bytes).write(to: path)
    return HistoryFile(path: path.path)
  }

  private static let rows = (2001...2012).map { "\($0),\(5 + $0 % 3),\(4 + $0 % 4)" }
  private static let title = "year,a (%),b (%)"

  /// The good file, with some lines replaced; the title is line 1, 2001 is line 2.
  private static func lines(_ changes: [Int: String] = [:], adding: [String] = []) -> [String] {
    var lines = [title] + rows
    for (line, text) in changes { lines[line - 1] = text }
    return lines + adding
  }

  private static func utf8(_ lines: [String], end: String = "\n") -> [UInt8] {
    Array((lines.joined(separator: end) + end).utf8)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    /// `line:column message`, in the order of the file; the path alone where there is no line.
    let problems: [String]
    var hint: String? = nil
    var testDescription: String { name }
  }

  // MARK: Read right

  static let readable: [Case] = [
    Case(name: "as it is", bytes: utf8(lines()), problems: []),
    Case(name: "byte order mark", bytes: [0xef, 0xbb, 0xbf] + utf8(lines()), problems: []),
    Case(name: "lines of Windows", bytes: utf8(lines(), end: "\r\n"), problems: []),
    Case(name: "lines of old Macs", bytes: utf8(lines(), end: "\r"), problems: []),
    Case(name: "the last year first", bytes: utf8([title] + rows.reversed()), problems: []),
    Case(
      name: "blanks, quotation marks, blank lines, remarks",
      bytes: utf8(
        ["# from a book", "", "\"year\", a (%) , \"b (%)\""] + rows.map { " " + $0 + " " } + [""]),
      problems: []),
    Case(
      name: "no last line end", bytes: Array(lines().joined(separator: "\n").utf8), problems: []),
    Case(
      name: "units in cells", bytes: utf8(lines([2: "2001,5%,5 %"])), problems: []),
    Case(
      name: "long",
      bytes: utf8(
        ["series,year,value (%)"]
          + (2001...2012).flatMap { ["a,\($0),\(5 + $0 % 3)", "b,\($0),\(4 + $0 % 4)"] }),
      problems: []),
  ]

  @Test(arguments: readable) func isReadRight(_ garbled: Case) throws {
    let file = try Self.read(garbled.bytes)
    #expect(file.diagnostics.isEmpty)
    let history = try #require(file.history)
    #expect(history.periods == (2001...2012).map { Period(year: $0) })
    #expect(history.columns.map(\.name) == ["a", "b"])
    for (column, value) in zip(history.columns, [{ 5 + $0 % 3 }, { 4 + $0 % 4 }] as [(Int) -> Int])
    {
      for (period, found) in zip(history.periods, column.values) {
        #expect(((found ?? .nan) - Double(value(period.year)) / 100).magnitude < 1e-16)
      }
    }
  }

  // MARK: Refused

  static let broken: [Case] = [
    Case(
      name: "text in cells", bytes: utf8(lines([4: "2003,n/a,7", 6: "2005,7,.."])),
      problems: [
        "4:6 'n/a', for 'a' in 2003, is not a number", "6:8 '..', for 'b' in 2005, is not a number",
      ], hint: "write a plain number; the unit stands in the title"),
    Case(
      name: "a year twice", bytes: utf8(lines([8: "2006,6,6"])),
      problems: ["8:1 2006 stands here a second time"], hint: "delete one of the rows"),
    Case(
      name: "another unit in a cell", bytes: utf8(lines([5: "2004,3 billion VND,4"])),
      problems: ["5:6 '3 billion VND', for 'a' in 2004, is not a number"]),
    Case(
      name: "ragged rows", bytes: utf8(lines([5: "2004,3", 7: "2006,5,6,7"])),
      problems: [
        "5:1 the row has 2 cells, but the header has 3",
        "7:1 the row has 4 cells, but the header has 3",
      ], hint: "a missing figure is an empty cell between two commas"),
    Case(
      name: "another title", bytes: utf8(lines([1: "jahr,a (%),b (%)"])),
      problems: ["1:1 the first column is 'jahr', not one of periods"],
      hint: "call it `period`, `year` or `quarter` and put it first"),
    Case(
      name: "no titles", bytes: utf8(rows),
      problems: ["1:1 the first column is '2001', not one of periods"]),
    Case(
      name: "a title twice", bytes: utf8(lines([1: "year,a (%),a (%)"])),
      problems: ["1:12 there is a second column 'a'"], hint: "give the columns different names"),
    Case(
      name: "no unit", bytes: utf8(lines([1: "year,a,b (%)"])),
      problems: ["1:6 the title of the column 'a' has no unit"],
      hint: "write it in brackets, as in `a (%)`"),
    Case(
      name: "a zero byte", bytes: utf8(lines([5: "2004\0,7,4"])),
      problems: [
        "5:5 the file is not plain text: the character here has the code 0 and cannot be printed"
      ], hint: "delete the character, or check that this is the file you meant"),
    Case(
      name: "bytes that are no text",
      bytes: utf8(Array(lines()[..<4])) + [
        0x32, 0x30, 0x30, 0x34, 0xff, 0x2c, 0x37, 0x2c, 0x34, 0x0a,
      ],
      problems: ["5:5 the file is not UTF-8 text: the bytes here are not a character"],
      hint: "save the file in the encoding UTF-8"),
    Case(
      name: "Windows-1258",
      // "nông" with the o circumflex of one byte.
      bytes: Array("year,n".utf8) + [0xf4] + Array("ng (%)\n2001,5\n".utf8),
      problems: ["1:7 the file is not UTF-8 text: the bytes here are not a character"],
      hint: "save the file in the encoding UTF-8"),
    Case(
      name: "UTF-16", bytes: [0xff, 0xfe] + lines()[0].utf8.flatMap { [$0, 0] },
      problems: ["1:1 the file is not UTF-8 text: it begins like UTF-16"],
      hint: "save the file in the encoding UTF-8"),
    Case(
      name: "semicolons and decimal commas",
      bytes: utf8(["year;a (%);b (%)", "2001;5,5;4,2", "2002;5,1;4,0"]),
      problems: ["1:1 the columns are separated by ';'"],
      hint: "separate them by ',' and write decimals with a point"),
    Case(
      name: "tabs", bytes: utf8(lines().map { $0.replacing(",", with: "\t") }),
      problems: ["1:1 the columns are separated by tabs"], hint: "separate them by ','"),
    Case(
      name: "a decimal comma", bytes: utf8(lines([5: "2004,\"7,5\",4"])),
      problems: ["5:6 '7,5', for 'a' in 2004, is not a number"],
      hint: "the decimal sign is a point: write 7.5"),
    Case(
      name: "thousands with a comma", bytes: utf8(["year,a (billion VND)", "2001,\"1,260\""]),
      problems: ["2:6 '1,260', for 'a' in 2001, is not a number"],
      hint: "do not set thousands apart: write 1260, or 1.260 where the comma is a decimal sign"),
    Case(
      name: "thousands with points", bytes: utf8(["year,a (billion VND)", "2001,1.200.260"]),
      problems: ["2:6 '1.200.260', for 'a' in 2001, is not a number"],
      hint: "do not set thousands apart: write 1200260"),
    Case(
      name: "thousands with blanks", bytes: utf8(["year,a (billion VND)", "2001,1 200"]),
      problems: ["2:6 '1 200', for 'a' in 2001, is not a number"],
      hint: "do not set thousands apart: write 1200"),
    Case(
      name: "a minus of print", bytes: utf8(lines([7: "2006,\u{2212}3,4"])),
      problems: ["7:6 '\u{2212}3', for 'a' in 2006, is not a number"],
      hint: "the minus sign is '-': write -3"),
    Case(name: "nothing", bytes: [], problems: ["- the history file has no table"]),
    Case(
      name: "remarks alone", bytes: utf8(["# nothing yet", "", " "]),
      problems: ["- the history file has no table"]),
    Case(
      name: "titles alone", bytes: utf8([title]),
      problems: ["1:1 the table has titles and no rows"],
      hint: "write a row for each period below the titles"),
    Case(
      name: "no series", bytes: utf8(["year,prices", "2001,2010", "2002,2010"]),
      problems: ["1:1 the table has no column of figures"]),
    Case(
      name: "numbers that are none",
      bytes: utf8(lines([3: "2002,inf,4", 4: "2003,nan,4", 5: "2004,1e999,4", 6: "2005,0x10,4"])),
      problems: [
        "3:6 'inf', for 'a' in 2002, is not a number",
        "4:6 'nan', for 'a' in 2003, is not a number",
        "5:6 '1e999', for 'a' in 2004, is not a number",
        "6:6 '0x10', for 'a' in 2005, is not a number",
      ]),
    Case(
      name: "a fall by more than all", bytes: utf8(lines([6: "2005,-130,4"])),
      problems: ["6:6 growth of 'a' is -130: nothing falls by 100% or more"],
      hint: "correct the figure, or the unit in the title of its column"),
    Case(
      name: "periods that are none",
      bytes: utf8(lines([6: "20055,5,5", 7: "2006Q1,5,5", 8: "2007H1,5,5", 9: "Jan 2008,5,5"])),
      problems: [
        "6:1 '20055' is neither a year nor a quarter", "7:1 2006Q1 and 2001 are not of one length",
        "8:1 '2007H1' is neither a year nor a quarter",
        "9:1 'Jan 2008' is neither a year nor a quarter",
      ]),
    Case(
      name: "a footer", bytes: utf8(lines(adding: ["Total,60,50", "Source: the office"])),
      problems: [
        "14:1 'Total' is neither a year nor a quarter",
        "15:1 'Source: the office' is neither a year nor a quarter",
      ], hint: "write 2024, 2024Q3 or 2024-Q3; remarks begin with '#'"),
    Case(
      name: "an open quotation mark", bytes: utf8(lines([6: "2005,\"6,5"])),
      problems: ["6:6 a quotation mark is opened and not closed on this line"],
      hint: "close it, or delete it"),
    Case(
      name: "units mixed",
      bytes: utf8(["year,series,value,unit", "2001,a,5,%", "2002,a,120,billion VND", "2003,a,6,%"]),
      problems: ["3:12 'a' is in 'billion VND' here and in '%' above"],
      hint: "give all figures of a series in one unit"),
    Case(
      name: "long with gaps in the rows",
      bytes: utf8(["year,series,value (%)", "2001,a,5", "2002,,3", "2003,a", "2001,a,7"]),
      problems: [
        "3:6 the row does not say what it is a figure of",
        "4:1 the row has 2 cells, but the header has 3", "5:1 'a' has a second figure for 2001",
      ]),
  ]

  @Test(arguments: broken) func isRefused(_ garbled: Case) throws {
    let file = try Self.read(garbled.bytes)
    #expect(file.history == nil)
    let found = file.diagnostics.map { diagnostic in
      let place = diagnostic.location.line.map { "\($0):\(diagnostic.location.column ?? 0)" } ?? "-"
      return "\(place) \(diagnostic.message)"
    }
    #expect(found == garbled.problems)
    #expect(file.diagnostics.allSatisfy { $0.severity == .error && $0.hint != nil })
    if let hint = garbled.hint { #expect(file.diagnostics.last?.hint == hint) }
  }

  // MARK: Read, but not enough

  static let gaps: [Case] = [
    Case(
      name: "a row that is not there", bytes: utf8(Array(lines()[..<6] + lines()[7...])),
      problems: [
        "6:1 there is no growth of 'a' for 2006", "6:1 there is no growth of 'b' for 2006",
      ],
      hint: "add the figure, shorten --period, or leave it out by name: --exclude 2006"),
    Case(
      name: "empty cells", bytes: utf8(lines([7: "2006,,6", 10: "2009,6,"])),
      problems: [
        "7:6 there is no growth of 'a' for 2006", "10:8 there is no growth of 'b' for 2009",
      ],
      hint: "add the figure, shorten --period, or leave it out by name: --exclude 2009"),
    Case(
      name: "a series that begins later", bytes: utf8(lines([2: "2001,5,", 3: "2002,5,"])),
      problems: [
        "2:8 there is no growth of 'b' for 2001", "3:8 there is no growth of 'b' for 2002",
      ]),
    Case(
      name: "levels below zero",
      bytes: utf8(
        ["year,a (billion VND)"]
          + (2001...2009).map { "\($0),\($0 == 2005 ? -3 : $0 == 2008 ? 0 : 110)" }),
      problems: [
        "6:6 there is no growth of 'a' for 2005, because the level for 2005 is not above zero",
        "7:6 there is no growth of 'a' for 2006, because the level for 2005 is not above zero",
        "9:6 there is no growth of 'a' for 2008, because the level for 2008 is not above zero",
        "10:6 there is no growth of 'a' for 2009, because the level for 2008 is not above zero",
      ], hint: "correct the level, or leave the period out by name: --exclude 2009"),
    Case(
      name: "other prices",
      bytes: utf8(
        ["year,a (billion VND),prices"]
          + (2001...2012).map { "\($0),\($0 < 2010 ? 100 : 250),\($0 < 2010 ? 1994 : 2010)" }),
      problems: [
        "11:6 there is no growth of 'a' for 2010, because levels are in prices of 1994 a year earlier and of"
          + " 2010 then"
      ], hint: "shorten --period, or leave it out by name: --exclude 2010"),
    Case(
      name: "other prices in a long file",
      bytes: utf8(
        ["series,year,prices,value,unit"]
          + (2001...2012).map {
            "a,\($0),\($0 < 2010 ? 1994 : 2010),\($0 < 2010 ? 100 : 250),billion VND"
          }),
      problems: [
        "11:13 there is no growth of 'a' for 2010, because levels are in prices of 1994 a year earlier and of"
          + " 2010 then"
      ]),
    Case(
      name: "prices that are not said",
      bytes: utf8(
        ["year,a (billion VND),prices"]
          + (2001...2006).map { "\($0),100,\($0 < 2006 ? "2010" : "")" }),
      problems: [
        "7:6 there is no growth of 'a' for 2006, because the file does not say that both levels are in the"
          + " same prices"
      ]),
    Case(
      name: "a last level after a gap",
      bytes: utf8(["year,a (billion VND)", "2001,5", "2002,6", "2003,6.5", "2004,", "2005,7"]),
      problems: [
        "5:6 there is no growth of 'a' for 2004",
        "6:6 there is no growth of 'a' for 2005, because there is no level for 2004",
      ]),
    Case(
      name: "a level that is not there",
      bytes: utf8(
        ["year,a (billion VND)"]
          + (2001...2009).map { "\($0),\($0 == 2005 ? "" : "\(100 + $0 % 5)")" }),
      problems: [
        "6:6 there is no growth of 'a' for 2005",
        "7:6 there is no growth of 'a' for 2006, because there is no level for 2005",
      ]),
  ]

  @Test(arguments: gaps) func hasGaps(_ garbled: Case) throws {
    let file = try Self.read(garbled.bytes)
    #expect(file.diagnostics.isEmpty)
    let history = try #require(file.history)
    let gaps = history.gaps(in: nil, excluding: [])
    let diagnostics = file.diagnostics(of: gaps)
    #expect(
      diagnostics.map { "\($0.location.line ?? 0):\($0.location.column ?? 0) \($0.message)" }
        == garbled.problems)
    #expect(diagnostics.allSatisfy { $0.severity == .error && $0.hint != nil })
    if let hint = garbled.hint { #expect(diagnostics.last?.hint == hint) }
    // Left out by name they are gaps no more, and the estimate begins only then.
    #expect(throws: CalibrationError.self) { try Calibration(history, persistence: .given(.none)) }
    #expect(history.gaps(in: nil, excluding: Set(gaps.map(\.period))).isEmpty)
  }
}
