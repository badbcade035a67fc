import ArgumentParser
import Languages

/// How a long run keeps what it has found, so that it can go on where it was stopped.
struct CheckpointOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("Keep the state of the run in this file now and then, to go on with by --resume."),
      discussion: localized(
        """
        A run that is stopped, by Ctrl-C, by a signal or by a power cut, goes on from there to the same bits. \
        The file goes away when the result is written.
        """), valueName: "file"), completion: .file())
  var checkpoint: String?

  @Option(
    help: ArgumentHelp(
      localized("Seconds between two states that are kept; without it 30."), valueName: "seconds"))
  var checkpointInterval: Double?

  @Option(
    help: ArgumentHelp(
      localized("Go on with the run whose state is in this file, and keep the state there."),
      discussion: localized("Where there is no such file the run begins anew."),
      valueName: "file"), completion: .file())
  var resume: String?

  private static let standardInterval = 30.0
  private static let longestInterval = 1e6

  func validate() throws {
    guard let checkpointInterval else { return }
    guard checkpoint != nil || resume != nil else {
      throw ValidationError(
        localized("--checkpoint-interval is for --checkpoint FILE: say where the state is kept"))
    }
    guard checkpointInterval > 0, checkpointInterval <= Self.longestInterval else {
      throw ValidationError(
        localized("--checkpoint-interval is a number of seconds above zero, such as 30"))
    }
  }

  /// Seconds between two states that are kept.
  var interval: Double { checkpointInterval ?? Self.standardInterval }

  /// Where the state is kept; nil where it is not.
  var path: String? { checkpoint ?? resume }
}
