import Languages

/// How likely each target is, from never to always.
struct ScorecardSVG {
  struct Row {
    /// With what is wanted.
    let name: String
    let outcome: ProbabilityReport
  }

  let rows: [Row]
  let title: String
  let description: String

  func svg(id: String, layout: ChartLayout) -> String {
    let texts = rows.map { ProbabilityText($0.outcome).value }
    let widest = texts.map { SVGText.width($0) }.max() ?? 40
    let places = ChartRows(rows.map(\.name), layout, top: 24, room: widest + 20, bar: 16)
    var canvas = ChartCanvas(
      id: id, layout: layout, height: places.bottom + 6, title: title, description: description)
    func x(_ p: Double) -> Double { places.left + p * (places.right - places.left) }
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      canvas.words(
        NumberStyle.percent(0).text(tick), x: x(tick), y: 13,
        anchor: tick == 0 ? .start : .middle, size: 11, style: "muted")
    }
    for (k, row) in rows.enumerated() {
      let place = places.begin(k, on: &canvas)
      let top = place.middle - place.height / 2
      canvas.bar(
        x: places.left, y: top, width: places.right - places.left, height: place.height, .other)
      canvas.bar(
        x: places.left, y: top, width: x(row.outcome.probability) - places.left,
        height: place.height, row.outcome.probability >= 0.5 ? .s1 : .s2)
      for tick in [0.25, 0.5, 0.75] {
        canvas.line(x(tick), top, x(tick), top + place.height, .grid)
      }
      // An interval that can be seen.
      if x(row.outcome.high) - x(row.outcome.low) > 5 {
        canvas.whisker(y: place.middle, from: x(row.outcome.low), to: x(row.outcome.high))
      }
      canvas.words(texts[k], x: places.right + 8, y: place.middle + 4, bold: true)
    }
    return canvas.text
  }
}
