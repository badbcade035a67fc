import GrowthModel
import Languages

extension PlanReport {
  /// Decimals of percentages of growth, of contributions and of shares.
  private static let growthDecimals = 2
  static let shareDecimals = 1

  /// Growth in every period, before and after the base year's end; nil where there is one period and no past.
  var growthTable: TopicTable? {
    guard !run.periods.isEmpty else { return nil }
    let known = Dictionary(
      published.map { ($0.period, $0.growth) }, uniquingKeysWith: { first, _ in first })
    let empty = [TopicTable.Cell](
      repeating: .number(nil), count: 2 + RunReport.probabilities.count)
    let rows =
      past.map { period in
        TopicTable.Row(
          period.period.description,
          [.text(period.period.shortName)] + empty + [.number(period.growth)])
      }
      + run.periods.map { row in
        TopicTable.Row(
          row.period.description,
          [
            .text(row.period.shortName), .number(row.growth.mean),
            .number(row.growth.standardDeviation),
          ] + row.growth.quantiles.map { .number($0) } + [.number(known[row.period])])
      }
    let percent = NumberStyle.percent(1)
    let quantiles = RunReport.probabilities.map { key, p in
      TopicTable.Column(
        "p" + NumberFormat(decimals: 0, powerOfTen: 2, language: .english).string(p),
        p == 0.5 ? localized("median") : NumberFormat(decimals: 0, powerOfTen: 2).string(p) + "%",
        percent)
    }
    return TopicTable(
      id: "growth", title: localized("Growth by period"),
      columns: [
        .init("period", localized("Period")), .init("mean", localized("mean"), percent),
        .init("sd", localized("standard deviation, pp"), .points(2)),
      ] + quantiles + [.init("published", localized("published"), .percent(2))], rows: rows)
  }

  /// What each activity adds to growth; the means add up to that of growth as they are shown.
  var contributionsTable: TopicTable? {
    guard !run.contributions.isEmpty else { return nil }
    let decimals = 2 + Self.growthDecimals
    let accounts = AdditiveAccounts(
      run, contributionDecimals: decimals, weightDecimals: 2 + Self.shareDecimals)
    let (points, share) = (NumberStyle.points(2), NumberStyle.percent(Self.shareDecimals))
    func row(
      _ key: String, _ name: String, _ weight: Double, _ shownWeight: Double,
      _ growth: DistributionReport?, _ band: DistributionReport?, _ shownMean: Double?,
      depth: Int = 0, isTotal: Bool = false
    ) -> TopicTable.Row {
      TopicTable.Row(
        key,
        [
          .text(name), .number(weight, shown: share.text(shownWeight)), .number(growth?.mean),
          .number(band?.mean, shown: shownMean.map(points.text)),
          .number(band?.quantile("0.05")), .number(band?.quantile("0.95")),
        ], depth: depth, isTotal: isTotal)
    }
    var rows = run.contributions.enumerated().map { i, part in
      row(
        part.id, part.name, part.weight, accounts.weights[i], part.growth, part.contribution,
        accounts.means[i], depth: part.depth)
    }
    let growth = run.quantity("growth")?.distribution
    let weight = run.contributions.filter { $0.depth == 0 }.reduce(0) { $0 + $1.weight }
    rows.append(
      row(
        "grdp", localized("GRDP"), weight, accounts.totalWeight, growth, growth,
        accounts.totalMean, isTotal: true))
    let isPlanned = run.weighting == .plannedStructure
    return TopicTable(
      id: "contributions", title: localized("Contributions to growth in \(run.year)"),
      columns: [
        .init("name", localized("Activity")),
        .init("weight", isPlanned ? localized("planned share") : localized("base share"), share),
        .init("growth", localized("mean growth"), .percent(2)),
        .init("mean", localized("mean contribution, pp"), points),
        .init("p5", localized("5%, pp"), points), .init("p95", localized("95%, pp"), points),
      ], rows: rows,
      notes: [
        localized(
          """
          Shares and mean contributions are rounded so that they add up; the 5% and 95% columns do \
          not: activities are not all low, or all high, at once.
          """)
      ])
  }

  /// What the top activities add in each period; nil where there is one period.
  var courseTable: TopicTable? {
    guard course.count > 1, let first = course.first else { return nil }
    let points = NumberStyle.points(2)
    let names = run.contributions.filter { $0.depth == 0 }
    guard names.count == first.contributions.count else { return nil }
    let shown = course.map(Self.roundedContributions)
    var rows = names.indices.map { i in
      TopicTable.Row(
        names[i].id,
        [.text(names[i].name)]
          + course.indices.map { k in
            .number(course[k].contributions[i], shown: points.text(shown[k][i]))
          })
    }
    rows.append(
      TopicTable.Row(
        "grdp", [.text(localized("GRDP growth"))] + course.map { .number($0.growth) },
        isTotal: true))
    return TopicTable(
      id: "contributions-by-period", title: localized("Contributions by period, pp"),
      columns: [.init("name", localized("Activity"))]
        + course.map { .init($0.period.description, $0.period.shortName, points) }, rows: rows)
  }

  /// The contributions in a period, rounded so that they add up to its growth as that is shown.
  static func roundedContributions(_ period: PeriodContributions) -> [Double] {
    let decimals = 2 + growthDecimals
    let total =
      ShortestDecimal(period.growth)?.rounded(decimals: decimals).double ?? period.growth
    return roundedParts(period.contributions, total: total, decimals: decimals)
  }

  /// Shares in GRDP now, as expected and as planned; nil without values at current prices.
  var structureTable: TopicTable? {
    guard !structure.isEmpty else { return nil }
    let share = NumberStyle.percent(Self.shareDecimals)
    let base = Self.roundedShares(structure.map(\.base))
    let means = Self.roundedShares(structure.map { $0.expected.mean ?? 0 })
    return TopicTable(
      id: "structure", title: localized("Structure of GRDP at current prices"),
      columns: [
        .init("name", localized("Activity")), .init("base", "\(run.baseYear)", share),
        .init("mean", localized("expected \(run.year)"), share),
        .init("p5", "5%", share), .init("p95", "95%", share),
        .init("plan", localized("plan \(run.year)"), .init(exact: DisplayScale.percent)),
        .init("probability", localized("Probability"), .percent(1)),
      ],
      rows: structure.enumerated().map { i, part in
        TopicTable.Row(
          part.id,
          [
            .text(part.name), .number(part.base, shown: share.text(base[i])),
            .number(part.expected.mean, shown: share.text(means[i])),
            .number(part.expected.quantile("0.05")), .number(part.expected.quantile("0.95")),
            .number(
              part.plan?.threshold,
              shown: part.plan.map {
                $0.comparison.tolerance == nil
                  ? $0.shortStatement(.percent) + "%" : $0.statement(.percent)
              }),
            part.plan.map { TopicTable.Cell.probability($0.outcome)[0] } ?? .number(nil),
          ])
      })
  }

  /// Shares that add up to a whole, as they are shown.
  static func roundedShares(_ shares: [Double]) -> [Double] {
    let decimals = 2 + shareDecimals
    let sum = shares.reduce(0, +)
    let total = ShortestDecimal(sum)?.rounded(decimals: decimals).double ?? sum
    return roundedParts(shares, total: total, decimals: decimals)
  }
}

extension DisplayScale {
  /// Fractions in percent.
  static var percent: DisplayScale {
    DisplayScale(powerOfTen: 2, label: "%", differenceLabel: localized("pp"))
  }
}
