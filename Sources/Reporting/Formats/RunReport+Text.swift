import GrowthModel
import Languages
import Stochastics

extension RunReport {
  /// The report as one screen of text.
  public func text(style: TextStyle = TextStyle()) -> String {
    RunScreen(report: self, style: style).text
  }
}

/// The sections of the screen that answers `run`.
struct RunScreen {
  private static let longestName = 50

  let report: RunReport
  let style: TextStyle

  var text: String {
    let head = title + replaced + verdict + expectation + basis
    let sections = [
      head, histogram, targets, askedFor, course, drivers, levers, contributions,
      report.context.warningLines(style: style), closing,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  func measure(_ unit: Unit) -> Measure { Measure(unit: unit, currency: report.currency) }

  /// A name as it stands in a sentence.
  func short(_ name: String) -> String { name.printable.truncated(to: Self.longestName) }

  func drawsText(_ draws: Int) -> String { drawsWords(draws) }

  // MARK: The answer

  private var title: [String] {
    let facts = report.context.dated(
      localized("for \(report.year), \(drawsText(report.draws)), seed \(report.seed)"))
    let room = style.width - facts.columns - 3
    let name = report.scenario.printable.truncated(to: max(room, Self.longestName))
    return "\(name) (\(facts))".wrapped(to: style.width, indent: "  ").map(style.bold)
  }

  /// What was replaced for this run: an answer must not go by the name of a file alone that says else.
  private var replaced: [String] {
    let overrides = report.context.overrides
    guard !overrides.isEmpty else { return [] }
    return localized("with \(overrides.map(\.printable).joined(separator: ", "))")
      .wrapped(to: style.width, indent: "  ").map(style.bold)
  }

  /// The first target's probability, in a sentence.
  private var verdict: [String] {
    guard let target = report.targets.first else { return [] }
    return answer(target).wrapped(to: style.width, indent: "  ").map(style.bold)
      + evidence(target.outcome).wrapped(to: style.width, indent: "  ")
  }

  /// A target's probability, in a sentence.
  func answer(_ target: TargetReport) -> String {
    let probability = ProbabilityText(target.outcome)
    let scale = measure(target.unit).scale(
      for: max(abs(target.threshold), target.distribution?.magnitude ?? 0))
    let odds = probability.isLimit || probability.isRatio ? "" : ", \(probability.odds)"
    let question = target.question(short(target.quantityTitle), scale, time: time(of: target))
    return "\(question.text): \(probability.phrase)\(odds)."
  }

  /// What a probability rests on.
  func evidence(_ outcome: ProbabilityReport) -> String {
    switch outcome.method {
    case .impossible:
      return localized("No values that the uncertain figures may take meet it.")
    case .certain:
      return localized("No values that the uncertain figures may take miss it.")
    case .counted, .unseen, .importance: break
    }
    let fact = counted(outcome)
    return localized("\(fact): the error of sampling, not of the assumptions.")
  }

  /// What was counted, without a full stop.
  private func counted(_ outcome: ProbabilityReport) -> String {
    let draws = sampled(report.conditioning?.drawsMade ?? outcome.draws, outcome)
    let interval = ProbabilityText(outcome).interval
    if let aimed = outcome.method.aimed, let interval {
      let isMet = aimed.event == .met
      let hits = isMet ? outcome.hits : outcome.draws - outcome.hits
      let (own, few) = (drawsText(aimed.draws), NumberFormat.count(hits))
      guard hits > 0 else {
        return localized(
          isMet
            ? "95% interval \(interval), from \(own) aimed at it, since none of \(draws) met it"
            : "95% interval \(interval), from \(own) aimed at it, since none of \(draws) missed it")
      }
      return localized(
        isMet
          ? """
          95% interval \(interval), from \(own) aimed at it, since only \(few) of \(draws) met it
          """
          : """
          95% interval \(interval), from \(own) aimed at it, since only \(few) of \(draws) missed it
          """)
    }
    if case .unseen = outcome.method {
      return localized(
        outcome.hits == 0
          ? """
          None of \(draws) met it, nor did a search find one; the limit is that of a 95% interval
          """
          : """
          All of \(draws) met it, and a search found no other; the limit is that of a 95% interval
          """)
    }
    if let interval { return localized("95% interval \(interval), from \(draws)") }
    return localized(
      outcome.hits == 0
        ? "None of \(draws) met it; the limit is that of a 95% interval"
        : "All of \(draws) met it; the limit is that of a 95% interval")
  }

  /// How many draws there were, and how they were spread where they are not independent.
  private func sampled(_ count: Int, _ outcome: ProbabilityReport) -> String {
    let draws = drawsText(count)
    if let conditioning = report.conditioning {
      let figures = conditioning.actuals.count
      let worth = NumberFormat(decimals: 0).string(conditioning.effectiveDraws)
      return localized(
        figures == 1
          ? "\(draws) that agree with one published figure, worth \(worth) independent ones"
          : """
          \(draws) that agree with \(figures) published figures, worth \(worth) independent ones
          """)
    }
    let spread: String
    switch report.sampling {
    case .pseudoRandom:
      guard let reduction = outcome.varianceReduction else { return draws }
      return localized(
        """
        \(draws), corrected by the linear part of the model (worth \(worth(reduction)) times as many)
        """)
    case .antithetic: spread = localized("\(draws) in mirrored pairs")
    case .latinHypercube: spread = localized("\(draws) in Latin hypercubes")
    case .sobol: spread = localized("\(draws) on Sobol's points")
    }
    guard let replicates = outcome.replicates else { return spread }
    return localized("\(spread), \(replicates) replicates")
  }

  /// A factor, in two digits.
  private func worth(_ factor: Double) -> String {
    factor < 9.95
      ? NumberFormat(decimals: 1).string(factor)
      : NumberFormat.count(Int(min(factor, 1e9).rounded()))
  }

  /// When a target is to be met, as it stands in a sentence.
  private func time(of target: TargetReport) -> String {
    guard !target.isAverage else {
      return localized("over \(report.baseYear + 1)-\(report.year)")
    }
    return target.period.time
  }

  /// What to expect of growth, and of the first target's quantity where that is another.
  var expectation: [String] {
    var paths = ["growth"]
    if let lead = report.targets.first?.quantity, lead != "growth" { paths.append(lead) }
    return paths.compactMap { report.quantity($0) }.flatMap { quantity -> [String] in
      let distribution = quantity.distribution
      guard let median = distribution.quantile("0.5") else { return [] }
      let scale = measure(quantity.unit).scale(for: distribution.magnitude)
      guard !distribution.isConstant else {
        let value = scale.labelled(scale.constant(median))
        return localized("\(short(quantity.title)): \(value) in every draw.")
          .wrapped(to: style.width, indent: "  ")
      }
      let decimals = scale.decimals(spread: distribution.spread)
      func band(_ low: String, _ high: String) -> String {
        guard let low = distribution.quantile(low), let high = distribution.quantile(high) else {
          return localized("unknown bounds")
        }
        // The percent sign stands at both ends; other units once, behind the last.
        let sign = scale.label == "%" ? "%" : ""
        let first = scale.number(low, decimals: decimals) + sign
        let last = scale.labelled(scale.number(high, decimals: decimals))
        return localized("\(first) to \(last)")
      }
      let middle = scale.labelled(scale.number(median, decimals: decimals))
      let text = localized(
        """
        Expect \(short(quantity.title)) of about \(middle) (median): 80% of draws in \
        \(band("0.1", "0.9")), 90% in \(band("0.05", "0.95")).
        """)
      return text.wrapped(to: style.width, indent: "  ")
    }
  }

  /// How much of the scenario is assumed.
  private var basis: [String] {
    let context = report.context
    let (count, file) = (context.assumptions, context.file.printable)
    guard count > 0 else { return [] }
    let text = localized(
      count == 1
        ? """
        Of the \(context.figures) figures in the scenario, \(count) is an assumption: \
        growth show \(file)
        """
        : """
        Of the \(context.figures) figures in the scenario, \(count) are assumptions: \
        growth show \(file)
        """)
    return text.wrapped(to: style.width, indent: "  ")
  }

  private var histogram: [String] {
    guard let histogram = report.histogram else { return [] }
    return HistogramChart(
      histogram: histogram, target: report.targets.first, measure: measure(histogram.unit)
    ).lines(style: style)
  }

  // MARK: Remarks

  private var closing: [String] {
    let file = report.context.file.printable
    return localized("Every quantity of \(report.year): growth run \(file) --format csv")
      .wrapped(to: style.width, indent: "  ").map(style.dim)
  }
}

/// So many draws: `1,000,000 draws`.
func drawsWords(_ draws: Int) -> String {
  let count = NumberFormat.count(draws)
  return localized(draws == 1 ? "\(count) draw" : "\(count) draws")
}
