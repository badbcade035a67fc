/// Keys that stand twice in a mapping, changed so that the parser accepts them.
///
/// The parser stops at the first such mapping and tells the place of the first of the equal keys
/// only. So the first letter of that key is replaced by a character of a private use plane, which
/// moves no column, and the text is parsed again; afterwards both keys and their places are known.
struct MaskedKeys {
  /// The parser is run once for each masked key; a file with more of them is reported in part.
  private static let limit = 32
  private static let firstMask: UInt32 = 0xf0000

  private var replaced: [Unicode.Scalar] = []

  /// The text with the key at a mark masked; nil when the key cannot be found there.
  mutating func mask(_ keys: [String], at position: TextPosition, in text: String) -> String? {
    guard replaced.count < Self.limit else { return nil }
    var scalars = Array(text.unicodeScalars)
    guard var index = MaskedKeys.index(of: position, in: scalars) else { return nil }
    if index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count,
      keys.contains(where: { !$0.isEmpty && scalars[index...].starts(with: $0.unicodeScalars) }),
      let mask = Unicode.Scalar(Self.firstMask + UInt32(replaced.count))
    else { return nil }
    replaced.append(scalars[index])
    scalars[index] = mask
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A key as it is written in the file.
  func original(of key: String) -> String {
    guard let first = key.unicodeScalars.first, first.value >= Self.firstMask,
      Int(first.value - Self.firstMask) < replaced.count
    else { return key }
    var scalars = String.UnicodeScalarView()
    scalars.append(replaced[Int(first.value - Self.firstMask)])
    scalars.append(contentsOf: key.unicodeScalars.dropFirst())
    return String(scalars)
  }

  /// The position in the text of a line and column; lines end in a line feed, a carriage return or
  /// both.
  private static func index(of position: TextPosition, in scalars: [Unicode.Scalar]) -> Int? {
    var line = 1
    var index = 0
    while line < position.line, index < scalars.count {
      if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
        index += 1
      }
      if ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalars[index]) { line += 1 }
      index += 1
    }
    index += position.column - 1
    return line == position.line && index < scalars.count ? index : nil
  }
}
