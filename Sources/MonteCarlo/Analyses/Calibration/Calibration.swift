import GrowthModel
import LinearAlgebra
import Stochastics

/// What the past says of the growth of some activities: its trend, how long deviations from it last, how large new
/// ones are, how they come together, and how fat their tails are.
public struct Calibration: Sendable {
  /// How long deviations last.
  public enum Persistence: Sendable, Equatable {
    /// One of these.
    case given(VectorAutoregressionEstimate.Persistence)
    /// The one that this criterion likes best.
    case chosen(by: InformationCriterion)
  }

  /// One activity.
  public struct Series: Sendable, Equatable {
    /// The name of the column.
    public let name: String
    /// The means of growth before the first break and after each; the last one is taken for the trend.
    public let segments: [Segment]
    /// Growth on the same period a year earlier: the standard deviation, a fraction, from the mean of its own segment (divisor n
    /// less the number of segments).
    public let standardDeviation: Double
    /// Growth in a year more than in the year before, by least squares over time since the last break; fractions, and its standard
    /// error as if deviations did not last.
    public let slope: Double
    /// The standard error of the slope, as if deviations did not last.
    public let standardErrorOfSlope: Double
    /// The parts of its own last deviations that are left, one for each lag, and their standard errors; none where nothing lasts.
    public let ownLags: [Double]
    /// The standard errors of `ownLags`.
    public let standardErrorsOfOwnLags: [Double]
    /// The standard deviation of what is new in a period, a fraction.
    public let innovation: Double
    /// The tails of what is new; nil where too few figures differ, and where they were not asked for.
    public let tails: StudentTFit?
    /// Periods far from the median of their segment, and how many robust standard deviations (1.4826 times the median
    /// distance) that is.
    public let outliers: [Outlier]
    /// The test for a shift of the mean that nobody named; nil for fewer rows than it needs.
    public let shift: MeanShiftTest?
    /// The parts of a year that fall to its quarters; nil without quarterly levels.
    public let seasonalPattern: SeasonalPattern?

    /// The mean of growth since the last break, a fraction.
    public var mean: Double { segments[segments.count - 1].mean }
    /// Its standard error, which allows for deviations that last.
    public var standardErrorOfMean: Double { segments[segments.count - 1].standardErrorOfMean }
    /// The part of its own last deviation that is left a period later, and the standard error; nil where nothing lasts.
    public var persistence: Double? { ownLags.first }
    /// The standard error of `persistence`; nil where nothing lasts.
    public var standardErrorOfPersistence: Double? { standardErrorsOfOwnLags.first }
    /// The part of a year that falls to each quarter; nil without quarterly levels.
    public var seasonalShares: [Double]? { seasonalPattern?.shares }
  }

  /// The periods between two breaks.
  public struct Segment: Sendable, Equatable {
    /// The first period of the segment.
    public let first: Period
    /// The last period of the segment.
    public let last: Period
    /// Periods of the segment that were used.
    public let observations: Int
    /// Of growth, a fraction, and its standard error.
    public let mean: Double
    /// The standard error of the mean, which allows for deviations that last.
    public let standardErrorOfMean: Double
  }

  /// A period that is far from the others.
  public struct Outlier: Sendable, Equatable {
    /// The period of the figure.
    public let period: Period
    /// From the median, in robust standard deviations; below zero for a fall.
    public let distance: Double
  }

  /// One of the processes that were weighed against each other.
  public struct Candidate: Sendable, Equatable {
    /// How many lags its equations have.
    public let lags: Int
    /// Which lags its equations look at.
    public let regressors: AutoregressionFit.Regressors
    /// Coefficients that were estimated, the constants among them.
    public let parameters: Int
    /// What each criterion gives it; less is better.
    public let criteria: [InformationCriterion: Double]

    /// As the model would be told, beside the number of lags.
    public var persistence: VectorAutoregressionEstimate.Persistence {
      switch (lags, regressors) {
      case (0, _): .none
      case (_, .own): .diagonal
      case (_, .all): .full
      }
    }
  }

