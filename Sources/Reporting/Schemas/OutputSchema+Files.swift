/// Answers about files, not about draws.
extension OutputSchema {
  static let checkShape = OutputShape.answer(
    "Problems, file by file.", .check,
    [
      .init(
        "files",
        .list(
          "In the order given.",
          of: .object(
            "A file that was checked.",
            [
              .init("file", .text("Its path, as given.")), .init("errors", .whole("How many.")),
              .init("warnings", .whole("How many.")),
              .init(
                "diagnostics",
                .list(
                  "In the order of their places.",
                  of: .object(
                    "A problem.",
                    [
                      .init("path", .text("The file it is in.")),
                      .init("line", .optional(.whole("Counted from one.", least: 1))),
                      .init("column", .optional(.whole("Counted from one.", least: 1))),
                      .init("severity", .word("How bad it is.", ["error", "warning"])),
                      .init("message", .text("What is wrong.")),
                      .init("hint", .optional(.text("How to put it right."))),
                    ]))),
            ])))
    ])

  static let showShape = OutputShape.answer(
    "Values after everything that the scenario extends, and replaced ones.", .show,
    [
      .init("scenario", OutputShape.scenario),
      .init(
        "values",
        .list(
          "In the order of the file.",
          of: .object(
            "A value.",
            [
              .init("path", .text("By which --set replaces it.")),
              .init("value", .text("As it is written.")),
              .init("origin", .text("The place that set it.")),
              .init("source", .text("Who says so; empty where nobody is named.")),
            ]))),
    ])

  static let distributionsShape = OutputShape.answer(
    "The distributions that figures of a scenario can have.", .distributions,
    [
      .init("version", OutputShape.version),
      .init(
        "distributions",
        .list(
          "In the order of the catalogue.",
          of: .object(
            "A distribution.",
            [
              .init("name", .text("As scenario files write it.")),
              .init("summary", .text("What it is for.")),
              .init("parameters", .list("Its keys.", of: parameter)),
              .init("bounds", .flag("Whether it can be cut off below and above.")),
              .init("example", .text("As a scenario file writes it.")),
              .init("continuous", .flag("Whether it has a density.")),
              .init("mean", .optional(.number("Of the example."))),
              .init("standardDeviation", .optional(.number("Of the example."))),
              .init("quantiles", OutputShape.quantiles),
              .init(
                "density",
                .optional(
                  .object(
                    "Of the example, in equal parts of an interval.",
                    [
                      .init("from", .number("Its lower end.")),
                      .init("to", .number("Its upper end.")),
                      .init("values", .list("Heights.", of: .optional(.number("One.")))),
                    ]))),
            ]))),
    ])

  private static let parameter = OutputShape.object(
    "A key.",
    [
      .init("key", .text("As scenario files write it.")), .init("kind", .text("Of value.")),
      .init("needed", .flag("Whether it must be there.")),
      .init("standard", .optional(.number("Where it is not there."))),
      .init("meaning", .text("In a few words.")),
    ])
}
