import GrowthModel

/// Would the forecasts have been right: made again in each period of the past with what was known in it, and held against
/// what came.
///
/// Rolling origin with all of the past: L. J. Tashman, "Out-of-sample tests of forecasting accuracy", Int. J. Forecasting 16
/// (2000) 437-450, doi:10.1016/S0169-2070(00)00065-0.
public struct BacktestAnalysis: Sendable {
  private let accounts: BacktestAccounts
  private let excluded: Set<Period>
  private let model: BacktestModel
  /// The places of the origins.
  private let origins: [Int]
  private let skipped: [Int]
  private let firstGrowth: Int
  private let ahead: Int

  /// Periods with growth that an estimate rests on at the first origin, unless the caller names it.
  public static func fewestObservations(_ step: Timeline.Step) -> Int { step == .year ? 8 : 12 }

  /// How far ahead forecasts reach where nobody says it: a year of quarters, or two years.
  public static func standardHorizon(_ step: Timeline.Step) -> Int { step == .year ? 2 : 4 }

  /// What the leaves of an economy weigh in its total in the base year: an array for each period of a year, whose numbers sum to
  /// one.
  ///
  /// - Parameters:
  ///   - economy: of a scenario.
  ///   - step: how long the periods are: where the economy's are years, all quarters weigh the same.
  public static func shares(of economy: Economy, step: Timeline.Step) -> [[Double]] {
    let volumes = economy.leaves.map(\.leaf.volumes)
    return (0..<(step == .year ? 1 : 4)).map { phase in
      let own = volumes.map { step == .quarter && $0.count == 4 ? $0[phase] : $0.reduce(0, +) }
      let total = own.reduce(0, +)
      return own.map { $0 / total }
    }
  }

  /// Finds out from which periods forecasts can be made.
  ///
  /// - Parameters:
  ///   - history: a column for each activity, levels in all or growth in all.
  ///   - shares: what the columns weigh where they are growth: an array for each period of a year.
  ///   - excluded: periods that estimates leave out by name.
  ///   - model: the kind of forecast.
  ///   - first: the period of the first forecast; nil for the first with enough periods before it.
  ///   - ahead: the longest horizon in periods, one or more.
  /// - Throws: `BacktestError`.
  public init(
    _ history: ObservedHistory, shares: [[Double]] = [], excluding excluded: Set<Period> = [],
    model: BacktestModel, from first: Period? = nil, ahead: Int
  ) throws(BacktestError) {
    precondition(ahead >= 1, "a forecast looks ahead")
    let accounts = try BacktestAccounts(history, shares: shares)
    let known = history.periods.indices.filter { place in
      accounts.growth.contains { $0[place] != nil }
    }
    let fewest = Self.fewestObservations(history.step)
    guard let low = known.first, let high = known.last else {
      throw .tooShort(periods: 0, needed: fewest + 1)
    }
    for place in low...high where !excluded.contains(history.periods[place]) {
      for (column, growth) in zip(history.columns, accounts.growth) where growth[place] == nil {
        throw .gap(column: column.name, history.periods[place])
      }
    }
    var candidates = Array(low..<high)
    if let first {
      candidates.removeAll { history.periods[$0].number < first.number }
    } else {
      candidates.removeAll { place in
        (low...place).count { !excluded.contains(history.periods[$0]) } < fewest
      }
      // A process with many coefficients needs more.
      let enough = candidates.firstIndex { place in
        (try? OriginForecast(
          accounts, origin: place, horizons: 1, excluding: excluded, model: model, draws: 1, seed: 1
        ))
          != nil
      }
      if let enough { candidates.removeFirst(enough) }
    }
    guard let start = candidates.first else {
      throw .tooShort(periods: high - low + 1, needed: fewest + 1)
    }
    // The first one says what is wrong, if anything is.
    _ = try OriginForecast(
      accounts, origin: start, horizons: 1, excluding: excluded, model: model, draws: 1, seed: 1)
    origins = candidates.filter { accounts.total[$0] != nil }
    skipped = candidates.filter { accounts.total[$0] == nil }
    firstGrowth = low
    self.accounts = accounts
    self.excluded = excluded
    self.model = model
    self.ahead = ahead
  }

