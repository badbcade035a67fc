import GrowthModel
import Languages
import MonteCarlo
import Stochastics

extension ExplainReport {
  /// The figures that are listed on the screen unless another number is asked for.
  public static let usualFigures = 15

  /// The report as one screen of text.
  ///
  /// - Parameters:
  ///   - style: how text is set.
  ///   - top: how many figures are listed, at least one.
  public func text(style: TextStyle = TextStyle(), top: Int = usualFigures) -> String {
    ExplainScreen(report: self, style: style, top: top).text
  }
}

/// The sections of the screen that answers `explain`.
struct ExplainScreen {
  static let mostSentences = 5
  private static let mostNames = 8
  private static let longestName = 50

  let report: ExplainReport
  let style: TextStyle
  let top: Int

  private var found: ExplanationFindings { report.explanation }

  var text: String {
    var sections = [title]
    for target in found.targets {
      sections += [answer(target), sentences(target), figures(target), point(target)]
    }
    sections += [notes]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  func wrapped(_ text: String) -> [String] { text.wrapped(to: style.width, indent: "  ") }

  /// A name as it stands in a sentence.
  func short(_ name: String) -> String { name.printable.truncated(to: Self.longestName) }

  func drawsText(_ draws: Int) -> String { drawsWords(draws) }

  /// Names, as many as a reader wants to see.
  func listed(_ names: [String]) -> String {
    let shown = names.prefix(Self.mostNames)
    let more = names.count - shown.count
    let list = shown.joined(separator: "; ")
    return more > 0 ? localized("\(list); and \(more) more") : list
  }

  // MARK: The answer

  private var title: [String] {
    report.context.title(
      report.scenario,
      localized("for \(report.year), \(drawsText(found.draws)), seed \(found.seed)"), style: style)
  }

  /// What is asked, how likely it is, and what the draws rest on.
  private func answer(_ target: TargetExplanation) -> [String] {
    let question = TargetQuestion(
      title: short(target.quantity.title), comparison: target.target.comparison,
      number: number(target), time: time(of: target)
    ).text
    switch target.verdict {
    case .impossible:
      return wrapped(localized("\(question): impossible.")).map(style.bold)
        + wrapped(
          localized(
            """
            No values that the uncertain figures may take meet it: nothing would make it true.
            """))
    case .certain:
      return wrapped(localized("\(question): certain.")).map(style.bold)
        + wrapped(
          localized(
            "No values that the uncertain figures may take miss it: nothing need be true."))
    case .open: break
    }
    let probability = ProbabilityText(ProbabilityReport(target.estimate))
    let phrase =
      probability.isLimit ? probability.phrase : localized("probability \(probability.compact)")
    return wrapped(localized("What must be true for \(question): \(phrase).")).map(style.bold)
      + evidence(target)
  }

  private func evidence(_ target: TargetExplanation) -> [String] {
    let (hits, draws) = (target.estimate.hits, target.estimate.draws)
    if target.rarerDraws == 0 {
      let count = drawsText(draws)
      return wrapped(
        localized(
          hits == 0
            ? """
            None of \(count) met it, so that there is nothing to compare: only the most likely way to its \
            border can be told. More --draws may show others.
            """
            : """
            All of \(count) met it, so that there is nothing to compare: only the most likely way to its \
            border can be told. More --draws may show others.
            """))
    }
    var lines: [String] = []
    if let met = target.response.met, let missed = target.response.missed {
      let measure = report.measure(target.quantity.unit)
      let means = [met.mean, missed.mean].map(measure.base)
      let scale = measure.scale(for: max(means[0].magnitude, means[1].magnitude))
      let spread = measure.base(max(target.response.all.standardDeviation, 0))
      let texts = means.map {
        scale.labelled(scale.number($0, decimals: scale.decimals(spread: spread)))
      }
      lines += wrapped(
        localized(
          """
          \(drawsText(hits)) met it, with \(texts[0]) on average; those that missed it have \(texts[1]).
          """))
    }
    if target.isThin {
      lines += wrapped(thinness(target.rarerDraws, areMet: hits < draws - hits)).map(style.yellow)
    }
    return lines
  }

  /// That the draws of one side are few.
  private func thinness(_ count: Int, areMet: Bool) -> String {
    let draws = drawsText(count)
    let what = localized(
      count < Self.fewestForTails
        ? "too few for more than medians" : "too few for 10% and 90% to be sure")
    if count == 1 {
      return localized(
        areMet
          ? """
          Thin evidence: only \(draws) met it, and all that is said of that side rests on it, \(what). \
          More --draws may help.
          """
          : """
          Thin evidence: only \(draws) missed it, and all that is said of that side rests on it, \(what). \
          More --draws may help.
          """)
    }
    return localized(
      areMet
        ? """
        Thin evidence: only \(draws) met it, and all that is said of that side rests on them, \(what). \
        More --draws may help.
        """
        : """
        Thin evidence: only \(draws) missed it, and all that is said of that side rests on them, \(what). \
        More --draws may help.
        """)
  }

  /// The threshold with its unit, and its tolerance where it has one: `8%`.
  private func number(_ target: TargetExplanation) -> String {
    let measure = report.measure(target.quantity.unit)
    let threshold = measure.base(target.target.threshold)
    let scale = measure.scale(
      for: max(threshold.magnitude, measure.base(target.response.all.median).magnitude))
    let number = scale.exact(threshold)
    guard case .within(let tolerance) = target.target.comparison else {
      return scale.labelled(number)
    }
    let difference = scale.labelledDifference(scale.exact(measure.base(tolerance)))
    let isOneUnit = scale.label == scale.differenceLabel
    return (isOneUnit ? number : scale.labelled(number)) + " ± " + difference
  }

  private func time(of target: TargetExplanation) -> String {
    let period = target.quantity.period
    guard target.quantity.kind != .average else {
      return localized("on average until \(period.year)")
    }
    return period.time
  }

  // MARK: Sentences

  private func sentences(_ target: TargetExplanation) -> [String] {
    guard target.verdict == .open, target.rarerDraws >= Self.fewestForTails else { return [] }
    let leading = target.leading(Self.mostSentences)
    guard !leading.isEmpty else {
      return wrapped(
        localized(
          "Nothing that is uncertain tells the draws that met it from those that missed it."))
    }
    return leading.compactMap { ConditionSentence($0, currency: report.currency)?.text }
      .flatMap { "- \($0)".wrapped(to: style.width, indent: "  ") }
  }

  // MARK: Notes

  private var notes: [String] {
    var lines: [String] = []
    let compared = found.targets.filter { $0.verdict == .open && $0.rarerDraws > 0 }
    if !compared.isEmpty {
      lines += wrapped(
        localized(
          """
          10%, 90%: one draw in ten lies below, above. shift: the mean of the draws that met the target \
          less that of all, in standard deviations of all, with half of the 95% interval. apart: the \
          largest difference between the distribution functions of both sides (Kolmogorov's distance): 0 \
          of what has nothing to do with the target, 100 of what decides it. Both are facts about the \
          draws, not causes.
          """))
    }
    if report.hasLevers {
      lines += wrapped(localized("Levers are chosen, not uncertain, and so are not listed."))
    }
    lines += wrapped(
      localized("All figures: growth explain \(report.context.file.printable) --format csv"))
    return lines.map(style.dim)
  }
}
