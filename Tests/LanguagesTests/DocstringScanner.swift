/// Finds public declarations of Swift source text that no comment of documentation stands above.
///
/// It goes by the indents of the house's format. A declaration needs a comment where it is `public` or `package`, a
/// case of a public enumeration, or a requirement of a public protocol. What fulfils a requirement of a protocol has
/// the comment of that.
struct DocstringScanner {
  /// Declarations without a comment, by line.
  private(set) var missing: [(line: Int, text: String)] = []
  /// The names that each public protocol requires.
  private(set) var requirements: [String: Set<String>] = [:]

  /// What protocols of the standard library require.
  static let standardRequirements: Set = [
    "description", "hash", "==", "<", "init(stringLiteral", "init(stringInterpolation",
    "init(literalCapacity",
  ]

  private enum Context { case enumeration, proto, other }

  /// - Parameters:
  ///   - source: the text of a file.
  ///   - inherited: names that need no comment.
  init(_ source: String, inherited: Set<String> = standardRequirements) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var open: [(indent: Int, context: Context)] = []
    var proto = ""
    for (index, line) in lines.enumerated() {
      let text = line.drop { $0 == " " }
      guard !text.isEmpty, !text.hasPrefix("//") else { continue }
      let indent = line.count - text.count
      while let last = open.last, indent <= last.indent { open.removeLast() }
      let words = Self.words(text)
      let isPublic = words.contains { ["public", "package"].contains($0) }
      let isMember = open.last.map { indent == $0.indent + 2 } ?? false
      let context = isMember ? open.last?.context ?? .other : .other
      let name = Self.name(text)
      if context == .proto, let name { requirements[proto, default: []].insert(name) }
      let isNeeded =
        isPublic && !words.contains("extension")
        || context == .enumeration && words.first == "case" || context == .proto && name != nil
      let isInherited = context != .proto && name.map(inherited.contains) ?? false
      if isNeeded, !isInherited, !Self.isDocumented(lines, index) {
        missing.append((index + 1, String(text)))
      }
      if isPublic, words.contains("enum"), text.contains("{ case ") {
        missing.append((index + 1, String(text)))
      }
      guard text.hasSuffix("{") else { continue }
      let kind: Context =
        !isPublic
        ? .other
        : words.contains("enum") ? .enumeration : words.contains("protocol") ? .proto : .other
      if kind == .proto { proto = text.firstMatch(of: /protocol (\w+)/).map { String($0.1) } ?? "" }
      open.append((indent, kind))
    }
  }

  /// The protocols that a type of the text says it conforms to, and all else behind the colons of types.
  static func conformances(_ source: String) -> Set<String> {
    let heads = source.matches(
      of: /\b(?:struct|enum|class|extension) [\w.]+(?:<[^>]*>)?: ([\w&, .\n]+)/)
    return Set(heads.flatMap { $0.1.split { !$0.isLetter && !$0.isNumber }.map(String.init) })
  }

  /// The words that a declaration begins with, up to its name.
  private static func words(_ text: Substring) -> [Substring] {
    let modifiers: Set<Substring> = [
      "public", "package", "private", "fileprivate", "internal", "static", "mutating", "final",
      "indirect", "nonisolated", "struct", "enum", "class", "protocol", "extension", "func", "var",
      "let", "case", "init", "subscript", "typealias", "associatedtype", "actor",
    ]
    let all = text.split { $0 == " " || $0 == "(" }
    return Array(all.drop { $0.hasPrefix("@") }.prefix { modifiers.contains($0) })
  }

  /// The name of a function or property; of an initializer `init(` and its first label.
  private static func name(_ text: Substring) -> String? {
    if let match = text.firstMatch(of: /\b(?:func|var|let) ([\w`]+|==|<)/) {
      return String(match.1)
    }
    return text.firstMatch(of: /\b(init\(\w+|init\(\)|subscript)/).map { String($0.1) }
  }

  /// Whether a comment ends above a line, or above the attributes before it.
  private static func isDocumented(_ lines: [String], _ index: Int) -> Bool {
    let above = lines[..<index].last { !$0.drop { $0 == " " }.hasPrefix("@") }
    return above?.drop { $0 == " " }.hasPrefix("///") ?? false
  }
}
