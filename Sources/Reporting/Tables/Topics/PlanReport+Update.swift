import GrowthModel
import Languages
import MonteCarlo

extension PlanReport {
  /// Each target before and after what was published.
  var updateTargetsTable: TopicTable? {
    guard let update, !update.after.targets.isEmpty, !update.findings.news.isEmpty else {
      return nil
    }
    return TopicTable(
      id: "update", title: localized("Targets before and after the published figures"),
      columns: [
        .init("name", localized("Target")), .init("unit", localized("Unit")),
        .init("median before", localized("median before"), .plain(2)),
        .init("median now", localized("median now"), .plain(2)),
        .init("before", localized("probability before"), .percent(1)),
        .init("now", localized("probability now"), .percent(1)),
        .init("low", localized("95% interval from"), .percent(1)),
        .init("high", localized("95% interval to"), .percent(1)),
      ],
      rows: zip(update.before.targets, update.after.targets).map { old, new in
        let cells = QuantityCells(
          new.distribution, measure(new.unit),
          beside: max(new.threshold.magnitude, old.distribution?.magnitude ?? 0))
        let before = QuantityCells(
          old.distribution, measure(new.unit),
          beside: max(new.threshold.magnitude, new.distribution?.magnitude ?? 0))
        return TopicTable.Row(
          new.id,
          [
            .text(new.name), cells.unit, before.cell(old.distribution?.quantile("0.5")),
            cells.cell(new.distribution?.quantile("0.5")),
            TopicTable.Cell.probability(old.outcome)[0],
          ] + TopicTable.Cell.probability(new.outcome))
      })
  }

  /// What was published, and what it changed of the first target.
  var updateNewsTable: TopicTable? {
    guard let update, !update.findings.news.isEmpty else { return nil }
    let target = update.after.targets.first
    return TopicTable(
      id: "update-news", title: localized("What was published"),
      columns: [
        .init("name", localized("Figure")), .init("published", localized("published on")),
        .init("unit", localized("Unit")), .init("expected", localized("expected"), .plain(2)),
        .init("deviation", localized("standard deviation"), .plain(2)),
        .init("value", localized("came out"), .plain(2)),
        .init("surprise", localized("surprise, sd"), .plain(1, isSigned: true)),
        .init(
          "change", localized("change of probability, pp"), .points(2, isSigned: true)),
      ],
      rows: update.findings.news.map { item in
        let measure = update.measure(item.quantity.unit)
        let (value, mean) = (measure.base(item.actual.value), measure.base(item.expected.mean))
        let spread = measure.base(item.expected.deviation)
        let scale = measure.scale(for: max(value.magnitude, mean.magnitude))
        let style = NumberStyle(scale, decimals: scale.decimals(spread: spread))
        return TopicTable.Row(
          item.actual.quantity,
          [
            .text(item.quantity.title + ", " + item.quantity.period.shortName),
            .text(item.actual.published ?? ""), .text(scale.label), .number(mean, style),
            .number(
              spread,
              NumberStyle(scale, decimals: scale.decimals(spread: spread), isDifference: true)),
            .number(value, NumberStyle(exact: scale)), .number(item.surprise),
            target == nil ? .number(nil) : .number(item.changes.first?.probability),
          ])
      })
  }

  /// What the rest of the year must bring for each target.
  var updateRemainingTable: TopicTable? {
    guard let update, !update.findings.remaining.isEmpty else { return nil }
    return TopicTable(
      id: "update-remaining", title: localized("What the rest of the year must bring"),
      columns: [
        .init("name", localized("Growth of")), .init("quarters", localized("Quarters left")),
        .init("target", localized("Target"), .percent(1)),
        .init("known", localized("known so far"), .percent(2)),
        .init("needed", localized("needed"), .percent(2)),
        .init("expected", localized("expected"), .percent(1)),
        .init("low", "5%", .percent(1)), .init("high", "95%", .percent(1)),
      ],
      rows: update.findings.remaining.map { rest in
        TopicTable.Row(
          rest.target.id,
          [
            .text(rest.name ?? localized("GRDP")),
            .text(rest.quarters.map(String.init).joined(separator: ", ")),
            .number(rest.target.threshold), .number(rest.known.mean), .number(rest.needed.mean),
            .number(rest.expected?.mean), .number(rest.expected?.low), .number(rest.expected?.high),
          ])
      })
  }
}
