import Foundation
import Testing

@testable import ScenarioFiles

/// The files beside this one.
enum TestFiles {
  static let folder = (#filePath as NSString).deletingLastPathComponent

  static func path(_ name: String) -> String {
    (folder as NSString).appendingPathComponent(name)
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// The names of the broken scenarios, without their extension.
  static let broken: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path("Broken"))) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  /// What the first lines `# --set PATH=VALUE` of a file give.
  static func overrides(inFileAt path: String) throws -> [String] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let head = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
    return head.prefix { $0.hasPrefix("# --set ") }.map { String($0.dropFirst(8)) }
  }

  /// The diagnostics of a reading, with paths relative to the folder of the broken files.
  static func report(_ reading: ScenarioReading) -> String {
    let lines = reading.diagnostics.map(\.description).joined(separator: "\n") + "\n"
    return lines.replacing(path("Broken") + "/", with: "")
  }
}

/// One file for each kind of mistake, with the exact diagnostics beside it. A first line
/// `# --set PATH=VALUE` gives overrides. Record anew with `GROWTH_RECORD=1 swift test`.
@Suite struct BrokenFiles {
  @Test(arguments: TestFiles.broken) func reportsEveryMistake(_ name: String) throws {
    let path = TestFiles.path("Broken/\(name).yaml")
    let overrides = try TestFiles.overrides(inFileAt: path)
    let reading = ScenarioReader.read(path: path, overrides: overrides)
    let report = TestFiles.report(reading)
    let expected = TestFiles.path("Broken/\(name).expected")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try report.write(toFile: expected, atomically: true, encoding: .utf8)
    }
    #expect(report == (try? String(contentsOfFile: expected, encoding: .utf8)))
    let hasErrors = reading.diagnostics.contains { $0.severity == .error }
    #expect(hasErrors == (reading.scenario == nil))
  }

  @Test func coversManyKinds() {
    #expect(TestFiles.broken.count >= 50)
  }
}
