import GrowthModel
import Stochastics

/// The draws of growth after one period, from what was known in it.
struct OriginForecast {
  /// Growth of each column, fractions: first all columns of the period after the origin, then those of the next.
  let growth: [[Double]]
  /// Growth of the total in each period after the origin.
  let total: [[Double]]
  let calibration: Calibration

  /// Estimates and draws.
  ///
  /// With m the means, A the persistence and y[T] growth at the origin, each draw follows
  ///
  ///     e[T] = y[T] - m,   e[t] = A e[t - 1] + u[t] (+ v),   y[t] = m + e[t]
  ///
  /// with as many lags as were estimated, u new in each period. v, for uncertain means, is one number a draw for each column, with the covariance of u over the
  /// number of observations: the error of the constant (I - A) m, which needs no stable A. A deviation of a period without growth is taken for zero.
  ///
  /// - Parameters:
  ///   - accounts: of which nothing after the origin is looked at.
  ///   - origin: the place of the last period that is known.
  ///   - horizons: how many periods are drawn.
  ///   - excluded: periods that estimates leave out. The growth of the origin is taken all the same.
  ///   - model: the kind of forecast.
  ///   - draws: how many.
  ///   - seed: of the streams, which are named by column, period and origin.
  /// - Throws: `BacktestError`.
  init(
    _ accounts: BacktestAccounts, origin: Int, horizons: Int, excluding excluded: Set<Period>,
    model: BacktestModel, draws: Int, seed: UInt64
  ) throws(BacktestError) {
    let known = accounts.known(at: origin)
    let calibration = try Self.calibration(known, excluding: excluded, model: model)
    self.calibration = calibration
    let sampler: JointSampler
    do {
      sampler = try JointSampler(
        Self.distribution(calibration, model, origin: known.periods[origin], horizons: horizons),
        seed: seed)
    } catch {
      throw .distribution("\(error)", origin: known.periods[origin])
    }
    let n = known.columns.count
    let matrices = calibration.estimate.process.lagCoefficients
    let means = calibration.estimate.means
    // Those of the last period first.
    var deviations = matrices.indices.map { lag in
      (0..<n).map { i in
        let growth = origin >= lag ? accounts.growth[i][origin - lag] : nil
        return [Double](repeating: (growth ?? means[i]) - means[i], count: draws)
      }
    }
    var columns = [Double](repeating: 0, count: sampler.names.count * draws)
    columns.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      sampler.fill(columns: start, stride: draws, count: draws, firstDraw: 0)
    }
    var growth: [[Double]] = []
    for h in 0..<horizons {
      var next: [[Double]] = []
      for i in 0..<n {
        let first = (h * n + i) * draws
        var column = Array(columns[first..<first + draws])
        if model.hasUncertainMeans {
          let constant = (horizons * n + i) * draws
          for k in 0..<draws { column[k] += columns[constant + k] }
        }
        for (matrix, before) in zip(matrices, deviations) {
          for j in 0..<n where matrix[i, j] != 0 {
            let part = matrix[i, j]
            for k in 0..<draws { column[k] += part * before[j][k] }
          }
        }
        next.append(column)
      }
      deviations = [next] + deviations.dropLast()
      growth += next.enumerated().map { i, column in column.map { means[i] + $0 } }
    }
    self.growth = growth
    total = Self.totals(accounts, origin: origin, growth: growth, draws: draws)
  }

  private static func calibration(
    _ known: ObservedHistory, excluding excluded: Set<Period>, model: BacktestModel
  ) throws(BacktestError) -> Calibration {
    do throws(CalibrationError) {
      return try Calibration(
        known, excluding: excluded, persistence: model.persistence, lags: model.lags,
        shrinkage: model.shrinkage, tails: model.innovations == .studentT)
    } catch {
      let origin = known.periods[known.periods.count - 1]
      switch error {
      case .gap(let column, let period): throw .gap(column: column, period)
      case .noGrowth: throw .tooShort(periods: 0, needed: Calibration.fewestObservations)
      case .estimate(let error, let columns):
        throw .estimate(error, columns: columns, origin: origin)
      }
    }
  }

  // MARK: What is drawn

  /// Correlations are drawn this far towards zero, so that rounding cannot make those of variables that all but determine
  /// each other impossible.
  private static let slack = 1e-10

  /// What is new in each period, then the errors of the means.
  private static func distribution(
    _ found: Calibration, _ model: BacktestModel, origin: Period, horizons: Int
  ) throws -> JointDistribution {
    let periods = (1...horizons).map { "\(origin)+\($0)" }
    let steps = periods.map { period in found.series.map { "\($0.name) in \(period)" } }
    let constants = found.series.map { "mean of \($0.name) at \(origin)" }
    let count = found.series.count
    let correlation = (0..<count).map { i in
      (0..<count).map { i == $0 ? 1 : (1 - slack) * found.correlation[i][$0] }
    }
    var variables: [JointDistribution.Variable] = []
    var groups: [Dependence] = []
    if case .bootstrap(let length) = model.innovations {
      let columns = found.series.indices.map { column in
        found.estimate.innovations(of: column, widenedTo: found.series[column].innovation)
      }
      let rows = try HistoryRows(
        steps: steps, columns: columns,
        blockLength: min(length, found.estimate.residuals.count), group: "rows at \(origin)")
      for names in steps {
        variables += zip(names, rows.marginals).map { .init(name: $0, marginal: $1) }
      }
      groups.append(.rows(rows))
    } else {
      let marginals = try found.series.map { try marginal($0, model.innovations) }
      let copula = try GaussianCopula(names: steps[0], correlation: correlation)
      for names in steps {
        variables += zip(names, marginals).map { .init(name: $0, marginal: $1) }
        let newNames = Dictionary(zip(steps[0], names), uniquingKeysWith: { first, _ in first })
        groups.append(.gaussian(try copula.renamed { newNames[$0] ?? $0 }))
      }
    }
    if model.hasUncertainMeans {
      let scale = 1 / Double(found.observations).squareRoot()
      for (name, series) in zip(constants, found.series) {
        variables.append(
          .init(
            name: name,
            marginal: try NormalDistribution(
              mean: 0, standardDeviation: scale * series.innovation)))
      }
      groups.append(.gaussian(try GaussianCopula(names: constants, correlation: correlation)))
    }
    return try JointDistribution(variables: variables, groups: groups)
  }

  private static func marginal(
    _ series: Calibration.Series, _ innovations: BacktestModel.Innovations
  ) throws(MarginalError) -> any Marginal {
    if innovations == .studentT, let tails = series.tailsToUse {
      return try StudentTDistribution(
        location: 0, scale: tails.scale, degreesOfFreedom: tails.degreesOfFreedom)
    }
    return try NormalDistribution(mean: 0, standardDeviation: series.innovation)
  }

  // MARK: The total

  /// The growth of the total: parts weigh what they did a year earlier, as far as that was known, else as it was drawn.
  private static func totals(
    _ accounts: BacktestAccounts, origin: Int, growth: [[Double]], draws: Int
  ) -> [[Double]] {
    let n = accounts.growth.count
    let year = accounts.history.periodsPerYear
    // The levels drawn for each period after the origin, column by column.
    var levels: [[Double]] = []
    var totals: [[Double]] = []
    for h in 0..<growth.count / max(n, 1) {
      var now = [Double](repeating: 0, count: draws)
      var before = now
      for i in 0..<n {
        let rates = growth[h * n + i]
        var next = rates
        if accounts.hasLevels, h >= year {
          let base = levels[(h - year) * n + i]
          for k in 0..<draws {
            next[k] = base[k] * (1 + rates[k])
            now[k] += next[k]
            before[k] += base[k]
          }
        } else {
          let base =
            accounts.share(phase: accounts.phase(origin, after: h + 1), column: i)
            ?? accounts.history.columns[i].values[origin + h + 1 - year] ?? .nan
          for k in 0..<draws {
            next[k] = base * (1 + rates[k])
            now[k] += next[k]
            before[k] += base
          }
        }
        levels.append(next)
      }
      totals.append(zip(now, before).map { $0 / $1 - 1 })
    }
    return totals
  }
}
