import Foundation

/// What an answer is made from, and stands in it: whoever has the answer can make it again.
///
/// Hashes tell what was changed afterwards. They guard against accidents and against edits in good faith; whoever
/// edits an answer in bad faith can write new ones, and only making it again finds that out.
public struct Reproduction: Sendable, Equatable, Codable {
  /// Of the program that made the answer.
  public let version: String
  /// The command, its options as `--name=value`, and its files: what the answer depends on, and no more.
  public let arguments: [String]
  /// All that was read.
  public let files: InputFiles
  /// `sha256:` and the hash of version, arguments and files, as they were when the answer was made.
  public let inputs: String
  /// `sha256:` and the hash of the answer without this part; nil for a table that is written row by row.
  public private(set) var answer: String?

  /// - Parameters:
  ///   - version: of the program that answers.
  ///   - arguments: of the command, as far as the answer depends on them.
  ///   - files: that it reads.
  public init(version: String, arguments: [String], files: InputFiles) {
    self.version = version
    self.arguments = arguments
    self.files = files
    inputs = Self.digest(version, arguments, files)
  }

  /// Whether version, arguments and files are those that the answer was made from.
  public var areInputsIntact: Bool { inputs == Self.digest(version, arguments, files) }

  /// The hash of version, number of arguments, arguments, and of each file its path, what is found there, and its
  /// bytes; each text behind its length, in bytes, and a colon.
  private static func digest(
    _ version: String, _ arguments: [String], _ files: InputFiles
  ) -> String {
    var hash = SHA256()
    func add(_ bytes: some Collection<UInt8>) {
      hash.update("\(bytes.count):".utf8)
      hash.update(bytes)
    }
    add(version.utf8)
    add(String(arguments.count).utf8)
    for argument in arguments { add(argument.utf8) }
    for file in files.files {
      add(file.path.utf8)
      switch file.content {
      case .bytes(let bytes):
        add("bytes".utf8)
        add(bytes)
      case .link(let target):
        add("link".utf8)
        add(target.utf8)
      case .folder: add("folder".utf8)
      case .unreadable: add("unreadable".utf8)
      case .tooLarge: add("too large".utf8)
      }
    }
    return "sha256:" + hash.finish()
  }
}

// MARK: In answers

extension Reproduction {
  /// The last key of an answer in JSON.
  static let key = "reproduction"

  /// What the part of a page begins and ends with.
  static let pageStart = "<script type=\"application/json\" id=\"reproduction\">\n"
  static let pageEnd = "</script>\n"

  /// An answer with what it is made from behind its own keys.
  ///
  /// - Parameter json: an object that is laid out over lines, as answers are.
  public func attached(toAnswer json: String) throws -> String {
    var parser = JSONParser(Array(json.utf8))
    var own = self
    own.answer = Self.digest(ofAnswer: try parser.documents())
    return Self.joined(json, try own.json(inPrintOf: [.prettyPrinted]), before: ",\n", from: 2)
  }

  /// The first row of a table of JSON, an object a line, with what the table is made from behind its own keys.
  ///
  /// - Parameter row: an object on one line.
  public func attached(toRow row: String) throws -> String {
    Self.joined(row, try json(inPrintOf: []), before: ",", from: 1)
  }

  /// A page with what it is made from before the end of its body.
  public func attached(toPage page: String) throws -> String {
    guard let end = page.range(of: "</body>", options: .backwards)?.lowerBound else { return page }
    var own = self
    own.answer = Self.digest(ofPage: Data(page.utf8))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // No file can end the element before its time, or begin a comment.
    let block = String(decoding: try encoder.encode(own), as: UTF8.self)
      .replacingOccurrences(of: "<", with: "\\u003c")
    return page[..<end] + Self.pageStart + block + "\n" + Self.pageEnd + page[end...]
  }

  static func digest(ofAnswer documents: [JSONNode]) -> String {
    "sha256:" + SHA256.hexadecimal(of: documents.map(\.canonicalText).joined(separator: "\n").utf8)
  }

  static func digest(ofPage page: Data) -> String { "sha256:" + SHA256.hexadecimal(of: page) }

  /// An object with this part as its only key.
  private func json(inPrintOf formatting: JSONEncoder.OutputFormatting) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: try encoder.encode([Self.key: self]), as: UTF8.self) + "\n"
  }

  /// The keys of two objects in one.
  ///
  /// - Parameters:
  ///   - first: ends with its brace, and blanks.
  ///   - separator: of the two.
  ///   - start: characters of the second object's text to leave out.
  private static func joined(
    _ first: String, _ second: String, before separator: String, from start: Int
  ) -> String {
    var text = Substring(first)
    func trim() { while text.last?.isWhitespace == true { text.removeLast() } }
    trim()
    text.removeLast()
    trim()
    return text + separator + second.dropFirst(start)
  }
}
