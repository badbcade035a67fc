import GrowthModel
import Languages
import MonteCarlo

extension ReconcileReport {
  /// The report as one screen of text.
  public func text(style: TextStyle = TextStyle()) -> String {
    ReconcileScreen(report: self, style: style).text
  }

  /// The verdict in a sentence, without what it rests on.
  public var summary: String {
    verdict == .contradictory ? contradictionText : localized(agreement)
  }

  private var agreement: Phrase {
    let count = reconciliation.statements.count
    let isOne = count == 1
    switch verdict {
    case .met:
      return isOne
        ? """
        The plan is consistent with \(baseYear): at the scenario's own figures its statement holds.
        """
        : """
        The plan is consistent with \(baseYear): at the scenario's own figures all \(count) statements hold.
        """
    case .consistent:
      return isOne
        ? """
        The plan is consistent with \(baseYear): its statement holds with figures near the scenario's own.
        """
        : """
        The plan is consistent with \(baseYear): all \(count) statements hold with figures near the \
        scenario's own.
        """
    case .strained:
      return isOne
        ? """
        The plan is consistent with \(baseYear), but strained: its statement holds only with figures that \
        the scenario holds to be unlikely together.
        """
        : """
        The plan is consistent with \(baseYear), but strained: all \(count) statements hold only with \
        figures that the scenario holds to be unlikely together.
        """
    case .implausible, .contradictory:
      return isOne
        ? """
        The plan adds up, but not with what the scenario believes: its statement holds only with figures \
        that it holds to be very unlikely together.
        """
        : """
        The plan adds up, but not with what the scenario believes: all \(count) statements hold only with \
        figures that it holds to be very unlikely together.
        """
    }
  }

  private var contradictionText: String {
    let count = contradiction.count
    let list = contradictionList(reconciliation)
    let isCertain = reconciliation.contradictionIsCertain == true
    guard count > 1 else {
      return localized(
        isCertain
          ? "The plan cannot be met: no figure that may move leads to \(list)."
          : "The plan cannot be met: no possible figures were found to lead to \(list).")
    }
    return localized(
      isCertain
        ? """
        The plan contradicts itself: no figures meet these \(count) statements together, though without any \
        one of them the others can hold: \(list).
        """
        : """
        The plan contradicts itself: no figures were found that meet these \(count) statements together, \
        though without any one of them the others can hold: \(list).
        """)
  }

  /// What the plan says of a quantity, `23 ± 1` or in a sentence `23% ± 1 pp`.
  func statement(
    _ row: Reconciliation.Statement, isLong: Bool, _ reading: Reconciliation.Reading
  ) -> String {
    let measure = measure(row.quantity.unit)
    let scale = scale(row)
    let number = scale.exact(measure.base(row.target.threshold))
    let threshold = isLong ? scale.labelled(number) : number
    switch row.target.comparison {
    case .atLeast: return isLong ? localized("at least \(threshold)") : "≥ " + threshold
    case .atMost: return isLong ? localized("at most \(threshold)") : "≤ " + threshold
    case .within(let tolerance):
      guard tolerance > 0, reading == .withinTolerance else { return threshold }
      let difference = scale.exact(measure.base(tolerance))
      guard isLong else { return threshold + " ± " + difference }
      let isOneUnit = scale.label == scale.differenceLabel
      return (isOneUnit ? number : threshold) + " ± " + scale.labelledDifference(difference)
    }
  }

  /// The scale in which a statement and the quantity it is about are read.
  func scale(_ row: Reconciliation.Statement) -> DisplayScale {
    let measure = measure(row.quantity.unit)
    return measure.scale(
      for: max(measure.base(row.target.threshold).magnitude, measure.base(row.centre).magnitude))
  }

  /// The statements that contradict each other, each with what it says.
  func contradictionList(_ result: Reconciliation) -> String {
    result.statements.filter(\.isInContradiction).map {
      "\($0.target.name.printable), \(statement($0, isLong: true, result.reading))"
    }.joined(separator: "; ")
  }
}

/// The sections of the screen that answers `reconcile`.
struct ReconcileScreen {
  /// A movement that is no more than rounding on the screen.
  private static let leastMovement = 0.005
  private static let mostFigures = 16

  let report: ReconcileReport
  let style: TextStyle

  private var result: Reconciliation { report.reconciliation }
  private var isContradictory: Bool { report.verdict == .contradictory }

