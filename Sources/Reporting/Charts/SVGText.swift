/// Pieces of an SVG picture as text, with what is foreign to it escaped.
struct SVGText {
  private(set) var text: String

  /// Begins a picture that says in words what it shows, for those who cannot see it.
  ///
  /// - Parameters:
  ///   - width: in pixels.
  ///   - height: in pixels.
  ///   - title: a short name.
  ///   - description: what the picture shows.
  init(width: Double, height: Double, title: String, description: String) {
    let (w, h) = (Self.number(width), Self.number(height))
    text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(w)" height="\(h)" viewBox="0 0 \(w) \(h)" \
      role="img" aria-labelledby="title desc" font-family="sans-serif" font-size="12" fill="#222">
      <title id="title">\(Self.escaped(title))</title>
      <desc id="desc">\(Self.escaped(description))</desc>
      <rect width="\(w)" height="\(h)" fill="#fff"/>

      """
  }

  /// Begins a picture in a page, as wide as there is room for; the page's style sheet has its colours.
  ///
  /// - Parameters:
  ///   - id: its own among all pictures of the page.
  ///   - width: of the drawing, in units that are pixels where the room is as wide.
  ///   - height: of the drawing.
  ///   - title: a short name.
  ///   - description: what the picture shows.
  init(id: String, width: Double, height: Double, title: String, description: String) {
    let (w, h) = (Self.number(width), Self.number(height))
    let id = Self.escaped(id)
    text = """
      <svg xmlns="http://www.w3.org/2000/svg" class="chart" id="\(id)" viewBox="0 0 \(w) \(h)" \
      role="img" aria-labelledby="\(id)-title \(id)-desc" font-size="12">
      <title id="\(id)-title">\(Self.escaped(title))</title>
      <desc id="\(id)-desc">\(Self.escaped(description))</desc>

      """
  }

  mutating func end() { text += "</svg>\n" }

  mutating func add(_ element: String) { text += element + "\n" }

  /// A line of words.
  ///
  /// - Parameters:
  ///   - words: not escaped.
  ///   - x: where the anchor is.
  ///   - y: of the line that letters stand on.
  ///   - anchor: `start`, `middle` or `end`.
  ///   - attributes: further ones, as they stand in SVG.
  mutating func words(
    _ words: String, x: Double, y: Double, anchor: String = "start", attributes: String = ""
  ) {
    let more = attributes.isEmpty ? "" : " " + attributes
    add(
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor)\"\(more)>"
        + Self.escaped(words) + "</text>")
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, attributes: String = ""
  ) {
    let more = attributes.isEmpty ? "" : " " + attributes
    add(
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\""
        + " height=\"\(Self.number(height))\" fill=\"\(fill)\"\(more)/>")
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String = "#222"
  ) {
    add(
      "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\""
        + " y2=\"\(Self.number(y2))\" stroke=\"\(stroke)\"/>")
  }

  /// A coordinate, to a tenth of a pixel.
  static func number(_ value: Double) -> String {
    NumberFormat(decimals: 1, trimsZeros: true, language: .english).string(value)
      .filter { $0 != "," }
  }

  /// Words for people, as character data.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.printable {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }

  /// How wide a text of this many letters is, about.
  static func width(_ text: String, size: Double = 12) -> Double {
    Double(text.columns) * size * 0.58
  }
}
