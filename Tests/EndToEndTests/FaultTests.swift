import Foundation
import Testing

/// What the world does to a run: full disks, signals, readers that go away, files that do. Each has a message and
/// an exit code, leaves earlier files as they were and none of its own.
@Suite struct FaultTests {
  static let plain = OutputTests.plain
  private static let run = "growth run '\(plain)' --draws 2k --quiet --format json"

  // MARK: Disks

  @Test("A full device says so", arguments: ["> /dev/full", "-o /dev/full"])
  func fullDevice(_ output: String) throws {
    let outcome = try Program.shell("\(Self.run) \(output)")
    #expect(outcome.status == 1)
    let name = output.hasPrefix(">") ? "to standard output" : "'/dev/full'"
    #expect(outcome.errors == "error: cannot write \(name): the disk is full\n")
    let vietnamese = try Program.shell("\(Self.run) --lang vi \(output)")
    #expect(vietnamese.errors.hasSuffix(": đĩa đã đầy\n"))
  }

  @Test("A file that would be too large says so", arguments: ["> new", "-o new", "-o old"])
  func sizeLimit(_ output: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("as it was", "old")
    let outcome = try Program.shell("ulimit -f 1; \(Self.run) \(output)", directory: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasSuffix(": the file would be larger than files may be here\n"))
    #expect(try folder.text("old") == "as it was")
    #expect(try folder.names() == (output == "> new" ? ["new", "old"] : ["old"]))
  }

  /// Whether a disk can be put up for a test.
  static let mounts =
    (try? Program.shell(
      "unshare -m sh -c 'mount -t tmpfs -o size=8k growth-tests /mnt'"))?.status == 0

  @Test(
    "A full or protected disk leaves the old file and nothing else",
    .enabled(if: mounts, "disks can be put up by the superuser alone"),
    arguments: [
      ("mount -o remount,size=8k disk", "the disk is full"),
      ("mount -o remount,ro disk", "the disk can only be read"),
    ])
  func disks(_ preparation: String, _ reason: String) throws {
    let folder = try TemporaryFolder()
    let script = """
      mkdir disk && mount -t tmpfs -o size=1m growth-tests disk && echo as it was > disk/old && \
      \(preparation) && (\(Self.run) -o disk/old; echo status $?; cat disk/old; ls -A disk)
      """
    let outcome = try Program.shell(
      "unshare -m sh -c \"$SCRIPT\"", environment: ["SCRIPT": script], directory: folder.url)
    #expect(outcome.errors == "error: cannot write 'disk/old': \(reason)\n")
    #expect(outcome.output == "status 1\nas it was\nold\n")
  }

