import GrowthModel
import Languages
import MonteCarlo

extension PlanReport {
  /// The probability of each target in each scenario, and the differences from the first.
  var comparisonTargetsTable: TopicTable? {
    guard let comparison, !comparison.targetIDs.isEmpty else { return nil }
    let found = comparison.findings
    var columns: [TopicTable.Column] = [.init("name", localized("Target"))]
    columns += found.scenarios.indices.map {
      .init(
        comparison.letter($0), localized("\(comparison.letter($0)): probability"), .percent(1))
    }
    for k in found.differences.indices {
      columns += Self.differenceColumns(comparison.letter(k + 1))
    }
    func row(
      _ key: String, _ name: String, _ estimates: [ProbabilityEstimate?],
      _ pairs: [PairedProportion?], isTotal: Bool = false
    ) -> TopicTable.Row {
      let probabilities = estimates.map { estimate -> TopicTable.Cell in
        guard let estimate else { return .number(nil) }
        return TopicTable.Cell.probability(ProbabilityReport(estimate))[0]
      }
      let differences = pairs.flatMap { pair -> [TopicTable.Cell] in
        guard let pair else { return [.number(nil), .number(nil), .number(nil)] }
        let interval = pair.interval
        return TopicTable.Cell.difference(
          pair.difference, interval.lowerBound, interval.upperBound, .percent)
      }
      return TopicTable.Row(
        key, [.text(name)] + probabilities + differences, isTotal: isTotal)
    }
    var rows = comparison.targetIDs.map { id in
      row(
        id, found.scenarios.lazy.compactMap { $0.goal(id)?.target.name }.first ?? id,
        found.scenarios.map { $0.goal(id)?.estimate },
        found.differences.map { pair in pair.goals.first { $0.first.id == id }?.count })
    }
    if found.scenarios[0].allTargets != nil, comparison.targetIDs.count > 1 {
      rows.append(
        row(
          "all targets", localized("All of these together"), found.scenarios.map(\.allTargets),
          found.differences.map(\.allTargets), isTotal: true))
    }
    return TopicTable(
      id: "comparison", title: localized("Scenarios compared: probability of each target"),
      columns: columns, rows: rows,
      notes: comparison.scenarios.enumerated().map { k, subject in
        "\(comparison.letter(k)): \(subject.name.printable) (\(subject.file.printable))"
      })
  }

  private static func differenceColumns(_ letter: String) -> [TopicTable.Column] {
    [
      .init("\(letter)-A", localized("\(letter) less A, pp"), .points(1, isSigned: true)),
      .init("\(letter)-A low", localized("95% interval from"), .points(1, isSigned: true)),
      .init("\(letter)-A high", localized("95% interval to"), .points(1, isSigned: true)),
    ]
  }

