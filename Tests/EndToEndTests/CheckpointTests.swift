import Foundation
import Stochastics
import Testing

/// Runs that are stopped in the middle, and go on to the same bytes.
@Suite struct CheckpointTests {
  private static let scenario = ScenarioFolder.plannedWeights

  /// A run that takes some seconds at least, however fast the machine is.
  private static let long = ["run", scenario, "--draws", "4G", "--threads", "2", "--no-progress"]

  /// Kills that the long form of the test does, `make kill-test`.
  private static let kills =
    ProcessInfo.processInfo.environment["GROWTH_KILLS"].flatMap { Int($0) } ?? 20

  /// Draws of a run that lasts about so long on this machine, and what it prints.
  private static func run(
    lasting seconds: Double, _ options: [String]
  ) throws -> (command: [String], output: Data, seconds: Double) {
    var draws = 100_000
    while true {
      let command = ["run", scenario, "--draws", "\(draws)"] + options
      let start = ContinuousClock.now
      let outcome = try Program.run(command)
      let taken = ContinuousClock.now - start
      #expect(outcome.status == 0, "\(outcome.errors)")
      let length = Double(taken.components.seconds) + Double(taken.components.attoseconds) * 1e-18
      if length >= seconds || draws >= 200_000_000 {
        return (command, outcome.outputBytes, length)
      }
      draws *= 2
    }
  }

  /// Killed at random moments, again and again: what is printed in the end is what a run prints that nobody
  /// disturbs, and no half of a state is ever met.
  @Test(arguments: [["--format", "json"], ["--sampling", "sobol", "--format", "csv"]])
  func kills(options: [String]) throws {
    let folder = try TemporaryFolder()
    let (command, output, seconds) = try Self.run(lasting: 1.5, options)
    let state = folder.path("state")
    let random = RandomStream(seed: 2026, name: options.joined(separator: " "))
    var (killed, finished, resumed) = (0, 0, 0)
    var moment = 0
    while killed < Self.kills / 2 {
      if FileManager.default.fileExists(atPath: state) { resumed += 1 }
      let program = try RunningProgram(
        Program.executable(),
        command + ["--resume", state, "--checkpoint-interval", "0.002", "--quiet"])
      moment += 1
      Thread.sleep(
        forTimeInterval: 0.6 * seconds * Double(random.bits(draw: moment) >> 11) * 0x1p-53)
      program.send(SIGKILL)
      let outcome = try program.outcome()
      if outcome.status == 128 + SIGKILL {
        killed += 1
        // It may have been killed as it printed, or between that and its exit.
        #expect(output.starts(with: outcome.outputBytes), "\(outcome.output)")
      } else {
        // It was done before the kill.
        finished += 1
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.outputBytes == output)
        #expect(!FileManager.default.fileExists(atPath: state))
      }
    }
    #expect(resumed > 0)
    let last = try Program.run(command + ["--resume", state, "--quiet"])
    #expect(last.status == 0, "\(last.errors)")
    #expect(last.outputBytes == output)
    #expect(try folder.names() == [], "nothing is left of it")
    print("\(killed) kills, \(finished) runs done in between, \(resumed) resumed: \(options)")
  }

  /// The state is kept, and said how to go on with; the exit code is that of the signal.
  @Test(arguments: [SIGINT, SIGTERM]) func interrupts(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let state = folder.path("state")
    let program = try RunningProgram(
      Program.executable(), Self.long + ["--checkpoint", state])
    try program.interrupt(signal)
    let outcome = try program.outcome()
    #expect(outcome.status == 128 + signal)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.hasSuffix(
        "interrupted; the state is kept: the same command with --resume \(state) goes on\n"))
    #expect(try folder.names() == ["state"])
    // Without --resume it is in the way.
    let again = try Program.run(Self.long + ["--checkpoint", state])
    #expect(again.status == 1)
    #expect(again.errors.contains("holds the state of a run that was interrupted"))
    #expect(again.errors.contains("hint: say --resume \(state) to go on with it"))
    // It is no part, and of no other run.
    let merged = try Program.run("merge", state)
    #expect(merged.status == 2)
    #expect(merged.errors.contains("it is the state of a run that is not done"))
    for (other, difference) in [
      (["--seed", "4"], "the seed is 2025, and not 4"),
      (["--draws", "5k"], "it is of 4000000000 draws, and not of 5000 draws"),
      (["--quantity", "all"], "it is of another model"),
      (["--set", "services.growth.mean=8%"], "it is of another scenario"),
      (
        ["--shard", "1/2", "--state", folder.path("x")],
        "it was shared out in another number of parts: 1, and not 2"
      ),
    ] {
      let refused = try Program.run(Self.long + other + ["--resume", state])
      #expect(refused.status == 1)
      #expect(
        refused.errors.contains("the state in '\(state)' is not of this run: \(difference)"),
        "\(refused.errors)")
    }
    #expect(try folder.names() == ["state"])
  }

  @Test func foreignFilesStay() throws {
    let folder = try TemporaryFolder()
    try folder.write("a letter", "letter")
    let run = ["run", Self.scenario, "--draws", "2000"]
    let refused = try Program.run(run + ["--checkpoint", folder.path("letter")])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("is there already, and is no state of a run"))
    let resumed = try Program.run(run + ["--resume", folder.path("letter")])
    #expect(resumed.status == 1)
    #expect(resumed.errors.contains("there is nothing to go on with in"))
    #expect(try folder.text("letter") == "a letter")
    let nowhere = try Program.run(run + ["--checkpoint", "/no/such/folder/state"])
    #expect(nowhere.status == 1)
    for arguments in [
      ["--checkpoint-interval", "3"], ["--checkpoint", "x", "--checkpoint-interval", "0"],
    ] {
      #expect(try Program.run(run + arguments).status == 64)
    }
  }

  /// Where there is nothing to go on with, the same command begins: a job may be started again as it is.
  @Test func beginsAnew() throws {
    let folder = try TemporaryFolder()
    let run = ["run", Self.scenario, "--draws", "3000"]
    let plain = try Program.run(run)
    let outcome = try Program.run(run + ["--resume", folder.path("state")])
    #expect(outcome.status == 0)
    #expect(outcome.outputBytes == plain.outputBytes)
    #expect(outcome.errors.contains("to go on with: beginning anew"))
    #expect(try folder.names() == [])
  }

  /// A part that is stopped goes on too, and so does a run to a precision.
  @Test func partsAndPrecisions() throws {
    let folder = try TemporaryFolder()
    func stopped(_ command: [String]) throws {
      let program = try RunningProgram(
        Program.executable(), command + ["--resume", folder.path("state")])
      try program.interrupt()
      #expect(try program.outcome().status == 130)
    }
    let precision = ["run", Self.scenario, "--precision", "0.001pp", "--no-progress"]
    try stopped(precision)
    #expect(try folder.names() == ["state"])
    try FileManager.default.removeItem(at: folder.url("state"))
    let part = Self.long + ["--shard", "2/3", "--state", folder.path("part")]
    try stopped(part)
    #expect(try folder.names() == ["state"])
  }
}
