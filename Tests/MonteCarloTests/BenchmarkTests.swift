import GrowthModel
import Testing

@testable import MonteCarlo

/// The forecasts that a model has to beat; the numbers are from backtest_values.py.
@Suite struct BenchmarkTests {
  /// The 30 growth rates of that script.
  private static let growth: [Double] = (0..<30).map { (i: Int) -> Double in
    let (large, small) = (Double((i * i * 7 + 3 * i) % 17), Double(i % 5))
    return 0.04 + large / 400 + small / 200
  }

  private static func knowledge(
    _ growth: [Double?] = growth.map(Optional.init), leftOut: Set<Int> = []
  ) -> BenchmarkKnowledge {
    BenchmarkKnowledge(
      growth: growth, isLeftOut: growth.indices.map(leftOut.contains), periodsPerYear: 4)
  }

  private static func isClose(
    _ found: PredictiveDistribution?, _ mean: Double, _ deviation: Double
  ) -> Bool {
    guard case .normal(let m, let s) = found else { return false }
    return (m - mean).magnitude < 1e-13 && (s - deviation).magnitude < 1e-13
  }

  /// Against statsmodels' OLS and AutoReg.
  @Test(arguments: [
    (1, 0.07356913782816227, 0.014559684342309974), (2, 0.07244065672196912, 0.015147784399674707),
    (3, 0.0721166897265963, 0.015195238198166806), (4, 0.07202368452383756, 0.015199142554746402),
  ])
  func autoregression(_ horizon: Int, _ mean: Double, _ deviation: Double) {
    let found = Self.knowledge().forecast(.autoregression, horizon: horizon)
    #expect(Self.isClose(found, mean, deviation))
  }

  @Test func threeYears() {
    for horizon in [1, 4] {
      let found = Self.knowledge().forecast(.threeYearMean, horizon: horizon)
      #expect(Self.isClose(found, 0.07395833333333333, 0.014399271340992054))
    }
  }

  @Test(arguments: [(1, 58, 0.005771403091557667), (4, 52, 0.006168639053254439)])
  func noChange(_ horizon: Int, _ count: Int, _ score: Double) throws {
    let found = try #require(Self.knowledge().forecast(.noChange, horizon: horizon))
    guard case .values(let values) = found else {
      Issue.record("no values")
      return
    }
    #expect(values.count == count)
    #expect((found.rankedProbabilityScore(0.07) - score).magnitude < 1e-15)
    // The middle is no change at all.
    #expect((found.mean - Self.growth[29]).magnitude < 1e-15)
    let point = try #require(Self.knowledge().forecast(.noChangePoint, horizon: horizon))
    #expect(point.rankedProbabilityScore(0.07) == (0.07 - Self.growth[29]).magnitude)
  }

  /// What is left out counts for nothing, but for where growth stands at the origin.
  @Test func periodsLeftOut() throws {
    var wild: [Double?] = Self.growth.map(Optional.init)
    for place in 20...25 { wild[place] = -5 }
    let out = Set(20...25)
    for benchmark in Benchmark.allCases {
      let without = Self.knowledge(leftOut: out).forecast(benchmark, horizon: 2)
      #expect(without != nil)
      #expect(Self.knowledge(wild, leftOut: out).forecast(benchmark, horizon: 2) == without)
      let missing = wild.enumerated().map { out.contains($0) ? nil : $1 }
      #expect(Self.knowledge(missing, leftOut: out).forecast(benchmark, horizon: 2) == without)
    }
    let ending = Self.knowledge(Array(wild[...25]), leftOut: out)
    #expect(ending.forecast(.noChangePoint, horizon: 1)?.mean == -5)
    #expect((ending.forecast(.noChange, horizon: 1)?.mean ?? 0) == -5)
    #expect((ending.forecast(.threeYearMean, horizon: 1)?.mean ?? 0) > 0)
  }

  @Test func tooLittle() {
    let short = Self.knowledge(Self.growth.prefix(4).map(Optional.init))
    #expect(short.forecast(.noChange, horizon: 1) == nil)
    #expect(short.forecast(.threeYearMean, horizon: 1) == nil)
    #expect(short.forecast(.noChangePoint, horizon: 1) != nil)
    #expect(Self.knowledge([0.1, nil]).forecast(.noChangePoint, horizon: 1) == nil)
  }

  /// Newey and West's standard error, as statsmodels has it.
  @Test(arguments: [
    (1, 0.003829406200947067), (4, 0.003829406200947067), (8, 0.004020980358815125),
  ])
  func standardErrors(_ horizon: Int, _ expected: Double) throws {
    let found = try #require(
      BacktestSummary.standardError(Self.growth, places: Array(0..<30), horizon: horizon))
    #expect((found - expected).magnitude < 1e-15)
  }

  /// Numbers far apart in time are as good as independent.
  @Test func gapsInTime() throws {
    let found = try #require(
      BacktestSummary.standardError(
        Self.growth, places: (0..<30).map { 100 * $0 }, horizon: 4))
    let mean = Self.growth.reduce(0, +) / 30
    let squares = Self.growth.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect((found - (squares / 29 / 30).squareRoot()).magnitude < 1e-15)
    #expect(BacktestSummary.standardError([1], places: [3], horizon: 1) == nil)
  }
}
