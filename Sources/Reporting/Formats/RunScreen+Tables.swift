import GrowthModel
import Languages

extension RunScreen {
  /// The fewest columns for a target's name and unit.
  private static let leastName = 30
  /// Decimals of growth rates and contributions in the accounts: fractions, so 2 more than percent.
  private static let accountDecimals = 4
  private static let weightDecimals = 3

  // MARK: Targets

  /// One row a target, and below them how the targets fare together.
  var targets: [String] {
    guard !report.targets.isEmpty else { return [] }
    // What does not fit is left to the other formats: first the intervals, then the shortfalls.
    let tables = [(true, true), (false, true), (false, false)].map {
      targetTable(intervals: $0.0, shortfalls: $0.1)
    }
    let table = tables.first { $0.leastWidth(flexible: Self.leastName) <= style.width } ?? tables[2]
    var lines = table.lines(width: style.width, style: style)
    var notes = [localized("5%, 95%: one draw in 20 lies below, above.")]
    if table.columns.count == tables[0].columns.count {
      notes.append(localized("missed by: mean shortfall of the draws that miss."))
    }
    lines += notes.joined(separator: " ").wrapped(to: style.width, indent: "  ").map(style.dim)
    return lines + rare + together
  }

  /// The targets of which a count of the draws says too little.
  private var rare: [String] {
    func note(_ text: String, _ isIt: (ProbabilityMethod) -> Bool) -> [String] {
      let names = report.targets.filter { isIt($0.outcome.method) }.map { short($0.name) }
      guard !names.isEmpty else { return [] }
      return "\(text): \(names.joined(separator: "; "))."
        .wrapped(to: style.width, indent: "  ").map(style.dim)
    }
    let aimed = localized("Too rare to count, found by draws aimed at it (importance sampling)")
    let unseen = localized("Limited by the count alone, as draws aimed at it found nothing")
    return note(aimed) { $0.aimed != nil }
      + note(unseen) { if case .unseen = $0 { true } else { false } }
  }

  private func targetTable(intervals: Bool, shortfalls: Bool) -> TextTable {
    var table = TextTable(columns: [
      .init(head: [localized("Targets")], alignment: .left, overflow: .truncate),
      .init(head: [localized("target")], alignment: .right),
      .init(head: ["5%"], alignment: .right),
      .init(head: [localized("median")], alignment: .right),
      .init(head: ["95%"], alignment: .right),
      .init(
        head: [localized(intervals ? "probability (95%)" : "probability")], alignment: .right),
    ])
    if shortfalls { table.columns.append(.init(head: [localized("missed by")], alignment: .right)) }
    for target in report.targets {
      table.rows.append(Array(row(target, intervals: intervals).prefix(table.columns.count)))
    }
    return table
  }

  private func row(_ target: TargetReport, intervals: Bool) -> [TextTable.Cell] {
    let probability = ProbabilityText(target.outcome)
    let distribution = target.distribution
    let scale = measure(target.unit).scale(
      for: max(abs(target.threshold), distribution?.magnitude ?? 0))
    let decimals = scale.decimals(spread: distribution?.spread ?? 0)
    let constant = distribution?.isConstant ?? false
    func cell(_ key: String) -> TextTable.Cell {
      guard let value = distribution?.quantile(key) else { return TextTable.Cell(localized("n/a")) }
      if constant { return TextTable.Cell(key == "0.5" ? scale.constant(value) : "") }
      return TextTable.Cell(scale.number(value, decimals: decimals))
    }
    let shortfall = target.meanShortfall.map {
      let number = scale.number($0, decimals: max(decimals, scale.decimals(spread: $0) - 1))
      // Points are not what the name's unit says; any other unit is.
      return scale.powerOfTen == 2 ? scale.labelledDifference(number) : number
    }
    return [
      TextTable.Cell(
        target.name.printable, suffix: scale.label.isEmpty ? "" : ", " + scale.label),
      TextTable.Cell(target.shortStatement(scale)),
      cell("0.05"), cell("0.5"), cell("0.95"),
      TextTable.Cell(intervals ? probability.compact : probability.value),
      TextTable.Cell(shortfall ?? localized("never")),
    ]
  }

  /// The joint probability, and the target that binds most often.
  private var together: [String] {
    guard let all = report.allTargets, report.targets.count > 1 else { return [] }
    let probability = ProbabilityText(all)
    let count = report.targets.count
    let joint =
      if let interval = probability.interval {
        localized(
          """
          All \(count) targets together: \(probability.phrase) (95% interval \(interval)).
          """)
      } else {
        localized("All \(count) targets together: \(probability.phrase).")
      }
    let text = joint + " " + binding
    return text.wrapped(to: style.width, indent: "  ")
  }

