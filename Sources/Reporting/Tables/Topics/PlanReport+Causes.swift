import GrowthModel
import Languages
import MonteCarlo

extension PlanReport {
  /// What moves growth; the means add up to it as they are shown. Nil where nothing but the baseline does.
  var driversTable: TopicTable? {
    guard run.drivers.count > 1 else { return nil }
    let points = NumberStyle.points(2)
    let growth = run.quantity("growth")?.distribution
    let total = growth?.mean.flatMap { ShortestDecimal($0)?.rounded(decimals: 4).double }
    let means = run.drivers.compactMap(\.contribution.mean)
    let shown =
      total != nil && means.count == run.drivers.count
      ? roundedParts(means, total: total ?? 0, decimals: 4) : means
    func row(
      _ key: String, _ name: String, _ band: DistributionReport?, _ mean: Double?, isTotal: Bool
    ) -> TopicTable.Row {
      TopicTable.Row(
        key,
        [.text(name), .number(band?.mean, shown: mean.map(points.text))]
          + ["0.05", "0.5", "0.95"].map { .number(band?.quantile($0)) }, isTotal: isTotal)
    }
    var rows = run.drivers.enumerated().map { i, driver in
      row(
        driver.id, driver.name, driver.contribution, shown.indices.contains(i) ? shown[i] : nil,
        isTotal: false)
    }
    rows.append(row("grdp", localized("GRDP growth"), growth, total, isTotal: true))
    return TopicTable(
      id: "drivers", title: localized("What moves growth in \(run.year)"),
      columns: [
        .init("name", localized("Cause")), .init("mean", localized("mean, pp"), points),
        .init("p5", localized("5%, pp"), points), .init("p50", localized("median, pp"), points),
        .init("p95", localized("95%, pp"), points),
      ], rows: rows)
  }

  /// What each lever is set to; nil without levers.
  var leversTable: TopicTable? {
    guard !run.levers.isEmpty else { return nil }
    return TopicTable(
      id: "levers", title: localized("Levers in \(run.year)"),
      columns: [
        .init("name", localized("Lever")), .init("unit", localized("Unit")),
        .init("setting", localized("set to"), .plain(2)),
        .init("reference", localized("reference"), .plain(2)),
        .init("lowest", localized("range from"), .plain(2)),
        .init("highest", localized("range to"), .plain(2)),
        .init("owner", localized("who decides")),
      ],
      rows: run.levers.map { lever in
        let largest = [lever.setting, lever.reference, lever.range?.upperBound].compactMap(\.self)
        let scale = measure(lever.unit).scale(for: largest.map(abs).max() ?? 0)
        let style = NumberStyle(exact: scale)
        func cell(_ value: Double?) -> TopicTable.Cell {
          .number(
            value, style,
            shown: value.map { scale.label == "%" ? scale.constant($0) + "%" : scale.constant($0) })
        }
        return TopicTable.Row(
          lever.id,
          [
            .text(lever.name), .text(scale.label), cell(lever.setting), cell(lever.reference),
            cell(lever.range?.lowerBound), cell(lever.range?.upperBound), .text(lever.owner ?? ""),
          ])
      })
  }

  /// The target that the sensitivity is about.
  var sensitivityTarget: TargetSensitivity? { sensitivity?.sensitivity.targets.first }

  /// The probability of the target with one input held, the largest change first.
  var tornadoTable: TopicTable? {
    guard let found = sensitivityTarget, !found.tornado.isEmpty else { return nil }
    return TopicTable(
      id: "tornado",
      title: localized("\(found.target.name.printable): probability with one input held"),
      columns: [
        .init("name", localized("Input")),
        .init("at p10", localized("held low (10%)"), .percent(1)),
        .init("at p90", localized("held high (90%)"), .percent(1)),
        .init("difference", localized("change, pp"), .points(2, isSigned: true)),
        .init("low", localized("95% interval from"), .points(2, isSigned: true)),
        .init("high", localized("95% interval to"), .points(2, isSigned: true)),
      ],
      rows: found.widestFirst.map { bar in
        let variable = found.variables[bar.variable]
        return TopicTable.Row(
          variable.name,
          [
            .text(variable.title), .number(bar.low), .number(bar.high), .number(bar.difference),
            .number(bar.interval.lowerBound), .number(bar.interval.upperBound),
          ])
      })
  }

