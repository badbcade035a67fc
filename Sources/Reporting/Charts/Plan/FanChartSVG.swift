import GrowthModel
import Languages

/// Growth over quarters and years: what is known, and bands of what is not.
struct FanChartSVG {
  /// A period that is known, or uncertain, or was uncertain and has been published.
  struct Point {
    let period: Period
    let known: Double?
    let growth: DistributionReport?
  }

  /// Quarters, then years; neither need be there.
  let panels: [[Point]]
  /// The growth of a year that the plan asks for.
  let target: (period: Period, threshold: Double, text: String)?
  let title: String
  let description: String
  /// What growth was before, whose middle and the ends of whose widest band are drawn.
  var ghost: [Period: DistributionReport] = [:]

  private static let bands: [(low: String, high: String, fill: ChartCanvas.Fill)] = [
    ("0.05", "0.95", .s4), ("0.1", "0.9", .s3), ("0.25", "0.75", .s2),
  ]

  func svg(id: String, layout: ChartLayout) -> String {
    let panels = panels.filter { !$0.isEmpty }
    let entries = legend
    let plotHeight = layout == .wide ? 230.0 : 200
    let (left, right, top) = (44.0, layout.width - 14, 26.0)
    let base = top + plotHeight
    let legendY = base + (layout == .wide ? 52 : 56)
    let lines = Double(ChartCanvas.legendLines(entries, layout))
    var canvas = ChartCanvas(
      id: id, layout: layout, height: legendY + lines * ChartCanvas.legendLine - 8, title: title,
      description: description)
    let all = panels.joined().flatMap { point -> [Double] in
      let before = point.known == nil ? ghost[point.period] : nil
      return [
        before?.quantile("0.05"), before?.quantile("0.95"), point.known,
        point.growth?.quantile("0.05"), point.growth?.quantile("0.95"),
      ]
      .compactMap(\.self)
    }
    let values = all + (target.map { [$0.threshold] } ?? [])
    let ticks = LineChartSVG.ticks(from: values.min() ?? 0, to: values.max() ?? 0.1)
    let (y0, y1) = (ticks.first ?? 0, ticks.last ?? 1)
    func y(_ value: Double) -> Double {
      y1 > y0 ? top + (y1 - value) / (y1 - y0) * plotHeight : top + plotHeight / 2
    }
    let style = NumberStyle(
      powerOfTen: 2, decimals: 2, unit: "%", unitPlace: .behind, trimsZeros: true)
    for tick in ticks {
      canvas.line(left, y(tick), right, y(tick), .grid)
      canvas.words(
        style.text(tick), x: left - 6, y: y(tick) + 4, anchor: .end, size: 11, style: "muted")
    }
    if y0 < 0, y1 > 0 { canvas.line(left, y(0), right, y(0), .axis) }
    // Every period has the same room; two more lie between quarters and years.
    let gaps = Double(panels.count - 1) * 0.8
    let slot = (right - left) / (Double(panels.joined().count) + gaps)
    var x = left
    for panel in panels {
      draw(panel, &canvas, x, slot, y, base: base)
      x += slot * (Double(panel.count) + 0.8)
      if x < right { canvas.line(x - slot * 0.4, top, x - slot * 0.4, base + 6, .axis) }
    }
    canvas.legend(entries, y: legendY)
    return canvas.text
  }

  private func draw(
    _ points: [Point], _ canvas: inout ChartCanvas, _ start: Double, _ slot: Double,
    _ y: (Double) -> Double, base: Double
  ) {
    func x(_ place: Int) -> Double { start + (Double(place) + 0.5) * slot }
    let open = points.indices.filter { points[$0].growth.map { !$0.isConstant } ?? false }
    if open.count > 1 {
      // From what is known just before, bands open.
      let apex = open[0] > 0 ? Self.middle(points[open[0] - 1]).map { (open[0] - 1, $0) } : nil
      for band in Self.bands {
        let ends = open.compactMap { place -> (Int, Double, Double)? in
          guard let low = points[place].growth?.quantile(band.low),
            let high = points[place].growth?.quantile(band.high)
          else { return nil }
          return (place, low, high)
        }
        let begin = apex.map { [(x($0.0), y($0.1))] } ?? []
        canvas.area(
          begin + ends.map { (x($0.0), y($0.2)) } + ends.reversed().map { (x($0.0), y($0.1)) },
          band.fill)
      }
      let middles =
        (apex.map { [$0] } ?? [])
        + open.compactMap { place in Self.middle(points[place]).map { (place, $0) } }
      canvas.curve(middles.map { (x($0.0), y($0.1)) })
    } else {
      for place in open { box(points[place], &canvas, x(place), min(slot * 0.6, 46), y) }
    }
    for key in ["0.05", "0.5", "0.95"] { shadow(key, points, open, &canvas, x, slot, y) }
    let known = points.indices.filter { Self.known(points[$0]) != nil }
    for (a, b) in zip(known, known.dropFirst()) where b == a + 1 {
      if let first = Self.known(points[a]), let second = Self.known(points[b]) {
        canvas.curve([(x(a), y(first)), (x(b), y(second))])
      }
    }
    label(points, &canvas, x, slot, y, base: base)
  }

