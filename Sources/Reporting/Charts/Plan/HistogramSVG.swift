import GrowthModel
import Languages

/// How the draws of a target's quantity spread, and where the target lies.
struct HistogramSVG {
  let histogram: Histogram
  let target: TargetReport?
  let measure: Measure
  let title: String
  let description: String
  /// How they spread before, drawn as an outline.
  var ghost: Histogram?

  func svg(id: String, layout: ChartLayout) -> String {
    let plotHeight = layout == .wide ? 210.0 : 180
    let (left, right) = (12.0, layout.width - 12)
    let entries = legend
    let legendLines = Double(ChartCanvas.legendLines(entries, layout))
    let top = 12 + legendLines * ChartCanvas.legendLine + (target == nil ? 4 : 26)
    let base = top + plotHeight
    var canvas = ChartCanvas(
      id: id, layout: layout, height: base + 44, title: title, description: description)
    canvas.legend(entries, y: 18, from: left)
    let bins = histogram.bins
    let slot = (right - left) / Double(bins.count)
    let highest = bins.map(\.fraction).max() ?? 1
    let percent = NumberFormat(decimals: slot > 44 ? 1 : 0, powerOfTen: 2)
    for (i, bin) in bins.enumerated() {
      let height = highest > 0 ? bin.fraction / highest * (plotHeight - 18) : 0
      let x = left + Double(i) * slot
      canvas.bar(
        x: x + 1.5, y: base - height, width: slot - 3, height: height, Self.fill(bin.verdict))
      let text = percent.string(bin.fraction) + "%"
      if SVGText.width(text, size: 11) <= slot, bin.fraction >= 0.005 {
        canvas.words(
          text, x: x + slot / 2, y: base - height - 4, anchor: .middle, size: 11)
      }
    }
    if highest > 0 {
      outline(
        &canvas, left, right, slot, base: base, height: (plotHeight - 18) / highest,
        most: plotHeight)
    }
    canvas.line(left, base, right, base, .axis)
    axis(&canvas, left: left, slot: slot, base: base)
    if target != nil { marker(&canvas, left, right, slot, top: top, base: base) }
    return canvas.text
  }

  /// The steps of the earlier histogram, on the axis of this one.
  ///
  /// - Parameters:
  ///   - height: of a bar that holds all draws.
  ///   - most: where bars are cut.
  private func outline(
    _ canvas: inout ChartCanvas, _ left: Double, _ right: Double, _ slot: Double, base: Double,
    height: Double, most: Double
  ) {
    guard let ghost, ghost.path == histogram.path, let first = histogram.edges.first else { return }
    func x(_ value: Double) -> Double {
      min(max(left + ((value - first) / histogram.step + 1) * slot, left), right)
    }
    var points: [(x: Double, y: Double)] = []
    for bin in ghost.bins {
      let low = bin.low ?? (bin.high ?? 0) - ghost.step
      let high = bin.high ?? (bin.low ?? 0) + ghost.step
      guard x(high) > x(low) else { continue }
      let y = base - min(bin.fraction * histogram.step / ghost.step * height, most)
      points += [(x(low), y), (x(high), y)]
    }
    guard let begin = points.first, let end = points.last else { return }
    canvas.curve([(begin.x, base)] + points + [(end.x, base)], style: "ghost")
  }

  private var scale: DisplayScale { measure.scale(for: histogram.edges.map(abs).max() ?? 0) }

  private static func fill(_ verdict: Histogram.Bin.Verdict) -> ChartCanvas.Fill {
    switch verdict {
    case .met: .s1
    case .missed: .hatched
    case .mixed: .s3
    case .noTarget: .s2
    }
  }

  private var legend: [(fill: ChartCanvas.Fill?, text: String)] {
    guard let target else { return [(.s2, localized("part of the draws"))] }
    let text = ProbabilityText(target.outcome).value
    var entries: [(fill: ChartCanvas.Fill?, text: String)] = [
      (.s1, localized("meets the target: \(text)")), (.hatched, localized("misses it")),
    ]
    if histogram.bins.contains(where: { $0.verdict == .mixed }) {
      entries.append((.s3, localized("the target lies inside")))
    }
    return entries
  }

  /// Edges that leave each other room, and the unit.
  private func axis(_ canvas: inout ChartCanvas, left: Double, slot: Double, base: Double) {
    let style = NumberStyle(exact: scale)
    let texts = histogram.edges.map(style.text)
    let widest = texts.map { SVGText.width($0, size: 11) }.max() ?? 0
    let every = max(Int(((widest + 8) / slot).rounded(.up)), 1)
    // The target's edge keeps its number.
    let anchor = histogram.edges.firstIndex { edge in
      ends.contains { abs($0 - edge) <= histogram.step * 1e-6 }
    }
    for (k, text) in texts.enumerated() {
      let x = left + Double(k + 1) * slot
      canvas.line(x, base, x, base + 4, .axis)
      if (k - (anchor ?? 0)) % every == 0 {
        canvas.words(text, x: x, y: base + 17, anchor: .middle, size: 11)
      }
    }
    let unit = scale.label.isEmpty || scale.label == "%" ? "" : ", " + scale.label
    canvas.words(
      ChartCanvas.fitting(histogram.title.printable + unit, canvas.width - 20),
      x: canvas.width / 2, y: base + 36, anchor: .middle, style: "muted")
  }

  /// The ends of what meets the target, in base units.
  private var ends: [Double] {
    guard let target else { return [] }
    return switch target.comparison {
    case .atLeast, .atMost: [target.threshold]
    case .within(let tolerance): [target.threshold - tolerance, target.threshold + tolerance]
    }
  }

  private func marker(
    _ canvas: inout ChartCanvas, _ left: Double, _ right: Double, _ slot: Double, top: Double,
    base: Double
  ) {
    guard let target, let first = histogram.edges.first else { return }
    func x(_ value: Double) -> Double {
      left + ((value - first) / histogram.step + 1) * slot
    }
    let places = ends.map(x)
    let statement = target.statement(scale)
    for place in places where place >= left && place <= right {
      canvas.line(place, top - 6, place, base, .goal)
    }
    let middle = places.reduce(0, +) / Double(max(places.count, 1))
    var text = localized("target: \(statement)")
    if middle > right { text += " →" }
    if middle < left { text = "← " + text }
    let half = SVGText.width(text) / 2
    canvas.words(
      text, x: min(max(middle, left + half), right - half), y: top - 11, anchor: .middle,
      bold: true)
  }
}
