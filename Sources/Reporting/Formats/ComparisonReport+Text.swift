import GrowthModel
import Languages
import MonteCarlo
import Stochastics

extension ComparisonReport {
  /// The report as one screen of text.
  public func text(style: TextStyle = TextStyle()) -> String {
    ComparisonScreen(report: self, style: style).text
  }
}

/// The sections of the screen that answers `compare`.
struct ComparisonScreen {
  /// The most values that are listed of one assumption.
  private static let mostValues = 8
  private static let mostWarnings = 8
  private static let longestPath = 38
  static let longestName = 50

  let report: ComparisonReport
  let style: TextStyle

  var found: ComparisonFindings { report.findings }

  var text: String {
    var sections = [title, answer]
    for k in found.differences.indices { sections.append(changes(k)) }
    sections += [targets, onlyInSome, quantities]
    for k in found.differences.indices { sections += causes(k) }
    sections += [warnings, notes]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  func wrapped(_ text: String) -> [String] { text.wrapped(to: style.width, indent: "  ") }

  func letter(_ number: Int) -> String { report.letter(number) }

  func short(_ name: String) -> String { name.printable.truncated(to: Self.longestName) }

  // MARK: The answer

  private var title: [String] {
    let draws = NumberFormat.count(found.draws)
    var lines = wrapped(
      localized(
        """
        Scenarios compared (for \(report.year), \(draws) draws, the same for each, seed \
        \(found.seed))
        """)
    ).map(style.bold)
    for (k, scenario) in report.scenarios.enumerated() {
      let name = "\(letter(k))  \(scenario.name.printable) (\(scenario.file.printable))"
      lines += wrapped(
        scenario.asOf.map { localized("\(name), as of \(CalendarDate.text($0.printable))") } ?? name)
    }
    return lines + report.context.overrideLines(style: style)
  }

  /// The first target that is in all scenarios.
  var answer: [String] {
    found.differences.enumerated().compactMap { k, pair in
      guard let goal = pair.goals.first else { return nil }
      let (first, second) = (probability(goal.count.first), probability(goal.count.second))
      let (name, other) = (short(goal.first.name), letter(k + 1))
      guard goal.count.isDistinctFromZero else {
        return localized(
          """
          \(name): \(first.phrase) in A, \(second.value) in \(other); the difference is not \
          distinguishable from zero.
          """)
      }
      let change = DifferenceText(goal.count)
      return localized(
        """
        \(name): \(first.phrase) in A, \(second.value) in \(other): \(change.plain) percentage \
        points (95% interval \(change.interval)).
        """)
    }.flatMap(wrapped).map(style.bold)
  }

  private func probability(_ estimate: ProbabilityEstimate) -> ProbabilityText {
    ProbabilityText(ProbabilityReport(hits: estimate.hits, draws: estimate.draws))
  }

  // MARK: What changed

  /// What one scenario assumes otherwise than the first.
  private func changes(_ k: Int) -> [String] {
    let name = letter(k + 1)
    let assumptions = report.assumptions[k]
    guard !assumptions.isEmpty else {
      return wrapped(localized("\(name) assumes nothing that A does not."))
    }
    let longest = assumptions.map(\.name.printable.columns).max() ?? 0
    var table = TextTable(columns: [
      .init(
        head: [localized("What \(name) assumes otherwise")], alignment: .left,
        overflow: longest > Self.longestPath ? .truncate : .none),
      .init(head: ["A"], alignment: .left, overflow: .wrap),
      .init(head: [name], alignment: .left, overflow: .wrap),
      .init(head: [localized("where")], alignment: .left, overflow: .truncate),
    ])
    for assumption in assumptions {
      let new = assumption.changes.lazy.compactMap(\.new?.origin).first
      let place = new ?? assumption.changes.lazy.compactMap(\.old?.origin).first ?? ""
      table.rows.append([
        TextTable.Cell(assumption.name.printable), TextTable.Cell(values(assumption, \.old)),
        TextTable.Cell(values(assumption, \.new)), Self.brief(place),
      ])
    }
    return table.lines(width: style.width, style: style)
  }

  /// The values of an assumption in one of the scenarios, with the keys that tell them apart.
  private func values(
    _ assumption: ComparisonReport.Assumption,
    _ side: KeyPath<ComparisonReport.Change, ComparisonReport.Figure?>
  ) -> String {
    let prefix = assumption.name + "."
    let texts = assumption.changes.compactMap { change -> String? in
      guard let figure = change[keyPath: side] else { return nil }
      let key = change.path.hasPrefix(prefix) ? String(change.path.dropFirst(prefix.count)) : ""
      return ["", "value", "distribution"].contains(key)
        ? figure.value.printable : "\(key) \(figure.value)".printable
    }
    guard !texts.isEmpty else { return "-" }
    // A whole part of a scenario is for the other formats.
    return texts.count > Self.mostValues
      ? localized("\(texts.count) values") : texts.joined(separator: ", ")
  }

  /// The name of a file, without folders, and the line.
  private static func brief(_ place: String) -> TextTable.Cell {
    let isNoFile = ["default", "implied"].contains(place) || place.hasPrefix("--set")
    guard !isNoFile, let name = place.split(separator: "/").last else {
      return TextTable.Cell(originWords(place.printable))
    }
    let parts = name.split(separator: ":")
    return TextTable.Cell(
      String(parts[0]).printable, suffix: parts.count > 1 ? ":" + String(parts[1]) : "")
  }

  // MARK: Targets

  private var targets: [String] {
    let ids = report.targetIDs
    guard !ids.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init(head: [localized("Targets: probability")], alignment: .left, overflow: .truncate)
    ])
    let others = found.differences.indices
    for k in found.scenarios.indices {
      table.columns.append(.init(head: [letter(k)], alignment: .right))
    }
    for k in others {
      table.columns.append(
        .init(head: [localized("\(letter(k + 1)) - A, pp")], alignment: .right))
    }
    for id in ids {
      var row = [name(of: id)]
      for scenario in found.scenarios {
        row.append(
          TextTable.Cell(scenario.goal(id).map { probability($0.estimate).value } ?? "-"))
      }
      for pair in found.differences {
        let goal = pair.goals.first { $0.first.id == id }
        row.append(TextTable.Cell(goal.map { DifferenceText($0.count).figure } ?? "-"))
      }
      table.rows.append(row)
    }
    if found.scenarios[0].allTargets != nil, found.differences[0].goals.count > 1 {
      let all = found.scenarios.compactMap(\.allTargets)
      table.rows.append(
        [TextTable.Cell(localized("All of these together"))]
          + all.map { TextTable.Cell(probability($0).value) }
          + found.differences.map {
            TextTable.Cell($0.allTargets.map { DifferenceText($0).figure } ?? "-")
          })
    }
    return table.lines(width: style.width, style: style)
  }

  /// The name of a target and what it asks; of each scenario where they ask for different things.
  private func name(of id: String) -> TextTable.Cell {
    let goals = found.scenarios.enumerated().compactMap { k, scenario in
      scenario.goal(id).map { (k, $0) }
    }
    guard let (_, first) = goals.first else { return TextTable.Cell(id) }
    var texts = [statement(first)]
    let isOne = goals.allSatisfy {
      $0.1.target.comparison == first.target.comparison
        && $0.1.target.threshold == first.target.threshold
        && $0.1.target.quantity == first.target.quantity
    }
    if !isOne {
      texts = goals.map { "\(letter($0.0)) \(statement($0.1))" }
    }
    return TextTable.Cell(
      short(first.target.name), suffix: " " + texts.joined(separator: ", "))
  }

  private func statement(_ goal: ComparedScenario.Goal) -> String {
    let measure = report.measure(goal.quantity.unit)
    let threshold = measure.base(goal.target.threshold)
    let scale = measure.scale(for: threshold)
    let number = scale.labelled(scale.exact(threshold))
    switch goal.target.comparison {
    case .atLeast: return "≥ " + number
    case .atMost: return "≤ " + number
    case .within(let tolerance):
      return scale.exact(threshold) + " ± " + scale.labelled(scale.exact(measure.base(tolerance)))
    }
  }

  /// Targets that some scenario lacks.
  private var onlyInSome: [String] {
    let texts = report.targetIDs.compactMap { id -> String? in
      let having = found.scenarios.indices.filter { found.scenarios[$0].goal(id) != nil }
      guard having.count < found.scenarios.count else { return nil }
      let names = having.map(letter).joined(separator: ", ")
      let name = found.scenarios[having[0]].goal(id)?.target.name ?? id
      return localized("\(short(name)) (only in \(names))")
    }
    guard !texts.isEmpty else { return [] }
    return wrapped(
      localized("Targets that not all of them have: \(texts.joined(separator: "; "))."))
  }

  // MARK: Quantities

  /// The distributions of the quantities of targets, of growth, and of what was asked for.
  private var quantities: [String] {
    let paths = shownQuantities
    guard !paths.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init(head: [localized("Quantities")], alignment: .left, overflow: .truncate),
      .init(head: [""], alignment: .left),
      .init(head: ["10%"], alignment: .right),
      .init(head: [localized("median")], alignment: .right),
      .init(head: ["90%"], alignment: .right),
      .init(head: [localized("mean")], alignment: .right),
      .init(head: [localized("change of mean")], alignment: .right),
    ])
    for path in paths {
      for k in found.scenarios.indices {
        if let row = row(of: path, k) { table.rows.append(row) }
      }
    }
    return table.lines(width: style.width, style: style)
  }

  /// Paths in the order of the first scenario that has them.
  private var shownQuantities: [String] {
    var paths: [String] = []
    for summary in found.scenarios.flatMap(\.quantities)
    where !paths.contains(summary.quantity.path) {
      paths.append(summary.quantity.path)
    }
    let wanted = Set(
      found.scenarios.flatMap(\.goals).map(\.target.quantity) + report.context.quantities
        + ["growth"])
    return report.context.quantities.contains("all") ? paths : paths.filter(wanted.contains)
  }

  private func row(of path: String, _ k: Int) -> [TextTable.Cell]? {
    guard let summary = found.scenarios[k].summary(path) else { return nil }
    let measure = report.measure(summary.quantity.unit)
    let numbers = [0.1, 0.5, 0.9].map { measure.base(summary.quantile($0)) }
    let mean = measure.base(summary.mean)
    let all = found.scenarios.compactMap { $0.summary(path) }
    let widest = all.map { measure.base($0.quantile(0.9) - $0.quantile(0.1)) }.max() ?? 0
    let scale = measure.scale(for: all.map { abs(measure.base($0.mean)) }.max() ?? 0)
    let decimals = scale.decimals(spread: widest)
    var change = ""
    if k > 0, let difference = found.differences[k - 1].mean(path) {
      let interval = difference.interval
      change =
        DifferenceText(
          value: measure.base(difference.difference), low: measure.base(interval.lowerBound),
          high: measure.base(interval.upperBound), powerOfTen: scale.powerOfTen
        ).figure
    }
    let period = summary.quantity.isOfLastYear ? "" : ", " + summary.quantity.period.words
    let isFirst = k == 0 || found.scenarios[..<k].allSatisfy { $0.summary(path) == nil }
    return [
      isFirst
        ? TextTable.Cell(
          short(summary.quantity.title),
          suffix: period + (scale.label.isEmpty ? "" : ", " + scale.label))
        : "",
      TextTable.Cell(letter(k)),
    ] + numbers.map { TextTable.Cell(scale.number($0, decimals: decimals)) } + [
      TextTable.Cell(scale.number(mean, decimals: decimals)), TextTable.Cell(change),
    ]
  }

  // MARK: Remarks

  private var warnings: [String] {
    let all = report.context.warnings
    guard !all.isEmpty else { return [] }
    var lines = [style.bold(report.context.warningCount)]
    for warning in all.prefix(Self.mostWarnings) {
      let text = "\(warning.place): \(warning.message)".printable
      lines += text.wrapped(to: style.width - 2, indent: "  ").map { "  " + style.yellow($0) }
    }
    if all.count > Self.mostWarnings {
      lines.append("  " + localized("and \(all.count - Self.mostWarnings) more: growth check"))
    }
    return lines
  }

  private var notes: [String] {
    let ratios = found.differences.compactMap { $0.goals.first?.count.varianceRatio }
    var lines: [String]
    if let ratio = ratios.first, ratio.isFinite {
      let times = NumberFormat(decimals: ratio < 9.95 ? 1 : 0).string(ratio)
      lines = wrapped(
        localized(
          """
          ±: half of the 95% interval, the error of sampling alone. Both scenarios see the same \
          draws: independent ones would take \(times) times as many for the same interval of the \
          first target.
          """))
    } else {
      lines = wrapped(
        localized(
          """
          ±: half of the 95% interval, the error of sampling alone. Both scenarios see the same \
          draws.
          """))
    }
    let files = report.scenarios.map { $0.file.printable }.joined(separator: " ")
    let command = "growth compare \(files) --format csv"
    lines += wrapped(localized("Every quantity and every digit: \(command)"))
    return lines.map(style.dim)
  }
}
