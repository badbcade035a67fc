import Foundation
import TestSupport
import Testing

/// Results in files, on terminals, and of runs that are stopped.
@Suite struct OutputTests {
  static let plain = ScenarioFolder.absolute(ScenarioFolder.plannedWeights)
  /// Long enough for a line of progress, which waits 0.2 s.
  #if DEBUG
    static let longRun = "60k"
  #else
    static let longRun = "20M"
  #endif

  @Test(arguments: ["text", "json", "csv"]) func filesHoldWhatTheScreenShows(_ format: String)
    throws
  {
    let folder = try TemporaryFolder()
    let arguments = ["run", Self.plain, "--draws", "20k", "--format", format]
    let screen = try Program.run(arguments)
    let file = try Program.run(arguments + ["-o", "result"], directory: folder.url)
    #expect(file.status == 0)
    #expect(file.output == "")
    #expect(try Data(contentsOf: folder.url("result")) == screen.outputBytes)
    #expect(try folder.names() == ["result"])
    // A second time, over the first.
    let again = try Program.run(
      arguments + ["--seed", "3", "--output", "result"], directory: folder.url)
    #expect(again.status == 0)
    #expect(try Data(contentsOf: folder.url("result")) != screen.outputBytes)
    #expect(try folder.names() == ["result"])
  }

  @Test(arguments: ["check", "show"]) func otherCommandsWriteFilesToo(_ command: String) throws {
    let folder = try TemporaryFolder()
    let screen = try Program.run(command, Self.plain)
    let file = try Program.run(command, Self.plain, "-o", "result", directory: folder.url)
    #expect(file.status == 0)
    #expect(try Data(contentsOf: folder.url("result")) == screen.outputBytes)
  }

  @Test(arguments: ["nowhere/result", "old/result", ".", ""])
  func unwritableFiles(_ path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("as it was", "old")
    let outcome = try Program.run(
      "run", Self.plain, "--draws", "1k", "-o", path, directory: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("error: cannot write '\(path)': "))
    #expect(try folder.names() == ["old"])
    #expect(try folder.text("old") == "as it was")
  }

  @Test func aWrongScenarioLeavesTheOldFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("as it was", "old")
    let outcome = try Program.run("run", "absent.yaml", "-o", "old", directory: folder.url)
    #expect(outcome.status == 2)
    #expect(try folder.text("old") == "as it was")
  }

  /// A link goes on pointing where it did, and a pipe stays a pipe.
  @Test func linksAndPipes() throws {
    let folder = try TemporaryFolder()
    try folder.write("as it was", "old")
    let command =
      "ln -s old link && mkfifo pipe && { cat pipe > copy & }"
      + " && growth run '\(Self.plain)' --draws 1k --quiet -o link"
      + " && growth run '\(Self.plain)' --draws 1k --quiet -o pipe && wait"
      + " && test -L link && test -p pipe && cmp old copy"
    let outcome = try Program.shell(command, directory: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text("copy").hasPrefix("Sơn La 2025"))
  }

  @Test(arguments: ["text", "json", "csv"]) func noEscapeCodesInPipesAndFiles(_ format: String)
    throws
  {
    let outcome = try Program.run(
      "run", Self.plain, "--draws", Self.longRun, "--format", format)
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  /// Nothing of a run that is interrupted is left, and what was there stays.
  @Test(arguments: [[], ["-o", "new"], ["-o", "old"]]) func interrupts(_ output: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("as it was", "old")
    let program = try RunningProgram(
      Program.executable(), ["run", Self.plain, "--draws", "4G", "--format", "json"] + output,
      directory: folder.url)
    try program.interrupt()
    let outcome = try program.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasSuffix("interrupted; nothing was written\n"))
    #expect(try folder.names() == ["old"])
    #expect(try folder.text("old") == "as it was")
  }
}

/// On a terminal, which `script` of util-linux plays.
@Suite(.enabled(if: Program.hasTerminals, "there is no script of util-linux, or no terminal"))
struct TerminalTests {
  /// What a terminal receives from a command of the shell.
  private func screen(
    _ command: String, environment: [String: String] = [:], directory: URL = Program.packageRoot
  ) throws -> String {
    let outcome = try Program.shell(
      "script -qec \"$COMMAND\" /dev/null",
      environment: environment.merging(["COMMAND": command]) { own, _ in own },
      directory: directory)
    #expect(outcome.status == 0, "\(outcome.output)")
    return outcome.output
  }

