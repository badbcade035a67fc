import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// What must not change an explanation, and targets that hardly any draw meets or misses.
@Suite struct ExplanationEdgeTests {
  private static func plain(threshold: Double) throws -> Scenario {
    var scenario = try PlainCase.scenario()
    scenario.targets = [
      Target(
        id: "growth", name: "growth", quantity: "growth", comparison: .atLeast,
        threshold: threshold)
    ]
    return scenario
  }

  /// Bit for bit, also when the last block is not full and when other targets are asked about.
  @Test(arguments: [1, 1000, 4096, 100_003])
  func threadsDoNotMatter(draws: Int) async throws {
    let scenario = try SmallEconomy.scenario()
    let ids = scenario.targets.map(\.id)
    let all = try ExplanationAnalysis(scenario, targets: ids)
    let one = try await all.run(draws: draws, seed: 9, threads: 1)
    for threads in [2, 3, 8] {
      #expect(try await all.run(draws: draws, seed: 9, threads: threads) == one)
    }
    for (place, id) in ids.enumerated() {
      let alone = try ExplanationAnalysis(scenario, targets: [id])
      #expect(try await alone.run(draws: draws, seed: 9).targets[0] == one.targets[place])
    }
    // As a run with the seed counts them.
    let ensemble = try await Simulation(scenario).run(draws: draws, seed: 9)
    #expect(one.targets.map(\.estimate) == ensemble.targets.map(\.estimate))
  }

  @Test func evenlySpreadThreads() async throws {
    let analysis = try ExplanationAnalysis(SmallEconomy.scenario(), targets: ["growth"])
    let one = try await analysis.run(draws: 40_000, seed: 9, sampling: .sobol, threads: 1)
    let three = try await analysis.run(draws: 40_000, seed: 9, sampling: .sobol, threads: 3)
    #expect(one == three && one.draws == 49_152)
    let ensemble = try await Simulation(SmallEconomy.scenario())
      .run(draws: 40_000, seed: 9, sampling: .sobol)
    let estimate = try #require(ensemble.targets.first?.estimate)
    #expect(one.targets[0].estimate.hits == estimate.hits)
    #expect(abs(one.targets[0].estimate.standardError / estimate.standardError - 1) < 1e-12)
  }

