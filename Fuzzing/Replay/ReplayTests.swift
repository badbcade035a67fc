import Foundation
import Testing

/// Whatever the fuzzer has found is tried again.
@Suite("Fuzzing corpora") struct ReplayTests {
  /// One input of one target.
  struct Input: Sendable, CustomTestStringConvertible {
    let target: String
    let url: URL
    var testDescription: String { "\(target)/\(url.lastPathComponent)" }
  }

  static let inputs: [Input] = FuzzTarget.all.flatMap { target in
    let folder = PackageFile.url("Fuzzing/Corpus/\(target.name)")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }.map { Input(target: target.name, url: $0) }
  }

  @Test("Every target has a corpus", arguments: FuzzTarget.all.map(\.name))
  func corpus(_ name: String) {
    #expect(Self.inputs.contains { $0.target == name })
  }

  @Test("Inputs keep their promises", arguments: inputs)
  func replay(_ input: Input) async throws {
    let target = try #require(FuzzTarget.all.first { $0.name == input.target })
    try await target.check(Array(try Data(contentsOf: input.url)))
  }
}
