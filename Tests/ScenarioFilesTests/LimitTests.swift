import Languages
import Testing

@testable import ScenarioFiles

/// What is larger than anything people write is refused at its place, soon, and what is as large as the limit is not.
@Suite struct LimitTests {
  private static func reading(
    _ text: String, _ others: [String: String] = [:], in language: Language = .english
  ) -> ScenarioReading {
    let files = others.merging(["a.yaml": text]) { $1 }
      .mapValues { InputFiles.Content.bytes(Array($0.utf8)) }
    return Language.$current.withValue(language) {
      FileSource.$current.withValue(.given(InputFiles(files))) {
        ScenarioReader.read(path: "a.yaml")
      }
    }
  }

  private static func errors(_ reading: ScenarioReading) -> [String] {
    reading.diagnostics.filter { $0.severity == .error }.map { "\($0.location): \($0.message)" }
  }

  private static let head = """
    format: growth.scenario/1
    name: x
    currency: VND
    base-year: 2024

    """

  private static func activities(_ count: Int) -> String {
    "activities:\n"
      + (0..<count).map {
        "  a\($0): {base-volume: 1 billion VND, growth: {distribution: normal, mean: 4%, sd: 1%}}\n"
      }.joined()
  }

  @Test func accounts() {
    let text = Self.head + "year: 2054\n" + Self.activities(1667)
    #expect(
      Self.errors(Self.reading(text)) == [
        "a.yaml:6:1: 1667 activities in 30 periods are more than the 50000 accounts of the largest model"
      ])
    let vietnamese = Self.reading(text, in: .vietnamese)
    #expect(vietnamese.diagnostics.contains { $0.message.hasPrefix("1667 ngành trong 30 kỳ") })
    #expect(vietnamese.diagnostics.contains { $0.hint?.hasPrefix("hãy gộp") ?? false })
  }

  private static func correlated(_ count: Int) -> String {
    let loadings = (0..<count).map { "a\($0).growth: 0.5" }.joined(separator: ", ")
    return head + "year: 2025\n" + activities(count)
      + "correlation: {common-factor: {loadings: {\(loadings)}}}\n"
  }

  @Test func correlations() {
    let found = Self.errors(Self.reading(Self.correlated(1001)))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("a.yaml:1008:") ?? false)
    #expect(found.first?.hasSuffix("more than the 1000 of the largest group") ?? false)
    let listed =
      Self.head + "year: 2025\n" + Self.activities(2)
      + "correlation:\n  variables: [\(String(repeating: "x,", count: 90_000))y]\n  matrix: [[1]]\n"
    let start = ContinuousClock.now
    let list = Self.errors(Self.reading(listed))
    #expect(list.contains { $0.hasPrefix("a.yaml:10:14: 90001 variables move together here") })
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test(arguments: [1024, 1025]) func columns(_ count: Int) {
    let titles = ["year"] + (1..<count).map { "c\($0) (%)" }
    let rows = (2001...2012).map { year in
      ["\(year)"] + (1..<count).map { "\((year * 7 + $0 * $0) % 11).5" }
    }
    let text = ([titles] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n")
    let files = InputFiles(["a.csv": .bytes(Array(text.utf8))])
    let file = FileSource.$current.withValue(.given(files)) { HistoryFile(path: "a.csv") }
    guard count > 1024 else {
      #expect(file.history?.columns.count == 1023)
      return
    }
    #expect(file.history == nil)
    let place = titles.prefix(1024).joined(separator: ",").count + 2
    #expect(
      file.diagnostics.map { "\($0.location): \($0.message)" } == [
        "a.csv:1:\(place): this line has 1025 cells, more than the 1024 of the widest table"
      ])
  }

  @Test func values() {
    let text = Self.head + "year: 2025\nnotes: [\(String(repeating: "a,", count: 250_000))]\n"
    #expect(Self.errors(Self.reading(text)).count == 1)
    #expect(
      Self.errors(Self.reading(text)).first?.hasSuffix("the file has more than 200000 values")
        ?? false)
  }

  @Test func chains() {
    var files: [String: String] = [:]
    for k in 0..<9 { files["b\(k).yaml"] = "format: growth.scenario/1\nextends: b\(k + 1).yaml\n" }
    let long = Self.errors(Self.reading("extends: b0.yaml\n", files))
    #expect(long.count == 1 && long[0].hasPrefix("b6.yaml:2:1: "))
    let cycle = Self.errors(
      Self.reading(
        "extends: b0.yaml\n", ["b0.yaml": "extends: a.yaml\nformat: growth.scenario/1\n"]))
    #expect(cycle.contains { $0.hasPrefix("b0.yaml:1:1: ") })
  }
}
