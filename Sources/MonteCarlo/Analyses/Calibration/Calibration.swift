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
    public let name: String
    /// Growth on the same period a year earlier, fractions: mean, standard deviation (divisor n - 1), and the
    /// standard error of the mean, which allows for deviations that last.
    public let mean: Double
    public let standardDeviation: Double
    public let standardErrorOfMean: Double
    /// Growth in a year more than in the year before, by least squares over time; fractions, and its standard error as if
    /// deviations did not last.
    public let slope: Double
    public let standardErrorOfSlope: Double
    /// The part of its own last deviation that is left a period later, and the standard error; nil where nothing lasts.
    public let persistence: Double?
    public let standardErrorOfPersistence: Double?
    /// The standard deviation of what is new in a period, a fraction.
    public let innovation: Double
    /// The tails of what is new; nil where too few figures differ, and where they were not asked for.
    public let tails: StudentTFit?
    /// Periods far from the median, and how many robust standard deviations (1.4826 times the median distance) that
    /// is.
    public let outliers: [Outlier]
    /// The part of a year that falls to each quarter; nil without quarterly levels.
    public let seasonalShares: [Double]?
  }

  /// A period that is far from the others.
  public struct Outlier: Sendable, Equatable {
    public let period: Period
    /// From the median, in robust standard deviations; below zero for a fall.
    public let distance: Double
  }

  /// One of the processes that were weighed against each other.
  public struct Candidate: Sendable, Equatable {
    public let lags: Int
    public let regressors: AutoregressionFit.Regressors
    public let parameters: Int
    public let criteria: [InformationCriterion: Double]

    /// As the model would be told; nil for what it cannot do, more than one lag.
    public var persistence: VectorAutoregressionEstimate.Persistence? {
      switch (lags, regressors) {
      case (0, _): VectorAutoregressionEstimate.Persistence.none
      case (1, .own): .diagonal
      case (1, .all): .full
      default: nil
      }
    }
  }

  public let step: Timeline.Step
  /// The first and last period whose growth was used.
  public let first: Period
  public let last: Period
  /// Periods between them that were left out.
  public let excluded: [Period]
  /// Periods used.
  public let observations: Int
  public let series: [Series]
  /// The processes that were compared, on the same rows, and how many those were.
  public let candidates: [Candidate]
  public let compared: Int
  /// What was taken, and the estimate.
  public let persistence: VectorAutoregressionEstimate.Persistence
  public let estimate: VectorAutoregressionEstimate
  /// The correlations of what is new, drawn towards zero by the weight of the estimate.
  public let correlation: [[Double]]
  /// The deviations in the last period.
  public var start: [Double] { estimate.lastDeviation }

  /// How many robust standard deviations from the median a period is named an outlier.
  public static let outlierDistance = 5.0
  /// Whole years that seasonal shares are the mean of.
  public static let seasonalYears = 3
  /// Of fewer periods nothing is said: the standard deviation of five is uncertain by a third of itself.
  public static let fewestObservations = 5
  /// The most lags that are compared.
  static let mostLags = 4

  /// Estimates.
  ///
  /// - Parameters:
  ///   - history: of growth, or of levels from which growth follows.
  ///   - span: the periods to use; nil for all that have growth in every column.
  ///   - excluded: periods to leave out, named by the user.
  ///   - persistence: how long deviations last, or by what to choose it.
  ///   - shrinkage: whether the correlations of what is new are drawn towards zero.
  ///   - tails: whether tails are fitted, which takes longer than all the rest.
  /// - Throws: `CalibrationError`.
  public init(
    _ history: ObservedHistory, span: ClosedRange<Int>? = nil, excluding excluded: Set<Period> = [],
    persistence: Persistence = .chosen(by: .schwarz), shrinkage: Bool = true, tails: Bool = true
  ) throws(CalibrationError) {
    let growth = history.columns.map { history.growth(of: $0) }
    let known = history.periods.indices.filter { index in
      growth.contains { $0[index] != nil }
    }
    guard let low = span?.lowerBound ?? known.first, let high = span?.upperBound ?? known.last
    else {
      throw .noGrowth
    }
    var runs: [[Int]] = [[]]
    for index in low...high {
      if excluded.contains(history.periods[index]) {
        if runs.last?.isEmpty == false { runs.append([]) }
        continue
      }
      for (column, values) in zip(history.columns, growth) where values[index] == nil {
        throw .gap(column: column.name, history.periods[index])
      }
      runs[runs.count - 1].append(index)
    }
    runs.removeAll(where: \.isEmpty)
    let rows = runs.map { run in run.map { index in growth.map { $0[index] ?? .nan } } }
    let used = runs.flatMap(\.self)
    guard let first = used.first, let last = used.last else { throw .noGrowth }
    guard used.count >= Self.fewestObservations else {
      throw .estimate(
        .tooFewRows(rows: used.count, needed: Self.fewestObservations),
        columns: history.columns.map(\.name))
    }
    step = history.step
    self.first = history.periods[first]
    self.last = history.periods[last]
    self.excluded = history.periods[first...last].filter(excluded.contains)
    observations = used.count
    (candidates, compared) = Self.candidates(rows)
    switch persistence {
    case .given(let given): self.persistence = given
    case .chosen(let criterion):
      let best = candidates.filter { $0.persistence != nil }.min {
        ($0.criteria[criterion] ?? .infinity) < ($1.criteria[criterion] ?? .infinity)
      }
      self.persistence = best?.persistence ?? VectorAutoregressionEstimate.Persistence.none
    }
    do throws(VectorAutoregressionError) {
      estimate = try VectorAutoregressionEstimate(
        fitting: rows, persistence: self.persistence, shrinkage: shrinkage)
    } catch {
      throw .estimate(error, columns: history.columns.map(\.name))
    }
    let covariance = estimate.process.innovationCovariance
    let deviations = history.columns.indices.map { covariance[$0, $0].squareRoot() }
    correlation = deviations.indices.map { i in
      deviations.indices.map { j in
        i == j ? 1 : covariance[i, j] / (deviations[i] * deviations[j])
      }
    }
    let own = self.persistence == .none ? nil : Self.ownLags(rows)
    let times = used.map { Double($0) / Double(history.periodsPerYear) }
    var series: [Series] = []
    for (i, column) in history.columns.enumerated() {
      let values = rows.flatMap { $0.map { $0[i] } }
      let mean = estimate.means[i]
      let sum = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (sum / Double(values.count - 1)).squareRoot()
      let line = Self.line(times, values)
      let kept = self.persistence == .none ? nil : estimate.process.coefficients[i, i]
      // The long-run variance of an autoregression: that of what is new over (1 - c)^2.
      let error =
        kept.map { max(deviation, deviations[i] / max(1 - $0, 0.05)) } ?? deviation
      series.append(
        Series(
          name: column.name, mean: mean, standardDeviation: deviation,
          standardErrorOfMean: error / Double(values.count).squareRoot(), slope: line.slope,
          standardErrorOfSlope: line.error, persistence: kept,
          standardErrorOfPersistence: own?[i], innovation: deviations[i],
          tails: tails ? StudentTFit(estimate.residuals.map { $0[i] }) : nil,
          outliers: Self.outliers(values, used.map { history.periods[$0] }),
          seasonalShares: history.seasonalShares(of: column, years: Self.seasonalYears)))
    }
    self.series = series
  }

  /// All processes that there are rows enough for, fitted to the same rows.
  private static func candidates(_ runs: [[[Double]]]) -> ([Candidate], compared: Int) {
    for most in stride(from: mostLags, through: 0, by: -1) {
      // Lags cost rows, of which each process must have enough.
      let own = (0...most).compactMap {
        try? AutoregressionFit(fitting: runs, lags: $0, regressors: .own, skipping: most)
      }
      guard own.count == most + 1, own[0].observations >= 8 * most else { continue }
      let all = (1...max(most, 1)).prefix(most).compactMap {
        try? AutoregressionFit(fitting: runs, lags: $0, regressors: .all, skipping: most)
      }
      let isSingle = own[0].constants.count == 1
      let candidates = (own + (isSingle ? [] : all)).map { fit in
        Candidate(
          lags: fit.lags, regressors: fit.regressors, parameters: fit.parameters,
          criteria: Dictionary(
            uniqueKeysWithValues: InformationCriterion.allCases.map { ($0, $0.value(of: fit)) }))
      }
      return (candidates, own[0].observations)
    }
    return ([], 0)
  }

  /// The standard error of each variable's own first lag.
  private static func ownLags(_ runs: [[[Double]]]) -> [Double]? {
    guard let fit = try? AutoregressionFit(fitting: runs, lags: 1, regressors: .own) else {
      return nil
    }
    return fit.constants.indices.map { fit.standardErrors[0][$0, $0] }
  }

  /// The line of least squares through values over time.
  private static func line(_ times: [Double], _ values: [Double]) -> (slope: Double, error: Double)
  {
    let n = Double(times.count)
    let (t, y) = (times.reduce(0, +) / n, values.reduce(0, +) / n)
    var (spread, joint) = (0.0, 0.0)
    for (time, value) in zip(times, values) {
      spread += (time - t) * (time - t)
      joint += (time - t) * (value - y)
    }
    guard spread > 0, n > 2 else { return (0, .infinity) }
    let slope = joint / spread
    let left = zip(times, values).reduce(0.0) { sum, pair in
      let rest = pair.1 - y - slope * (pair.0 - t)
      return sum + rest * rest
    }
    return (slope, (left / (n - 2) / spread).squareRoot())
  }

  private static func outliers(
    _ values: [Double], _ periods: [Period]
  ) -> [Outlier] {
    func median(_ values: [Double]) -> Double {
      let sorted = values.sorted()
      let half = sorted.count / 2
      return sorted.count % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half])
    }
    let centre = median(values)
    let scale = 1.4826 * median(values.map { ($0 - centre).magnitude })
    guard scale > 0 else { return [] }
    return zip(periods, values).compactMap { period, value in
      let distance = (value - centre) / scale
      return distance.magnitude >= outlierDistance
        ? Outlier(period: period, distance: distance) : nil
    }
  }
}

/// Why nothing could be learnt from a history.
public enum CalibrationError: Error, Sendable, Equatable {
  /// No column has growth in any period.
  case noGrowth
  /// A figure is missing.
  case gap(column: String, Period)
  case estimate(VectorAutoregressionError, columns: [String])
}
