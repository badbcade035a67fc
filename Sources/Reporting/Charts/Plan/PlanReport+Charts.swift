import GrowthModel
import Languages
import MonteCarlo

extension PlanReport {
  /// The most rows of a waterfall and of a tornado.
  private static let (mostParts, mostActivities) = (12, 18)
  /// The most past quarters and years before a fan.
  private static let (mostQuarters, mostYears) = (8, 6)

  /// The pictures that there are numbers for, in the order of the tables behind them.
  ///
  /// - Parameters:
  ///   - layout: how much room they have.
  ///   - prefix: of the ids of their elements, for pages with several sets of them.
  public func charts(layout: ChartLayout, prefix: String = "chart") -> [PlanChart] {
    [
      scorecard, histogramChart, fan, contributionsWaterfall, stackedBars, driversBars,
      structureBars, tornado,
    ].compactMap { $0?(layout, prefix) }
  }

  /// Some of the pictures, as far as there are numbers for them.
  ///
  /// - Parameters:
  ///   - ids: of the pictures.
  ///   - layout: how much room they have.
  ///   - prefix: of the ids of their elements.
  func charts(_ ids: Set<String>, layout: ChartLayout, prefix: String) -> [PlanChart] {
    let known: [(id: String, drawing: () -> Drawing?)] = [
      ("targets", { scorecard }), ("distribution", { histogramChart }), ("growth", { fan }),
      ("contributions", { contributionsWaterfall }), ("drivers", { driversBars }),
    ]
    return known.filter { ids.contains($0.id) }.compactMap { $0.drawing()?(layout, prefix) }
  }

  /// Draws a picture for a layout and a prefix of ids.
  private typealias Drawing = (ChartLayout, String) -> PlanChart

  private func drawing(
    _ id: String, table: String, _ title: String, _ description: String,
    _ svg: @escaping (String, ChartLayout) -> String
  ) -> Drawing {
    { layout, prefix in
      PlanChart(
        id: id, table: table, title: title, description: description,
        svg: svg("\(prefix)-\(id)", layout))
    }
  }

  private var scorecard: Drawing? {
    guard !run.targets.isEmpty else { return nil }
    let title = localized("How likely each target is to be met")
    let chart = ScorecardSVG(
      rows: run.targets.map { target in
        let scale = measure(target.unit).scale(
          for: max(target.threshold.magnitude, target.distribution?.magnitude ?? 0))
        return ScorecardSVG.Row(
          name: "\(target.name.printable): \(target.statement(scale))", outcome: target.outcome)
      }, title: title, description: scorecardFinding)
    return drawing("targets", table: "targets", title, scorecardFinding, chart.svg)
  }

  private var histogramChart: Drawing? {
    guard let histogram = run.histogram else { return nil }
    let title = localized("Distribution of \(histogram.title.printable)")
    let description = [answer, expectation].compactMap(\.self).joined(separator: " ")
    let chart = HistogramSVG(
      histogram: histogram, target: run.targets.first, measure: measure(histogram.unit),
      title: title, description: description, ghost: ghost?.histogram)
    return drawing("distribution", table: "distribution", title, description, chart.svg)
  }

  private var fan: Drawing? {
    let published = Dictionary(
      published.map { ($0.period, $0.growth) }, uniquingKeysWith: { first, _ in first })
    func panel(_ isIn: (Period) -> Bool, past most: Int) -> [FanChartSVG.Point] {
      let ahead = run.periods.filter { isIn($0.period) }
      guard let first = ahead.first else { return [] }
      let before = past.filter { isIn($0.period) && $0.period.number < first.period.number }
      return before.suffix(most).map {
        FanChartSVG.Point(period: $0.period, known: $0.growth, growth: nil)
      }
        + ahead.map {
          FanChartSVG.Point(
            period: $0.period, known: published[$0.period], growth: $0.growth)
        }
    }
    let quarters = panel({ $0.quarters.count == 1 }, past: Self.mostQuarters)
    let years = panel({ $0.span == .year }, past: Self.mostYears)
    // Of one period the histogram says more.
    guard quarters.count + years.count > 1 else { return nil }
    let goal = run.targets.first {
      $0.quantity == "growth" || $0.quantity.hasPrefix("growth.2") && $0.period.span == .year
    }
    let title = localized("Growth over time")
    let chart = FanChartSVG(
      panels: [quarters, years],
      target: goal.flatMap { goal in
        goal.isAverage
          ? nil : (goal.period, goal.threshold, goal.statement(.percent))
      }, title: title, description: growthFinding,
      ghost: Dictionary(
        (ghost?.periods ?? []).map { ($0.period, $0.growth) },
        uniquingKeysWith: { first, _ in first }))
    return drawing("growth", table: "growth", title, growthFinding, chart.svg)
  }

