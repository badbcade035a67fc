import Foundation

/// An answer that growth wrote to a file, a page or JSON, with what it was made from.
///
/// Anybody may have written the file: reading it opens no other, and what is wrong with it is a diagnostic.
public struct AnswerFile: Sendable {
  /// What the answer itself says.
  enum Content: Sendable {
    /// One object, or one for each row of a table; without what it was made from.
    case json([JSONNode])
    /// Without what it was made from.
    case page(Data)
  }

  /// The most that is read.
  static let maximumBytes = 64 << 20

  /// As it was given.
  public let path: String
  /// What it says it was made from.
  public let reproduction: Reproduction
  let content: Content
  let bytes: [UInt8]
  /// The bytes that say what the answer was made from, which are not a part of it.
  let block: Range<Int>

  /// Reads a file.
  ///
  /// - Parameter path: absolute or relative to the current folder.
  /// - Returns: the answer, nil where the file holds none that can be made again, and why.
  public static func read(path: String) -> (answer: AnswerFile?, diagnostics: [Diagnostic]) {
    let findings = Findings(main: path)
    func fail(_ fact: FileFact) { findings.report(fact, at: Location(path: path)) }
    switch FileSource.current.content(of: path, upTo: maximumBytes) {
    case .bytes(let bytes):
      let answer = AnswerFile(bytes, path: path, into: findings)
      return (findings.hasErrors ? nil : answer, findings.ordered)
    case .folder: fail(.isDirectory(what: .answer, path: path))
    case .unreadable: fail(.unreadable(what: .answer, path: path))
    case .tooLarge: fail(.tooLarge(what: .answer, path: path, limit: maximumBytes))
    case .link, nil: fail(.missing(what: .answer, path: path))
    }
    return (nil, findings.ordered)
  }

  /// Reads an answer from text, as a command writes it.
  ///
  /// - Returns: nil where the text is no answer that can be made again.
  public init?(text: String) {
    let findings = Findings(main: "")
    self.init(Array(text.utf8), path: "", into: findings)
    if findings.hasErrors { return nil }
  }

  private init?(_ bytes: [UInt8], path: String, into findings: Findings) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let start = bytes.starts(with: mark) ? mark.count : 0
    let first = bytes[start...].first { !" \t\r\n".utf8.contains($0) }
    let found: Found?
    switch first {
    case UInt8(ascii: "<"): found = Self.page(bytes, path, findings)
    case UInt8(ascii: "{"): found = Self.json(bytes, from: start, path, findings)
    default:
      findings.report(AnswerFact.noAnswer, at: Location(path: path))
      return nil
    }
    guard let found,
      let reproduction = Self.reproduction(found.node, of: bytes, path, findings)
    else { return nil }
    self.path = path
    self.bytes = bytes
    self.reproduction = reproduction
    content = found.content
    block = found.block
  }

  private struct Found {
    let content: Content
    let node: JSONNode
    let block: Range<Int>
  }

  /// Whether the answer is the one that was written; nil where it has no hash.
  public var isAnswerIntact: Bool? {
    reproduction.answer.map { written in
      switch content {
      case .json(let documents): written == Reproduction.digest(ofAnswer: documents)
      case .page(let page): written == Reproduction.digest(ofPage: page)
      }
    }
  }

  /// What an answer in JSON says of the random numbers; nil for one that says nothing of them, and for a page.
  public var randomness: (seed: UInt64, draws: UInt64)? {
    guard case .json(let documents) = content, let seed = documents.first?["seed"]?.count,
      let draws = documents.first?["draws"]?.count
    else { return nil }
    return (seed, draws)
  }

  // MARK: Reading

  private static func json(
    _ bytes: [UInt8], from start: Int, _ path: String, _ findings: Findings
  ) -> Found? {
    guard let documents = parsed(bytes, start..<bytes.count, path, findings) else { return nil }
    guard case .text(let format)? = documents.first?["format"]?.value, format.hasPrefix("growth.")
    else {
      findings.report(AnswerFact.noAnswer, at: Location(path: path))
      return nil
    }
    guard let node = documents[0][Reproduction.key] else {
      findings.report(AnswerFact.noReproduction, at: Location(path: path))
      return nil
    }
    let rest = [documents[0].without(Reproduction.key)] + documents.dropFirst()
    return Found(content: .json(rest), node: node, block: node.range)
  }

  private static func page(_ bytes: [UInt8], _ path: String, _ findings: Findings) -> Found? {
    let page = Data(bytes)
    let (opening, closing) = (Data(Reproduction.pageStart.utf8), Data(Reproduction.pageEnd.utf8))
    guard let start = page.range(of: opening),
      let end = page.range(of: closing, in: start.upperBound..<page.endIndex)
    else {
      findings.report(AnswerFact.noReproduction, at: Location(path: path))
      return nil
    }
    if let second = page.range(of: opening, in: start.upperBound..<page.endIndex) {
      findings.report(
        AnswerFact.repeatedBlock, at: location(of: second.lowerBound, in: bytes, path))
      return nil
    }
    guard
      let node = parsed(bytes, start.upperBound..<end.lowerBound, path, findings)?.first
    else { return nil }
    let block = start.lowerBound..<end.upperBound
    return Found(
      content: .page(page[..<block.lowerBound] + page[block.upperBound...]), node: node,
      block: block)
  }

  private static func parsed(
    _ bytes: [UInt8], _ range: Range<Int>, _ path: String, _ findings: Findings
  ) -> [JSONNode]? {
    var parser = JSONParser(bytes, in: range)
    do throws(JSONParser.Mistake) {
      let documents = try parser.documents()
      if documents.isEmpty { throw JSONParser.Mistake(fact: .ended, offset: range.upperBound) }
      return documents
    } catch {
      findings.report(error.fact, at: location(of: error.offset, in: bytes, path))
      return nil
    }
  }

  private static func location(of offset: Int, in bytes: [UInt8], _ path: String) -> Location {
    let position = TextPosition(of: offset, in: bytes)
    return Location(path: path, line: position.line, column: position.column)
  }

  private static func reproduction(
    _ node: JSONNode, of bytes: [UInt8], _ path: String, _ findings: Findings
  ) -> Reproduction? {
    func fail(_ keys: [any CodingKey], _ fact: (String) -> AnswerFact) -> Reproduction? {
      var (place, name) = (node, Reproduction.key)
      for key in keys {
        if let index = key.intValue {
          name += "[\(index)]"
          if case .list(let items) = place.value, items.indices.contains(index) {
            place = items[index]
          }
        } else {
          name += "." + key.stringValue
          place = place[key.stringValue] ?? place
        }
      }
      findings.report(fact(name), at: location(of: place.range.lowerBound, in: bytes, path))
      return nil
    }
    do {
      return try JSONDecoder().decode(Reproduction.self, from: Data(bytes[node.range]))
    } catch DecodingError.keyNotFound(let key, let context) {
      return fail(context.codingPath + [key], AnswerFact.missingPart)
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context)
    {
      return fail(context.codingPath, AnswerFact.badPart)
    } catch {
      return fail([], AnswerFact.badPart)
    }
  }
}
