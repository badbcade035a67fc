import LinearAlgebra

/// A vector autoregression estimated from observations in equal steps of time, by least squares.
public struct VectorAutoregressionEstimate: Sendable, Equatable {
  /// What a variable's deviation may depend on; the words are those of files.
  public enum Persistence: String, Sendable, CaseIterable {
    /// Nothing: deviations do not last.
    case none
    /// Its own last ones.
    case diagonal
    /// The last ones of all variables. n variables have n^2 coefficients a lag, which few observations
    /// cannot tell.
    case full
  }

  /// What the covariance of the innovations is drawn towards, as far as it is uncertain; the words are those of files.
  public enum Shrinkage: String, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// No correlations, with variances kept: `ShrinkageCovariance.Target.diagonal`.
    case correlations
    /// One variance and no correlations: `ShrinkageCovariance.Target.scaledIdentity`.
    case ledoitWolf = "ledoit-wolf"
  }

  /// The process. Whether it is stable is a fact to look at: estimates of lasting deviations may not
  /// be.
  public let process: VectorAutoregression

  /// The mean of each variable over all observations, or over those after the last shift.
  public let means: [Double]

  /// The means before the first shift, then those after each one.
  public let segmentMeans: [[Double]]

  /// The deviations from the means of their own segment, row by row.
  public let deviations: [[Double]]

  /// The innovations u[t] that the process leaves, row by row; as many rows less than the observations of each run
  /// as there are lags.
  public let residuals: [[Double]]

  /// The deviations from the means in the last rows of the last run, one row for each lag, the last one first; zeros where the run
  /// has fewer rows.
  public let lastDeviations: [[Double]]

  /// The number of observations.
  public let count: Int

  /// The weight by which the covariance of the innovations was drawn towards its target; nil where it
  /// was left as it is.
  public let shrinkageIntensity: Double?

  /// The deviations from the means in the last row.
  public var lastDeviation: [Double] { lastDeviations.first ?? [] }

  /// Estimates a process.
  ///
  /// The means are taken off first. The covariance of the innovations has, as its divisor, the rows
  /// less the coefficients of an equation and one for the mean. Least squares draw persistence
  /// towards zero when observations are few, for an own lag c by about (1 + 3 c) / rows: M. G.
  /// Kendall, "Note on bias in the estimation of autocorrelation", Biometrika 41 (1954) 403-404,
  /// doi:10.1093/biomet/41.3-4.403. That is not corrected.
  ///
  /// - Parameters:
  ///   - rows: one observation of all variables a row, in the order of time.
  ///   - persistence: which coefficients are estimated; the others are zero.
  ///   - shrinkage: whether the correlations of the innovations are drawn towards zero, as
  ///     `ShrinkageCovariance` does by default; variances are kept.
  /// - Throws: `VectorAutoregressionError.ragged`, `.notFinite`, `.tooFewRows`, `.constant`,
  ///   `.dependentVariables`, `.estimation`.
  /// - Complexity: O(rows x n^3).
  public init(
    fitting rows: [[Double]], persistence: Persistence, shrinkage: Bool
  ) throws(VectorAutoregressionError) {
    try self.init(fitting: [rows], persistence: persistence, shrinkage: shrinkage)
  }

  /// Estimates a process from runs of observations with gaps between them: nothing lasts over a gap.
  ///
  /// - Parameters:
  ///   - runs: the rows of each run, the earlier ones first.
  ///   - persistence: which coefficients are estimated; the others are zero.
  ///   - shrinkage: whether the correlations of the innovations are drawn towards zero.
  /// - Throws: as for rows without a gap.
  public init(
    fitting runs: [[[Double]]], persistence: Persistence, shrinkage: Bool
  ) throws(VectorAutoregressionError) {
    try self.init(
      fitting: runs, persistence: persistence, shrinkage: shrinkage ? .correlations : .none)
  }

  /// Estimates a process of several lags, whose means may shift at known times.
  ///
  /// Deviations are those from the mean of their own segment, and last over a shift.
  ///
  /// - Parameters:
  ///   - runs: the rows of each run, the earlier ones first.
  ///   - shifts: rows, counted over all runs, from which on the means are others; increasing. Each segment has two rows or more.
  ///   - lags: p, one or more; of no effect where nothing lasts.
  ///   - persistence: which coefficients are estimated; the others are zero.
  ///   - shrinkage: what the covariance of the innovations is drawn towards.
  /// - Throws: as for rows without a gap.
  /// - Complexity: O(rows x n^3 p^2).
  public init(
    fitting runs: [[[Double]]], shifts: [Int] = [], lags: Int = 1, persistence: Persistence,
    shrinkage: Shrinkage
  ) throws(VectorAutoregressionError) {
    let rows = runs.flatMap(\.self)
    let variables = rows.first?.count ?? 0
    try Self.requireRectangular(rows, count: variables)
    let lags = persistence == .none ? 0 : max(lags, 1)
    let coefficients = lags * Self.coefficientsPerLag(persistence, variables)
    let lost = runs.reduce(0) { $0 + min(lags, $1.count) }
    let segments = shifts.count + 1
    let needed = coefficients + lost + segments + 1
    guard rows.count >= needed else { throw .tooFewRows(rows: rows.count, needed: needed) }
    let ends = shifts + [rows.count]
    guard zip([0] + shifts, ends).allSatisfy({ $1 - $0 >= 2 }) else {
      throw .tooFewRows(rows: zip([0] + shifts, ends).map { $1 - $0 }.min() ?? 0, needed: 2)
    }
    let matrices: [Matrix]
    let degrees = rows.count - lost - coefficients - segments
    do throws(LinearAlgebraError) {
      var means: [[Double]] = []
      for (first, end) in zip([0] + shifts, ends) {
        let sample = try SampleCovariance(observations: Matrix(rows: Array(rows[first..<end])))
        if segments == 1, let variable = sample.standardDeviations.firstIndex(of: 0) {
          throw LinearAlgebraError.zeroVariance(column: variable)
        }
        means.append(sample.means)
      }
      var place = 0
      let deviations = runs.map { run in
        run.map { row in
          let segment = shifts.count { $0 <= place }
          place += 1
          return zip(row, means[segment]).map { $0 - $1 }
        }
      }
      let all = deviations.flatMap(\.self)
      self.deviations = all
      let constant = (0..<variables).first { i in all.allSatisfy { $0[i] == 0 } }
      if let variable = constant {
        throw LinearAlgebraError.zeroVariance(column: variable)
      }
      matrices = try Self.coefficients(deviations, persistence, lags: lags)
      residuals = Self.residuals(deviations, matrices, lags: lags)
      switch shrinkage {
      case .none: shrinkageIntensity = nil
      case .correlations:
        shrinkageIntensity = try ShrinkageCovariance(observations: Matrix(rows: residuals))
          .intensity
      case .ledoitWolf:
        shrinkageIntensity = try ShrinkageCovariance(
          observations: Matrix(rows: residuals), target: .scaledIdentity
        ).intensity
      }
      segmentMeans = means
      self.means = means[means.count - 1]
      let last = deviations.last { !$0.isEmpty } ?? []
      lastDeviations = (0..<max(lags, 1)).map { lag in
        lag < last.count ? last[last.count - 1 - lag] : means[0].map { _ in 0 }
      }
      count = rows.count
    } catch {
      throw Self.fact(error, variables: variables)
    }
    process = try VectorAutoregression(
      lagCoefficients: matrices,
      innovationCovariance: Self.covariance(
        residuals, variables, degrees: degrees, shrinkage, by: shrinkageIntensity ?? 0))
  }

  private static func fact(
    _ error: LinearAlgebraError, variables: Int
  ) -> VectorAutoregressionError {
    switch error {
    case .zeroVariance(let column): .constant(variable: column)
    case .rankDeficient(let rank, _): .dependentVariables(rank: rank, variables: variables)
    default: .estimation(error)
    }
  }

  static func requireRectangular(
    _ rows: [[Double]], count: Int
  ) throws(VectorAutoregressionError) {
    for (index, row) in rows.enumerated() {
      guard row.count == count else {
        throw .ragged(row: index, count: row.count, expected: count)
      }
      if let variable = row.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(row: index, variable: variable)
      }
    }
  }

  /// What was new for one variable, without its mean and widened to a standard deviation: a fit leaves less than there was.
  ///
  /// - Parameters:
  ///   - variable: its place.
  ///   - deviation: that the result has, with the number of rows as its divisor; zeros where nothing was new.
  /// - Returns: one for each row of `residuals`.
  public func innovations(of variable: Int, widenedTo deviation: Double) -> [Double] {
    let values = residuals.map { $0[variable] }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    guard variance > 0 else { return values.map { _ in 0 } }
    let scale = deviation / variance.squareRoot()
    return values.map { scale * ($0 - mean) }
  }

  private static func coefficientsPerLag(_ persistence: Persistence, _ variables: Int) -> Int {
    switch persistence {
    case .none: 0
    case .diagonal: 1
    case .full: variables
    }
  }

  /// The coefficients of each variable's equation, by least squares on the last rows.
  private static func coefficients(
    _ runs: [[[Double]]], _ persistence: Persistence, lags: Int
  ) throws(LinearAlgebraError) -> [Matrix] {
    let variables = runs.lazy.compactMap(\.first).first?.count ?? 0
    var result = [Matrix](
      repeating: Matrix(rows: variables, columns: variables), count: max(lags, 1))
    guard persistence != .none else { return result }
    let next = runs.flatMap { $0.dropFirst(lags) }
    for i in 0..<variables {
      let regressors = persistence == .full ? Array(0..<variables) : [i]
      let design = runs.flatMap { run in
        run.indices.dropFirst(lags).map { t in
          (1...lags).flatMap { lag in regressors.map { run[t - lag][$0] } }
        }
      }
      let solution = try LeastSquares.fullRank(Matrix(rows: design), next.map { $0[i] }).solution
      for (place, value) in solution.enumerated() {
        result[place / regressors.count][i, regressors[place % regressors.count]] = value
      }
    }
    return result
  }

  /// e[t] - A1 e[t - 1] - ... - Ap e[t - p]; the deviations themselves where nothing lasts.
  private static func residuals(
    _ runs: [[[Double]]], _ coefficients: [Matrix], lags: Int
  ) -> [[Double]] {
    guard lags > 0 else { return runs.flatMap(\.self) }
    return runs.flatMap { run in
      run.indices.dropFirst(lags).map { t in
        run[t].indices.map { i in
          zip(1..., coefficients).reduce(run[t][i]) { rest, lag in
            run[t - lag.0].indices.reduce(rest) { $0 - lag.1[i, $1] * run[t - lag.0][$1] }
          }
        }
      }
    }
  }

  /// The sums of products over the degrees of freedom, drawn towards a target.
  private static func covariance(
    _ residuals: [[Double]], _ variables: Int, degrees: Int, _ shrinkage: Shrinkage,
    by intensity: Double
  ) -> Matrix {
    var result = Matrix(rows: variables, columns: variables)
    for j in 0..<variables {
      for i in 0...j {
        let sum = residuals.reduce(0) { $0 + $1[i] * $1[j] } / Double(degrees)
        let value = i == j ? sum : (1 - intensity) * sum
        result[i, j] = value
        result[j, i] = value
      }
    }
    guard shrinkage == .ledoitWolf else { return result }
    let level = (0..<variables).reduce(0) { $0 + result[$1, $1] } / Double(max(variables, 1))
    for i in 0..<variables {
      result[i, i] = (1 - intensity) * result[i, i] + intensity * level
    }
    return result
  }
}
