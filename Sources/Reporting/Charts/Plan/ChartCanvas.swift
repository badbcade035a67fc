/// A picture in a page while it is drawn, with marks whose colours the page has.
struct ChartCanvas {
  /// What an area is filled with, from dark to light in the light theme.
  enum Fill: Equatable {
    case s1, s2, s3, s4, other, paper, mark
    /// Light with dark stripes.
    case hatched

    var name: String {
      switch self {
      case .s1: "s1"
      case .s2: "s2"
      case .s3: "s3"
      case .s4: "s4"
      case .other: "other"
      case .paper: "paper"
      case .mark: "mark"
      case .hatched: "hatched"
      }
    }

    /// The class of words that are legible on it.
    var words: String? {
      switch self {
      case .s1: "on1"
      case .s2: "on2"
      case .s3: "on3"
      case .s4: "on4"
      case .other, .paper, .mark, .hatched: nil
      }
    }
  }

  enum Stroke: String { case grid, axis, ink, goal, edge, halo }

  enum Anchor: String { case start, middle, end }

  let id: String
  let layout: ChartLayout
  let height: Double
  private var svg: SVGText

  var width: Double { layout.width }

  init(
    id: String, layout: ChartLayout, height: Double, title: String, description: String
  ) {
    self.id = "\(id)-\(layout.rawValue)"
    self.layout = layout
    self.height = height
    svg = SVGText(
      id: self.id, width: layout.width, height: height, title: title, description: description)
    svg.add(
      "<defs><pattern id=\"\(self.id)-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\""
        + " patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" class=\"s4\"/>"
        + "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\" class=\"hatching\"/></pattern></defs>")
  }

  /// The finished picture.
  var text: String {
    var svg = svg
    svg.end()
    return svg.text
  }

  private func fill(_ fill: Fill) -> String {
    fill == .hatched ? "fill=\"url(#\(id)-hatch)\"" : "class=\"\(fill.name)\""
  }

  mutating func words(
    _ words: String, x: Double, y: Double, anchor: Anchor = .start, size: Double = 12,
    style: String? = nil, bold: Bool = false
  ) {
    var attributes: [String] = []
    if size != 12 { attributes.append("font-size=\"\(SVGText.number(size))\"") }
    if bold { attributes.append("font-weight=\"600\"") }
    if let style { attributes.append("class=\"\(style)\"") }
    svg.words(
      words, x: x, y: y, anchor: anchor.rawValue,
      attributes: attributes.joined(separator: " "))
  }

  mutating func bar(
    x: Double, y: Double, width: Double, height: Double, _ area: Fill, outlined: Bool = false
  ) {
    let shape =
      "<rect x=\"\(SVGText.number(x))\" y=\"\(SVGText.number(y))\""
      + " width=\"\(SVGText.number(max(width, 0)))\" height=\"\(SVGText.number(max(height, 0)))\""
    if area == .hatched || outlined {
      let style = area == .hatched ? "edge" : "\(area.name) edge"
      svg.add(shape + " class=\"\(style)\"" + (area == .hatched ? " \(fill(area))" : "") + "/>")
    } else {
      svg.add(shape + " \(fill(area))/>")
    }
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: Stroke
  ) {
    svg.add(
      "<line x1=\"\(SVGText.number(x1))\" y1=\"\(SVGText.number(y1))\" x2=\"\(SVGText.number(x2))\""
        + " y2=\"\(SVGText.number(y2))\" class=\"\(stroke.rawValue)\"/>")
  }

  mutating func area(_ points: [(x: Double, y: Double)], _ area: Fill) {
    svg.add("<polygon points=\"\(Self.list(points))\" \(fill(area))/>")
  }

  mutating func curve(_ points: [(x: Double, y: Double)], style: String = "curve") {
    svg.add("<polyline points=\"\(Self.list(points))\" class=\"\(style)\"/>")
  }

  mutating func dot(x: Double, y: Double, radius: Double = 4) {
    svg.add(
      "<circle cx=\"\(SVGText.number(x))\" cy=\"\(SVGText.number(y))\""
        + " r=\"\(SVGText.number(radius))\" class=\"mark\"/>")
  }

  /// A level bar of an interval with short ends, legible on dark and on light.
  mutating func whisker(y: Double, from x1: Double, to x2: Double, half: Double = 4) {
    for stroke in [Stroke.halo, .ink] {
      line(x1, y, x2, y, stroke)
      line(x1, y - half, x1, y + half, stroke)
      line(x2, y - half, x2, y + half, stroke)
    }
  }

  private static func list(_ points: [(x: Double, y: Double)]) -> String {
    points.map { "\(SVGText.number($0.x)),\(SVGText.number($0.y))" }.joined(separator: " ")
  }

