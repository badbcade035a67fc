import GrowthModel
import MonteCarlo

extension ReconcileReport {
  /// The report as one screen of text.
  public func text(style: TextStyle = TextStyle()) -> String {
    ReconcileScreen(report: self, style: style).text
  }

  /// The verdict in a sentence, without what it rests on.
  public var summary: String {
    let count = reconciliation.statements.count
    let all = count == 1 ? "its statement holds" : "all \(count) statements hold"
    switch verdict {
    case .met:
      return "The plan is consistent with \(baseYear): at the scenario's own figures \(all)."
    case .consistent:
      return
        "The plan is consistent with \(baseYear): \(all) with figures near the scenario's own."
    case .strained:
      return
        "The plan is consistent with \(baseYear), but strained: \(all) only with figures that the "
        + "scenario holds to be unlikely together."
    case .implausible:
      return
        "The plan adds up, but not with what the scenario believes: \(all) only with figures that "
        + "it holds to be very unlikely together."
    case .contradictory:
      return Self.contradictionText(
        contradiction.map(\.target.name), isCertain: reconciliation.contradictionIsCertain == true)
    }
  }

  private static func contradictionText(_ names: [String], isCertain: Bool) -> String {
    let list = names.map(\.printable).joined(separator: "; ")
    guard names.count > 1 else {
      return isCertain
        ? "The plan cannot be met: no figure that may move leads to: \(list)."
        : "The plan cannot be met: no possible figures were found that lead to: \(list)."
    }
    return isCertain
      ? "The plan contradicts itself: no figures meet these \(names.count) statements together, "
        + "though any one left out leaves the others possible: \(list)."
      : "The plan contradicts itself: no figures were found that meet these \(names.count) "
        + "statements together, though any one left out leaves the others possible: \(list)."
  }
}

/// The sections of the screen that answers `reconcile`.
private struct ReconcileScreen {
  /// A movement that is no more than rounding on the screen.
  private static let leastMovement = 0.005
  private static let mostFigures = 16

  let report: ReconcileReport
  let style: TextStyle

  private var result: Reconciliation { report.reconciliation }
  private var isContradictory: Bool { report.verdict == .contradictory }

