import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: localized(
      "What the past says: trend, persistence, spread, tails and correlations of growth."),
    discussion: localized(
      """
      Reads figures by year or quarter, levels or growth, a column a series or a row a figure, and writes \
      the estimates as a part of a scenario, with their source.
      """))

  @Argument(
    help: ArgumentHelp(localized("The file of past figures.")),
    completion: .file(extensions: ["csv"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      localized("The periods of growth to use, such as 2011Q1-2024Q4. Without it, all there are."),
      valueName: "first-last"))
  var period: String?

  @Option(
    help: ArgumentHelp(
      localized("Leave out a period, or all from one to another: 2010 or 2020-2022. Repeatable."),
      discussion: localized("A year stands for its quarters."), valueName: "period"))
  var exclude: [String] = []

  @Option(
    name: .customLong("break"),
    help: ArgumentHelp(
      localized("The means are others from this period on: 2015 or 2015Q3. Repeatable."),
      discussion: localized("The last ones are used."), valueName: "period"))
  var breaks: [String] = []

  @Option(
    help: ArgumentHelp(
      localized(
        "Use this series, in the order in which they are named. Repeatable; without it, all."),
      valueName: "name"))
  var series: [String] = []

  @Option(
    help: ArgumentHelp(
      localized(
        "How long deviations last: chosen by a criterion, or none, diagonal (each from its own last ones) or full."
      )
    ))
  var persistence = PersistenceChoice.auto

  @Option(
    help: ArgumentHelp(
      localized(
        "How many steps back deviations are looked at: with --persistence auto at the most so many."
      ),
      discussion: localized("Without it one, or with auto at the most four."), valueName: "count"))
  var lags: Int?

  @Option(help: ArgumentHelp(localized("By what persistence is chosen.")))
  var criterion = InformationCriterion.schwarz

  @Option(
    help: ArgumentHelp(
      localized(
        "Draw the covariance of what is new, as far as it is uncertain, towards one without correlations, or towards one variance for all (ledoit-wolf), or leave it."
      ),
      valueName: "kind"))
  var shrinkage = VectorAutoregressionEstimate.Shrinkage.correlations

  @Flag(
    help: ArgumentHelp(
      localized("Make the means uncertain in the scenario, by their standard errors.")))
  var uncertainMeans = false

  @Option(
    help: ArgumentHelp(
      localized(
        "Give the scenario the parts of a year that fall to its quarters, means over so many of the last whole years."
      ),
      valueName: "years"))
  var seasonalShares: Int?

  @Option(
    help: ArgumentHelp(
      localized("Write a whole scenario file, a variant of this one."),
      discussion: localized("The path is taken as the result's folder will see it."),
      valueName: "scenario"))
  var extends: String?

  @Option(help: ArgumentHelp(localized("A part of a scenario, or the estimates alone.")))
  var format = CalibrationFormat.scenario

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if extends != nil, format != .scenario {
      throw ValidationError(localized("--extends is for --format scenario"))
    }
    if persistence != .auto, criterion != .schwarz {
      throw ValidationError(localized("--criterion is for --persistence auto"))
    }
    if let lags {
      if persistence == .none {
        throw ValidationError(localized("--persistence none has no --lags"))
      }
      guard 1...8 ~= lags else {
        throw ValidationError(localized("--lags is a number from 1 to 8"))
      }
    }
    if uncertainMeans, format != .scenario {
      throw ValidationError(localized("--uncertain-means is for --format scenario"))
    }
    if let seasonalShares, seasonalShares < 1 {
      throw ValidationError(localized("--seasonal-shares is a number of years, 1 or more"))
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
    let excluded = try self.excluded(history)
    let gaps = history.gaps(in: span, excluding: excluded)
    guard gaps.isEmpty else { throw stop(file.diagnostics + file.diagnostics(of: gaps)) }
    let breaks = try self.breaks(history, span, excluded)
    let calibration: Calibration
    do throws(CalibrationError) {
      calibration = try Calibration(
        history, span: span, excluding: excluded, breaks: breaks,
        persistence: persistence.given.map { .given($0) } ?? .chosen(by: criterion), lags: lags,
        shrinkage: shrinkage, seasonalYears: seasonalShares ?? Calibration.seasonalYears)
    } catch {
      throw stop(file.diagnostics + [file.diagnostic(of: error)])
    }
    if seasonalShares != nil, calibration.series.allSatisfy({ $0.seasonalPattern == nil }) {
      throw ValidationError(
        localized("--seasonal-shares: '\(self.file)' has no whole year of quarterly levels"))
    }
    let warnings =
      file.diagnostics + file.outliers(of: calibration) + file.likelyBreaks(of: calibration)
    if !output.quiet { show(warnings) }
    let report = CalibrationReport(
      calibration: calibration, criterion: persistence == .auto ? criterion : nil, file: self.file,
      digest: file.digest, version: Invocation.version, warnings: warnings.map(\.asWarning),
      extends: extends, hasUncertainMeans: uncertainMeans,
      hasSeasonalShares: seasonalShares != nil)
    switch format {
    case .scenario: try output.write(report.scenario())
    case .text: try output.write(report.text(style: output.style))
    case .json: try output.write(answer: report.json())
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
    let list = names.joined(separator: ", ")
    throw ValidationError(
      NearestName.of(unknown, among: names).map {
        localized("'\(file)' has no series '\(unknown)'; did you mean '\($0)'? it has: \(list)")
      } ?? localized("'\(file)' has no series '\(unknown)'; it has: \(list)"))
  }

  /// The places of the periods to use.
  private func span(_ history: ObservedHistory) throws -> ClosedRange<Int>? {
    guard let period else { return nil }
    let chosen = try history.periods(written: period)
    let places = history.periods.indices.filter { chosen.contains(history.periods[$0]) }
    guard let first = places.first, let last = places.last else {
      throw ValidationError(history.noFigures("--period \(period)", of: file))
    }
    return first...last
  }

  /// The periods to leave out.
  private func excluded(_ history: ObservedHistory) throws -> Set<Period> {
    var excluded: Set<Period> = []
    for text in exclude {
      let periods = try history.periods(written: text)
      guard !periods.isEmpty else {
        throw ValidationError(localized("--exclude \(text): '\(file)' has no figures then"))
      }
      excluded.formUnion(periods)
    }
    return excluded
  }

  /// The first periods of new means.
  private func breaks(
    _ history: ObservedHistory, _ span: ClosedRange<Int>?, _ excluded: Set<Period>
  ) throws -> [Period] {
    let used = (span ?? history.knownSpan).map { $0.map { history.periods[$0] } } ?? []
    let kept = used.filter { !excluded.contains($0) }
    var breaks: [Period] = []
    for text in self.breaks {
      guard let first = try history.periods(written: text).first, !text.contains("-") else {
        throw ValidationError(localized("--break \(text): '\(file)' has no such period"))
      }
      breaks.append(first)
    }
    breaks.sort { $0.number < $1.number }
    let edges = [Int.min] + breaks.map(\.number) + [Int.max]
    for (place, point) in breaks.enumerated() {
      func count(_ segment: Int) -> Int {
        kept.count { (edges[segment]..<edges[segment + 1]).contains($0.number) }
      }
      guard count(place) >= 2, count(place + 1) >= 2 else {
        throw ValidationError(
          localized(
            """
            --break \(point.description): a mean needs two periods or more that are used on each \
            side of it
            """))
      }
    }
    return breaks
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

extension VectorAutoregressionEstimate.Shrinkage: ExpressibleByArgument {}
