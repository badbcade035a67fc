extension OutputSchema {
  static let verifyShape = OutputShape.answer(
    "Whether an answer comes out the same when it is made again.", .verify,
    [
      .init("file", .text("That holds the answer, as given.")),
      .init(
        "verdict", .word("What came of it.", VerificationReport.Verdict.allCases.map(\.rawValue))),
      .init(
        "causes",
        .list(
          "Why it may be another, the surest first.",
          of: .word("One.", VerificationReport.Cause.allCases.map(\.rawValue)))),
      .init("command", .text("That made it, as a shell takes it.")),
      .init("inputs", .list("Files that it read.", of: .text("A path."))),
      .init("versionThen", .text("Of the program that made it, as the file says.")),
      .init("versionNow", OutputShape.version),
      .init("seed", .optional(OutputShape.seed)),
      .init("draws", .optional(.whole("Simulated."))),
      .init("seconds", .optional(.number("That it took to make it again."))),
      .init("areInputsIntact", .flag("Whether command and files are as they were.")),
      .init(
        "isAnswerIntact",
        .optional(.flag("Whether the answer is as it was; null where the file does not tell."))),
      .init(
        "comparison",
        .optional(
          .object(
            "Of the answer with the one made again; null where none came out.",
            [
              .init("figures", .whole("Numbers that were compared.")),
              .init("changedFigures", .whole("Those that are others.")),
              .init("otherChanges", .whole("Texts, parts and lines that are others.")),
              .init("largest", .optional(.number("Relative difference.", in: 0...2))),
              .init("changes", .list("The worst first.", of: change)),
            ]))),
    ])

  private static let change = OutputShape.object(
    "Something that is not the same.",
    [
      .init("path", .text("Where it stands in the answer; empty for a line of a page.")),
      .init("line", .optional(.whole("Of the file.", least: 1))),
      .init("old", .optional(.text("In the file; null for what is not there."))),
      .init("new", .optional(.text("Made again; null for what is not there."))),
      .init(
        "relative", .optional(.number("Difference over the larger of two numbers.", in: 0...2))),
    ])

  /// What an answer was made from.
  static let reproduction = OutputShape.object(
    "What the answer was made from: with it growth verify makes it again.",
    [
      .init("version", OutputShape.version),
      .init(
        "arguments",
        .list("The command, and what the answer depends on.", of: .text("As on a command line."))),
      .init(
        "files",
        .list(
          "All that were read, by path.",
          of: .object(
            "A file: beside its path one of the others.",
            [
              .init("path", .text("As the command or another file names it.")),
              .init("text", .text("Of a file in UTF-8."), isRequired: false),
              .init("base64", .text("Of another file."), isRequired: false),
              .init("sameAs", .text("The path that a link leads to."), isRequired: false),
              .init(
                "problem",
                .word("Why it has no bytes.", ["folder", "unreadable", "too large"]),
                isRequired: false),
            ]))),
      .init("inputs", .text("The hash of version, arguments and files.", pattern: hash)),
      .init(
        "answer", .text("The hash of the answer without this.", pattern: hash), isRequired: false),
    ])

  private static let hash = "^sha256:[0-9a-f]{64}$"
}