  private let run = "growth run '\(OutputTests.plain)' --no-progress --draws 2k"

  @Test func colour() throws {
    #expect(try screen(run).contains("\u{1B}[1m"))
    #expect(try screen(run, environment: ["NO_COLOR": ""]).contains("\u{1B}[1m"))
    #expect(try !screen(run, environment: ["NO_COLOR": "1"]).contains("\u{1B}"))
    #expect(try !screen(run, environment: ["TERM": "dumb"]).contains("\u{1B}"))
    #expect(try !screen(run + " --format json --quiet").contains("\u{1B}"))
    #expect(try !screen(run + " --format csv --quiet").contains("\u{1B}"))
  }

  @Test func progressGoesToStandardError() throws {
    let folder = try TemporaryFolder()
    let run =
      "growth run '\(OutputTests.plain)' --draws \(OutputTests.longRun) --threads 1 --format json"
    let shown = try screen(run + " > output", directory: folder.url)
    #expect(shown.contains("draws/s"))
    #expect(shown.contains("\r\u{1B}[K"))
    let output = try folder.text("output")
    #expect(!output.contains("\u{1B}"))
    #expect(try JSONValue(output)["format"]?.string == "growth.run/1")
    for option in ["--no-progress", "--quiet"] {
      let shown = try screen("\(run) \(option) > output", directory: folder.url)
      #expect(!shown.contains("draws/s"))
      #expect(try folder.text("output") == output)
    }
    // Standard error is no terminal, so nobody watches.
    _ = try screen(run + " 2> errors", directory: folder.url)
    #expect(try !folder.text("errors").contains("\u{1B}"))
  }

  /// A line that is wider than the screen could not be replaced by the next one.
  @Test(arguments: [40, 60, 80]) func progressFitsTheScreen(_ columns: Int) throws {
    let folder = try TemporaryFolder()
    let shown = try screen(
      "stty cols \(columns); growth run '\(OutputTests.plain)' --draws \(OutputTests.longRun)"
        + " --threads 1 --format json > output", directory: folder.url)
    let lines = shown.split(separator: "\r").compactMap { line in
      line.contains("%") ? line.replacing("\u{1B}[K", with: "") : nil
    }
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.count < columns }, "\(lines)")
  }

  /// Screens are made for 80 to 120 columns, on any terminal.
  @Test(arguments: [(60, 80), (80, 80), (100, 100), (120, 120), (400, 120)])
  func linesFitTheScreen(_ columns: Int, _ widest: Int) throws {
    for command in ["run '\(OutputTests.plain)' --no-progress --draws 2k --quiet", "distributions"]
    {
      let shown = try screen(
        "stty cols \(columns); growth \(command)", environment: ["NO_COLOR": "1"])
      let lines = shown.split(whereSeparator: \.isNewline).map(\.count)
      #expect(lines.allSatisfy { $0 <= widest }, "\(lines.max() ?? 0)")
    }
  }

  /// Red is for errors: no result has it.
  @Test(arguments: [
    "distributions", "distributions normal", "show '\(OutputTests.plain)' --quiet",
    "check '\(OutputTests.plain)' --quiet", "run '\(OutputTests.plain)' --draws 2k --quiet",
    "explain '\(OutputTests.plain)' --draws 5k --quiet",
    "reconcile '\(OutputTests.plain)' --quiet",
    "sensitivity '\(OutputTests.plain)' --draws 5k --quiet",
  ])
  func redIsForErrors(_ command: String) throws {
    let shown = try screen("growth \(command)")
    #expect(!shown.contains("\u{1B}[31m"))
    #expect(try !screen("growth \(command)", environment: ["NO_COLOR": "1"]).contains("\u{1B}"))
  }

  @Test func errorsAreRed() throws {
    let folder = try TemporaryFolder()
    try folder.write("format: growth.scenario/1\n", "wrong.yaml")
    #expect(
      try screen("growth check wrong.yaml || true", directory: folder.url).contains("\u{1B}[31m"))
  }
}
