/// Reads JSON (RFC 8259) that anybody may have written: what is wrong has a place, and nothing of it takes more
/// than its own length in time and in memory.
struct JSONParser {
  /// The most objects and lists in each other; answers have some ten.
  static let mostLevels = 64
  /// The most characters of a number.
  static let longestNumber = 1_000

  /// Why bytes are no JSON.
  struct Mistake: Error, Equatable {
    let fact: JSONFact
    /// Of the byte at which it is found.
    let offset: Int
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int
  private var level = 0

  /// - Parameters:
  ///   - bytes: of a file.
  ///   - range: of those to read; nil for all.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    offset = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Reads values that stand one behind the other, as lines or not.
  mutating func documents() throws(Mistake) -> [JSONNode] {
    var documents: [JSONNode] = []
    skipBlanks()
    while offset < end {
      documents.append(try value())
      skipBlanks()
    }
    return documents
  }

  private var next: UInt8? { offset < end ? bytes[offset] : nil }

  private func mistake(_ fact: JSONFact, at place: Int? = nil) -> Mistake {
    Mistake(fact: fact, offset: place ?? offset)
  }

  /// What stands there instead of what is expected.
  private var unexpected: Mistake {
    guard next != nil else { return mistake(.ended) }
    return mistake(.unexpected(character(at: offset)))
  }

  /// The character that begins at an offset.
  private func character(at offset: Int) -> String {
    let rest = bytes[offset..<min(offset + 4, end)]
    return String(String(decoding: rest, as: UTF8.self).prefix(1))
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func value() throws(Mistake) -> JSONNode {
    let start = offset
    let value: JSONNode.Value
    switch next {
    case UInt8(ascii: "{"):
      value = .object(try inside { parser throws(Mistake) in try parser.members() })
    case UInt8(ascii: "["):
      value = .list(try inside { parser throws(Mistake) in try parser.items() })
    case UInt8(ascii: "\""): value = .text(try string())
    case UInt8(ascii: "t"): value = try word("true", .bool(true))
    case UInt8(ascii: "f"): value = try word("false", .bool(false))
    case UInt8(ascii: "n"): value = try word("null", .null)
    case UInt8(ascii: "-"): value = .number(try number())
    case let byte? where Self.digits.contains(byte): value = .number(try number())
    default: throw unexpected
    }
    return JSONNode(value: value, range: start..<offset)
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONNode.Value
  ) throws(Mistake) -> JSONNode.Value {
    for byte in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) {
      guard next == byte else { throw unexpected }
      offset += 1
    }
    return value
  }

  // MARK: Lists and objects

  private mutating func inside<Result>(
    _ body: (inout JSONParser) throws(Mistake) -> Result
  ) throws(Mistake) -> Result {
    guard level < Self.mostLevels else { throw mistake(.tooDeep(Self.mostLevels)) }
    level += 1
    offset += 1
    skipBlanks()
    let result = try body(&self)
    level -= 1
    return result
  }

  private mutating func items() throws(Mistake) -> [JSONNode] {
    var items: [JSONNode] = []
    if take(UInt8(ascii: "]")) { return items }
    while true {
      items.append(try value())
      skipBlanks()
      if take(UInt8(ascii: "]")) { return items }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func members() throws(Mistake) -> [JSONNode.Member] {
    var members: [JSONNode.Member] = []
    var keys: Set<String> = []
    if take(UInt8(ascii: "}")) { return members }
    while true {
      let place = offset
      guard next == UInt8(ascii: "\"") else { throw unexpected }
      let key = try string()
      guard keys.insert(key).inserted else { throw mistake(.repeatedKey(key), at: place) }
      skipBlanks()
      try expect(UInt8(ascii: ":"))
      members.append(JSONNode.Member(key: key, value: try value()))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return members }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(Mistake) {
    guard take(byte) else { throw unexpected }
    skipBlanks()
  }

  // MARK: Numbers

  private mutating func number() throws(Mistake) -> String {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    guard offset - start <= Self.longestNumber else {
      throw mistake(.longNumber(Self.longestNumber), at: start)
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// One digit or more.
  private mutating func digits() throws(Mistake) {
    let start = offset
    while let byte = next, Self.digits.contains(byte) { offset += 1 }
    if offset == start { throw unexpected }
  }

  // MARK: Strings

  private mutating func string() throws(Mistake) -> String {
    offset += 1
    var text = ""
    var start = offset
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        text += try plain(start..<offset)
        offset += 1
        return text
      case UInt8(ascii: "\\"):
        text += try plain(start..<offset)
        text.unicodeScalars.append(try escaped())
        start = offset
      case 0..<0x20: throw mistake(.controlCharacter(UInt32(byte)))
      default: offset += 1
      }
    }
    throw mistake(.ended)
  }

  private func plain(_ range: Range<Int>) throws(Mistake) -> String {
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw mistake(.invalidUTF8, at: range.lowerBound)
    }
    return text
  }

  /// What stands behind a backslash.
  private mutating func escaped() throws(Mistake) -> Unicode.Scalar {
    let start = offset
    offset += 1
    guard let byte = next else { throw mistake(.ended) }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw mistake(.badEscape, at: start)
    }
    let unit = try codeUnit(of: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // A character beyond 16 bits has two escapes, the higher one first.
    guard (0xd800...0xdbff).contains(unit), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw mistake(.badEscape, at: start)
    }
    let low = try codeUnit(of: start)
    guard (0xdc00...0xdfff).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
    else { throw mistake(.badEscape, at: start) }
    return scalar
  }

  /// Four hexadecimal digits.
  private mutating func codeUnit(of start: Int) throws(Mistake) -> UInt32 {
    guard end - offset >= 4 else { throw mistake(.badEscape, at: start) }
    var unit: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw mistake(.badEscape, at: start)
      }
      unit = unit << 4 | UInt32(digit)
    }
    offset += 4
    return unit
  }
}

extension TextPosition {
  /// Where a byte stands: its line, and its character in the line.
  ///
  /// - Parameters:
  ///   - offset: of the byte, or the number of bytes.
  ///   - bytes: of a file in UTF-8.
  init(of offset: Int, in bytes: [UInt8]) {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = (before.lastIndex(of: 0x0a) ?? -1) + 1
    self.init(
      line: 1 + before.count { $0 == 0x0a },
      // Bytes that go on with a character are not counted.
      column: 1 + before[lineStart...].count { $0 & 0xc0 != 0x80 })
  }
}
