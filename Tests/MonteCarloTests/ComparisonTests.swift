import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Differences of scenarios against closed forms.
@Suite struct ComparisonTests {
  static let seeds: [UInt64] = Array(1...12)

  private func growth(_ findings: ComparisonFindings) throws -> ComparedPair.Goal {
    try #require(findings.differences[0].goals.first { $0.first.id == "growth" })
  }

  /// Both probabilities, both means and their differences, within 4 standard errors each; and the parts that the
  /// assumptions have in them.
  @Test(arguments: seeds)
  func linearGaussian(seed: UInt64) async throws {
    let pair = LinearPair(seed: seed, leaves: 2, others: Int(seed % 4))
    let found = try await pair.analysis().run(draws: 200_000, seed: seed, threads: 2)
    let goal = try growth(found)
    let (first, second) = (pair.closedForm([]), pair.closedForm(pair.all))
    for (scenario, truth) in zip(found.scenarios, [first, second]) {
      let estimate = try #require(scenario.goal("growth")).estimate
      #expect(abs(estimate.probability - truth.probability) < 4 * estimate.standardError)
      let summary = try #require(scenario.summary("growth"))
      #expect(abs(summary.mean - truth.mean) < 4 * summary.standardError)
    }
    let change = second.probability - first.probability
    #expect(abs(goal.count.difference - change) < 4 * goal.count.standardError)
    let mean = try #require(found.differences[0].mean("growth"))
    #expect(abs(mean.difference - (second.mean - first.mean)) < 4 * mean.standardError)
    #expect(try #require(mean.varianceRatio) > 1 && #require(goal.count.varianceRatio) > 1)

    let attribution = try #require(found.differences[0].attribution)
    let cause = try #require(attribution.goals.first { $0.id == "growth" })
    #expect(attribution.orderPairs == nil && attribution.scenarios == 1 << pair.count - 2)
    let probabilities = pair.shapley { pair.closedForm($0).probability }
    let means = pair.shapley { pair.closedForm($0).mean }
    for i in 0..<pair.count {
      let part = cause.probability[i]
      #expect(abs(part.value - probabilities[i]) < 4 * part.standardError, "\(pair.names[i])")
      let own = try #require(cause.mean)[i]
      #expect(abs(own.value - means[i]) < 4 * own.standardError + 1e-15, "\(pair.names[i])")
    }
  }

