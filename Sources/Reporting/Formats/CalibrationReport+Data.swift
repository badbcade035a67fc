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
  let criterion: JSONOptional<String>
  let candidates: [CandidateJSON]
  let series: [SeriesJSON]
  /// A: the row of a series has what it keeps of each one's last deviation.
  let coefficients: [[JSONNumber]]
  let correlation: [[JSONNumber]]
  let shrinkageIntensity: JSONNumber
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
    let matrix = found.estimate.process.coefficients
    coefficients = found.series.indices.map { i in
      found.series.indices.map { JSONNumber(matrix[i, $0]) }
    }
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

  init(_ found: Calibration.Series, start: Double) {
    series = found.name
    mean = JSONNumber(found.mean)
    standardErrorOfMean = JSONNumber(found.standardErrorOfMean)
    standardDeviation = JSONNumber(found.standardDeviation)
    slope = JSONNumber(found.slope)
    standardErrorOfSlope = JSONNumber(found.standardErrorOfSlope)
    persistence = JSONNumber(found.persistence)
    standardErrorOfPersistence = JSONNumber(found.standardErrorOfPersistence)
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
  }
}

private struct OutlierJSON: Encodable {
  let period: String
  let distance: JSONNumber
}
