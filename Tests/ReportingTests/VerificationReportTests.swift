import Languages
import TestSupport
import Testing

@testable import Reporting

/// What `verify` answers, on the screen and in JSON.
@Suite struct VerificationReportTests {
  private typealias Change = VerificationReport.Change

  private static func report(
    changes: [Change] = [], more: Int = 0, inputs: Bool = true, answer: Bool? = true,
    version: String = "0.1.0", isAnswered: Bool = true
  ) -> VerificationReport {
    let numbers = changes.compactMap(\.relative)
    return VerificationReport(
      file: "a.json", command: "growth run --seed=3 x.yaml", inputs: ["x.yaml", "y.csv"],
      versionThen: version, versionNow: "0.1.0", seed: 3, draws: 20_000, seconds: 1.25,
      areInputsIntact: inputs, isAnswerIntact: answer,
      comparison: isAnswered
        ? VerificationReport.Comparison(
          figures: 1_234, changedFigures: numbers.count + more,
          otherChanges: changes.count - numbers.count, largest: numbers.max() ?? 0,
          changes: changes) : nil)
  }

  private static func change(_ relative: Double?) -> Change {
    Change(
      path: "targets[0].probability", line: 7, old: "0.61", new: "0.5873", relative: relative)
  }

  @Test func whatIsTheSame() {
    let text = Self.report().text()
    #expect(
      text == """
        a.json: the same to the last bit, all 1,234 numbers and every word

        command         growth run --seed=3 x.yaml
        files           x.yaml, y.csv
        random numbers  seed 3, 20,000 draws
        made by         growth 0.1.0
        made again by   growth 0.1.0, in 1.3 s

        """)
  }

  @Test func whatIsNotTheSame() {
    let text = Self.report(
      changes: [Self.change(0.0372), Change(path: "", line: 9, old: "a", new: nil, relative: nil)],
      more: 3, answer: false
    ).text()
    let lines = text.split(separator: "\n")
    #expect(lines.first == "a.json: not the same, 4 of 1,234 numbers are others")
    #expect(
      lines.suffix(5) == [
        "Numbers or words of the answer were changed after growth wrote it: its hash does not fit any more.",
        "Where                           in the file  made again  apart by",
        "targets[0].probability, line 7         0.61      0.5873     3.72%",
        "line 9                                    a           -",
        "and 3 more",
      ])
  }

  /// A report, its verdict and its causes.
  private static let cases:
    [(VerificationReport, VerificationReport.Verdict, [VerificationReport.Cause])] =
      [
        (report(), .same, []), (report(answer: nil), .same, []),
        (report(version: "0.0.9"), .same, []),
        (report(inputs: false), .changed, [.inputsChanged]),
        (report(answer: false), .changed, [.answerChanged]),
        (report(changes: [change(0.1)], answer: false), .different, [.answerChanged]),
        (
          report(changes: [change(0.1)], inputs: false, answer: false, version: "0.0.9"),
          .different,
          [.inputsChanged, .answerChanged, .otherVersion]
        ),
        (report(changes: [change(0.1)], version: "0.0.9"), .different, [.otherVersion]),
        (report(changes: [change(2e-16)]), .different, [.rounding]),
        (report(changes: [change(2e-16), change(nil)]), .different, [.unknown]),
        (report(changes: [change(1e-8)]), .different, [.unknown]),
        (report(changes: [change(1e-8)], answer: nil), .different, [.unknown]),
        (report(isAnswered: false), .failed, [.unknown]),
        (report(inputs: false, isAnswered: false), .failed, [.inputsChanged]),
      ]

  @Test(arguments: cases.indices) func verdictsAndCauses(_ index: Int) throws {
    let (report, verdict, causes) = Self.cases[index]
    #expect(report.verdict == verdict)
    #expect(report.causes == causes)
    let json = try JSONValue(report.json())
    #expect(json["verdict"] == .string(verdict.rawValue))
    let schema = try JSONSchema(OutputSchema.verify.json())
    #expect(schema.problems(in: json) == [])
    for language in Language.allCases {
      let text = Language.$current.withValue(language) { report.text() }
      if language == .vietnamese { #expect(!text.contains(" the ")) }
    }
  }

  @Test(arguments: [
    (0.25, "25.00%"), (1e-4, "0.01%"), (2.2e-16, "2e-16"), (9.6e-5, "1e-4"), (0, "< 1e-16"),
  ])
  func smallDifferences(_ relative: Double, _ text: String) {
    #expect(Self.report(changes: [Self.change(relative)]).text().contains("  \(text)\n"))
  }

  /// Letters that a terminal would take for orders do not reach it.
  @Test func hostileTexts() {
    var report = Self.report(
      changes: [Change(path: "\u{1B}[2J", line: nil, old: "\u{7}", new: "\r", relative: nil)])
    report.file = "\u{1B}]0;x"
    report.command = "growth \u{1B}[1m"
    report.inputs = ["\u{8}"]
    report.versionThen = "\u{1B}c"
    let text = report.text()
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
