extension VerificationReport {
  /// The report in the format `growth.verify/1`.
  public func json() throws -> String { try jsonText(VerificationJSON(self)) }
}

/// The keys of `growth.verify/1`: scripts depend on them, so they may be added to and not changed.
private struct VerificationJSON: Encodable {
  struct Change: Encodable {
    let path: String
    let line: JSONOptional<Int>
    let old: JSONOptional<String>
    let new: JSONOptional<String>
    let relative: JSONNumber
  }

  struct Comparison: Encodable {
    let figures: Int
    let changedFigures: Int
    let otherChanges: Int
    let largest: JSONNumber
    let changes: [Change]
  }

  let format = "growth.verify/1"
  let file: String
  let verdict: String
  let causes: [String]
  let command: String
  let inputs: [String]
  let versionThen: String
  let versionNow: String
  let seed: JSONOptional<UInt64>
  let draws: JSONOptional<UInt64>
  let seconds: JSONNumber
  let areInputsIntact: Bool
  let isAnswerIntact: JSONOptional<Bool>
  let comparison: JSONOptional<Comparison>

  init(_ report: VerificationReport) {
    file = report.file
    verdict = report.verdict.rawValue
    causes = report.causes.map(\.rawValue)
    command = report.command
    inputs = report.inputs
    versionThen = report.versionThen
    versionNow = report.versionNow
    seed = JSONOptional(report.seed)
    draws = JSONOptional(report.draws)
    seconds = JSONNumber(report.seconds)
    areInputsIntact = report.areInputsIntact
    isAnswerIntact = JSONOptional(report.isAnswerIntact)
    comparison = JSONOptional(
      report.comparison.map { comparison in
        Comparison(
          figures: comparison.figures, changedFigures: comparison.changedFigures,
          otherChanges: comparison.otherChanges, largest: JSONNumber(comparison.largest),
          changes: comparison.changes.map {
            Change(
              path: $0.path, line: JSONOptional($0.line), old: JSONOptional($0.old),
              new: JSONOptional($0.new), relative: JSONNumber($0.relative))
          })
      })
  }
}
