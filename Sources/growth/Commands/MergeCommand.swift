import ArgumentParser
import Languages
import Reporting

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: localized("Put the parts of a shared run or sweep together."),
    discussion: localized(
      """
      Takes the states that `growth run` and `growth sweep` have written with --shard, in any order, and \
      prints what one run of the same command would have printed, to the last bit. The states hold the \
      scenario: its files need not be there.
      """))

  @Argument(
    help: ArgumentHelp(localized("The states of all parts."), valueName: "state"),
    completion: .file())
  var states: [String]

  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      localized("The format of the result; without it, the one that the parts were asked for.")))
  var format: ResultFormat?

  func run() async throws {
    try output.prepare()
    let parts = try PartFiles(states)
    try await Language.$current.withValue(try language(of: parts)) {
      try await Invocation.replayed(
        parts.heading.arguments(), of: parts.heading.reproduction
      ) {
        switch parts.command {
        case .run(var command):
          command.output = output
          command.format = format ?? parts.heading.format
          try await command.run(merging: parts)
        case .sweep(var command):
          command.output = output
          command.format = format ?? parts.heading.format
          try await command.run(merging: parts)
        }
      }
    }
  }

  /// The language of the answer: lines of JSON hold names, and are in the one that the parts were made in.
  ///
  /// - Throws: `ValidationError` where another one is asked for.
  private func language(of parts: PartFiles) throws -> Language {
    guard parts.heading.kind == .rows, (format ?? parts.heading.format) == .json else {
      return .current
    }
    let made = Language(arguments: parts.heading.reproduction.arguments, environment: [:])
    if let asked = output.language.language, asked != made {
      throw ValidationError(
        localized(
          """
          the lines of JSON are in '\(made.rawValue)' already: make the parts with --lang \(asked.rawValue)
          """))
    }
    return made
  }
}
