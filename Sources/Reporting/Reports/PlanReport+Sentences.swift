import Languages
import MonteCarlo

/// What the report says in sentences: those that the screens of the analyses have, and what pictures show.
extension PlanReport {
  private static let style = TextStyle(width: 120)

  private var screen: RunScreen { RunScreen(report: run, style: Self.style) }

  /// The answer, such as `GRDP growth of 8% or more in 2025: probability 31.4%, about 1 in 3.`; nil without targets.
  var answer: String? { run.targets.first.map(screen.answer) }

  /// What the probability rests on; empty without targets.
  var evidence: String { run.targets.first.map { screen.evidence($0.outcome) } ?? "" }

  /// What to expect of growth, and of the first target's quantity.
  var expectation: String { Self.sentence(screen.expectation) }

  /// What must be true for the target, a sentence each.
  var conditions: [String] {
    guard let explanation, let target = explainedTarget else { return [] }
    return target.leading(ExplainScreen.mostSentences).compactMap {
      ConditionSentence($0, currency: explanation.currency)?.text
    }
  }

  /// How the first target fares in the other scenarios.
  var comparisonAnswer: String {
    comparison.map {
      Self.sentence(ComparisonScreen(report: $0, style: Self.style).answer)
    } ?? ""
  }

  /// What the published figures changed, and what the rest of the year must bring.
  var updateAnswer: String {
    guard let update else { return "" }
    let screen = UpdateScreen(report: update, style: Self.style)
    return Self.sentence(screen.verdict + screen.remaining)
  }

  /// The lines of a screen without indents, one after the other.
  private static func sentence(_ lines: [String]) -> String {
    lines.map(\.printable).filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: What pictures show

  /// How many targets are likely, and the least likely one.
  var scorecardFinding: String {
    let likely = run.targets.count { $0.outcome.probability >= 0.5 }
    guard
      let least = run.targets.min(by: { $0.outcome.probability < $1.outcome.probability })
    else { return "" }
    let text = ProbabilityText(least.outcome).value
    let name = least.name.printable
    return localized(
      """
      Of \(run.targets.count) targets \(likely) are met in at least half of the draws; the least \
      likely is \(name): \(text).
      """)
  }

  /// The middle and the spread of growth in the year asked about.
  var growthFinding: String {
    guard let growth = run.quantity("growth")?.distribution, let middle = growth.quantile("0.5"),
      let low = growth.quantile("0.05"), let high = growth.quantile("0.95")
    else { return "" }
    let style = NumberStyle.percent(1)
    guard !growth.isConstant else {
      return localized("GRDP growth in \(run.year): \(style.text(middle)) in every draw.")
    }
    return localized(
      """
      GRDP growth in \(run.year): median \(style.text(middle)), in nine draws of ten \
      \(style.text(low)) to \(style.text(high)).
      """)
  }

  /// The parts that add most.
  ///
  /// - Parameters:
  ///   - parts: with their values as they are shown.
  ///   - total: what they add up to.
  static func waterfallFinding(
    _ parts: [WaterfallSVG.Part], total: WaterfallSVG.Part
  ) -> String {
    let style = NumberStyle(powerOfTen: 2, decimals: 2, unit: localized("pp"), unitPlace: .behind)
    let ordered = parts.sorted { $0.value > $1.value }
    guard let first = ordered.first, ordered.count > 1 else { return "" }
    let sum = NumberStyle.percent(2).text(total.value)
    return localized(
      """
      Of \(sum) the most comes from \(first.name.printable), \(style.text(first.value)), then from \
      \(ordered[1].name.printable), \(style.text(ordered[1].value)).
      """)
  }

  /// What adds most to the baseline, and what takes most from it.
  var driversFinding: String {
    let moving = run.drivers.filter { $0.id != "baseline" }
    let baseline = run.drivers.first { $0.id == "baseline" }?.contribution.mean
    guard let table = driversTable, let baseline,
      let most = moving.max(by: { ($0.contribution.mean ?? 0) < ($1.contribution.mean ?? 0) }),
      let least = moving.min(by: { ($0.contribution.mean ?? 0) < ($1.contribution.mean ?? 0) }),
      let gain = table.shown(most.id, "mean"), let loss = table.shown(least.id, "mean")
    else { return "" }
    let start = NumberStyle.percent(2).text(baseline)
    let (up, down) = (most.name.printable, least.name.printable)
    guard (most.contribution.mean ?? 0) > 0 else {
      return localized(
        """
        From the baseline, \(start) on average, most is taken by \(down): \(loss) points. Lines \
        show where nine draws of ten lie.
        """)
    }
    guard (least.contribution.mean ?? 0) < 0 else {
      return localized(
        """
        To the baseline, \(start) on average, most is added by \(up): \(gain) points. Lines \
        show where nine draws of ten lie.
        """)
    }
    return localized(
      """
      To the baseline, \(start) on average, most is added by \(up), \(gain) points, and most is \
      taken by \(down), \(loss) points. Lines show where nine draws of ten lie.
      """)
  }

  /// The first and the last of several periods.
  var courseFinding: String {
    guard let first = course.first, let last = course.last, course.count > 1 else { return "" }
    let style = NumberStyle.percent(2)
    return localized(
      """
      Mean growth is \(style.text(first.growth)) \(first.period.time) and \
      \(style.text(last.growth)) \(last.period.time); the parts of each bar add up to it.
      """)
  }

  /// The share that is expected to change most.
  var structureFinding: String {
    func change(_ part: StructurePart) -> Double { (part.expected.mean ?? part.base) - part.base }
    guard let most = structure.max(by: { change($0).magnitude < change($1).magnitude }),
      let mean = most.expected.mean
    else { return "" }
    let style = NumberStyle.percent(1)
    let (name, base, now) = (most.name.printable, style.text(most.base), style.text(mean))
    guard let plan = most.plan else {
      return localized(
        """
        The share of \(name) changes most: \(base) in \(run.baseYear), \(now) expected in \(run.year).
        """)
    }
    return localized(
      """
      The share of \(name) changes most: \(base) in \(run.baseYear), \(now) expected in \
      \(run.year), and \(plan.statement(.percent)) in the plan.
      """)
  }

  /// The input that changes the probability most.
  var tornadoFinding: String {
    guard let found = sensitivityTarget, let most = found.widestFirst.first else { return "" }
    let style = NumberStyle.percent(1)
    let name = found.variables[most.variable].title.printable
    return localized(
      """
      What changes the probability most is \(name): \(style.text(most.low)) with it held low, \
      \(style.text(most.high)) with it held high.
      """)
  }
}
