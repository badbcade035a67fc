/// The text of a file that people wrote, and its bytes.
struct TextFile {
  /// The file as it was found.
  let bytes: [UInt8]
  /// Without a byte order mark.
  let text: String

  /// The most that is read of a file: a scenario is some kilobytes, a history some more.
  static let maximumBytes = 1 << 20

  /// Reads a file as UTF-8 text; on failure reports why, and the place.
  static func read(
    path: String, what: FileKind, into findings: Findings, at place: Place? = nil,
    maximumBytes: Int = maximumBytes
  ) -> TextFile? {
    func fail(_ fact: FileFact, at position: TextPosition? = nil) -> TextFile? {
      let inFile = Location(path: path, line: position?.line, column: position?.column)
      findings.report(fact, at: position == nil ? place?.location ?? inFile : inFile)
      return nil
    }
    let bytes: [UInt8]
    switch FileSource.current.content(of: path, upTo: maximumBytes) {
    case .bytes(let found): bytes = found
    case .folder: return fail(.isDirectory(what: what, path: path))
    case .unreadable: return fail(.unreadable(what: what, path: path))
    case .tooLarge: return fail(.tooLarge(what: what, path: path, limit: maximumBytes))
    case .link, nil: return fail(.missing(what: what, path: path))
    }
    switch decode(bytes) {
    case .success(let text): return TextFile(bytes: bytes, text: text)
    case .failure(let failure):
      return fail(failure.fact, at: failure.position)
    }
  }

  struct DecodingFailure: Error {
    let fact: FileFact
    let position: TextPosition
  }

  /// Turns bytes into text, and refuses what no text has.
  static func decode(_ bytes: [UInt8]) -> Result<String, DecodingFailure> {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      return .failure(DecodingFailure(fact: .utf16, position: TextPosition(line: 1, column: 1)))
    }
    var content = bytes[...]
    if content.starts(with: [0xef, 0xbb, 0xbf]) { content = content.dropFirst(3) }
    var position = TextPosition(line: 1, column: 1)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = content.makeIterator()
    var text = String.UnicodeScalarView()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput: return .success(String(text))
      case .error:
        return .failure(DecodingFailure(fact: .invalidUTF8, position: position))
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        guard isText(scalar) else {
          return .failure(
            DecodingFailure(fact: .controlCharacter(scalar.value), position: position))
        }
        text.append(scalar)
        position.advance(over: scalar)
      }
    }
  }

  /// The printable characters of YAML 1.2.2, section 5.1, but the byte order mark.
  private static func isText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0a, 0x0d, 0x20...0x7e, 0x85, 0xa0...0xd7ff, 0xe000...0xfefe, 0xff00...0xfffd,
      0x10000...0x10ffff:
      true
    default: false
    }
  }
}
