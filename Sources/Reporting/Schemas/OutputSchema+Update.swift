extension OutputSchema {
  static let updateShape = OutputShape.answer(
    "What published figures changed.", .update,
    OutputShape.head + [
      .init(
        "targets",
        .list(
          "In the order of the scenario.",
          of: .object(
            "A target.",
            [
              .init("target", .object("The target.", OutputShape.target)),
              .init("before", OutputShape.probability), .init("after", OutputShape.probability),
              .init("meanBefore", .optional(.number("Of its quantity."))),
              .init("meanAfter", .optional(.number("Of its quantity."))),
            ]))),
      .init("news", .list("In the order of publication.", of: news)),
      .init("remaining", .list("What the rest of the year must bring.", of: remaining)),
      .init(
        "periods",
        .list(
          "Growth, period by period.",
          of: .object(
            "A period.",
            [
              .init("period", .period("Such as 2025Q3.")),
              .init("before", .object("Of growth.", OutputShape.distributionKeys)),
              .init("after", .object("Of growth.", OutputShape.distributionKeys)),
            ]))),
      .init("conditioning", .optional(OutputShape.conditioning)),
    ])

  private static let news = OutputShape.object(
    "A published figure.",
    [
      .init("quantity", .text("Its path.")), .init("title", .text("What people call it.")),
      .init("period", .period("Such as 2025Q3.")), .init("unit", OutputShape.unit),
      .init("release", .whole("Its number, in the order of publication.")),
      .init("published", .optional(.day("Of publication."))),
      .init("source", .optional(.text("Who says so."))),
      .init("value", .optional(.number("In the unit."))),
      .init("revision", .optional(.number("The standard deviation of later revisions."))),
      .init(
        "expected",
        .object(
          "Before it was known.",
          [
            .init("mean", .optional(.number("In the unit."))),
            .init("standardDeviation", .optional(.number("In the unit."))),
          ])),
      .init("surprise", .number("In standard deviations of what was expected.")),
      .init(
        "changes",
        .map(
          "By target; they add up to the difference.",
          of: .object(
            "A change.",
            [
              .init("probability", .number("After less before.", in: -1...1)),
              .init("standardError", .number("Of that.")),
              .init("mean", .optional(.number("Of the quantity, after less before."))),
            ]))),
    ])

  private static let band = OutputShape.object(
    "Of growth, as a fraction.",
    [
      .init("mean", .number("Of the draws.")),
      .init("range", .interval("Nine draws of ten lie in it.", of: .number("An end."))),
    ])

  private static let remaining = OutputShape.object(
    "The growth that a target still needs.",
    [
      .init("target", .text("Its id.")),
      .init("activity", .optional(.text("Of which; null for the whole."))),
      .init("quarters", .list("That are to come.", of: .whole("1 to 4.", least: 1))),
      .init("known", band), .init("needed", band), .init("expected", .optional(band)),
      .init(
        "history",
        .optional(
          .object(
            "The same quarters of past years; null where no history was given.",
            [
              .init("file", .text("Its path, as given.")),
              .init("reached", .whole("Years that grew by what is needed.")),
              .init(
                "years",
                .list(
                  "All of them.",
                  of: .object(
                    "A year.",
                    [
                      .init("year", .whole("Of the calendar.")),
                      .init("growth", .number("Of the same quarters.")),
                    ]))),
            ]))),
    ])
}
