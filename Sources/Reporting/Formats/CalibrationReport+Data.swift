import GrowthModel
import MonteCarlo

extension CalibrationReport {
  /// The report in the format `growth.calibrate/1`: rates are fractions.
  public func json() throws -> String { try jsonText(CalibrationJSON(self)) }

  /// A row for each series: all digits, rates as fractions.
  public func csv() -> String {
    var csv = CSVText()
    csv.add([
      "series", "observations", "mean", "standard error of mean", "standard deviation", "slope",
      "standard error of slope", "persistence", "standard error of persistence", "innovation",
      "degrees of freedom", "start",
    ])
    for (series, start) in zip(calibration.series, calibration.start) {
      csv.add(
        [series.name, String(calibration.observations)]
          + [
            series.mean, series.standardErrorOfMean, series.standardDeviation, series.slope,
            series.standardErrorOfSlope, series.persistence, series.standardErrorOfPersistence,
            series.innovation, series.tails?.degreesOfFreedom, start,
          ].map(CSVText.number))
    }
    return csv.text
  }
}

/// The keys of `growth.calibrate/1`: scripts depend on them, so they may be added to and not changed.
private struct CalibrationJSON: Encodable {
  let format = "growth.calibrate/1"
  let file: String
  let digest: String
  let version: String
  let step: String
  let first: String
  let last: String
  let excluded: [String]
  let observations: Int
  /// What was taken: `none`, `diagonal` or `full`.
  let persistence: String
  let lags: Int
  /// The first periods of other means, as the user named them.
  let breaks: [String]
  let criterion: JSONOptional<String>
  let candidates: [CandidateJSON]
  let series: [SeriesJSON]
  /// A1: the row of a series has what it keeps of each one's last deviation.
  let coefficients: [[JSONNumber]]
  /// A1 to Ap; none where nothing lasts.
  let lagCoefficients: [[[JSONNumber]]]
  /// Of what is new, fractions squared.
  let covariance: [[JSONNumber]]
  let correlation: [[JSONNumber]]
  /// `none`, `correlations` or `ledoit-wolf`.
  let shrinkage: String
  let shrinkageIntensity: JSONNumber
  /// Of the errors of the means.
  let correlationOfMeans: [[JSONNumber]]
  let warnings: [WarningJSON]

  init(_ report: CalibrationReport) {
    let found = report.calibration
    file = report.file
    digest = report.digest
    version = report.version
    step = found.step == .year ? "year" : "quarter"
    first = "\(found.first)"
    last = "\(found.last)"
    excluded = found.excluded.map { "\($0)" }
    observations = found.observations
    persistence = found.persistence.rawValue
    criterion = JSONOptional(report.criterion?.rawValue)
    candidates = found.candidates.map { CandidateJSON($0, rows: found.compared) }
    series = zip(found.series, found.start).map(SeriesJSON.init)
    func rows(_ matrix: [[Double]]) -> [[JSONNumber]] { matrix.map { $0.map { JSONNumber($0) } } }
    lags = found.lags
    breaks = found.breaks.map { "\($0)" }
    lagCoefficients = found.lagCoefficients.map(rows)
    coefficients =
      lagCoefficients.first
      ?? found.series.map { _ in found.series.map { _ in JSONNumber(0) } }
    covariance = rows(found.covariance)
    shrinkage = found.shrinkage.rawValue
    correlationOfMeans = rows(found.correlationOfMeans)
    correlation = found.correlation.map { $0.map { JSONNumber($0) } }
    shrinkageIntensity = JSONNumber(found.estimate.shrinkageIntensity)
    warnings = report.warnings.map(WarningJSON.init)
  }
}

private struct CandidateJSON: Encodable {
  let lags: Int
  /// `own` or `all`.
  let regressors: String
  let parameters: Int
  let rows: Int
  let akaike: JSONNumber
  let hannanQuinn: JSONNumber
  let schwarz: JSONNumber

  init(_ candidate: Calibration.Candidate, rows: Int) {
    lags = candidate.lags
    regressors = candidate.regressors == .own ? "own" : "all"
    parameters = candidate.parameters
    self.rows = rows
    akaike = JSONNumber(candidate.criteria[.akaike])
    hannanQuinn = JSONNumber(candidate.criteria[.hannanQuinn])
    schwarz = JSONNumber(candidate.criteria[.schwarz])
  }
}

