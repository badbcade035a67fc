import Foundation
import ScenarioFiles
import TestSupport
import Testing

/// The scenario to begin with.
@Suite struct NewTests {
  /// Flags that differ in everything that a flag can change.
  static let flags: [[String]] = {
    let steps = [[], ["--steps", "quarters"]]
    let parts = [[], ["--with", "none"], ["--with", "investment,prices"], ["--with", "prices"]]
    let years = [["--year", "2026"], ["--year", "2030", "--base-year", "2025"]]
    var all: [[String]] = []
    for steps in steps {
      for parts in parts { for years in years { all.append(steps + parts + years) } }
    }
    return all + [
      ["--name", "Sơn La: \"2026\" # năm", "--year", "2026", "--target", "8,5"],
      ["--year", "2026", "--activities", "services", "--target", "-1%"],
      ["--year", "2026", "--activities", "crops,livestock,mining,real-estate,green-energy,taxes"],
      ["--year", "2026", "--currency", "USD", "--with", "prices", "--target", "6.25 %"],
    ]
  }()

  @Test(arguments: flags, ["en", "vi"]) func runsAtOnce(_ flags: [String], _ language: String)
    throws
  {
    let folder = try TemporaryFolder()
    let written = try Program.run(
      ["new", "--lang", language, "-o", "new.yaml"] + flags, directory: folder.url)
    try #require(written.status == 0, "\(written.errors)")
    #expect(try folder.names() == ["new.yaml"])
    let reading = ScenarioReader.read(path: folder.path("new.yaml"))
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    #expect(!reading.figures.isEmpty)
    #expect(reading.figures.count == reading.assumptions.count)
    let run = try Program.run(
      "run", "new.yaml", "--draws", "2000", "--quiet", "--format", "json", directory: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let probability = try JSONValue(run.output)["targets"]?[0]?["probability"]?.number
    #expect((0...1).contains(try #require(probability)))
    let text = try folder.text("new.yaml")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(text.contains("giả định") == (language == "vi"))
    #expect(try SchemaTests.problems(text) == [])
  }

  @Test func saysWhatTheFlagsSay() throws {
    let folder = try TemporaryFolder()
    let written = try Program.run(
      "new", "--name", "Thử: một \"tỉnh\"", "--year", "2027", "--target", "9,25%", "--currency",
      "EUR",
      "--activities", "fishery, services", "--steps", "quarters", directory: folder.url)
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.output == "")
    #expect(written.errors.contains("thu-mot-tinh.yaml"))
    let scenario = try #require(
      ScenarioReader.read(path: folder.path("thu-mot-tinh.yaml")).scenario)
    #expect(scenario.name == "Thử: một \"tỉnh\"")
    #expect(scenario.economy.year == 2027)
    #expect(scenario.economy.baseYear == 2026)
    #expect(scenario.economy.currency == "EUR")
    #expect(scenario.economy.activities.map(\.id) == ["fishery", "services"])
    #expect(scenario.economy.timeline.steps.count == 4)
    #expect(scenario.targets.first?.threshold == 0.0925)
    #expect(scenario.economy.levers.map(\.id) == ["investment.disbursement"])
  }

  @Test func replacesNothingWithoutForce() throws {
    let folder = try TemporaryFolder()
    try folder.write("as it was", "new.yaml")
    let refused = try Program.run("new", "--yes", "-o", "new.yaml", directory: folder.url)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--force"))
    #expect(try folder.text("new.yaml") == "as it was")
    let forced = try Program.run("new", "--yes", "--force", "-o", "new.yaml", directory: folder.url)
    #expect(forced.status == 0)
    #expect(try folder.text("new.yaml").contains("format: growth.scenario/1"))
    #expect(try folder.names() == ["new.yaml"])
  }

  @Test func saysWhatItNeedsWhereNobodyCanBeAsked() throws {
    let folder = try TemporaryFolder()
    for language in ["en", "vi"] {
      let outcome = try Program.run("new", "--lang", language, directory: folder.url)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--name") && outcome.errors.contains("--yes"))
    }
    #expect(try folder.names() == [])
  }

  @Test(arguments: [
    ["--target", "viel"], ["--target", "2000%"], ["--year", "26"], ["--currency", "dong"],
    ["--year", "2025", "--base-year", "2025"], ["--activities", "taxes"],
    ["--activities", "a,a"], ["--activities", "Nông nghiệp"], ["--activities", "growth"],
    ["--activities", "investment"], ["--name", " "], ["--with", "everything"],
    ["--steps", "months"], ["--year", "2040", "--base-year", "2025", "--steps", "quarters"],
    ["--year", "2099", "--base-year", "2025"],
  ])
  func refusesWhatCannotBe(_ flags: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["new", "--yes"] + flags, directory: folder.url)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(try folder.names() == [])
  }

  /// Editors are pointed to the schema only where it is.
  @Test func namesTheSchemaBesideIt() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run("new", "--yes", "-o", "a.yaml", directory: folder.url)
    #expect(try !folder.text("a.yaml").contains("yaml-language-server"))
    let schema = try Program.run("schema", "-o", "growth.schema.json", directory: folder.url)
    #expect(schema.status == 0)
    _ = try Program.run("new", "--yes", "-o", "b.yaml", directory: folder.url)
    #expect(
      try folder.text("b.yaml").hasPrefix("# yaml-language-server: $schema=growth.schema.json\n"))
    #expect(!ScenarioReader.read(path: folder.path("b.yaml")).hasErrors)
  }
}

