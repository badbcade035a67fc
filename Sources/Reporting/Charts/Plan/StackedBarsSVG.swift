import Languages

/// What several parts add to a whole in each of several periods.
struct StackedBarsSVG {
  struct Bar {
    let name: String
    /// One for each series, rounded as they are shown.
    let values: [Double]
    let total: Double
  }

  let series: [String]
  let bars: [Bar]
  let style: NumberStyle
  let title: String
  let description: String

  private static let fills: [ChartCanvas.Fill] = [.s1, .s3, .s2, .s4, .hatched]

  private func fill(_ series: Int) -> ChartCanvas.Fill { Self.fills[series % Self.fills.count] }

  func svg(id: String, layout: ChartLayout) -> String {
    let entries = series.indices.map { (fill: Optional(fill($0)), text: series[$0]) }
    let lines = Double(ChartCanvas.legendLines(entries, layout))
    let plotHeight = layout == .wide ? 240.0 : 220
    let (left, right) = (12.0, layout.width - 12)
    let top = 26 + lines * ChartCanvas.legendLine
    let base = top + plotHeight
    var canvas = ChartCanvas(
      id: id, layout: layout, height: base + 28, title: title, description: description)
    canvas.legend(entries, y: 18, from: left)
    let tops = bars.map { $0.values.filter { $0 > 0 }.reduce(0, +) }
    let bottoms = bars.map { $0.values.filter { $0 < 0 }.reduce(0, +) }
    let (high, low) = (max(tops.max() ?? 0, 0), min(bottoms.min() ?? 0, 0))
    func y(_ value: Double) -> Double {
      high > low ? top + (high - value) / (high - low) * plotHeight : base
    }
    let slot = (right - left) / Double(max(bars.count, 1))
    let width = min(slot * 0.72, 96)
    for (k, bar) in bars.enumerated() {
      let middle = left + (Double(k) + 0.5) * slot
      var (up, down) = (0.0, 0.0)
      for (i, value) in bar.values.enumerated() where value != 0 {
        let from = value > 0 ? up : down
        if value > 0 { up += value } else { down += value }
        let (first, last) = (y(max(from, from + value)), y(min(from, from + value)))
        canvas.bar(
          x: middle - width / 2, y: first, width: width, height: last - first, fill(i),
          outlined: true)
        let text = style.text(value)
        guard last - first >= 15, SVGText.width(text, size: 11) <= width - 4,
          let words = fill(i).words
        else { continue }
        canvas.words(
          text, x: middle, y: (first + last) / 2 + 4, anchor: .middle, size: 11, style: words)
      }
      canvas.words(
        style.text(bar.total), x: middle, y: y(up) - 6, anchor: .middle, bold: true)
      canvas.words(
        ChartCanvas.fitting(bar.name, slot, size: 11), x: middle, y: base + 20, anchor: .middle,
        size: 11)
    }
    canvas.line(left, y(0), right, y(0), .axis)
    return canvas.text
  }
}