  /// Whether periods are years or quarters.
  public let step: Timeline.Step
  /// The first and last period whose growth was used.
  public let first: Period
  /// The last period whose growth was used.
  public let last: Period
  /// Periods between them that were left out.
  public let excluded: [Period]
  /// The periods from which on the means are others, as the user named them.
  public let breaks: [Period]
  /// Periods used.
  public let observations: Int
  /// One for each activity, in the order of the history.
  public let series: [Series]
  /// The processes that were compared, on the same rows, and how many those were.
  public let candidates: [Candidate]
  /// The rows on which the candidates were compared.
  public let compared: Int
  /// What was taken, with how many lags (none where nothing lasts), and the estimate.
  public let persistence: VectorAutoregressionEstimate.Persistence
  /// How many lags were taken; none where nothing lasts.
  public let lags: Int
  /// What was estimated with these.
  public let estimate: VectorAutoregressionEstimate
  /// By what the covariance of what is new was drawn towards a simpler one.
  public let shrinkage: VectorAutoregressionEstimate.Shrinkage
  /// The correlations of what is new, as far as they were left.
  public let correlation: [[Double]]
  /// The covariance of the errors of the last segment's means, fractions squared.
  public let covarianceOfMeans: Matrix
  /// What deviations keep of earlier ones: for each lag, the row of a series has what it keeps of each one's. None where nothing
  /// lasts.
  public var lagCoefficients: [[[Double]]] {
    lags == 0 ? [] : estimate.process.lagCoefficients.map(\.entries)
  }
  /// The covariance of what is new, fractions squared.
  public var covariance: [[Double]] { estimate.process.innovationCovariance.entries }
  /// The correlations of these errors.
  public var correlationOfMeans: [[Double]] { covarianceOfMeans.correlations }
  /// The deviations in the last period.
  public var start: [Double] { estimate.lastDeviation }

  /// How many robust standard deviations from the median a period is named an outlier.
  public static let outlierDistance = 5.0
  /// Whole years that seasonal shares are the mean of, unless it is said otherwise.
  public static let seasonalYears = 3
  /// Of fewer periods nothing is said: the standard deviation of five is uncertain by a third of itself.
  public static let fewestObservations = 5
  /// The most lags that are compared, unless it is said otherwise.
  public static let mostLags = 4