/// The dialogue, on a terminal that `script` of util-linux plays.
@Suite(.enabled(if: Program.hasTerminals, "there is no script of util-linux, or no terminal"))
struct NewDialogueTests {
  /// What a terminal shows while lines are typed into it.
  private func dialogue(
    _ command: String, typing lines: [String], in folder: TemporaryFolder, status: Int32 = 0
  ) throws -> String {
    let typed = lines.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try Program.shell(
      "printf '%s\\n' \(typed) | script -qec \"$COMMAND\" /dev/null",
      environment: ["COMMAND": command], directory: folder.url)
    #expect(outcome.status == status, "\(outcome.output)")
    return outcome.output
  }

  @Test func asksAndWrites() throws {
    let folder = try TemporaryFolder()
    let screen = try dialogue(
      "growth new",
      typing: [
        "2026", "Lai Châu", "9", "", "agriculture,services,taxes", "yes", "n", "y", "lc.yaml",
      ], in: folder)
    for question in [
      "Which year is asked about?", "What is the scenario called? [My province 2026]",
      "What growth is the target? [8%]", "In which currency? [VND]", "Quarter by quarter? [no]",
      "In which file? [lai-chau.yaml]", "lc.yaml is written",
    ] {
      #expect(screen.contains(question), "\(question)\n\(screen)")
    }
    let scenario = try #require(ScenarioReader.read(path: folder.path("lc.yaml")).scenario)
    #expect(scenario.name == "Lai Châu")
    #expect(scenario.targets.map(\.id) == ["growth", "grdp-per-person"])
    #expect(scenario.targets[0].threshold == 0.09)
    #expect(scenario.economy.activities.map(\.id) == ["agriculture", "services", "taxes"])
    #expect(scenario.economy.timeline.steps.count == 4)
    #expect(scenario.economy.levers.isEmpty)
  }

  @Test func asksAgainAfterAWrongAnswer() throws {
    let folder = try TemporaryFolder()
    let screen = try dialogue(
      "growth new --lang vi --year 2026 --name Thử --currency VND --steps years",
      typing: ["nhiều", "7,5%", "Nông nghiệp", "agriculture", "hm", "không", "c", ""], in: folder)
    for line in [
      "chỉ tiêu tăng trưởng phải lớn hơn", "không thể là tên ngành", "Hãy trả lời có hoặc không.",
      "Đã ghi thu.yaml",
    ] {
      #expect(screen.contains(line), "\(line)\n\(screen)")
    }
    let scenario = try #require(ScenarioReader.read(path: folder.path("thu.yaml")).scenario)
    #expect(scenario.targets.map(\.threshold).first == 0.075)
    #expect(scenario.targets.count == 2)
  }

  @Test func asksOnlyWhatIsNotSaid() throws {
    let folder = try TemporaryFolder()
    let screen = try dialogue("growth new --yes --year 2026", typing: [], in: folder)
    #expect(!screen.contains("?"))
    #expect(try folder.names() == ["my-province-2026.yaml"])
  }
}