  /// What stands for what, in lines as wide as the picture.
  mutating func legend(_ entries: [(fill: Fill?, text: String)], y: Double, from left: Double = 8) {
    for entry in Self.placed(entries, width: width, from: left) {
      let base = y + Double(entry.line) * Self.legendLine
      switch entry.fill {
      case .mark: dot(x: entry.x + 6, y: base - 4)
      case nil: line(entry.x, base - 4, entry.x + 14, base - 4, .goal)
      case let fill?: bar(x: entry.x, y: base - 10, width: 12, height: 12, fill, outlined: true)
      }
      words(entry.text, x: entry.x + 19, y: base, size: 12)
    }
  }

  static let legendLine = 18.0

  /// How many lines a legend has.
  static func legendLines(
    _ entries: [(fill: Fill?, text: String)], _ layout: ChartLayout, from left: Double = 8
  ) -> Int {
    (placed(entries, width: layout.width, from: left).last?.line ?? -1) + 1
  }

  private static func placed(
    _ entries: [(fill: Fill?, text: String)], width: Double, from left: Double
  ) -> [(fill: Fill?, text: String, x: Double, line: Int)] {
    var (x, line) = (left, 0)
    return entries.map { entry in
      let text = fitting(entry.text, width - left - 24)
      let needed = 19 + SVGText.width(text)
      if x > left, x + needed > width - 4 { (x, line) = (left, line + 1) }
      defer { x += needed + 16 }
      return (entry.fill, text, x, line)
    }
  }

  /// As much of a text as fits a width.
  static func fitting(_ text: String, _ width: Double, size: Double = 12) -> String {
    let printable = text.printable
    return SVGText.width(printable, size: size) <= width
      ? printable : printable.truncated(to: max(Int(width / (0.58 * size)), 3))
  }

  /// A text in lines that fit a width, no more than so many.
  static func lines(_ text: String, _ width: Double, most: Int, size: Double = 12) -> [String] {
    let columns = max(Int(width / (0.58 * size)), 6)
    let lines = text.printable.wrapped(to: columns, indent: "").map {
      $0.truncated(to: columns)
    }
    guard lines.count > most else { return lines }
    let rest = lines[(most - 1)...].joined(separator: " ")
    return lines.prefix(most - 1) + [rest.truncated(to: columns)]
  }
}

/// Bars that lie in rows below each other, with names to the left, or above where room is short.
struct ChartRows {
  /// Where one row is.
  struct Place {
    /// The middle and the height of its bars.
    let middle: Double
    let height: Double
  }

  static let barHeight = 18.0
  private static let textLine = 15.0

  let layout: ChartLayout
  /// Where bars begin and end.
  let left: Double
  let right: Double
  private let names: [[String]]
  private let heights: [Double]
  let top: Double
  let bar: Double

  /// - Parameters:
  ///   - names: of the rows.
  ///   - layout: how much room there is.
  ///   - top: where the first row begins.
  ///   - room: that is left for numbers behind the bars.
  ///   - bar: how high bars are.
  init(
    _ names: [String], _ layout: ChartLayout, top: Double, room: Double = 70,
    bar: Double = barHeight
  ) {
    self.layout = layout
    self.top = top
    self.bar = bar
    let longest = names.map { SVGText.width($0.printable) }.max() ?? 0
    let column = layout == .wide ? min(max(longest + 12, 90), 250) : 8
    left = column
    right = layout.width - room
    let width = layout == .wide ? column - 12 : layout.width - 16
    self.names = names.map { ChartCanvas.lines($0, width, most: 3) }
    heights = self.names.map { lines in
      layout == .wide
        ? max(bar + 10, Double(lines.count) * Self.textLine + 4)
        : Double(lines.count) * Self.textLine + bar + 11
    }
  }

  var bottom: Double { top + heights.reduce(0, +) }

  /// An upright line at all bars; where names stand above them, it leaves names alone.
  func upright(
    _ x: Double, _ stroke: ChartCanvas.Stroke, over places: [Place], on canvas: inout ChartCanvas
  ) {
    guard layout == .narrow else { return canvas.line(x, top - 2, x, bottom, stroke) }
    for place in places {
      canvas.line(
        x, place.middle - place.height / 2 - 2, x, place.middle + place.height / 2 + 2, stroke)
    }
  }

  /// Writes the name of a row.
  ///
  /// - Returns: where its bars are.
  func begin(_ row: Int, on canvas: inout ChartCanvas, bold: Bool = false) -> Place {
    let start = top + heights[..<row].reduce(0, +)
    let lines = names[row]
    switch layout {
    case .wide:
      let middle = start + heights[row] / 2
      let first = middle + 4 - Double(lines.count - 1) * Self.textLine / 2
      for (k, line) in lines.enumerated() {
        canvas.words(
          line, x: left - 8, y: first + Double(k) * Self.textLine, anchor: .end, bold: bold)
      }
      return Place(middle: middle, height: bar)
    case .narrow:
      for (k, line) in lines.enumerated() {
        canvas.words(line, x: left, y: start + 12 + Double(k) * Self.textLine, bold: bold)
      }
      return Place(
        middle: start + Double(lines.count) * Self.textLine + 3 + bar / 2, height: bar)
    }
  }
}
