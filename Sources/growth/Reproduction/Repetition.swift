import ArgumentParser
import Languages
import ScenarioFiles

/// An answer that is made again from what a file says of it.
struct Repetition {
  /// Nil where none came out.
  let answer: AnswerFile?
  /// What was said on the way.
  let remarks: [String]

  /// Runs a command in this process, with the files that an answer holds and in its language.
  ///
  /// - Parameters:
  ///   - reproduction: of the answer.
  ///   - arguments: of it, which have been found to ask for nothing else than an answer.
  ///   - threads: to calculate on.
  ///   - quiet: whether no progress is shown.
  init(
    of reproduction: Reproduction, _ arguments: AnswerArguments, threads: Int, quiet: Bool
  ) async {
    let words = Self.words(arguments, threads: threads, quiet: quiet)
    let captured = CapturedOutput()
    await CapturedOutput.$current.withValue(captured) {
      await Language.$current.withValue(Language(arguments: arguments.words, environment: [:])) {
        await Invocation.replayed(arguments, of: reproduction) {
          await Self.run(words)
        }
      }
    }
    answer = AnswerFile(text: captured.answer)
    remarks = captured.remarks
  }

  /// The command line, with what the answer does not depend on.
  private static func words(
    _ arguments: AnswerArguments, threads: Int, quiet: Bool
  ) -> [String] {
    var idle: [String] = []
    if AnswerArguments.lengthyCommands.contains(arguments.command) {
      idle.append("--threads=\(threads)")
      if quiet { idle.append("--no-progress") }
    }
    // A page is written to the name of a file; it goes where all output goes.
    if arguments.command == "report" { idle.append("--output=page.html") }
    return arguments.words.prefix(1) + idle + arguments.words.dropFirst()
  }

  /// Runs a command to its end, whatever that is.
  private static func run(_ words: [String]) async {
    do {
      var command = try Growth.parseAsRoot(words)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch is ExitCode {
      // Why is among the remarks.
    } catch {
      Terminal.error(Growth.message(for: error))
    }
  }
}
