extension OutputSchema {
  static let sweepShape = OutputShape.answer(
    "A variant.", .sweep,
    [
      .init("scenario", OutputShape.scenario),
      .init("variant", .whole("Its number.")),
      .init(
        "values",
        .map(
          "By varied path.", of: .optional(.text("As --set takes it; null for the scenario's own."))
        )),
      .init("seed", OutputShape.seed), .init("draws", OutputShape.draws),
      .init("sampling", OutputShape.sampling), .init("version", OutputShape.version),
      .init(
        "targets",
        .list(
          "In the order of the scenario.",
          of: .object(
            "A target.",
            OutputShape.target + OutputShape.probabilityKeys + [
              .init("meanShortfall", .optional(.number("Of the draws that miss, in the unit."))),
              .init(
                "method",
                .word("How the probability was found.", ["count", "importance", "bounds"])),
            ]))),
      .init("allTargets", .optional(OutputShape.probability)),
      .init(
        "quantities",
        .map(
          "By path.",
          of: .object(
            "A quantity.", [.init("unit", OutputShape.unit)] + OutputShape.distributionKeys))),
    ])
}
