/// Numbers over one set of values as an SVG picture: a line with its band where the values are numbers,
/// points with their intervals where they are not.
struct LineChartSVG {
  struct Point: Equatable {
    let x: Double
    let value: Double
    /// The ends of its interval.
    let low: Double
    let high: Double
  }

  var title: String
  var description: String
  var xTitle: String
  var valueTitle: String
  /// From left to right.
  var points: [Point]
  /// What stands below each point where values are no numbers.
  var labels: [String]?
  /// A number on the upright axis as people read it.
  var text: (Double) -> String

  private static let (width, height) = (720.0, 420.0)
  private static let (left, right, top, bottom) = (76.0, 20.0, 44.0, 58.0)

  var svg: String {
    let values = points.flatMap { [$0.low, $0.high] }
    let upright = Self.ticks(from: values.min() ?? 0, to: values.max() ?? 1)
    let level = labels == nil ? Self.ticks(from: points.first?.x ?? 0, to: points.last?.x ?? 1) : []
    let (x0, x1) = (
      labels == nil ? points.first?.x ?? 0 : (points.first?.x ?? 0) - 0.5,
      labels == nil ? points.last?.x ?? 1 : (points.last?.x ?? 0) + 0.5
    )
    let (y0, y1) = (upright.first ?? 0, upright.last ?? 1)
    let plotWidth = Self.width - Self.left - Self.right
    let plotHeight = Self.height - Self.top - Self.bottom
    func x(_ value: Double) -> Double {
      Self.left + (x1 > x0 ? (value - x0) / (x1 - x0) : 0.5) * plotWidth
    }
    func y(_ value: Double) -> Double {
      Self.top + (y1 > y0 ? (y1 - value) / (y1 - y0) : 0.5) * plotHeight
    }
    func pair(_ a: Double, _ b: Double) -> String {
      "\(SVGText.number(x(a))),\(SVGText.number(y(b)))"
    }
    var svg = SVGText(
      width: Self.width, height: Self.height, title: title, description: description)
    svg.words(title, x: 16, y: 24, attributes: "font-size=\"14\" font-weight=\"bold\"")
    for tick in upright {
      svg.line(Self.left, y(tick), Self.width - Self.right, y(tick), stroke: "#ddd")
      svg.words(text(tick), x: Self.left - 6, y: y(tick) + 4, anchor: "end")
    }
    let base = Self.height - Self.bottom
    let format = NumberFormat(decimals: 6, trimsZeros: true)
    for tick in level where tick >= x0 && tick <= x1 {
      svg.line(x(tick), base, x(tick), base + 5)
      svg.words(format.string(tick), x: x(tick), y: base + 18, anchor: "middle")
    }
    if let labels {
      for (point, label) in zip(points, labels) {
        let room = max(Int(plotWidth / Double(points.count) / 7), 2)
        svg.words(label.truncated(to: room), x: x(point.x), y: base + 18, anchor: "middle")
        svg.line(x(point.x), y(point.low), x(point.x), y(point.high))
      }
    } else {
      let band =
        points.map { pair($0.x, $0.high) } + points.reversed().map { pair($0.x, $0.low) }
      svg.add("<polygon points=\"\(band.joined(separator: " "))\" fill=\"#bdd7e7\"/>")
      let line = points.map { pair($0.x, $0.value) }.joined(separator: " ")
      svg.add(
        "<polyline points=\"\(line)\" fill=\"none\" stroke=\"#08306b\" stroke-width=\"2\"/>")
    }
    for point in points {
      svg.add(
        "<circle cx=\"\(SVGText.number(x(point.x)))\" cy=\"\(SVGText.number(y(point.value)))\" r=\"3\""
          + " fill=\"#08306b\"/>")
    }
    svg.line(Self.left, base, Self.width - Self.right, base)
    svg.words(xTitle, x: Self.left + plotWidth / 2, y: Self.height - 14, anchor: "middle")
    let middle = Self.top + plotHeight / 2
    svg.words(
      valueTitle, x: 18, y: middle, anchor: "middle",
      attributes: "transform=\"rotate(-90 18 \(SVGText.number(middle)))\"")
    svg.end()
    return svg.text
  }

  /// Round numbers, about six, that reach over a range.
  static func ticks(from low: Double, to high: Double) -> [Double] {
    guard high > low, (high - low).isFinite else { return [low - 0.5, low, low + 0.5] }
    let least = (high - low) / 6
    let exponent = ShortestDecimal(least).map { $0.integerDigits - 1 } ?? 0
    let step = [1.0, 2, 5, 10].map { $0.shifted(by: exponent) }.first { $0 >= least } ?? least
    let (first, last) = ((low / step).rounded(.down), (high / step).rounded(.up))
    return stride(from: first, through: last, by: 1).map {
      ShortestDecimal($0 * step)?.rounded(significant: 12).double ?? $0 * step
    }
  }
}