  var text: String {
    let sections = [title + answer, statements, figures, notes]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func wrapped(_ text: String) -> [String] { text.wrapped(to: style.width, indent: "  ") }

  // MARK: The answer

  private var title: [String] {
    var facts = "plan for \(report.year) against \(report.baseYear)"
    if let asOf = report.context.asOf { facts += ", as of \(asOf.printable)" }
    var lines = wrapped("\(report.scenario.printable) (\(facts))")
    let overrides = report.context.overrides.map(\.printable)
    if !overrides.isEmpty { lines += wrapped("with " + overrides.joined(separator: ", ")) }
    return lines.map(style.bold)
  }

  private var answer: [String] {
    wrapped(report.summary).map(style.bold) + distance + hardest
  }

  private var distance: [String] {
    guard let misfit = result.misfit, let probability = result.tailProbability else { return [] }
    let count = result.independentStatements
    return wrapped(
      "Misfit \(number(misfit)), the sum of squared adjustments in standard deviations, from "
        + "\(count) independent \(count == 1 ? "statement that binds" : "statements that bind"): "
        + "by the scenario's own beliefs a plan "
        + "fits worse with probability \(percent(probability)) (chi-square). No better than the "
        + "standard deviations and correlations, which are the scenario's assumptions.")
  }

  private var hardest: [String] {
    guard let hardest = report.hardest, let misfit = result.misfit,
      let without = hardest.misfitWithout
    else { return [] }
    let scale = scale(hardest)
    return wrapped(
      "Hardest to believe: \(hardest.target.name.printable), "
        + "\(statement(hardest.target, scale)) \(scale.label): without it the misfit falls from "
        + "\(number(misfit)) to \(number(without)).")
  }

  // MARK: Statements

  private var statements: [String] {
    var table = TextTable(columns: [
      .init(head: ["Statements of the plan"], alignment: .left, overflow: .truncate),
      .init(head: ["the plan"], alignment: .right),
      .init(head: ["scenario"], alignment: .right),
      .init(head: ["apart"], alignment: .right),
    ])
    let lastColumns =
      isContradictory ? ["contradicts"] : ["reconciled", "misfit without it"]
    table.columns += lastColumns.map { .init(head: [$0], alignment: .right) }
    for row in result.statements {
      let scale = scale(row)
      let measure = report.measure(row.quantity.unit)
      let decimals = scale.decimals(spread: measure.base(row.standardDeviation))
      func value(_ x: Double) -> TextTable.Cell {
        TextTable.Cell(scale.number(measure.base(x), decimals: decimals))
      }
      var cells = [
        TextTable.Cell(
          row.target.name.printable, suffix: scale.label.isEmpty ? "" : ", " + scale.label),
        TextTable.Cell(statement(row.target, scale)), value(row.centre),
        TextTable.Cell(apart(row)),
      ]
      if isContradictory {
        cells.append(row.isInContradiction ? "yes" : "")
      } else {
        cells += [row.reconciled.map(value) ?? "", TextTable.Cell(price(row))]
      }
      table.rows.append(cells)
    }
    let note =
      "scenario: at its own centres. apart: from there to what the plan says, in standard deviations "
      + "of the quantity."
    return table.lines(width: style.width, style: style) + wrapped(note).map(style.dim)
  }

  private func scale(_ row: Reconciliation.Statement) -> DisplayScale {
    let measure = report.measure(row.quantity.unit)
    return measure.scale(
      for: max(measure.base(row.target.threshold).magnitude, measure.base(row.centre).magnitude))
  }

  private func statement(_ target: Target, _ scale: DisplayScale) -> String {
    let measure = result.statements.first { $0.target == target }.map {
      report.measure($0.quantity.unit)
    }
    func base(_ x: Double) -> Double { measure?.base(x) ?? x }
    let threshold = scale.exact(base(target.threshold))
    switch target.comparison {
    case .atLeast: return "≥ " + threshold
    case .atMost: return "≤ " + threshold
    case .within(let tolerance):
      guard tolerance > 0, result.reading == .withinTolerance else { return threshold }
      return threshold + " ± " + scale.exact(base(tolerance))
    }
  }

  private func apart(_ row: Reconciliation.Statement) -> String {
    let shortfall = row.target.comparison.gap(
      from: row.centre, to: row.target.threshold, isExact: result.reading == .exact)
    guard shortfall != 0 else { return "" }
    guard row.standardDeviation > 0 else { return "fixed" }
    return signed(shortfall / row.standardDeviation) + " sd"
  }

  private func price(_ row: Reconciliation.Statement) -> String {
    switch row.standing {
    case .binding: row.misfitWithout.map(number) ?? "n/a"
    case .implied: "follows"
    case .slack, .leftOut: "holds"
    }
  }

  // MARK: Figures

  private var figures: [String] {
    guard !isContradictory else { return [] }
    let moved = report.mostMovedFirst.filter {
      ($0.adjustment ?? 0).magnitude >= Self.leastMovement
    }
    guard !moved.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init(head: ["Figures of the scenario, most moved first"], alignment: .left, overflow: .truncate),
      .init(head: ["centre"], alignment: .right),
      .init(head: ["sd"], alignment: .right),
      .init(head: ["reconciled"], alignment: .right),
      .init(head: ["moved"], alignment: .right),
    ])
    for figure in moved.prefix(Self.mostFigures) { table.rows.append(row(figure)) }
    var lines = table.lines(width: style.width, style: style)
    let hidden = moved.count - table.rows.count
    let still = result.figures.count - moved.count
    var rest: [String] = []
    if hidden > 0 { rest.append("\(hidden) more move less") }
    if still > 0 { rest.append("\(still) \(still == 1 ? "stays" : "stay") as \(still == 1 ? "it is" : "they are")") }
    if moved.contains(where: \.isOutOfRange) {
      rest.append("*: outside the range that the scenario gives the figure")
    }
    if !rest.isEmpty { lines += wrapped(rest.joined(separator: "; ") + ".").map(style.dim) }
    return lines
  }

  private func row(_ figure: Reconciliation.Figure) -> [TextTable.Cell] {
    let measure = report.measure(of: figure)
    let spread = measure.base(figure.standardDeviation)
    let scale = measure.scale(for: measure.base(figure.centre).magnitude)
    let decimals = scale.decimals(spread: spread)
    func value(_ x: Double) -> String { scale.number(measure.base(x), decimals: decimals) }
    let mark = figure.isOutOfRange ? "*" : ""
    return [
      TextTable.Cell(
        (figure.quantity?.title ?? figure.name).printable,
        suffix: scale.label.isEmpty ? "" : ", " + scale.label),
      TextTable.Cell(value(figure.centre)), TextTable.Cell(value(figure.standardDeviation)),
      TextTable.Cell((figure.reconciled.map(value) ?? "") + mark),
      TextTable.Cell(signed(figure.adjustment ?? 0) + " sd"),
    ]
  }

  // MARK: Notes

  private var notes: [String] {
    var lines: [String] = []
    if !result.outside.isEmpty {
      let names = result.outside.map(\.name.printable).joined(separator: ", ")
      lines += wrapped("Not part of the accounts, and so not reconciled: \(names).")
    }
    let hasTolerance = result.statements.contains { ($0.target.comparison.tolerance ?? 0) > 0 }
    let file = report.context.file.printable
    if hasTolerance, result.reading == .withinTolerance {
      lines += wrapped(
        "To hold the plan to its figures without their tolerances: growth reconcile \(file) --exact"
      ).map(style.dim)
    }
    lines += wrapped("All figures and accounts: growth reconcile \(file) --format csv")
      .map(style.dim)
    return lines
  }

  // MARK: Numbers

  private func number(_ x: Double) -> String {
    NumberFormat(decimals: x < 0.1 ? 3 : x < 100 ? 1 : 0).string(x)
  }

  private func signed(_ x: Double) -> String {
    (x > 0 ? "+" : "") + NumberFormat(decimals: 2).string(x)
  }

  private func percent(_ p: Double) -> String {
    guard p >= 1e-4 else { return "below 0.01%" }
    return NumberFormat(decimals: p < 0.01 ? 2 : p < 0.1 ? 1 : 0, powerOfTen: 2).string(p) + "%"
  }
}

extension Target.Comparison {
  /// How far a value must go to meet a threshold; zero where it does.
  fileprivate func gap(from value: Double, to threshold: Double, isExact: Bool) -> Double {
    let difference = threshold - value
    switch self {
    case .atLeast: return max(difference, 0)
    case .atMost: return min(difference, 0)
    case .within(let tolerance):
      guard !isExact else { return difference }
      return difference > tolerance
        ? difference - tolerance : difference < -tolerance ? difference + tolerance : 0
    }
  }
}
