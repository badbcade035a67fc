import MonteCarlo
import ScenarioFiles
import Testing

@testable import Serving

@Suite("Answers that follow a hand")
struct LiveSimulationTests {
  /// Whether two runs found the same, to the last bit.
  private func expectSame(
    _ live: Ensemble, _ plain: Ensemble, _ settings: [String: String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    func bits(_ numbers: [Double]) -> [UInt64] { numbers.map(\.bitPattern) }
    #expect(live.draws == plain.draws, sourceLocation: sourceLocation)
    #expect(live.allTargets == plain.allTargets, "\(settings)", sourceLocation: sourceLocation)
    #expect(live.targets.count == plain.targets.count, sourceLocation: sourceLocation)
    for (a, b) in zip(live.targets, plain.targets) {
      #expect(
        a.estimate == b.estimate, "\(a.target.id) \(settings)", sourceLocation: sourceLocation)
      #expect(a.missedAlone == b.missedAlone, sourceLocation: sourceLocation)
      #expect(
        a.meanShortfall?.bitPattern == b.meanShortfall?.bitPattern,
        "\(a.target.id) \(settings)", sourceLocation: sourceLocation)
    }
    #expect(
      live.quantities.map(\.quantity.path) == plain.quantities.map(\.quantity.path),
      sourceLocation: sourceLocation)
    for (a, b) in zip(live.quantities, plain.quantities) {
      func numbers(_ found: QuantitySummary) -> [Double] {
        [found.mean, found.standardDeviation, found.standardError, found.minimum, found.maximum]
          + [0.001, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.999].map(found.quantile)
      }
      #expect(
        bits(numbers(a)) == bits(numbers(b)), "\(a.quantity.path) \(settings)",
        sourceLocation: sourceLocation)
    }
  }

  /// Goes through settings and expects of each answer what a plain run of the file finds.
  private func follow(
    _ walk: [[String: String]], _ start: ServedScenario,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let live = try LiveSimulation(draws: start.draws, seed: start.seed, threads: start.threads)
    for settings in walk {
      let scenario = try #require(start.scenario(with: settings))
      let answer = try await live.answer(try start.simulation(scenario)) {
        start.neighbours(of: settings)
      }
      let file = try #require(start.reading(with: settings).scenario)
      let plain = try await start.simulation(file).run(draws: start.draws, seed: start.seed)
      expectSame(answer.ensemble, plain, settings, sourceLocation: sourceLocation)
    }
  }

  @Test(
    "Each answer is that of a plain run of the file with these values, to the last bit",
    arguments: [(10_000, 1), (10_000, 3), (4096, 2), (1500, 2), (1, 1)])
  func sameAsRun(_ draws: Int, _ threads: Int) async throws {
    let start = try Served.small(draws: draws, threads: threads)
    let path = try #require(start.levers.first).path
    // At 350 the lever stands at its reference, and what follows from it is left out of the plan.
    try await follow(
      ["600", "610", "350", "620", "620", "600"].map { [path: "\($0) billion USD"] }, start)
  }

  @Test("So it is with Sơn La's quarters, its levers moved in turn")
  func sonLa() async throws {
    try await follow(Served.walk, Served.scenario(draws: 3000))
  }

  @Test("So it is where distributions, correlations and targets change")
  func assumptions() async throws {
    let start = try Served.scenario(draws: 3000)
    let live = try LiveSimulation(draws: 3000, seed: start.seed, threads: 2)
    let changes = [
      "crops.growth=5%", "manufacturing.growth.mean=8%", "manufacturing.growth.sd=3%",
      "shocks.persistence.construction=0.5", "effects.floods.recovery=50%",
      "shocks.innovations.agriculture.sd=1.2%", "targets.growth.at-least=8.1%",
      "dairy-plant.go-ahead=50%",
    ]
    for count in Array(1...changes.count) + [3, 0] {
      let overrides = Array(changes.prefix(count))
      let scenario = try #require(start.source.reading(overrides: overrides).scenario)
      let answer = try await live.answer(try start.simulation(scenario))
      let plain = try await start.simulation(scenario).run(draws: 3000, seed: start.seed)
      expectSame(answer.ensemble, plain, ["changes": "\(count)"])
    }
  }

  @Test("A lever that is set in the scenario is one that is set in the file")
  func patched() throws {
    let start = try Served.scenario()
    #expect(start.levers.count == 6)
    for lever in start.levers {
      for text in [lever.other(than: nil), ServedLever.text(lever.high) + lever.figure.suffix] {
        let settings = [lever.path: text]
        let patched = try #require(start.scenario(with: settings))
        let read = try #require(start.reading(with: settings).scenario)
        #expect(try patched.quantityGraph() == read.quantityGraph(), "\(settings)")
        #expect(patched.economy.levers == read.economy.levers)
      }
    }
  }

  @Test("Questions that come at once are answered one after the other, each with its own answer")
  func atOnce() async throws {
    let start = try Served.small(draws: 2000)
    let path = try #require(start.levers.first).path
    let live = try LiveSimulation(draws: 2000, seed: start.seed, threads: 2)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<10 {
        let settings = [path: "\(600 + 10 * number) billion USD"]
        group.addTask {
          let scenario = try #require(start.scenario(with: settings))
          let simulation = try start.simulation(scenario)
          let answer = try await live.answer(simulation)
          let plain = try await simulation.run(draws: 2000, seed: start.seed)
          expectSame(answer.ensemble, plain, settings)
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("What two answers share is counted draw by draw")
  func pairs() async throws {
    let start = try Served.scenario(draws: 5000)
    let live = try LiveSimulation(draws: 5000, seed: start.seed, threads: 2)
    var answers: [LiveAnswer] = []
    var samples: [[Double]] = []
    for settings in [Served.walk[0], Served.walk[3]] {
      let simulation = try start.simulation(try #require(start.scenario(with: settings)))
      answers.append(try await live.answer(simulation))
      samples += try simulation.sample(["growth"], draws: 0..<5000, seed: start.seed)
    }
    let found = try #require(answers[1].compared("growth", with: answers[0]))
    let met = samples.map { $0.map { $0 >= 0.08 } }
    #expect(found.both == zip(met[0], met[1]).count { $0 && $1 })
    #expect(found.onlyFirst == zip(met[0], met[1]).count { $0 && !$1 })
    #expect(found.onlySecond == zip(met[0], met[1]).count { !$0 && $1 })
    #expect(found.onlySecond + found.onlyFirst > 0)
    #expect(answers[1].compared("growth", with: answers[1])?.difference == 0)
    #expect(answers[1].compared("nothing", with: answers[0]) == nil)
  }
}
