import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// What must not change an answer, and what must hold in every draw.
@Suite struct InvarianceTests {
  /// Every figure of an ensemble that a report can show.
  static func figures(_ ensemble: Ensemble) -> [Double] {
    var figures = [Double(ensemble.allTargets?.hits ?? -1)]
    for quantity in ensemble.quantities {
      figures += [quantity.mean, quantity.standardDeviation, quantity.minimum, quantity.maximum]
      figures += [0.05, 0.25, 0.5, 0.75, 0.95].map { quantity.quantile($0) }
    }
    for target in ensemble.targets {
      figures += [target.estimate.probability, target.meanShortfall ?? -1]
      figures.append(Double(target.missedAlone))
    }
    return figures
  }

  /// Bit for bit, also when the last block is not full.
  @Test(arguments: [1, 1000, 4096, 100_003])
  func threadsDoNotMatter(draws: Int) async throws {
    let simulation = try Simulation(SmallEconomy.scenario())
    let one = try await simulation.run(draws: draws, seed: 9, threads: 1)
    for threads in [2, 3, 8] {
      let many = try await simulation.run(draws: draws, seed: 9, threads: threads)
      #expect(Self.figures(one) == Self.figures(many))
    }
    #expect(Self.figures(one).allSatisfy { $0.isFinite })
  }

  @Test func firstDrawsOfALongerRun() throws {
    let simulation = try Simulation(SmallEconomy.scenario())
    let paths = ["growth", "crops.share", "grdp.perPerson"]
    let long = try simulation.sample(paths, draws: 0..<4000, seed: 4)
    let short = try simulation.sample(paths, draws: 0..<2000, seed: 4)
    let middle = try simulation.sample(paths, draws: 1500..<2600, seed: 4)
    for k in paths.indices {
      #expect(Array(long[k].prefix(2000)) == short[k])
      #expect(Array(long[k][1500..<2600]) == middle[k])
    }
  }

  /// What is counted over a run is what its single draws say.
  @Test func countsAgreeWithSingleDraws() async throws {
    let scenario = try SmallEconomy.scenario()
    let simulation = try Simulation(scenario)
    let draws = 5000
    let ensemble = try await simulation.run(draws: draws, seed: 12, threads: 2)
    let paths = scenario.targets.map(\.quantity)
    let columns = try simulation.sample(paths, draws: 0..<draws, seed: 12)
    var misses = [Int](repeating: 0, count: draws)
    for (k, target) in scenario.targets.enumerated() {
      let shortfalls = columns[k].map { target.shortfall(of: $0) }
      let missed = shortfalls.filter { $0 > 0 }
      #expect(ensemble.targets[k].estimate.hits == draws - missed.count)
      let mean = missed.reduce(0, +) / Double(missed.count)
      let found = try #require(ensemble.targets[k].meanShortfall)
      #expect(abs(found - mean) <= 1e-12 * abs(mean))
      for (n, shortfall) in shortfalls.enumerated() where shortfall > 0 { misses[n] += 1 }
      let summary = try #require(ensemble.summary(paths[k]))
      let sorted = columns[k].sorted()
      #expect(summary.minimum == sorted[0])
      #expect(summary.maximum == sorted[draws - 1])
      for p in [0.1, 0.5, 0.9] {
        let exact = sorted[Int(p * Double(draws))]
        // A bin's width, and the distance to a neighbouring draw.
        let near = sorted[Int(p * Double(draws)) + 1] - sorted[Int(p * Double(draws)) - 1]
        #expect(abs(summary.quantile(p) - exact) <= summary.quantileResolution(p) + near)
      }
    }
    #expect(ensemble.allTargets?.hits == misses.count { $0 == 0 })
    let alone = ensemble.targets.map(\.missedAlone).reduce(0, +)
    #expect(alone == misses.count { $0 == 1 })
  }

  /// Contributions add up to growth, shares to one and values to GRDP, at every level of the tree
  /// and in every draw, to rounding.
  @Test func accountsAddUpInEveryDraw() throws {
    let simulation = try Simulation(SmallEconomy.scenario())
    let draws = 0..<20_000
    func columns(_ suffix: String, _ ids: [String]) throws -> [[Double]] {
      try simulation.sample(ids.map { $0 + suffix }, draws: draws, seed: 3)
    }
    let top = ["agriculture", "industry", "taxes"]
    let totals = try simulation.sample(["growth", "grdp", "grdp.volume"], draws: draws, seed: 3)
    let contributions = try columns(".contribution", top)
    let inner = try columns(".contribution", ["agriculture", "crops", "livestock"])
    let shares = try columns(".share", top)
    let values = try columns(".value", top)
    let volumes = try columns(".volume", top)
    for n in draws {
      #expect(abs(contributions.reduce(0) { $0 + $1[n] } - totals[0][n]) < 1e-15)
      #expect(abs(inner[1][n] + inner[2][n] - inner[0][n]) < 1e-15)
      #expect(abs(shares.reduce(0) { $0 + $1[n] } - 1) < 1e-14)
      #expect(abs(values.reduce(0) { $0 + $1[n] } / totals[1][n] - 1) < 1e-14)
      #expect(abs(volumes.reduce(0) { $0 + $1[n] } / totals[2][n] - 1) < 1e-14)
    }
  }

  @Test func precisionIsReached() async throws {
    let simulation = try Simulation(PlainCase.scenario())
    let ensemble = try await simulation.run(
      precision: 0.002, maximumDraws: 10_000_000, seed: 1, threads: 2)
    let interval = ensemble.targets[0].estimate.interval()
    #expect((interval.upperBound - interval.lowerBound) / 2 <= 0.002)
    // p (1 - p) (z / 0.002)^2 = 231,000 draws are needed; a twentieth more are made, in whole rounds.
    #expect(ensemble.draws % 16_384 == 0)
    #expect(231_000...260_000 ~= ensemble.draws)
    let same = try await simulation.run(draws: ensemble.draws, seed: 1)
    #expect(Self.figures(ensemble) == Self.figures(same))
  }

  @Test func errors() async throws {
    let scenario = try PlainCase.scenario()
    let simulation = try Simulation(scenario)
    await #expect(throws: SimulationError.drawsOutOfRange(0)) {
      try await simulation.run(draws: 0, seed: 1)
    }
    #expect(throws: SimulationError.unknownPath("grwth")) {
      try simulation.sample(["grwth"], draws: 0..<1, seed: 1)
    }
    var other = scenario
    other.targets = [
      Target(id: "x", name: "x", quantity: "nothing", comparison: .atMost, threshold: 1)
    ]
    let wrongTarget = other
    #expect(throws: SimulationError.unknownQuantity(target: "x", quantity: "nothing")) {
      try Simulation(wrongTarget)
    }
    other = scenario
    other.uncertainty = try JointDistribution(variables: [])
    let wrongVariables = other
    #expect(throws: SimulationError.unknownVariable("agriculture.growth")) {
      try Simulation(wrongVariables)
    }
  }

  /// A cancelled task stops at the next block.
  @Test func cancellation() async throws {
    let simulation = try Simulation(PlainCase.scenario())
    let task = Task { try await simulation.run(draws: Simulation.maximumDraws, seed: 1) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
