import Foundation
import ScenarioFiles
import TestSupport
import Testing

/// The schema as editors get it.
@Suite struct SchemaTests {
  /// What an editor says of a scenario.
  static func problems(_ text: String) throws -> [String] {
    try JSONSchema(schema.get()).problems(in: EditorValue.read(text))
  }

  private static let schema = Result { try JSONValue(Program.run("schema").output) }

  @Test func isASchemaOfScenarios() throws {
    let outcome = try Program.run("schema")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let schema = try JSONValue(outcome.output)
    #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(outcome.output == ScenarioSchema.json())
    #expect(try Program.run("schema", "scenario").outputBytes == outcome.outputBytes)
    #expect(try Program.run("schema", "nothing").status == 64)
    let growth = schema["$defs"]?["leaf"]?["properties"]?["growth"]?["description"]?.string
    #expect(growth?.contains("a distribution") == true)
    let vietnamese = try JSONValue(Program.run("schema", "--lang", "vi").output)
    let description = vietnamese["$defs"]?["leaf"]?["properties"]?["growth"]?["description"]?.string
    #expect(description?.contains("phân phối") == true)
  }

  /// What `make reference` writes.
  @Test func hasAReferenceForPeople() throws {
    let outcome = try Program.run("schema", "scenario", "--format", "markdown", "--lang", "vi")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let file = Program.packageRoot.appendingPathComponent("Documentation/Reference.vi.md")
    let isSame = try String(contentsOf: file, encoding: .utf8) == outcome.output
    #expect(isSame)
    let refused = try Program.run("schema", "run", "--format", "markdown")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("the schema of 'run' is JSON"))
  }

  @Test(arguments: [
    ("growth: 8%", "growht: 8%"), ("growth: 8%", "growth: 8"), ("growth: 8%", "growth: eight"),
    ("growth: 8%", "growth: {distribution: normal, mean: 8%}"),
    ("growth: 8%", "growth: {distribution: normal, mean: 8%, sd: 1 USD}"),
    ("growth: 8%", "growth: {distribution: nomal, mean: 8%, sd: 1%}"),
    ("growth: 8%", "growth: [8%]"), ("year: 2026", "year: soon"), ("year: 2026\n", ""),
    ("currency: VND", "currency: dong"), ("services:", "Services:"),
    ("at-least: 8%", "at-leats: 8%"), ("    at-least: 8%\n", ""),
  ])
  func findsMistakes(_ right: String, _ wrong: String) throws {
    let text = """
      format: growth.scenario/1
      name: Test
      currency: VND
      base-year: 2025
      year: 2026
      activities:
        services:
          base-volume-share: 100%
          growth: 8%
      targets:
        growth:
          quantity: growth
          at-least: 8%

      """
    #expect(try Self.problems(text) == [])
    let broken = text.replacing(right, with: wrong)
    try #require(broken != text)
    #expect(try Self.problems(broken) != [])
  }
}
