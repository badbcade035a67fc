/// The scenarios between two, read as they are needed and each once.
struct ScenariosBetween {
  /// Assumptions that make no sense without each other are one.
  private(set) var joined: JoinedAssumptions
  /// Ids of the targets that both scenarios have.
  let targets: [String]
  private let path: ScenarioPath
  private let first: Scenario
  private let second: Scenario
  private var known: [Set<Int>: Attempt] = [:]

  /// A scenario in between made ready, if it can be.
  private struct Attempt: Sendable {
    let simulation: Simulation?
  }

  /// - Parameters:
  ///   - path: from the first scenario to the second.
  ///   - ends: the two scenarios, in the direction in which the path is worked out.
  ///   - targets: ids of the targets that both have.
  init(_ path: ScenarioPath, ends: (first: Scenario, second: Scenario), targets: [String]) {
    joined = JoinedAssumptions(count: path.assumptions.count)
    self.path = path
    first = ends.first
    second = ends.second
    self.targets = targets
  }

  /// The scenarios that a design takes, after joining assumptions until all of them can be read.
  ///
  /// - Parameters:
  ///   - seed: of the orders.
  ///   - orderPairs: how many pairs of orders, where there are too many subsets.
  ///   - threads: tasks that read scenarios side by side.
  /// - Returns: one for each subset of the design; nil where fewer than two assumptions are left.
  mutating func sound(
    seed: UInt64, orderPairs: Int, threads: Int
  ) async throws -> (ShapleyDesign, [Simulation])? {
    while joined.parts.count > 1 {
      let names = joined.parts.map { part in
        part.map { path.assumptions[$0] }.joined(separator: " + ")
      }
      let design = ShapleyDesign(names, seed: seed, orderPairs: orderPairs)
      let sets = design.subsets.map(joined.members)
      let missing = sets.filter { known[$0] == nil }
      let reader = reader
      for (set, found) in zip(
        missing, try await concurrently(missing, threads: threads, work: reader))
      { known[set] = found }
      let broken = design.subsets.first { known[joined.members($0)]?.simulation == nil }
      guard let broken else { return (design, sets.compactMap { known[$0]?.simulation }) }
      var (parts, read) = (joined, known)
      try parts.join(broken) { set in
        try Task.checkCancellation()
        let found = read[set] ?? reader(set)
        read[set] = found
        return found.simulation != nil
      }
      (joined, known) = (parts, read)
    }
    return nil
  }

  /// Makes the scenario that takes some assumptions from the second one.
  private var reader: @Sendable (Set<Int>) -> Attempt {
    let (path, first, second, targets) = (path, first, second, targets)
    return { taken in
      let scenario =
        taken.isEmpty
        ? first : taken.count == path.assumptions.count ? second : path.scenario(taken)
      guard var scenario else { return Attempt(simulation: nil) }
      let found = scenario.targets
      scenario.targets = targets.compactMap { id in found.first { $0.id == id } }
      guard scenario.targets.count == targets.count else { return Attempt(simulation: nil) }
      return Attempt(simulation: try? Simulation(scenario, recording: Recording(.named)))
    }
  }
}
