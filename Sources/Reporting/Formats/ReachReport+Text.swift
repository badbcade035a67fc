import GrowthModel
import Languages
import MonteCarlo

extension ReachReport {
  /// The report as one screen of text.
  public func text(style: TextStyle = TextStyle()) -> String {
    ReachScreen(report: self, style: style).text
  }
}

/// The sections of the screen that answers `reach`.
struct ReachScreen {
  typealias Cell = TextTable.Cell

  private static let longestName = 60

  let report: ReachReport
  let style: TextStyle

  private var found: ReachFindings { report.findings }

  var text: String {
    let sections = [title, answer, levers, ranges, remarks, together, gap, notes]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  func wrapped(_ text: String) -> [String] { text.wrapped(to: style.width, indent: "  ") }

  // MARK: The answer

  private var title: [String] {
    report.context.title(
      report.scenario,
      localized("for \(report.year), \(drawsWords(found.draws)), seed \(found.seed)"),
      style: style)
  }

  private var asked: String {
    NumberFormat(decimals: 10, powerOfTen: 2, trimsZeros: true).string(found.probability) + "%"
  }

  private var answer: [String] {
    let name = "\(found.target.name.printable.truncated(to: Self.longestName)), \(wanted)"
    let now = probability(found.present)
    let question = wrapped(localized("What it takes for a probability of \(asked): \(name)"))
    let isReached = found.levers.contains { $0.outcome == .already }
    return question.map(style.bold)
      + wrapped(
        localized(
          isReached
            ? "As the levers stand it is \(now): already reached."
            : "As the levers stand it is \(now)."))
  }

  /// `≥ 8%`, or `23 ± 1%`.
  private var wanted: String {
    let measure = report.measure(found.quantity.unit)
    let threshold = measure.base(found.target.threshold)
    let scale = measure.scale(for: threshold)
    switch found.target.comparison {
    case .atLeast: return "≥ " + scale.labelled(scale.exact(threshold))
    case .atMost: return "≤ " + scale.labelled(scale.exact(threshold))
    case .within(let tolerance):
      return scale.labelled(
        scale.exact(threshold) + " ± " + scale.exact(measure.base(tolerance)))
    }
  }

  /// `16.2% (16.1–16.3)`.
  private func probability(_ estimate: ProbabilityEstimate) -> String {
    ProbabilityText(ProbabilityReport(estimate)).compact
  }

  private func short(_ estimate: ProbabilityEstimate) -> String {
    ProbabilityText(ProbabilityReport(estimate)).value
  }

  // MARK: The levers

  /// The numbers of one lever, as they are written.
  private struct Numbers {
    let reach: LeverReach
    let scale: DisplayScale
    private let measure: Measure

    init(_ reach: LeverReach, _ measure: Measure) {
      self.reach = reach
      self.measure = measure
      let ends = [reach.present, reach.range?.lowerBound, reach.range?.upperBound]
      let largest = ends.compactMap(\.self).map(\.magnitude).max() ?? 0
      scale = measure.scale(for: measure.base(largest))
    }

    func text(_ position: Double) -> String {
      let text = scale.constant(measure.base(position))
      return reach.isShift && position > 0 ? "+" + text : text
    }

    /// Where the lever stands.
    var present: String {
      reach.isShift ? localized("by period") : reach.present.map { text($0) } ?? ""
    }

    func change(to position: Double) -> String {
      let change = reach.change(to: position) ?? 0
      return (change > 0 ? "+" : "") + scale.constant(measure.base(change))
    }

    /// With two digits of its width.
    func interval(_ setting: ReachedSetting) -> String {
      let ends = [setting.low, setting.high].compactMap(\.self)
      let spread = ends.map { ($0 - setting.exact.position).magnitude }.reduce(0, +)
      let decimals = scale.decimals(spread: measure.base(spread))
      func text(_ position: Double) -> String {
        scale.number(measure.base(position), decimals: decimals)
      }
      switch (setting.low, setting.high) {
      case (let low?, let high?): return localized("\(text(low)) to \(text(high))")
      case (let low?, nil): return localized("\(text(low)) or more")
      case (nil, let high?): return localized("\(text(high)) or less")
      case (nil, nil): return localized("anywhere")
      }
    }

    var name: Cell {
      Cell(
        reach.lever.setting.name.printable,
        suffix: (scale.label.isEmpty ? "" : ", " + scale.label)
          + (reach.isShift ? ", " + localized("each period") : ""))
    }
  }

  private var numbers: [Numbers] {
    found.levers.map { Numbers($0, report.measure($0.lever)) }
  }

  /// The scale of costs.
  private var billions: DisplayScale { report.measure(.money).scale(for: 1e9) }

  private func cost(_ reach: LeverReach, at position: Double) -> String {
    guard let cost = reach.cost(at: position) else { return "" }
    return billions.constant(report.measure(.money).base(cost))
  }

  private var levers: [String] {
    guard !found.levers.isEmpty else { return [localized("The scenario has no levers.")] }
    let isPriced = found.levers.contains { $0.reached != nil && $0.lever.cost != nil }
    var table = TextTable(columns: [
      .init(head: [localized("One lever alone")], alignment: .left, overflow: .wrap),
      .init(head: [localized("set to")], alignment: .right),
      .init(head: [localized("needed")], alignment: .right),
      .init(head: [localized("change")], alignment: .right),
      .init(head: [localized("setting, 95%")], alignment: .right),
    ])
    if isPriced {
      table.columns.append(
        .init(head: [localized("cost,"), billions.label], alignment: .right))
    }
    for lever in numbers {
      let reach = lever.reach
      var row = [lever.name, Cell(lever.present)]
      if let setting = reach.reached {
        let position = setting.rounded.position
        row += [
          Cell(lever.text(position)), Cell(lever.change(to: position)),
          Cell(lever.interval(setting)),
        ]
        if isPriced { row.append(Cell(cost(reach, at: position))) }
      } else {
        row += [Cell(localized(word(reach.outcome))), "", ""] + (isPriced ? [""] : [])
      }
      table.rows.append(row)
    }
    return table.lines(width: style.width, style: style)
  }

  private func word(_ outcome: LeverReach.Outcome) -> Phrase {
    switch outcome {
    case .already: "reached"
    case .reached: ""
    case .outOfReach: "out of reach"
    case .noEffect: "no effect"
    case .noRange: "no range"
    case .isDate: "a date"
    case .cannotShift: "no room"
    }
  }

  /// What the whole range does.
  private var ranges: [String] {
    let movable = numbers.filter { $0.reach.ends != nil }
    guard !movable.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init(head: [localized("Over its range")], alignment: .left, overflow: .truncate),
      .init(head: [localized("from")], alignment: .right),
      .init(head: [localized("to")], alignment: .right),
      .init(head: [localized("probability")], alignment: .right),
      .init(head: [localized("best")], alignment: .right),
      .init(head: [localized("at")], alignment: .right),
      .init(head: [localized("who decides")], alignment: .left, overflow: .truncate),
    ])
    for lever in movable {
      guard let range = lever.reach.range, let ends = lever.reach.ends else { continue }
      let best = lever.reach.best
      table.rows.append([
        lever.name, Cell(lever.text(range.lowerBound)), Cell(lever.text(range.upperBound)),
        Cell(localized("\(short(ends.low)) to \(short(ends.high))")),
        Cell(best.map { short($0.estimate) } ?? ""),
        Cell(best.map { lever.text($0.position) } ?? ""),
        Cell((lever.reach.lever.owner ?? "").printable),
      ])
    }
    return table.lines(width: style.width, style: style)
  }

  /// What a reader would trip over.
  private var remarks: [String] {
    var lines: [String] = []
    for lever in numbers {
      let reach = lever.reach
      let name = reach.lever.setting.name.printable.truncated(to: Self.longestName)
      switch reach.outcome {
      case .noRange:
        lines += wrapped(
          localized(
            """
            \(name): the scenario gives no range; give one with --range "\(reach.lever.id)=A..B".
            """))
      case .isDate:
        lines += wrapped(localized("\(name): a day; days are not searched. Try some with --set."))
      case .cannotShift:
        lines += wrapped(
          localized(
            "\(name): its periods span the whole range, so that they cannot be moved together."))
      default: break
      }
      if reach.reversal > 0 {
        let points = NumberFormat(decimals: 3, powerOfTen: 2).string(reach.reversal)
        lines += wrapped(
          localized(
            """
            \(name): the probability is not monotone in the setting (it turns back by up to \(points) \
            pp); shown is the setting nearest to the present one.
            """))
      }
    }
    let reached = found.levers.filter { $0.reached != nil }
    for reach in reached {
      guard let setting = reach.reached else { continue }
      let sets = report.overrides(reach, at: setting.rounded.position)
      lines += run(with: sets, showing: setting.rounded.estimate)
    }
    return lines
  }

  // MARK: Several levers together

  private var together: [String] {
    guard let combination = found.combination else { return [] }
    var lines: [String]
    switch combination.outcome {
    case .already: return []
    case .noLevers:
      lines = wrapped(localized("The cheapest combination: no lever that has a cost helps."))
        .map(style.bold)
    case .reached(let reached):
      let text = cheapest(reached)
      lines = wrapped(text).map(style.bold) + moves(combination, reached.rounded)
      lines += command(combination, reached.rounded)
    case .outOfReach(let best):
      lines = wrapped(
        localized(
          """
          All together: out of reach; with each lever where it does best alone it is \
          \(probability(best.estimate))
          """)
      ).map(style.bold)
      lines += moves(combination, best) + command(combination, best)
    }
    if !combination.left.isEmpty {
      lines += wrapped(
        localized(
          """
          Left where they are, without a cost to weigh or an effect that helps: \
          \(combination.left.joined(separator: ", "))
          """))
    }
    return lines
  }

  /// What the cheapest combination costs, in a sentence.
  private func cheapest(_ reached: ReachedCombination) -> String {
    let money = report.measure(.money)
    let cost = billions.labelled(billions.constant(money.base(reached.rounded.cost)))
    guard let low = reached.low, let high = reached.high else {
      return localized("The cheapest combination: \(cost)")
    }
    let decimals = billions.decimals(spread: money.base(high - low))
    let ends = [low, high].map { billions.number(money.base($0), decimals: decimals) }
    return localized(
      """
      The cheapest combination: \(cost), the least cost in truth between \(ends[0]) and \(ends[1]) (95%)
      """)
  }

  private func moves(
    _ combination: CombinationReach, _ setting: CombinedSetting
  ) -> [String] {
    var table = TextTable(columns: [
      .init(head: [localized("Together")], alignment: .left, overflow: .wrap),
      .init(head: [localized("set to")], alignment: .right),
      .init(head: [localized("needed")], alignment: .right),
      .init(head: [localized("change")], alignment: .right),
      .init(head: [localized("cost,"), billions.label], alignment: .right),
    ])
    let money = report.measure(.money)
    for move in report.moves(combination, setting) {
      let lever = Numbers(move.reach, report.measure(move.reach.lever))
      table.rows.append([
        lever.name, Cell(lever.present),
        Cell(lever.text(move.position)), Cell(lever.change(to: move.position)),
        Cell(billions.constant(money.base(move.cost))),
      ])
    }
    return table.lines(width: style.width, style: style)
  }

  private func command(
    _ combination: CombinationReach, _ setting: CombinedSetting
  ) -> [String] {
    let sets = report.moves(combination, setting).filter { $0.change != 0 }
      .flatMap { report.overrides($0.reach, at: $0.position) }
    return run(with: sets, showing: setting.estimate)
  }

  /// The command that shows what some settings do; its lines end where a shell may be told to go on.
  private func run(with sets: [String], showing estimate: ProbabilityEstimate) -> [String] {
    let all = report.context.overrides.map(\.printable) + sets
    var lines = ["\(probability(estimate)): growth run \(report.context.file.printable)"]
    for option in all.map({ "--set \"\($0)\"" }) {
      let last = lines[lines.count - 1]
      // Room for the sign that the command goes on.
      if last.columns + option.columns + 3 > style.width {
        lines[lines.count - 1] = last + " \\"
        lines.append("  " + option)
      } else {
        lines[lines.count - 1] = last + " " + option
      }
    }
    return lines
  }

  // MARK: The plain arithmetic

  private var gap: [String] {
    guard let gap = found.gap else {
      return wrapped(
        localized(
          "No plain arithmetic: not every input has a mean, or the quantity has no value there."))
    }
    let measure = report.measure(found.quantity.unit)
    let (expected, edge) = (measure.base(gap.expected), measure.base(gap.edge))
    let scale = measure.scale(for: max(expected.magnitude, edge.magnitude))
    let difference = (edge - expected).magnitude
    // Two digits of the gap.
    let decimals = scale.decimals(spread: difference)
    let title = found.quantity.title.printable.truncated(to: Self.longestName)
    let far = scale.labelledDifference(scale.number(difference, decimals: decimals))
    let (middle, wanted) = (
      scale.labelled(scale.number(expected, decimals: decimals)), scale.labelled(scale.exact(edge))
    )
    var lines = wrapped(
      localized(
        gap.isMet
          ? """
          With every input at its mean \(title) is \(middle), \(far) to the good of \(wanted).
          """
          : """
          With every input at its mean \(title) is \(middle), \(far) short of \(wanted).
          """)
    ).map(style.bold)
    var table = TextTable(columns: [
      .init(
        head: [localized("To meet it exactly, one activity alone")], alignment: .left,
        overflow: .truncate),
      .init(head: [localized("would grow, %")], alignment: .right),
      .init(head: [localized("expected, %")], alignment: .right),
      .init(head: [localized("difference, pp")], alignment: .right),
    ])
    let rate = DisplayScale(powerOfTen: 2, label: "%", differenceLabel: "pp")
    for row in gap.rows {
      let indent = String(repeating: "  ", count: row.depth)
      let difference = row.needed.map { $0 - row.expected }
      let sign = (difference ?? 0) > 0 ? "+" : ""
      table.rows.append([
        Cell(indent + row.name.printable),
        Cell(row.needed.map { rate.number($0, decimals: 2) } ?? localized("no growth does")),
        Cell(rate.number(row.expected, decimals: 2)),
        Cell(difference.map { sign + rate.number($0, decimals: 2) } ?? ""),
      ])
    }
    lines += table.lines(width: style.width, style: style)
    return lines
  }

  // MARK: Notes

  private var notes: [String] {
    var notes: [String] = []
    if found.levers.contains(where: { $0.reached != nil }) {
      notes.append(
        localized(
          """
          needed: the nearest setting that reaches the probability on these draws, rounded so that it \
          still does. setting, 95%: where the true setting lies, the error of sampling alone.
          """))
    }
    notes.append(
      localized("All digits: growth reach \(report.context.file.printable) --format json"))
    return wrapped(notes.joined(separator: " ")).map(style.dim)
  }
}
