import Languages

extension CatalogueReport {
  /// A few lines for each distribution, or all there is to say of it.
  public func text(style: TextStyle = TextStyle()) -> String {
    let screen = DistributionScreen(style: style)
    var lines = isDetailed ? [] : screen.head()
    for (index, entry) in entries.enumerated() {
      if index > 0 { lines.append("") }
      lines += isDetailed ? screen.detail(entry) : screen.brief(entry)
    }
    if !isDetailed { lines += screen.foot() }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The catalogue on a screen.
private struct DistributionScreen {
  let style: TextStyle

  private static let indent = "  "
  private static let percent = NumberFormat(decimals: 1, powerOfTen: 2)

  private func wrapped(_ text: String, indent: String = indent) -> [String] {
    text.wrapped(to: style.width - indent.columns).map { indent + $0 }
  }

  // MARK: All

  private static let nameColumns = 18
  /// A part of the axis a column: 0.25 points of it.
  private static let pictureColumns = 56

  func head() -> [String] {
    let title = localized(
      "Distributions of uncertain figures, each with an example of a growth rate")
    let ends = [CatalogueReport.axis.lowerBound, CatalogueReport.axis.upperBound].map {
      NumberFormat(decimals: 0, powerOfTen: 2).string($0) + "%"
    }
    let room = Self.pictureColumns - ends[0].columns - ends[1].columns
    let axis =
      String(repeating: " ", count: Self.nameColumns) + ends[0]
      + String(repeating: " ", count: room) + ends[1]
    return title.wrapped(to: style.width).map(style.bold) + ["", style.dim(axis)]
  }

  func brief(_ entry: CatalogueReport.Entry) -> [String] {
    let heights = entry.heights(over: CatalogueReport.axis, parts: Self.pictureColumns)
    let picture = DensityPicture(heights: heights, lines: 1).text.joined()
    var first = style.bold(entry.name.padded(to: Self.nameColumns)) + picture
    while first.hasSuffix(" ") { first.removeLast() }
    var lines = [first] + wrapped(entry.summary.text()) + wrapped(entry.example)
    if let marginal = entry.marginal {
      let (low, high) = (marginal.quantile(0.05), marginal.quantile(0.95))
      let deviation = entry.standardDeviation.map { Self.percent.string($0) + "%" }
      lines += wrapped(
        localized(
          """
          mean \(Self.percent.string(marginal.mean))%, standard deviation \(deviation ?? localized("n/a")), \
          nine draws of ten from \(Self.percent.string(low))% to \(Self.percent.string(high))%
          """)
      ).map(style.dim)
    }
    return lines
  }

  func foot() -> [String] {
    [""]
      + localized("One of them with its parameters: growth distributions NAME")
      .wrapped(to: style.width)
  }

  // MARK: One

  func detail(_ entry: CatalogueReport.Entry) -> [String] {
    var lines = [style.bold(entry.name)] + wrapped(entry.summary.text(), indent: "")
    lines += ["", style.bold(localized("Parameters"))] + parameters(entry)
    lines += ["", style.bold(localized("Example"))] + wrapped("growth: " + entry.example)
    if entry.marginal == nil {
      return lines
        + wrapped(localized("Its values come from a file of data, so that there is no picture."))
    }
    return lines + [""] + picture(entry) + [""] + moments(entry)
  }

  private func parameters(_ entry: CatalogueReport.Entry) -> [String] {
    var table = TextTable(columns: [
      .init(head: [localized("key")], alignment: .left),
      .init(head: [localized("written as")], alignment: .left),
      .init(head: [localized("meaning")], alignment: .left, overflow: .wrap),
    ])
    for parameter in entry.parameters {
      var meaning = parameter.meaning.text()
      if let standard = parameter.standard {
        let number = NumberFormat(decimals: 2, trimsZeros: true).string(standard)
        meaning = localized("\(meaning) (\(number) without it)")
      } else if !parameter.isNeeded {
        meaning = localized("\(meaning) (may be left out)")
      }
      table.rows.append([
        .init(parameter.key), .init(Self.kind(parameter.kind).text()), .init(meaning),
      ])
    }
    if entry.hasBounds {
      for key in ["at-least", "at-most"] {
        let cut = localized("what is beyond it is cut off, and the rest is drawn as before")
        let meaning = localized("\(cut) (may be left out)")
        table.rows.append([.init(key), .init(Self.kind("figure").text()), .init(meaning)])
      }
    }
    return table.lines(width: style.width, style: style)
  }

  private static func kind(_ kind: String) -> Phrase {
    switch kind {
    case "figure": "a figure, `7%`"
    case "distance": "a distance, `1.5%` or `1.5 pp`"
    case "number": "a number, `4`"
    case "figures": "a list, `[6%, 7%]`"
    default: "a list, `[40%, 60%]`"
    }
  }

  private static let detailLines = 6

  private func picture(_ entry: CatalogueReport.Entry) -> [String] {
    let columns = min(style.width - 2, Self.pictureColumns)
    let heights = entry.heights(over: CatalogueReport.axis, parts: columns)
    let drawn = DensityPicture(heights: heights, lines: Self.detailLines).text
    let step = 0.02
    let marks = Int((CatalogueReport.axis.upperBound / step).rounded())
    var axis = ""
    for mark in 0...marks {
      let label = NumberFormat(decimals: 0, powerOfTen: 2).string(step * Double(mark)) + "%"
      let place = columns * mark / marks
      let start = min(max(place - label.columns / 2, 0), columns - label.columns)
      if start > axis.columns || axis.isEmpty { axis = axis.padded(to: start) + label }
    }
    return (drawn + [axis]).map { line in
      var line = Self.indent + line
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private func moments(_ entry: CatalogueReport.Entry) -> [String] {
    guard let marginal = entry.marginal else { return [] }
    var table = TextTable(columns: [
      .init(head: [localized("of the example")], alignment: .left, overflow: .wrap),
      .init(head: ["%"], alignment: .right),
    ])
    let format = NumberFormat(decimals: 2, powerOfTen: 2)
    table.rows.append([.init(localized("mean")), .init(format.string(marginal.mean))])
    table.rows.append([
      .init(localized("standard deviation")),
      .init(entry.standardDeviation.map { format.string($0) } ?? localized("n/a")),
    ])
    for probability in CatalogueReport.probabilities {
      let percent = NumberFormat(decimals: 0, powerOfTen: 2).string(probability) + "%"
      table.rows.append([
        .init(localized("\(percent) of draws at or below")),
        .init(format.string(marginal.quantile(probability))),
      ])
    }
    return table.lines(width: style.width, style: style)
  }
}
