import GrowthModel
import Languages

extension PlanReport {
  /// One row a target, and one for all of them together; nil without targets.
  var targetsTable: TopicTable? {
    guard !run.targets.isEmpty else { return nil }
    var rows = run.targets.map(row)
    if let all = run.allTargets, run.targets.count > 1 {
      rows.append(
        .init(
          "all targets",
          [.text(localized("All \(run.targets.count) targets together"))]
            + [TopicTable.Cell](repeating: .text(""), count: 5) + TopicTable.Cell.probability(all)
            + [.text(""), .text("")], isTotal: true))
    }
    return TopicTable(
      id: "targets", title: localized("Targets"),
      columns: [
        .init("name", localized("Target")), .init("unit", localized("Unit")),
        .init("threshold", localized("Wanted"), .plain(2)), .init("p5", "5%", .plain(2)),
        .init("p50", localized("median"), .plain(2)), .init("p95", "95%", .plain(2)),
        .init("probability", localized("Probability"), .percent(1)),
        .init("low", localized("95% interval from"), .percent(1)),
        .init("high", localized("95% interval to"), .percent(1)),
        .init("shortfall", localized("Missed by"), .plain(2)),
        .init("missed alone", localized("Missed alone"), .percent(1)),
      ], rows: rows,
      notes: [
        localized("5%, 95%: one draw in 20 lies below, above."),
        localized("Missed by: mean shortfall of the draws that miss."),
        localized("Missed alone: the draws in which it is the only target that is missed."),
      ])
  }

  private func row(_ target: TargetReport) -> TopicTable.Row {
    let cells = QuantityCells(
      target.distribution, measure(target.unit), beside: target.threshold.magnitude)
    let alone = Double(target.missedAlone) / Double(target.outcome.draws)
    let sign = cells.scale.label == "%" ? "%" : ""
    return TopicTable.Row(
      target.id,
      [
        .text(target.name), cells.unit,
        .number(
          target.threshold, NumberStyle(exact: cells.scale),
          shown: target.comparison.tolerance == nil
            ? target.shortStatement(cells.scale) + sign : target.statement(cells.scale)),
      ] + ["0.05", "0.5", "0.95"].map { cells.cell(target.distribution?.quantile($0)) }
        + TopicTable.Cell.probability(target.outcome) + [
          target.meanShortfall == nil
            ? .number(nil, shown: localized("never"))
            : cells.difference(target.meanShortfall, isSigned: false),
          .number(alone),
        ])
  }

  /// How the draws of the first target's quantity spread; nil where it does not vary.
  var distributionTable: TopicTable? {
    guard let histogram = run.histogram else { return nil }
    let scale = measure(histogram.unit).scale(for: histogram.edges.map(abs).max() ?? 0)
    let style = NumberStyle(exact: scale)
    return TopicTable(
      id: "distribution", title: localized("Distribution of \(histogram.title.printable)"),
      columns: [
        .init("from", Self.head(localized("From"), style), style),
        .init("to", Self.head(localized("To below"), style), style),
        .init("fraction", localized("Draws"), .percent(1)),
        .init("fraction or more", localized("This or more"), .percent(1)),
        .init("verdict", localized("Target")),
      ],
      rows: histogram.bins.map { bin in
        TopicTable.Row(
          bin.low?.description ?? "lowest",
          [
            .number(
              bin.low,
              shown: bin.low == nil ? bin.high.map { localized("below \(style.text($0))") } : nil),
            .number(bin.high), .number(bin.fraction),
            .number(bin.fractionAtOrAbove), .text(localized(bin.verdict.phrase)),
          ])
      })
  }

  /// The head of a column, with the unit where its numbers do not carry it.
  static func head(_ title: String, _ style: NumberStyle) -> String {
    style.unitPlace == .behind || style.unit.isEmpty ? title : title + ", " + style.unit
  }
}

extension Histogram.Bin.Verdict {
  fileprivate var phrase: Phrase {
    switch self {
    case .met: "met"
    case .missed: "missed"
    case .mixed: "met in part"
    case .noTarget: "no target"
    }
  }
}
