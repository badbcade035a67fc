import GrowthModel
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

  func drawsText(_ draws: Int) -> String {
    NumberFormat.count(draws) + (draws == 1 ? " draw" : " draws")
  }

  // MARK: The answer

  private var title: [String] {
    var facts = "for \(report.year), \(drawsText(report.draws)), seed \(report.seed)"
    if let asOf = report.context.asOf { facts += ", as of \(asOf.printable)" }
    let room = style.width - facts.columns - 3
    let name = report.scenario.printable.truncated(to: max(room, Self.longestName))
    return "\(name) (\(facts))".wrapped(to: style.width, indent: "  ").map(style.bold)
  }

  /// What was replaced for this run: an answer must not go by the name of a file alone that says else.
  private var replaced: [String] {
    let overrides = report.context.overrides
    guard !overrides.isEmpty else { return [] }
    return "with \(overrides.map(\.printable).joined(separator: ", "))"
      .wrapped(to: style.width, indent: "  ").map(style.bold)
  }

  /// The first target's probability, in a sentence.
  var verdict: [String] {
    guard let target = report.targets.first else { return [] }
    let probability = ProbabilityText(target.outcome)
    let scale = measure(target.unit).scale(
      for: max(abs(target.threshold), target.distribution?.magnitude ?? 0))
    let threshold = scale.labelled(scale.exact(target.threshold))
    let wanted =
      switch target.comparison {
      case .atLeast: "\(threshold) or more"
      case .atMost: "\(threshold) or less"
      case .within: target.statement(scale)
      }
    let odds = probability.isLimit || probability.isRatio ? "" : ", \(probability.odds)"
    let answer =
      "\(short(target.quantityTitle)) of \(wanted) \(time(of: target)): "
      + "\(probability.phrase)\(odds)."
    return answer.wrapped(to: style.width, indent: "  ").map(style.bold)
      + evidence(target.outcome).wrapped(to: style.width, indent: "  ")
  }

  /// What a probability rests on.
  private func evidence(_ outcome: ProbabilityReport) -> String {
    let draws =
      drawsText(report.conditioning?.drawsMade ?? outcome.draws) + samplingText(outcome)
    let which = outcome.hits == 0 ? "None" : "All"
    let sampling = "the error of sampling, not of the assumptions."
    if let aimed = outcome.method.aimed, let interval = ProbabilityText(outcome).interval {
      let hits = aimed.event == .met ? outcome.hits : outcome.draws - outcome.hits
      let seen = hits == 0 ? "none" : "only " + NumberFormat.count(hits)
      return
        "95% interval \(interval), from \(drawsText(aimed.draws)) aimed at it, since \(seen) of "
        + "\(draws) \(aimed.event.rawValue) it: \(sampling)"
    }
    switch outcome.method {
    case .impossible: return "No values that the uncertain figures may take meet it."
    case .certain: return "No values that the uncertain figures may take miss it."
    case .unseen:
      let found = outcome.hits == 0 ? "nor did a search find one" : "and a search found no other"
      return
        "\(which) of \(draws) met it, \(found); the limit is that of a 95% interval: \(sampling)"
    case .counted, .importance: break
    }
    if let interval = ProbabilityText(outcome).interval {
      return "95% interval \(interval), from \(draws): \(sampling)"
    }
    return "\(which) of \(draws) met it; the limit is that of a 95% interval: \(sampling)"
  }

  /// How the draws were spread, where they are not independent.
  private func samplingText(_ outcome: ProbabilityReport) -> String {
    if let conditioning = report.conditioning {
      let count = conditioning.actuals.count
      return
        " that agree with \(count == 1 ? "one published figure" : "\(count) published figures"), worth "
        + NumberFormat(decimals: 0).string(conditioning.effectiveDraws) + " independent ones"
    }
    let way: String
    switch report.sampling {
    case .pseudoRandom:
      guard let reduction = outcome.varianceReduction else { return "" }
      return ", corrected by the linear part of the model (worth \(worth(reduction)) times as many)"
    case .antithetic: way = "in mirrored pairs"
    case .latinHypercube: way = "in Latin hypercubes"
    case .sobol: way = "on Sobol's points"
    }
    return " \(way)" + (outcome.replicates.map { ", \($0) replicates" } ?? "")
  }

  /// A factor, in two digits.
  private func worth(_ factor: Double) -> String {
    factor < 9.95
      ? "\(Double((10 * factor).rounded()) / 10)"
      : NumberFormat.count(Int(min(factor, 1e9).rounded()))
  }

  /// When a target is to be met, as it stands in a sentence.
  private func time(of target: TargetReport) -> String {
    guard !target.isAverage else { return "over \(report.baseYear + 1)-\(report.year)" }
    return target.period.span == .year
      ? "in \(target.period.year)" : "in the \(target.period.words)"
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
        return "\(short(quantity.title)): \(value) in every draw."
          .wrapped(to: style.width, indent: "  ")
      }
      let decimals = scale.decimals(spread: distribution.spread)
      func band(_ low: String, _ high: String) -> String {
        guard let low = distribution.quantile(low), let high = distribution.quantile(high) else {
          return "unknown bounds"
        }
        // The percent sign stands at both ends; other units once, behind the last.
        let sign = scale.label == "%" ? "%" : ""
        return scale.number(low, decimals: decimals) + sign + " to "
          + scale.labelled(scale.number(high, decimals: decimals))
      }
      let middle = scale.labelled(scale.number(median, decimals: decimals))
      let text =
        "Expect \(short(quantity.title)) of about \(middle) (median): 80% of draws in "
        + "\(band("0.1", "0.9")), 90% in \(band("0.05", "0.95"))."
      return text.wrapped(to: style.width, indent: "  ")
    }
  }

  /// How much of the scenario is assumed.
  var basis: [String] {
    let context = report.context
    guard context.assumptions > 0 else { return [] }
    let verb = context.assumptions == 1 ? "is an assumption" : "are assumptions"
    let text =
      "Of the \(context.figures) figures in the scenario, \(context.assumptions) \(verb): "
      + "growth show \(context.file.printable)"
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
    return "Every quantity of \(report.year): growth run \(file) --format csv"
      .wrapped(to: style.width, indent: "  ").map(style.dim)
  }
}
