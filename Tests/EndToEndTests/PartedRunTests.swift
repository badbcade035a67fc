import Foundation
import Testing

/// Parts of a run and of a sweep, put together, against the same in one go: byte for byte.
@Suite struct PartedRunTests {
  /// Runs the parts of a command into files of a folder.
  static func parts(
    _ arguments: [String], of count: Int, in folder: TemporaryFolder,
    directory: URL = Program.packageRoot, names: String = "part"
  ) throws -> [String] {
    try (1...count).map { part in
      let path = folder.path("\(names)-\(part)")
      let outcome = try Program.run(
        arguments + ["--shard", "\(part)/\(count)", "--state", path], directory: directory)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
      return path
    }
  }

  /// A scenario with published figures that extends another one, one with a history, and a national one.
  private static let scenarios = [
    "Scenarios/son-la-2025-h1.yaml", ScenarioFolder.vietNamSectors,
    ScenarioFolder.vietNamQuarters,
  ]

  @Test(arguments: scenarios) func runs(file: String) throws {
    let folder = try TemporaryFolder()
    let command = ["run", file, "--draws", "5000"]
    let parts = try Self.parts(command, of: 3, in: folder)
    for format in ["text", "json", "csv"] {
      let whole = try Program.run(command + ["--format", format])
      let merged = try Program.run(["merge"] + parts.reversed() + ["--format", format])
      #expect(merged.status == 0, "\(merged.errors)")
      #expect(merged.outputBytes == whole.outputBytes)
    }
  }

  @Test(arguments: ["antithetic", "latin-hypercube", "sobol"])
  func samplings(sampling: String) throws {
    let folder = try TemporaryFolder()
    let command = [
      "run", ScenarioFolder.sonLa, "--draws", "3000", "--sampling", sampling, "--seed", "7",
    ]
    let parts = try Self.parts(command + ["--format", "json"], of: 4, in: folder)
    let whole = try Program.run(command + ["--format", "json"])
    // Without a format, the one that the parts were asked for.
    #expect(try Program.run(["merge"] + parts).outputBytes == whole.outputBytes)
  }

  /// A part each for a block, and more parts than blocks; controls, values set and quantities asked for.
  @Test(arguments: [1, 7]) func optionsAndManyParts(count: Int) throws {
    let folder = try TemporaryFolder()
    let command = [
      "run", ScenarioFolder.plannedWeights, "--draws", "2500", "--control-variates",
      "--quantity", "all", "--set", "services.growth.mean=8%",
    ]
    let parts = try Self.parts(command, of: count, in: folder)
    let whole = try Program.run(command + ["-o", folder.path("whole")])
    #expect(whole.status == 0)
    let merged = try Program.run(["merge"] + parts + ["-o", folder.path("merged")])
    #expect(merged.status == 0 && merged.output.isEmpty)
    #expect(try folder.text("merged") == folder.text("whole"))
  }

