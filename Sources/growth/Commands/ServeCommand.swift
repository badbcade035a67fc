import ArgumentParser
import Foundation
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles
import Serving

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: localized(
      "A page on this computer with a slider for each lever: the answer moves as they do."),
    discussion: localized(
      """
      Opens a page in the browser. Levers and assumptions are changed there, two settings compared, and what was \
      found saved as a scenario. The page is for this computer alone, and for whoever has its address; Ctrl-C ends it.
      """))

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      localized("The port to listen on. (default: one that is free)"), valueName: "n"))
  var port: UInt16 = 0

  @Flag(help: ArgumentHelp(localized("Print the address and open no browser.")))
  var noOpen = false

  @Option(
    help: ArgumentHelp(
      localized("How many draws each answer has, such as 50k or 1M. (default: 200k)"),
      valueName: "n"),
    transform: drawCount)
  var draws = Self.standardDraws

  @Option(
    help: ArgumentHelp(
      localized(
        "The seed of the random numbers; the same seed gives the same bits on every machine."),
      discussion: localized("Without it, what the scenario says under `run`, or 1."), valueName: "n"
    ))
  var seed: UInt64?

  @OptionGroup var concurrency: ThreadsOption

  @OptionGroup var language: LanguageOption

  /// Enough for a 95% interval of a fifth of a percentage point, and few enough to follow a hand.
  static let standardDraws = 200_000

  func run() async throws {
    let source = ScenarioSource(path: scenario.file)
    let (reading, read) = try scenario.read(source)
    try reading.refuseActuals(for: "growth serve")
    reading.reportDiagnostics()
    let start = ServedScenario(
      source: source, overrides: scenario.overrides, reading: reading, scenario: read,
      draws: draws, seed: seed ?? reading.seed ?? CalculationOptions.standardSeed,
      threads: concurrency.threads, version: Growth.version)
    let server: PageServer
    do {
      server = try PageServer(start, port: port, language: .current)
    } catch let error as SimulationError {
      throw reading.report(error)
    } catch {
      Terminal.error(
        localized("error: cannot listen on 127.0.0.1:\(Int(port)): \(error.localizedDescription)"))
      throw ExitCode.runFailed
    }
    Interrupt.endsServer()
    try Terminal.output(
      localized("The page is at \(server.address) and ends with Ctrl-C.") + "\n")
    if !noOpen { Browser.open(server.address) }
    try await server.run()
  }
}

/// The browser of whoever sits at this computer.
private enum Browser {
  /// Opens a page where there is a display; otherwise, and where no browser comes, the address is printed anyway.
  static func open(_ address: String) {
    let environment = ProcessInfo.processInfo.environment
    guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xdg-open", address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }
}
