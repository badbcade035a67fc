import GrowthModel
import MonteCarlo

@testable import ScenarioFiles

/// Files of variants.
enum VariantsTarget {
  private static let path = "variants.csv"

  @Sendable static func check(_ bytes: [UInt8]) throws {
    let (design, diagnostics) = GivenFiles.read([path: bytes]) {
      VariantTable.read(path: path)
    }
    try ReadingPromises.check(diagnostics, [path: bytes])
    try promise(
      (design == nil) == diagnostics.contains { $0.severity == .error },
      "a design or none beside \(diagnostics)")
    guard let design, design.count > 0 else { return }
    _ = (design.overrides(0), design.overrides(design.count - 1))
  }
}

/// Histories: what can be used is estimated from, or the estimate says why not.
enum HistoryTarget {
  private static let path = "history.csv"
  /// Estimates of larger ones are tests of linear algebra.
  private static let mostFigures = 2000

  @Sendable static func check(_ bytes: [UInt8]) throws {
    let file = GivenFiles.read([path: bytes]) { HistoryFile(path: path) }
    try ReadingPromises.check(file.diagnostics, [path: bytes])
    guard let history = file.history else { return }
    try promise(!history.columns.isEmpty, "a history of nothing")
    let selected = file.history(of: [history.columns[0].name, "absent"])
    try ReadingPromises.check(selected.diagnostics, [path: bytes])
    guard history.columns.count * history.periods.count <= mostFigures else { return }
    do throws(CalibrationError) {
      let calibration = try Calibration(history, tails: false)
      for series in calibration.series {
        try Self.checkFinite(series)
      }
      _ = file.likelyBreaks(of: calibration)
    } catch {
      try ReadingPromises.check([file.diagnostic(of: error)], [path: bytes])
    }
  }

  private static func checkFinite(_ series: Calibration.Series) throws(CalibrationError) {
    precondition(
      series.standardDeviation.isFinite && series.segments.allSatisfy { $0.mean.isFinite },
      "'\(series.name)' has no number")
  }
}

/// Published figures, for a scenario that has quarters.
enum ActualsTarget {
  private static let path = "actuals.csv"
  private static let base = "Tests/ScenarioFilesTests/Valid/actuals.yaml"
  private static let extended = "Tests/ScenarioFilesTests/Valid/quarters.yaml"
  private static let scenario = GivenFiles.read(
    [base, extended].reduce(into: [:]) { $0[$1] = PackageFile.bytes($1) }
  ) {
    ScenarioReader.read(path: base).scenario
  }

  @Sendable static func check(_ bytes: [UInt8]) throws {
    guard let scenario else { throw BrokenPromise("\(base) cannot be read") }
    for publishedBy in [nil, "2025-06-30"] {
      let file = GivenFiles.read([path: bytes]) {
        ActualsFile(path: path, for: scenario, publishedBy: publishedBy)
      }
      try ReadingPromises.check(file.diagnostics, [path: bytes])
      try promise(file.actuals.allSatisfy(\.value.isFinite), "a figure is no number")
    }
  }
}