  /// The means of growth and of the quantities of targets in each scenario.
  var comparisonQuantitiesTable: TopicTable? {
    guard let comparison else { return nil }
    let found = comparison.findings
    let wanted = Set(found.scenarios.flatMap(\.goals).map(\.target.quantity) + ["growth"])
    var paths: [String] = []
    for path in found.scenarios.flatMap(\.quantities).map(\.quantity.path)
    where wanted.contains(path) && !paths.contains(path) {
      paths.append(path)
    }
    guard !paths.isEmpty else { return nil }
    var columns: [TopicTable.Column] = [
      .init("name", localized("Quantity")), .init("unit", localized("Unit")),
    ]
    columns += found.scenarios.indices.map {
      .init(comparison.letter($0), localized("\(comparison.letter($0)): mean"), .plain(2))
    }
    for k in found.differences.indices {
      let letter = comparison.letter(k + 1)
      columns += [
        .init("\(letter)-A", localized("\(letter) less A"), .plain(2, isSigned: true)),
        .init("\(letter)-A low", localized("95% interval from"), .plain(2, isSigned: true)),
        .init("\(letter)-A high", localized("95% interval to"), .plain(2, isSigned: true)),
      ]
    }
    let rows = paths.compactMap { path -> TopicTable.Row? in
      let summaries = found.scenarios.map { $0.summary(path) }
      guard let any = summaries.lazy.compactMap(\.self).first else { return nil }
      let measure = comparison.measure(any.quantity.unit)
      let known = summaries.compactMap(\.self)
      let scale = measure.scale(for: known.map { measure.base($0.mean).magnitude }.max() ?? 0)
      let spread = known.map { measure.base($0.quantile(0.9) - $0.quantile(0.1)) }.max() ?? 0
      let style = NumberStyle(scale, decimals: scale.decimals(spread: spread))
      let differences = found.differences.flatMap { pair -> [TopicTable.Cell] in
        guard let mean = pair.mean(path) else { return [.number(nil), .number(nil), .number(nil)] }
        let interval = mean.interval
        return TopicTable.Cell.difference(
          measure.base(mean.difference), measure.base(interval.lowerBound),
          measure.base(interval.upperBound), scale)
      }
      let period = any.quantity.isOfLastYear ? "" : ", " + any.quantity.period.shortName
      return TopicTable.Row(
        path,
        [.text(any.quantity.title + period), .text(scale.label)]
          + summaries.map { .number($0.map { measure.base($0.mean) }, style) } + differences)
    }
    return TopicTable(
      id: "comparison-quantities", title: localized("Scenarios compared: means"),
      columns: columns, rows: rows)
  }

  /// Which changed assumption is to be thanked or blamed for how much of the differences.
  var comparisonCausesTable: TopicTable? {
    guard let comparison else { return nil }
    var rows: [TopicTable.Row] = []
    for (k, pair) in comparison.findings.differences.enumerated() {
      guard let attribution = pair.attribution else { continue }
      for goal in attribution.goals {
        let name = pair.goals.first { $0.first.id == goal.id }?.first.name ?? goal.id
        for (part, found) in zip(attribution.parts, goal.probability) {
          let names = comparison.names(part, of: k)
          rows.append(
            TopicTable.Row(
              "\(comparison.letter(k + 1)) \(goal.id) " + names.joined(separator: " + "),
              [
                .text(comparison.letter(k + 1)), .text(name),
                .text(names.joined(separator: " + ")),
              ] + TopicTable.Cell.difference(found.value, found.low, found.high, .percent)))
        }
      }
    }
    guard !rows.isEmpty else { return nil }
    return TopicTable(
      id: "comparison-causes", title: localized("What makes the scenarios differ"),
      columns: [
        .init("scenario", localized("Scenario")), .init("target", localized("Target")),
        .init("assumption", localized("Assumption")),
        .init("probability", localized("probability, pp"), .points(1, isSigned: true)),
        .init("low", localized("95% interval from"), .points(1, isSigned: true)),
        .init("high", localized("95% interval to"), .points(1, isSigned: true)),
      ], rows: rows,
      notes: [
        localized(
          """
          Parts are what an assumption changes when it joins those before it, averaged over orders \
          (Shapley values); they add up to the difference.
          """)
      ])
  }

  /// What the scenarios assume differently.
  var comparisonAssumptionsTable: TopicTable? {
    guard let comparison else { return nil }
    let rows = comparison.assumptions.enumerated().flatMap { k, assumptions in
      assumptions.flatMap(\.changes).map { change in
        TopicTable.Row(
          "\(comparison.letter(k + 1)) \(change.path)",
          [
            .text(comparison.letter(k + 1)), .text(change.path), .text(change.old?.value ?? ""),
            .text(change.new?.value ?? ""),
            .text(change.new?.source ?? change.old?.source ?? ""),
          ])
      }
    }
    guard !rows.isEmpty else { return nil }
    return TopicTable(
      id: "comparison-assumptions", title: localized("What the scenarios assume differently"),
      columns: [
        .init("scenario", localized("Scenario")), .init("path", localized("Value of")),
        .init("A", localized("in A")), .init("other", localized("in the other")),
        .init("source", localized("Source")),
      ], rows: rows)
  }
}
