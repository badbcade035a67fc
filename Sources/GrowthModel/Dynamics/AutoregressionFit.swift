import LinearAlgebra

/// A vector autoregression of any order with constants, estimated by least squares, equation by equation:
///
///     y[t] = c + A1 y[t - 1] + ... + Ap y[t - p] + u[t]
///
/// H. Lütkepohl, "New introduction to multiple time series analysis" (2005), sections 3.2 and 4.3,
/// doi:10.1007/978-3-540-27752-1.
public struct AutoregressionFit: Sendable, Equatable {
  /// What an equation may look at.
  public enum Regressors: Sendable, Equatable {
    /// The lags of its own variable: all A are diagonal.
    case own
    /// The lags of all variables.
    case all
  }

  /// The order, p.
  public let lags: Int

  /// Which lags the equations look at.
  public let regressors: Regressors

  /// c, of n entries, in the unit of the variables.
  public let constants: [Double]

  /// A1 to Ap, n x n each.
  public let coefficients: [Matrix]

  /// The standard errors of c, then of each A, in the shapes of these.
  public let standardErrorsOfConstants: [Double]
  /// The standard errors of each A, in the shape of these.
  public let standardErrors: [Matrix]

  /// u, a row for each observation that has all its lags.
  public let residuals: [[Double]]

  /// The covariance of u, n x n, with the rows less the coefficients of an equation as divisor.
  public let innovationCovariance: Matrix

  /// The logarithm of the determinant of the covariance whose divisor is the number of rows: what a normal
  /// likelihood takes.
  public let logDeterminant: Double

  /// Rows that have all their lags.
  public var observations: Int { residuals.count }

  /// Estimates the coefficients.
  ///
  /// Least squares of one equation at a time are the likeliest where all equations look at the same lags, and near to
  /// it where each looks at its own.
  ///
  /// - Parameters:
  ///   - runs: observations without a gap in time between them, one row each, the earlier runs first. Nothing is
  ///     carried over from one run to the next.
  ///   - lags: p, zero or more.
  ///   - regressors: which lags the equations look at.
  ///   - skipping: rows at the beginning of each run that are lags alone, p or more: to compare orders, they
  ///     must explain the same rows.
  /// - Throws: `VectorAutoregressionError.ragged`, `.notFinite`, `.tooFewRows`, `.dependentVariables`,
  ///   `.estimation`.
  /// - Complexity: O(rows x n^2 p^2) for each coefficient of an equation.
  public init(
    fitting runs: [[[Double]]], lags: Int, regressors: Regressors = .all, skipping: Int? = nil
  ) throws(VectorAutoregressionError) {
    let variables = runs.lazy.compactMap(\.first).first?.count ?? 0
    for run in runs { try VectorAutoregressionEstimate.requireRectangular(run, count: variables) }
    let first = max(skipping ?? lags, lags)
    let places = runs.enumerated().flatMap { run, rows in
      rows.indices.dropFirst(first).map { (run: run, row: $0) }
    }
    let responses = places.map { runs[$0.run][$0.row] }
    let count = 1 + lags * (regressors == .all ? variables : 1)
    // The covariance of the residuals must have full rank as well.
    let needed = count + max(variables, 1)
    guard responses.count >= needed else {
      throw .tooFewRows(rows: responses.count, needed: needed)
    }
    /// The variables that an equation looks at.
    func seen(_ i: Int) -> [Int] { regressors == .all ? Array(0..<variables) : [i] }
    let degrees = Double(responses.count - count)
    do throws(LinearAlgebraError) {
      var constants = [Double](repeating: 0, count: variables)
      var constantErrors = constants
      var coefficients = [Matrix](
        repeating: Matrix(rows: variables, columns: variables), count: lags)
      var errors = coefficients
      var columns: [[Double]] = []
      var shared: (design: Matrix, cofactors: [Double])?
      for i in 0..<variables {
        let own = seen(i)
        if regressors == .own || shared == nil {
          let design = try Matrix(
            rows: places.map { place in
              [1]
                + (1...max(lags, 1)).prefix(lags).flatMap { lag in
                  own.map { runs[place.run][place.row - lag][$0] }
                }
            })
          shared = (design, try Self.cofactors(design))
        }
        guard let (design, cofactors) = shared else { continue }
        let fit = try LeastSquares.fullRank(design, responses.map { $0[i] })
        columns.append(fit.residuals)
        let variance = fit.residualSumOfSquares / degrees
        func error(_ k: Int) -> Double { (variance * cofactors[k]).squareRoot() }
        constants[i] = fit.solution[0]
        constantErrors[i] = error(0)
        for lag in 0..<lags {
          for (place, j) in own.enumerated() {
            let k = 1 + lag * own.count + place
            coefficients[lag][i, j] = fit.solution[k]
            errors[lag][i, j] = error(k)
          }
        }
      }
      let products = Self.products(columns)
      innovationCovariance = Self.divided(products, by: degrees)
      logDeterminant = try Cholesky(Self.divided(products, by: Double(responses.count)))
        .logDeterminant
      residuals = responses.indices.map { row in columns.map { $0[row] } }
      self.constants = constants
      standardErrorsOfConstants = constantErrors
      self.coefficients = coefficients
      standardErrors = errors
    } catch {
      switch error {
      case .rankDeficient(let rank, _):
        throw .dependentVariables(rank: rank, variables: variables)
      case .notPositiveDefinite(let minor):
        throw .dependentVariables(rank: minor - 1, variables: variables)
      default: throw .estimation(error)
      }
    }
    self.lags = lags
    self.regressors = regressors
  }

  /// How many numbers were estimated, those of the covariance aside.
  public var parameters: Int {
    constants.count * (1 + lags * (regressors == .all ? constants.count : 1))
  }

  /// The diagonal of (Z'Z)^-1: one over the squared length of what the other columns leave of each.
  private static func cofactors(_ design: Matrix) throws(LinearAlgebraError) -> [Double] {
    var result: [Double] = []
    for k in 0..<design.columns {
      let others = (0..<design.columns).filter { $0 != k }
      let rest = try Matrix(rows: (0..<design.rows).map { row in others.map { design[row, $0] } })
      let square =
        others.isEmpty
        ? design.column(k).reduce(0) { $0 + $1 * $1 }
        : try LeastSquares.fullRank(rest, Array(design.column(k))).residualSumOfSquares
      result.append(1 / square)
    }
    return result
  }

  private static func products(_ columns: [[Double]]) -> Matrix {
    var result = Matrix(rows: columns.count, columns: columns.count)
    for j in columns.indices {
      for i in 0...j {
        let sum = zip(columns[i], columns[j]).reduce(0) { $0 + $1.0 * $1.1 }
        result[i, j] = sum
        result[j, i] = sum
      }
    }
    return result
  }

  private static func divided(_ matrix: Matrix, by divisor: Double) -> Matrix {
    var result = matrix
    for j in 0..<matrix.columns {
      for i in 0..<matrix.rows { result[i, j] /= divisor }
    }
    return result
  }
}