  /// How many times forecasts are made.
  public var originCount: Int { origins.count }

  /// Makes all forecasts and scores them.
  ///
  /// - Parameters:
  ///   - draws: of each forecast.
  ///   - seed: of the random numbers.
  ///   - threads: on which nothing depends but the time.
  ///   - progress: called with the number of origins that are done.
  /// - Throws: `BacktestError`, `CancellationError`.
  /// - Complexity: O(origins x horizons x draws x activities^2), and a sort of the draws of each forecast.
  public func run(
    draws: Int, seed: UInt64, threads: Int, progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> BacktestFindings {
    var rows: [[BacktestForecast]] = []
    var persistences: [VectorAutoregressionEstimate.Persistence] = []
    var unstable: [Int] = []
    try await OrderedWork.run(origins.indices, threads: threads) { piece in
      try Task.checkCancellation()
      return try scored(origin: origins[piece], draws: draws, seed: seed)
    } each: { piece, result in
      rows.append(result.forecasts)
      persistences.append(result.calibration.persistence)
      if !result.calibration.estimate.process.isStable { unstable.append(origins[piece]) }
      progress(piece + 1)
    }
    let names = accounts.history.columns.map(\.name)
    let periods = accounts.history.periods
    let forecasts = ([nil] + names.map(Optional.init)).flatMap { series in
      rows.flatMap { $0.filter { $0.series == series } }
    }
    return BacktestFindings(
      forecasts: forecasts, activities: names, step: accounts.history.step,
      firstGrowth: periods[firstGrowth], origins: origins.map { periods[$0] },
      skipped: skipped.map { periods[$0] }, unstable: unstable.map { periods[$0] },
      excluded: periods[firstGrowth...].filter(excluded.contains), ahead: ahead, model: model,
      persistences: persistences, hasLevels: accounts.hasLevels, draws: draws, seed: seed)
  }

  /// The forecasts of one origin.
  private func scored(
    origin: Int, draws: Int, seed: UInt64
  ) throws(BacktestError) -> (
    forecasts: [BacktestForecast], calibration: Calibration
  ) {
    let periods = accounts.history.periods
    let names = accounts.history.columns.map(\.name)
    let horizons = min(ahead, periods.count - 1 - origin)
    let made = try OriginForecast(
      accounts, origin: origin, horizons: horizons, excluding: excluded, model: model,
      draws: draws, seed: seed)
    var result: [BacktestForecast] = []
    let all =
      [(name: String?.none, growth: accounts.total)] + zip(names, accounts.growth).map { ($0, $1) }
    for (index, series) in all.enumerated() {
      let benchmarks = BenchmarkKnowledge(
        growth: Array(series.growth[firstGrowth...origin]),
        isLeftOut: periods[firstGrowth...origin].map(excluded.contains),
        periodsPerYear: accounts.history.periodsPerYear)
      for horizon in 1...horizons {
        guard let outcome = series.growth[origin + horizon] else { continue }
        let drawn =
          index == 0
          ? made.total[horizon - 1] : made.growth[(horizon - 1) * names.count + index - 1]
        // Beyond a year the base may be a level that was never published.
        guard drawn.allSatisfy({ !$0.isNaN }) else { continue }
        let forecast = PredictiveDistribution.values(drawn.sorted())
        let scores = Benchmark.allCases.compactMap { benchmark in
          benchmarks.forecast(benchmark, horizon: horizon).map {
            (benchmark, $0.rankedProbabilityScore(outcome))
          }
        }
        let period = periods[origin + horizon]
        result.append(
          BacktestForecast(
            series: series.name, origin: periods[origin], period: period, horizon: horizon,
            isExceptional: excluded.contains(periods[origin]) || excluded.contains(period),
            outcome: outcome, mean: forecast.mean, standardDeviation: forecast.standardDeviation,
            quantiles: BacktestForecast.levels.map(forecast.quantile),
            score: forecast.rankedProbabilityScore(outcome),
            transform: forecast.transform(outcome),
            benchmarks: Dictionary(uniqueKeysWithValues: scores)))
      }
    }
    return (result, made.calibration)
  }
}