  /// The target that binds most often, in a sentence.
  private var binding: String {
    guard let binding = report.bindingTarget else {
      return localized("No draw misses one target alone.")
    }
    let (alone, draws) = (binding.missedAlone, binding.outcome.draws)
    guard alone < draws else {
      return localized(
        "Binds most often: \(short(binding.name)), the only target missed in every draw.")
    }
    let share = ProbabilityText(ProbabilityReport(hits: alone, draws: draws)).value
    return localized(
      "Binds most often: \(short(binding.name)), the only target missed in \(share) of draws.")
  }

  // MARK: Contributions

  /// The accounts of growth: what each activity adds, down the tree, and their sum.
  var contributions: [String] {
    guard !report.contributions.isEmpty else { return [] }
    let planned = report.weighting == .plannedStructure
    let points = localized("pp")
    var table = TextTable(columns: [
      .init(head: [localized("Contributions to growth")], alignment: .left, overflow: .truncate),
      .init(head: [localized(planned ? "planned share" : "base share"), "%"], alignment: .right),
      .init(head: [localized("mean growth"), "%"], alignment: .right),
      .init(head: [localized("mean contribution"), points], alignment: .right),
      .init(head: ["5%", points], alignment: .right),
      .init(head: ["95%", points], alignment: .right),
    ])
    let accounts = AdditiveAccounts(
      report, contributionDecimals: Self.accountDecimals, weightDecimals: Self.weightDecimals)
    for (i, row) in report.contributions.enumerated() {
      let indent = String(repeating: "  ", count: min(row.depth, 6))
      table.rows.append(
        cells(
          indent + row.name.printable, weight: accounts.weights[i], growth: row.growth?.mean,
          mean: accounts.means[i], band: row.contribution))
    }
    let growth = report.quantity("growth")?.distribution
    table.rows.append(
      cells(
        "GRDP", weight: accounts.totalWeight, growth: growth?.mean, mean: accounts.totalMean,
        band: growth))
    var lines = table.lines(width: style.width, style: style)
    let last = lines.removeLast()
    lines.append(String(repeating: "─", count: last.columns))
    let note = localized(
      """
      Shares and mean contributions are rounded so that they add up; the 5% and 95% columns do not: \
      activities are not all low, or all high, at once.
      """)
    lines.append(style.bold(last))
    guard report.contributions.count > 1 else { return lines }
    lines += note.wrapped(to: style.width, indent: "  ").map(style.dim)
    return lines
  }

  private func cells(
    _ name: String, weight: Double, growth: Double?, mean: Double?, band: DistributionReport?
  ) -> [TextTable.Cell] {
    func percent(_ value: Double?, _ decimals: Int) -> TextTable.Cell {
      guard let value else { return TextTable.Cell(localized("n/a")) }
      return TextTable.Cell(NumberFormat(decimals: decimals - 2, powerOfTen: 2).string(value))
    }
    let constant = band?.isConstant ?? false
    return [
      TextTable.Cell(name), percent(weight, Self.weightDecimals),
      percent(growth, Self.accountDecimals), percent(mean, Self.accountDecimals),
      constant ? "" : percent(band?.quantile("0.05"), Self.accountDecimals),
      constant ? "" : percent(band?.quantile("0.95"), Self.accountDecimals),
    ]
  }
}

/// The columns of the accounts that add up, rounded so that they still do at every level of the tree.
struct AdditiveAccounts {
  private(set) var weights: [Double]
  private(set) var means: [Double?]
  let totalWeight: Double
  let totalMean: Double?

  /// - Parameter contributionDecimals, weightDecimals: of fractions.
  init(_ report: RunReport, contributionDecimals: Int, weightDecimals: Int) {
    let rows = report.contributions
    let sum = rows.filter { $0.depth == 0 }.reduce(0) { $0 + $1.weight }
    totalWeight = ShortestDecimal(sum)?.rounded(decimals: weightDecimals).double ?? sum
    totalMean = report.quantity("growth")?.distribution.mean.map {
      ShortestDecimal($0)?.rounded(decimals: contributionDecimals).double ?? $0
    }
    weights = rows.map(\.weight)
    means = rows.map(\.contribution.mean)
    let children = Dictionary(grouping: rows.indices) { rows[$0].parent }
    // Parents stand before their children: each group's parts are rounded to its rounded figure.
    round(children[nil] ?? [], weight: totalWeight, mean: totalMean)
    for i in rows.indices {
      round(children[rows[i].id] ?? [], weight: weights[i], mean: means[i])
    }

    func round(_ parts: [Int], weight: Double, mean: Double?) {
      let rounded = roundedParts(parts.map { weights[$0] }, total: weight, decimals: weightDecimals)
      for (part, value) in zip(parts, rounded) { weights[part] = value }
      let known = parts.compactMap { means[$0] }
      guard let mean, known.count == parts.count else { return }
      let contributions = roundedParts(known, total: mean, decimals: contributionDecimals)
      for (part, value) in zip(parts, contributions) { means[part] = value }
    }
  }
}
