import Foundation
import TestSupport
import Testing

/// `growth schema`: the schemas of answers, and that answers keep to them.
@Suite("Schemas of answers") struct AnswerSchemaTests {
  /// A command, the schema of its answer, and whether each line of it is an answer.
  struct Answer: Sendable, CustomTestStringConvertible {
    let schema: String
    let arguments: [String]
    var isOfLines = false

    var testDescription: String { ([schema] + arguments).joined(separator: " ") }
  }

  private static let past = "Scenarios/data/viet-nam-quarterly-industries.csv"
  private static let variant = "Scenarios/son-la-2025-full-disbursement.yaml"
  private static let nineMonths = "Scenarios/son-la-2025-9m.yaml"

  static let answers: [Answer] =
    ScenarioFolder.files.map { Answer(schema: "run", arguments: [$0, "--draws", "1k"]) }
    + [
      Answer(schema: "check", arguments: ScenarioFolder.files),
      Answer(schema: "check", arguments: ["absent.yaml"]),
      Answer(schema: "show", arguments: [ScenarioFolder.sonLa]),
      Answer(schema: "reconcile", arguments: [ScenarioFolder.sonLa]),
      Answer(schema: "reconcile", arguments: [ScenarioFolder.sonLa, "--exact"]),
      Answer(schema: "reconcile", arguments: [nineMonths]),
      Answer(
        schema: "reach",
        arguments: [ScenarioFolder.sonLa, "--probability", "18%", "--cheapest", "--draws", "2k"]),
      Answer(
        schema: "reach",
        arguments: [ScenarioFolder.sonLa, "--probability", "90%", "--draws", "1k"]),
      Answer(schema: "explain", arguments: [ScenarioFolder.sonLa, "--draws", "2k"]),
      Answer(
        schema: "sensitivity", arguments: [ScenarioFolder.plannedWeights, "--draws", "1024"]),
      Answer(
        schema: "sensitivity",
        arguments: [ScenarioFolder.sonLa, "--draws", "1024", "--of", "probability", "--by", "kind"]),
      Answer(schema: "compare", arguments: [ScenarioFolder.sonLa, variant, "--draws", "1k"]),
      Answer(
        schema: "sweep",
        arguments: [ScenarioFolder.sonLa, "--vary", "credit.growth=0..20%:2", "--draws", "1k"],
        isOfLines: true),
      Answer(
        schema: "update",
        arguments: [nineMonths, "--draws", "2k"]),
      Answer(schema: "calibrate", arguments: [past, "--exclude", "2020-2022"]),
      Answer(schema: "calibrate", arguments: ["Scenarios/data/viet-nam-sector-growth.csv"]),
      Answer(
        schema: "backtest",
        arguments: [
          ScenarioFolder.vietNamQuarters, "--history", past, "--exclude", "2020-2022", "--draws",
          "1k",
        ]),
      Answer(schema: "distributions", arguments: []),
    ]

  @Test("Every answer keeps to its schema", arguments: answers)
  func answersKeepToTheirSchema(_ answer: Answer) throws {
    let described = try Program.run("schema", answer.schema)
    #expect(described.status == 0, "\(described.errors)")
    let schema = try JSONSchema(described.output)
    // Problems in files are an answer of `check`, with a status of their own.
    let found = try Program.run(
      [answer.schema] + answer.arguments + ["--format", "json", "--quiet"])
    #expect(found.status == 0 || answer.schema == "check", "\(found.errors)")
    let texts =
      answer.isOfLines ? found.output.split(separator: "\n").map(String.init) : [found.output]
    #expect(!texts.isEmpty)
    for text in texts {
      let json = try JSONValue(text)
      let problems = schema.problems(in: json)
      #expect(
        problems.isEmpty, "\(problems.prefix(20).joined(separator: "\n"))")
      // A schema that passes everything would pass this too.
      var more = try #require(json.object)
      more["more"] = .null
      #expect(schema.problems(in: .object(more)).count == 1)
      more["more"] = nil
      more["format"] = nil
      #expect(schema.problems(in: .object(more)).count == 1)
    }
  }

  @Test("What has no schema is a mistake that names those that have one")
  func unknownSchemas() throws {
    let outcome = try Program.run("schema", "runs")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("scenario") && outcome.errors.contains("backtest"))
  }
}