  var text: String {
    let sections = [title + answer, statements, figures, flows, notes]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func wrapped(_ text: String) -> [String] { text.wrapped(to: style.width, indent: "  ") }

  // MARK: The answer

  private var title: [String] {
    report.context.title(
      report.scenario, localized("plan for \(report.year) against \(report.baseYear)"), style: style
    )
  }

  private var answer: [String] {
    wrapped(report.summary).map(style.bold) + distance + hardest + atItsWord
  }

  private var distance: [String] {
    guard let misfit = result.misfit, let probability = result.tailProbability else { return [] }
    let count = result.independentStatements
    let (distance, chance) = (number(misfit), percent(probability))
    return wrapped(
      localized(
        count == 1
          ? """
          Misfit \(distance): the squared distance from the scenario's own figures, in standard deviations, \
          for \(count) independent statement that binds. A year drawn from the scenario would be further \
          off with probability \(chance) (chi-square), as far as its standard deviations and correlations, \
          which are assumptions, can be trusted.
          """
          : """
          Misfit \(distance): the squared distance from the scenario's own figures, in standard deviations, \
          for \(count) independent statements that bind. A year drawn from the scenario would be further \
          off with probability \(chance) (chi-square), as far as its standard deviations and correlations, \
          which are assumptions, can be trusted.
          """))
  }

  private var hardest: [String] {
    guard let misfit = result.misfit, let text = hardest(of: result),
      let price = report.hardest?.price
    else { return [] }
    let (all, without) = (number(misfit), number(price.misfitWithout))
    return wrapped(
      localized(
        price.together.isEmpty
          ? """
          Hardest to believe: \(text): without it the misfit falls from \(all) to \(without).
          """
          : """
          Hardest to believe: \(text): without both the misfit falls from \(all) to \(without).
          """))
  }

  /// The statements that strain a plan most.
  private func hardest(of result: Reconciliation) -> String? {
    guard let place = result.hardest else { return nil }
    let places = [place] + (result.statements[place].price?.together ?? [])
    let texts = places.map { i in
      let row = result.statements[i]
      return "\(row.target.name.printable), \(report.statement(row, isLong: true, result.reading))"
    }
    return texts.dropFirst().reduce(texts[0]) { localized("\($0) with \($1)") }
  }

  /// The answer for the plan's figures without their tolerances.
  private var atItsWord: [String] {
    // What contradicts itself within tolerances does so without them.
    guard let exact = report.exact, !isContradictory else { return [] }
    return wrapped(localized(atItsWord(exact)))
  }

  private func atItsWord(_ exact: Reconciliation) -> Phrase {
    let verdict = ReconcileReport.verdict(on: exact)
    let how: String
    switch verdict {
    case .contradictory:
      return """
        Taken at its word, without tolerances (--exact), the plan cannot be met: \
        \(report.contradictionList(exact)).
        """
    case .met:
      return """
        Taken at its word, without tolerances (--exact), the plan holds at the scenario's own figures.
        """
    case .consistent: how = localized("is consistent too")
    case .strained: how = localized("is strained")
    case .implausible: how = localized("is hard to believe")
    }
    let (misfit, chance) = (number(exact.misfit ?? 0), percent(exact.tailProbability ?? 1))
    guard let hardest = hardest(of: exact) else {
      return """
        Taken at its word, without tolerances (--exact), the plan \(how): misfit \(misfit), probability \
        \(chance).
        """
    }
    return """
      Taken at its word, without tolerances (--exact), the plan \(how): misfit \(misfit), probability \
      \(chance), most of all for \(hardest).
      """
  }

  // MARK: Statements

  private var statements: [String] {
    var table = TextTable(columns: [
      .init(head: [localized("Statements of the plan")], alignment: .left, overflow: .truncate),
      .init(head: [localized("the plan")], alignment: .right),
      .init(head: [localized("scenario")], alignment: .right),
      .init(head: [localized("apart")], alignment: .right),
    ])
    let lastColumns =
      isContradictory
      ? [localized("contradicts")] : [localized("reconciled"), localized("misfit without it")]
    table.columns += lastColumns.map { .init(head: [$0], alignment: .right) }
    for row in result.statements {
      let scale = report.scale(row)
      let measure = report.measure(row.quantity.unit)
      let decimals = scale.decimals(spread: measure.base(row.standardDeviation))
      func value(_ x: Double) -> TextTable.Cell {
        TextTable.Cell(scale.number(measure.base(x), decimals: decimals))
      }
      var cells = [
        TextTable.Cell(
          row.target.name.printable, suffix: scale.label.isEmpty ? "" : ", " + scale.label),
        TextTable.Cell(report.statement(row, isLong: false, result.reading)), value(row.centre),
        TextTable.Cell(apart(row)),
      ]
      if isContradictory {
        cells.append(TextTable.Cell(row.isInContradiction ? localized("yes") : ""))
      } else {
        cells += [row.reconciled.map(value) ?? "", TextTable.Cell(price(row))]
      }
      table.rows.append(cells)
    }
    var notes = [
      localized(
        """
        scenario: at its own centres. apart: from there to what the plan says, in standard deviations of \
        the quantity.
        """)
    ]
    if result.statements.contains(where: { $0.price?.together.isEmpty == false }) {
      notes.append(localized("†: without one that implies it, too."))
    }
    return table.lines(width: style.width, style: style)
      + wrapped(notes.joined(separator: " ")).map(style.dim)
  }

  private func apart(_ row: Reconciliation.Statement) -> String {
    let shortfall = row.target.comparison.gap(
      from: row.centre, to: row.target.threshold, isExact: result.reading == .exact)
    guard shortfall != 0 else { return "" }
    guard row.standardDeviation > 0 else { return localized("fixed") }
    return localized("\(signed(shortfall / row.standardDeviation)) sd")
  }

  private func price(_ row: Reconciliation.Statement) -> String {
    if let price = row.price {
      return number(price.misfitWithout) + (price.together.isEmpty ? "" : "†")
    }
    switch row.standing {
    case .binding: return localized("n/a")
    case .implied: return localized("follows")
    case .slack, .leftOut: return localized("holds")
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
      .init(
        head: [localized("Figures of the scenario, most moved first")], alignment: .left,
        overflow: .truncate),
      .init(head: [localized("centre")], alignment: .right),
      .init(head: [localized("sd")], alignment: .right),
      .init(head: [localized("reconciled")], alignment: .right),
      .init(head: [localized("moved")], alignment: .right),
    ])
    for figure in moved.prefix(Self.mostFigures) { table.rows.append(row(figure)) }
    var lines = table.lines(width: style.width, style: style)
    let hidden = moved.count - table.rows.count
    let still = result.figures.count - moved.count
    var rest: [String] = []
    if hidden > 0 { rest.append(localized("\(hidden) more move less")) }
    if still > 0 {
      rest.append(localized(still == 1 ? "\(still) stays as it is" : "\(still) stay as they are"))
    }
    if moved.contains(where: \.isOutOfRange) {
      rest.append(localized("*: outside the range that the scenario gives the figure"))
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
        figure.title.printable,
        suffix: scale.label.isEmpty ? "" : ", " + scale.label),
      TextTable.Cell(value(figure.centre)), TextTable.Cell(value(figure.standardDeviation)),
      TextTable.Cell((figure.reconciled.map(value) ?? "") + mark),
      TextTable.Cell(localized("\(signed(figure.adjustment ?? 0)) sd")),
    ]
  }

  // MARK: Notes

  private var notes: [String] {
    var lines: [String] = []
    if isContradictory {
      lines += wrapped(
        localized("Fixed figures do not move; a distribution makes a figure one that may."))
    }
    if !result.outside.isEmpty {
      let names = result.outside.map(\.name.printable).joined(separator: ", ")
      lines += wrapped(localized("Not part of the accounts, and so not reconciled: \(names)."))
    }
    let file = report.context.file.printable
    lines += wrapped(localized("All figures and accounts: growth reconcile \(file) --format csv"))
      .map(style.dim)
    return lines
  }

  // MARK: Numbers

  private func number(_ x: Double) -> String {
    NumberFormat(decimals: x < 1e-9 ? 0 : x < 0.1 ? 3 : x < 100 ? 1 : 0).string(x)
  }

  private func signed(_ x: Double) -> String {
    (x > 0 ? "+" : "") + NumberFormat(decimals: 2).string(x)
  }

  private func percent(_ p: Double) -> String {
    guard p >= 1e-4 else {
      return localized("below \(NumberFormat(decimals: 2, powerOfTen: 2).string(1e-4))%")
    }
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
