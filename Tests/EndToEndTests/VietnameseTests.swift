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
}