  /// What is found is what single draws say.
  @Test func agreesWithSingleDraws() async throws {
    let scenario = try SmallEconomy.scenario()
    let draws = 5000
    let found = try await ExplanationAnalysis(scenario, targets: ["share"])
      .run(draws: draws, seed: 4).targets[0]
    let paths = found.figures.filter { $0.role != .input }.map(\.name)
    #expect(paths.contains("agriculture.growth") && paths.contains("industry.growth"))
    let columns = try Simulation(scenario).sample(
      ["agriculture.share"] + paths, draws: 0..<draws, seed: 4)
    let isMet = columns[0].map { found.target.shortfall(of: $0) <= 0 }
    #expect(isMet.count { $0 } == found.estimate.hits)
    for (path, column) in zip(paths, columns.dropFirst()) {
      let figure = try #require(found.figures.first { $0.name == path })
      for (side, kept) in [
        (figure.distribution.all, column),
        (try #require(figure.distribution.met), zip(column, isMet).filter(\.1).map(\.0)),
        (try #require(figure.distribution.missed), zip(column, isMet).filter { !$0.1 }.map(\.0)),
      ] {
        let n = Double(kept.count)
        let mean = kept.reduce(0, +) / n
        let squares = kept.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        #expect(side.draws == kept.count)
        #expect(abs(side.mean - mean) < 1e-12 * max(abs(mean), 1))
        #expect(abs(side.standardDeviation / (squares / (n - 1)).squareRoot() - 1) < 1e-9)
        let sorted = kept.sorted()
        for (p, value) in zip(FigureDistribution.probabilities, side.quantiles) {
          let below = Double(sorted.count { $0 <= value }) / n
          #expect(abs(below - p) < 0.01)
        }
      }
    }
  }

  /// Inputs and quantities that have to do with the target, each once: the growth of an activity that is an input
  /// is no input again, and what has nothing to do with it is not told.
  @Test func whatIsTold() async throws {
    let scenario = try SmallEconomy.scenario()
    let findings = try await ExplanationAnalysis(scenario, targets: scenario.targets.map(\.id))
      .run(draws: 2000, seed: 1)
    let names = findings.targets.map { Set($0.figures.map(\.name)) }
    #expect(
      names[0] == [
        "agriculture.growth", "crops.growth", "livestock.growth", "industry.growth", "taxes.growth",
      ])
    #expect(names[1].isSuperset(of: ["crops.deflator", "taxes.growth", "industry.deflator"]))
    #expect(!names[1].contains("population") && !names[1].contains("tourism.visits"))
    // Of the visits nothing but their growth, which is an input.
    #expect(names[2] == ["tourism.visits.growth"])
    let nested = try #require(findings.targets[0].figures.first { $0.name == "crops.growth" })
    #expect(nested.role == .activity(id: "crops", groups: ["agriculture"]))
    #expect(findings.targets.flatMap(\.figures).allSatisfy { $0.sameAs == nil })
  }

  /// An amount and its growth from a fixed base are straight lines of each other, and the second says so.
  @Test func straightLines() async throws {
    var scenario = try SmallEconomy.scenario()
    scenario.targets = [
      Target(
        id: "both", name: "both", quantity: "sum", comparison: .atLeast, threshold: 5.3e6)
    ]
    let visits = scenario.economy.indicators[0]
    scenario.economy.indicators.append(
      Series(
        id: "sum", name: "sum", unit: .count("visits"),
        course: .growing(base: 1e6, growth: .uncertain("tourism.visits.growth"))))
    let found = try await ExplanationAnalysis(scenario, targets: ["both"])
      .run(draws: 2000, seed: 1).targets[0]
    #expect(found.figures.map(\.name) == [visits.id, "tourism.visits.growth"])
    #expect(found.figures.map(\.sameAs) == [nil, visits.id])
    #expect(found.figures[0].contrast?.distance == found.figures[1].contrast?.distance)
    // Through a division that the plan carries out, not the same column.
    var lines = StraightLines()
    func figure(_ name: String, _ column: Int) -> ExplanationPlan.Figure {
      ExplanationPlan.Figure(
        name: name, title: name, unit: .rate, role: .series,
        view: Plan.View(offset: 0, factor: 1, column: column), column: column, values: nil,
        usual: nil)
    }
    #expect(lines.first(figure("a", 0), shift: 0.5) == nil)
    #expect(lines.first(figure("b", 1), shift: 0.500_001) == nil)
    #expect(lines.first(figure("c", 2), shift: -0.5 * (1 + 1e-12)) == "a")
    #expect(lines.first(figure("d", 1), shift: nil) == "b")
    #expect(lines.first(figure("e", 3), shift: nil) == nil)
  }

  /// Of a target on the average of several years the average growth of activities is told, of one on a year the growth
  /// of that year; an input with the title of a quantity is called its baseline.
  @Test func periods() async throws {
    let names = ["farms", "mills"]
    let economy = Economy(
      timeline: Timeline(baseYear: 2024, lastYear: 2026), currency: "VND", hasLevels: true,
      activities: names.map { name in
        Activity(
          id: name, name: name,
          content: .leaf(
            Leaf(
              baseVolume: 10, baseValue: nil, growth: .uncertain(name + ".growth"), deflator: nil)))
      },
      effects: [
        Effect(
          id: "rain", name: "Rain", activities: ["farms"], basis: .level,
          source: .event(
            Event(
              occurrence: .all(.uncertain("rain.occurrence")), size: .all(.constant(0.1)),
              recovery: .constant(1))))
      ])
    let normal = try NormalDistribution(mean: 0.05, standardDeviation: 0.02)
    let scenario = Scenario(
      name: "Periods", economy: economy,
      uncertainty: try JointDistribution(
        variables: names.map { .init(name: $0 + ".growth", marginal: normal) } + [
          .init(name: "rain.occurrence", marginal: try BernoulliDistribution(probability: 0.3))
        ]),
      targets: ["growth.average", "growth.2025"].map {
        Target(id: $0, name: $0, quantity: $0, comparison: .atLeast, threshold: 0.05)
      })
    let found = try await ExplanationAnalysis(
      scenario, targets: ["growth.average", "growth.2025"]
    ).run(draws: 20_000, seed: 1)
    let average = found.targets[0].figures
    #expect(
      Set(average.map(\.name)) == [
        "farms.growth.average", "mills.growth.average", "farms.growth", "mills.growth",
        "rain.occurrence",
      ])
    let rain = try #require(average.first { $0.name == "rain.occurrence" })
    #expect(rain.role == .occurrence && rain.contrast?.condition == .atLeast(1))
    let year = found.targets[1].figures
    #expect(
      Set(year.map(\.name)) == [
        "farms.growth.2025", "mills.growth.2025", "farms.growth", "rain.occurrence",
      ])
    #expect(Set(year.map(\.title)).count == year.count)
    #expect(year.first { $0.name == "farms.growth" }?.title == "farms, growth, baseline")
    // The most likely way is given without rain.
    let point = try #require(found.targets[1].point)
    #expect(point.given.map(\.name) == ["rain.occurrence"] && point.given[0].value == 0)
  }

  /// A handful of draws.
  @Test func thin() async throws {
    let threshold = PlainCase.mean + 3.5 * PlainCase.standardDeviation
    let found = try await ExplanationAnalysis(Self.plain(threshold: threshold), targets: ["growth"])
      .run(draws: 50_000, seed: 1).targets[0]
    #expect(found.verdict == .open && found.isThin)
    #expect((1..<100).contains(found.rarerDraws) && found.rarerDraws == found.estimate.hits)
    for figure in found.figures {
      #expect(figure.distribution.met?.draws == found.estimate.hits)
      #expect(
        figure.contrast?.shift.isFinite == true && figure.contrast?.shiftError.isFinite == true)
    }
    #expect(abs(try #require(found.point).beta - 3.5) < 1e-6)
  }

  /// None at all: only the most likely point is told.
  @Test(arguments: [-8.0, 8])
  func never(deviations: Double) async throws {
    let threshold = PlainCase.mean + deviations * PlainCase.standardDeviation
    let found = try await ExplanationAnalysis(Self.plain(threshold: threshold), targets: ["growth"])
      .run(draws: 50_000, seed: 1).targets[0]
    #expect(found.verdict == .open && found.isThin && found.rarerDraws == 0)
    let point = try #require(found.point)
    #expect(abs(point.beta - 8) < 1e-6 && point.isConverged)
    #expect(point.event == (deviations > 0 ? .met : .missed))
    for figure in found.figures {
      #expect((deviations > 0 ? figure.distribution.met : figure.distribution.missed) == nil)
      #expect(figure.contrast == nil && figure.atPoint != nil)
    }
  }

  /// By the bounds of what is uncertain.
  @Test func certainAndImpossible() async throws {
    for (threshold, verdict) in [
      (0.2, TargetExplanation.Verdict.impossible), (0.05, .open), (-0.01, .certain),
    ] {
      let test = ExplanationCase(
        weights: [0.5, 0.5],
        variables: try [
          UniformDistribution(lower: 0, upper: 0.1), UniformDistribution(lower: 0, upper: 0.1),
        ], threshold: threshold)
      let found = try await test.explain(draws: 10_000, seed: 1)
      #expect(found.verdict == verdict)
      #expect((found.point == nil) == (verdict != .open))
    }
    // The same in every draw.
    for (threshold, verdict) in [(0.2, TargetExplanation.Verdict.impossible), (0.05, .certain)] {
      let test = ExplanationCase(
        weights: [0.5, 0.5],
        variables: try [ConstantDistribution(0.05), ConstantDistribution(0.05)],
        threshold: threshold)
      let found = try await test.explain(draws: 1000, seed: 1)
      #expect(found.verdict == verdict && found.figures.isEmpty)
    }
  }

  @Test func refusals() async throws {
    let scenario = try SmallEconomy.scenario()
    #expect(throws: SimulationError.unknownTarget("nothing")) {
      try ExplanationAnalysis(scenario, targets: ["nothing"])
    }
    let analysis = try ExplanationAnalysis(scenario, targets: ["growth"])
    await #expect(throws: SimulationError.drawsOutOfRange(0)) {
      try await analysis.run(draws: 0, seed: 1)
    }
  }
}
