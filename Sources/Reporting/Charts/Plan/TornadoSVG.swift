import Languages

/// The probability of a target with one input held low and held high, the widest change first.
struct TornadoSVG {
  struct Row {
    let name: String
    let low: Double
    let high: Double
  }

  let rows: [Row]
  /// With nothing held.
  let probability: Double
  let probabilityText: String
  let title: String
  let description: String

  func svg(id: String, layout: ChartLayout) -> String {
    let style = NumberStyle.percent(1)
    let entries: [(fill: ChartCanvas.Fill?, text: String)] = [
      (.hatched, localized("held low (10%)")), (.s1, localized("held high (90%)")),
      (nil, localized("nothing held: \(probabilityText)")),
    ]
    let lines = Double(ChartCanvas.legendLines(entries, layout))
    let places = ChartRows(
      rows.map(\.name), layout, top: 14 + lines * ChartCanvas.legendLine, room: 58)
    var canvas = ChartCanvas(
      id: id, layout: layout, height: places.bottom + 6, title: title, description: description)
    canvas.legend(entries, y: 18)
    let values = rows.flatMap { [$0.low, $0.high] } + [probability]
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    // Numbers stand at both ends of the bars.
    let left = places.left + 50
    func x(_ value: Double) -> Double {
      most > least
        ? left + (value - least) / (most - least) * (places.right - left)
        : (left + places.right) / 2
    }
    var bars: [ChartRows.Place] = []
    for (k, row) in rows.enumerated() {
      let place = places.begin(k, on: &canvas)
      bars.append(place)
      let top = place.middle - place.height / 2
      for (value, fill) in [(row.low, ChartCanvas.Fill.hatched), (row.high, .s1)] {
        let (start, end) = (min(x(value), x(probability)), max(x(value), x(probability)))
        canvas.bar(x: start, y: top, width: end - start, height: place.height, fill)
      }
      let (first, last) = (min(row.low, row.high), max(row.low, row.high))
      let (start, end) = (min(x(first), x(probability)), max(x(last), x(probability)))
      canvas.words(style.text(first), x: start - 5, y: place.middle + 4, anchor: .end, size: 11)
      canvas.words(style.text(last), x: end + 5, y: place.middle + 4, size: 11)
    }
    places.upright(x(probability), .goal, over: bars, on: &canvas)
    return canvas.text
  }
}
