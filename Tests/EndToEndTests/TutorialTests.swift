import Foundation
import Testing

/// Every step of the tutorial works, and its outputs are those of the program. Record anew with
/// `GROWTH_RECORD=1`.
@Suite struct TutorialTests {
  static let tutorials = [("Tutorial.md", "C.UTF-8"), ("Tutorial.vi.md", "vi_VN.UTF-8")]

  private static let isRecording = ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil

  /// With a million draws, which an unoptimised build takes minutes for.
  @Test(
    .enabled(if: ReadmeTests.isOptimised || isRecording, "the build is not optimised"),
    arguments: tutorials)
  func everyStepWorks(_ name: String, _ locale: String) throws {
    let file = Program.packageRoot.appendingPathComponent("Documentation/\(name)")
    let walkthrough = Walkthrough(try String(contentsOf: file, encoding: .utf8))
    #expect(walkthrough.commands.count > 5)
    let lines = try walkthrough.follow(in: TemporaryFolder(), locale: locale)
    if Self.isRecording {
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
    }
  }

  /// What both say, but for remarks and names, is the same.
  @Test func bothLanguagesTakeTheSameSteps() throws {
    let steps = try Self.tutorials.map { name, _ in
      let file = Program.packageRoot.appendingPathComponent("Documentation/\(name)")
      return Walkthrough(try String(contentsOf: file, encoding: .utf8)).steps.map(Self.language)
    }
    #expect(steps[0] == steps[1])
  }

  /// A step without what differs between languages.
  private static func language(_ step: Walkthrough.Step) -> Walkthrough.Step {
    switch step {
    case .command: step
    case .file(let name, let lines): .file(name, lines.map(figures))
    case .edit(let name, let lines): .edit(name, lines.map(figures))
    case .output: .output(nil, place: 0..<0)
    }
  }

  /// A line of a scenario without its name and its source.
  private static func figures(_ line: String) -> String {
    for key in ["name: ", "source: "] {
      if let start = line.firstRange(of: key)?.upperBound { return String(line[..<start]) }
    }
    return line
  }
}
