/// Finds the phrases of Swift source text: what stands in calls of `localized`, and in the bodies of properties
/// and functions that give a `Phrase`, and of initializers that take some.
///
/// Inside such a body each string is taken for a phrase, but for the patterns of `case`, what is
/// compared, and what stands inside an interpolation: there a phrase is one only in `localized(...)`.
struct PhraseScanner {
  /// The keys, as `Phrase.key` has them, with the line each stands on.
  private(set) var found: [(key: String, line: Int)] = []
  private let source: [Character]
  private var at = 0

  init(_ source: String) {
    self.source = Array(source)
    scan(until: nil, takes: false)
  }

  /// Calls whose strings are phrases.
  private static let calls = ["localized(", "VariantMistake("]

  private static let openers = [
    ": Phrase {", ": Phrase? {", "-> Phrase {", "-> Phrase? {", ": [Phrase] {", "-> [Phrase] {",
  ]
  /// What stands right before a string that is no phrase, whatever it stands in.
  private static let others = [
    "case ", "== ", "!= ", "separator: ", ", with: ", "Prefix(", "Suffix(",
  ]

  /// Reads code up to the bracket that closes it, or to the end.
  private mutating func scan(until closer: Character?, takes: Bool) {
    while at < source.count {
      let character = source[at]
      if matches("//") {
        while at < source.count, source[at] != "\n", source[at] != "\r\n" { at += 1 }
      } else if character == closer {
        at += 1
        return
      } else if takes, matches("case "), !precedes("if "), !precedes("guard ") {
        at += "case ".count
        scan(until: ":", takes: false)
      } else if character == "\"" {
        let isPhrase = takes && !Self.others.contains { precedes($0) }
        let start = at
        let key = readString()
        if isPhrase, !key.isEmpty { found.append((key, line(of: start))) }
      } else if let call = Self.calls.first(where: { matches($0) }) {
        at += call.count
        scan(until: ")", takes: true)
      } else if let opener = Self.openers.first(where: { matches($0) }) {
        at += opener.count
        scan(until: "}", takes: true)
      } else {
        at += 1
        switch character {
        case "(": scan(until: ")", takes: takes)
        case "{": scan(until: "}", takes: takes)
        case "[": scan(until: "]", takes: takes)
        default: break
        }
      }
    }
  }

  private func matches(_ text: String) -> Bool { source[at...].starts(with: text) }

  private func precedes(_ text: String) -> Bool {
    at >= text.count && source[(at - text.count)..<at].elementsEqual(text)
  }

  private func line(of place: Int) -> Int { 1 + source[..<place].count { $0.isNewline } }

  /// Reads a string with its quotes; phrases inside its interpolations are found too.
  private mutating func readString() -> String {
    let isLong = matches("\"\"\"")
    at += isLong ? 3 : 1
    var text = ""
    while at < source.count, isLong ? !matches("\"\"\"") : source[at] != "\"" {
      guard source[at] == "\\" else {
        text.append(source[at])
        at += 1
        continue
      }
      at += 1
      let escape = source[at]
      at += 1
      switch escape {
      case "(":
        scan(until: ")", takes: false)
        text += "{}"
      case "n": text += isLong ? "\u{1}" : "\n"
      case "t": text += "\t"
      case "u":
        let digits = source[(at + 1)...].prefix { $0 != "}" }
        at += digits.count + 2
        text +=
          UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
      case "\n": text += "\u{2}"
      default: text.append(escape)
      }
    }
    at += isLong ? 3 : 1
    return isLong ? Self.unindented(text) : text
  }

  /// A long string without what its closing line is indented by, and without its first and last ends of lines.
  private static func unindented(_ text: String) -> String {
    // Ends of lines that are escaped are marked, so that what comes after them loses its indent too.
    let marked = text.replacing("\u{2}", with: "\u{2}\n")
    var lines = marked.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    let margin = lines.last?.count ?? 0
    if lines.last?.allSatisfy({ $0 == " " }) == true { lines = lines.dropLast() }
    return lines.map { $0.dropFirst(margin) }.joined(separator: "\n")
      .replacing("\u{2}\n", with: "").replacing("\u{1}", with: "\n")
  }
}
