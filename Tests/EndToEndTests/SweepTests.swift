import Foundation
import TestSupport
import Testing

/// `growth sweep`, run as people run it.
@Suite struct SweepTests {
  private static let plain = ScenarioFolder.absolute(ScenarioFolder.plannedWeights)
  private static let sonLa = ScenarioFolder.absolute(ScenarioFolder.sonLa)

  private func csv(_ text: String) -> [[String]] {
    text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func sweep(_ arguments: String..., directory: URL = Program.packageRoot) throws
    -> Program.Outcome
  {
    let outcome = try Program.run(["sweep"] + arguments, directory: directory)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  /// Every number of a row is the one of `run` with the same values set, to the last bit.
  @Test(arguments: ["100k", "3k"]) func equalsRun(draws: String) throws {
    let outcome = try sweep(
      Self.sonLa, "--vary", "credit.growth=5..15%:2", "--vary",
      "water.level.mode=-8%,{value: 2.5%}",
      "--set", "apparatus.reform=50%", "--quantity", "growth.2025H1", "--quantity",
      "crops.growth.2025Q3", "--draws", draws, "--seed", "7", "--format", "json", "--quiet")
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 4)
    let credits = ["5%", "5%", "15%", "15%"]
    let waters = ["-8%", "{value: 2.5%}", "-8%", "{value: 2.5%}"]
    for (k, line) in lines.enumerated() {
      let row = try JSONValue(String(line))
      let run = try JSONValue(
        Program.run(
          "run", Self.sonLa, "--set", "apparatus.reform=50%", "--set",
          "credit.growth=\(credits[k])",
          "--set", "water.level.mode=\(waters[k])", "--quantity", "growth.2025H1", "--quantity",
          "crops.growth.2025Q3", "--draws", draws, "--seed", "7", "--format", "json", "--quiet"
        ).output)
      #expect(row["format"]?.string == "growth.sweep/1")
      #expect(
        row["values"]
          == .object([
            "credit.growth": .string(credits[k]), "water.level.mode": .string(waters[k]),
          ]))
      for key in ["seed", "draws", "sampling", "version", "scenario"] {
        #expect(row[key] == run[key], "\(key)")
      }
      let (targets, others) = (row["targets"]?.array ?? [], run["targets"]?.array ?? [])
      #expect(targets.count == 10 && others.count == 10)
      for (target, other) in zip(targets, others) {
        for (key, value) in try #require(target.object) { #expect(value == other[key], "\(key)") }
      }
      for (key, value) in try #require(row["allTargets"]?.object) {
        #expect(value == run["allTargets"]?[key])
      }
      let quantities = try #require(row["quantities"]?.object)
      #expect(quantities["growth.2025H1"] != nil && quantities["crops.growth.2025Q3"] != nil)
      for (path, quantity) in quantities {
        let other = try #require(run["quantities"]?[path])
        for key in ["mean", "standardDeviation", "unit"] { #expect(quantity[key] == other[key]) }
        for (key, value) in try #require(quantity["quantiles"]?.object) {
          #expect(value == other["quantiles"]?[key])
        }
      }
    }
  }

  /// CSV and JSON say the same.
  @Test func formatsAgree() throws {
    let arguments = [
      "sweep", Self.plain, "--vary", "services.growth.mean=4..8%:3", "--draws", "20k", "--quiet",
    ]
    let table = csv(try Program.run(arguments + ["--format", "csv"]).output)
    let lines = try Program.run(arguments + ["--format", "json"]).output.split(separator: "\n")
    try #require(table.count == 4 && lines.count == 3)
    for (fields, line) in zip(table.dropFirst(), lines) {
      let row = Dictionary(uniqueKeysWithValues: zip(table[0], fields))
      let json = try JSONValue(String(line))
      #expect(row["services.growth.mean"] == json["values"]?["services.growth.mean"]?.string)
      let target = try #require(json["targets"]?[0])
      #expect(row["growth probability"].flatMap(Double.init) == target["probability"]?.number)
      #expect(
        row["growth probability low"].flatMap(Double.init) == target["interval"]?[0]?.number)
      #expect(row["growth mean shortfall"].flatMap(Double.init) == target["meanShortfall"]?.number)
      let growth = json["quantities"]?["growth"]
      #expect(row["growth mean"].flatMap(Double.init) == growth?["mean"]?.number)
      #expect(
        row["growth quantile 0.95"].flatMap(Double.init) == growth?["quantiles"]?["0.95"]?.number)
    }
  }

  /// Phi((mu - t) / sd) in every row, within 4 standard errors: the case that has a closed form.
  @Test func closedForm() throws {
    let draws = 400_000.0
    let table = csv(
      try sweep(
        Self.plain, "--vary", "services.growth.mean=2..12%:11", "--draws", "400k", "--format",
        "csv", "--quiet"
      ).output)
    let place = try #require(table[0].firstIndex(of: "growth probability"))
    let mean = try #require(table[0].firstIndex(of: "growth mean"))
    let deviation = 0.028_827_727_3
    #expect(table.count == 12)
    for (k, fields) in table.dropFirst().enumerated() {
      // 0.23 x 4.3 + 0.29 x 2.4 + 0.06 x 5.1 and services with 0.42.
      let mu = (1.991 + 0.42 * Double(2 + k)) / 100
      let p = erfc((0.08 - mu) / (deviation * 2.0.squareRoot())) / 2
      let found = try #require(Double(fields[place]))
      #expect(abs(found - p) < 4 * (p * (1 - p) / draws).squareRoot(), "\(k): \(found), \(p)")
      let average = try #require(Double(fields[mean]))
      #expect(abs(average - mu) < 4 * deviation / draws.squareRoot())
    }
  }

  /// The same bytes with any number of threads, more threads than variants too; from evenly spread draws too.
  @Test(arguments: ["pseudo-random", "sobol"]) func threads(_ sampling: String) throws {
    let runs = try ["1", "2", "3", "8"].map {
      try sweep(
        Self.sonLa, "--vary", "credit.growth=0..20%:3", "--draws", "5k", "--sampling", sampling,
        "--format", "csv", "--quiet", "--threads", $0
      ).output
    }
    #expect(runs[0].split(separator: "\n").count == 4)
    #expect(Set(runs).count == 1)
  }

  @Test func latinHypercubes() throws {
    let arguments = [
      "sweep", Self.plain, "--vary", "services.growth.mean=4..8%", "--design", "lhs", "--points",
      "8", "--draws", "1k", "--format", "csv", "--quiet",
    ]
    let one = csv(try Program.run(arguments).output)
    let two = csv(
      try Program.run(arguments + ["--vary", "taxes.growth.mean=4%,5%"]).output)
    #expect(one.count == 9)
    #expect(one.map { $0[0] } == two.map { $0[0] })
    #expect(two[0][1] == "taxes.growth.mean")
    #expect(Set(two.dropFirst().map { $0[1] }) == ["4%", "5%"])
    let seeded = csv(try Program.run(arguments + ["--seed", "9"]).output)
    #expect(one.map { $0[0] } != seeded.map { $0[0] })
  }

  @Test func filesOfVariants() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "services.growth.mean (%),taxes.growth.mean\n5,\n,4%\n6.5,5.1%\n", "variants.csv")
    let table = csv(
      try sweep(
        Self.plain, "--variants", folder.path("variants.csv"), "--draws", "2k", "--format", "csv"
      ).output)
    #expect(table.map { $0[0] } == ["services.growth.mean", "5%", "", "6.5%"])
    #expect(table.map { $0[1] } == ["taxes.growth.mean", "", "4%", "5.1%"])
    // Each row with each value that is varied.
    let crossed = csv(
      try sweep(
        Self.plain, "--variants", folder.path("variants.csv"), "--vary",
        "agriculture.growth.mean=1%,2%", "--draws", "2k", "--format", "csv"
      ).output)
    #expect(crossed.map { $0[0] } == ["services.growth.mean", "5%", "5%", "", "", "6.5%", "6.5%"])
    #expect(crossed.dropFirst().map { $0[2] } == ["1%", "2%", "1%", "2%", "1%", "2%"])
    let twice = try Program.run(
      "sweep", Self.plain, "--variants", folder.path("variants.csv"), "--vary",
      "taxes.growth.mean=1%,2%")
    #expect(twice.status == 64 && twice.errors.contains("leave out its column, or --vary"))
    try folder.write("services.growth.mean\n5\n6%\n7,\n", "bad.csv")
    let bad = try Program.run("sweep", Self.plain, "--variants", folder.path("bad.csv"))
    #expect(bad.status == 2 && bad.errors.contains("bad.csv:4:1: error: the row has 2 cells"))
  }

  /// Everything that is wrong with any variant is said before anything is drawn or written.
  @Test func badVariants() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      [
        "sweep", Self.sonLa, "--vary", "credit.growth=15..25%:3", "--vary",
        "apparatus.reform=50%,{distribution: nrmal, mean: 1%, sd: 1%}", "--format", "csv", "-o",
        "rows.csv", "--chart", "chart.svg", "--draws", "4G",
      ], directory: folder.url)
    #expect(outcome.status == 2 && outcome.output == "")
    let message = "--set credit.growth=25%: error: the value of 'credit.growth' is 25%, outside"
    #expect(outcome.errors.components(separatedBy: message).count == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains("--set apparatus.reform={distribution: nrmal"))
    #expect(try folder.names() == [])
    let far = try Program.run("sweep", Self.sonLa, "--vary", "credit.growth=5..10:2")
    #expect(
      far.status == 2 && far.errors.contains("first variant with an error: --set 'credit.growth=5'")
    )
    let targets = try Program.run(
      "sweep", Self.plain, "--vary", "services.growth.mean=5%,6%", "--vary",
      "targets={a: {quantity: growth, at-least: 5%}},{b: {quantity: growth, at-least: 5%}}",
      "--draws", "1k")
    #expect(targets.status == 2 && targets.errors.contains("other targets than the first one"))
  }

  /// A number that is not finite ends the sweep and says where.
  @Test func aVariantThatCannotBeRun() throws {
    let outcome = try Program.run(
      "sweep", Self.plain, "--vary", "run.draws=1k,2k", "--format", "json", "--quiet")
    #expect(outcome.status == 0)
    let draws = try outcome.output.split(separator: "\n").map { try JSONValue(String($0))["draws"] }
    #expect(draws == [.number(1000), .number(2000)])
  }

  // MARK: Interrupted sweeps

  private static let long = [
    "sweep", sonLa, "--vary", "credit.growth=0..20%:20", "--vary", "apparatus.reform=0..100%:10",
    "--draws", "60k", "--threads", "2", "--quiet",
  ]

  /// Waits until the rows of a file have some lines, and ends the process.
  private func end(_ program: RunningProgram, after lines: Int, of path: String, _ signal: Int32)
    throws
  {
    let limit = ContinuousClock.now + .seconds(100)
    while ContinuousClock.now < limit {
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      if text.split(separator: "\n").count >= lines {
        program.send(signal)
        return
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw Program.Failure(description: "there were never \(lines) lines in \(path)")
  }

  /// A sweep that was killed, its last line cut off, goes on to the same bytes.
  @Test(arguments: ["csv", "json"]) func resumes(format: String) throws {
    let folder = try TemporaryFolder()
    let arguments = Self.long + ["--format", format, "-o", "rows"]
    let program = try RunningProgram(
      Program.executable(), arguments, directory: folder.url)
    try end(program, after: 5, of: folder.path("rows.partial"), SIGKILL)
    #expect(try program.outcome().status == 128 + SIGKILL)
    #expect(try folder.names() == ["rows.partial", "rows.partial.key"])
    let partial = try folder.text("rows.partial")
    #expect(partial.split(separator: "\n").count < 201)
    try folder.write(String(partial.dropLast(100)), "rows.partial")

    let refused = try Program.run(arguments, directory: folder.url)
    #expect(refused.status == 1 && refused.errors.contains("add --resume"))
    let resumed = try Program.run(
      arguments + ["--resume", "--chart", "resumed.svg", "--threads", "1"], directory: folder.url)
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try folder.names() == ["resumed.svg", "rows"])
    let whole = try Program.run(
      Self.long + ["--format", format, "-o", "whole", "--chart", "whole.svg"], directory: folder.url
    )
    #expect(whole.status == 0)
    #expect(try folder.text("rows") == folder.text("whole"))
    #expect(try folder.text("resumed.svg") == folder.text("whole.svg"))
  }

  @Test func interrupts() throws {
    let folder = try TemporaryFolder()
    let program = try RunningProgram(
      Program.executable(), Self.long + ["--format", "csv", "-o", "rows"], directory: folder.url)
    try end(program, after: 2, of: folder.path("rows.partial"), SIGINT)
    let outcome = try program.outcome()
    #expect(outcome.status == 130 && outcome.errors.contains("--resume goes on with them"))
    #expect(try folder.names() == ["rows.partial", "rows.partial.key"])
  }

  /// Rows of another sweep are not gone on with, and it is said what differs.
  @Test func rowsOfAnotherSweep() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Self.plain, toPath: folder.path("plan.yaml"))
    let arguments = [
      "sweep", "plan.yaml", "--vary", "services.growth.mean=4..8%:5", "--draws", "1k", "--quiet",
      "-o", "rows", "--format", "csv",
    ]
    func resume(_ arguments: [String]) throws -> String {
      let outcome = try Program.run(arguments + ["--resume"], directory: folder.url)
      #expect(outcome.status == 1)
      return outcome.errors
    }
    #expect(try Program.run(arguments, directory: folder.url).status == 0)
    let rows = try folder.text("rows")
    // As if it had been interrupted after two rows: the key is what a sweep of the same would write.
    let program = try RunningProgram(
      Program.executable(),
      arguments.dropLast(4) + ["-o", "other", "--format", "csv", "--draws", "50M"],
      directory: folder.url)
    try end(program, after: 1, of: folder.path("other.partial.key"), SIGKILL)
    _ = try program.outcome()
    let key = try folder.text("other.partial.key").replacing("50000000", with: "1000")
    func interrupted() throws {
      try folder.write(
        rows.split(separator: "\n").prefix(3).joined(separator: "\n") + "\n", "rows.partial")
      try folder.write(key, "rows.partial.key")
    }
    try interrupted()
    #expect(try resume(arguments + ["--seed", "3"]).contains("the seed was"))
    #expect(
      try resume(arguments.map { $0 == "1k" ? "2k" : $0 }).contains("the number of draws was"))
    #expect(try resume(arguments.map { $0 == "csv" ? "json" : $0 }).contains("the format was"))
    #expect(
      try resume(arguments + ["--quantity", "growth"]).contains("the list of quantities was"))
    #expect(
      try resume(arguments + ["--set", "taxes.growth.mean=4%"]).contains("scenario has changed"))
    #expect(
      try resume(arguments.map { $0.replacing("4..8%:5", with: "4..9%:5") })
        .contains("the variants have changed"))
    let scenario = try folder.text("plan.yaml")
    try folder.write(scenario + "# more\n", "plan.yaml")
    #expect(try resume(arguments).contains("the scenario has changed"))
    try folder.write(scenario, "plan.yaml")
    try folder.write("", "rows.partial.key")
    #expect(try resume(arguments).contains("it is not known"))
    try interrupted()
    #expect(try Program.run(arguments + ["--resume"], directory: folder.url).status == 0)
    #expect(try folder.text("rows") == rows)
  }

  // MARK: Screens and usage

  /// What the screen shows of Sơn La: a map of two levers.
  @Test func screen() throws {
    let outcome = try Program.run(
      "sweep", ScenarioFolder.sonLa, "--vary", "investment.plan=5000..7500 billion VND:6", "--vary",
      "credit.growth=0..20%:5", "--draws", "10k")
    let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/sweep-son-la.txt")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try outcome.outputBytes.write(to: snapshot)
    }
    #expect(outcome.output == (try String(contentsOf: snapshot, encoding: .utf8)))
  }

  @Test func targetsAndCharts() throws {
    let folder = try TemporaryFolder()
    let outcome = try sweep(
      Self.sonLa, "--vary", "credit.growth=0..20%:3", "--draws", "1k", "--target", "per-person",
      "--chart", "chart.svg", "-o", "screen.txt", directory: folder.url)
    #expect(outcome.output == "")
    #expect(try folder.text("screen.txt").contains("GRDP per person of at least 61.8"))
    #expect(
      try folder.text("chart.svg").contains("<title id=\"title\">Probability of GRDP per person"))
  }

  @Test(
    arguments: [
      (["--vary", "credit.growth=0..20%:3", "--resume"], "give -o FILE"),
      (["--vary", "credit.growth=0..20%:3", "--resume", "-o", "x"], "--format csv or json"),
      ([], "nothing is varied"),
      (["--vary", "credit.growth=0..20%"], "not said how many values"),
      (["--vary", "credit.growth=0..20%", "--design", "lhs"], "needs --points"),
      (["--vary", "credit.growth=0..20%:3", "--points", "3"], "for --design lhs"),
      (["--variants", "x.csv", "--design", "together"], "leave out --design"),
      (["--vary", "credit.growth=0..20%:3", "--target", "grwth"], "did you mean 'growth'?"),
      (
        ["--vary", "credit.growth=0..20%:3", "--target", "growth", "--format", "csv"],
        "every target"
      ),
      (["--vary", "credit.growth=0..20%:3", "--quantity", "grwth"], "did you mean 'growth'?"),
      (
        ["--vary", "a=0..1:2", "--vary", "b=0..1:2", "--vary", "c=0..1:2", "--chart", "x.svg"],
        "one path, or a grid of two"
      ),
      (["--vary", "a=0..1:1001", "--vary", "b=0..1:1000"], "more than 1000000"),
      (["--vary", "credit.growth=0..20%:3", "--draws", "0"], "--draws"),
    ] as [([String], String)])
  func usage(_ arguments: [String], _ message: String) throws {
    let outcome = try Program.run(["sweep", Self.sonLa] + arguments)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
