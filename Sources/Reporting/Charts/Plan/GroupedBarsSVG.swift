import Languages

/// Several numbers of each of several things, side by side: shares now, expected and planned.
struct GroupedBarsSVG {
  struct Number {
    let value: Double
    let text: String
    /// Between which nine draws of ten lie.
    var range: ClosedRange<Double>?
  }

  struct Group {
    let name: String
    /// One for each series; nil for none.
    let numbers: [Number?]
  }

  let series: [String]
  let groups: [Group]
  let title: String
  let description: String

  private static let fills: [ChartCanvas.Fill] = [.s3, .s1, .hatched]
  private static let thickness = 14.0

  func svg(id: String, layout: ChartLayout) -> String {
    let entries = series.indices.map { (fill: Optional(Self.fills[$0]), text: series[$0]) }
    let lines = Double(ChartCanvas.legendLines(entries, layout))
    let widest = groups.flatMap(\.numbers).compactMap { $0.map { SVGText.width($0.text) } }.max()
    let rows = ChartRows(
      groups.map(\.name), layout, top: 14 + lines * ChartCanvas.legendLine,
      room: (widest ?? 50) + 18, bar: Self.thickness * Double(series.count))
    var canvas = ChartCanvas(
      id: id, layout: layout, height: rows.bottom + 6, title: title, description: description)
    canvas.legend(entries, y: 18)
    let values = groups.flatMap(\.numbers).compactMap(\.self)
      .flatMap { [$0.value, $0.range?.upperBound ?? $0.value] }
    let highest = max(values.max() ?? 1, 1e-9)
    func x(_ value: Double) -> Double {
      rows.left + max(value, 0) / highest * (rows.right - rows.left)
    }
    var places: [ChartRows.Place] = []
    for (row, group) in groups.enumerated() {
      let place = rows.begin(row, on: &canvas)
      places.append(place)
      let top = place.middle - place.height / 2
      for (k, number) in group.numbers.enumerated() {
        guard let number else { continue }
        let y = top + Double(k) * Self.thickness
        canvas.bar(
          x: rows.left, y: y + 1, width: x(number.value) - rows.left, height: Self.thickness - 2,
          Self.fills[k])
        var end = x(number.value)
        if let range = number.range {
          let (low, high) = (x(range.lowerBound), x(range.upperBound))
          if high - low > 3 {
            canvas.whisker(y: y + Self.thickness / 2, from: low, to: high, half: 3)
          }
          end = max(end, high)
        }
        canvas.words(number.text, x: end + 6, y: y + Self.thickness / 2 + 4, size: 11)
      }
    }
    rows.upright(rows.left, .axis, over: places, on: &canvas)
    return canvas.text
  }
}
