extension OutputSchema {
  static let explainShape = OutputShape.answer(
    "What sets the draws that met a target apart.", .explain,
    OutputShape.head + [
      .init("sampling", OutputShape.sampling),
      .init(
        "targets",
        .list(
          "In the order of the scenario.",
          of: .object("A target.", OutputShape.target + OutputShape.probabilityKeys + told))),
    ])

  private static let told: [OutputShape.Property] = [
    .init(
      "verdict",
      .word("Certain or impossible by interval arithmetic.", ["open", "certain", "impossible"])),
    .init("met", .whole("Draws.")), .init("missed", .whole("Draws.")),
    .init("isThin", .flag("Whether fewer than a hundred draws are on one side.")),
    .init("distribution", split),
    .init("figures", .list("What tells most first.", of: figure)),
    .init("leading", .list("Figures that sentences are about.", of: .text("A name."))),
    .init("designPoint", .optional(point)),
  ]

  private static let distribution = OutputShape.object(
    "Of some of the draws.",
    [.init("draws", .whole("How many."))] + OutputShape.distributionKeys + [
      OutputShape.standardErrorOfMean
    ])

  private static let split = OutputShape.object(
    "Of all draws, and of either side.",
    [
      .init("all", distribution), .init("met", .optional(distribution)),
      .init("missed", .optional(distribution)),
    ])

  private static let figure = OutputShape.object(
    "A figure.",
    [
      .init("name", .text("The path of a quantity, or the name of a variable.")),
      .init("title", .text("What people call it.")),
      .init(
        "kind", .word("Of figure.", ["activity", "series", "input", "go-ahead", "occurrence"])),
      .init("unit", OutputShape.unit),
      .init("sameAs", .optional(.text("A figure that this is a straight line of."))),
      .init("distribution", split),
      .init(
        "values",
        .optional(
          .list(
            "Of a figure with few values.",
            of: .object(
              "A value.",
              [
                .init("value", .optional(.number("In the unit."))), .init("met", .whole("Draws.")),
                .init("missed", .whole("Draws.")),
              ])))),
      .init("contrast", .optional(contrast)),
      .init("atPoint", .optional(.number("At the design point."))),
      .init("atPointFromMean", .optional(.number("In standard deviations."))),
    ])

  private static let contrast = OutputShape.object(
    "How far both sides are apart.",
    [
      .init(
        "shift",
        .optional(.number("Mean of those that met less that of all, in standard deviations."))),
      .init("shiftStandardError", .optional(.number("Of the shift."))),
      .init(
        "shiftInterval", .interval("With 95% confidence.", of: .optional(.number("An end.")))),
      .init("isShiftDistinctFromZero", .flag("Whether the interval leaves zero out.")),
      .init("distance", .optional(.fraction("Kolmogorov's, between both sides."))),
      .init("criticalDistance", .optional(.number("That chance alone seldom exceeds."))),
      .init("isDistinct", .flag("Whether the distance is above it.")),
      .init(
        "condition",
        .object(
          "A statement, and the parts of the draws in which it holds.",
          [
            .init(
              "kind", .word("What it says.", ["above", "below", "between", "at-least", "at-most"])),
            .init(
              "values", .list("One, or two for between.", of: .optional(.number("In the unit.")))),
            .init("shareOfMet", .optional(.fraction("Of the draws that met the target."))),
            .init("shareOfMissed", .optional(.fraction("Of those that missed it."))),
          ])),
    ])

  private static let point = OutputShape.object(
    "The likeliest way to just meet, or just miss, the target.",
    [
      .init("event", .word("That lies beyond the point.", ["met", "missed"])),
      .init("isConverged", .flag("Whether a point was found.")),
      .init(
        "search",
        .word(
          "How it ended.", ["converged", "flat", "no-descent", "out-of-steps", "not-finite"])),
      .init(
        "reliabilityIndex", .optional(.number("Distance from the middle, in standard deviations."))),
      .init(
        "firstOrderProbability", .optional(.fraction("That it is met, if its border is flat."))),
      .init("degreesOfFreedom", .whole("Of the chi-square distribution.")),
      .init("probabilityBeyond", .optional(.fraction("Of a draw further out."))),
      .init("others", .whole("Points about as near.")),
      .init("response", .optional(.number("Of the target's quantity, there."))),
      .init(
        "given",
        .map(
          "What has few values, which the search does not move.", of: .optional(.number("A value."))
        )),
    ])
}
