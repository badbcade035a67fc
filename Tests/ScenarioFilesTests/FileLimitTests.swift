import Foundation
import Testing

@testable import ScenarioFiles

/// Files that are no text, or dangerous ones: each ends soon, with one clear diagnostic.
@Suite struct FileLimitTests {
  func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("scenario.yaml")
    try Data(bytes).write(to: file)
    try body(file.path)
  }

  func messages(_ text: String) throws -> [String] {
    var messages: [String] = []
    try withFile(Array(text.utf8)) { path in
      let reading = ScenarioReader.read(path: path)
      #expect(reading.scenario == nil)
      messages = reading.diagnostics.map { "\($0.location.line ?? 0): \($0.message)" }
    }
    return messages
  }

  @Test func refusesWhatIsNotAFile() {
    let folder = ScenarioReader.read(path: TestFiles.path("Broken"))
    #expect(folder.diagnostics.count == 1)
    #expect(folder.diagnostics.first?.message.hasSuffix("is a folder, not a scenario file") == true)
    let missing = ScenarioReader.read(path: "nowhere/at-all.yaml")
    #expect(
      missing.diagnostics.map(\.description) == [
        """
        nowhere/at-all.yaml: error: there is no scenario file 'nowhere/at-all.yaml'
          hint: check the spelling; a relative path starts at the folder you are in
        """
      ])
    #expect(ScenarioReader.read(path: "").diagnostics.count == 1)
  }

  @Test func endsOnEndlessFiles() {
    let reading = ScenarioReader.read(path: "/dev/zero")
    #expect(reading.diagnostics.first?.message.contains("larger than 1 MiB") == true)
  }

  @Test func refusesLargeFiles() throws {
    let messages = try messages(String(repeating: "# x\n", count: 300_000))
    #expect(messages.count == 1)
    #expect(messages.first?.contains("larger than 1 MiB") == true)
  }

  @Test(arguments: [1000, 20_000, 500_000]) func survivesDeepNesting(_ depth: Int) throws {
    for (open, close) in [("[", "]"), ("{a: ", "}")] where depth * (open.utf8.count + 1) < 1_000_000
    {
      let text =
        "a: " + String(repeating: open, count: depth) + String(repeating: close, count: depth)
      #expect(try messages(text).count == 1)
    }
    let dashes = String(repeating: "- ", count: min(depth, 400_000)) + "x"
    #expect(try messages(dashes).count == 1)
  }

  /// Nested blocks up to the parser's own limit, on a thread with a small stack.
  @Test func deepNestingFitsASmallStack() async throws {
    let lines = (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    try withFile(Array(lines.utf8)) { path in
      let done = DispatchSemaphore(value: 0)
      let thread = Thread {
        let reading = ScenarioReader.read(path: path)
        #expect(reading.diagnostics.count == 1)
        #expect(reading.diagnostics.first?.message.contains("64 levels") == true)
        done.signal()
      }
      thread.stackSize = 2 << 20
      thread.start()
      done.wait()
    }
  }

  /// Nine references to nine references to ..., as values and as keys of mappings: comparing two
  /// such nodes would take as long as there are leaves.
  @Test(arguments: [true, false]) func stopsBillionLaughs(_ asKey: Bool) throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let references = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(references)]\n"
    }
    if asKey { text += "? *a30\n: 1\n? [*a30]\n: 2\n" }
    let start = ContinuousClock.now
    let found = try messages(text)
    let time = ContinuousClock.now - start
    #expect(found == ["2: values refer to anchors again and again"])
    #expect(time < .seconds(30))
  }

  @Test func readsManyDuplicateKeys() throws {
    let text = String(repeating: "name: x\n", count: 40)
    let start = ContinuousClock.now
    let found = try messages(text)
    let time = ContinuousClock.now - start
    #expect(!found.isEmpty)
    #expect(time < .seconds(30))
  }

  /// The work grows with the size of a file, not with its square.
  @Test func readsLargeFilesInTime() throws {
    let head = "format: growth.scenario/1\nname: x\ncurrency: VND\nbase-year: 2024\nyear: 2025\n"
    let leaves = (0..<8000).map {
      "  a\($0): {base-volume: 1 billion VND, growth: {distribution: normal, mean: 4%, sd: 1%}}\n"
    }
    try withFile(Array((head + "activities:\n" + leaves.joined()).utf8)) { path in
      let start = ContinuousClock.now
      let reading = ScenarioReader.read(path: path)
      let time = ContinuousClock.now - start
      #expect(reading.scenario?.economy.leaves.count == 8000)
      // Far more than it takes, for a busy machine and code that is not optimized.
      #expect(time < .seconds(30))
    }
  }

  @Test func neverTrapsOnCutFiles() throws {
    let bytes = Array(try TestFiles.text("Valid/full.yaml").utf8)
    for count in stride(from: 0, to: bytes.count, by: 37) {
      try withFile(Array(bytes.prefix(count))) { path in
        let reading = ScenarioReader.read(path: path)
        let hasErrors = reading.diagnostics.contains { $0.severity == .error }
        #expect(hasErrors == (reading.scenario == nil))
      }
    }
  }

  /// A message says what is wrong at its end, however much of the file it quotes before that.
  @Test func quotesNoMoreThanAScreenful() throws {
    let long = String(repeating: "rất dài ", count: 10_000)
    let found = try messages("format: growth.scenario/1\ncurrency: \(long)x\n")
    #expect(found.allSatisfy { $0.count < 610 })
    #expect(found.contains { $0.hasPrefix("2: 'rất dài") && !$0.hasSuffix("dài x'") })
  }

  @Test func neverTrapsOnChangedBytes() throws {
    let bytes = Array(try TestFiles.text("Valid/full.yaml").utf8)
    let replacements = Array("\0\t\n :-{}[]&*!|>'\"%@`#,.0eé".utf8)
    for index in stride(from: 0, to: bytes.count, by: 11) {
      var changed = bytes
      changed[index] = replacements[index / 11 % replacements.count]
      try withFile(changed) { path in
        let reading = ScenarioReader.read(path: path)
        let hasErrors = reading.diagnostics.contains { $0.severity == .error }
        #expect(hasErrors == (reading.scenario == nil))
      }
    }
  }
}