  /// A quantile of what was before.
  private func shadow(
    _ key: String, _ points: [Point], _ open: [Int], _ canvas: inout ChartCanvas,
    _ x: (Int) -> Double, _ slot: Double, _ y: (Double) -> Double
  ) {
    let places = open.compactMap { place in
      ghost[points[place].period]?.quantile(key).map { (x: x(place), y: y($0)) }
    }
    if places.count > 1 {
      canvas.curve(places, style: "ghost")
    } else if let place = places.first {
      let half = min(slot * 0.3, 23)
      canvas.curve([(place.x - half, place.y), (place.x + half, place.y)], style: "ghost")
    }
  }

  /// Bands of one period, the wider the less certain.
  private func box(
    _ point: Point, _ canvas: inout ChartCanvas, _ x: Double, _ width: Double,
    _ y: (Double) -> Double
  ) {
    for band in Self.bands {
      guard let low = point.growth?.quantile(band.low), let high = point.growth?.quantile(band.high)
      else { continue }
      canvas.bar(
        x: x - width / 2, y: y(high), width: width, height: y(low) - y(high), band.fill)
    }
    if let middle = Self.middle(point) {
      canvas.line(x - width / 2, y(middle), x + width / 2, y(middle), .ink)
    }
  }

  /// Numbers at points, names of periods, and the target.
  private func label(
    _ points: [Point], _ canvas: inout ChartCanvas, _ x: (Int) -> Double, _ slot: Double,
    _ y: (Double) -> Double, base: Double
  ) {
    let style = NumberStyle.percent(1)
    for (place, point) in points.enumerated() {
      let known = Self.known(point)
      if let known { canvas.dot(x: x(place), y: y(known)) }
      if let middle = known ?? Self.middle(point) {
        let text = style.text(middle)
        // Above all that is drawn there, or in a dip of the line below it; a number that does not fit is left
        // to the table.
        let highest = known ?? point.growth?.quantile("0.95") ?? middle
        let isDip = known != nil && Self.isDip(points, place)
        if SVGText.width(text, size: 11) <= slot + 2 {
          canvas.words(
            text, x: x(place), y: isDip ? y(middle) + 17 : y(highest) - 8, anchor: .middle,
            size: 11,
            bold: true)
        }
      }
      if let target, target.period == point.period {
        let half = min(slot * 0.48, 40)
        canvas.line(
          x(place) - half, y(target.threshold), x(place) + half, y(target.threshold), .goal)
      }
      name(point.period, &canvas, x(place), slot, base: base)
    }
  }

  /// A period below the axis, in one line, two, or turned.
  private func name(
    _ period: Period, _ canvas: inout ChartCanvas, _ x: Double, _ slot: Double, base: Double
  ) {
    let short = period.span == .year ? String(period.year) : period.quarterName
    if SVGText.width(short, size: 11) <= slot {
      canvas.words(short, x: x, y: base + 16, anchor: .middle, size: 11)
      let isFirst = period.span == .firstQuarter
      if isFirst, slot * 3 > 40 {
        canvas.words(
          String(period.year), x: x, y: base + 30, anchor: .middle, size: 11, style: "muted")
      }
    } else if period.span == .firstQuarter || (period.span == .year && period.year % 2 == 0) {
      canvas.words(
        String(period.year % 100 + 100).suffix(2).description, x: x, y: base + 16, anchor: .middle,
        size: 11)
    }
  }

  private var legend: [(fill: ChartCanvas.Fill?, text: String)] {
    var entries: [(fill: ChartCanvas.Fill?, text: String)] = [
      (.s2, localized("half of the draws")), (.s3, localized("80%")), (.s4, localized("90%")),
    ]
    if panels.joined().contains(where: { Self.known($0) != nil }) {
      entries.append((.mark, localized("known")))
    }
    if let target { entries.append((nil, localized("target: \(target.text)"))) }
    return entries
  }

  /// What is known of a period: published, past, or the same in every draw.
  private static func known(_ point: Point) -> Double? {
    if let known = point.known { return known }
    guard let growth = point.growth, growth.isConstant else { return nil }
    return growth.mean
  }

  /// Whether the line falls to a point and rises behind it, or does one of these at an end.
  private static func isDip(_ points: [Point], _ place: Int) -> Bool {
    guard let own = middle(points[place]) else { return false }
    let sides = [place - 1, place + 1].filter(points.indices.contains).compactMap {
      middle(points[$0])
    }
    return !sides.isEmpty && sides.allSatisfy { $0 > own }
  }

  private static func middle(_ point: Point) -> Double? {
    point.known ?? point.growth?.quantile("0.5")
  }
}
