import ArgumentParser
import GrowthModel
import MonteCarlo
import Reporting
import ScenarioFiles

struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "What the past says: trend, persistence, spread, tails and correlations of growth.",
    discussion: """
      Reads figures by year or quarter, levels or growth, a column a series or a row a figure, and writes \
      the estimates as a part of a scenario, with their source.
      """)

  @Argument(help: "The file of past figures.", completion: .file(extensions: ["csv"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The periods of growth to use, such as 2011Q1-2024Q4. Without it, all there are.",
      valueName: "first-last"))
  var period: String?

  @Option(
    help: ArgumentHelp(
      "Leave out a period, or all from one to another: 2010 or 2020-2022. Repeatable.",
      discussion: "A year stands for its quarters.", valueName: "period"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "Use this series, in the order in which they are named. Repeatable; without it, all.",
      valueName: "name"))
  var series: [String] = []

  @Option(
    help: ArgumentHelp(
      "How long deviations last: chosen by a criterion, or none, diagonal (each from its own last one) or full."
    ))
  var persistence = PersistenceChoice.auto

  @Option(help: "By what persistence is chosen.")
  var criterion = InformationCriterion.schwarz

  @Flag(
    inversion: .prefixedNo, help: "Draw correlations towards zero as far as they are uncertain.")
  var shrinkage = true

  @Option(
    help: ArgumentHelp(
      "Write a whole scenario file, a variant of this one.",
      discussion: "The path is taken as the result's folder will see it.", valueName: "scenario"))
  var extends: String?

  @Option(help: "A part of a scenario, or the estimates alone.")
  var format = CalibrationFormat.scenario

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if extends != nil, format != .scenario {
      throw ValidationError("--extends is for --format scenario")
    }
    if persistence != .auto, criterion != .schwarz {
      throw ValidationError("--criterion is for --persistence auto")
    }
  }

  func run() throws {
    try output.prepare()
    let file = HistoryFile(path: self.file)
    func stop(_ diagnostics: [Diagnostic]) -> ExitCode {
      show(diagnostics)
      return .scenarioWrong
    }
    guard let whole = file.history else { throw stop(file.diagnostics) }
    let history = try chosen(whole)
    let span = try self.span(history)
    let excluded = try Set(exclude.flatMap(history.periods(written:)))
    let calibration: Calibration
    do throws(CalibrationError) {
      calibration = try Calibration(
        history, span: span, excluding: excluded,
        persistence: persistence.given.map { .given($0) } ?? .chosen(by: criterion),
        shrinkage: shrinkage)
    } catch {
      throw stop(file.diagnostics + [file.diagnostic(of: error)])
    }
    let warnings = file.diagnostics + file.outliers(of: calibration)
    if !output.quiet { show(warnings) }
    let report = CalibrationReport(
      calibration: calibration, criterion: persistence == .auto ? criterion : nil, file: self.file,
      digest: file.digest, version: Growth.version, warnings: warnings.map(\.asWarning),
      extends: extends)
    switch format {
    case .scenario: try output.write(report.scenario())
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(report.json())
    case .csv: try output.write(report.csv())
    }
  }

  private func show(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      Terminal.error(diagnostic.reported.text(style: Terminal.errorStyle))
    }
  }

  /// The series that were asked for.
  private func chosen(_ history: ObservedHistory) throws -> ObservedHistory {
    guard !series.isEmpty else { return history }
    if let chosen = history.selecting(series) { return chosen }
    let names = history.columns.map(\.name)
    let unknown = series.first { !names.contains($0) } ?? ""
    let nearest = NearestName.of(unknown, among: names).map { "did you mean '\($0)'? " } ?? ""
    throw ValidationError(
      "'\(file)' has no series '\(unknown)'; \(nearest)it has: " + names.joined(separator: ", "))
  }

  /// The places of the periods to use.
  private func span(_ history: ObservedHistory) throws -> ClosedRange<Int>? {
    guard let period else { return nil }
    let chosen = try history.periods(written: period)
    let places = history.periods.indices.filter { chosen.contains(history.periods[$0]) }
    guard let first = places.first, let last = places.last else {
      throw ValidationError(
        "--period \(period): '\(file)' has no figures then, but for"
          + " \(history.periods.first?.description ?? "no period")"
          + "-\(history.periods.last?.description ?? "")")
    }
    return first...last
  }
}

/// How the persistence of an estimate is settled.
enum PersistenceChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, none, diagonal, full

  var given: VectorAutoregressionEstimate.Persistence? {
    switch self {
    case .auto: nil
    case .none: VectorAutoregressionEstimate.Persistence.none
    case .diagonal: .diagonal
    case .full: .full
    }
  }
}

enum CalibrationFormat: String, CaseIterable, ExpressibleByArgument {
  case scenario, text, json, csv
}

extension InformationCriterion: ExpressibleByArgument {}
