import ArgumentParser
import Languages
import Reporting
import ScenarioFiles

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: localized("Print every value of a scenario, with where it was set and who says so."),
    discussion: localized("Defaults, implied values and replaced values are marked as such."))

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  func run() throws {
    let (reading, scenario) = try scenario.read()
    if !output.quiet { reading.reportDiagnostics() }
    let table = reading.valueTable(of: scenario)
    switch format {
    case .text: try output.write(table.text(style: output.style))
    case .json: try output.write(answer: table.json())
    case .csv: try output.write(table.csv())
    }
  }
}

extension ResolvedValue.Origin {
  /// The place, or what stands for one.
  var text: String {
    switch self {
    case .file(let location): "\(location)"
    case .commandLine(let text): "--set \(text)"
    case .standard: "default"
    case .implied: "implied"
    case .history(let location): "history, \(location)"
    }
  }
}
