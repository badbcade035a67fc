import Testing

@testable import ScenarioFiles

/// What is looked for among names that nobody would write takes no longer than among others.
@Suite struct LongNameTests {
  @Test func unknownNamesAmongLongOnes() {
    let long = String(repeating: "a", count: 900)
    let text =
      "format: growth.scenario/1\nname: x\ncurrency: VND\nbase-year: 2024\nyear: 2025\nactivities:\n"
      + (0..<500).map { "  \(long)\($0): {base-volume: 1 billion VND, growth: 4%}\n" }.joined()
      + "targets:\n  t: {quantity: \(long)x.growth, at-least: 1%}\n"
    let files = InputFiles(["a.yaml": .bytes(Array(text.utf8))])
    let start = ContinuousClock.now
    let reading = FileSource.$current.withValue(.given(files)) {
      ScenarioReader.read(path: "a.yaml")
    }
    #expect(reading.diagnostics.contains { $0.location.line == 508 })
    // The distances of all letters from all letters took minutes.
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
