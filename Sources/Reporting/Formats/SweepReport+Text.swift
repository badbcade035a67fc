import GrowthModel
import Languages
import MonteCarlo

extension SweepReport {
  /// The report as a screen of text: a table for one path, a map for two, and the best, the worst and the
  /// main effects for more.
  public func text(style: TextStyle = TextStyle()) -> String {
    SweepScreen(report: self, style: style).text
  }
}

/// The sections of the screen that answers `sweep`.
struct SweepScreen {
  /// Rows of a table of all variants.
  private static let mostRows = 60
  /// Variants in each of the tables of the best and the worst.
  private static let mostExtremes = 8
  /// Values of a path whose mean probabilities are shown.
  private static let mostEffects = 12
  private static let longestQuantity = 28
  private static let longestBar = 30
  private static let shortestBar = 8

  let report: SweepReport
  let style: TextStyle

  var text: String {
    let isOneTable = report.axes.count == 1 || report.design == .list
    var sections = [title]
    if isOneTable, report.points.count <= Self.mostRows {
      sections.append(table(Array(report.points.indices), withBars: true))
    } else if report.design == .grid, report.axes.count == 2 {
      sections.append(map)
    } else {
      sections += extremes
      sections += report.axes.indices.map(effect)
    }
    sections.append(notes)
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func wrapped(_ text: String) -> [String] { text.wrapped(to: style.width, indent: "  ") }

  private var scale: DisplayScale {
    report.measure.scale(
      for: report.points.compactMap { $0.median?.magnitude }.max() ?? 0)
  }

  // MARK: The answer

  private var title: [String] {
    let variants = NumberFormat.count(report.points.count)
    let facts = localized(
      """
      for \(report.year), \(variants) variants, \(NumberFormat.count(report.draws)) draws of \
      each, seed \(report.seed)
      """)
    var lines = report.context.title(report.scenario, facts, style: style)
    let order = report.bestFirst
    guard let best = order.first, let worst = order.last else { return lines }
    lines += wrapped(
      localized(
        """
        \(report.statement): probability from \(report.points[worst].text) with \
        \(setting(worst)) to \(report.points[best].text) with \(setting(best)).
        """))
    return lines
  }

  /// `credit.growth=10%, investment.plan=5000 billion VND`.
  private func setting(_ variant: Int) -> String {
    report.axes.indices.map { axis in
      let value = report.value(axis, of: variant).printable
      let path = report.axes[axis].path.printable
      return value.isEmpty ? localized("\(path) as it is") : "\(path)=\(value)"
    }.joined(separator: ", ")
  }

  // MARK: Tables of variants

  private func table(_ variants: [Int], withBars: Bool) -> [String] {
    let median = scale.label.isEmpty ? localized("median") : localized("median, \(scale.label)")
    let quantity = report.quantityTitle.printable.truncated(to: Self.longestQuantity)
    var table = TextTable(
      columns: report.axes.map { axis in
        .init(
          head: [axis.path.printable, axis.unitName],
          alignment: axis.numbers == nil ? .left : .right, overflow: .truncate)
      } + [
        .init(head: [quantity, median], alignment: .right, overflow: .truncate),
        .init(head: [localized("probability"), "(95%)"], alignment: .right),
      ])
    let medians = variants.compactMap { report.points[$0].median }
    let spread = (medians.max() ?? 0) - (medians.min() ?? 0)
    let decimals = scale.decimals(spread: spread)
    for variant in variants {
      let point = report.points[variant]
      table.rows.append(
        report.axes.indices.map {
          TextTable.Cell(report.axes[$0].label(report.place($0, of: variant)))
        } + [
          TextTable.Cell(
            point.median.map { scale.number($0, decimals: decimals) } ?? localized("n/a")),
          TextTable.Cell(point.text),
        ])
    }
    guard withBars else { return table.lines(width: style.width, style: style) }
    return barred(table, heads: 2, values: variants.map { report.points[$0].probability })
  }

  /// The lines of a table with a bar behind each row, the longest for the largest value.
  private func barred(_ table: TextTable, heads: Int, values: [Double]) -> [String] {
    let room = style.width - Self.shortestBar - 2
    let plain = table.lines(width: room)
    let width = plain.map(\.columns).max() ?? 0
    // A table that is wider than the screen leaves no room.
    let longest = max(min(style.width - width - 2, Self.longestBar), 0)
    let highest = values.max() ?? 0
    return zip(plain, table.lines(width: room, style: style)).enumerated().map { i, line in
      guard i >= heads else { return line.1 }
      let share = highest > 0 ? values[i - heads] / highest : 0
      let bar = String(repeating: "█", count: Int((share * Double(longest)).rounded()))
      return bar.isEmpty ? line.0 : line.0.padded(to: width + 2) + style.green(bar)
    }
  }

  private var extremes: [[String]] {
    let order = report.bestFirst
    guard order.count > 2 * Self.mostExtremes else {
      return [
        [style.bold(localized("Variants, the best first"))] + table(order, withBars: false)
      ]
    }
    let count = NumberFormat.count(order.count)
    return [
      [style.bold(localized("The best \(Self.mostExtremes) of \(count) variants"))]
        + table(Array(order.prefix(Self.mostExtremes)), withBars: false),
      [style.bold(localized("The worst \(Self.mostExtremes)"))]
        + table(Array(order.suffix(Self.mostExtremes)), withBars: false),
    ]
  }

  // MARK: A map of two paths

  private var map: [String] {
    let (rows, columns) = (report.axes[0], report.axes[1])
    let probabilities = report.points.map(\.probability)
    let spread = (probabilities.max() ?? 0) - (probabilities.min() ?? 0)
    let decimals = spread < 0.002 ? 2 : 1
    let format = NumberFormat(decimals: decimals, powerOfTen: 2)
    let heatMap = HeatMap(
      rowTitle: rows.title, columnTitle: columns.title,
      rowLabels: rows.values.indices.map(rows.label),
      columnLabels: columns.values.indices.map(columns.label),
      values: probabilities, texts: probabilities.map(format.string))
    let title = style.bold(localized("Probability, %"))
    let low = format.string(probabilities.min() ?? 0)
    let high = format.string(probabilities.max() ?? 0)
    return [
      style.color
        ? localized("\(title), the lighter the higher, from \(low) to \(high):")
        : localized("\(title), the more shade the higher, from \(low) to \(high):")
    ] + heatMap.lines(style: style)
  }

  // MARK: Main effects

  private func effect(_ axis: Int) -> [String] {
    let effects = report.mainEffect(axis)
    guard effects.count > 1 else { return [] }
    let shown =
      effects.count <= Self.mostEffects ? effects : Array(effects.prefix(Self.mostEffects))
    var table = TextTable(columns: [
      .init(
        head: [report.axes[axis].title],
        alignment: report.axes[axis].numbers == nil ? .left : .right,
        overflow: .truncate),
      .init(head: [localized("mean probability, %")], alignment: .right),
    ])
    let means = effects.map(\.mean)
    let spread = (means.max() ?? 0) - (means.min() ?? 0)
    let format = NumberFormat(decimals: spread < 0.002 ? 2 : 1, powerOfTen: 2)
    for effect in shown {
      table.rows.append([TextTable.Cell(effect.label), TextTable.Cell(format.string(effect.mean))])
    }
    var lines = barred(table, heads: 1, values: shown.map(\.mean))
    if shown.count < effects.count {
      lines += wrapped(localized("The first \(shown.count) of \(effects.count) values."))
    }
    return lines
  }

  // MARK: Notes

  private var notes: [String] {
    var sentences = [
      localized(
        """
        All variants have the same random numbers, so that two of them differ by what was varied \
        and by far less chance than their 95% intervals, the error of sampling, would allow.
        """)
    ]
    if report.axes.count > 2 || report.design == .latinHypercube {
      sentences.append(
        localized(
          """
          mean probability: the average over all variants with the value, whatever the others are.
          """))
    }
    var lines = wrapped(sentences.joined(separator: " "))
    let command = "growth sweep \(report.context.file.printable) ... --format csv"
    lines += wrapped(localized("Every target and quantity: \(command)"))
    for warning in report.context.warnings {
      let text = "\(warning.place.printable): \(warning.message.printable)"
      lines += wrapped(localized("warning: \(text)"))
    }
    return lines.map(style.dim)
  }
}