  /// Estimates.
  ///
  /// - Parameters:
  ///   - history: of growth, or of levels from which growth follows.
  ///   - span: the periods to use; nil for all that have growth in every column.
  ///   - excluded: periods to leave out, named by the user.
  ///   - breaks: periods from which on the means are others, named by the user; two periods that are used lie on each side.
  ///   - persistence: how long deviations last, or by what to choose it.
  ///   - lags: how many; where they are chosen, at the most so many. Nil for one, or for `mostLags`.
  ///   - shrinkage: what the covariance of what is new is drawn towards.
  ///   - seasonalYears: the last whole years that seasonal shares are the mean of, at the most.
  ///   - tails: whether tails are fitted, which takes longer than all the rest.
  /// - Throws: `CalibrationError`.
  public init(
    _ history: ObservedHistory, span: ClosedRange<Int>? = nil, excluding excluded: Set<Period> = [],
    breaks: [Period] = [], persistence: Persistence = .chosen(by: .schwarz), lags: Int? = nil,
    shrinkage: VectorAutoregressionEstimate.Shrinkage = .correlations,
    seasonalYears: Int = Calibration.seasonalYears, tails: Bool = true
  ) throws(CalibrationError) {
    let rows = try Rows(history, span: span, excluding: excluded, breaks: breaks)
    let names = history.columns.map(\.name)
    step = history.step
    first = rows.periods[0]
    last = rows.periods[rows.periods.count - 1]
    self.excluded = rows.excluded
    self.breaks = breaks.sorted { $0.number < $1.number }
    observations = rows.periods.count
    self.shrinkage = shrinkage
    (candidates, compared) = Self.candidates(rows, mostLags: max(Self.mostLags, lags ?? 0))
    switch persistence {
    case .given(let given):
      self.persistence = given
      self.lags = given == .none ? 0 : max(lags ?? 1, 1)
    case .chosen(let criterion):
      let best = candidates.filter { $0.lags <= lags ?? Self.mostLags }.min {
        ($0.criteria[criterion] ?? .infinity) < ($1.criteria[criterion] ?? .infinity)
      }
      self.persistence = best?.persistence ?? .none
      self.lags = best?.lags ?? 0
    }
    do throws(VectorAutoregressionError) {
      estimate = try VectorAutoregressionEstimate(
        fitting: rows.runs, shifts: rows.shifts, lags: self.lags, persistence: self.persistence,
        shrinkage: shrinkage)
    } catch {
      throw .estimate(error, columns: names)
    }
    let covariance = estimate.process.innovationCovariance
    correlation = covariance.correlations
    let errors = Self.errorsOfOwnLags(rows, self.persistence, lags: self.lags, estimate)
    let matrices = Array(estimate.process.lagCoefficients.prefix(self.lags))
    let longRun = Self.longRunCovariance(estimate.process)
    let ends = rows.shifts + [observations]
    let lengths = zip([0] + rows.shifts, ends).map { $1 - $0 }
    let lastLength = Double(lengths[lengths.count - 1])
    var covarianceOfMeans = longRun
    for j in names.indices {
      for i in names.indices { covarianceOfMeans[i, j] = longRun[i, j] / lastLength }
    }
    self.covarianceOfMeans = covarianceOfMeans
    var series: [Series] = []
    for (i, column) in history.columns.enumerated() {
      let deviations = estimate.deviations.map { $0[i] }
      let sum = deviations.reduce(0) { $0 + $1 * $1 }
      let deviation = (sum / Double(observations - lengths.count)).squareRoot()
      let values = rows.values(of: i)
      // That deviations swing back is no reason to think the mean better known than by independent ones.
      let error = max(deviation, longRun[i, i].squareRoot())
      var segments: [Segment] = []
      var outliers: [Outlier] = []
      for (k, (first, end)) in zip([0] + rows.shifts, ends).enumerated() {
        segments.append(
          Segment(
            first: rows.periods[first], last: rows.periods[end - 1], observations: end - first,
            mean: estimate.segmentMeans[k][i],
            standardErrorOfMean: error / Double(end - first).squareRoot()))
        outliers += Self.outliers(Array(values[first..<end]), Array(rows.periods[first..<end]))
      }
      let line = Self.line(
        Array(rows.times.suffix(lengths[lengths.count - 1])),
        Array(values.suffix(lengths[lengths.count - 1])))
      series.append(
        Series(
          name: column.name, segments: segments, standardDeviation: deviation, slope: line.slope,
          standardErrorOfSlope: line.error,
          ownLags: matrices.map { $0[i, i] },
          standardErrorsOfOwnLags: errors.map { $0[i] },
          innovation: covariance[i, i].squareRoot(),
          tails: tails ? StudentTFit(estimate.residuals.map { $0[i] }) : nil, outliers: outliers,
          shift: MeanShiftTest(
            rows.runs.map { $0.map { $0[i] } }, periods: rows.periods, from: rows.shifts.last ?? 0,
            lags: max(self.lags, 1)),
          seasonalPattern: history.seasonalPattern(of: column, years: seasonalYears)))
    }
    self.series = series
  }
}

/// Why nothing could be learnt from a history.
public enum CalibrationError: Error, Sendable, Equatable {
  /// No column has growth in any period.
  case noGrowth
  /// A figure is missing.
  case gap(column: String, Period)
  /// The process could not be estimated from these columns.
  case estimate(VectorAutoregressionError, columns: [String])
}
