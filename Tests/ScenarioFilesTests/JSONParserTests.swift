import TestSupport
import Testing

@testable import ScenarioFiles

/// JSON of anybody's hand.
@Suite struct JSONParserTests {
  private func documents(_ text: String) throws -> [JSONNode] {
    var parser = JSONParser(Array(text.utf8))
    return try parser.documents()
  }

  private func mistake(_ bytes: [UInt8]) -> JSONParser.Mistake? {
    var parser = JSONParser(bytes)
    do throws(JSONParser.Mistake) {
      _ = try parser.documents()
      return nil
    } catch {
      return error
    }
  }

  /// Texts, and what they are without blanks and with sorted keys.
  static let canonical: [(String, String)] = [
    (#" {"b" : [1, 2.50, -0.0e1], "a":null}"#, #"{"a":null,"b":[1,2.5,0]}"#),
    (#"{"é":true,"z":false,"":{}}"#, #"{"":{},"z":false,"é":true}"#),
    (#"[]"#, "[]"), (#"[[],{}]"#, "[[],{}]"),
    (#""a\"\\\/\b\f\n\r\tA\u00e9😀""#, "\"a\\\"\\\\/\u{8}\u{c}\n\r\tAé😀\""),
    ("18446744073709551615", "18446744073709551615"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("1e3", "1000"), ("1E+2", "100"), ("0.1", "0.1"), ("0.1000000000000000055", "0.1"),
    ("1e400", "1e400"), ("123456789012345678901234567890", "1.2345678901234568e+29"),
    ("5e-324", "5e-324"),
  ]

  @Test(arguments: canonical) func reads(_ text: String, _ canonical: String) throws {
    #expect(try documents(text).map(\.canonicalText) == [canonical])
  }

  @Test func valuesStandOneBehindTheOther() throws {
    #expect(try documents("{} 1\n\n[2]\r\n").map(\.canonicalText) == ["{}", "1", "[2]"])
    #expect(try documents(" \n") == [])
  }

  @Test func valuesKnowTheirPlace() throws {
    let text = "{\"a\":\n  [\"é\", 12.5 ]}"
    let list = try #require(try documents(text)[0]["a"])
    guard case .list(let items) = list.value else {
      Issue.record("no list")
      return
    }
    let bytes = Array(text.utf8)
    #expect(items.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["\"é\"", "12.5"])
    let place = TextPosition(of: items[1].range.lowerBound, in: bytes)
    #expect(place.line == 2 && place.column == 9)
  }

  /// Bytes, what is wrong with them, and where.
  static let broken: [(String, JSONFact, Int)] = [
    ("{", .ended, 1), ("[1,", .ended, 3), ("\"abc", .ended, 4), ("[1 2]", .unexpected("2"), 3),
    ("{a:1}", .unexpected("a"), 1), ("{\"a\" 1}", .unexpected("1"), 5),
    ("[1,]", .unexpected("]"), 3),
    ("{\"a\":1,}", .unexpected("}"), 7), ("nul", .ended, 3), ("truth", .unexpected("t"), 3),
    ("[01]", .unexpected("1"), 2), ("-", .ended, 1), ("1.", .ended, 2), ("1e", .ended, 2),
    ("+1", .unexpected("+"), 0), ("NaN", .unexpected("N"), 0), ("'a'", .unexpected("'"), 0),
    ("[é]", .unexpected("é"), 1), ("{\"a\":1,\"a\":2}", .repeatedKey("a"), 7),
    ("\"\\x\"", .badEscape, 1), ("\"\\u12\"", .badEscape, 1), ("\"\\u12g4\"", .badEscape, 1),
    ("\"\\ud800\"", .badEscape, 1), ("\"\\ud800\\u0041\"", .badEscape, 1),
    ("\"\\udc00\"", .badEscape, 1), ("\"a\nb\"", .controlCharacter(10), 2),
  ]

  @Test(arguments: broken) func refuses(_ text: String, _ fact: JSONFact, _ offset: Int) {
    #expect(mistake(Array(text.utf8)) == JSONParser.Mistake(fact: fact, offset: offset))
  }

  @Test(arguments: [
    [0x22, 0xff, 0x22], [0x22, 0xc0, 0x80, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22],
  ])
  func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
    #expect(mistake(bytes) == JSONParser.Mistake(fact: .invalidUTF8, offset: 1))
  }

  @Test(arguments: ["[", "{\"a\":"]) func endsOnDeepNesting(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(mistake(Array(text.utf8))?.fact == .tooDeep(JSONParser.mostLevels))
  }

  @Test func endsOnLongNumbers() {
    let digits = String(repeating: "9", count: 100_000)
    #expect(mistake(Array(digits.utf8))?.fact == .longNumber(JSONParser.longestNumber))
    #expect(mistake(Array("1e\(digits)".utf8))?.fact == .longNumber(JSONParser.longestNumber))
  }

  /// No cut and no changed byte does anything but end in an answer or in a mistake.
  @Test func everyDamageEnds() throws {
    let text = #"{"a":[1.5e-3,true,null,"x\u00e9\n"],"b":{"c":false}}"#
    let bytes = Array(text.utf8)
    for end in 1..<bytes.count { #expect(mistake(Array(bytes[..<end])) != nil) }
    var numbers = SplitMix64(seed: 1)
    for _ in 0..<20_000 {
      var damaged = bytes
      let place = Int.random(in: damaged.indices, using: &numbers)
      damaged[place] = UInt8.random(in: 0...255, using: &numbers)
      _ = mistake(damaged)
    }
  }
}
