import GrowthModel
import Languages
import MonteCarlo
import Stochastics

extension SensitivityReport {
  /// The report as one screen of text.
  public func text(style: TextStyle = TextStyle()) -> String {
    SensitivityScreen(report: self, style: style).text
  }
}

/// The sections of the screen that answers `sensitivity`.
struct SensitivityScreen {
  private static let mostRows = 20
  private static let mostNames = 8
  private static let longestBar = 30
  private static let shortestBar = 8
  private static let longestName = 50

  let report: SensitivityReport
  let style: TextStyle

  private var found: SensitivityFindings { report.sensitivity }

  var text: String {
    var sections = [title]
    for target in found.targets {
      sections += [answer(target), indices(target), effects(target), tornado(target)]
    }
    sections += [notes]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  func wrapped(_ text: String) -> [String] { text.wrapped(to: style.width, indent: "  ") }

  // MARK: The answer

  private var title: [String] {
    let evaluations = found.targets.reduce(0) { $0 + $1.evaluations }
    return report.context.title(
      report.scenario,
      localized(
        """
        for \(report.year), \(NumberFormat.count(found.draws)) pairs of draws, \
        \(NumberFormat.count(evaluations)) evaluations of the model, seed \(found.seed)
        """),
      style: style) + levers
  }

  /// What the figures are about if levers are not where they are set.
  private var levers: [String] {
    guard let levers = report.levers else { return [] }
    var sentences = [
      localized(
        """
        Levers lie anywhere in their ranges, evenly: the choices that there are, not a forecast.
        """)
    ]
    if !levers.left.isEmpty {
      let names = levers.left.joined(separator: ", ")
      sentences.append(localized("Left as they are set: \(names)."))
    }
    return wrapped(sentences.joined(separator: " "))
  }

  /// What the response is, and how much of its variance the inputs account for one at a time.
  private func answer(_ target: TargetSensitivity) -> [String] {
    let measure = report.measure(target)
    let (mean, deviation) = (measure.base(target.mean), measure.base(target.standardDeviation))
    let scale = measure.scale(for: max(mean.magnitude, deviation))
    let title = target.quantity.title.printable.truncated(to: Self.longestName)
    let decimals = scale.decimals(spread: deviation)
    let average = scale.labelled(scale.number(mean, decimals: decimals))
    var lines: [String]
    switch found.measure {
    case .quantity:
      let spread = scale.labelledDifference(scale.number(deviation, decimals: decimals))
      lines = wrapped(
        localized("What moves \(title): mean \(average), standard deviation \(spread)"))
    case .probability:
      let name = target.target.name.printable
      lines = wrapped(
        localized("Whether the target is met: \(name), probability \(average)"))
    }
    lines = lines.map(style.bold)
    if target.isTooRare {
      return lines
        + wrapped(
          localized(
            """
            Too few draws meet it, or miss it, to tell what decides it: more --draws, or \
            --of quantity.
            """))
    }
    guard let sobol = target.sobol else {
      return lines
        + wrapped(
          localized("It is the same in every draw: nothing that is uncertain moves it."))
    }
    guard sobol.parts.count > 1 else { return lines }
    let interactions = IndexText(sobol.interactions)
    let alone = interactions.complement
    return lines
      + wrapped(
        sobol.interactions.isDistinctFromZero
          ? localized(
            """
            One at a time, the inputs account for \(alone) of its variance; how they act \
            together, for \(interactions.phrase).
            """)
          : localized(
            """
            One at a time, the inputs account for \(alone) of its variance; how they act \
            together is not distinguishable from zero.
            """))
  }

  // MARK: Sobol indices

  private func indices(_ target: TargetSensitivity) -> [String] {
    guard let parts = target.sobol?.parts, !parts.isEmpty else { return [] }
    let distinct = parts.filter(\.total.isDistinctFromZero)
    let shown = Array(distinct.prefix(Self.mostRows))
    var lines = shown.isEmpty ? [] : table(shown, target)
    let rest = distinct.dropFirst(shown.count)
    if !rest.isEmpty {
      let most = NumberFormat(decimals: 2, powerOfTen: 2)
        .string(rest.map(\.total.value).max() ?? 0)
      lines += wrapped(localized("\(rest.count) more, each \(most)% or less in all."))
    }
    let none = parts.filter { !$0.total.isDistinctFromZero }
    if !none.isEmpty { lines += indistinct(none.map { target.title($0) }) }
    return lines
  }

  private func table(
    _ parts: [SobolIndices.Part], _ target: TargetSensitivity
  ) -> [String] {
    var table = TextTable(columns: [
      .init(head: [localized("Input")], alignment: .left, overflow: .truncate),
      .init(head: [localized("alone, %")], alignment: .right),
      .init(head: [localized("in all, %")], alignment: .right),
    ])
    for part in parts {
      table.rows.append([
        TextTable.Cell(target.title(part), suffix: mark(part.kind)),
        TextTable.Cell(IndexText(part.first).cell), TextTable.Cell(IndexText(part.total).cell),
      ])
    }
    let highest = parts.map(\.total.value).max() ?? 1
    return withBars(table) { row, room in bar(parts[row], highest, room) }
  }

  /// The lines of a table with a bar behind each row, as long as the screen has room for.
  private func withBars(_ table: TextTable, _ bar: (Int, Int) -> String) -> [String] {
    let room = style.width - Self.shortestBar - 2
    let width = table.lines(width: room).map(\.columns).max() ?? 0
    let longest = min(style.width - width - 2, Self.longestBar)
    return zip(table.lines(width: room), table.lines(width: room, style: style)).enumerated().map {
      i, line in
      guard i > 0 else { return line.1 }
      return line.0.padded(to: width + 2) + bar(i - 1, longest)
    }
  }

  private func mark(_ kind: JointDistribution.Part.Kind) -> String {
    switch kind {
    case .single: ""
    case .gaussian, .studentT, .rows: " *"
    }
  }

  /// What is due to a part alone, and what is due to it with others.
  private func bar(_ part: SobolIndices.Part, _ highest: Double, _ room: Int) -> String {
    guard highest > 0 else { return "" }
    func length(_ index: Double) -> Int {
      min(max(Int((index / highest * Double(room)).rounded()), 0), room)
    }
    let all = length(part.total.value)
    let alone = min(length(part.first.value), all)
    return style.green(String(repeating: "█", count: alone))
      + style.dim(String(repeating: "░", count: all - alone))
  }

  // MARK: Shapley effects

  private func effects(_ target: TargetSensitivity) -> [String] {
    guard let effects = target.shapley else { return [] }
    let distinct = effects.filter(\.effect.isDistinctFromZero)
    let shown = Array(distinct.prefix(Self.mostRows))
    var table = TextTable(columns: [
      .init(
        head: [localized("Input, dependence shared out")], alignment: .left,
        overflow: .truncate),
      .init(head: [localized("Shapley effect, %")], alignment: .right),
    ])
    for effect in shown {
      table.rows.append([
        TextTable.Cell(target.title(effect)),
        TextTable.Cell(IndexText(effect.effect).figure),
      ])
    }
    let highest = shown.map(\.effect.value).max() ?? 1
    var lines =
      shown.isEmpty
      ? []
      : withBars(table) { row, room in
        let length = Int((shown[row].effect.value / highest * Double(room)).rounded())
        return style.green(String(repeating: "█", count: min(max(length, 0), room)))
      }
    let rest = distinct.dropFirst(shown.count)
    if !rest.isEmpty {
      let most = NumberFormat(decimals: 2, powerOfTen: 2).string(rest.first?.effect.value ?? 0)
      lines += wrapped(localized("\(rest.count) more, each \(most)% or less."))
    }
    let none = effects.filter { !$0.effect.isDistinctFromZero }
    if !none.isEmpty { lines += indistinct(none.map { target.title($0) }) }
    return lines
  }

  // MARK: Tornado

  private func tornado(_ target: TargetSensitivity) -> [String] {
    let bars = target.widestFirst
    let distinct = bars.filter(\.isDistinctFromZero)
    guard !bars.isEmpty else { return [] }
    let shown = Array(distinct.prefix(Self.mostRows))
    let name = target.target.name.printable.truncated(to: Self.longestName)
    guard !shown.isEmpty else {
      return wrapped(
        localized(
          """
          No input, held low or high, changes the probability of the target (\(name)) by \
          anything distinguishable from zero.
          """))
    }
    var table = TextTable(columns: [
      .init(head: [localized("\(name): probability")], alignment: .left, overflow: .truncate),
      .init(head: [localized("at p10")], alignment: .right),
      .init(head: [localized("at p90")], alignment: .right),
      .init(head: [localized("change, pp")], alignment: .right),
    ])
    for bar in shown {
      let half = (bar.interval.upperBound - bar.interval.lowerBound) / 2
      let format = NumberFormat(decimals: half * 100 < 0.095 ? 2 : 1, powerOfTen: 2)
      let sign = bar.difference > 0 ? "+" : ""
      table.rows.append([
        TextTable.Cell(
          target.variables[bar.variable].title.printable,
          suffix: bar.others == .conditional ? " *" : ""),
        TextTable.Cell(format.string(bar.low) + "%"),
        TextTable.Cell(format.string(bar.high) + "%"),
        TextTable.Cell(sign + format.string(bar.difference) + " ± " + format.string(half)),
      ])
    }
    let highest = shown.map(\.difference.magnitude).max() ?? 1
    var lines = withBars(table) { row, room in
      let length = Int((shown[row].difference.magnitude / highest * Double(room)).rounded())
      let bar = String(repeating: "█", count: min(max(length, 0), room))
      return shown[row].difference > 0 ? style.green(bar) : style.red(bar)
    }
    let rest = distinct.count - shown.count
    if rest > 0 { lines += wrapped(localized("\(rest) more change it by less.")) }
    let none = bars.count - distinct.count
    if none > 0 {
      lines += wrapped(
        none == 1
          ? localized("Of 1 input the change is not distinguishable from zero.")
          : localized("Of \(none) inputs the change is not distinguishable from zero."))
    }
    return lines
  }

  /// What has no effect that can be seen: names, as many as a reader wants to see.
  private func indistinct(_ names: [String]) -> [String] {
    let shown = names.prefix(Self.mostNames).map { $0.truncated(to: Self.longestName) }
      .joined(separator: "; ")
    let more = names.count - Self.mostNames
    return wrapped(
      more > 0
        ? localized("Not distinguishable from zero: \(shown); and \(more) more.")
        : localized("Not distinguishable from zero: \(shown)."))
  }

  // MARK: Notes

  private var notes: [String] {
    let parts = found.targets.compactMap(\.sobol).flatMap(\.parts)
    guard !parts.isEmpty else { return [] }
    var sentences = [
      localized(
        """
        alone (█): the part of the variance that goes if the input is known (first-order index). \
        in all (with ░): the part that is left if all others are known (total index). ±: half of \
        the 95% interval, the error of sampling alone.
        """)
    ]
    let isIndistinct = parts.contains {
      $0.total.isDistinctFromZero && !$0.first.isDistinctFromZero
    }
    if isIndistinct {
      let mark = IndexText.indistinct
      sentences.append(
        localized("\(mark): not distinguishable from zero, which the interval holds."))
    }
    var lines = wrapped(sentences.joined(separator: " "))
    if parts.contains(where: { $0.kind != .single }) {
      lines += wrapped(
        localized(
          """
          *: inputs that hang together: taken as one above; in the tornado, the others as they \
          are where one is held.
          """))
    }
    if found.targets.contains(where: { $0.tornado.count < $0.variables.count }) {
      lines += wrapped(
        localized(
          """
          Inputs drawn from the same rows (or joined by a Student t copula of one degree of \
          freedom or fewer) are taken as one in all tables, and are not held on their own.
          """))
    }
    let command = "growth sensitivity \(report.context.file.printable) --format csv"
    lines += wrapped(localized("All inputs: \(command)"))
    return lines.map(style.dim)
  }
}
