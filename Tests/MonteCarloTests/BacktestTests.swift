import Foundation
import GrowthModel
import LinearAlgebra
import Stochastics
import TestSupport
import Testing

@testable import MonteCarlo

@Suite struct BacktestTests {
  // MARK: Histories

  private struct Normals {
    var random: SplitMix64

    mutating func next() -> Double {
      let radius = (-2 * Foundation.log(random.nextUniform())).squareRoot()
      return radius * Foundation.cos(2 * .pi * random.nextUniform())
    }
  }

  private static func quarters(_ count: Int) -> [Period] {
    (0..<count).map { Period(year: 2000 + $0 / 4, quarter: $0 % 4 + 1) }
  }

  /// Growth of three activities, each with a persistence of its own, and correlated by a common part; in the last `lastly` periods
  /// what is new is `factor` times as large.
  private static func growth(
    _ count: Int, seed: UInt64, keeps: [Double] = [0.6, 0.3, -0.2], lastly: Int = 0,
    factor: Double = 1
  ) -> [[Double]] {
    var normals = Normals(random: SplitMix64(seed: seed))
    var deviations = [Double](repeating: 0, count: keeps.count)
    var rows: [[Double]] = []
    for t in 0..<count + 100 {
      let common = normals.next()
      let scale = t - 100 >= count - lastly ? 0.01 * factor : 0.01
      for i in keeps.indices {
        deviations[i] =
          keeps[i] * deviations[i]
          + scale * Double(i + 1) * (0.6 * common + 0.8 * normals.next())
      }
      if t >= 100 { rows.append(deviations.enumerated().map { 0.03 + 0.02 * Double($0) + $1 }) }
    }
    return rows
  }

  /// Levels that grow so, after a year of their own.
  private static func levels(_ growth: [[Double]]) -> ObservedHistory {
    let columns = growth[0].indices.map { i in
      var values = [0.8, 1.0, 0.9, 1.3].map { $0 * 100 * Double(i + 1) }
      for t in growth.indices { values.append(values[t] * (1 + growth[t][i])) }
      return values
    }
    return ObservedHistory(
      periods: quarters(growth.count + 4),
      columns: zip("abcdefg", columns).map {
        .init(name: String($0), unit: .money, values: $1.map(Optional.init))
      })
  }

  private static func rates(_ growth: [[Double]]) -> ObservedHistory {
    ObservedHistory(
      periods: quarters(growth.count),
      columns: zip("abcdefg", growth[0].indices).map { name, i in
        .init(name: String(name), unit: .rate, values: growth.map { $0[i] })
      })
  }

  private static let diagonal = BacktestModel(persistence: .given(.diagonal))

  // MARK: What was known then

