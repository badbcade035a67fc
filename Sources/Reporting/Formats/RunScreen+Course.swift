import GrowthModel
import Languages

extension RunScreen {
  /// Growth in each quarter and part of the year, or in each year.
  var course: [String] {
    guard report.periods.count > 1 else { return [] }
    let years = Set(report.periods.map(\.period.year))
    // Over several years the quarters of each would fill screens; the other formats have them.
    let rows = years.count > 1 ? report.periods.filter { $0.period.span == .year } : report.periods
    var table = TextTable(columns: [
      .init(head: [localized("Growth by period"), ""], alignment: .left),
      .init(head: [localized("mean"), "%"], alignment: .right), .init(head: ["5%", "%"], alignment: .right),
      .init(head: [localized("median"), "%"], alignment: .right),
      .init(head: ["95%", "%"], alignment: .right),
    ])
    for row in rows {
      table.rows.append([Cell(row.period.rowName)] + figures(of: row.growth, decimals: 1))
    }
    return table.lines(width: style.width, style: style)
  }

  private typealias Cell = TextTable.Cell

  private func figures(of band: DistributionReport, decimals: Int) -> [Cell] {
    func percent(_ value: Double?) -> Cell {
      guard let value else { return Cell(localized("n/a")) }
      return Cell(NumberFormat(decimals: decimals, powerOfTen: 2).string(value))
    }
    guard !band.isConstant else { return [percent(band.mean), "", percent(band.mean), ""] }
    return [percent(band.mean)] + ["0.05", "0.5", "0.95"].map { percent(band.quantile($0)) }
  }

  /// What moves growth: the parts add up to it.
  var drivers: [String] {
    guard report.drivers.count > 1 else { return [] }
    let points = localized("pp")
    var table = TextTable(columns: [
      .init(
        head: [localized("What moves growth in \(report.year)"), ""], alignment: .left, overflow: .truncate),
      .init(head: [localized("mean"), points], alignment: .right),
      .init(head: ["5%", points], alignment: .right),
      .init(head: [localized("median"), points], alignment: .right),
      .init(head: ["95%", points], alignment: .right),
    ])
    let growth = report.quantity("growth")?.distribution.mean
    let total = growth.flatMap { ShortestDecimal($0)?.rounded(decimals: 4).double }
    let means = report.drivers.compactMap(\.contribution.mean)
    let rounded =
      total != nil && means.count == report.drivers.count
      ? roundedParts(means, total: total ?? 0, decimals: 4) : means
    let rows = Array(zip(report.drivers, rounded))
    let small = rows.filter { Self.isSmall($0.0.contribution) && $0.1.magnitude < 0.0001 }
    for (row, mean) in rows where small.count < 2 || !small.contains(where: { $0.0.id == row.id }) {
      var cells = figures(of: row.contribution, decimals: 2)
      cells[0] = Cell(NumberFormat(decimals: 2, powerOfTen: 2).string(mean))
      table.rows.append([Cell(row.name.printable)] + cells)
    }
    if small.count > 1 {
      let format = NumberFormat(decimals: 2, powerOfTen: 2)
      let (sum, bound) = (format.string(small.reduce(0) { $0 + $1.1 }), format.string(Self.smallest))
      table.rows.append(
        [
          Cell(localized("\(small.count) more, each within \(bound) in nine draws of ten")),
          Cell(sum), "", "", "",
        ])
    }
    if let total {
      let sum = NumberFormat(decimals: 2, powerOfTen: 2).string(total)
      table.rows.append([Cell(localized("GRDP growth")), Cell(sum), "", "", ""])
    }
    var lines = table.lines(width: style.width, style: style)
    if total != nil, let last = lines.popLast() {
      lines.append(String(repeating: "─", count: last.columns))
      lines.append(style.bold(last))
    }
    return lines
  }

  /// Contributions within this are small.
  private static let smallest = 0.0002

  /// Whether nine draws of ten lie so near zero that a row of its own would say nothing.
  private static func isSmall(_ band: DistributionReport) -> Bool {
    band.quantiles.allSatisfy { ($0 ?? 1).magnitude < smallest }
  }

  /// What each lever is set to.
  var levers: [String] {
    guard !report.levers.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init(head: [localized("Levers in \(report.year)")], alignment: .left, overflow: .wrap),
      .init(head: [localized("set to")], alignment: .right),
      .init(head: [localized("reference")], alignment: .right),
      .init(head: [localized("range")], alignment: .right),
      .init(head: [localized("who decides")], alignment: .left, overflow: .truncate),
    ])
    for lever in report.levers {
      let largest = [lever.setting, lever.reference, lever.range?.upperBound].compactMap(\.self)
      let scale = measure(lever.unit).scale(for: largest.map(abs).max() ?? 0)
      func text(_ value: Double?) -> String { value.map { scale.constant($0) } ?? "" }
      let range = 
        lever.range.map { localized("\(text($0.lowerBound)) to \(text($0.upperBound))") } ?? ""
      table.rows.append([
        Cell(lever.name.printable, suffix: scale.label.isEmpty ? "" : ", " + scale.label),
        Cell(text(lever.setting)), Cell(text(lever.reference)), Cell(range),
        Cell((lever.owner ?? "").printable),
      ])
    }
    return table.lines(width: style.width, style: style)
  }

  /// The quantities that the reader asked for by name.
  var askedFor: [String] {
    let asked = report.context.quantities.compactMap { report.quantity($0) }
    guard !asked.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init(head: [localized("Asked for")], alignment: .left, overflow: .truncate),
      .init(head: [localized("mean")], alignment: .right),
      .init(head: [localized("sd")], alignment: .right), .init(head: ["5%"], alignment: .right),
      .init(head: [localized("median")], alignment: .right),
      .init(head: ["95%"], alignment: .right),
    ])
    for quantity in asked {
      let distribution = quantity.distribution
      let scale = measure(quantity.unit).scale(for: distribution.magnitude)
      let decimals = scale.decimals(spread: distribution.spread)
      func cell(_ value: Double?) -> Cell {
        guard let value else { return Cell(localized("n/a")) }
        return Cell(
          distribution.isConstant
            ? scale.constant(value) : scale.number(value, decimals: decimals))
      }
      table.rows.append(
        [
          Cell(quantity.path.printable, suffix: scale.label.isEmpty ? "" : ", " + scale.label),
          cell(distribution.mean),
          distribution.isConstant ? "" : cell(distribution.standardDeviation),
        ] + ["0.05", "0.5", "0.95"].map { cell(distribution.quantile($0)) })
    }
    return table.lines(width: style.width, style: style)
  }
}
