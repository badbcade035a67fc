import ArgumentParser
import Languages
import Reporting
import ScenarioFiles

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: localized(
      "The JSON Schema of scenario files, for editors that complete and check them."),
    discussion: localized(
      """
      Editors with yaml-language-server (Visual Studio Code with its YAML extension, Neovim, Emacs and others) look for \
      it in the first line of a scenario: # yaml-language-server: $schema=growth.schema.json. \
      Write it beside the scenario with: growth schema -o growth.schema.json. For people, --format markdown gives \
      every key with its kind, its range, what it is without the key, and what it means.
      """))

  @Argument(
    help: ArgumentHelp(
      localized(
        "Whose schema: scenario, which scenario files are written by; or the command whose JSON it describes."
      ),
      valueName: "schema"))
  var choice = SchemaChoice.scenario

  @Option(
    help: ArgumentHelp(
      localized("The schema for programs, or of scenarios a reference for people.")))
  var format = SchemaFormat.json

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard case (.output, .markdown) = (choice, format) else { return }
    throw ValidationError(
      localized("only scenario has a reference in markdown; the schema of '\(choice.name)' is JSON")
    )
  }

  func run() throws {
    switch format {
    case .json: try output.write(choice.json())
    case .markdown: try output.write(ScenarioReference.markdown())
    }
  }
}

/// How a schema is written.
enum SchemaFormat: String, CaseIterable, ExpressibleByArgument {
  case json, markdown
}

/// A format that has a schema.
enum SchemaChoice: CaseIterable, ExpressibleByArgument {
  /// Scenario files.
  case scenario
  /// What a command answers in JSON.
  case output(OutputSchema)

  static var allCases: [SchemaChoice] { [.scenario] + OutputSchema.allCases.map(Self.output) }

  static var allValueStrings: [String] { allCases.map(\.name) }

  /// As it is written on the command line.
  var name: String {
    switch self {
    case .scenario: "scenario"
    case .output(let schema): schema.rawValue
    }
  }

  var defaultValueDescription: String { name }

  init?(argument: String) {
    guard let choice = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = choice
  }

  /// The schema as text.
  func json() throws -> String {
    switch self {
    case .scenario: ScenarioSchema.json()
    case .output(let schema): try schema.json()
    }
  }
}
