import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// What a lever alone takes, against closed forms and against runs with the lever where the answer puts it.
@Suite struct ReachTests {
  private static let draws = 100_000

  private func reach(
    _ example: LinearLeverCase, _ p: Double, seed: UInt64 = 1, draws: Int = draws,
    threads: Int = 2
  ) async throws -> ReachFindings {
    try await ReachAnalysis(example.scenario(), target: "growth").run(
      probability: p, draws: draws, seed: seed, threads: threads)
  }

  private static let cases = (1...16).map { LinearLeverCase.random($0, isCertain: $0 % 2 == 0) }

  /// The probability that is halfway from the present to the far end of the range.
  private func halfway(_ example: LinearLeverCase, _ k: Int = 0) throws -> Double {
    let end = example.choices[k].range.upperBound
    return try
      (example.probability(example.present)
      + example.probability(example.settings(k, end))) / 2
  }

  @Test(arguments: cases) func settingAgreesWithTheClosedForm(_ example: LinearLeverCase)
    async throws
  {
    let p = try halfway(example)
    let choice = example.choices[0]
    let truth = try example.setting(
      0, for: p, between: choice.present, and: choice.range.upperBound)
    let found = try await reach(example, p)
    let slope = try example.slope(0, at: [truth])
    let error = (p * (1 - p) / Double(Self.draws)).squareRoot() / slope
    guard case .reached(let setting) = found.levers[0].outcome else {
      Issue.record("\(found.levers[0].outcome)")
      return
    }
    #expect(abs(setting.exact.position - truth) < 4 * error)
    #expect(setting.exact.estimate.probability >= p && setting.rounded.estimate.probability >= p)
    #expect(setting.rounded.position >= setting.exact.position)
    #expect(setting.rounded.position - setting.exact.position < 2 * error)
    // The interval has the width that the slope says, and holds the setting.
    let (low, high) = (try #require(setting.low), try #require(setting.high))
    #expect(low < setting.exact.position && setting.exact.position < high)
    #expect(abs((high - low) / (2 * 1.96 * error) - 1) < 0.25)
    // The setting before does not reach it.
    let grid = DecimalGrid(for: choice.range)
    let before = grid.value(grid.nearest(setting.exact.position) - 1)
    let hits = try await hits(example, at: before)
    #expect(Double(hits) / Double(Self.draws) < p)
  }

  /// The draws of a run of the scenario with the lever at a setting.
  private func hits(
    _ example: LinearLeverCase, at setting: Double, seed: UInt64 = 1
  ) async throws -> Int {
    var moved = example
    moved.choices[0].present = setting
    let run = try await Simulation(moved.scenario()).run(draws: Self.draws, seed: seed)
    return run.targets[0].estimate.hits
  }

  @Test(arguments: cases) func aRunAtTheSettingFindsTheSameDraws(
    _ example: LinearLeverCase
  ) async throws {
    let found = try await reach(example, halfway(example), seed: 9)
    let setting = try #require(found.levers[0].setting)
    for there in [setting.exact, setting.rounded] {
      let run = try await hits(example, at: there.position, seed: 9)
      #expect(run == there.estimate.hits)
    }
    let ends = try #require(found.levers[0].ends)
    let range = example.choices[0].range
    #expect(try await hits(example, at: range.lowerBound, seed: 9) == ends.low.hits)
    #expect(try await hits(example, at: range.upperBound, seed: 9) == ends.high.hits)
    #expect(
      try await hits(example, at: example.choices[0].present, seed: 9) == found.present.hits)
  }

  /// 95% intervals of 400 seeds: the number that holds the true setting is binomial, 380 with a standard
  /// deviation of 4.4.
  @Test(arguments: [cases[0], cases[1]]) func intervalsCover(_ example: LinearLeverCase)
    async throws
  {
    let p = try halfway(example)
    let choice = example.choices[0]
    let truth = try example.setting(
      0, for: p, between: choice.present, and: choice.range.upperBound)
    let analysis = try ReachAnalysis(example.scenario(), target: "growth")
    var covered = 0
    for seed in 1...400 as ClosedRange<UInt64> {
      let found = try await analysis.run(probability: p, draws: 4000, seed: seed)
      let setting = try #require(found.levers[0].setting)
      let low = try #require(setting.low)
      let high = try #require(setting.high)
      covered += low <= truth && truth <= high ? 1 : 0
    }
    #expect(abs(covered - 380) <= 17, "\(covered) of 400")
  }