  /// With seven assumptions the orders are sampled: the exact parts lie in twice the intervals, nearly all in them.
  @Test func sampledOrders() async throws {
    var (held, all) = (0, 0)
    for seed in Self.seeds {
      let pair = LinearPair(seed: seed, leaves: 4, others: 3)
      let found = try await pair.analysis().run(draws: 100_000, seed: seed, threads: 2)
      let attribution = try #require(found.differences[0].attribution)
      let pairs = try #require(attribution.orderPairs)
      #expect((ShapleyDesign.orderPairs...ShapleyDesign.mostOrderPairs).contains(pairs))
      let cause = try #require(attribution.goals.first { $0.id == "growth" })
      let truth = pair.shapley { pair.closedForm($0).probability }
      let means = pair.shapley { pair.closedForm($0).mean }
      for i in 0..<pair.count {
        for (part, exact) in [
          (cause.probability[i], truth[i]), (try #require(cause.mean)[i], means[i]),
        ] {
          let half = (part.high - part.low) / 2
          #expect(abs(part.value - exact) < 2 * half + 1e-15, "seed \(seed), \(pair.names[i])")
          held += abs(part.value - exact) <= half + 1e-15 ? 1 : 0
          all += 1
        }
      }
    }
    #expect(Double(held) > 0.9 * Double(all), "\(held) of \(all)")
  }

  /// Parts add up to the difference, and a swap of the scenarios flips every sign.
  @Test(arguments: seeds)
  func sumsAndSigns(seed: UInt64) async throws {
    let pair = LinearPair(seed: 100 + seed, leaves: seed % 2 == 0 ? 2 : 4, others: 3)
    let one = try await pair.analysis().run(draws: 40_000, seed: seed, threads: 2)
    let other = try await pair.reverseAnalysis().run(draws: 40_000, seed: seed)
    let (there, back) = (one.differences[0], other.differences[0])
    let (parts, reverse) = (try #require(there.attribution), try #require(back.attribution))
    for (number, goal) in there.goals.enumerated() {
      let cause = parts.goals[number]
      let sum = cause.probability.reduce(0) { $0 + $1.value }
      #expect(abs(sum - goal.count.difference) < 1e-10)
      let mean = try #require(there.mean(goal.first.quantity)).difference
      let sumOfMeans = try #require(cause.mean).reduce(0) { $0 + $1.value }
      #expect(abs(sumOfMeans - mean) < 1e-10)
      #expect(back.goals[number].count.difference == -goal.count.difference)
      #expect(try #require(back.mean(goal.first.quantity)).difference == -mean)
      let opposite = reverse.goals[number]
      for i in 0..<pair.count {
        #expect(abs(cause.probability[i].value + opposite.probability[i].value) < 1e-10)
        #expect(abs(cause.probability[i].low + opposite.probability[i].high) < 1e-10)
        #expect(abs(cause.probability[i].high + opposite.probability[i].low) < 1e-10)
        #expect(abs(try #require(cause.mean)[i].value + #require(opposite.mean)[i].value) < 1e-10)
      }
    }
    let all = try #require(there.allTargets)
    let together = try #require(parts.allTargets)
    #expect(abs(together.reduce(0) { $0 + $1.value } - all.difference) < 1e-10)
    #expect(try #require(back.allTargets).difference == -all.difference)
    // The same way, said to be worked out from its end.
    let reversed = ScenarioPath(assumptions: pair.names, isReversed: true) { pair.scenario($0) }
    let third = try await pair.analysis(path: reversed).run(draws: 40_000, seed: seed)
    for (cause, own) in zip(parts.goals, try #require(third.differences[0].attribution).goals) {
      for (part, same) in zip(cause.probability, own.probability) {
        #expect(abs(part.value - same.value) < 1e-10 && abs(part.low - same.low) < 1e-10)
      }
    }
  }

  /// How often intervals hold the truth, over 400 seeds of one pair: the difference of probabilities, that of
  /// means, and the parts.
  @Test func coverage() async throws {
    let pair = LinearPair(seed: 5, leaves: 2, others: 1)
    let analysis = try pair.analysis()
    let truth = pair.closedForm(pair.all).probability - pair.closedForm([]).probability
    let mean = pair.closedForm(pair.all).mean - pair.closedForm([]).mean
    let probabilities = pair.shapley { pair.closedForm($0).probability }
    let means = pair.shapley { pair.closedForm($0).mean }
    var (ofProbability, ofMean, ofParts, ofMeanParts) = (0, 0, 0, 0)
    let runs = 400
    for seed in 1...runs {
      let found = try await analysis.run(draws: 20_000, seed: UInt64(seed), threads: 2)
      let goal = try growth(found)
      ofProbability += goal.count.interval.contains(truth) ? 1 : 0
      ofMean +=
        try #require(found.differences[0].mean("growth")).interval.contains(mean) ? 1 : 0
      let cause = try #require(found.differences[0].attribution?.goals.first)
      for i in 0..<pair.count {
        let (part, own) = (cause.probability[i], try #require(cause.mean)[i])
        ofParts += part.low <= probabilities[i] && probabilities[i] <= part.high ? 1 : 0
        ofMeanParts += own.low <= means[i] && means[i] <= own.high ? 1 : 0
      }
    }
    // 95% with a standard deviation of 1.1 points, for a single difference.
    let plain = 0.91...0.99
    #expect(plain.contains(Double(ofProbability) / Double(runs)), "\(ofProbability)")
    #expect(plain.contains(Double(ofMean) / Double(runs)), "\(ofMean)")
    let parts = Double(runs * pair.count)
    #expect(plain.contains(Double(ofParts) / parts), "\(ofParts)")
    #expect(plain.contains(Double(ofMeanParts) / parts), "\(ofMeanParts)")
  }

  /// Where the scenarios in between see fewer draws than the comparison, and where they see as many.
  @Test func theDrawsOfTheScenariosInBetween() async throws {
    let pair = LinearPair(seed: 3, leaves: 2, others: 0)
    for (draws, between) in [(1_000_000, 500_000 / 1024 * 1024), (16_384, 16_384), (3000, 3072)] {
      let found = try await pair.analysis().run(draws: draws, seed: 1, threads: 2)
      let attribution = try #require(found.differences[0].attribution)
      #expect(attribution.draws == between)
      let sum = attribution.goals[0].probability.reduce(0) { $0 + $1.value }
      #expect(abs(sum - found.differences[0].goals[0].count.difference) < 1e-10)
    }
  }

  /// A scenario against itself: no difference at all.
  @Test func identical() async throws {
    let scenario = try SmallEconomy.scenario()
    let path = ScenarioPath(assumptions: []) { _ in nil }
    let found = try await ComparisonAnalysis(scenario, with: [(scenario, path)])
      .run(draws: 5000, seed: 1)
    let pair = found.differences[0]
    #expect(pair.goals.count == 3 && pair.means.count > 10)
    for goal in pair.goals { #expect(goal.count.difference == 0 && !goal.count.isDistinctFromZero) }
    for mean in pair.means {
      #expect(mean.mean.difference == 0 && mean.mean.standardError == 0, "\(mean.quantity.path)")
    }
    let attribution = try #require(pair.attribution)
    #expect(attribution.parts.isEmpty && attribution.scenarios == 0)
  }

  /// The numbers of each scenario are those of a run of its own with the same seed and draws.
  @Test func sameAsARun() async throws {
    let first = try SmallEconomy.scenario()
    var second = first
    second.targets[0] = Target(
      id: "growth", name: "growth", quantity: "growth", comparison: .atLeast, threshold: 0.05)
    let found = try await ComparisonAnalysis(first, with: [(second, nil)])
      .run(draws: 20_001, seed: 9, threads: 2)
    for (scenario, own) in zip([first, second], found.scenarios) {
      let run = try await Simulation(scenario).run(draws: 20_001, seed: 9)
      #expect(own.goals.map(\.estimate) == run.targets.map(\.estimate))
      #expect(own.allTargets == run.allTargets)
      #expect(own.quantities.map(\.quantity.path) == run.quantities.map(\.quantity.path))
      for (a, b) in zip(own.quantities, run.quantities) {
        #expect(a.mean == b.mean && a.standardDeviation == b.standardDeviation)
        #expect([0.1, 0.5, 0.9].map(a.quantile) == [0.1, 0.5, 0.9].map(b.quantile))
      }
    }
    #expect(found.differences[0].attribution == nil)
  }

  /// The mean difference and its error against those of the single draws.
  @Test func errorsOfMeans() async throws {
    let pair = LinearPair(seed: 8, leaves: 2, others: 1)
    let draws = 3000
    let found = try await pair.analysis(path: pair.path).run(draws: draws, seed: 2)
    let samples = try [[], pair.all].map { taken in
      try Simulation(#require(pair.scenario(taken))).sample(["growth"], draws: 0..<draws, seed: 2)[
        0]
    }
    let differences = zip(samples[0], samples[1]).map { $1 - $0 }
    let mean = differences.reduce(0, +) / Double(draws)
    let variance =
      differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws - 1)
    let own = try #require(found.differences[0].mean("growth"))
    #expect(abs(own.difference - mean) < 1e-15)
    #expect(abs(own.standardError / (variance / Double(draws)).squareRoot() - 1) < 1e-10)
    let target = try #require(pair.scenario([])?.targets.first)
    let other = try #require(pair.scenario(pair.all)?.targets.first)
    let goal = try growth(found).count
    func meets(_ target: Target, _ x: Double) -> Bool { target.shortfall(of: x) <= 0 }
    let both = zip(samples[0], samples[1]).filter { meets(target, $0) && meets(other, $1) }.count
    #expect(goal.both == both)
    #expect(goal.both + goal.onlySecond == samples[1].filter { meets(other, $0) }.count)
  }

  /// The same bits with any number of threads.
  @Test func threads() async throws {
    let pair = LinearPair(seed: 4, leaves: 4, others: 3)
    func run(_ threads: Int) async throws -> ComparisonFindings {
      try await pair.analysis().run(draws: 50_000, seed: 3, threads: threads)
    }
    let one = try await run(1)
    for threads in [2, 5] {
      let many = try await run(threads)
      let (a, b) = (one.differences[0], many.differences[0])
      #expect(a.goals.map(\.count) == b.goals.map(\.count) && a.allTargets == b.allTargets)
      #expect(a.means.map(\.mean) == b.means.map(\.mean))
      let (parts, others) = (try #require(a.attribution), try #require(b.attribution))
      #expect(parts.goals.map(\.probability) == others.goals.map(\.probability))
      #expect(parts.goals.map(\.mean) == others.goals.map(\.mean))
      #expect(parts.allTargets == others.allTargets)
    }
  }

  /// Three scenarios: each against the first, as if alone with it.
  @Test func three() async throws {
    let pair = LinearPair(seed: 6, leaves: 3, others: 1)
    let first = try #require(pair.scenario([]))
    let middle = try #require(pair.scenario([0, 3]))
    let last = try #require(pair.scenario(pair.all))
    let path = ScenarioPath(assumptions: [pair.names[0], pair.names[3]]) { taken in
      pair.scenario(Set(taken.map { [0, 3][$0] }))
    }
    let found = try await ComparisonAnalysis(
      first, with: [(middle, path), (last, pair.path)]
    ).run(draws: 20_000, seed: 1)
    let alone = try await ComparisonAnalysis(first, with: [(middle, path)])
      .run(draws: 20_000, seed: 1)
    #expect(found.scenarios.count == 3 && found.differences.count == 2)
    #expect(found.differences[0].goals.map(\.count) == alone.differences[0].goals.map(\.count))
    #expect(
      found.differences[0].attribution?.goals.map(\.probability)
        == alone.differences[0].attribution?.goals.map(\.probability))
    #expect(found.differences[1].attribution?.parts.count == 4)
  }

  /// A target that one scenario lacks is found in the other alone; all together are those that both have.
  @Test func targetsOfOneScenario() async throws {
    let first = try SmallEconomy.scenario()
    var second = first
    second.targets.remove(at: 1)
    let found = try await ComparisonAnalysis(first, with: [(second, nil)])
      .run(draws: 4000, seed: 1)
    #expect(found.scenarios[0].goals.count == 3 && found.scenarios[1].goals.count == 2)
    #expect(found.differences[0].goals.map(\.first.id) == ["growth", "visits"])
    let run = try await Simulation(second).run(draws: 4000, seed: 1)
    #expect(found.scenarios[0].allTargets == run.allTargets)
    let chosen = try await ComparisonAnalysis(
      first, with: [(second, nil)], targets: ["share"]
    ).run(draws: 4000, seed: 1)
    #expect(chosen.scenarios.map { $0.goals.map(\.target.id) } == [["share"], []])
    #expect(chosen.scenarios[0].allTargets == nil)
  }

  @Test func draws() async throws {
    let analysis = try LinearPair(seed: 1).analysis()
    await #expect(throws: SimulationError.drawsOutOfRange(0)) {
      try await analysis.run(draws: 0, seed: 1)
    }
  }
}
