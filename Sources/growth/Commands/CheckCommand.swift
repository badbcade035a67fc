import ArgumentParser
import Languages
import Reporting
import ScenarioFiles

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: localized("Find the problems in scenario files; nothing runs."),
    discussion: localized(
      "Every problem is reported with its place in the file and how to put it right."))

  @Argument(
    help: ArgumentHelp(localized("The scenario files.")),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = RemarkFormat.text

  func run() throws {
    let report = CheckReport(
      files: files.map { path in
        let reading = ScenarioReader.read(path: path)
        let diagnostics = reading.diagnostics.map(\.reported)
        return CheckReport.File(
          file: path,
          diagnostics: output.quiet ? diagnostics.filter { $0.severity == .error } : diagnostics)
      })
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(answer: report.json())
    }
    guard report.files.allSatisfy({ $0.errors == 0 }) else { throw ExitCode.scenarioWrong }
  }
}