  /// What is put together needs nothing but the states.
  @Test func scenarioNeedNotBeThere() throws {
    let (there, folder) = (try TemporaryFolder(), try TemporaryFolder())
    let source = Program.packageRoot.appendingPathComponent("Scenarios")
    let copy = there.url("Scenarios")
    try FileManager.default.copyItem(at: source, to: copy)
    let command = ["run", "Scenarios/son-la-2025-9m.yaml", "--draws", "3000", "--format", "json"]
    let whole = try Program.run(command, directory: there.url)
    let parts = try Self.parts(command, of: 2, in: folder, directory: there.url)
    let sweep = [
      "sweep", "Scenarios/son-la-2025.yaml", "--draws", "2000", "--variants", "list.csv",
      "--format", "csv",
    ]
    try there.write("credit.growth\n10%\n12%\n14%\n", "list.csv")
    let table = try Program.run(sweep, directory: there.url)
    #expect(table.status == 0, "\(table.errors)")
    let rows = try Self.parts(sweep, of: 2, in: folder, directory: there.url, names: "rows")
    try FileManager.default.removeItem(at: copy)
    try FileManager.default.removeItem(at: there.url("list.csv"))
    let merged = try Program.run(["merge"] + parts, directory: there.url)
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.outputBytes == whole.outputBytes)
    #expect(
      try Program.run(["merge"] + rows, directory: there.url).outputBytes == table.outputBytes)
  }

  @Test(arguments: [1, 4, 8]) func sweeps(count: Int) throws {
    let folder = try TemporaryFolder()
    let command = [
      "sweep", ScenarioFolder.plannedWeights, "--draws", "1500", "--vary",
      "services.growth.mean=6..8%:3", "--vary", "industry-construction.growth.mean=8%,9%",
      "--quantity",
      "growth",
    ]
    let parts = try Self.parts(command + ["--lang", "en"], of: count, in: folder)
    for format in ["text", "json", "csv"] {
      for language in ["en", "vi"] {
        let end = ["--format", format, "--lang", language]
        // Lines of JSON hold names, which are there in one language.
        if format == "json", language == "vi" {
          try refusal(["merge"] + parts + end, status: 64, "'en'", "--lang vi")
          continue
        }
        let whole = try Program.run(command + end)
        #expect(whole.status == 0, "\(whole.errors)")
        let merged = try Program.run(["merge"] + parts.reversed() + end)
        #expect(merged.outputBytes == whole.outputBytes)
      }
    }
  }

  // MARK: Refusals

  private func refusal(
    _ arguments: [String], status: Int32, _ texts: String...,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == status, sourceLocation: location)
    #expect(outcome.output.isEmpty, sourceLocation: location)
    for text in texts {
      #expect(
        outcome.errors.contains(text), "\(outcome.errors) lacks \(text)", sourceLocation: location)
    }
  }

  @Test func usage() throws {
    let run = ["run", ScenarioFolder.plannedWeights]
    try refusal(run + ["--shard", "1/3"], status: 64, "--shard needs --state FILE")
    try refusal(run + ["--state", "x"], status: 64, "--state is for --shard I/N")
    for shard in ["0/3", "4/3", "1", "1/0", "a/b", "1/2/3", "1/1000001"] {
      try refusal(
        run + ["--shard", shard, "--state", "x"], status: 64, "write a part and the number of parts"
      )
    }
    let part = ["--shard", "1/3", "--state", "/tmp/x"]
    try refusal(run + part + ["--precision", "1pp"], status: 64, "which no part knows")
    try refusal(run + part + ["-o", "y"], status: 64, "a part has no result")
    try refusal(
      run + ["--shard", "1/3", "--state", "/no/such/folder/x"], status: 1,
      "there is no folder '/no/such/folder'")
    try refusal(
      ["sweep", ScenarioFolder.plannedWeights, "--vary", "services.growth.mean=6..8%:3"] + part
        + ["--chart", "c.svg"], status: 64, "a part writes nothing but its state")
    try refusal(["merge"], status: 64, "state")
  }

  @Test func statesThatDoNotGoTogether() throws {
    let folder = try TemporaryFolder()
    let run = ["run", ScenarioFolder.plannedWeights, "--draws", "3000"]
    let parts = try Self.parts(run, of: 3, in: folder)
    func other(_ arguments: [String], of count: Int = 3, _ name: String) throws -> String {
      let path = folder.path(name)
      let outcome = try Program.run(
        run + arguments + ["--shard", "2/\(count)", "--state", path])
      #expect(outcome.status == 0, "\(outcome.errors)")
      return path
    }
    func with(_ path: String) -> [String] { ["merge", parts[0], path, parts[2]] }
    let first = "it does not go with '\(parts[0])': "
    try refusal(
      with(other(["--seed", "5"], "seed")), status: 2, first + "the seed is 5, and not 2025")
    try refusal(
      with(other(["--draws", "3001"], "draws")), status: 2,
      first + "it is of 3001 draws, and not of 3000 draws")
    try refusal(
      with(other(["--sampling", "sobol"], "sampling")), status: 2,
      first + "the sampling is 'sobol', and not 'pseudo-random'")
    try refusal(
      with(other(["--control-variates"], "controls")), status: 2,
      first + "it is of another model")
    try refusal(
      with(other(["--set", "services.growth.mean=8%"], "set")), status: 2,
      first + "it is of another scenario")
    try refusal(
      with(other([], of: 4, "count")), status: 2,
      first + "it was shared out in another number of parts: 4, and not 3")
    let rows = folder.path("rows")
    _ = try Program.run(
      "sweep", ScenarioFolder.plannedWeights, "--draws", "1000", "--vary",
      "services.growth.mean=6..8%:3", "--shard", "2/3", "--state", rows)
    try refusal(with(rows), status: 2, first + "it is of another kind")
    try refusal(
      ["merge", parts[0], parts[2], parts[2]], status: 2,
      "\(parts[2]): error: part 3 of 3 is there twice, here and in '\(parts[2])'",
      "of 3 parts these are missing: 2", "hint: leave one of the two out")
    try refusal(["merge", parts[1]], status: 2, "of 3 parts these are missing: 1, 3")
    try refusal(
      ["merge", parts[1], "--lang", "vi"], status: 2, "trong 3 phần còn thiếu: 1, 3", "gợi ý: ")
  }

  @Test func rowsThatDoNotGoTogether() throws {
    let folder = try TemporaryFolder()
    func rows(_ part: Int, _ options: [String], _ values: String = "6..8%:3") throws -> String {
      let path = folder.path("rows-\(part)-\(options.count)-\(values.count)")
      let outcome = try Program.run(
        ["sweep", ScenarioFolder.plannedWeights, "--draws", "1000", "--shard", "\(part)/2"]
          + ["--state", path, "--vary", "services.growth.mean=" + values] + options)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return path
    }
    let first = try rows(1, [])
    let others = [
      try rows(2, ["--seed", "3"]), try rows(2, [], "6..8.5%:3"), try rows(2, [], "6..8%:30"),
    ]
    for other in others {
      try refusal(
        ["merge", first, other], status: 2, "it does not go with '\(first)'",
        "of 2 parts these are missing: 2")
    }
    // How fast it goes and how it is written does not matter.
    let second = try rows(2, ["--threads", "1", "--format", "csv"])
    #expect(try Program.run("merge", second, first).status == 0)
  }

  @Test func filesThatAreNoStates() throws {
    let folder = try TemporaryFolder()
    let run = ["run", ScenarioFolder.plannedWeights, "--draws", "2000"]
    let parts = try Self.parts(run, of: 2, in: folder)
    let bytes = try Data(contentsOf: folder.url("part-2"))
    func refused(_ data: Data, _ texts: String...) throws {
      try data.write(to: folder.url("bad"))
      let outcome = try Program.run("merge", parts[0], folder.path("bad"))
      #expect(outcome.status == 2)
      for text in texts + ["of 2 parts these are missing: 2"] {
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
      }
    }
    try refused(Data(), "it is not a state that growth has written")
    try refused(Data("name: x\n".utf8), "it is not a state that growth has written")
    try refused(bytes.dropLast(), "it is not complete")
    try refused(bytes.prefix(20), "it is not complete")
    try refused(bytes + Data([0]), "it is damaged")
    var changed = bytes
    changed[bytes.count / 2] ^= 4
    try refused(changed, "it is damaged")
    changed = bytes
    changed[8] = 9
    try refused(changed, "version 9 of the format", "this program reads version 2")
    changed = bytes
    for place in 20..<27 { changed[place] = 0xff }
    try refused(changed, "it is not complete")
    try refusal(["merge", folder.path("none")], status: 2, "there is no such file")
    try refusal(["merge", folder.url.path], status: 2, "it is a folder")
    try refusal(["merge", "/dev/null"], status: 2, "it is no file")
  }
}
