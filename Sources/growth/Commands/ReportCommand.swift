import ArgumentParser
import Foundation
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles
import Stochastics

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: localized(
      "One file for a meeting: the answer, pictures, tables, assumptions and sources."),
    discussion: localized(
      """
      Runs the scenario and its analyses, and writes what they find to a file that needs nothing else. The format \
      follows from the name of the file: .html is a page for a screen and for paper, .xlsx a spreadsheet with a sheet \
      for each topic and charts of its own.
      """))

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      localized(
        "A scenario that this one is compared with. Repeatable."), valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var compare: [String] = []

  @Option(
    help: ArgumentHelp(
      localized(
        "A file of published figures, beside those under `actuals` in the scenario."),
      valueName: "csv"
    ),
    completion: .file(extensions: ["csv"]))
  var actuals: String?

  @Option(
    help: ArgumentHelp(
      localized(
        "Know only what was published by this day; what has no date counts as known."),
      valueName: "YYYY-MM-DD"))
  var publishedBy: String?

  @Option(
    help: ArgumentHelp(
      localized(
        "A file of past quarters or years, which the picture of growth over time begins with."),
      valueName: "csv"),
    completion: .file(extensions: ["csv"]))
  var history: String?

  @Option(
    help: ArgumentHelp(
      localized(
        "The id of the target that the report is about; without it, the scenario's first."),
      valueName: "id"))
  var target: String?

  @OptionGroup var count: DrawsOption
  @OptionGroup var calculation: CalculationOptions
  @OptionGroup var output: OutputOptions

  /// Pairs of draws in which the inputs that matter are sought, at the most.
  static let mostPairs = 16_384

  /// What a report can be written as.
  enum Format: String, CaseIterable {
    case html, xlsx
  }

  /// The format that the name of the file asks for.
  private func format() throws -> Format {
    guard let path = output.path else {
      throw ValidationError(
        localized("a report is a file: write its name, as in -o report.html"))
    }
    let ending = URL(fileURLWithPath: path).pathExtension
    guard let format = Format(rawValue: ending.lowercased()) else {
      let known = Format.allCases.map { "." + $0.rawValue }.joined(separator: ", ")
      throw ValidationError(
        ending.isEmpty
          ? localized(
            "'\(path)' does not say which format is wanted: let its name end in \(known)")
          : localized(
            "'\(path)': a report cannot be written as '.\(ending)'; it can be: \(known)"))
    }
    return format
  }

  func validate() throws {
    _ = try format()
    if let publishedBy, CalendarDate(publishedBy) == nil {
      throw ValidationError(
        localized("--published-by \(publishedBy) is no day: write it as 2025-07-06"))
    }
    if actuals != nil, !compare.isEmpty {
      throw ValidationError(
        localized(
          """
          --compare cannot take published figures into account yet: leave out --actuals, or write two reports
          """))
    }
  }

  func run() async throws {
    let format = try format()
    if format == .xlsx { try SpreadsheetOutput.check() }
    try output.prepare()
    let (reading, scenario) = try read()
    let past = try history.map(HistoryOfReport.init(path:))
    let versions = try await comparedVersions()
    if !output.quiet { reading.reportDiagnostics() }
    let work = ReportWork(
      scenario: scenario, reading: reading, versions: versions,
      draws: count.draws(of: reading), pairs: min(count.draws(of: reading), Self.mostPairs),
      calculation: calculation,
      context: RunContext(
        file: reading.path, digest: reading.digest, version: Invocation.version,
        asOf: scenario.asOf,
        overrides: self.scenario.overrides, figures: reading.figures.count,
        assumptions: reading.assumptions.count, warnings: reading.diagnostics.map(\.asWarning)),
      isVisible: Terminal.errorIsTerminal && !calculation.noProgress && !output.quiet)
    let report = try await work.report(past: past)
    switch format {
    case .html: try output.write(page: report.html())
    case .xlsx: try SpreadsheetOutput.write(report, to: output.path ?? "")
    }
  }

  /// Reads the scenario and the published figures, and puts the target that is asked about first.
  ///
  /// - Throws: `ExitCode.scenarioWrong` after writing all diagnostics to standard error; `ValidationError` for
  ///   a target that the scenario does not have.
  private func read() throws -> (reading: ScenarioReading, scenario: Scenario) {
    var (reading, scenario) = try scenario.read(
      ScenarioSource(path: scenario.file), actuals: actuals, publishedBy: publishedBy)
    if let publishedBy {
      scenario.actuals.removeAll { actual in actual.published.map { $0 > publishedBy } ?? false }
    }
    if let target {
      let first = try TargetChoice.targets([target], of: scenario, path: reading.path)
      scenario.targets = first + scenario.targets.filter { $0.id != target }
    }
    return (reading, scenario)
  }

  /// Reads the scenario again together with those that it is compared with; empty where there are none.
  private func comparedVersions() async throws -> [ScenarioVersion] {
    guard !compare.isEmpty else { return [] }
    return try await compared.read()
  }

  private var compared: ComparedOptions {
    var options = ComparedOptions()
    options.files = [scenario.file] + compare
    options.overrides = scenario.overrides
    return options
  }
}

/// A file of past figures for a report.
struct HistoryOfReport {
  let path: String
  let history: ObservedHistory

  /// Reads the file.
  ///
  /// - Throws: `ExitCode.scenarioWrong` after writing all diagnostics to standard error.
  init(path: String) throws {
    let file = HistoryFile(path: path)
    for diagnostic in file.diagnostics {
      Terminal.error(diagnostic.reported.text(style: Terminal.errorStyle))
    }
    guard let history = file.history else { throw ExitCode.scenarioWrong }
    self.path = path
    self.history = history
  }
}
