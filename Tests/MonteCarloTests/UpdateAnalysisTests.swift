import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

@Suite struct UpdateAnalysisTests {
  private static let figures = [
    Actual(quantity: "growth.2025Q1", value: 0.09, published: "2025-04-06"),
    Actual(quantity: "farms.growth.2025Q2", value: 0.01, published: "2025-07-06"),
    Actual(quantity: "growth.2025H1", value: 0.07, published: "2025-07-06"),
    Actual(quantity: "growth.2025M9", value: 0.05, revision: 0.002),
  ]

  private static func update(
    _ actuals: [Actual], draws: Int = 20_000, seed: UInt64 = 1
  ) async throws -> UpdateFindings {
    var scenario = try LinearGaussianTests.scenario()
    scenario.actuals = actuals
    return try await UpdateAnalysis(
      scenario, recording: Recording(.named, paths: RemainingGrowth.paths(scenario))
    ).run(draws: draws, seed: seed, threads: 2)
  }

  @Test func theNewsAddUp() async throws {
    let found = try await Self.update(Self.figures)
    #expect(found.news.map(\.release) == [0, 1, 1, 2])
    for k in found.before.targets.indices {
      let sum = found.news.reduce(0) { $0 + $1.changes[k].probability }
      let change =
        found.after.targets[k].estimate.probability - found.before.targets[k].estimate.probability
      #expect(abs(sum - change) < 1e-10)
      let path = found.before.targets[k].quantity.path
      let means = found.news.reduce(0) { $0 + $1.changes[k].mean }
      let moved =
        try #require(found.after.summary(path)).mean - #require(found.before.summary(path)).mean
      #expect(abs(means - moved) < 1e-10)
    }
  }

  @Test func twoStepsAreOne() async throws {
    let both = try await Self.update(Self.figures)
    let first = try await Self.update(Array(Self.figures.prefix(3)))
    // What was known after the first step is what the second begins with.
    let last = try #require(both.news.last)
    let before = try #require(first.after.targets.first).estimate.probability
    let after = try #require(both.after.targets.first).estimate.probability
    #expect(abs(before + last.changes[0].probability - after) < 1e-12)
    // Taken at once, without their dates, they come to the same.
    let once = try await Self.update(
      Self.figures.map {
        Actual(
          quantity: $0.quantity, value: $0.value, revision: $0.revision, published: "2025-10-06")
      })
    #expect(once.news.map(\.release) == [0, 0, 0, 0])
    #expect(once.after.targets.first?.estimate == both.after.targets.first?.estimate)
    #expect(once.after.summary("growth")?.mean == both.after.summary("growth")?.mean)
    let sum = once.news.reduce(0) { $0 + $1.changes[0].probability }
    let change = after - (try #require(once.before.targets.first).estimate.probability)
    #expect(abs(sum - change) < 1e-10)
  }

  @Test func nothingPublishedIsARun() async throws {
    let found = try await Self.update([])
    let scenario = try LinearGaussianTests.scenario()
    let run = try await Simulation(scenario, recording: Recording(.named))
      .run(draws: 20_000, seed: 1, threads: 2)
    #expect(found.news.isEmpty)
    #expect(found.remaining.isEmpty)
    for (a, b) in zip(found.after.targets, run.targets) { #expect(a.estimate == b.estimate) }
    #expect(found.after.summary("growth")?.mean == run.summary("growth")?.mean)
    #expect(found.after.summary("growth")?.quantile(0.05) == run.summary("growth")?.quantile(0.05))
  }

  /// The surprise of a linear model: the expectation before it is that of the run.
  @Test func surprisesAreMeasuredAgainstWhatWasExpected() async throws {
    let found = try await Self.update(Self.figures)
    let first = try #require(found.news.first)
    let before = try #require(found.before.summary("growth.2025Q1"))
    #expect(first.expected.mean == before.mean)
    #expect(
      abs(first.surprise - (0.09 - before.mean) / before.standardDeviation) < 1e-12)
  }

  @Test func whatIsLeftFollowsFromTheAccounts() async throws {
    let found = try await Self.update([
      Actual(quantity: "growth.2025H1", value: 0.09),
      Actual(quantity: "growth.2025M9", value: 0.06),
    ])
    let rest = try #require(found.remaining.first)
    #expect(found.remaining.count == 1)
    // Volumes of the quarters of the base year: 50, 55, 50 and 65.
    let needed = (220 * 1.07 - 155 * 1.06) / 65 - 1
    #expect(rest.knownQuarters == 3)
    #expect(rest.quarters == 4...4)
    #expect(rest.needed.isExact)
    #expect(abs(rest.needed.mean - needed) < 1e-10)
    let growth = try #require(found.after.summary("growth"))
    let expected = try #require(rest.expected)
    #expect(abs((155 * 1.06 + 65 * (1 + expected.mean)) / 220 - 1 - growth.mean) < 1e-10)
  }

  @Test func ordersAreAllOfFewFigures() {
    #expect(UpdateAnalysis.orders(3).count == 6)
    #expect(Set(UpdateAnalysis.orders(4)).count == 24)
    #expect(UpdateAnalysis.orders(6) == [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0]])
  }

  @Test func pastYearsAreCountedFromLevels() async throws {
    let found = try await Self.update([Actual(quantity: "growth.2025M9", value: 0.06)])
    let rest = try #require(found.remaining.first)
    let economy = try LinearGaussianTests.scenario().economy
    let periods = (2010...2013).flatMap { year in (1...4).map { Period(year: year, quarter: $0) } }
    func column(_ name: String, _ fourth: [Double]) -> ObservedHistory.Column {
      ObservedHistory.Column(
        name: name, unit: .money,
        values: periods.map { $0.quarters == 4...4 ? fourth[$0.year - 2010] : 10 })
    }
    let history = ObservedHistory(
      periods: periods,
      columns: [column("farms", [10, 12, 12, 18]), column("mills", [10, 10, 11, 12])])
    let past = rest.past(in: history, of: economy)
    #expect(past.map(\.year) == [2011, 2012, 2013])
    for (found, growth) in zip(past.map(\.growth), [0.1, 23.0 / 22 - 1, 30.0 / 23 - 1]) {
      #expect(abs(found - growth) < 1e-12)
    }
    #expect(rest.past(in: history, of: economy, excluding: [2012]).map(\.year) == [2011, 2013])
    #expect(rest.past(in: ObservedHistory(periods: periods, columns: []), of: economy).isEmpty)
  }
}
