import Foundation
import TestSupport
import Testing

@testable import growth

/// `growth verify`: answers that are made again from themselves.
@Suite struct VerifyTests {
  private static let past = "Scenarios/data/viet-nam-quarterly-industries.csv"
  private static let actuals = "Scenarios/data/viet-nam-2025-actuals.csv"
  private static let full = "Scenarios/son-la-2025-full-disbursement.yaml"
  private static let quarters = ScenarioFolder.vietNamQuarters

  /// A command line, and how it ends.
  struct Command: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    var status: Int32 = 0

    var testDescription: String { arguments.joined(separator: " ") }
  }

  /// Every command that answers in JSON.
  static let commands: [Command] =
    [
      ["run", ScenarioFolder.sonLa, "--draws", "1k"],
      ["run", full, "--draws", "1k", "--set", "run.seed=9", "--quantity", "growth.2025H1"],
      [
        "run", "Scenarios/bac-giang-2025.yaml", "--draws", "1k", "--sampling", "sobol", "--lang",
        "vi",
      ],
      [
        "run", "Scenarios/bac-giang-2025.yaml", "--precision", "2pp", "--draws", "20k",
        "--control-variates",
      ],
      ["show", full, "--set", "run.draws=1k"], ["reconcile", ScenarioFolder.sonLa, "--exact"],
      ["reach", ScenarioFolder.sonLa, "--probability", "18%", "--cheapest", "--draws", "1k"],
      ["explain", "Scenarios/bac-giang-2025.yaml", "--draws", "1k"],
      ["sensitivity", ScenarioFolder.plannedWeights, "--draws", "256", "--by", "kind"],
      ["compare", ScenarioFolder.sonLa, full, "--draws", "1k"],
      ["sweep", ScenarioFolder.sonLa, "--vary", "credit.growth=0..20%:3", "--draws", "1k"],
      ["update", "Scenarios/viet-nam-2025-h1.yaml", "--draws", "200", "--history", past],
      ["update", quarters, "--draws", "200", "--actuals", actuals, "--published-by", "2025-07-06"],
      ["calibrate", past, "--exclude", "2020-2022"],
      ["backtest", quarters, "--history", past, "--draws", "100"], ["distributions"],
    ].map { Command(arguments: $0) } + [
      Command(arguments: ["check", ScenarioFolder.sonLa, "absent.yaml", "Scenarios"], status: 2)
    ]

  /// A copy of the scenarios, to be taken away.
  private func scenarios() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Program.packageRoot.appendingPathComponent("Scenarios"), to: folder.url("Scenarios"))
    return folder
  }

  private func verify(
    _ folder: TemporaryFolder, _ name: String, _ arguments: String..., language: String = "en"
  ) throws -> Program.Outcome {
    try Program.run(
      ["verify", folder.path(name), "--lang", language] + arguments, directory: folder.url("."))
  }

  private func verdict(_ outcome: Program.Outcome) throws -> JSONValue {
    try #require(try? JSONValue(outcome.output), "\(outcome.errors)")
  }

  // MARK: The same

  /// From another folder, after the files are gone.
  @Test(arguments: commands) func everyAnswerComesOutTheSame(_ command: Command) throws {
    let folder = try scenarios()
    let threads =
      AnswerArguments.lengthyCommands.contains(command.arguments[0]) ? ["--threads", "2"] : []
    let written = try Program.run(
      command.arguments + ["--format", "json", "--quiet", "-o", folder.path("a.json")] + threads,
      directory: folder.url("."))
    try #require(written.status == command.status, "\(written.errors)")
    try FileManager.default.removeItem(at: folder.url("Scenarios"))
    let outcome = try verify(folder, "a.json", "--threads", "1", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors == "")
    let found = try verdict(outcome)
    #expect(found["verdict"] == .string("same") && found["causes"] == .array([]))
    // What `show` prints are words.
    #expect((found["comparison"]?["figures"]?.number ?? 0) > 0 || command.arguments[0] == "show")
    #expect(try folder.names() == ["a.json"])
  }

  @Test(arguments: ["en", "vi"]) func everyPageComesOutTheSame(_ language: String) throws {
    let folder = try scenarios()
    let written = try Program.run(
      [
        "report", "Scenarios/bac-giang-2025.yaml", "-o", "a.html", "--draws", "1k", "--lang",
        language,
        "--threads", "2", "--quiet",
      ], directory: folder.url("."))
    try #require(written.status == 0, "\(written.errors)")
    try FileManager.default.removeItem(at: folder.url("Scenarios"))
    // The page is in its own language, whatever that of the screen is.
    let outcome = try verify(
      folder, "a.html", "--threads", "1", language: language == "en" ? "vi" : "en")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(language == "en" ? "giống hệt" : "the same to the last bit"))
    #expect(try folder.names() == ["a.html"])
  }

  @Test func aReportOfSeveralFilesComesOutTheSame() throws {
    let folder = try scenarios()
    let written = try Program.run(
      [
        "report", ScenarioFolder.sonLa, "--compare", Self.full, "-o", "a.html", "--draws", "500",
        "--quiet", "--set", "run.seed=5",
      ], directory: folder.url("."))
    try #require(written.status == 0, "\(written.errors)")
    try FileManager.default.removeItem(at: folder.url("Scenarios"))
    let outcome = try verify(folder, "a.html", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(try verdict(outcome)["inputs"]?.array?.count == 2)
  }

  /// What parts are put together to says that it is made from what one run is.
  @Test(arguments: [
    ["run", "Scenarios/bac-giang-2025.yaml", "--draws=5k", "--seed", "8"],
    ["sweep", ScenarioFolder.sonLa, "--vary", "credit.growth=0..20%:3", "--draws", "1k"],
  ])
  func answersOfPartsComeOutTheSame(_ command: [String]) throws {
    let folder = try scenarios()
    let directory = folder.url(".")
    let whole = try Program.run(command + ["--format", "json", "--quiet"], directory: directory)
    try #require(whole.status == 0, "\(whole.errors)")
    for part in 1...2 {
      let state = ["--shard", "\(part)/2", "--state", "part\(part)"]
      let outcome = try Program.run(command + state + ["--quiet"], directory: directory)
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    try FileManager.default.removeItem(at: folder.url("Scenarios"))
    let merged = try Program.run(
      "merge", "part2", "part1", "--format", "json", "-o", "a.json", directory: directory)
    try #require(merged.status == 0, "\(merged.errors)")
    #expect(try folder.text("a.json") == whole.output)
    let outcome = try verify(folder, "a.json")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  // MARK: Not the same

  /// A small answer, changed as the test wants it.
  private func changed(_ change: (String) -> String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let written = try Program.run(
      "run", "Scenarios/bac-giang-2025.yaml", "--draws", "1k", "--seed", "3", "--format", "json",
      "--quiet")
    try #require(written.status == 0, "\(written.errors)")
    try folder.write(written.output, "whole.json")
    let text = change(written.output)
    try #require(text != written.output)
    try folder.write(text, "a.json")
    return folder
  }

  @Test func aChangedNumberIsNamed() throws {
    let folder = try changed {
      $0.replacing(#/"missedAlone" : [0-9.]+/#, with: "\"missedAlone\" : 0.987")
    }
    let outcome = try verify(folder, "a.json", "--format", "json")
    #expect(outcome.status == 1)
    let found = try verdict(outcome)
    #expect(found["verdict"] == .string("different"))
    #expect(found["causes"] == .array([.string("answer changed")]))
    let first = try #require(found["comparison"]?["changes"]?[0])
    #expect(first["old"] == .string("0.987"))
    #expect(first["path"]?.string?.hasSuffix(".missedAlone") == true)
    let screen = try verify(folder, "a.json", language: "vi")
    #expect(screen.status == 1 && screen.output.contains("đã bị sửa sau khi growth ghi"))
  }

  @Test func aChangedScenarioIsNamed() throws {
    let folder = try changed { $0.replacing("base-year: 2024", with: "base-year: 2024 ") }
    let found = try verdict(try verify(folder, "a.json", "--format", "json"))
    // A blank changes no figure, but the digest of the scenario.
    #expect(found["verdict"] == .string("different"))
    #expect(found["causes"] == .array([.string("inputs changed")]))
    #expect(found["comparison"]?["changedFigures"] == .number(0))
    #expect(found["comparison"]?["changes"]?[0]?["path"] == .string("scenario.digest"))
  }

  @Test func aScenarioThatCannotBeReadIsNamed() throws {
    let folder = try changed { $0.replacing("format: growth.scenario/1", with: "format: other") }
    let outcome = try verify(folder, "a.json")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("no answer came out"))
    #expect(outcome.errors.contains("Scenarios/bac-giang-2025.yaml:"))
  }

  @Test func anotherVersionIsNamed() throws {
    // As an older program would have written it, whose draws were others.
    let folder = try changed { text in
      text.replacing("0.1.0", with: "0.0.9").replacing("--seed=3", with: "--seed=4")
    }
    let outcome = try verify(folder, "a.json", "--format", "json")
    #expect(outcome.status == 1)
    let causes = try #require(try verdict(outcome)["causes"]?.array?.compactMap(\.string))
    #expect(causes == ["inputs changed", "answer changed", "other version"])
    #expect(try verdict(outcome)["versionThen"] == .string("0.0.9"))
  }

  /// A file whose hash alone was changed.
  @Test func aChangedHashIsFound() throws {
    let folder = try changed {
      $0.replacing(#/"inputs" : "sha256:..../#, with: "\"inputs\" : \"sha256:0000")
    }
    let outcome = try verify(folder, "a.json", "--format", "json")
    #expect(outcome.status == 1)
    #expect(try verdict(outcome)["verdict"] == .string("changed"))
  }

  // MARK: Hostile

  /// Arguments in an answer, and what is said of them.
  static let hostile: [([String], String)] = [
    (["serve", "x.yaml"], "`growth serve`"), (["new", "x.yaml"], "`growth new`"),
    (["verify", "a.json"], "`growth verify`"), (["--help"], "`growth --help`"), ([], "`growth `"),
    (["run", "--output=stolen", "x.yaml"], "'--output=stolen'"),
    (["run", "-o", "stolen", "x.yaml"], "'-o'"),
    (["run", "--threads=1000", "x.yaml"], "'--threads=1000'"),
    (["run", "--help", "x"], "'--help'"),
    (["sweep", "--chart=stolen", "x.yaml"], "'--chart=stolen'"),
    (["run", "--shard=1/2", "x"], "'--shard=1/2'"),
    (["run", "--state=stolen", "x.yaml"], "'--state=stolen'"),
    (["run", "x.yaml", "--seed=1"], "'"),
  ]

  @Test(arguments: hostile) func nothingElseIsRun(_ arguments: [String], _ words: String) throws {
    let folder = try TemporaryFolder()
    let quoted = arguments.map { "\"\($0)\"" }.joined(separator: ",")
    try folder.write(
      """
      {"format":"growth.run/1","reproduction":{"version":"1","arguments":[\(quoted)],"files":[],"inputs":""}}
      """, "a.json")
    let outcome = try verify(folder, "a.json")
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(
      outcome.errors.contains("a.json: error: ") && outcome.errors.contains(words),
      "\(outcome.errors)")
    #expect(try folder.names() == ["a.json"])
  }

  /// A path in an answer is a name in it, and leads to no file.
  @Test(arguments: ["/etc/hostname", "../../../../etc/hostname", "a.json", "/dev/stdin"])
  func noFileIsOpened(_ path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"format":"growth.run/1","reproduction":{"version":"1","arguments":["run","\(path)"],"files":[],"inputs":""}}
      """, "a.json")
    let outcome = try verify(folder, "a.json")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("there is no scenario file '\(path)'"))
  }

  /// Texts, and what is said of them with which place; `[...` and `9...` stand for a hundred thousand of them.
  static let broken: [(String, String)] = [
    ("", "a.json: error: this is neither a page nor an answer in JSON that growth wrote"),
    ("{\n\"format\": [", "a.json:2:12: error: the file ends amid its JSON"),
    ("{\"format\":\"growth.run/1\"}", "a.json: error: the file does not say what it was made from"),
    (
      "{\"format\":\"growth.run/1\",\"reproduction\":[...",
      "a.json:1:104: error: the JSON has more than 64 objects and lists in each other"
    ),
    (
      "{\"format\":\"growth.run/1\",\"seed\":9...}",
      "a.json:1:33: error: the number has more than 1000 characters"
    ),
    (
      "{\"format\":\"growth.run/1\",\"reproduction\":{\"version\":\"1\"}}",
      "a.json:1:41: error: `reproduction.arguments` is missing"
    ),
  ]

  @Test(arguments: broken) func brokenFilesHaveAReason(_ text: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    let many = ["[", "9"].reduce(text) {
      $0.replacing($1 + "...", with: String(repeating: $1, count: 100_000))
    }
    try folder.write(many, "a.json")
    let outcome = try Program.run(["verify", "a.json", "--lang", "en"], directory: folder.url("."))
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors.prefix(300))")
  }

  @Test func wrongUsage() throws {
    #expect(try Program.run("verify").status == 64)
    #expect(try Program.run("verify", "absent.json").status == 2)
    #expect(try Program.run("verify", "x", "--threads", "0").status == 64)
  }
}
