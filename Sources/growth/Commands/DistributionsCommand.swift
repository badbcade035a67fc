import ArgumentParser
import GrowthModel
import Languages
import Reporting
import ScenarioFiles

struct DistributionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distributions",
    abstract: localized("The distributions that a scenario may use, each with a picture."),
    discussion: localized(
      """
      With the name of one, its parameters, what they may be, and the quantiles of an example. Lines of the \
      examples can be put behind the key of any uncertain figure.
      """))

  @Argument(
    help: ArgumentHelp(
      localized("One of the distributions; without it, all of them."), valueName: "name"),
    completion: .list(DistributionCatalogue.names))
  var name: String?

  @Option(help: ArgumentHelp(localized("The format of the result.")))
  var format = ResultFormat.text

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard let name, !DistributionCatalogue.names.contains(name) else { return }
    let names = DistributionCatalogue.names.joined(separator: ", ")
    guard let nearest = NearestName.of(name, among: DistributionCatalogue.names) else {
      throw ValidationError(
        localized("there is no distribution '\(name)'; there are: \(names)"))
    }
    throw ValidationError(
      localized(
        "there is no distribution '\(name)'; did you mean '\(nearest)'? There are: \(names)"))
  }

  func run() throws {
    let entries = DistributionCatalogue.entries.filter { name == nil || $0.name == name }
    let report = CatalogueReport(
      entries: entries.map(CatalogueReport.Entry.init), version: Invocation.version,
      isDetailed: name != nil)
    switch format {
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(answer: report.json())
    case .csv: try output.write(report.csv())
    }
  }
}

extension CatalogueReport.Entry {
  fileprivate init(_ entry: DistributionEntry) {
    self.init(
      name: entry.name, summary: entry.summary,
      parameters: entry.parameters.map {
        Parameter(
          key: $0.key, kind: $0.kind.rawValue, isNeeded: $0.isNeeded, standard: $0.standard,
          meaning: $0.meaning)
      }, hasBounds: entry.hasBounds, example: entry.example, marginal: entry.marginal,
      isContinuous: entry.isContinuous)
  }
}
