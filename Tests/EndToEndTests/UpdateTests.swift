import Foundation
import TestSupport
import Testing

/// `growth update`, run as people run it.
@Suite struct UpdateTests {
  private static let firstHalf = "Scenarios/son-la-2025-h1.yaml"
  private static let nineMonths = "Scenarios/son-la-2025-9m.yaml"
  private static let country = "Scenarios/viet-nam-2025.yaml"
  private static let published = "Scenarios/data/viet-nam-2025-actuals.csv"
  private static let industries = "Scenarios/data/viet-nam-quarterly-industries.csv"

  private func json(_ arguments: String...) throws -> JSONValue {
    let outcome = try Program.run(
      ["update"] + arguments + ["--format", "json", "--quiet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONValue(outcome.output)
    #expect(json["format"]?.string == "growth.update/1")
    return json
  }

  private func check(_ outcome: Program.Outcome, against name: String) throws {
    let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try outcome.outputBytes.write(to: snapshot)
    }
    #expect(outcome.output == (try String(contentsOf: snapshot, encoding: .utf8)))
  }

  /// What is needed is that of the published levels: (1.08 x 36,274 - 27,094) / (36,274 - 27,094 / 1.0626) - 1.
  @Test func whatSonLaNeedsInTheFourthQuarter() throws {
    let found = try json(Self.nineMonths, "--draws", "100k")
    let rest = try #require(found["remaining"]?[0])
    let needed = try #require(rest["needed"]?["mean"]?.number)
    #expect(abs(needed - 0.1212) < 0.0002)
    #expect(rest["quarters"]?.array?.compactMap(\.number) == [4])
    #expect(try abs(#require(rest["known"]?["mean"]?.number) - 0.0626) < 1e-12)
    let target = try #require(found["targets"]?[0])
    let interval = try #require(target["after"]?["interval"]?.array).compactMap(\.number)
    let probability = try #require(target["after"]?["probability"]?.number)
    #expect(interval[0] < probability && probability < interval[1])
    #expect(interval[1] - interval[0] < 0.01)
    // The target is met in a draw where the quarter brings what is needed.
    let run = try Program.run(
      "run", Self.nineMonths, "--draws", "100k", "--format", "json", "--quiet", "--quantity",
      "growth.2025Q4", "--set", "targets.growth.quantity=growth.2025Q4", "--set",
      "targets.growth.at-least=\(needed * 100)%")
    let other = try JSONValue(run.output)["targets"]?[0]?["probability"]?.number
    #expect(try abs(#require(other) - probability) < 1e-4, "\(run.errors)")
  }

  @Test func theNewsAddUp() throws {
    let found = try json(Self.nineMonths, "--draws", "50k")
    for target in try #require(found["targets"]?.array) {
      let id = try #require(target["target"]?["id"]?.string)
      var sums = (probability: 0.0, mean: 0.0)
      for item in try #require(found["news"]?.array) {
        sums.probability += try #require(item["changes"]?[id]?["probability"]?.number)
        sums.mean += try #require(item["changes"]?[id]?["mean"]?.number)
      }
      let before = try #require(target["before"]?["probability"]?.number)
      let after = try #require(target["after"]?["probability"]?.number)
      #expect(abs(sums.probability - (after - before)) < 1e-10)
      let from = try #require(target["meanBefore"]?.number)
      let to = try #require(target["meanAfter"]?.number)
      #expect(abs(sums.mean - (to - from)) < 1e-10 * max(abs(to), 1))
    }
  }

  /// The second step begins where the first ended, to the last bit.
  @Test func aStepBeginsWhereTheLastEnded() throws {
    let first = try json(Self.firstHalf, "--draws", "50k")
    let both = try json(Self.nineMonths, "--draws", "50k")
    let news = try #require(both["news"]?.array)
    let second = try #require(news.last?["changes"]?["growth"]?["probability"]?.number)
    let from = try #require(first["targets"]?[0]?["after"]?["probability"]?.number)
    let to = try #require(both["targets"]?[0]?["after"]?["probability"]?.number)
    #expect(abs(from + second - to) < 1e-12)
    for k in 0..<4 { #expect(first["news"]?[k] == both["news"]?[k]) }
  }

  @Test func nothingPublishedIsARun() throws {
    let updated = try json(ScenarioFolder.sonLa, "--draws", "50k")
    #expect(updated["news"]?.array?.isEmpty == true)
    let outcome = try Program.run(
      "run", ScenarioFolder.sonLa, "--draws", "50k", "--format", "json", "--quiet")
    let run = try JSONValue(outcome.output)
    for (a, b) in zip(
      try #require(updated["targets"]?.array), try #require(run["targets"]?.array))
    {
      #expect(a["after"]?["probability"] == b["probability"])
      #expect(a["after"]?["interval"] == b["interval"])
      #expect(a["before"] == a["after"])
    }
  }

  /// A run of the same scenario has the same probabilities, and says what its draws agree with.
  @Test func aRunAgrees() throws {
    let updated = try json(Self.nineMonths, "--draws", "50k")
    let outcome = try Program.run(
      "run", Self.nineMonths, "--draws", "50k", "--format", "json", "--quiet")
    let run = try JSONValue(outcome.output)
    for (a, b) in zip(
      try #require(updated["targets"]?.array), try #require(run["targets"]?.array))
    {
      #expect(a["after"]?["probability"] == b["probability"])
    }
    #expect(run["conditioning"] == updated["conditioning"])
    #expect(run["draws"]?.number == 50_000)
    let half = try #require(run["quantities"]?["growth.2025H1"])
    for key in ["0.05", "0.5", "0.95"] {
      #expect(try abs(#require(half["quantiles"]?[key]?.number) - 0.0876) < 1e-12)
    }
    let screen = try Program.run("run", Self.nineMonths, "--draws", "50k")
    #expect(screen.output.contains("draws that agree with 5 published figures, worth"))
    for arguments in [["--sampling", "sobol"], ["--control-variates"]] {
      let refused = try Program.run(["run", Self.nineMonths, "--draws", "50k"] + arguments)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("published figures"))
    }
  }

  /// The screen as a whole: the country after nine months, with what past fourth quarters did.
  @Test func theCountryAfterNineMonths() throws {
    let outcome = try Program.run(
      "update", Self.country, "--actuals", Self.published, "--published-by", "2025-10-31",
      "--history", Self.industries, "--exclude", "2021", "--draws", "50k")
    #expect(outcome.status == 0, "\(outcome.errors)")
    try check(outcome, against: "update-viet-nam-9m.txt")
  }

  @Test func sonLaAfterNineMonths() throws {
    let outcome = try Program.run("update", Self.nineMonths, "--draws", "50k")
    #expect(outcome.status == 0, "\(outcome.errors)")
    try check(outcome, against: "update-son-la-9m.txt")
  }

  @Test func inVietnamese() throws {
    let outcome = try Program.run("update", Self.nineMonths, "--draws", "1k", "--lang", "vi")
    #expect(outcome.status == 0, "\(outcome.errors)")
    try check(outcome, against: "update-son-la-9m-vi.txt")
  }

  /// Only what was published by a day is known then.
  @Test func publishedByADay() throws {
    let all = try json(Self.nineMonths, "--draws", "20k")
    let some = try json(Self.nineMonths, "--draws", "20k", "--published-by", "2025-09-01")
    let half = try json(Self.firstHalf, "--draws", "20k")
    #expect(some["news"] == half["news"])
    #expect(some["targets"] == half["targets"])
    #expect(all["news"]?.array?.count == 5)
    let wrong = try Program.run("update", Self.nineMonths, "--published-by", "September")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("--published-by September is no day"))
  }

  @Test func theTableOfNews() throws {
    let outcome = try Program.run(
      "update", Self.nineMonths, "--draws", "20k", "--format", "csv", "--quiet")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 1 + 5 * 10)
    #expect(lines[0].hasPrefix("release,published,quantity,title,unit,value,revision,"))
    #expect(lines[1].hasPrefix("0,2025-08-17,growth.2025H1,"))
  }

  @Test func mistakesAreNamedWithTheirPlaces() throws {
    let folder = try TemporaryFolder()
    try folder.write("period,total (%)\n2025H1,eight\n", "actuals.csv")
    let cell = try Program.run(
      "update", ScenarioFolder.sonLa, "--actuals", folder.path("actuals.csv"))
    #expect(cell.status == 2)
    #expect(cell.errors.contains("actuals.csv:2:8: error: "))
    try folder.write("quarter,farms (billion VND)\n2011Q1,ten\n", "history.csv")
    let history = try Program.run(
      "update", Self.nineMonths, "--history", folder.path("history.csv"))
    #expect(history.status == 2)
    #expect(history.errors.contains("history.csv:2:8: error: "))
    let lost = try Program.run("update", Self.nineMonths, "--exclude", "2021")
    #expect(lost.status == 64)
    #expect(lost.errors.contains("--exclude is about the years of --history"))
    // Figures that no draw can have, and figures that contradict each other.
    try folder.write("period,total (%)\n2025Q1,8\n2025Q2,8\n2025H1,7\n", "actuals.csv")
    let torn = try Program.run(
      "update", ScenarioFolder.sonLa, "--actuals", folder.path("actuals.csv"), "--draws", "2k")
    #expect(torn.status == 2)
    #expect(
      torn.errors.contains(
        "actuals.csv:4:8: error: the figure given for 'growth.2025H1' contradicts the others"))
    #expect(torn.errors.contains("  hint: give one of them a `revision`, or leave this one out"))
  }
}
