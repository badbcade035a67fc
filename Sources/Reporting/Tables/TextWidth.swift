extension String {
  /// Columns of a terminal it takes: its characters as people count them, so that a letter and its
  /// combining marks are one. (Characters of double width are not provided for.)
  var columns: Int { count }

  /// Without line breaks, tabs and control characters, which would break a layout or drive the
  /// terminal.
  var printable: String {
    let spaced = String(
      String.UnicodeScalarView(
        unicodeScalars.map {
          switch $0.properties.generalCategory {
          case .control, .lineSeparator, .paragraphSeparator: " "
          default: $0
          }
        }))
    return spaced.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  /// Cut to a width, with an ellipsis where something is missing.
  func truncated(to width: Int) -> String {
    guard columns > width else { return self }
    guard width > 0 else { return "" }
    var kept = String(prefix(width - 1))
    while kept.hasSuffix(" ") { kept.removeLast() }
    return kept + "…"
  }

  /// Filled with spaces to a width, on the right or on the left.
  func padded(to width: Int, _ alignment: TextTable.Alignment = .left) -> String {
    let fill = String(repeating: " ", count: max(width - columns, 0))
    return alignment == .left ? self + fill : fill + self
  }

  /// Broken between words into lines no wider than this; a word that is wider is broken too.
  ///
  /// - Parameter indent: put before every line but the first.
  func wrapped(to width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    var isEmpty = true
    for word in split(separator: " ") {
      var rest = String(word)
      if !isEmpty, line.columns + 1 + rest.columns > width {
        lines.append(line)
        (line, isEmpty) = (indent, true)
      }
      while isEmpty, line.columns + rest.columns > width {
        let room = max(width - line.columns, 1)
        lines.append(line + rest.prefix(room))
        rest = String(rest.dropFirst(room))
        line = indent
      }
      line += isEmpty ? rest : " " + rest
      isEmpty = rest.isEmpty && isEmpty
    }
    if !isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
