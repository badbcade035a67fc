import Testing

@testable import ScenarioFiles

/// The written format against the schema.
@Suite struct SpecificationTests {
  static let schemas: [MappingSchema] = [
    .scenario, .base, .leaf, .group, .indicator, .history, .correlation, .target, .statement,
    .run, .figure, .population, .lever, .uncertainty, .correlationGroup, .shockCorrelation,
    .commonFactor,
  ]

  func specification() throws -> String {
    try TestFiles.text("../../Sources/ScenarioFiles/ScenarioFiles.docc/ScenarioFile.md")
  }

  @Test func namesEveryKey() throws {
    let text = try specification()
    for key in Set(Self.schemas.flatMap(\.names)) {
      #expect(text.contains("`\(key)`") || text.contains("`\(key):"), "\(key)")
    }
  }

  @Test func namesEveryDistribution() throws {
    let text = try specification()
    for row in DistributionTable.rows {
      let line = text.split(separator: "\n").first { $0.hasPrefix("| `\(row.name)` |") }
      for parameter in row.parameters {
        #expect(line?.contains("`\(parameter.key)`") == true, "\(row.name): \(parameter.key)")
      }
      for key in row.takesQuantiles ? QuantileKey.usual : [] {
        #expect(line?.contains("`\(key)`") == true, "\(row.name): \(key)")
      }
    }
  }

  /// The example of the specification, completed where it leaves activities out.
  @Test func exampleHasNoErrorsButTheActivitiesLeftOut() throws {
    let text = try specification()
    let block = try #require(text.split(separator: "```yaml\n").dropFirst().first)
    let example = String(block.split(separator: "```").first ?? "")
    let findings = Findings(main: "example")
    var reader = YAMLReader(findings: findings) { position in
      .file(Location(path: "example", line: position?.line, column: position?.column))
    }
    let tree = reader.read(example)
    let root = try #require(tree)
    let context = ReadingContext(findings: findings, scenarioPath: "example")
    _ = ScenarioBuilder(context: context).build(root)
    let errors = findings.ordered.filter { $0.severity == .error }.map(\.message)
    #expect(
      errors == [
        "the 3 figures 'base-volume-share' sum to 48%, not to 100%",
        "the 3 figures 'base-value-share' sum to 47%, not to 100%",
      ])
  }
}
