import Foundation

/// The built `growth`, run as people run it.
enum Program {
  /// The folder of the package, from where commands are given.
  static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What a finished run left.
  struct Outcome {
    let outputBytes: Data
    let errors: String
    /// The exit status; 128 and the signal's number for a process that a signal ended.
    let status: Int32

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The executable among the products of the build that this test belongs to.
  static func executable() throws -> URL {
    guard let test = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
      throw Failure(description: "the test does not know where its own executable is")
    }
    let program = test.deletingLastPathComponent().appendingPathComponent("growth")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw Failure(
        description: "there is no executable at \(program.path); `swift build` with the options "
          + "of this test makes it")
    }
    return program
  }

  /// Runs `growth` to its end.
  static func run(
    _ arguments: String..., environment: [String: String] = [:], directory: URL = packageRoot
  ) throws -> Outcome {
    try run(arguments, environment: environment, directory: directory)
  }

  static func run(
    _ arguments: [String], environment: [String: String] = [:], directory: URL = packageRoot
  ) throws -> Outcome {
    try RunningProgram(
      executable(), arguments, environment: environment, directory: directory
    ).outcome()
  }

  /// Runs a command of the shell, with `growth` first in its path.
  static func shell(
    _ command: String, environment: [String: String] = [:], directory: URL = packageRoot,
    timeout: Int = 120
  ) throws -> Outcome {
    let folder = try executable().deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try RunningProgram(
      URL(fileURLWithPath: "/bin/sh"), ["-c", command],
      environment: environment.merging(["PATH": folder + ":" + path]) { own, _ in own },
      directory: directory
    ).outcome(timeout: timeout)
  }

  /// Whether the `script` of util-linux can play a terminal: a container may have no terminals to give.
  static var hasTerminals: Bool {
    (try? shell("script -qec 'echo played' /dev/null"))?.output.contains("played") == true
  }
}

/// A process that was started, its output going to files.
final class RunningProgram {
  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  private let folder: TemporaryFolder

  init(
    _ executable: URL, _ arguments: [String], environment: [String: String] = [:],
    directory: URL = Program.packageRoot
  ) throws {
    folder = try TemporaryFolder()
    var inherited = ProcessInfo.processInfo.environment
    inherited["NO_COLOR"] = nil
    inherited["TERM"] = "xterm"
    process.executableURL = executable
    process.arguments = arguments
    process.environment = inherited.merging(environment) { _, own in own }
    process.currentDirectoryURL = directory
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (try folder.handle("output"), try folder.handle("errors"))
    process.standardOutput = output
    process.standardError = errors
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
    // A process is never freed, nor are its files; with a thousand of them open the next one does not start.
    try output.close()
    try errors.close()
  }

  /// Waits until the process is prepared for an interrupt, and sends it one, or another signal.
  func interrupt(_ signal: Int32 = SIGINT) throws {
    let limit = ContinuousClock.now + .seconds(60)
    while process.isRunning, ContinuousClock.now < limit {
      let status = try String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let caught = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
      let mask = caught.flatMap { UInt64($0.dropFirst(7).filter { !$0.isWhitespace }, radix: 16) }
      if (mask ?? 0) >> (signal - 1) & 1 == 1 {
        kill(process.processIdentifier, signal)
        return
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw Program.Failure(description: "the process never watched for an interrupt")
  }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end; a process that is not there by then is ended, and that is a failure.
  ///
  /// - Parameter timeout: seconds.
  func outcome(timeout: Int = 120) throws -> Program.Outcome {
    if ended.wait(timeout: .now() + .seconds(timeout)) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      let call = ([process.executableURL?.path ?? ""] + (process.arguments ?? []))
      throw Program.Failure(
        description: "not done after \(timeout) s: " + call.joined(separator: " "))
    }
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return Program.Outcome(
      outputBytes: try Data(contentsOf: folder.url("output")),
      errors: try folder.text("errors"), status: signal + process.terminationStatus)
  }
}

/// A folder that goes away with its last reference.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("growth-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func url(_ name: String) -> URL { url.appendingPathComponent(name) }
  func path(_ name: String) -> String { url(name).path }
  func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }
  func write(_ text: String, _ name: String) throws { try Data(text.utf8).write(to: url(name)) }

  /// The names in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  /// A new file, open for writing.
  func handle(_ name: String) throws -> FileHandle {
    try write("", name)
    return try FileHandle(forWritingTo: url(name))
  }
}