  @Test func theAnswerDoesNotDependOnThreads() async throws {
    let example = LinearLeverCase.random(5, levers: 3, isCertain: false)
    let p = try halfway(example)
    let one = try await reach(example, p, draws: 33_333, threads: 1)
    for threads in [2, 5] {
      let many = try await reach(example, p, draws: 33_333, threads: threads)
      #expect(many.levers.map(\.outcome) == one.levers.map(\.outcome))
      #expect(many.present == one.present && many.evaluations == one.evaluations)
    }
  }

  // MARK: Outcomes

  @Test func outOfReach() async throws {
    let example = Self.cases[2]
    let end = example.choices[0].range.upperBound
    let best = try example.probability([end])
    let found = try await reach(example, best + 0.02)
    guard case .outOfReach(let there) = found.levers[0].outcome else {
      Issue.record("\(found.levers[0].outcome)")
      return
    }
    #expect(there.position == end)
    #expect(abs(there.estimate.probability - best) < 4 * there.estimate.standardError)
  }

  @Test func alreadyReached() async throws {
    let example = Self.cases[3]
    let found = try await reach(example, example.probability(example.present) - 0.02)
    #expect(found.levers[0].outcome == .already)
  }

  /// A lever on a leaf that the target is not about, and one without an effect.
  @Test func noEffect() async throws {
    var example = LinearLeverCase.random(6, levers: 2, isCertain: true)
    example.choices[0].mean = 0
    var scenario = try example.scenario()
    scenario.economy.effects.remove(at: 1)
    let found = try await ReachAnalysis(scenario, target: "growth").run(
      probability: 0.5, draws: 2000, seed: 1)
    #expect(found.levers.map(\.outcome) == [.noEffect, .noEffect])
    #expect(found.levers[1].ends?.low == found.present)
  }