  /// The parts of the variance that inputs account for; nil where it was not split.
  var sensitivityTable: TopicTable? {
    guard let found = sensitivityTarget, let parts = found.sobol?.parts, !parts.isEmpty else {
      return nil
    }
    return TopicTable(
      id: "sensitivity",
      title: localized(
        "What the uncertainty of \(found.quantity.title.printable) comes from"),
      columns: [
        .init("name", localized("Input")),
        .init("first", localized("alone"), .percent(1)),
        .init("first low", localized("95% interval from"), .percent(1)),
        .init("first high", localized("95% interval to"), .percent(1)),
        .init("total", localized("in all"), .percent(1)),
        .init("total low", localized("95% interval from"), .percent(1)),
        .init("total high", localized("95% interval to"), .percent(1)),
      ],
      rows: parts.map { part in
        TopicTable.Row(
          part.name ?? found.names(part.variables).joined(separator: " + "),
          [.text(found.title(part))]
            + [part.first, part.total].flatMap { index -> [TopicTable.Cell] in
              [.number(index.value), .number(index.low), .number(index.high)]
            })
      },
      notes: [
        localized(
          """
          alone: the part of the variance that goes if the input is known (first-order index). in \
          all: the part that is left if all others are known (total index).
          """)
      ])
  }

  /// The target that the explanation is about.
  var explainedTarget: TargetExplanation? { explanation?.explanation.targets.first }

  /// What sets the draws that met the target apart, what tells most first; nil where there is nothing.
  var explanationTable: TopicTable? {
    guard let explanation, let found = explainedTarget, !found.figures.isEmpty else { return nil }
    let columns: [TopicTable.Column] = [
      .init("name", localized("Figure")), .init("unit", localized("Unit")),
      .init("all mean", localized("all draws: mean"), .plain(2)),
      .init("met mean", localized("met: mean"), .plain(2)),
      .init("met p10", localized("met: 10%"), .plain(2)),
      .init("met p90", localized("met: 90%"), .plain(2)),
      .init("missed mean", localized("missed: mean"), .plain(2)),
      .init("missed p10", localized("missed: 10%"), .plain(2)),
      .init("missed p90", localized("missed: 90%"), .plain(2)),
      .init("shift", localized("shift, sd"), .plain(2, isSigned: true)),
      .init("distance", localized("apart"), .percent(1)),
    ]
    return TopicTable(
      id: "explanation", title: localized("What must be true for \(found.target.name.printable)"),
      columns: columns,
      rows: found.figures.map { figure in
        let text = FigureText(figure, currency: explanation.currency)
        let style = NumberStyle(text.scale, decimals: text.decimals)
        let isDate = figure.unit == .date
        func cell(_ value: Double?) -> TopicTable.Cell {
          .number(
            value.map(text.measure.base), style, shown: isDate ? value.map(text.number) : nil)
        }
        func side(_ side: FigureDistribution?) -> [TopicTable.Cell] {
          [cell(side?.mean), cell(side?.p10), cell(side?.p90)]
        }
        let split = figure.distribution
        return TopicTable.Row(
          figure.name,
          [
            .text(figure.title),
            .text(figure.isYesOrNo ? localized("happens") : text.scale.label),
            cell(split.all.mean),
          ] + side(split.met) + side(split.missed) + [
            .number(figure.contrast?.shift), .number(figure.contrast?.distance),
          ])
      },
      notes: [
        localized(
          """
          10%, 90%: one draw in ten lies below, above. shift: the mean of the draws that met the \
          target less that of all, in standard deviations of all. apart: the largest difference \
          between the distribution functions of both sides: 0% of what has nothing to do with the \
          target, 100% of what decides it. Both are facts about the draws, not causes.
          """)
      ])
  }
}
