import Foundation
import TestSupport
import Testing

/// What scripts depend on: options, exit codes, and what goes to which channel.
@Suite struct CommandLineTests {
  static let plain = ScenarioFolder.plannedWeights

  private func json(_ arguments: String...) throws -> (text: String, value: JSONValue) {
    let outcome = try Program.run(["run"] + arguments + ["--format", "json"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return (outcome.output, try JSONValue(outcome.output))
  }

  @Test(arguments: ScenarioFolder.files) func threadsDoNotMatter(_ file: String) throws {
    // The last block is not full.
    #if DEBUG
      let draws = "20_003"
    #else
      let draws = "200_003"
    #endif
    let runs = try ["1", "2", "5"].map {
      try Program.run("run", file, "--draws", draws, "--threads", $0, "--format", "json")
    }
    #expect(runs.allSatisfy { $0.status == 0 && !$0.outputBytes.isEmpty })
    #expect(runs[1].outputBytes == runs[0].outputBytes)
    #expect(runs[2].outputBytes == runs[0].outputBytes)
  }

  @Test func seedsAreRecordedAndMatter() throws {
    let own = try json(Self.plain, "--draws", "20k").value
    let first = try json(Self.plain, "--draws", "20k", "--seed", "7").value
    let second = try json(Self.plain, "--draws", "20k", "--seed", "18446744073709551615")
    #expect(own["seed"]?.number == 2025)
    #expect(first["seed"]?.number == 7)
    #expect(second.text.contains("\"seed\" : 18446744073709551615"))
    let means = [own, first, second.value].compactMap {
      $0["quantities"]?["growth"]?["mean"]?.number
    }
    #expect(Set(means).count == 3)
  }

  @Test(arguments: ["20k", "20K", "20_000", "0.02M", "0.00002G"])
  func drawsAsPeopleWriteThem(_ text: String) throws {
    /// Without the command, which holds what was written.
    func answer(_ draws: String) throws -> [String: JSONValue] {
      let object = try json(Self.plain, "--draws", draws).value.object
      return try #require(object).filter { $0.key != "reproduction" }
    }
    #expect(try answer(text) == answer("20000"))
  }

  /// 2.01 x 1000 is not a whole number in binary.
  @Test(arguments: [("2.01k", 2010.0), ("1", 1), ("8.19k", 8190), ("0.004019M", 4019)])
  func drawsInDecimals(_ text: String, _ draws: Double) throws {
    #expect(try json(Self.plain, "--draws", text).value["draws"]?.number == draws)
  }

  struct Misuse: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    /// What the message must name.
    let named: String

    init(_ arguments: String..., names named: String) {
      self.arguments = arguments
      self.named = named
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Misuse("run", plain, "--draws", "0", names: "--draws"),
    Misuse("run", plain, "--draws", "-5", names: "--draws"),
    Misuse("run", plain, "--draws=-5", names: "--draws"),
    Misuse("run", plain, "--draws", "abc", names: "--draws"),
    Misuse("run", plain, "--draws", "5G", names: "--draws"),
    Misuse("run", plain, "--draws", "1.5", names: "--draws"),
    Misuse("run", plain, "--draws", "k", names: "--draws"),
    Misuse("run", plain, "--draws", "nan", names: "--draws"),
    Misuse("run", plain, "--precision", "0.1", names: "--precision"),
    Misuse("run", plain, "--precision", "0pp", names: "--precision"),
    Misuse("run", plain, "--precision", "abcpp", names: "--precision"),
    Misuse("run", plain, "--threads", "0", names: "--threads"),
    Misuse("run", plain, "--threads", "two", names: "--threads"),
    Misuse("run", plain, "--seed", "1.5", names: "--seed"),
    Misuse("run", plain, "--seed=-1", names: "--seed"),
    Misuse("run", plain, "--format", "xml", names: "--format"),
    Misuse("check", plain, "--format", "csv", names: "--format"),
    Misuse("run", plain, "--set", "novalue", names: "--set"),
    Misuse("show", plain, "--set", "novalue", names: "--set"),
    Misuse("run", plain, "--drows", "5", names: "--drows"),
    Misuse("show", plain, "--draws", "5", names: "--draws"),
    Misuse("run", plain, plain, names: plain),
    Misuse("rum", names: "rum"),
    Misuse("run", names: "<file>"),
    Misuse("check", names: "<files>"),
    Misuse("show", names: "<file>"),
  ]) func wrongUsage(_ misuse: Misuse) throws {
    let outcome = try Program.run(misuse.arguments)
    #expect(outcome.status == 64)
    let message = outcome.errors.split(separator: "\n").first.map(String.init) ?? ""
    #expect(message.contains(misuse.named), "\(message)")
    #expect(outcome.output == "")
  }

  @Test(arguments: ["run", "show"]) func wrongScenarios(_ command: String) throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOfFile: ScenarioFolder.absolute(Self.plain), encoding: .utf8)
    try folder.write(text.replacing("mean: 4.3%", with: "mean: 4.3"), "broken.yaml")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasSuffix("mean: 4.3%") }) + 1
    let cases = [
      ("broken.yaml", "broken.yaml:\(line):13: error: "), ("absent.yaml", "absent.yaml: error: "),
      (".", ".: error: "),
    ]
    for (file, place) in cases {
      let outcome = try Program.run(command, file, directory: folder.url)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.split(separator: "\n").contains { $0.hasPrefix(place) }, "\(file)")
      #expect(outcome.errors.contains("\n  hint: "))
      // Being quiet is about warnings; an error is always told.
      let quiet = try Program.run(command, file, "--quiet", directory: folder.url)
      #expect(quiet.status == 2)
      #expect(quiet.errors.contains("\(place)"))
      // What `check` finds is its result.
      let check = try Program.run("check", file, directory: folder.url)
      #expect(check.status == 2)
      #expect(check.output.contains(place))
      #expect(check.errors == "")
    }
  }

  @Test func checkReadsSeveralFiles() throws {
    let outcome = try Program.run(
      ["check"] + ScenarioFolder.files + ["absent.yaml", "--format", "json"])
    #expect(outcome.status == 2)
    let errors = try JSONValue(outcome.output)["files"]?.array?.map { $0["errors"]?.number }
    #expect(errors == ScenarioFolder.files.map { _ in 0 } + [1])
  }

  /// Growth is linear in the means, and the draws are the same.
  @Test(arguments: [
    ("agriculture", "6%", 0.23 * (0.06 - 0.043)),
    ("industry-construction", "-2.5%", 0.29 * (-0.025 - 0.024)),
    ("services", "8%", 0.42 * (0.08 - 0.065)), ("taxes", "5.1%", 0),
  ]) func overridesShiftTheMean(_ activity: String, _ mean: String, _ shift: Double) throws {
    let override = "\(activity).growth.mean=\(mean)"
    let plain = try json(Self.plain, "--draws", "20k").value["quantities"]?["growth"]
    let moved = try json(Self.plain, "--draws", "20k", "--set", override).value["quantities"]?[
      "growth"]
    for key in ["mean", "standardDeviation"] {
      let before = try #require(plain?[key]?.number)
      let after = try #require(moved?[key]?.number)
      #expect(abs(after - before - (key == "mean" ? shift : 0)) < 1e-12, "\(key)")
    }
    let shown = try JSONValue(
      Program.run("show", Self.plain, "--set", override, "--format", "json").output)
    let value = shown["values"]?.array?.first {
      $0["path"]?.string == "activities.\(activity).growth.mean"
    }
    #expect(value?["value"]?.string == mean)
    #expect(value?["origin"]?.string == "--set \(override)")
  }

  @Test func laterOverridesWin() throws {
    let one = try json(Self.plain, "--draws", "20k", "--set", "taxes.growth.mean=2%").value
    let two = try json(
      Self.plain, "--draws", "20k", "--set", "taxes.growth.mean=9%", "--set",
      "taxes.growth.mean=2%"
    ).value
    #expect(one["quantities"] == two["quantities"])
    #expect(one["scenario"]?["digest"] != two["scenario"]?["digest"])
  }

  @Test(arguments: [
    "agricultur.growth.mean=6%", "agriculture.growth.mean=6", "agriculture.growth.mean=",
    "agriculture.growth.sd=0%", "=6%",
  ]) func wrongOverrides(_ override: String) throws {
    for command in ["run", "show"] {
      let outcome = try Program.run(command, Self.plain, "--set", override)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix("--set \(override): error: ") }, "\(outcome.errors)")
    }
  }

  #if DEBUG
    static let precision = (text: "0.4pp", halfWidth: 0.004)
  #else
    static let precision = (text: "0.2pp", halfWidth: 0.002)
  #endif

  @Test(arguments: ScenarioFolder.files) func precisionIsReached(_ file: String) throws {
    let run = try json(file, "--precision", Self.precision.text).value
    for target in try #require(run["targets"]?.array) {
      let interval = try #require(target["interval"]?.array).compactMap(\.number)
      #expect((interval[1] - interval[0]) / 2 <= Self.precision.halfWidth)
    }
    let messages = run["warnings"]?.array?.compactMap { $0["message"]?.string } ?? []
    #expect(!messages.contains { $0.contains("precision") })
  }

  /// An answer under other figures than the file's says so, next to its title.
  @Test func anAnswerNamesWhatWasReplaced() throws {
    let override = "agriculture.growth.mean=6%"
    let text = try Program.run("run", Self.plain, "--draws", "1k", "--set", override).output
    #expect(text.split(separator: "\n").dropFirst().first == "with agriculture.growth.mean=6%")
    let run = try json(Self.plain, "--draws", "1k", "--set", override).value
    #expect(run["overrides"]?[0]?.string == override)
    #expect(try json(Self.plain, "--draws", "1k").value["overrides"]?[0] == nil)
  }

  @Test func precisionNeedsATarget() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      format: growth.scenario/1
      name: No targets
      extends: \(ScenarioFolder.absolute(ScenarioFolder.plannedWeights))
      targets: null
      """, "variant.yaml")
    let file = folder.path("variant.yaml")
    let outcome = try Program.run("run", file, "--precision", "0.1pp")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--precision is about the targets"))
    #expect(try Program.run("run", file, "--draws", "1k").status == 0)
  }

  @Test func precisionOutOfReachIsTold() throws {
    let run = try json(Self.plain, "--precision", "0.01pp", "--draws", "20k").value
    #expect(run["draws"]?.number == 20_000)
    let messages = run["warnings"]?.array?.compactMap { $0["message"]?.string } ?? []
    #expect(messages.contains { $0.contains("precision") && $0.contains("not reached") })
  }

  @Test func quietSilencesStandardError() throws {
    for command in [
      ["run", Self.plain, "--draws", "20k", "--format", "json"], ["show", Self.plain],
    ] {
      let loud = try Program.run(command)
      let quiet = try Program.run(command + ["--quiet"])
      #expect(loud.errors.contains(": warning: "))
      #expect(quiet.errors == "")
      #expect(quiet.outputBytes == loud.outputBytes)
    }
  }

  @Test func versionAndHelp() throws {
    let version = try VersionFacts()
    let run = try json(Self.plain, "--draws", "1k").value
    #expect(run["version"]?.string.map { "growth " + $0 } == version.first)
    #expect(version.first.wholeMatch(of: /growth \d+\.\d+\.\d+/) != nil)
    for arguments in [
      ["--help"], ["run", "--help"], ["check", "--help"], ["show", "--help"], [],
    ] {
      let help = try Program.run(arguments)
      #expect(help.status == 0)
      #expect(help.output.contains("USAGE: growth"))
      #expect(help.errors == "")
    }
  }
}
