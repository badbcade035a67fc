import GrowthModel
import Languages
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
    let (name, draws) = (report.scenario.printable, NumberFormat.count(found.draws))
    let lines = wrapped(
      localized(
        """
        \(name): would it have been right? (\(draws) draws a forecast, seed \(found.seed), \
        \(report.history.printable))
        """))
    return (lines + report.context.overrideLines(style: style)).map(style.bold)
  }

  private func noun(_ count: Int) -> String {
    switch (found.step, count) {
    case (.year, 1): localized("1 year")
    case (.year, _): localized("\(count) years")
    case (_, 1): localized("1 quarter")
    default: localized("\(count) quarters")
    }
  }

  private func heading(_ scope: BacktestFindings.Scope) -> String {
    switch scope {
    case .all: found.hasExceptions ? localized("All forecasts") : localized("The forecasts")
    case .ordinary:
      localized("Without \(report.excludedText): forecasts neither made then nor of then")
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
        return localized(
          """
          \(noun(horizon)) ahead \(band.estimate.hits) of \(summary.count) times \
          (\(share(band.estimate)))
          """)
      }.joined(separator: ", ")
      let sentence =
        scope == .all
        ? localized("The 80% band held growth \(held).")
        : localized("Without \(report.excludedText) it held \(held).")
      lines += wrapped(sentence + " " + compared(scope))
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
      texts.append(
        localized(
          texts.isEmpty
            ? lead(benchmark.phrase, of: skills.count, better: better.count, clearly: clearly)
            : further(benchmark.phrase, of: skills.count, better: better.count, clearly: clearly)))
    }
    guard !texts.isEmpty else { return "" }
    return localized("Its CRPS was lower than that \(texts.joined(separator: "; ")).")
  }

  /// Against how many horizons of a benchmark the model was better, in full.
  private func lead(_ name: Phrase, of count: Int, better: Int, clearly: Int) -> Phrase {
    switch (better, clearly) {
    case (0, _): "of \(name) at none of \(count) horizons"
    case (_, 0):
      "of \(name) at \(better) of \(count) horizons, at none by two standard errors or more"
    default:
      """
      of \(name) at \(better) of \(count) horizons, at \(clearly) by two standard errors or more
      """
    }
  }

  /// The same of the benchmarks that come after the first.
  private func further(_ name: Phrase, of count: Int, better: Int, clearly: Int) -> Phrase {
    switch (better, clearly) {
    case (0, _): "of \(name) at none of \(count)"
    case (_, 0): "of \(name) at \(better) of \(count), at none by so much"
    default: "of \(name) at \(better) of \(count), at \(clearly) by so much"
    }
  }

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
      .init(head: ["", localized("Ahead")], alignment: .left),
      .init(head: ["", "n"], alignment: .right),
      .init(head: [localized("mean error"), localized("pp")], alignment: .right),
      .init(head: ["RMSE", localized("pp")], alignment: .right),
      .init(
        head: [localized("50% band held"), localized("times, %, 95% interval")],
        alignment: .right),
      .init(head: [localized("80% band held"), ""], alignment: .right),
      .init(head: [localized("90% band held"), ""], alignment: .right),
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
    guard !table.rows.isEmpty else {
      return wrapped(localized("\(heading(scope)): there are none."))
    }
    return wrapped(heading(scope)).map(style.bold) + table.lines(width: style.width, style: style)
  }

  private func skills(_ scope: BacktestFindings.Scope) -> [String] {
    var table = TextTable(columns: [
      .init(head: ["", localized("Ahead")], alignment: .left),
      .init(head: ["", "n"], alignment: .right),
      .init(head: ["CRPS", localized("pp")], alignment: .right),
    ])
    for (place, benchmark) in Benchmark.allCases.enumerated() {
      table.columns.append(
        .init(
          head: [place == 0 ? localized("skill against") : "", localized(benchmark.title)],
          alignment: .right))
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
      .init(head: ["", localized("Ahead")], alignment: .left),
      .init(
        head: [localized("PIT: where outcomes fell"), localized("from lowest to highest")],
        alignment: .left),
    ])
    for (place, level) in BacktestForecast.levels.enumerated() {
      table.columns.append(
        .init(
          head: [place == 0 ? localized("pinball, pp") : "", percent(level) + "%"],
          alignment: .right))
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
      .init(head: ["", localized("Activity")], alignment: .left, overflow: .truncate),
      .init(head: ["", "n"], alignment: .right),
      .init(head: ["RMSE", localized("pp")], alignment: .right),
      .init(head: [localized("80% band"), localized("held, %")], alignment: .right),
      .init(head: ["CRPS", localized("pp")], alignment: .right),
    ])
    let shown = Benchmark.allCases.filter { $0 != .noChangePoint }
    for (place, benchmark) in shown.enumerated() {
      table.columns.append(
        .init(
          head: [place == 0 ? localized("skill against") : "", localized(benchmark.title)],
          alignment: .right))
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
    return wrapped(localized("\(noun(horizon)) ahead. \(heading(scope))")).map(style.bold)
      + table.lines(width: style.width, style: style)
  }

  // MARK: How to read it

  private var notes: [String] {
    var lines: [String] = []
    if let first = found.origins.first, let last = found.origins.last {
      let since = found.firstGrowth.label
      let origins =
        first == last
        ? localized(
          """
          Forecasts of growth on a year earlier, made at the end of \(first.label) from growth \
          since \(since) and nothing later.
          """)
        : localized(
          """
          Forecasts of growth on a year earlier, made at the end of \(first.label) to \
          \(last.label) from growth since \(since) and nothing later.
          """)
      lines += wrapped(origins + " " + modelText)
    }
    let vintage = localized(
      """
      The figures are those of one vintage: what was published at the time, before revisions, is \
      not known here.
      """)
    let weights =
      found.hasLevels
      ? localized("Parts weigh what they did a year earlier.")
      : localized("Parts weigh what the scenario's base year says, which was not known then.")
    lines += wrapped(vintage + " " + weights)
    if !found.excluded.isEmpty {
      lines += wrapped(
        localized(
          """
          Leaving \(report.excludedText) out of estimates is hindsight: that these periods are \
          exceptions is known only since. The benchmarks leave them out too.
          """))
    }
    if !found.unstable.isEmpty {
      lines += wrapped(
        localized(
          """
          What was estimated at the end of \(found.unstable.spans) does not die out: deviations \
          grow from period to period.
          """))
    }
    if !found.skipped.isEmpty {
      lines += wrapped(
        localized(
          "No forecast was made in \(found.skipped.spans): growth of some part is not there."))
    }
    lines += wrapped(
      localized(
        """
        CRPS: the mean absolute error of a whole distribution, less is better; skill: the part of \
        a benchmark's CRPS that the model saves, ± one standard error that allows for forecasts \
        that overlap. Intervals of the bands do not: outcomes of overlapping forecasts depend on \
        each other.
        """))
    lines += wrapped(
      localized(
        """
        No change: growth of the last period, spread by its past changes over as many periods, or \
        as a point. Three-year mean: with the spread of these years. AR(1): a first-order \
        autoregression of this series alone, by least squares.
        """))
    let fewest = scopes.flatMap { scope in
      horizons.compactMap { found.summary(horizon: $0, scope: scope)?.count }
    }.min()
    if let fewest, fewest < BacktestSummary.fewForecasts {
      lines += wrapped(
        localized(
          """
          n is as small as \(fewest): differences describe these forecasts, and say little of the \
          next ones.
          """))
    }
    return lines
  }

  private var modelText: String {
    let kinds = report.persistences.map { localized($0.title) }
    let how = kinds.dropFirst().reduce(kinds.first ?? "") { localized("\($0) or \($1)") }
    let persistence =
      if let lags = found.model.lags, lags > 1 {
        localized("Persistence \(how) of \(lags) lags")
      } else {
        localized("Persistence \(how)")
      }
    let innovations =
      switch found.model.innovations {
      case .normal: localized("normal innovations")
      case .studentT: localized("innovations like Student's t where tails are fat")
      case .bootstrap(1): localized("innovations drawn from past ones")
      case .bootstrap(let length):
        localized("innovations drawn from past ones in blocks of \(length)")
      }
    let means =
      found.model.hasUncertainMeans
      ? localized("means with their error")
      : localized("means taken as known, as `run` does")
    return [persistence, innovations, means].joined(separator: "; ") + "."
  }
}
