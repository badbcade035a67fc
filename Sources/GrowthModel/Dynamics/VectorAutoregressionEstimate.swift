import LinearAlgebra

/// A vector autoregression estimated from observations in equal steps of time, by least squares.
public struct VectorAutoregressionEstimate: Sendable, Equatable {
  /// What a variable's deviation may depend on; the words are those of files.
  public enum Persistence: String, Sendable, CaseIterable {
    /// Nothing: deviations do not last.
    case none
    /// Its own last one.
    case diagonal
    /// The last ones of all variables. n variables have n^2 coefficients, which few observations
    /// cannot tell.
    case full
  }

  /// The process. Whether it is stable is a fact to look at: estimates of lasting deviations may not
  /// be.
  public let process: VectorAutoregression

  /// The mean of each variable over all observations.
  public let means: [Double]

  /// The innovations u[t] that the process leaves, row by row; one row less than the observations of each run
  /// where deviations last.
  public let residuals: [[Double]]

  /// The deviations from the means in the last row.
  public let lastDeviation: [Double]

  /// The number of observations.
  public let count: Int

  /// The weight by which the correlations of the innovations were drawn towards zero; nil where they
  /// were left as they are.
  public let shrinkageIntensity: Double?

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
    let rows = runs.flatMap(\.self)
    let variables = rows.first?.count ?? 0
    try Self.requireRectangular(rows, count: variables)
    let coefficients = Self.coefficientsPerEquation(persistence, variables)
    let lag = persistence == .none ? 0 : 1
    let lost = lag * runs.count { !$0.isEmpty }
    let needed = coefficients + lost + 2
    guard rows.count >= needed else { throw .tooFewRows(rows: rows.count, needed: needed) }
    let matrix: Matrix
    let degrees = rows.count - lost - coefficients - 1
    do throws(LinearAlgebraError) {
      let sample = try SampleCovariance(observations: Matrix(rows: rows))
      if let variable = sample.standardDeviations.firstIndex(of: 0) {
        throw LinearAlgebraError.zeroVariance(column: variable)
      }
      let means = sample.means
      let deviations = runs.map { run in run.map { row in zip(row, means).map { $0 - $1 } } }
      matrix = try Self.coefficients(deviations, persistence)
      residuals = Self.residuals(deviations, matrix, lag: lag)
      shrinkageIntensity =
        shrinkage ? try ShrinkageCovariance(observations: Matrix(rows: residuals)).intensity : nil
      self.means = means
      lastDeviation = deviations.last { !$0.isEmpty }?.last ?? []
      count = rows.count
    } catch {
      throw Self.fact(error, variables: variables)
    }
    process = try VectorAutoregression(
      coefficients: matrix,
      innovationCovariance: Self.covariance(
        residuals, variables, degrees: degrees, shrunkBy: shrinkageIntensity ?? 0))
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

  private static func coefficientsPerEquation(_ persistence: Persistence, _ variables: Int) -> Int {
    switch persistence {
    case .none: 0
    case .diagonal: 1
    case .full: variables
    }
  }

  /// The coefficients of each variable's equation, by least squares on the last row.
  private static func coefficients(
    _ runs: [[[Double]]], _ persistence: Persistence
  ) throws(LinearAlgebraError) -> Matrix {
    let variables = runs.lazy.compactMap(\.first).first?.count ?? 0
    var result = Matrix(rows: variables, columns: variables)
    guard persistence != .none else { return result }
    let last = runs.flatMap { $0.dropLast() }
    let next = runs.flatMap { $0.dropFirst() }
    for i in 0..<variables {
      let regressors = persistence == .full ? Array(0..<variables) : [i]
      let solution = try LeastSquares.fullRank(
        Matrix(rows: last.map { row in regressors.map { row[$0] } }),
        next.map { $0[i] }
      ).solution
      for (column, value) in zip(regressors, solution) { result[i, column] = value }
    }
    return result
  }

  /// e[t] - A e[t - 1]; the deviations themselves where nothing lasts.
  private static func residuals(
    _ runs: [[[Double]]], _ coefficients: Matrix, lag: Int
  ) -> [[Double]] {
    guard lag > 0 else { return runs.flatMap(\.self) }
    return runs.flatMap { zip($0, $0.dropFirst()) }.map { last, next in
      next.indices.map { i in
        last.indices.reduce(next[i]) { $0 - coefficients[i, $1] * last[$1] }
      }
    }
  }

  /// The sums of products over the degrees of freedom, those of different variables with less
  /// weight.
  private static func covariance(
    _ residuals: [[Double]], _ variables: Int, degrees: Int, shrunkBy intensity: Double
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
    return result
  }
}
