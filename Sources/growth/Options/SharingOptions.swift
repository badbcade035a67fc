import ArgumentParser
import Languages
import MonteCarlo

/// Which part of an answer is worked out here, and where its state goes.
struct SharingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("Do part I of N only, such as 3/64, and write its state instead of a result."),
      discussion: localized("`growth merge` puts the parts together: to the bytes of one run."),
      valueName: "i/n"), transform: Shard.init(argument:))
  var shard: Shard?

  @Option(
    help: ArgumentHelp(
      localized("Where the state of the part goes."), valueName: "file"), completion: .file())
  var state: String?

  func validate() throws {
    if shard != nil, state == nil {
      throw ValidationError(
        localized("--shard needs --state FILE: where the state of the part goes"))
    }
    if shard == nil, state != nil {
      throw ValidationError(
        localized("--state is for --shard I/N: a whole run writes its result, by -o FILE"))
    }
  }

  /// The part and its file; nil where all is done here.
  ///
  /// - Parameter output: where a result would go.
  /// - Throws: `ValidationError` where a result is to be written too, or `ExitCode.runFailed` after saying that
  ///   the state could not be.
  func part(_ output: OutputOptions) throws -> (shard: Shard, path: String)? {
    guard let shard, let state else { return nil }
    if output.path != nil {
      throw ValidationError(
        localized(
          "a part has no result: --state says where its state goes, and `growth merge` has -o"))
    }
    try OutputOptions.check(state)
    return (shard, state)
  }
}

/// One of the parts that an answer is shared out in.
struct Shard: Sendable, Equatable, Hashable {
  /// From 1 to `parts`.
  let part: Int
  let parts: Int

  init(part: Int, of parts: Int) {
    self.part = part
    self.parts = parts
  }

  /// Reads what people write.
  ///
  /// - Throws: `ValidationError` with how to write it.
  init(argument: String) throws {
    let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let part = numbers[0], let parts = numbers[1],
      1...Simulation.mostParts ~= parts, 1...parts ~= part
    else {
      throw ValidationError(
        localized("write a part and the number of parts, such as 1/64, 2/64 and so on to 64/64"))
    }
    self.init(part: part, of: parts)
  }

  /// What of so many pieces belongs to this part: as many as to the others, or one more.
  func range(of count: Int) -> Range<Int> {
    count * (part - 1) / parts..<count * part / parts
  }

  /// `3/64`.
  var text: String { "\(part)/\(parts)" }
}
