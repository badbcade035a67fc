import GrowthModel
import Languages
import MonteCarlo

/// What the past says of growth: what `calibrate` answers.
public struct CalibrationReport: Sendable {
  /// What was estimated.
  public let calibration: Calibration
  /// The criterion by which persistence was chosen; nil where the user chose.
  public let criterion: InformationCriterion?
  /// The file as it was given.
  public let file: String
  /// The hash of all that the scenario was read from, `sha256:` and 64 digits.
  public let digest: String
  /// The version of the program.
  public let version: String
  /// Remarks on the history.
  public let warnings: [ReportWarning]
  /// A scenario that the fragment is a variant of; nil for a fragment to be put into one by hand.
  public let extends: String?
  /// Whether the fragment draws the means, by their standard errors.
  public let hasUncertainMeans: Bool
  /// Whether the fragment says how a year falls on its quarters.
  public let hasSeasonalShares: Bool

  /// Puts together what the properties hold.
  public init(
    calibration: Calibration, criterion: InformationCriterion?, file: String, digest: String,
    version: String, warnings: [ReportWarning], extends: String?, hasUncertainMeans: Bool = false,
    hasSeasonalShares: Bool = false
  ) {
    self.calibration = calibration
    self.criterion = criterion
    self.file = file
    self.digest = digest
    self.version = version
    self.warnings = warnings
    self.extends = extends
    self.hasUncertainMeans = hasUncertainMeans
    self.hasSeasonalShares = hasSeasonalShares
  }

  /// The periods in words: `2011Q1-2024Q4 without 2020Q1-2022Q4`.
  var span: String {
    let whole = Period.range(calibration.first, calibration.last)
    return calibration.excluded.isEmpty
      ? whole : localized("\(whole) without \(calibration.excluded.spans)")
  }

  /// How many periods were used, in words.
  var count: String {
    calibration.step == .year
      ? localized("\(calibration.observations) years")
      : localized("\(calibration.observations) quarters")
  }

  /// What stands in the place of a source in the fragment.
  var source: String {
    localized("estimated by growth calibrate from \(file), \(span), \(count)")
  }
}

extension Calibration.Segment {
  /// `2011Q1-2019Q4` on one line, or `quý I/2011 -` above `quý IV/2019`.
  var head: [String] {
    first.label.contains(" ") ? [first.label + " -", last.label] : [Period.range(first, last)]
  }
}

extension SeasonalPattern {
  /// `2022-2024`, the first and the last year.
  var span: String {
    guard let first = years.first, let last = years.last else { return "" }
    return first == last ? "\(first)" : "\(first)-\(last)"
  }
}
