import GrowthModel
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

  func drawsText(_ draws: Int) -> String {
    NumberFormat.count(draws) + (draws == 1 ? " draw" : " draws")
  }

  /// Names, as many as a reader wants to see.
  func listed(_ names: [String]) -> String {
    let shown = names.prefix(Self.mostNames)
    let more = names.count - shown.count
    return shown.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
  }

  // MARK: The answer

  private var title: [String] {
    report.context.title(
      report.scenario, "for \(report.year), \(drawsText(found.draws)), seed \(found.seed)",
      style: style)
  }

  /// What is asked, how likely it is, and what the draws rest on.
  private func answer(_ target: TargetExplanation) -> [String] {
    let question = "\(short(target.quantity.title)) of \(wanted(target)) \(time(of: target))"
    switch target.verdict {
    case .impossible:
      return wrapped("\(question): impossible.").map(style.bold)
        + wrapped(
          "No values that the uncertain figures may take meet it: nothing would make it true.")
    case .certain:
      return wrapped("\(question): certain.").map(style.bold)
        + wrapped("No values that the uncertain figures may take miss it: nothing need be true.")
    case .open: break
    }
    let probability = ProbabilityText(ProbabilityReport(target.estimate))
    let phrase = probability.isLimit ? probability.phrase : "probability \(probability.compact)"
    return wrapped("What must be true for \(question): \(phrase).").map(style.bold)
      + evidence(target)
  }

  private func evidence(_ target: TargetExplanation) -> [String] {
    let (hits, draws) = (target.estimate.hits, target.estimate.draws)
    let rare = target.rarerDraws
    if rare == 0 {
      let which = hits == 0 ? "None" : "All"
      return wrapped(
        "\(which) of \(drawsText(draws)) met it, so that there is nothing to compare: only the most likely way "
          + "to its border can be told. More --draws may show others.")
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
        "\(drawsText(hits)) met it, with \(texts[0]) on average; those that missed it have \(texts[1])."
      )
    }
    if target.isThin {
      let event = hits < draws - hits ? "met" : "missed"
      let what =
        rare < Self.fewestForTails
        ? "too few for more than medians" : "too few for 10% and 90% to be sure"
      lines += wrapped(
        "Thin evidence: only \(drawsText(rare)) \(event) it, and all that is said of that side rests on "
          + "\(rare == 1 ? "it" : "them"), \(what). More --draws may help."
      ).map(style.yellow)
    }
    return lines
  }

  /// `8% or more`.
  func wanted(_ target: TargetExplanation) -> String {
    let measure = report.measure(target.quantity.unit)
    let threshold = measure.base(target.target.threshold)
    let scale = measure.scale(
      for: max(threshold.magnitude, measure.base(target.response.all.median).magnitude))
    let number = scale.exact(threshold)
    switch target.target.comparison {
    case .atLeast: return scale.labelled(number) + " or more"
    case .atMost: return scale.labelled(number) + " or less"
    case .within(let tolerance):
      let difference = scale.labelledDifference(scale.exact(measure.base(tolerance)))
      let isOneUnit = scale.label == scale.differenceLabel
      return (isOneUnit ? number : scale.labelled(number)) + " ± " + difference
    }
  }

  private func time(of target: TargetExplanation) -> String {
    let period = target.quantity.period
    guard target.quantity.kind != .average else { return "on average until \(period.year)" }
    return period.span == .year ? "in \(period.year)" : "in the \(period.words)"
  }

  // MARK: Sentences

  private func sentences(_ target: TargetExplanation) -> [String] {
    guard target.verdict == .open, target.rarerDraws >= Self.fewestForTails else { return [] }
    let leading = target.leading(Self.mostSentences)
    guard !leading.isEmpty else {
      return wrapped(
        "Nothing that is uncertain tells the draws that met it from those that missed it.")
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
        "10%, 90%: one draw in ten lies below, above. shift: the mean of the draws that met the target less that "
          + "of all, in standard deviations of all, with half of the 95% interval. apart: the largest "
          + "difference between the distribution functions of both sides (Kolmogorov's distance): 0 of what has "
          + "nothing to do with the target, 100 of what decides it. Both are facts about the draws, not causes."
      )
    }
    if report.hasLevers {
      lines += wrapped("Levers are chosen, not uncertain, and so are not listed.")
    }
    lines += wrapped("All figures: growth explain \(report.context.file.printable) --format csv")
    return lines.map(style.dim)
  }
}
