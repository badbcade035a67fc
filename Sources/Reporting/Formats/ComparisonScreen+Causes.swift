import GrowthModel
import Languages
import MonteCarlo

extension ComparisonScreen {
  private static let mostParts = 20
  private static let mostNames = 4

  /// A part of what changed, and its name.
  private typealias Part = (name: String, probability: AttributedPart, mean: AttributedPart?)

  /// For each target that fares differently in a scenario, what does it.
  func causes(_ k: Int) -> [[String]] {
    let pair = found.differences[k]
    guard let attribution = pair.attribution, !attribution.parts.isEmpty else { return [] }
    let name = letter(k + 1)
    var sections: [[String]] = []
    var same: [String] = []
    for (goal, cause) in zip(pair.goals, attribution.goals) {
      let mean = pair.mean(goal.first.quantity)
      guard goal.count.isDistinctFromZero || mean?.isDistinctFromZero == true else {
        same.append(short(goal.first.name))
        continue
      }
      sections.append(causes(of: goal, cause, attribution, k))
    }
    if let all = pair.allTargets, let parts = attribution.allTargets, pair.goals.count > 1,
      all.isDistinctFromZero
    {
      let rows = zip(attribution.parts, parts).map { part, value -> Part in
        (title(part, k), value, nil)
      }
      sections.append(
        table(
          localized("All targets together: what makes \(name) differ"), rows, all, nil, nil, k))
    }
    if !same.isEmpty {
      let names = same.joined(separator: "; ")
      sections.append(
        wrapped(
          localized("No difference of A and \(name) distinguishable from zero: \(names).")))
    }
    sections.append(wrapped(method(attribution, k)).map(style.dim))
    return sections
  }

  private func title(_ part: [Int], _ k: Int) -> String {
    report.names(part, of: k).map(\.printable).joined(separator: " + ")
  }

  private func causes(
    of goal: ComparedPair.Goal, _ cause: Attribution.Goal, _ attribution: Attribution, _ k: Int
  ) -> [String] {
    let rows = attribution.parts.indices.map { i -> Part in
      (title(attribution.parts[i], k), cause.probability[i], cause.mean.map { $0[i] })
    }
    let mean = cause.mean == nil ? nil : found.differences[k].mean(goal.first.quantity)
    return table(
      localized("\(short(goal.first.name)): what makes \(letter(k + 1)) differ"), rows,
      goal.count, mean, found.scenarios[0].summary(goal.first.quantity), k)
  }

  /// Parts, the largest first, and what they add up to.
  private func table(
    _ title: String, _ parts: [Part], _ count: PairedProportion, _ mean: PairedMean?,
    _ quantity: QuantitySummary?, _ k: Int
  ) -> [String] {
    let measure = quantity.map { report.measure($0.quantity.unit) }
    let size = quantity.map { max(abs($0.mean), $0.standardDeviation) } ?? 0
    let hasMeans = mean != nil && measure != nil
    let scale = measure.map { $0.scale(for: $0.base(size)) }
    var table = TextTable(columns: [
      .init(head: [localized("Assumption")], alignment: .left, overflow: .truncate),
      .init(head: [localized("probability, pp")], alignment: .right),
    ])
    if hasMeans, let scale {
      let unit = scale.differenceLabel
      table.columns.append(
        .init(
          head: [unit.isEmpty ? localized("mean") : localized("mean, \(unit)")],
          alignment: .right))
    }
    func cell(_ value: Double, _ low: Double, _ high: Double) -> TextTable.Cell {
      guard let measure, let scale else { return "" }
      return TextTable.Cell(
        DifferenceText(
          value: measure.base(value), low: measure.base(low), high: measure.base(high),
          powerOfTen: scale.powerOfTen
        ).figure)
    }
    let isSeen = { (part: Part) in
      part.probability.isDistinctFromZero || (hasMeans && part.mean?.isDistinctFromZero == true)
    }
    let ordered = parts.enumerated().sorted {
      let (a, b) = (abs($0.element.probability.value), abs($1.element.probability.value))
      return a == b ? $0.offset < $1.offset : a > b
    }.map(\.element)
    let seen = ordered.filter(isSeen)
    for part in seen.prefix(Self.mostParts) {
      var row = [
        TextTable.Cell(part.name),
        TextTable.Cell(DifferenceText(part.probability, powerOfTen: 2).figure),
      ]
      if hasMeans, let mean = part.mean { row.append(cell(mean.value, mean.low, mean.high)) }
      table.rows.append(row)
    }
    var sum: [TextTable.Cell] = [
      TextTable.Cell(localized("\(letter(k + 1)) - A: all of them")),
      TextTable.Cell(DifferenceText(count).figure),
    ]
    if hasMeans, let mean {
      sum.append(cell(mean.difference, mean.interval.lowerBound, mean.interval.upperBound))
    }
    table.rows.append(sum)
    var lines = [style.bold(title)] + table.lines(width: style.width, style: style)
    let width = table.lines(width: style.width).map(\.columns).max() ?? 0
    lines.insert(String(repeating: "─", count: width), at: lines.count - 1)
    let rest = seen.count - Self.mostParts
    if rest > 0 {
      lines += wrapped(localized("\(rest) more, each less: --format csv lists them."))
    }
    let none = ordered.filter { !isSeen($0) }.map(\.name).sorted()
    if !none.isEmpty {
      let names = none.prefix(Self.mostNames).joined(separator: ", ")
      let more = none.count - Self.mostNames
      lines += wrapped(
        more > 0
          ? localized("Not distinguishable from zero: \(names) and \(more) more.")
          : localized("Not distinguishable from zero: \(names)."))
    }
    return lines
  }

  /// How the parts were found.
  private func method(_ attribution: Attribution, _ k: Int) -> String {
    guard attribution.parts.count > 1 else {
      return localized(
        """
        All of it is due to \(title(attribution.parts[0], k)): nothing else differs, or nothing \
        else can be changed alone.
        """)
    }
    let orders =
      attribution.orderPairs.map { localized("\(2 * $0) orders") } ?? localized("all orders")
    let draws = NumberFormat.count(attribution.draws)
    return localized(
      """
      Parts are what an assumption changes when it joins those before it, averaged over \
      \(orders) (Shapley values), from \(attribution.scenarios) scenarios in between in \(draws) \
      of the draws; they add up to the difference.
      """)
  }
}
