import Languages
import TestSupport
import Testing

@testable import Reporting

@Suite struct ValueTableTests {
  private let table = ValueTable(
    scenario: "Sơn La 2025", file: "son-la-2025.yaml", digest: "3f9c1a",
    rows: [
      .init(
        path: "base.volume", value: "36274 billion VND", origin: "son-la-2025.yaml:12",
        source: "Statistical yearbook of Sơn La 2024, table 21, and the note below it on prices"),
      .init(
        path: "activities.agriculture.growth.mean", value: "4%", origin: "--set",
        source: "assumption"),
      .init(path: "year", value: "2025", origin: "default", source: ""),
    ])

  @Test func ownWordsAreVietnamese() throws {
    let text = Language.$current.withValue(.vietnamese) { table.text() }
    #expect(text.contains("mã kiểm tra 3f9c1a") && text.contains("dòng 12"))
    #expect(text.contains("mặc định") && text.contains("giả định"))
    #expect(text.contains("36274 billion VND"))
    #expect(try Language.$current.withValue(.vietnamese) { try table.json() } == table.json())
  }

  @Test func textIsAlignedAndCutsNothing() throws {
    let text = table.text()
    try expectSnapshot(text, "values.txt")
    let words = text.split(whereSeparator: \.isWhitespace)
    for row in table.rows {
      // The keys of a path stand on lines of their own.
      let expected =
        row.path.split(separator: ".") + (row.value + " " + row.source).split(separator: " ")
      for word in expected { #expect(words.contains(word)) }
    }
    for width in [80, 100] {
      let lines = table.text(style: TextStyle(width: width)).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width })
    }
  }

  @Test func noValues() {
    let text = ValueTable(scenario: "A", file: "a.yaml", digest: "0", rows: []).text()
    #expect(text == "A (a.yaml)\ndigest 0\n\nThe scenario holds no values.\n")
  }

  @Test func jsonKeys() throws {
    let json = try JSONValue(table.json())
    #expect(json["format"] == .string("growth.show/1"))
    #expect(
      json["scenario"]
        == .object([
          "name": .string("Sơn La 2025"), "file": .string("son-la-2025.yaml"),
          "digest": .string("3f9c1a"),
        ]))
    #expect(json["values"]?.array?.count == 3)
    #expect(
      json["values"]?[1]
        == .object([
          "path": .string("activities.agriculture.growth.mean"), "value": .string("4%"),
          "origin": .string("--set"), "source": .string("assumption"),
        ]))
  }

  @Test func csv() {
    let lines = table.csv().split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "path,value,origin,source")
    #expect(lines[1].hasSuffix(",\"\(table.rows[0].source)\""))
  }

  @Test(arguments: [
    ("a bb ccc", 4, ["a bb", "ccc"]), ("", 4, [""]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("a abcdefgh b", 3, ["a", "abc", "def", "gh", "b"]), ("Sơn La", 3, ["Sơn", "La"]),
    ("abcdef", 3, ["abc", "def"]),
  ])
  func wrapsWithoutLosingLetters(text: String, width: Int, expected: [String]) {
    #expect(text.wrapped(to: width) == expected)
  }

  @Test func widthCountsLettersWithTheirMarks() {
    // "ệ" as one scalar, and as e with two combining marks.
    #expect("vi\u{1EC7}t".columns == 4)
    #expect("vie\u{0323}\u{0302}t".columns == 4)
    #expect("vie\u{0323}\u{0302}t nam".truncated(to: 4) == "vie\u{0323}\u{0302}…")
    #expect("vie\u{0323}\u{0302}t".padded(to: 6, .right).columns == 6)
    #expect("abc".truncated(to: 3) == "abc" && "abc".truncated(to: 0).isEmpty)
  }
}
