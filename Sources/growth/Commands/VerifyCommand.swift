import ArgumentParser
import Languages
import Reporting
import ScenarioFiles

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: localized(
      "Does an answer come out the same again? From the file alone, years later."),
    discussion: localized(
      """
      Pages of `growth report` and answers in JSON hold the command and the files that they were made from. This \
      runs the command again, with these and no other files, and compares every number and every word. Nothing \
      that the file names is opened or written.

      Exit code 1 if something is not the same, or was changed after growth wrote it; 2 for a file that holds \
      no such answer.
      """))

  @Argument(
    help: ArgumentHelp(localized("A page of `growth report`, or an answer in JSON.")),
    completion: .file(extensions: ["html", "json"]))
  var file: String

  @OptionGroup var concurrency: ThreadsOption
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = RemarkFormat.text

  /// Differences that are told one by one.
  static let mostChanges = 20

  func run() async throws {
    try output.prepare()
    let (answer, diagnostics) = AnswerFile.read(path: file)
    for diagnostic in diagnostics {
      Terminal.error(diagnostic.reported.text(style: Terminal.errorStyle))
    }
    guard let answer else { throw ExitCode.scenarioWrong }
    let arguments = try self.arguments(of: answer.reproduction)
    let start = ContinuousClock.now
    let again = await Repetition(
      of: answer.reproduction, arguments, threads: concurrency.threads, quiet: output.quiet)
    let report = report(answer, again, seconds: (ContinuousClock.now - start) / .seconds(1))
    if report.comparison == nil {
      for line in again.remarks { Terminal.error(line) }
    }
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(report.json())
    }
    if report.verdict != .same { throw ExitCode.runFailed }
  }

  /// The command that a file asks for.
  ///
  /// - Throws: `ExitCode.scenarioWrong` after saying on standard error that it is none which answers.
  private func arguments(of reproduction: Reproduction) throws -> AnswerArguments {
    do throws(AnswerArguments.Refusal) {
      return try AnswerArguments(words: reproduction.arguments)
    } catch {
      let diagnostic = CheckReport.Diagnostic(
        path: file, severity: .error, message: error.message.text(),
        hint: localized("the file is damaged, or growth did not write it: ask for it again"))
      Terminal.error(diagnostic.text(style: Terminal.errorStyle))
      throw ExitCode.scenarioWrong
    }
  }

  private func report(
    _ answer: AnswerFile, _ again: Repetition, seconds: Double
  ) -> VerificationReport {
    let reproduction = answer.reproduction
    let comparison = again.answer.map { AnswerComparison(answer, $0, most: Self.mostChanges) }
    let randomness = answer.randomness
    return VerificationReport(
      file: file,
      command: (["growth"] + reproduction.arguments).map(\.quotedForShell).joined(separator: " "),
      inputs: reproduction.files.files.map(\.path), versionThen: reproduction.version,
      versionNow: Growth.version, seed: randomness?.seed, draws: randomness?.draws,
      seconds: seconds, areInputsIntact: reproduction.areInputsIntact,
      isAnswerIntact: answer.isAnswerIntact,
      comparison: comparison.map { comparison in
        VerificationReport.Comparison(
          figures: comparison.figures, changedFigures: comparison.changedFigures,
          otherChanges: comparison.otherChanges, largest: comparison.largest,
          changes: comparison.changes.map {
            VerificationReport.Change(
              path: $0.path, line: $0.line, old: $0.old, new: $0.new, relative: $0.relative)
          })
      })
  }
}

extension String {
  /// The word as a shell takes it.
  fileprivate var quotedForShell: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-_=./:,%+".unicodeScalars.contains(scalar)
      }
    return isPlain ? self : "'" + replacing("'", with: #"'\''"#) + "'"
  }
}
