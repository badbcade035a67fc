/// The first line of a request and its fields, read strictly: RFC 9112 without what it only tolerates.
struct RequestHead: Sendable, Equatable {
  let method: String
  /// As it was sent, from the slash up to a question mark.
  let path: String
  /// What stands behind the question mark.
  let query: String
  /// Names in small letters.
  let fields: [(name: String, value: String)]

  static func == (a: RequestHead, b: RequestHead) -> Bool {
    a.method == b.method && a.path == b.path && a.query == b.query
      && a.fields.elementsEqual(b.fields, by: ==)
  }

  /// The most fields that a request may have.
  static let mostFields = 100

  /// Fields that may stand once only: whatever reads another than the first of two would be led astray.
  private static let single: Set<String> = [
    "host", "origin", "content-length", "content-type", "cookie", "expect", "x-growth-token",
  ]

  /// Reads the lines of a head.
  ///
  /// - Parameter bytes: all up to the empty line, with the line end of the last field.
  /// - Throws: `Refusal` for whatever is not as it should be.
  init(_ bytes: some Collection<UInt8>) throws(Refusal) {
    var lines: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x0A where previous == 0x0D:
        lines[lines.count - 1].removeLast()
        lines.append([])
      // A line feed alone is one to some programs and none to others.
      case 0x0A, 0x00: throw .malformed
      default:
        if previous == 0x0D { throw .malformed }
        lines[lines.count - 1].append(byte)
      }
      previous = byte
    }
    guard lines.removeLast().isEmpty, !lines.isEmpty else { throw .malformed }
    (method, path, query) = try Self.requestLine(lines[0])
    guard lines.count - 1 <= Self.mostFields else { throw .headTooLarge }
    var fields: [(name: String, value: String)] = []
    for line in lines.dropFirst() { fields.append(try Self.field(line)) }
    for name in Self.single where fields.count(where: { $0.name == name }) > 1 {
      throw .malformed
    }
    self.fields = fields
  }

  /// The value of a field.
  ///
  /// - Parameter name: in small letters.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  private static func requestLine(
    _ line: [UInt8]
  ) throws(Refusal) -> (method: String, path: String, query: String) {
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, let method = token(parts[0]),
      method.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
      parts[1].first == UInt8(ascii: "/"), parts[1].allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw .malformed }
    guard parts[2].elementsEqual("HTTP/1.1".utf8) else {
      throw parts[2].starts(with: "HTTP/".utf8) ? .versionNotSupported : .malformed
    }
    let target = parts[1].split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    return (
      method, String(decoding: target[0], as: UTF8.self),
      target.count > 1 ? String(decoding: target[1], as: UTF8.self) : ""
    )
  }

  private static func field(
    _ line: [UInt8]
  ) throws(Refusal) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let name = token(line[..<colon])
    else { throw .malformed }
    var value = line[line.index(after: colon)...]
    while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
    while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
    guard value.allSatisfy({ $0 == 0x09 || (0x20...0x7E).contains($0) || $0 >= 0x80 }),
      let text = String(validating: value, as: UTF8.self)
    else { throw .malformed }
    return (name.lowercased(), text)
  }

  /// A token of RFC 9110, section 5.6.2; nil where it is none.
  private static func token(_ bytes: some Collection<UInt8>) -> String? {
    let marks = Set("!#$%&'*+-.^_`|~".utf8)
    let isToken = bytes.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: marks.contains(byte)
      }
    }
    return bytes.isEmpty || !isToken ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Bytes of the body; zero where nothing is said of one.
  ///
  /// - Parameter most: that are taken.
  /// - Throws: `Refusal` where it cannot be told, or is too large.
  func bodyLength(most: Int) throws(Refusal) -> Int {
    if self["transfer-encoding"] != nil { throw .codingNotImplemented }
    if self["expect"] != nil { throw .expectationFailed }
    guard let text = self["content-length"] else {
      if method == "POST" { throw .lengthRequired }
      return 0
    }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .malformed
    }
    guard let length = Int(text), length <= most else { throw .bodyTooLarge }
    if method != "POST", length > 0 { throw .bodyTooLarge }
    return length
  }

  /// Whether the client is done with the connection after this request.
  var closesConnection: Bool {
    self["connection"]?.lowercased().split(separator: ",").contains {
      $0.trimmed == "close"
    } ?? false
  }
}

extension StringProtocol {
  /// Without blanks around it.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
