@testable import ScenarioFiles

/// Answers in JSON and pages: what is accepted is itself again, and what is not is said where it is.
enum AnswerTarget {
  private static let path = "answer.json"

  @Sendable static func check(_ bytes: [UInt8]) throws {
    let (answer, diagnostics) = GivenFiles.read([path: bytes]) { AnswerFile.read(path: path) }
    try ReadingPromises.check(diagnostics, [path: bytes])
    guard let answer else {
      try promise(diagnostics.contains { $0.severity == .error }, "no answer, and no word why")
      return
    }
    let comparison = AnswerComparison(answer, answer, most: 10)
    try promise(comparison.isSame && comparison.changes.isEmpty, "an answer is not what it is")
  }
}
