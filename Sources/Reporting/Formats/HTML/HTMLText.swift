/// Pieces of a page as text, with what is foreign to it escaped.
package struct HTMLText {
  private(set) var text = ""

  /// Adds an element as it is.
  mutating func add(_ element: String) { text += element + "\n" }

  /// Adds an element that holds words.
  ///
  /// - Parameters:
  ///   - name: of the element.
  ///   - words: not escaped; no element for none.
  ///   - attributes: as they stand in HTML.
  mutating func element(_ name: String, _ words: String, _ attributes: String = "") {
    guard !words.isEmpty else { return }
    let more = attributes.isEmpty ? "" : " " + attributes
    add("<\(name)\(more)>\(Self.escaped(words))</\(name)>")
  }

  /// Words for people, as character data or in an attribute.
  package static func escaped(_ text: String) -> String { SVGText.escaped(text) }

  /// A table that scrolls by itself where it is wider than the page.
  mutating func table(_ table: TopicTable) {
    let id = Self.escaped(table.id)
    add(
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(Self.escaped(table.title))\">"
        + "<table id=\"table-\(id)\">")
    add("<caption>\(Self.escaped(table.title))</caption>")
    add(
      "<thead><tr>"
        + table.columns.map { column in
          let style = column.style == nil ? "" : " class=\"n\""
          return "<th scope=\"col\"\(style) data-key=\"\(Self.escaped(column.key))\">"
            + Self.escaped(column.title) + "</th>"
        }.joined() + "</tr></thead><tbody>")
    for row in table.rows { add(Self.row(row, of: table)) }
    add("</tbody></table></div>")
    for note in table.notes { element("p", note, "class=\"note\"") }
  }

  private static func row(_ row: TopicTable.Row, of table: TopicTable) -> String {
    var text = "<tr data-key=\"\(escaped(row.key))\"\(row.isTotal ? " class=\"total\"" : "")>"
    for (place, cell) in row.cells.enumerated() {
      let shown = escaped(table.text(row, place))
      var (words, isNumber) = (shown, false)
      if case .number(let value, _, _) = cell {
        isNumber = true
        if let value, value.isFinite {
          words = "<data value=\"\(value.description)\">\(shown)</data>"
        }
      }
      if place == 0 {
        let depth = row.depth > 0 ? " class=\"d\(min(row.depth, 4))\"" : ""
        text += "<th scope=\"row\"\(depth)>\(words)</th>"
      } else {
        text += isNumber ? "<td class=\"n\">\(words)</td>" : "<td>\(words)</td>"
      }
    }
    return text + "</tr>"
  }
}
