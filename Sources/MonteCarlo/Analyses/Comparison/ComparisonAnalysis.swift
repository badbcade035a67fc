import GrowthModel
import Stochastics

/// Several scenarios made ready to be compared with the first of them, in the same draws.
///
/// What it finds is a function of (scenarios, seed, number of draws): threads do not change a bit of it. A
/// scenario's own results are those of its run with the same seed and draws.
public struct ComparisonAnalysis: Sendable {
  private let scenarios: [Scenario]
  private let paths: [ScenarioPath?]
  private let recording: Recording

  /// - Parameters:
  ///   - first: what the others are compared with.
  ///   - others: each with the way that leads to it from the first one, if its differences are to be attributed.
  ///   - targets: ids of the targets that are asked about; nil for all.
  ///   - recording: which quantities to keep beside those of the targets, of each scenario.
  public init(
    _ first: Scenario, with others: [(scenario: Scenario, path: ScenarioPath?)],
    targets: Set<String>? = nil, recording: Recording = .standard
  ) {
    scenarios = ([first] + others.map(\.scenario)).map { scenario in
      var chosen = scenario
      chosen.targets.removeAll { targets?.contains($0.id) == false }
      return chosen
    }
    paths = others.map(\.path)
    self.recording = recording
  }

  /// Compares the scenarios.
  ///
  /// - Parameters:
  ///   - draws: how many, from 1 to `Simulation.maximumDraws`.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - threads: tasks that evaluate blocks side by side, at least one.
  ///   - progress: called now and then, from any thread, with the number of draws done.
  /// - Throws: `SimulationError`, or `CancellationError` when the task was cancelled.
  public func run(
    draws: Int, seed: UInt64, threads: Int = 1,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> ComparisonFindings {
    guard 1...Simulation.maximumDraws ~= draws else {
      throw SimulationError.drawsOutOfRange(draws)
    }
    let recording = recording
    let simulations = try await concurrently(scenarios, threads: threads) {
      try Simulation($0, recording: recording)
    }
    let layout = try await ComparisonLayout(simulations, seed: seed, threads: threads)
    let work = WorkCounter(progress)
    let tally = try await Self.tally(layout, draws: draws, threads: threads, work: work)
    var compared: [ComparedScenario] = []
    for (k, part) in layout.scenarios.enumerated() {
      compared.append(
        ComparedScenario(
          goals: part.plan.goals.enumerated().map { number, goal in
            ComparedScenario.Goal(
              target: goal.target, quantity: goal.quantity,
              estimate: ProbabilityEstimate(hits: tally.hits[k][number], draws: draws))
          },
          allTargets: part.shared.isEmpty
            ? nil : ProbabilityEstimate(hits: tally.allHits[k], draws: draws),
          quantities: try part.simulation.summaries(tally.tallies[k])))
    }
    var differences: [ComparedPair] = []
    for k in layout.pairs.indices {
      let found = Self.pair(layout, k, tally, compared)
      guard let path = paths[k], !found.goals.isEmpty else {
        differences.append(found)
        continue
      }
      let attribution = try await attribution(
        of: found, along: path, to: k + 1, compared, draws: draws, seed: seed, threads: threads,
        work: work)
      differences.append(
        ComparedPair(
          goals: found.goals, allTargets: found.allTargets, means: found.means,
          attribution: attribution))
    }
    return ComparisonFindings(
      seed: seed, draws: draws, scenarios: compared, differences: differences)
  }

  /// Evaluates all scenarios in all draws.
  private static func tally(
    _ layout: ComparisonLayout, draws: Int, threads: Int, work: WorkCounter
  ) async throws -> ComparisonTally {
    try MemoryBudget.check(
      columns: layout.columnCount,
      records: layout.scenarios.reduce(0) { $0 + $1.counted.recorded.count }, threads: threads)
    var tally = ComparisonTally(layout)
    try await SharedDraws(0..<draws, threads: threads).run(progress: work.add) { blocks in
      var own = ComparisonTally(layout)
      let workspace = Workspace(columnCount: layout.columnCount)
      while let block = try blocks.next() {
        layout.evaluate(firstDraw: block.lowerBound, count: block.count, in: workspace)
        own.add(layout, firstDraw: block.lowerBound, count: block.count, from: workspace)
      }
      own.settle()
      return own
    } each: {
      // The sums are integers, so the order in which tasks finish does not show.
      tally.add($0)
    }
    return tally
  }

  private static func pair(
    _ layout: ComparisonLayout, _ k: Int, _ tally: ComparisonTally, _ compared: [ComparedScenario]
  ) -> ComparedPair {
    let pair = layout.pairs[k]
    let found = tally.pairs[k]
    let (first, second) = (compared[0], compared[k + 1])
    return ComparedPair(
      goals: zip(pair.targets, found.targets).map { places, count in
        ComparedPair.Goal(
          first: first.goals[places.first].target, second: second.goals[places.second].target,
          count: count.proportion(draws: tally.draws))
      },
      allTargets: layout.scenarios[0].shared.isEmpty
        ? nil : found.all.proportion(draws: tally.draws),
      means: zip(pair.quantities, found.differences).map { quantity, moments in
        ComparedPair.Mean(
          quantity: first.quantities[quantity.places.first].quantity,
          mean: PairedMean(
            first.quantities[quantity.places.first], second.quantities[quantity.places.second],
            moments))
      },
      attribution: nil)
  }

  /// Shares out the differences of one scenario.
  private func attribution(
    of pair: ComparedPair, along path: ScenarioPath, to number: Int,
    _ compared: [ComparedScenario], draws: Int, seed: UInt64, threads: Int, work: WorkCounter
  ) async throws -> Attribution {
    let ids = pair.goals.map(\.first.id)
    let shared = Set(compared[0].goals.map(\.target.id)).intersection(ids).filter { id in
      compared.allSatisfy { $0.goal(id) != nil }
    }
    let ends = (scenarios[0], scenarios[number])
    var between = ScenariosBetween(
      path, ends: path.isReversed ? (ends.1, ends.0) : ends, targets: ids)
    let centres = pair.goals.map { compared[0].summary($0.first.quantity)?.mean ?? 0 }
    var orderPairs = ShapleyDesign.orderPairs
    while true {
      let analysis = try await AttributionAnalysis(
        &between, shared: shared, draws: draws, seed: seed, orderPairs: orderPairs,
        threads: threads)
      guard let analysis else { return Attribution(ofOne: pair, path) }
      let sums = try await analysis.run(centres: centres, threads: threads, work: work)
      let found = AttributionReading(analysis, sums, pair, isReversed: path.isReversed)
      orderPairs *= 2
      if found.hasOrdersEnough || orderPairs > ShapleyDesign.mostOrderPairs {
        return found.attribution
      }
    }
  }
}
