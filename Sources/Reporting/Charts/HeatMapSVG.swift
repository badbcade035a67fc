/// Numbers over two sets of values as an SVG picture: a cell for each, the higher the darker.
///
/// The ramp has one hue and grows evenly darker, so that it reads in grey too; numbers stand in the cells
/// where they fit.
struct HeatMapSVG {
  var title: String
  var description: String
  var rowTitle: String
  var columnTitle: String
  var rowLabels: [String]
  var columnLabels: [String]
  /// Row by row, the first row at the bottom, as on the axes of a graph.
  var values: [Double]
  /// What the shades stand for, such as `probability, %`.
  var valueTitle: String
  /// A number as people read it.
  var text: (Double) -> String

  private static let widest = 720.0
  private static let cellHeights = 14.0...40.0
  private static let cellWidths = 6.0...90.0
  private static let top = 52.0
  private static let right = 96.0
  private static let fontSize = 11.0
  /// Red, green and blue of the lightest and the darkest shade.
  private static let light = (247.0, 251.0, 255.0)
  private static let dark = (8.0, 48.0, 107.0)

  var svg: String {
    let (rows, columns) = (rowLabels.count, columnLabels.count)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    func level(_ value: Double) -> Double { high > low ? (value - low) / (high - low) : 0.5 }
    let cellWidth = clamp(Self.widest / Double(columns), Self.cellWidths)
    let cellHeight = clamp(480 / Double(rows), Self.cellHeights)
    let widestRow = rowLabels.map { SVGText.width($0, size: Self.fontSize) }.max() ?? 0
    let left = 44 + widestRow
    let (mapWidth, mapHeight) = (cellWidth * Double(columns), cellHeight * Double(rows))
    let widestColumn = columnLabels.map { SVGText.width($0, size: Self.fontSize) }.max() ?? 0
    // Labels of columns stand upright where they would run into each other.
    let isUpright = widestColumn > cellWidth - 4
    let below = isUpright ? widestColumn + 12 : 18
    let height = Self.top + mapHeight + below + 34
    let width = max(left + mapWidth + Self.right, SVGText.width(title, size: 14) + 32)
    var svg = SVGText(width: width, height: height, title: title, description: description)
    svg.words(title, x: 16, y: 24, attributes: "font-size=\"14\" font-weight=\"bold\"")
    let texts = values.map(text)
    let widestNumber = texts.map { SVGText.width($0, size: Self.fontSize) }.max() ?? 0
    let hasNumbers = widestNumber <= cellWidth - 2 && cellHeight >= Self.fontSize + 2
    for row in 0..<rows {
      let y = Self.top + mapHeight - cellHeight * Double(row + 1)
      for column in 0..<columns {
        let place = row * columns + column
        let x = left + cellWidth * Double(column)
        let shade = level(values[place])
        svg.rectangle(
          x: x, y: y, width: cellWidth, height: cellHeight, fill: Self.colour(shade),
          attributes: "stroke=\"#fff\" stroke-width=\"0.5\"")
        guard hasNumbers else { continue }
        svg.words(
          texts[place], x: x + cellWidth / 2, y: y + cellHeight / 2 + 4, anchor: "middle",
          attributes:
            "font-size=\"\(SVGText.number(Self.fontSize))\" fill=\"\(shade > 0.65 ? "#fff" : "#222")\""
        )
      }
    }
    let small = "font-size=\"\(SVGText.number(Self.fontSize))\""
    for row in spaced(rows, room: cellHeight, least: Self.fontSize + 2) {
      svg.words(
        rowLabels[row], x: left - 6,
        y: Self.top + mapHeight - cellHeight * (Double(row) + 0.5) + 4, anchor: "end",
        attributes: small)
    }
    let least = isUpright ? Self.fontSize + 2 : 0
    for column in spaced(columns, room: cellWidth, least: least) {
      let (x, y) = (left + cellWidth * (Double(column) + 0.5), Self.top + mapHeight + 14)
      if isUpright {
        let place = "\(SVGText.number(x + 4)) \(SVGText.number(y - 6))"
        svg.words(
          columnLabels[column], x: x + 4, y: y - 6, anchor: "end",
          attributes: small + " transform=\"rotate(-90 \(place))\"")
      } else {
        svg.words(columnLabels[column], x: x, y: y, anchor: "middle", attributes: small)
      }
    }
    svg.words(columnTitle, x: left + mapWidth / 2, y: height - 14, anchor: "middle")
    let middle = Self.top + mapHeight / 2
    svg.words(
      rowTitle, x: 18, y: middle, anchor: "middle",
      attributes: "transform=\"rotate(-90 18 \(SVGText.number(middle)))\"")
    legend(&svg, x: left + mapWidth + 20, low: low, high: high)
    svg.end()
    return svg.text
  }

  /// A bar of all shades with the numbers at its ends.
  private func legend(_ svg: inout SVGText, x: Double, low: Double, high: Double) {
    let steps = 16
    let size = 8.0
    svg.words(valueTitle, x: x, y: Self.top - 8, attributes: "font-size=\"10\"")
    for step in 0..<steps {
      svg.rectangle(
        x: x, y: Self.top + size * Double(step), width: 14, height: size,
        fill: Self.colour(1 - Double(step) / Double(steps - 1)))
    }
    svg.words(text(high), x: x + 20, y: Self.top + 10, attributes: "font-size=\"10\"")
    svg.words(
      text(low), x: x + 20, y: Self.top + size * Double(steps), attributes: "font-size=\"10\"")
  }

  /// Labels that leave each other room.
  private func spaced(_ count: Int, room: Double, least: Double) -> [Int] {
    let every = max(Int((least / room).rounded(.up)), 1)
    return Array(stride(from: 0, to: count, by: every))
  }

  private func clamp(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    min(max(value, range.lowerBound), range.upperBound)
  }

  static func colour(_ level: Double) -> String {
    func mix(_ from: Double, _ to: Double) -> Int {
      Int((from + (to - from) * min(max(level, 0), 1)).rounded())
    }
    let parts = [mix(light.0, dark.0), mix(light.1, dark.1), mix(light.2, dark.2)]
    return "#"
      + parts.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  }
}
