import Languages

/// What each of several things adds or takes, and between what nine draws of ten lie.
struct RangeBarsSVG {
  struct Row {
    let name: String
    let value: Double
    let text: String
    let low: Double
    let high: Double
  }

  let rows: [Row]
  let title: String
  let description: String

  func svg(id: String, layout: ChartLayout) -> String {
    let widest = rows.map { SVGText.width($0.text) }.max() ?? 40
    let places = ChartRows(rows.map(\.name), layout, top: 8, room: widest + 16)
    var canvas = ChartCanvas(
      id: id, layout: layout, height: places.bottom + 6, title: title, description: description)
    let least = min(rows.flatMap { [$0.value, $0.low] }.min() ?? 0, 0)
    let most = max(rows.flatMap { [$0.value, $0.high] }.max() ?? 0, 0)
    let left = places.left + 8
    func x(_ value: Double) -> Double {
      most > least ? left + (value - least) / (most - least) * (places.right - left) : left
    }
    var bars: [ChartRows.Place] = []
    for (k, row) in rows.enumerated() {
      let place = places.begin(k, on: &canvas)
      bars.append(place)
      let (start, end) = (min(x(0), x(row.value)), max(x(0), x(row.value)))
      canvas.bar(
        x: start, y: place.middle - place.height / 2, width: end - start, height: place.height,
        row.value < 0 ? .hatched : .s2)
      if x(row.high) - x(row.low) > 3 {
        canvas.whisker(y: place.middle, from: x(row.low), to: x(row.high))
      }
      canvas.words(row.text, x: places.right + 8, y: place.middle + 4)
    }
    places.upright(x(0), .axis, over: bars, on: &canvas)
    return canvas.text
  }
}