  /// Growth that should be near a figure: the probability rises and falls in the setting, and the crossing
  /// nearest to the present is wanted.
  @Test(arguments: [1, 2, 3] as [UInt64]) func notMonotone(seed: UInt64) async throws {
    var example = LinearLeverCase.random(seed, isCertain: true)
    let choice = example.choices[0]
    let peak = choice.range.lowerBound + 0.6 * (choice.range.upperBound - choice.range.lowerBound)
    example.threshold = example.mean([peak])
    example.comparison = .within(tolerance: 0.8 * example.deviation([peak]))
    let best = try example.probability([peak])
    let start = try example.probability(example.present)
    let p = (start + best) / 2
    let truth = try example.setting(0, for: p, between: choice.present, and: peak)
    let found = try await reach(example, p)
    let setting = try #require(found.levers[0].setting)
    let error = (p * (1 - p) / Double(Self.draws)).squareRoot()
    #expect(abs(setting.exact.position - truth) < 4 * error / (try example.slope(0, at: [truth])))
    #expect(found.levers[0].reversal > 0)
    // From the other side of the peak, downwards.
    example.choices[0].present = choice.range.upperBound
    let other = try example.setting(0, for: p, between: choice.range.upperBound, and: peak)
    let down = try #require(try await reach(example, p).levers[0].setting)
    #expect(
      abs(down.exact.position - other) < 4 * error / abs(try example.slope(0, at: [other])))
    #expect(down.rounded.position <= down.exact.position)
    // Above the peak it is out of reach, and the peak is the best.
    let above = try await reach(example, best + 0.02)
    guard case .outOfReach(let there) = above.levers[0].outcome else {
      Issue.record("\(above.levers[0].outcome)")
      return
    }
    #expect(there.estimate.probability > best - 4 * error)
    let width = choice.range.upperBound - choice.range.lowerBound
    #expect(abs(there.position - peak) < 0.1 * width)
  }

  @Test func noRange() async throws {
    let example = Self.cases[4]
    var scenario = try example.scenario()
    let lever = scenario.economy.levers[0]
    scenario.economy.levers[0] = Lever(setting: lever.setting, reference: lever.reference)
    let found = try await ReachAnalysis(scenario, target: "growth").run(
      probability: 0.5, draws: 2000, seed: 1)
    #expect(found.levers[0].outcome == .noRange)
    #expect(found.levers[0].ends == nil && found.levers[0].present == nil)
  }

  @Test func mistakes() async throws {
    let scenario = try Self.cases[0].scenario()
    #expect(throws: SimulationError.unknownTarget("grwoth")) {
      try ReachAnalysis(scenario, target: "grwoth")
    }
    #expect(throws: SimulationError.unknownLever("lever7")) {
      try ReachAnalysis(scenario, target: "growth", levers: ["lever7"])
    }
    await #expect(throws: SimulationError.drawsOutOfRange(0)) {
      try await ReachAnalysis(scenario, target: "growth").run(
        probability: 0.5, draws: 0, seed: 1)
    }
  }

  // MARK: Periods

  /// A lever with a number for each quarter moves all of them by as much.
  @Test func quartersMoveTogether() async throws {
    func scenario(_ numbers: [Double]) throws -> Scenario {
      let timeline = Timeline(baseYear: 2024, lastYear: 2025, step: .quarter)
      let schedule = Dictionary(
        uniqueKeysWithValues: zip(timeline.steps, numbers.map { Input.constant($0) }))
      let economy = Economy(
        timeline: timeline, currency: "VND", hasLevels: true,
        activities: [
          Activity(
            id: "mills", name: "Mills",
            content: .leaf(
              Leaf(
                volumes: [20, 30, 25, 25], values: nil, growth: .uncertain("mills.growth"),
                deflator: nil)))
        ],
        levers: [
          Lever(
            setting: Series(
              id: "credit", name: "Credit", unit: .rate, course: .level(.byPeriod(schedule)),
              frequency: .quarter), range: 0...0.4)
        ],
        effects: [
          Effect(
            id: "loans", name: "Loans", activities: ["mills"], basis: .growth,
            source: .elasticity(
              Elasticity(
                driver: "credit", reference: .constant(0.1), isRelative: false,
                elasticity: .constant(0.5))))
        ])
      return Scenario(
        name: "Quarters", economy: economy,
        uncertainty: try JointDistribution(variables: [
          .init(
            name: "mills.growth",
            marginal: try NormalDistribution(mean: 0.04, standardDeviation: 0.03))
        ]),
        targets: [
          Target(
            id: "growth", name: "growth", quantity: "growth", comparison: .atLeast,
            threshold: 0.08)
        ])
    }
    let numbers = [0.1, 0.12, 0.08, 0.15]
    let found = try await ReachAnalysis(scenario(numbers), target: "growth").run(
      probability: 0.5, draws: 50_000, seed: 3)
    let lever = found.levers[0]
    let setting = try #require(lever.setting)
    #expect(lever.present == 0 && lever.periods.map(\.number) == numbers)
    #expect(try #require(lever.range) == (0 - 0.08)...(0.4 - 0.15))
    // Growth is 4% + 0.5 (x - 10%), weighted: 8% wants 8 points more than the weighted distance of 1.35.
    let distance = 0.2 * 0 + 0.3 * 0.02 + 0.25 * -0.02 + 0.25 * 0.05
    let truth = 0.08 - distance
    let error = 0.5 / 50_000.0.squareRoot() / (0.398942 / 0.03 * 0.5)
    #expect(abs(setting.exact.position - truth) < 4 * error)
    let moved = lever.numbers(at: setting.exact.position).map(\.number)
    let run = try await Simulation(scenario(moved)).run(draws: 50_000, seed: 3)
    #expect(run.targets[0].estimate.hits == setting.exact.estimate.hits)
  }
}

extension LeverReach {
  /// The setting that reaches the probability.
  var setting: ReachedSetting? {
    if case .reached(let setting) = outcome { setting } else { nil }
  }
}
