import Foundation
import Testing

/// What people read with `--lang vi`, or where the locale is Vietnamese; what programs read stays as it is.
@Suite struct VietnameseTests {
  private static let run = ["run", ScenarioFolder.sonLa, "--draws", "50k", "--quiet"]

  @Test func aRunAsAScreen() throws {
    let outcome = try Program.run(Self.run + ["--lang", "vi"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/run-son-la-vi.txt")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try outcome.outputBytes.write(to: snapshot)
    }
    #expect(outcome.output == (try String(contentsOf: snapshot, encoding: .utf8)))
    let locale = try Program.run(Self.run, environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(locale.outputBytes == outcome.outputBytes)
  }

  @Test func csvIsTheSame() throws {
    let english = try Program.run(Self.run + ["--format", "csv"])
    let vietnamese = try Program.run(Self.run + ["--format", "csv", "--lang", "vi"])
    #expect(english.status == 0)
    #expect(english.outputBytes == vietnamese.outputBytes)
  }

  /// Screens of analyses, whose numbers are those of the English ones and whose words are not.
  @Test(arguments: [
    (
      "sensitivity-ishigami",
      ["sensitivity", "Tests/ScenarioFilesTests/Valid/ishigami.yaml", "--draws", "4k"]
    ),
    (
      "backtest-viet-nam",
      [
        "backtest", ScenarioFolder.vietNamQuarters, "--history",
        "Scenarios/data/viet-nam-quarterly-industries.csv", "--exclude", "2020-2022", "--draws",
        "200", "--by-activity", "--quiet",
      ]
    ),
  ])
  func analyses(_ name: String, _ arguments: [String]) throws {
    let english = try Program.run(arguments)
    let outcome = try Program.run(arguments + ["--lang", "vi"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name)-vi.txt")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try outcome.outputBytes.write(to: snapshot)
    }
    #expect(outcome.output == (try String(contentsOf: snapshot, encoding: .utf8)))
    func numbers(_ text: String) -> [String] {
      text.matches(of: /[0-9]+(?:[.,][0-9]+)+/).map { String($0.output) }.sorted()
    }
    let swapped = numbers(english.output).map { number in
      String(number.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
    }
    #expect(numbers(outcome.output) == swapped.sorted())
    // The name of a scenario, its file of figures and commands are their own words.
    let names = ["growth ", "by quarter", ".csv"]
    for line in outcome.output.split(separator: "\n")
    where !names.contains(where: { line.contains($0) }) {
      for word in [" the ", " of ", " and ", " is ", " are ", "draws", " mean", "quarter", " year"]
      {
        #expect(!line.contains(word), "\(line)")
      }
    }
  }

  /// What is wrong with a command is said in Vietnamese, and nothing of it changes what programs read.
  @Test func errorsAndData() throws {
    let target = try Program.run(
      "sensitivity", ScenarioFolder.sonLa, "--target", "growt", "--lang", "vi")
    #expect(target.status == 64 && target.errors.contains("không có chỉ tiêu 'growt'"))
    #expect(target.errors.contains("có phải ý bạn là 'growth'?"))
    let sweep = try Program.run("sweep", ScenarioFolder.sonLa, "--lang", "vi")
    #expect(sweep.status == 64 && sweep.errors.contains("chưa có gì thay đổi"))
    for arguments in [
      ["show", ScenarioFolder.sonLa], ["calibrate", "Scenarios/data/viet-nam-sector-growth.csv"],
      [
        "sweep", ScenarioFolder.sonLa, "--vary", "credit.growth=7.5%,10%", "--draws", "1k",
      ],
    ] {
      let call = arguments + ["--format", "csv", "--quiet"]
      let english = try Program.run(call)
      #expect(english.status == 0 && !english.outputBytes.isEmpty)
      #expect(try Program.run(call + ["--lang", "vi"]).outputBytes == english.outputBytes)
    }
  }
}