  /// Activities so deep in the tree as there is room for.
  private var contributionsWaterfall: Drawing? {
    guard run.contributions.count > 1, let table = contributionsTable else { return nil }
    let accounts = AdditiveAccounts(run, contributionDecimals: 4, weightDecimals: 3)
    guard let total = accounts.totalMean else { return nil }
    let all = run.contributions
    let parents = Set(all.compactMap(\.parent))
    func cut(_ depth: Int) -> [Int] {
      all.indices.filter {
        all[$0].depth == depth || (all[$0].depth < depth && !parents.contains(all[$0].id))
      }
    }
    let deepest = all.map(\.depth).max() ?? 0
    let depth = (0...deepest).last { cut($0).count <= Self.mostActivities } ?? 0
    let parts = cut(depth).compactMap { i in
      accounts.means[i].map { WaterfallSVG.Part(name: all[i].name, value: $0) }
    }
    return waterfall(
      "contributions", table.title, parts,
      WaterfallSVG.Part(name: localized("GRDP growth"), value: total))
  }

  /// What moves growth beside the baseline, with the range of each; what hardly moves it is left to the table.
  private var driversBars: Drawing? {
    guard let table = driversTable else { return nil }
    func reach(_ driver: DriverReport) -> Double {
      ([driver.contribution.mean] + driver.contribution.quantiles).compactMap(\.self)
        .map(\.magnitude).max() ?? 0
    }
    let moving = run.drivers.filter { $0.id != "baseline" && reach($0) >= 0.00005 }
    let kept = Set(
      moving.sorted { reach($0) > reach($1) }.prefix(Self.mostParts).map(\.id))
    let rows = moving.filter { kept.contains($0.id) }.compactMap { driver -> RangeBarsSVG.Row? in
      guard let mean = driver.contribution.mean,
        let low = driver.contribution.quantile("0.05"),
        let high = driver.contribution.quantile("0.95")
      else { return nil }
      return RangeBarsSVG.Row(
        name: driver.name, value: mean, text: table.shown(driver.id, "mean") ?? "", low: low,
        high: high)
    }
    guard !rows.isEmpty else { return nil }
    let title = localized("What moves growth beside the baseline, pp")
    let chart = RangeBarsSVG(rows: rows, title: title, description: driversFinding)
    return drawing("drivers", table: "drivers", title, driversFinding, chart.svg)
  }

  private func waterfall(
    _ id: String, _ title: String, _ parts: [WaterfallSVG.Part], _ total: WaterfallSVG.Part
  ) -> Drawing {
    let description = Self.waterfallFinding(parts, total: total)
    let chart = WaterfallSVG(
      parts: parts, total: total, style: .points(2), title: title, description: description)
    return drawing(id, table: id, title, description, chart.svg)
  }

  private var stackedBars: Drawing? {
    guard let table = courseTable else { return nil }
    let chart = StackedBarsSVG(
      series: run.contributions.filter { $0.depth == 0 }.map(\.name.printable),
      bars: course.map { period in
        StackedBarsSVG.Bar(
          name: period.period.shortName, values: Self.roundedContributions(period),
          total: period.growth)
      }, style: .points(2), title: table.title, description: courseFinding)
    return drawing(
      "contributions-by-period", table: table.id, table.title, courseFinding, chart.svg)
  }

  private var structureBars: Drawing? {
    guard let table = structureTable else { return nil }
    let style = NumberStyle.percent(Self.shareDecimals)
    let base = Self.roundedShares(structure.map(\.base))
    let means = Self.roundedShares(structure.map { $0.expected.mean ?? 0 })
    let hasPlan = structure.contains { $0.plan != nil }
    let series =
      ["\(run.baseYear)", localized("expected \(run.year)")]
      + (hasPlan ? [localized("plan \(run.year)")] : [])
    let groups = structure.enumerated().map { i, part in
      var range: ClosedRange<Double>?
      if let low = part.expected.quantile("0.05"), let high = part.expected.quantile("0.95"),
        low < high
      {
        range = low...high
      }
      let numbers: [GroupedBarsSVG.Number?] = [
        .init(value: part.base, text: style.text(base[i])),
        .init(value: part.expected.mean ?? 0, text: style.text(means[i]), range: range),
        part.plan.map { .init(value: $0.threshold, text: $0.statement(.percent)) },
      ]
      return GroupedBarsSVG.Group(name: part.name, numbers: Array(numbers.prefix(series.count)))
    }
    let chart = GroupedBarsSVG(
      series: series, groups: groups, title: table.title, description: structureFinding)
    return drawing("structure", table: table.id, table.title, structureFinding, chart.svg)
  }

  private var tornado: Drawing? {
    guard let table = tornadoTable, let found = sensitivityTarget,
      let target = run.targets.first(where: { $0.id == found.target.id })
    else { return nil }
    let bars = found.widestFirst.filter(\.isDistinctFromZero).prefix(Self.mostParts)
    guard !bars.isEmpty else { return nil }
    let chart = TornadoSVG(
      rows: bars.map {
        TornadoSVG.Row(
          name: found.variables[$0.variable].title, low: $0.low, high: $0.high)
      }, probability: target.outcome.probability,
      probabilityText: ProbabilityText(target.outcome).value, title: table.title,
      description: tornadoFinding)
    return drawing("tornado", table: table.id, table.title, tornadoFinding, chart.svg)
  }
}
