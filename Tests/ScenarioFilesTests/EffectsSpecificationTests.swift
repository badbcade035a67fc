import Testing

@testable import ScenarioFiles

/// The written format of effects, projects, tables and shocks against the schema, and its examples
/// against the reader.
@Suite struct EffectsSpecificationTests {
  static let schemas: [MappingSchema] = [
    .demand, .project, .construction, .inputOutput, .sector, .shocks, .shockHistory,
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

  /// The four examples together, in a scenario that has what they refer to.
  @Test(arguments: ["innovations:", "history:"]) func examplesAreSound(_ shocks: String) throws {
    let text = try specification()
    let blocks = text.split(separator: "```yaml\n").dropFirst().map {
      String($0.split(separator: "```").first ?? "")
    }
    func example(_ key: String, with other: String = ":") throws -> String {
      try #require(blocks.first { $0.hasPrefix(key + ":") && $0.contains(other) })
    }
    let source = """
      format: growth.scenario/1
      name: The examples of the specification
      currency: VND
      base-year: 2025
      year: 2027
      source: assumption
      base: {volume: 40 trillion VND}
      activities:
        agriculture: {base-volume-share: 20%, growth: 3%}
        industry:
          activities:
            manufacturing: {base-volume-share: 20%, growth: 3%}
            electricity: {base-volume-share: 20%, growth: 3%}
            construction: {base-volume-share: 20%, growth: 3%}
        services: {base-volume-share: 15%, growth: 3%}
        transport: {base-volume-share: 5%, growth: 3%}
      uncertainties:
        water: {distribution: normal, mean: 1, sd: 0.1, per: year}
      levers:
        investment: {value: 10 trillion VND}
      targets:
        growth: {quantity: growth, at-least: 5%}

      """
    let parts = try [
      example("effects"), example("projects"), example("input-output"),
      example("shocks", with: shocks),
    ]
    let findings = Findings(main: "example")
    var reader = YAMLReader(findings: findings) { position in
      .file(Location(path: "example", line: position?.line, column: position?.column))
    }
    let tree = reader.read(source + parts.joined())
    let context = ReadingContext(findings: findings, scenarioPath: "example")
    _ = ScenarioBuilder(context: context).build(try #require(tree))
    let errors = findings.ordered.filter { $0.severity == .error }.map(\.message)
    // The histories of examples are not there, and are quarters in a model of years.
    let expected =
      shocks == "history:"
      ? [
        "there is no history file 'data/growth-by-quarter.csv'",
        "'2015Q1-2024Q4' is not a period of years",
      ] : []
    #expect(Set(errors) == Set(expected))
  }
}
