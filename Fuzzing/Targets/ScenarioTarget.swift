@testable import ScenarioFiles

/// Scenario files with those that they extend and their histories, and overrides.
enum ScenarioTarget {
  @Sendable static func check(_ bytes: [UInt8]) async throws {
    let parts = ScenarioParts(bytes)
    let reading = GivenFiles.read(parts.files) {
      ScenarioReader.read(path: ScenarioParts.main, overrides: parts.overrides)
    }
    try await ReadingPromises.check(reading, parts.files)
  }
}

/// `--set PATH=VALUE`, one a line, on a scenario that has one of everything.
enum OverrideTarget {
  static let files = [ScenarioParts.main: PackageFile.bytes(fullPath)]
  private static let fullPath = "Tests/ScenarioFilesTests/Valid/full.yaml"
  private static let source = GivenFiles.read(files) {
    ScenarioSource(path: ScenarioParts.main)
  }

  @Sendable static func check(_ bytes: [UInt8]) async throws {
    let overrides = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    try await ReadingPromises.check(
      GivenFiles.read(files) { source.reading(overrides: overrides) }, files)
  }
}
