/// Looks for references to anchors before a text is parsed.
///
/// A text of some lines in which anchors refer to anchors can stand for billions of nodes, and
/// comparing two such nodes takes as long. The scan knows nothing of quotes or comments: it may count
/// too many references, never too few, and is asked only whether there are more than a file may
/// have.
enum AnchorScan {
  /// The place of the first reference beyond the limit.
  static func referenceBeyondLimit(in text: String, limit: Int) -> TextPosition? {
    guard text.utf8.contains(UInt8(ascii: "*")), text.utf8.contains(UInt8(ascii: "&")) else {
      return nil
    }
    var anchors: Set<String> = []
    var references = 0
    var position = TextPosition(line: 1, column: 1)
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "&" || scalar == "*" {
        let name = self.name(after: index, in: scalars)
        if scalar == "&" {
          anchors.insert(name)
        } else if !name.isEmpty, anchors.contains(name) {
          references += 1
          if references > limit { return position }
        }
      }
      position.advance(over: scalar)
    }
    return nil
  }

  /// The letters, digits, hyphens and underscores that make an anchor's name.
  private static func name(after index: Int, in scalars: [Unicode.Scalar]) -> String {
    var name = ""
    for scalar in scalars[(index + 1)...] {
      guard
        "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar || scalar == "-"
          || scalar == "_"
      else { break }
      name.unicodeScalars.append(scalar)
    }
    return name
  }
}