  @Test("What is written over keeps its permissions")
  func permissions() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.shell(
      "touch new-mode && chmod 640 new-mode && \(Self.run) -o new-mode && stat -c %a new-mode",
      directory: folder.url)
    #expect(outcome.output == "640\n")
  }

  // MARK: Inputs

  @Test("Files that are gone or cannot be read are named where they are asked for")
  func inputs() throws {
    let folder = try TemporaryFolder()
    try folder.write("extends: gone.yaml\nname: x\n", "variant.yaml")
    let base = try Program.run("run", "variant.yaml", directory: folder.url)
    #expect(base.status == 2)
    #expect(
      base.errors.contains("variant.yaml:1:1: error: there is no base scenario 'gone.yaml'\n"))
    // Memory of the process: its file is there, and its first byte is not.
    let memory = try Program.run("run", "/proc/self/mem")
    #expect(memory.status == 2)
    #expect(memory.errors.contains("the scenario file '/proc/self/mem' cannot be read"))
    let gone = try Program.run("calibrate", "gone.csv", directory: folder.url)
    #expect(gone.status == 2)
    #expect(gone.errors.contains("there is no history file 'gone.csv'"))
    #expect(try folder.names() == ["variant.yaml"])
  }

  // MARK: Signals

  struct Signalled: Sendable {
    let signal: Int32
    let arguments: [String]
  }

  static let signalled: [Signalled] = [SIGINT, SIGTERM].flatMap { signal in
    [
      Signalled(
        signal: signal,
        arguments: ["run", plain, "--draws", "4G", "--format", "json", "-o", "old"]),
      Signalled(signal: signal, arguments: ["report", plain, "--draws", "4G", "-o", "old.html"]),
      Signalled(
        signal: signal,
        arguments: [
          "sweep", plain, "--vary", "services.growth.mean=4%..8%:3", "--draws", "4G", "-o", "old",
        ]),
    ]
  }

  @Test("A run, a report and a sweep end by either signal", arguments: signalled)
  func signals(_ item: Signalled) throws {
    let folder = try TemporaryFolder()
    let names = ["old", "old.html"]
    for name in names { try folder.write("as it was", name) }
    let program = try RunningProgram(
      Program.executable(), item.arguments + ["--quiet"], directory: folder.url)
    try program.interrupt(item.signal)
    let outcome = try program.outcome()
    #expect(outcome.status == 128 + item.signal)
    #expect(outcome.output == "")
    #expect(outcome.errors == "interrupted; nothing was written\n")
    #expect(try folder.names() == names)
    for name in names { #expect(try folder.text(name) == "as it was") }
  }

  // MARK: Pipes

  static let full = ScenarioFolder.absolute("Scenarios/son-la-2025.yaml")

  @Test("A reader that goes away ends it without a word")
  func brokenPipe() throws {
    for format in ["csv", "json", "text"] {
      let outcome = try Program.shell(
        """
        { growth run '\(Self.plain)' --draws 2k --quiet --format \(format); echo status $? >&2; } \
        | true
        """)
      // Or it was done before the reader went.
      #expect(["status 141\n", "status 0\n"].contains(outcome.errors), "\(outcome.errors)")
    }
    let help = try Program.shell("growth --help | head -1")
    #expect(help.status == 0 && help.errors == "" && help.output.hasPrefix("OVERVIEW"))
  }

  @Test("A reader of progress and warnings that goes away ends nothing")
  func brokenErrors() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.shell(
      """
      { growth run '\(Self.plain)' --draws 2k -o result 2>&1 > /dev/null; echo $? > status; } | true; \
      while ! test -s status; do sleep 0.05; done; cat status
      """, directory: folder.url)
    #expect(outcome.output == "0\n")
    #expect(try folder.names() == ["result", "status"])
  }

  @Test("A write that its reader keeps waiting ends by SIGTERM, and says that it is not complete")
  func blockedPipe() throws {
    let folder = try TemporaryFolder()
    // The answer is larger than a pipe holds; once its first bytes have come, the rest waits.
    let outcome = try Program.shell(
      """
      mkfifo pipe; growth run '\(Self.full)' --draws 1k --quiet --format json > pipe & \
      exec 3< pipe; head -c 1024 <&3 | head -c 1; kill -TERM $!; wait $!; echo " $?"
      """, directory: folder.url)
    #expect(outcome.output == "{ 143\n")
    #expect(outcome.errors == "interrupted; the output is not complete\n")
  }

  // MARK: Memory

  /// 1,500 activities, of each of which a distribution is kept.
  static let large = """
    format: growth.scenario/1
    name: Large
    currency: VND
    base-year: 2024
    year: 2025
    activities:

    """
    + (0..<1500).map {
      "  a\($0): {base-volume: 1 billion VND, growth: {distribution: normal, mean: 4%, sd: 1%}}\n"
    }.joined()

  @Test("A run for which there is no memory is refused before it begins")
  func memory() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.large, "large.yaml")
    try folder.write("as it was", "old")
    let run = "growth run large.yaml --quiet --draws 2k --threads 2 --quantity all --format csv"
    let bounded = try Program.shell(
      "ulimit -v 400000; \(run) -o old", environment: ["SWIFT_BACKTRACE": "enable=no"],
      directory: folder.url)
    #expect(bounded.status == 1)
    #expect(bounded.errors.hasPrefix("large.yaml: error: the run takes "))
    #expect(bounded.errors.contains("MiB of memory, and there are "))
    #expect(try folder.text("old") == "as it was")
    let free = try Program.shell("\(run) -o old", directory: folder.url)
    #expect(free.status == 0)
    #expect(try folder.names() == ["large.yaml", "old"])
  }
}
