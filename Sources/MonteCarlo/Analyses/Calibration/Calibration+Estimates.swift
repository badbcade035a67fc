import GrowthModel
import LinearAlgebra

extension Calibration {
  /// All processes that there are rows enough for, fitted to the same rows.
  static func candidates(_ rows: Rows, mostLags: Int) -> ([Candidate], compared: Int) {
    let runs = rows.withoutShifts
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

  /// The standard errors of each variable's own lags: an entry for each lag with one for each series; NaN where there are too few
  /// rows for constants besides.
  static func errorsOfOwnLags(
    _ rows: Rows, _ persistence: VectorAutoregressionEstimate.Persistence, lags: Int,
    _ estimate: VectorAutoregressionEstimate
  ) -> [[Double]] {
    guard lags > 0 else { return [] }
    let fit = try? AutoregressionFit(
      fitting: rows.withoutShifts, lags: lags, regressors: persistence == .full ? .all : .own)
    return (0..<lags).map { lag in
      estimate.means.indices.map { fit?.standardErrors[lag][$0, $0] ?? .nan }
    }
  }

  /// The covariance of a mean of deviations times their number, when they are many: M^-1 S M^-T with M = I - A1 - ... - Ap. Lütkepohl
  /// (2005), section 3.3. Where the process is all but unstable, each series from its own lags, of which 0.05 at least fade.
  static func longRunCovariance(_ process: VectorAutoregression) -> Matrix {
    let n = process.order
    var rest = Matrix.identity(n)
    for matrix in process.lagCoefficients {
      for j in 0..<n { for i in 0..<n { rest[i, j] -= matrix[i, j] } }
    }
    if process.isStable, (0..<n).allSatisfy({ rest[$0, $0] >= 0.05 }), let factors = try? LU(rest),
      let half = try? factors.solve(process.innovationCovariance),
      let whole = try? factors.solve(half.transposed)
    {
      return whole
    }
    var result = process.innovationCovariance
    for j in 0..<n {
      for i in 0..<n { result[i, j] /= max(rest[i, i], 0.05) * max(rest[j, j], 0.05) }
    }
    return result
  }

  /// The line of least squares through values over time.
  static func line(_ times: [Double], _ values: [Double]) -> (slope: Double, error: Double) {
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

  static func outliers(_ values: [Double], _ periods: [Period]) -> [Outlier] {
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

extension Matrix {
  /// Row by row.
  var entries: [[Double]] { (0..<rows).map { i in (0..<columns).map { self[i, $0] } } }

  /// The correlations of a covariance whose variances are above zero.
  var correlations: [[Double]] {
    let deviations = (0..<rows).map { self[$0, $0].squareRoot() }
    return (0..<rows).map { i in
      (0..<columns).map { j in
        i == j ? 1 : self[i, j] / (deviations[i] * deviations[j])
      }
    }
  }
}
