import Languages
import ScenarioFiles

/// The command at hand, as the answer that it writes says it.
struct Invocation: Sendable {
  /// Of the version that the answer names: that of the program, but where an older answer is made again.
  @TaskLocal static var version = Growth.version

  @TaskLocal private static var arguments: AnswerArguments?

  /// Does what a command line asks for, and keeps what it reads, where its answer can be made again.
  ///
  /// - Parameter arguments: without the name of the program.
  static func recorded(_ arguments: [String], _ body: @Sendable () async -> Void) async {
    guard var answer = try? AnswerArguments(arguments) else { return await body() }
    answer.set("lang", to: Language.current.rawValue)
    await $arguments.withValue(answer) {
      await FileSource.$current.withValue(.recorded(by: FileRecord())) { await body() }
    }
  }

  /// Does what the arguments of an answer ask for, with the files that it holds.
  static func replayed(
    _ arguments: AnswerArguments, of reproduction: Reproduction,
    _ body: @Sendable () async throws -> Void
  ) async rethrows {
    try await $arguments.withValue(arguments) {
      try await $version.withValue(reproduction.version) {
        try await FileSource.$current.withValue(.given(reproduction.files)) { try await body() }
      }
    }
  }

  /// What the answer at hand is made from; nil where it cannot be made again.
  ///
  /// - Parameter format: of the answer; nil for a page.
  static func reproduction(format: ResultFormat?) -> Reproduction? {
    guard var arguments, let files = FileSource.current.files else { return nil }
    if let format { arguments.set("format", to: format.rawValue) }
    return Reproduction(version: version, arguments: arguments.words, files: files)
  }
}
