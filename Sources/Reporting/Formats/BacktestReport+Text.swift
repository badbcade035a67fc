import GrowthModel
import MonteCarlo

extension BacktestReport {
  /// The report as text: the total, and activity by activity where that is asked for.
  ///
  /// - Parameters:
  ///   - style: how text is set.
  ///   - byActivity: whether activities have tables of their own.
  public func text(style: TextStyle = TextStyle(), byActivity: Bool = false) -> String {
    BacktestScreen(report: self, style: style).text(byActivity: byActivity)
  }
}

/// The sections of the screen that answers `backtest`.
struct BacktestScreen {
  typealias Cell = TextTable.Cell

  let report: BacktestReport
  let style: TextStyle

  private var found: BacktestFindings { report.findings }
  private var scopes: [BacktestFindings.Scope] { found.hasExceptions ? [.all, .ordinary] : [.all] }
  private var horizons: ClosedRange<Int> { 1...found.ahead }

  func text(byActivity: Bool) -> String {
    var sections = [title, verdict]
    for scope in scopes { sections += [errors(scope), skills(scope), shapes(scope)] }
    if byActivity {
      for horizon in [1, found.ahead] where horizon == 1 || found.ahead > 1 {
        sections += scopes.map { activities(horizon, $0) }
      }
    }
    sections.append(notes)
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func wrapped(_ text: String) -> [String] { text.wrapped(to: style.width, indent: "  ") }

  // MARK: The answer

  private var title: [String] {
    let facts =
      "\(NumberFormat.count(found.draws)) draws a forecast, seed \(found.seed), \(report.history.printable)"
    var lines = wrapped("\(report.scenario.printable): would it have been right? (\(facts))")
    let overrides = report.context.overrides.map(\.printable)
    if !overrides.isEmpty { lines += wrapped("with " + overrides.joined(separator: ", ")) }
    return lines.map(style.bold)
  }

  private func noun(_ count: Int) -> String {
    let noun = found.step == .year ? "year" : "quarter"
    return count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private func heading(_ scope: BacktestFindings.Scope) -> String {
    switch scope {
    case .all: found.hasExceptions ? "All forecasts" : "The forecasts"
    case .ordinary:
      "Without \(report.excludedText): forecasts neither made then nor of then"
    }
  }

  /// How often the band of 80% held, and who was better.
  private var verdict: [String] {
    var lines: [String] = []
    for scope in scopes {
      let ends = Set([1, found.ahead]).sorted()
      let known = ends.compactMap { horizon in
        found.summary(horizon: horizon, scope: scope).map { (horizon, $0) }
      }
      guard !known.isEmpty else { continue }
      let held = known.map { horizon, summary in
        let band = summary.coverage[1]
        return
          "\(noun(horizon)) ahead \(band.estimate.hits) of \(summary.count) times (\(share(band.estimate)))"
      }
      let who =
        scope == .all ? "The 80% band held growth" : "Without \(report.excludedText) it held"
      lines += wrapped("\(who) " + held.joined(separator: ", ") + ". " + compared(scope))
    }
    return lines.map(style.bold)
  }

  /// `Its CRPS was lower than that of no change at 4 of 4 horizons, at 3 by two standard errors or more; of ...`.
  private func compared(_ scope: BacktestFindings.Scope) -> String {
    let summaries = horizons.compactMap { found.summary(horizon: $0, scope: scope) }
    var texts: [String] = []
    for benchmark in Benchmark.allCases where benchmark != .noChangePoint {
      let skills = summaries.compactMap { $0.skills.first { $0.benchmark == benchmark } }
      guard !skills.isEmpty else { continue }
      let better = skills.filter { $0.difference > 0 }
      let clearly = better.count { $0.difference >= 2 * ($0.standardError ?? .infinity) }
      let isFirst = texts.isEmpty
      var text =
        "of \(benchmark.phrase) at \(number(better.count)) of \(skills.count)"
        + (isFirst ? " horizons" : "")
      if !better.isEmpty {
        text +=
          ", at \(number(clearly)) by " + (isFirst ? "two standard errors or more" : "so much")
      }
      texts.append(text)
    }
    guard !texts.isEmpty else { return "" }
    return "Its CRPS was lower than that " + texts.joined(separator: "; ") + "."
  }

  private func number(_ count: Int) -> String { count == 0 ? "none" : String(count) }

  // MARK: Tables

  /// In percentage points.
  private func points(_ value: Double) -> String {
    NumberFormat(decimals: 2, powerOfTen: 2).string(value)
  }

  private func percent(_ value: Double) -> String {
    NumberFormat(decimals: 0, powerOfTen: 2).string(value)
  }

  private func share(_ estimate: ProbabilityEstimate) -> String {
    let interval = estimate.interval()
    return
      "\(percent(estimate.probability))%, \(percent(interval.lowerBound))–\(percent(interval.upperBound))"
  }

  private func errors(_ scope: BacktestFindings.Scope) -> [String] {
    var table = TextTable(columns: [
      .init(head: ["", "Ahead"], alignment: .left),
      .init(head: ["", "n"], alignment: .right),
      .init(head: ["mean error", "pp"], alignment: .right),
      .init(head: ["RMSE", "pp"], alignment: .right),
      .init(head: ["50% band held", "times, %, 95% interval"], alignment: .right),
      .init(head: ["80% band held", ""], alignment: .right),
      .init(head: ["90% band held", ""], alignment: .right),
    ])
    for horizon in horizons {
      guard let summary = found.summary(horizon: horizon, scope: scope) else { continue }
      table.rows.append(
        [
          Cell(noun(horizon)), Cell(String(summary.count)), Cell(points(summary.meanError)),
          Cell(points(summary.rootMeanSquareError)),
        ]
          + summary.coverage.map { Cell("\($0.estimate.hits): \(share($0.estimate))") })
    }
    guard !table.rows.isEmpty else { return wrapped(heading(scope) + ": there are none.") }
    return wrapped(heading(scope)).map(style.bold) + table.lines(width: style.width, style: style)
  }

  private func skills(_ scope: BacktestFindings.Scope) -> [String] {
    var table = TextTable(columns: [
      .init(head: ["", "Ahead"], alignment: .left),
      .init(head: ["", "n"], alignment: .right),
      .init(head: ["CRPS", "pp"], alignment: .right),
    ])
    for (place, benchmark) in Benchmark.allCases.enumerated() {
      table.columns.append(
        .init(
          head: [place == 0 ? "skill against" : "", benchmark.title], alignment: .right))
    }
    for horizon in horizons {
      guard let summary = found.summary(horizon: horizon, scope: scope) else { continue }
      table.rows.append(
        [Cell(noun(horizon)), Cell(String(summary.count)), Cell(points(summary.score))]
          + Benchmark.allCases.map { benchmark in
            Cell(
              summary.skills.first { $0.benchmark == benchmark }.map { skill($0, of: summary) }
                ?? "-")
          })
    }
    return table.rows.isEmpty ? [] : table.lines(width: style.width, style: style)
  }

  /// `+12% ± 8`.
  private func skill(_ skill: BacktestSummary.Skill, of summary: BacktestSummary) -> String {
    guard let value = skill.skill else { return "-" }
    let text = percent(value)
    let sign = value > 0 && text != "0" ? "+" : ""
    let error = skill.standardErrorOfSkill.map { " ± " + percent($0) } ?? ""
    return sign + text + "%" + error + (skill.count < summary.count ? " (n = \(skill.count))" : "")
  }

  private func shapes(_ scope: BacktestFindings.Scope) -> [String] {
    var table = TextTable(columns: [
      .init(head: ["", "Ahead"], alignment: .left),
      .init(head: ["PIT: where outcomes fell", "from lowest to highest"], alignment: .left),
    ])
    for (place, level) in BacktestForecast.levels.enumerated() {
      table.columns.append(
        .init(head: [place == 0 ? "pinball, pp" : "", percent(level) + "%"], alignment: .right))
    }
    for horizon in horizons {
      guard let summary = found.summary(horizon: horizon, scope: scope) else { continue }
      table.rows.append(
        [
          Cell(noun(horizon)), Cell(summary.histogram.map(String.init).joined(separator: " ")),
        ] + summary.pinballLosses.map { Cell(points($0)) })
    }
    return table.rows.isEmpty ? [] : table.lines(width: style.width, style: style)
  }

  private func activities(_ horizon: Int, _ scope: BacktestFindings.Scope) -> [String] {
    var table = TextTable(columns: [
      .init(head: ["", "Activity"], alignment: .left, overflow: .truncate),
      .init(head: ["", "n"], alignment: .right),
      .init(head: ["RMSE", "pp"], alignment: .right),
      .init(head: ["80% band", "held, %"], alignment: .right),
      .init(head: ["CRPS", "pp"], alignment: .right),
    ])
    let shown = Benchmark.allCases.filter { $0 != .noChangePoint }
    for (place, benchmark) in shown.enumerated() {
      table.columns.append(
        .init(head: [place == 0 ? "skill against" : "", benchmark.title], alignment: .right))
    }
    for activity in found.activities {
      guard let summary = found.summary(of: activity, horizon: horizon, scope: scope) else {
        continue
      }
      table.rows.append(
        [
          Cell(activity.printable), Cell(String(summary.count)),
          Cell(points(summary.rootMeanSquareError)),
          Cell(percent(summary.coverage[1].estimate.probability)), Cell(points(summary.score)),
        ]
          + shown.map { benchmark in
            Cell(
              summary.skills.first { $0.benchmark == benchmark }.map { skill($0, of: summary) }
                ?? "-")
          })
    }
    guard !table.rows.isEmpty else { return [] }
    return wrapped("\(noun(horizon)) ahead. \(heading(scope))").map(style.bold)
      + table.lines(width: style.width, style: style)
  }

  // MARK: How to read it

  private var notes: [String] {
    var lines: [String] = []
    if let first = found.origins.first, let last = found.origins.last {
      lines += wrapped(
        "Forecasts of growth on a year earlier, made at the end of \(first)"
          + (first == last ? "" : " to \(last)")
          + " from growth since \(found.firstGrowth) and nothing later. "
          + modelText)
    }
    lines += wrapped(
      "The figures are those of one vintage: what was published at the time, before revisions, is not known here. "
        + (found.hasLevels
          ? "Parts weigh what they did a year earlier."
          : "Parts weigh what the scenario's base year says, which was not known then."))
    if !found.excluded.isEmpty {
      lines += wrapped(
        "Leaving \(report.excludedText) out of estimates is hindsight: that these periods are exceptions is known only "
          + "since. The benchmarks leave them out too.")
    }
    if !found.unstable.isEmpty {
      lines += wrapped(
        "What was estimated at the end of \(found.unstable.spans) does not die out: deviations grow from period to period."
      )
    }
    if !found.skipped.isEmpty {
      lines += wrapped(
        "No forecast was made in \(found.skipped.spans): growth of some part is not there.")
    }
    lines += wrapped(
      "CRPS: the mean absolute error of a whole distribution, less is better; skill: the part of a benchmark's CRPS that the model "
        + "saves, ± one standard error that allows for forecasts that overlap. Intervals of the bands do not: outcomes of overlapping "
        + "forecasts depend on each other.")
    lines += wrapped(
      "No change: growth of the last period, spread by its past changes over as many periods, or as a point. Three-year mean: with the "
        + "spread of these years. AR(1): a first-order autoregression of this series alone, by least squares."
    )
    let fewest = scopes.flatMap { scope in
      horizons.compactMap { found.summary(horizon: $0, scope: scope)?.count }
    }.min()
    if let fewest, fewest < BacktestSummary.fewForecasts {
      lines += wrapped(
        "n is as small as \(fewest): differences describe these forecasts, and say little of the next ones."
      )
    }
    return lines
  }

  private var modelText: String {
    let how = report.persistences.joined(separator: " or ")
    let innovations =
      switch found.model.innovations {
      case .normal: "normal innovations"
      case .studentT: "innovations like Student's t where tails are fat"
      case .bootstrap(let length):
        "innovations drawn from past ones"
          + (length == 1 ? "" : " in blocks of \(length)")
      }
    let means = found.model.hasUncertainMeans ? "with their error" : "taken as known, as `run` does"
    let lags = found.model.lags.map { $0 > 1 ? " of \($0) lags" : "" } ?? ""
    return "Persistence \(how)\(lags); \(innovations); means \(means)."
  }
}