private struct SeriesJSON: Encodable {
  let series: String
  let mean: JSONNumber
  let standardErrorOfMean: JSONNumber
  let standardDeviation: JSONNumber
  let slope: JSONNumber
  let standardErrorOfSlope: JSONNumber
  let persistence: JSONNumber
  let standardErrorOfPersistence: JSONNumber
  /// What it keeps of its own deviations, lag by lag, and the standard errors.
  let ownLags: [JSONNumber]
  let standardErrorsOfOwnLags: [JSONNumber]
  /// The means between breaks.
  let segments: [SegmentJSON]
  let likelyBreak: JSONOptional<ShiftJSON>
  let innovation: JSONNumber
  /// Null where no tails fatter than normal ones are likelier.
  let degreesOfFreedom: JSONNumber
  let scale: JSONNumber
  /// By how much the likelihood of the best Student t distribution is above that of the normal one, as a logarithm.
  let logLikelihoodGain: JSONNumber
  /// Whether the scenario fragment uses it.
  let hasFatTails: Bool
  let start: JSONNumber
  let outliers: [OutlierJSON]
  let seasonalShares: JSONOptional<[JSONNumber]>
  let seasonalDeviations: JSONOptional<[JSONNumber]>
  let seasonalYears: JSONOptional<[Int]>

  init(_ found: Calibration.Series, start: Double) {
    series = found.name
    mean = JSONNumber(found.mean)
    standardErrorOfMean = JSONNumber(found.standardErrorOfMean)
    standardDeviation = JSONNumber(found.standardDeviation)
    slope = JSONNumber(found.slope)
    standardErrorOfSlope = JSONNumber(found.standardErrorOfSlope)
    persistence = JSONNumber(found.persistence)
    standardErrorOfPersistence = JSONNumber(found.standardErrorOfPersistence)
    ownLags = found.ownLags.map { JSONNumber($0) }
    standardErrorsOfOwnLags = found.standardErrorsOfOwnLags.map { JSONNumber($0) }
    segments = found.segments.map(SegmentJSON.init)
    likelyBreak = JSONOptional(found.shift.map(ShiftJSON.init))
    innovation = JSONNumber(found.innovation)
    degreesOfFreedom = JSONNumber(found.tails?.degreesOfFreedom)
    scale = JSONNumber(found.tails?.scale)
    logLikelihoodGain = JSONNumber(
      found.tails.map { $0.logLikelihood - $0.normalLogLikelihood })
    hasFatTails = found.tailsToUse != nil
    self.start = JSONNumber(start)
    outliers = found.outliers.map {
      OutlierJSON(period: "\($0.period)", distance: JSONNumber($0.distance))
    }
    seasonalShares = JSONOptional(found.seasonalShares.map { $0.map { JSONNumber($0) } })
    seasonalDeviations = JSONOptional(
      found.seasonalPattern.map { $0.standardDeviations.map { JSONNumber($0) } })
    seasonalYears = JSONOptional(found.seasonalPattern?.years)
  }
}

private struct SegmentJSON: Encodable {
  let first: String
  let last: String
  let observations: Int
  let mean: JSONNumber
  let standardErrorOfMean: JSONNumber

  init(_ segment: Calibration.Segment) {
    first = "\(segment.first)"
    last = "\(segment.last)"
    observations = segment.observations
    mean = JSONNumber(segment.mean)
    standardErrorOfMean = JSONNumber(segment.standardErrorOfMean)
  }
}

/// The likeliest first period of another mean that nobody named, and how likely it is.
private struct ShiftJSON: Encodable {
  let period: String
  let statistic: JSONNumber
  /// Whether the statistic is above the value that one history without a shift in a hundred exceeds.
  let isClear: Bool

  init(_ test: MeanShiftTest) {
    period = "\(test.period)"
    statistic = JSONNumber(test.statistic)
    isClear = test.isClear
  }
}

private struct OutlierJSON: Encodable {
  let period: String
  let distance: JSONNumber
}
