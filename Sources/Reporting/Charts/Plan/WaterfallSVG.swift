import Languages

/// How parts add up to a whole: each bar begins where the one above ends.
struct WaterfallSVG {
  struct Part {
    let name: String
    /// In base units, rounded as it is shown.
    let value: Double
  }

  let parts: [Part]
  let total: Part
  let style: NumberStyle
  let title: String
  let description: String

  func svg(id: String, layout: ChartLayout) -> String {
    let widest = (parts + [total]).map { SVGText.width(style.text($0.value)) }.max() ?? 40
    let rows = ChartRows(
      parts.map(\.name) + [total.name], layout, top: 8, room: widest + 14)
    var canvas = ChartCanvas(
      id: id, layout: layout, height: rows.bottom + 6, title: title, description: description)
    var levels = [0.0]
    for part in parts { levels.append((levels.last ?? 0) + part.value) }
    let (low, high) = (
      min(levels.min() ?? 0, total.value, 0), max(levels.max() ?? 0, total.value, 0)
    )
    let room = SVGText.width(style.text(low)) * (low < 0 ? 1 : 0)
    func x(_ value: Double) -> Double {
      let left = rows.left + room
      return high > low ? left + (value - low) / (high - low) * (rows.right - left) : left
    }
    var places: [ChartRows.Place] = []
    for (i, part) in parts.enumerated() {
      let place = rows.begin(i, on: &canvas)
      places.append(place)
      draw(part.value, levels[i], levels[i + 1], place, &canvas, x)
    }
    let place = rows.begin(parts.count, on: &canvas, bold: true)
    draw(total.value, 0, total.value, place, &canvas, x, isTotal: true)
    rows.upright(x(0), .axis, over: places + [place], on: &canvas)
    return canvas.text
  }

  private func draw(
    _ value: Double, _ from: Double, _ to: Double, _ place: ChartRows.Place,
    _ canvas: inout ChartCanvas, _ x: (Double) -> Double, isTotal: Bool = false
  ) {
    let (start, end) = (min(x(from), x(to)), max(x(from), x(to)))
    let top = place.middle - place.height / 2
    canvas.bar(
      x: start, y: top, width: max(end - start, 1), height: place.height,
      isTotal ? .s1 : value < 0 ? .hatched : .s2)
    canvas.words(
      style.text(value), x: end + 6, y: place.middle + 4, bold: isTotal)
  }
}
