import GrowthModel
import Languages
import MonteCarlo
import Stochastics

extension PlanReport {
  /// The values that somebody answers for, with who says so; nil where the scenario names no source.
  var assumptionsTable: TopicTable? {
    let rows = values.rows.filter { !$0.source.isEmpty }
    guard !rows.isEmpty else { return nil }
    return TopicTable(
      id: "assumptions", title: localized("Assumptions with their sources"),
      columns: [
        .init("path", localized("Value of")), .init("value", localized("Value")),
        .init("source", localized("Source")),
      ],
      rows: rows.map {
        TopicTable.Row($0.path, [.text($0.path), .text($0.value), .text($0.source)])
      })
  }

  /// Every value that is used, and where it was set.
  var scenarioTable: TopicTable {
    TopicTable(
      id: "scenario", title: localized("The resolved scenario"),
      columns: [
        .init("path", localized("Value of")), .init("value", localized("Value")),
        .init("origin", localized("Set by")),
      ],
      rows: values.rows.map {
        TopicTable.Row($0.path, [.text($0.path), .text($0.value), .text($0.origin)])
      })
  }

  /// How the numbers came about.
  var methodTable: TopicTable {
    var rows: [TopicTable.Row] = []
    func add(_ key: String, _ name: String, _ cell: TopicTable.Cell) {
      rows.append(TopicTable.Row(key, [.text(name), cell]))
    }
    add("scenario", localized("Scenario"), .text(run.scenario))
    add("file", localized("File"), .text(run.context.file))
    add("digest", localized("Digest of all that was read"), .text(run.context.digest))
    if let asOf = run.context.asOf {
      add("as of", localized("As of"), .text(CalendarDate.text(asOf)))
    }
    if !run.context.overrides.isEmpty {
      add(
        "overrides", localized("Replaced values"),
        .text(run.context.overrides.joined(separator: ", ")))
    }
    add("base year", localized("Base year"), .text(String(run.baseYear)))
    add("year", localized("Year asked about"), .text(String(run.year)))
    add(
      "weighting", localized("Growth is weighted by"),
      .text(
        run.weighting == .plannedStructure
          ? localized("the planned structure at current prices")
          : localized("base-year volumes at constant prices")))
    add("draws", localized("Draws"), .number(Double(run.draws)))
    if let conditioning = run.conditioning {
      add(
        "effective draws", localized("Independent draws that they are worth"),
        .number(conditioning.effectiveDraws))
    }
    add("sampling", localized("Sampling"), .text(localized(run.sampling.phrase)))
    // Every digit of a seed counts: it is no quantity.
    add("seed", localized("Seed"), .text(String(run.seed)))
    add("figures", localized("Figures with a source"), .number(Double(run.context.figures)))
    add(
      "assumptions", localized("Of these, assumptions"),
      .number(Double(run.context.assumptions)))
    add("version", localized("Version of growth"), .text(run.context.version))
    return TopicTable(
      id: "method", title: localized("Method"),
      columns: [
        .init("name", localized("Fact")), .init("value", localized("Value"), .count),
      ], rows: rows)
  }

  /// What the reader must know; nil where there is nothing.
  var warningsTable: TopicTable? {
    var warnings = run.context.warnings
    for more in [
      explanation?.context, sensitivity?.context, comparison?.context, update?.context,
    ].compactMap(\.self) {
      for warning in more.warnings where !warnings.contains(warning) { warnings.append(warning) }
    }
    guard !warnings.isEmpty else { return nil }
    return TopicTable(
      id: "warnings", title: localized("Warnings"),
      columns: [.init("place", localized("Place")), .init("message", localized("What to know"))],
      rows: warnings.enumerated().map {
        TopicTable.Row("\($0 + 1)", [.text($1.place), .text($1.message)])
      })
  }
}

extension Sampling {
  fileprivate var phrase: Phrase {
    switch self {
    case .pseudoRandom: "independent draws"
    case .antithetic: "mirrored pairs"
    case .latinHypercube: "Latin hypercubes"
    case .sobol: "Sobol's points"
    }
  }
}
