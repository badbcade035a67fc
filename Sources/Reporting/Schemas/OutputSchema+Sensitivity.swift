extension OutputSchema {
  static let sensitivityShape = OutputShape.answer(
    "Which inputs the uncertainty of targets comes from.", .sensitivity,
    OutputShape.head + [
      .init("sampling", OutputShape.sampling),
      .init("replicates", .whole("From which errors are estimated.")),
      .init("evaluations", .whole("Of the model.")),
      .init("of", .word("What is explained.", ["quantity", "probability"])),
      .init("inputs", .map("What people call each variable.", of: .text("A title."))),
      .init(
        "targets",
        .list(
          "In the order of the scenario.",
          of: .object("A target.", OutputShape.target + causes))),
      .init(
        "levers",
        .optional(
          .object(
            "Levers that lay anywhere in their ranges; null where all stood still.",
            [
              .init("moved", .list("Those.", of: .text("An id."))),
              .init("left", .list("The others.", of: .text("An id."))),
            ]))),
    ])

  private static let index = OutputShape.object(
    "A part of the variance.",
    [
      .init("value", .optional(.number("A fraction; sampling error may take it below zero."))),
      .init("interval", .interval("With 95% confidence.", of: .optional(.number("An end.")))),
      .init("standardError", .optional(.number("Of the value."))), OutputShape.distinct,
    ])
  private static let inputs: [OutputShape.Property] = [
    .init("inputs", .list("The variables of the part.", of: .text("A name."))),
    .init("group", .optional(.text("The name of a group that was asked for."))),
  ]

  private static let causes: [OutputShape.Property] = [
    .init("mean", .optional(.number("Of what is explained."))),
    .init("standardDeviation", .optional(.number("Of what is explained."))),
    .init("isTooRare", .flag("Whether too few draws are on one side.")),
    .init(
      "sobol",
      .optional(
        .list(
          "Independent parts, the largest total first.",
          of: .object(
            "A part.",
            inputs + [
              .init(
                "dependence",
                .word(
                  "What its variables are joined by.",
                  ["independent", "gaussian", "student-t", "rows"])),
              .init("first", index), .init("total", index),
            ])))),
    .init("interactions", .optional(index)),
    .init(
      "shapley",
      .optional(
        .list(
          "Where inputs hang together, the largest first.",
          of: .object("An effect.", inputs + [.init("effect", index)])))),
    .init("tornado", .list("The largest change first.", of: bar)),
  ]

  private static let bar = OutputShape.object(
    "The probability of the target with one input held.",
    [
      .init("input", .text("A variable.")),
      .init("p10", .optional(.number("That it is held low at, as the model takes it."))),
      .init("p90", .optional(.number("That it is held high at."))),
      .init(
        "others",
        .word("How what hangs together with it is drawn.", ["independent", "conditional"])),
      .init("probabilityAtP10", .number("Held low.")),
      .init("probabilityAtP90", .number("Held high.")),
      .init("difference", .number("High less low.")),
      .init("interval", .interval("With 95% confidence.", of: .number("An end."))),
      OutputShape.distinct,
    ])
}
