extension OutputSchema {
  static let runShape = OutputShape.answer(
    "Numbers of all draws.", .run,
    OutputShape.head + [
      .init("baseYear", OutputShape.baseYear),
      .init(
        "weighting", .word("What growth is weighted by.", ["constant prices", "planned structure"])),
      .init("sampling", OutputShape.sampling),
      .init("replicates", .optional(.whole("Of points that hang together."))),
      .init(
        "targets",
        .list("In the order of the scenario.", of: .object("A target.", OutputShape.target + met))),
      .init(
        "allTargets",
        .optional(
          .object(
            "All of them together; null without targets.",
            OutputShape.probabilityKeys + [
              .init("binding", .optional(.text("The id of the one most often missed alone.")))
            ]))),
      .init(
        "quantities",
        .map(
          "By path.",
          of: .object(
            "A quantity.",
            [.init("title", .text("What people call it.")), .init("unit", OutputShape.unit)]
              + OutputShape.distributionKeys + [OutputShape.standardErrorOfMean]))),
      .init("contributions", .map("To growth, by activity.", of: contribution)),
      .init("drivers", .map("What moves growth, by cause.", of: driver)),
      .init("levers", .map("What policy chooses, by id.", of: lever)),
      .init("dependence", .list("How pairs of variables moved together.", of: dependence)),
      .init("conditioning", OutputShape.conditioning, isRequired: false),
      .init(
        "figures",
        .object(
          "Figures of the scenario that name a source.",
          [
            .init("count", .whole("All of them.")),
            .init("assumptions", .whole("Those that are assumptions.")),
          ])),
    ])

  private static let met: [OutputShape.Property] =
    OutputShape.probabilityKeys + [
      .init(
        "varianceReduction",
        .optional(.number("By how much a control variate made the variance smaller."))),
      .init("meanShortfall", .optional(.number("Of the draws that miss, in the unit."))),
      .init("missedAlone", .fraction("Of the draws: it is the only target missed.")),
      .init("method", .word("How the probability was found.", ["count", "importance", "bounds"])),
      .init("effectiveSampleSize", .optional(.number("Of draws aimed at a rare target."))),
      .init(
        "coefficientOfVariation",
        .optional(.number("Standard error over the probability of the rarer of met and missed."))),
      .init("evaluations", .optional(.whole("Of the model, for a rare target."))),
      .init(
        "designPoint",
        .optional(
          .object(
            "The likeliest way in which a rare target is met, or missed.",
            [
              .init("event", .word("Which of the two is rare.", ["met", "missed"])),
              .init(
                "reliabilityIndex",
                .optional(.number("Its distance from the middle, in standard deviations."))),
              .init(
                "inputs",
                .map(
                  "Uncertain figures there, as the model takes them.",
                  of: .optional(.number("A value.")))),
            ]))),
    ]

  private static let contribution = OutputShape.object(
    "What an activity adds to growth, as a fraction.",
    [
      .init("name", .text("What people call it.")),
      .init("parent", .optional(.text("The id of its group."))),
      .init("weight", .optional(.number("Its share in the base year."))),
      .init("mean", .optional(.number("Of its contribution."))),
      .init("meanGrowth", .optional(.number("Of its own growth."))),
      .init("quantiles", OutputShape.quantiles),
    ])

  private static let driver = OutputShape.object(
    "What a cause adds to growth, as a fraction.",
    [
      .init("name", .text("What people call it.")),
      .init("mean", .optional(.number("Of what it adds."))),
      .init("quantiles", OutputShape.quantiles),
    ])

  private static let lever = OutputShape.object(
    "A lever.",
    [
      .init("name", .text("What people call it.")), .init("unit", OutputShape.unit),
      .init("setting", .optional(.number("In the year asked about."))),
      .init("reference", .optional(.number("At which it does nothing."))),
      .init("range", .optional(.interval("That it can be set to.", of: .number("An end.")))),
      .init("cost", .optional(.number("Of one unit more, or of a percentage point of a rate."))),
      .init("owner", .optional(.text("Who decides."))),
    ])

  private static let dependence = OutputShape.object(
    "The rank correlation of two variables.",
    [
      .init("first", .text("A variable.")), .init("second", .text("Another.")),
      .init("copula", .word("What joins them.", ["gaussian", "student-t", "bootstrap"])),
      .init("asked", .number("By the scenario.", in: -1...1)),
      .init("found", .number("In the draws.", in: -1...1)),
      .init("standardError", .number("Of what was found.")),
    ])
}
