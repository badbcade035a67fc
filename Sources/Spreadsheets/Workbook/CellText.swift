/// Text as the cells of a spreadsheet can hold it.
enum CellText {
  /// The most code units of UTF-16 in a cell.
  static let longest = 32_767

  /// The text with U+FFFD where XML knows no character, with what reads like an escaped character (`_x000D_`)
  /// escaped, and cut with an ellipsis where it is longer than a cell.
  static func string(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var units = 0
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      let piece: [Unicode.Scalar]
      if isEscape(rest) {
        piece = Array("_x005F_".unicodeScalars)
      } else {
        piece = [isAllowed(scalar) ? scalar : "\u{FFFD}"]
      }
      units += piece.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
      if units > longest - 1 {
        result.append("…")
        break
      }
      result.append(contentsOf: piece)
      rest = rest.dropFirst()
    }
    return String(result)
  }

  /// What the title of a chart may be: with an equals sign in front it would be taken for a formula.
  static func title(_ text: String) -> String {
    let text = string(text)
    return text.hasPrefix("=") ? " " + text : text
  }

  /// A header or a footer, where `&` begins a code.
  static func footer(_ text: String) -> String {
    string(text).split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }

  /// Whether an underscore begins `_xHHHH_`.
  private static func isEscape(_ text: Substring.UnicodeScalarView) -> Bool {
    let start = Array(text.prefix(7))
    guard start.count == 7, start[0] == "_", start[1] == "x", start[6] == "_" else { return false }
    return start[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