  /// Whatever comes later, a forecast stays the same to the last bit.
  @Test(arguments: [false, true])
  func laterFiguresDoNotMatter(_ hasUncertainMeans: Bool) async throws {
    var model = Self.diagonal
    model.hasUncertainMeans = hasUncertainMeans
    let growth = Self.growth(40, seed: 1)
    var other = growth
    for t in 30..<40 { other[t] = [-0.5, 0.7, 0.1].map { $0 + 0.01 * Double(t) } }
    let found = try await BacktestAnalysis(Self.levels(growth), model: model, ahead: 6)
      .run(draws: 500, seed: 3, threads: 1)
    let changed = try await BacktestAnalysis(Self.levels(other), model: model, ahead: 6)
      .run(draws: 500, seed: 3, threads: 1)
    // The growth of the rows up to 29 stands at the places up to 33.
    let last = Self.quarters(44)[33]
    var (same, different) = (0, 0)
    for (one, two) in zip(found.forecasts, changed.forecasts) {
      #expect(one.origin == two.origin && one.period == two.period && one.series == two.series)
      let isEqual =
        one.mean == two.mean && one.standardDeviation == two.standardDeviation
        && one.quantiles == two.quantiles
      if one.origin.number <= last.number {
        #expect(isEqual)
        same += 1
      } else if !isEqual {
        different += 1
      }
      if one.period.number <= last.number { #expect(one == two) }
    }
    #expect(same > 300 && different > 100)
  }

  @Test func threadsAndMoreHistoryDoNotMatter() async throws {
    let growth = Self.growth(40, seed: 2)
    let one = try await BacktestAnalysis(Self.levels(growth), model: Self.diagonal, ahead: 4)
      .run(draws: 300, seed: 3, threads: 1)
    let four = try await BacktestAnalysis(Self.levels(growth), model: Self.diagonal, ahead: 4)
      .run(draws: 300, seed: 3, threads: 4)
    #expect(one.forecasts == four.forecasts)
    let other = try await BacktestAnalysis(Self.levels(growth), model: Self.diagonal, ahead: 4)
      .run(draws: 300, seed: 4, threads: 1)
    #expect(one.forecasts != other.forecasts)
    // Twelve quarters to learn from, the last period is only an outcome.
    #expect(one.origins.first == Period(year: 2003, quarter: 4))
    #expect(one.origins.count == 28)
    #expect(one.summary(horizon: 1)?.count == 28 && one.summary(horizon: 4)?.count == 25)
  }

  // MARK: The closed form

  /// Where all is linear and normal, draws have the moments and the score of a normal distribution.
  @Test(
    arguments: [false, true], [VectorAutoregressionEstimate.Persistence.none, .diagonal, .full])
  func drawsHaveTheirClosedForm(
    _ hasUncertainMeans: Bool, _ persistence: VectorAutoregressionEstimate.Persistence
  ) async throws {
    let growth = Self.growth(30, seed: 7)
    let history = Self.levels(growth)
    let draws = 40_000
    let backtest = try BacktestAnalysis(
      history,
      model: BacktestModel(
        persistence: .given(persistence), hasUncertainMeans: hasUncertainMeans),
      from: history.periods[25], ahead: 4)
    let found = try await backtest.run(draws: draws, seed: 11, threads: 2)
    for place in 25..<33 {
      let known = Self.levels(Array(growth[..<(place - 3)]))
      #expect(known.periods.last == history.periods[place])
      let fit = try VectorAutoregressionEstimate(
        fitting: Array(growth[..<(place - 3)]), persistence: persistence, shrinkage: true)
      let start = zip(growth[place - 4], fit.means).map { $0 - $1 }
      let path = try fit.process.expectedPath(from: start, steps: 4)
      let covariance = fit.process.pathCovariance(steps: 4)
      for h in 1...4 where place + h < history.periods.count {
        let weights = history.columns.map { $0.values[place + h - 4] ?? .nan }
        let shares = weights.map { $0 / weights.reduce(0, +) }
        var mean = 0.0
        for i in 0..<3 { mean += shares[i] * (fit.means[i] + path[h - 1][i]) }
        var variance = 0.0
        for i in 0..<3 {
          for j in 0..<3 {
            variance += shares[i] * shares[j] * covariance[3 * (h - 1) + i, 3 * (h - 1) + j]
          }
        }
        if hasUncertainMeans {
          variance +=
            Self.quadratic(
              Self.response(shares, fit.process.coefficients, h), fit.process.innovationCovariance)
            / Double(place - 3)
        }
        let deviation = variance.squareRoot()
        let row = try #require(
          found.forecasts.first {
            $0.series == nil && $0.origin == history.periods[place] && $0.horizon == h
          })
        let error = deviation / Double(draws).squareRoot()
        #expect((row.mean - mean).magnitude < 4 * error)
        #expect((row.standardDeviation - deviation).magnitude < 4 * error / 2.0.squareRoot())
        let normal = PredictiveDistribution.normal(mean: mean, standardDeviation: deviation)
        // |dCRPS/dmean| <= 1, and its derivative by the deviation is at most 0.6.
        #expect(
          (row.score - normal.rankedProbabilityScore(row.outcome)).magnitude < 6 * error)
        // The error of a transform is at most that of a share of one half.
        #expect(
          (row.transform - normal.transform(row.outcome)).magnitude
            < 4 * 0.5 / Double(draws).squareRoot())
      }
    }
  }

  /// w (I + A + ... + A^(h - 1)): what an error of the constant does to the total.
  private static func response(_ weights: [Double], _ matrix: Matrix, _ horizon: Int) -> [Double] {
    var (term, sum) = (weights, [Double](repeating: 0, count: weights.count))
    for _ in 0..<horizon {
      for i in sum.indices { sum[i] += term[i] }
      term = term.indices.map { j in
        term.indices.reduce(0) { $0 + term[$1] * matrix[$1, j] }
      }
    }
    return sum
  }

  private static func quadratic(_ vector: [Double], _ matrix: Matrix) -> Double {
    vector.indices.reduce(0) { sum, i in
      vector.indices.reduce(sum) { $0 + vector[i] * vector[$1] * matrix[i, $1] }
    }
  }

  /// Past a year the weights are drawn: with one activity the total is that activity, however far.
  @Test func oneActivityIsTheTotal() async throws {
    let history = Self.levels(Self.growth(40, seed: 5, keeps: [0.5]))
    let found = try await BacktestAnalysis(history, model: Self.diagonal, ahead: 10)
      .run(draws: 200, seed: 1, threads: 1)
    let total = found.forecasts.filter { $0.series == nil }
    let own = found.forecasts.filter { $0.series == "a" }
    #expect(total.count == own.count && total.contains { $0.horizon == 10 })
    for (one, two) in zip(total, own) {
      #expect((one.mean - two.mean).magnitude < 1e-12)
      #expect((one.score - two.score).magnitude < 1e-12)
    }
  }

  /// Past a year an activity weighs more the more it has grown in the same draw.
  @Test func weightsFollowTheDraws() throws {
    let accounts = try BacktestAccounts(Self.levels(Self.growth(30, seed: 9)), shares: [])
    let made = try OriginForecast(
      accounts, origin: 25, horizons: 6, excluding: [], model: Self.diagonal, draws: 64, seed: 2)
    for draw in 0..<64 {
      // The fifth quarter grows on the first one.
      let base = (0..<3).map { i in
        (accounts.history.columns[i].values[22] ?? .nan) * (1 + made.growth[i][draw])
      }
      let now = (0..<3).map { base[$0] * (1 + made.growth[4 * 3 + $0][draw]) }
      let growth = now.reduce(0, +) / base.reduce(0, +) - 1
      #expect((made.total[4][draw] - growth).magnitude < 1e-13)
    }
  }

  /// Growth alone weighs as the caller says, each quarter by itself.
  @Test func growthWithShares() async throws {
    let growth = Self.growth(30, seed: 3)
    let shares = [[0.2, 0.3, 0.5], [0.1, 0.3, 0.6], [0.4, 0.3, 0.3], [0.5, 0.25, 0.25]]
    let found = try await BacktestAnalysis(
      Self.rates(growth), shares: shares, model: Self.diagonal, ahead: 6
    ).run(draws: 200, seed: 1, threads: 1)
    #expect(!found.hasLevels)
    let rows = found.forecasts.filter { $0.series == nil }
    #expect(rows.count == 93)
    // 18 forecasts of the next quarter, 17 of the one after, and so on.
    for row in rows {
      let place = row.period.number - 8000
      let expected = zip(shares[place % 4], growth[place]).reduce(0) { $0 + $1.0 * $1.1 }
      #expect((row.outcome - expected).magnitude < 1e-15)
      let parts = found.forecasts.filter {
        $0.series != nil && $0.origin == row.origin && $0.horizon == row.horizon
      }
      let mean = zip(shares[place % 4], parts).reduce(0) { $0 + $1.0 * $1.1.mean }
      #expect((row.mean - mean).magnitude < 1e-14)
    }
  }

  // MARK: Calibration of forecasts

  /// The transforms of the outcomes that end many histories, one a history.
  private static func transforms(
    _ count: Int, horizon: Int, model: BacktestModel, _ growth: (UInt64) -> [[Double]]
  ) throws -> [Double] {
    try (0..<UInt64(count)).map { seed in
      let accounts = try BacktestAccounts(levels(growth(1000 + seed)), shares: [])
      let origin = accounts.history.periods.count - 1 - horizon
      let made = try OriginForecast(
        accounts, origin: origin, horizons: horizon, excluding: [], model: model, draws: 1000,
        seed: seed)
      let outcome = try #require(accounts.total[origin + horizon])
      return PredictiveDistribution.values(made.total[horizon - 1].sorted()).transform(outcome)
    }
  }

  private struct Uniformity {
    /// In standard errors.
    let mean: Double
    let variance: Double
    let pValue: Double

    init(_ transforms: [Double]) {
      let n = Double(transforms.count)
      let average = transforms.reduce(0, +) / n
      let square = transforms.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / n
      mean = (average - 0.5) / (1 / (12 * n)).squareRoot()
      // The fourth moment of a uniform number about its middle is 1/80.
      variance = (square - 1.0 / 12) / (1 / (180 * n)).squareRoot()
      pValue = KolmogorovSmirnov(transforms, cumulative: { $0 }).pValue
    }
  }

  /// On data from the model outcomes fall evenly: 600 histories of 240 quarters, in which the error of the estimates is small
  /// against what is new.
  @Test(arguments: [1, 4])
  func theModelsOwnDataFallEvenly(_ horizon: Int) throws {
    let found = Uniformity(
      try Self.transforms(600, horizon: horizon, model: Self.diagonal) {
        Self.growth(240, seed: $0)
      })
    #expect(found.mean.magnitude < 4, "\(found)")
    #expect(found.variance.magnitude < 4, "\(found)")
    #expect(found.pValue > 1e-4, "\(found)")
  }

  /// With 12 quarters of history means are badly known: forecasts that allow for their error put outcomes nearer to the middle, on the
  /// same histories.
  @Test func theErrorOfMeansMatters() throws {
    var allowing = Self.diagonal
    allowing.hasUncertainMeans = true
    let short: (UInt64) -> [[Double]] = { Self.growth(16, seed: $0) }
    let known = Uniformity(
      try Self.transforms(600, horizon: 4, model: Self.diagonal, short))
    let uncertain = Uniformity(
      try Self.transforms(600, horizon: 4, model: allowing, short))
    #expect(uncertain.variance < known.variance - 0.5, "\(known) \(uncertain)")
    #expect(uncertain.variance.magnitude < 4, "\(uncertain)")
  }

  /// Forecasts that are wrong are found out: the spread doubles unseen, or deviations last and the model does not know.
  @Test func wrongModelsAreFoundOut() throws {
    let narrow = Uniformity(
      try Self.transforms(600, horizon: 1, model: Self.diagonal) {
        Self.growth(240, seed: $0, lastly: 1, factor: 2)
      })
    #expect(narrow.variance > 8 && narrow.pValue < 1e-6, "\(narrow)")
    let forgetful = Uniformity(
      try Self.transforms(
        300, horizon: 1, model: BacktestModel(persistence: .given(.none))
      ) { Self.growth(60, seed: $0, keeps: [0.99, 0.99, 0.99]) })
    #expect(forgetful.variance > 8 && forgetful.pValue < 1e-6, "\(forgetful)")
  }

  /// On data of a persistent process the model is better than forecasts that do not know it.
  @Test func skillOnSimulatedData() async throws {
    let found = try await BacktestAnalysis(
      Self.levels(Self.growth(400, seed: 21, keeps: [0.7, 0.7, 0.7])), model: Self.diagonal,
      ahead: 1
    ).run(draws: 500, seed: 1, threads: 2)
    let summary = try #require(found.summary(horizon: 1))
    #expect(summary.count == 388)
    for benchmark in [Benchmark.noChange, .noChangePoint, .threeYearMean] {
      let skill = try #require(summary.skills.first { $0.benchmark == benchmark })
      #expect(skill.difference > 3 * (skill.standardError ?? .infinity), "\(benchmark)")
    }
    // The total of activities that keep the same part is an autoregression itself, but for its weights.
    let own = try #require(summary.skills.first { $0.benchmark == .autoregression })
    #expect(own.difference.magnitude < 4 * (own.standardError ?? 0))
    for band in summary.coverage {
      let share = band.band.rawValue
      let error = (share * (1 - share) / 388).squareRoot()
      #expect((band.estimate.probability - share).magnitude < 4 * error)
    }
  }

  // MARK: Kinds of innovations

  @Test(arguments: [
    BacktestModel.Innovations.studentT, .bootstrap(blockLength: 1), .bootstrap(blockLength: 3),
  ])
  func otherInnovations(_ kind: BacktestModel.Innovations) async throws {
    var model = Self.diagonal
    model.innovations = kind
    let history = Self.levels(Self.growth(60, seed: 4))
    let plain = try await BacktestAnalysis(
      history, model: Self.diagonal, from: history.periods[50], ahead: 1
    )
    .run(draws: 20_000, seed: 1, threads: 2)
    let found = try await BacktestAnalysis(
      history, model: model, from: history.periods[50], ahead: 1
    )
    .run(draws: 20_000, seed: 1, threads: 2)
    #expect(plain.forecasts != found.forecasts || kind == .studentT)
    for (one, two) in zip(plain.forecasts, found.forecasts) {
      // Mean and spread are those of the estimate whatever the distribution; rows bring their own correlation.
      #expect((one.mean - two.mean).magnitude < 6 * one.standardDeviation / 20_000.0.squareRoot())
      #expect((two.standardDeviation / one.standardDeviation - 1).magnitude < 0.15)
    }
  }

  // MARK: Summaries

  private static func row(
    _ place: Int, outcome: Double, quantiles: [Double], transform: Double, score: Double,
    benchmark: Double?
  ) -> BacktestForecast {
    BacktestForecast(
      series: nil, origin: Self.quarters(40)[place], period: Self.quarters(41)[place + 1],
      horizon: 1,
      isExceptional: false, outcome: outcome, mean: 0.05, standardDeviation: 0.01,
      quantiles: quantiles, score: score, transform: transform,
      benchmarks: benchmark.map { [.noChangePoint: $0] } ?? [:])
  }

  /// Four forecasts, counted by hand.
  @Test func aTinyCase() throws {
    let quantiles = [0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08]
    let rows = [
      Self.row(
        0, outcome: 0.05, quantiles: quantiles, transform: 0.5, score: 0.001, benchmark: 0.003),
      Self.row(
        1, outcome: 0.06, quantiles: quantiles, transform: 0.75, score: 0.002, benchmark: 0.001),
      Self.row(
        2, outcome: 0.025, quantiles: quantiles, transform: 0.08, score: 0.004, benchmark: 0.008),
      Self.row(3, outcome: 0.09, quantiles: quantiles, transform: 1, score: 0.005, benchmark: nil),
    ]
    let found = try #require(BacktestSummary(rows, places: [0, 1, 2, 3]))
    #expect(found.count == 4)
    #expect((found.meanError - 0.00625).magnitude < 1e-15)
    // Errors 0, 0.01, -0.025 and 0.04.
    #expect((found.rootMeanSquareError - (0.002325 / 4).squareRoot()).magnitude < 1e-15)
    #expect((found.score - 0.003).magnitude < 1e-15)
    // Inside 4-6, 3-7 and 2-8: two, two and three.
    #expect(found.coverage.map(\.estimate.hits) == [2, 2, 3])
    // Wilson's 95% interval of 3 of 4, from his formula with z = 1.959964.
    let interval = found.coverage[2].estimate.interval()
    #expect((interval.lowerBound - 0.300642).magnitude < 1e-6)
    #expect((interval.upperBound - 0.954413).magnitude < 1e-6)
    #expect(found.histogram == [1, 0, 1, 2])
    // The 5% quantile: outcomes above it by 0.03, 0.04, 0.005 and 0.07.
    #expect((found.pinballLosses[0] - 0.05 * 0.145 / 4).magnitude < 1e-15)
    // The median: off by 0, 0.01, 0.025 and 0.04, half of which is lost.
    #expect((found.pinballLosses[3] - 0.075 / 8).magnitude < 1e-15)
    let skill = try #require(found.skills.first)
    #expect(found.skills.count == 1 && skill.count == 3)
    #expect((skill.score - 0.004).magnitude < 1e-15)
    #expect((skill.difference - 0.005 / 3).magnitude < 1e-15)
    #expect(((skill.skill ?? 0) - 5.0 / 12).magnitude < 1e-14)
    #expect(BacktestSummary([], places: []) == nil)
    #expect([3, 24, 25, 49, 50, 400].map(BacktestSummary.bins) == [4, 4, 5, 5, 10, 10])
  }

  /// Periods left out by name are left out of estimates, and their forecasts of the narrower scores.
  @Test func periodsLeftOut() async throws {
    let growth = Self.growth(40, seed: 8)
    var wild = growth
    for t in 20..<22 { wild[t] = [0.9, -0.4, 0.8] }
    let out: Set<Period> = [Self.quarters(44)[24], Self.quarters(44)[25]]
    func run(_ growth: [[Double]]) async throws -> BacktestFindings {
      try await BacktestAnalysis(
        Self.rates(growth), shares: Array(repeating: [0.3, 0.3, 0.4], count: 4),
        excluding: Set(Self.quarters(40)[20...21]), model: Self.diagonal, ahead: 2
      ).run(draws: 200, seed: 1, threads: 1)
    }
    let (found, other) = (try await run(growth), try await run(wild))
    #expect(out.count == 2 && found.excluded.count == 2 && found.hasExceptions)
    for (one, two) in zip(found.forecasts, other.forecasts) {
      let places = [one.origin.number - 8000, one.period.number - 8000]
      #expect(one.isExceptional == places.contains { 20...21 ~= $0 })
      if !one.isExceptional {
        #expect(one.mean == two.mean && one.quantiles == two.quantiles && one.score == two.score)
      }
    }
    // 28 origins, of which 20 and 21 are left out, and so are forecasts of these: made in 19 for one period, in 18 and 19 for two.
    #expect(found.summary(horizon: 1)?.count == 28)
    #expect(found.summary(horizon: 1, scope: .ordinary)?.count == 25)
    #expect(found.summary(horizon: 2, scope: .ordinary)?.count == 27 - 4)
    // The deviations of a period left out are known all the same.
    let made = other.forecasts.first { $0.series == "a" && $0.origin == Self.quarters(40)[21] }
    #expect((made?.mean ?? 0) > 0.1)
  }

  // MARK: Refusals

  @Test func refusals() throws {
    let growth = Self.growth(40, seed: 8)
    let levels = Self.levels(growth)
    let rates = Self.rates(growth)
    let mixed = ObservedHistory(
      periods: rates.periods,
      columns: [
        rates.columns[0],
        .init(name: "level", unit: .money, values: Array(levels.columns[1].values.prefix(40))),
      ])
    #expect(throws: BacktestError.mixed(level: "level", growth: "a")) {
      try BacktestAnalysis(mixed, model: Self.diagonal, ahead: 1)
    }
    let short = Self.levels(Array(growth.prefix(12)))
    #expect(throws: BacktestError.tooShort(periods: 12, needed: 13)) {
      try BacktestAnalysis(short, model: Self.diagonal, ahead: 1)
    }
    #expect(throws: Never.self) {
      try BacktestAnalysis(Self.levels(Array(growth.prefix(13))), model: Self.diagonal, ahead: 1)
    }
    var values = levels.columns[1].values
    values[30] = nil
    let gap = ObservedHistory(
      periods: levels.periods,
      columns: [levels.columns[0], .init(name: "b", unit: .money, values: values)])
    #expect(throws: BacktestError.gap(column: "b", levels.periods[30])) {
      try BacktestAnalysis(gap, model: Self.diagonal, ahead: 1)
    }
    let named = try BacktestAnalysis(
      gap, excluding: [levels.periods[30], levels.periods[34]], model: Self.diagonal, ahead: 1)
    #expect(named.originCount == 28 - 2)
    // An early start that is asked for says what it lacks.
    #expect(
      throws: BacktestError.estimate(
        .tooFewRows(rows: 3, needed: 5), columns: ["a", "b", "c"], origin: levels.periods[6])
    ) {
      try BacktestAnalysis(levels, model: Self.diagonal, from: levels.periods[6], ahead: 1)
    }
    // Without one, a full process waits for as many periods as it needs.
    let wide = Self.levels(Self.growth(40, seed: 8, keeps: Array(repeating: 0.2, count: 7)))
    let full = try BacktestAnalysis(
      wide, model: BacktestModel(persistence: .given(.full)), ahead: 1)
    #expect(full.originCount == 28)
  }

  // MARK: The kind of a scenario's shocks

  @Test func theKindOfAScenario() throws {
    func kind(_ matrix: [[Double]]?) throws -> BacktestModel {
      let leaf = Leaf(
        baseVolume: 10, baseValue: nil, growth: .constant(0.05), deflator: nil)
      var economy = try Economy(
        baseYear: 2024, year: 2025, priceYear: nil, currency: "VND", hasLevels: true,
        activities: ["a", "b"].map { Activity(id: $0, name: $0, content: .leaf(leaf)) },
        population: nil)
      economy.shocks = matrix.map {
        ShockProcess(activities: ["a", "b"], persistence: $0, start: [0, 0])
      }
      return BacktestModel(
        of: Scenario(
          name: "s", economy: economy, uncertainty: try JointDistribution(variables: []),
          targets: [], hasImpliedBaseValues: false))
    }
    #expect(try kind(nil).persistence == .given(.none))
    #expect(try kind([[0, 0], [0, 0]]).persistence == .given(.none))
    #expect(try kind([[0.5, 0], [0, 0]]).persistence == .given(.diagonal))
    #expect(try kind([[0.5, 0], [0.1, 0]]).persistence == .given(.full))
    #expect(try kind(nil).innovations == .normal)
  }

  @Test func sharesOfAnEconomy() throws {
    let quarters = [[10.0, 20, 30, 40], [30, 20, 10, 40]]
    let economy = Economy(
      timeline: Timeline(baseYear: 2024, lastYear: 2025, step: .quarter), currency: "VND",
      hasLevels: true,
      activities: zip(["a", "b"], quarters).map { name, volumes in
        Activity(
          id: name, name: name,
          content: .leaf(
            Leaf(volumes: volumes, values: nil, growth: .constant(0.05), deflator: nil)))
      })
    #expect(
      BacktestAnalysis.shares(of: economy, step: .quarter)
        == [[0.25, 0.75], [0.5, 0.5], [0.75, 0.25], [0.5, 0.5]])
    #expect(BacktestAnalysis.shares(of: economy, step: .year) == [[0.5, 0.5]])
  }
}
