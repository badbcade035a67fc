extension OutputSchema {
  static let reachShape = OutputShape.answer(
    "Settings that give a target a probability.", .reach,
    OutputShape.head + [
      .init("evaluations", .whole("Settings at which the draws were evaluated.")),
      .init("target", .object("The target.", OutputShape.target)),
      .init("probability", .fraction("That it should have.")),
      .init("present", OutputShape.probability),
      .init("levers", .list("Each moved alone.", of: lever)),
      .init("combination", .optional(combination)),
      .init("gap", .optional(gap)),
    ])

  private static let set = OutputShape.Property(
    "set", .list("What --set is given.", of: .text("PATH=VALUE.")))
  private static let cost = OutputShape.Property(
    "cost", .optional(.number("In units of the currency.")))
  private static let position: [OutputShape.Property] = [
    .init("setting", .optional(.number("In the unit of the lever."))),
    .init("change", .optional(.number("From where the lever stands."))), cost,
  ]
  private static let there = OutputShape.object(
    "A setting.", position + [.init("probability", OutputShape.probability), set])
  private static let ends = OutputShape.optional(
    .interval(
      "With 95% confidence; an end is null where the range ends first.",
      of: .optional(.number("An end."))))

  private static let lever = OutputShape.object(
    "A lever.",
    [
      .init("id", .text("Stable.")), .init("name", .text("What people call it.")),
      .init("unit", OutputShape.unit), .init("owner", .optional(.text("Who decides."))),
      .init(
        "motion", .word("Shift: what is added to a number for each period.", ["setting", "shift"])),
      .init(
        "outcome",
        .word(
          "Of the search.",
          [
            "reached", "already", "out-of-reach", "no-effect", "no-range", "date", "cannot-shift",
          ])),
      .init("present", .optional(.number("Where it stands."))),
      .init(
        "range", .optional(.interval("That it can be set to.", of: .optional(.number("An end."))))),
      .init(
        "ends", .optional(.interval("At the ends of the range.", of: OutputShape.probability))),
      .init("needed", .optional(there)), .init("rounded", .optional(there)),
      .init("interval", ends),
      .init("best", .optional(there)),
      .init("isMonotone", .optional(.flag("Whether the probability only rises, or only falls."))),
      .init("reversal", .optional(.number("The largest move against the course."))),
    ])

  private static let together = OutputShape.object(
    "Settings of several levers.",
    [
      cost, .init("probability", OutputShape.probability),
      .init(
        "levers",
        .list(
          "That are moved.",
          of: .object("A lever.", [.init("lever", .text("Its id."))] + position))), set,
    ])

  private static let combination = OutputShape.object(
    "The cheapest combination; null where it was not asked for.",
    [
      .init(
        "outcome", .word("Of the search.", ["reached", "already", "out-of-reach", "no-levers"])),
      .init("needed", .optional(together)), .init("rounded", .optional(together)),
      .init("costInterval", ends), .init("best", .optional(together)),
      .init("left", .list("Levers that stay where they are.", of: .text("An id."))),
    ])

  private static let gap = OutputShape.object(
    "What is missing with every input at its mean.",
    [
      .init("expected", .optional(.number("Of the target's quantity."))),
      .init("edge", .optional(.number("What meets the target exactly."))),
      .init("gap", .optional(.number("The edge less what is expected."))),
      .init("isMet", .flag("Whether nothing is missing.")),
      .init(
        "activities",
        .list(
          "Each moved alone.",
          of: .object(
            "An activity.",
            [
              .init("id", .text("Stable.")), .init("name", .text("What people call it.")),
              .init("depth", .whole("Below the top of the tree.")),
              .init("expectedGrowth", .optional(.number("A fraction."))),
              .init("neededGrowth", .optional(.number("A fraction; null where none is enough."))),
            ]))),
    ])
}
