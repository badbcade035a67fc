import ArgumentParser
import Languages
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
      Write it beside the scenario with: growth schema -o growth.schema.json
      """))

  @Argument(
    help: ArgumentHelp(
      localized("Whose schema: scenario, which scenario files are written by."), valueName: "format"
    ))
  var format = SchemaChoice.scenario

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.write(format.json)
  }
}

/// A format that has a schema.
enum SchemaChoice: String, CaseIterable, ExpressibleByArgument {
  /// Scenario files.
  case scenario

  /// The schema as text.
  var json: String {
    switch self {
    case .scenario: ScenarioSchema.json()
    }
  }
}
