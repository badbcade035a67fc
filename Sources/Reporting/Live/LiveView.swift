import GrowthModel
import Languages
import MonteCarlo

/// What the live page shows of a run, each part a piece of a page.
public struct LiveView: Sendable {
  private let plan: PlanReport
  private let layout: ChartLayout

  private var run: RunReport { plan.run }

  /// - Parameters:
  ///   - scenario: that was run.
  ///   - run: what was found.
  ///   - ghost: what was found before, to be seen behind it.
  ///   - layout: how much room there is for the widest pictures.
  public init(scenario: Scenario, run: RunReport, ghost: RunReport?, layout: ChartLayout) {
    let values = ValueTable(
      scenario: scenario.name, file: run.context.file, digest: run.context.digest, rows: [])
    var plan = PlanReport(scenario: scenario, run: run, values: values)
    plan.ghost = ghost
    self.plan = plan
    self.layout = layout
  }

  /// The answer in a sentence, and what it rests on.
  public var verdict: String {
    var html = HTMLText()
    html.element("strong", plan.answer ?? plan.expectation)
    html.element("span", plan.answer == nil ? "" : plan.evidence, "class=\"soft\"")
    return html.text
  }

  /// How each target fares, in a table.
  public var targets: String {
    guard !run.targets.isEmpty else { return "" }
    var rows = run.targets.map { target in
      let scale = run.measure(target.unit).scale(
        for: max(target.threshold.magnitude, target.distribution?.magnitude ?? 0))
      return [
        "\(target.name.printable): \(target.statement(scale))", Self.probability(target.outcome),
        Self.interval(target.outcome),
      ]
    }
    if let all = run.allTargets, run.targets.count > 1 {
      rows.append([
        localized("All \(run.targets.count) targets together"), Self.probability(all),
        Self.interval(all),
      ])
    }
    return Self.table(
      localized("Targets"),
      [localized("Target"), localized("Probability"), localized("95% interval")], rows)
  }

  /// How the draws of the first target's quantity spread.
  public var histogram: String { picture(["distribution"], .narrow) }

  /// Growth over quarters and years.
  public var fan: String { picture(["growth"], .narrow) }

  /// What activities, and what levers, events and the rest add to growth.
  public var contributions: String { picture(["contributions", "drivers"], layout) }

  private func picture(_ ids: Set<String>, _ layout: ChartLayout) -> String {
    var html = HTMLText()
    for chart in plan.charts(ids, layout: layout, prefix: "live") {
      html.element("figcaption", chart.title)
      html.add(chart.svg)
    }
    return html.text
  }

  // MARK: Two settings side by side

  /// Two runs of the same draws.
  public struct Pair: Sendable {
    /// The targets by their ids, those that both runs have.
    let targets: [String: PairedProportion]
    let all: PairedProportion?

    /// - Parameters:
    ///   - targets: by their ids.
    ///   - all: all targets together.
    public init(targets: [String: PairedProportion], all: PairedProportion?) {
      self.targets = targets
      self.all = all
    }
  }

  /// The probabilities of two settings and their differences, in a table.
  ///
  /// - Parameters:
  ///   - first: the setting that is kept.
  ///   - pair: what the draws say of both.
  ///   - settings: what each of them changes in the scenario, in words; none for the scenario as it is.
  public func comparison(
    with first: RunReport, _ pair: Pair, settings: (first: [String], second: [String])
  ) -> String {
    var html = HTMLText()
    for (name, changes) in [("A", settings.first), ("B", settings.second)] {
      let text = changes.isEmpty ? localized("as in the scenario") : changes.joined(separator: "; ")
      html.add(
        "<p class=\"note\"><strong>\(name)</strong> \(HTMLText.escaped(text))</p>")
    }
    let before = Dictionary(
      first.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var rows = run.targets.compactMap { target -> [String]? in
      guard let other = before[target.id] else { return nil }
      return [
        target.name.printable, Self.probability(other.outcome), Self.probability(target.outcome),
      ] + Self.difference(pair.targets[target.id])
    }
    if let one = first.allTargets, let other = run.allTargets, run.targets.count > 1 {
      rows.append(
        [
          localized("All \(run.targets.count) targets together"), Self.probability(one),
          Self.probability(other),
        ] + Self.difference(pair.all))
    }
    html.add(
      Self.table(
        localized("A and B in the same draws"),
        [
          localized("Target"), "A", "B", localized("B less A, points"),
          localized("95% interval"),
        ], rows))
    return html.text
  }

  private static func difference(_ pair: PairedProportion?) -> [String] {
    guard let pair else { return ["", ""] }
    let text = DifferenceText(pair)
    return [text.plain, text.interval]
  }

  private static func probability(_ outcome: ProbabilityReport) -> String {
    ProbabilityText(outcome).value
  }

  private static func interval(_ outcome: ProbabilityReport) -> String {
    ProbabilityText(outcome).interval ?? ""
  }

  /// A table whose first column names its rows.
  private static func table(_ caption: String, _ head: [String], _ rows: [[String]]) -> String {
    var html = HTMLText()
    let name = HTMLText.escaped(caption)
    html.add("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(name)\"><table>")
    html.add("<caption>\(name)</caption><thead><tr>")
    for (place, title) in head.enumerated() {
      html.add(
        "<th scope=\"col\"\(place > 0 ? " class=\"n\"" : "")>\(HTMLText.escaped(title))</th>")
    }
    html.add("</tr></thead><tbody>")
    for row in rows {
      html.add("<tr>")
      for (place, text) in row.enumerated() {
        html.add(
          place == 0
            ? "<th scope=\"row\">\(HTMLText.escaped(text))</th>"
            : "<td class=\"n\">\(HTMLText.escaped(text))</td>")
      }
      html.add("</tr>")
    }
    html.add("</tbody></table></div>")
    return html.text
  }
}
