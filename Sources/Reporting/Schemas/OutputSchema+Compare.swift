extension OutputSchema {
  static let compareShape = OutputShape.answer(
    "Differences on the same random numbers.", .compare,
    [
      .init("year", OutputShape.year), .init("currency", OutputShape.currency),
      .init("seed", OutputShape.seed), .init("draws", OutputShape.draws),
      .init("version", OutputShape.version),
      .init("scenarios", .list("In the order given.", of: subject)),
      .init("differences", .list("Of each but the first from the first.", of: pair)),
      .init("overrides", OutputShape.overrides), .init("warnings", OutputShape.warnings),
    ])

  private static let subject = OutputShape.object(
    "A scenario.",
    [
      .init("name", .text("What it is called.")), .init("file", .text("Its path, as given.")),
      .init("digest", .text("A fingerprint of all that was read for it.")),
      .init("asOf", OutputShape.asOf),
      .init(
        "targets",
        .list(
          "Its own.", of: .object("A target.", OutputShape.target + OutputShape.probabilityKeys))),
      .init("allTargets", .optional(OutputShape.probability)),
      .init(
        "quantities",
        .map(
          "By path.",
          of: .object(
            "A quantity.",
            [.init("title", .text("What people call it.")), .init("unit", OutputShape.unit)]
              + OutputShape.distributionKeys + [OutputShape.standardErrorOfMean]))),
    ])

  private static let difference = OutputShape.object(
    "A difference of probabilities: the second scenario less the first.",
    [
      .init("first", .fraction("In the first.")), .init("second", .fraction("In the second.")),
      .init("difference", .number("Of the two.", in: -1...1)),
      .init("interval", .interval("With 95% confidence.", of: .number("An end."))),
      .init("standardError", .number("Of the difference.")),
      .init("onlyFirst", .whole("Draws that meet it in the first alone.")),
      .init("onlySecond", .whole("Draws that meet it in the second alone.")),
      varianceRatio, OutputShape.distinct,
    ])
  private static let varianceRatio = OutputShape.Property(
    "varianceRatio",
    .optional(.number("The variance with other draws for each over that with the same draws.")))

  private static let value = OutputShape.object(
    "A value of a scenario file.",
    [
      .init("value", .text("As it is written.")), .init("origin", .text("The place that set it.")),
      .init("source", .text("Who says so.")),
    ])

  private static let part = OutputShape.object(
    "What is due to an assumption, or to several that make no sense alone.",
    [
      .init("assumptions", .list("Their names.", of: .text("A name."))),
      .init("value", .optional(.number("Of the difference."))),
      .init("interval", .interval("With 95% confidence.", of: .optional(.number("An end.")))),
      .init("standardError", .optional(.number("Of the value."))), OutputShape.distinct,
    ])

  private static let attribution = OutputShape.object(
    "The differences shared out; null where it was not asked for.",
    [
      .init("method", .word("Of averaging.", ["all orders", "sampled orders"])),
      .init("orders", .optional(.whole("How many were sampled; null for all."))),
      .init("scenariosBetween", .whole("That were evaluated.")),
      .init("draws", .whole("Of each.")),
      .init(
        "targets",
        .list(
          "Those that both have.",
          of: .object(
            "A target.",
            [
              .init("id", .text("Stable.")),
              .init("probability", .list("Parts that add up.", of: part)),
              .init("mean", .optional(.list("Parts that add up.", of: part))),
            ]))),
      .init("allTargets", .optional(.list("Parts that add up.", of: part))),
    ])

  private static let pair = OutputShape.object(
    "A scenario against the first.",
    [
      .init("scenario", .text("Its file.")),
      .init(
        "assumptions",
        .list(
          "That differ.",
          of: .object(
            "An assumption.",
            [
              .init("name", .text("Of what changed.")),
              .init("kind", .word("Of change.", ["changed", "added", "removed"])),
              .init(
                "changes",
                .list(
                  "Its values.",
                  of: .object(
                    "A value.",
                    [
                      .init("path", .text("In the file.")), .init("old", .optional(value)),
                      .init("new", .optional(value)),
                    ]))),
            ]))),
      .init(
        "targets",
        .list(
          "Those that both have.",
          of: .object("A target.", [.init("id", .text("Stable.")), .init("change", difference)]))),
      .init("onlyInFirst", .list("Targets.", of: .text("An id."))),
      .init("onlyInSecond", .list("Targets.", of: .text("An id."))),
      .init("allTargets", .optional(difference)),
      .init(
        "quantities",
        .map(
          "By path.",
          of: .object(
            "A difference of means, in the unit of the quantity.",
            [
              .init("difference", .optional(.number("Of the two."))),
              .init(
                "interval", .interval("With 95% confidence.", of: .optional(.number("An end.")))),
              .init("standardError", .optional(.number("Of the difference."))), varianceRatio,
              OutputShape.distinct,
            ]))),
      .init("attribution", .optional(attribution)),
    ])
}
