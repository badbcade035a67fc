extension OutputSchema {
  static let reconcileShape = OutputShape.answer(
    "The growth rates, deflators and population nearest to the scenario's own that agree with the plan.",
    .reconcile,
    [
      .init("scenario", OutputShape.scenario), .init("asOf", OutputShape.asOf),
      .init("baseYear", OutputShape.baseYear), .init("year", OutputShape.year),
      .init("currency", OutputShape.currency), .init("version", OutputShape.version),
      .init("overrides", OutputShape.overrides),
      .init("reading", .word("Of tolerances.", ["within tolerance", "exact"])),
      .init("summary", .text("The answer in a sentence.")),
    ] + result + [
      .init(
        "contradictionIsCertain",
        .optional(.flag("Whether the contradiction is one for all figures, not only near these."))),
      .init(
        "exact",
        .optional(.object("What becomes of it without tolerances.", result))),
      .init("statements", .list("Of the plan.", of: statement)),
      .init("figures", .list("Of the scenario, most moved first.", of: figure)),
      .init("accounts", .map("By path.", of: account)),
      .init("outside", .list("Statements about what is not reconciled.", of: .text("An id."))),
      .init(
        "table",
        .optional(
          .object(
            "The input-output table, adjusted to its totals; flows in units of the currency.",
            [
              .init("sectors", .list("Of rows and columns.", of: .text("An id."))),
              .init("given", .list("Rows.", of: .list("A row.", of: .number("A flow.")))),
              .init("balanced", .list("Rows.", of: .list("A row.", of: .number("A flow.")))),
              .init("iterations", .whole("That it took.")),
            ]))),
      .init("warnings", OutputShape.warnings),
    ])

  private static let result: [OutputShape.Property] = [
    .init(
      "verdict",
      .word(
        "How far the plan is from what is believed.",
        ["met", "consistent", "strained", "implausible", "contradictory"])),
    .init("misfit", .optional(.number("Sum of squared adjustments, in standard deviations."))),
    .init("independentStatements", .whole("Of the plan.")),
    .init(
      "tailProbability", .optional(.fraction("Of a larger misfit, by the chi-square distribution."))
    ),
    .init("hardest", .optional(.text("The id of the statement that strains most."))),
    .init("contradiction", .list("Statements that contradict each other.", of: .text("An id."))),
  ]

  private static let statement = OutputShape.object(
    "A statement of the plan.",
    OutputShape.target + [
      .init("isTarget", .flag("Whether it is a target of the scenario.")),
      .init("centre", .optional(.number("What is believed without it."))),
      .init("standardDeviation", .optional(.number("Of that."))),
      .init("reconciled", .optional(.number("In the nearest plan."))),
      .init(
        "standing",
        .optional(
          .word("What it does in the nearest plan.", ["binding", "implied", "slack", "left out"]))),
      .init("multiplier", .optional(.number("The slope of the misfit by the stated value."))),
      .init("misfitWithout", .optional(.number("Of the other statements alone."))),
      .init("together", .list("Those that are left out with it.", of: .text("An id."))),
    ])

  private static let figure = OutputShape.object(
    "A figure of the scenario.",
    [
      .init("name", .text("Of the variable.")),
      .init("title", .optional(.text("What people call it."))),
      .init("unit", OutputShape.unit), .init("centre", .optional(.number("Of what is believed."))),
      .init("standardDeviation", .optional(.number("Of that."))),
      .init("reconciled", .optional(.number("In the nearest plan."))),
      .init("adjustment", .optional(.number("In standard deviations."))),
      .init("isOutOfRange", .flag("Whether it has left the values that it can take.")),
    ])

  private static let account = OutputShape.object(
    "A quantity of the accounts.",
    [
      .init("title", .text("What people call it.")), .init("unit", OutputShape.unit),
      .init("centre", .optional(.number("With every figure as believed."))),
      .init("reconciled", .optional(.number("In the nearest plan."))),
    ])
}
