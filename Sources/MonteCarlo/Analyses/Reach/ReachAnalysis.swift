import GrowthModel
import Stochastics

/// A scenario made ready to be asked what its levers can do for a target.
///
/// The draws are those of `Simulation.run` under the same seed, the same at every setting, so that the
/// probability at a setting is the one that a run of the scenario with that setting finds.
public struct ReachAnalysis: Sendable {
  private let target: Target
  private let levers: [Lever]
  private let sweep: LeverSweep
  private let gap: ArithmeticGap?

  /// Compiles what the target needs.
  ///
  /// - Parameters:
  ///   - scenario: what is asked about.
  ///   - target: the id of a target of the scenario.
  ///   - levers: ids of levers of the scenario, in the order of the answer; nil for all of them.
  /// - Throws: `SimulationError` when the scenario's parts do not fit together, or it has no such target or
  ///   lever.
  public init(
    _ scenario: Scenario, target: String, levers: [String]? = nil
  ) throws(SimulationError) {
    guard let found = scenario.targets.first(where: { $0.id == target }) else {
      throw .unknownTarget(target)
    }
    self.target = found
    let all = scenario.economy.levers
    var chosen: [Lever] = []
    for id in levers ?? all.map(\.id) {
      guard let lever = all.first(where: { $0.id == id }) else { throw .unknownLever(id) }
      if !chosen.contains(lever) { chosen.append(lever) }
    }
    self.levers = chosen
    sweep = try LeverSweep(scenario, target: found, levers: chosen.compactMap(MovableLever.init))
    gap = try ArithmeticGap(scenario, target: found)
  }

  /// Finds what each lever alone can do, and, where that is asked for, the levers together.
  ///
  /// - Parameters:
  ///   - probability: that the target should have, above 0 and below 1.
  ///   - isCombined: whether the cheapest combination of those levers that have a cost is sought too.
  ///   - draws: how many, from 1 to `Simulation.maximumDraws`.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - threads: tasks that evaluate blocks side by side, at least one.
  ///   - progress: called now and then, from any thread, with the number of draws done over all rounds.
  /// - Throws: `SimulationError`, or `CancellationError` when the task was cancelled.
  /// - Complexity: O(draws x settings), 40 to 80 settings a lever; for the combination of k levers some
  ///   3 k (k + 3) / 2 more, and 100.
  public func run(
    probability: Double, isCombined: Bool = false, draws: Int, seed: UInt64, threads: Int = 1,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> ReachFindings {
    guard 1...Simulation.maximumDraws ~= draws else {
      throw SimulationError.drawsOutOfRange(draws)
    }
    let needs = ReachNeeds(probability: probability, draws: draws)
    let counter = SettingCounter(
      sweep: sweep, draws: draws, seed: seed, threads: threads, work: WorkCounter(progress))
    var searches = sweep.levers.enumerated().filter { sweep.reaches($0.offset) }.map {
      LeverSearch(place: $0.offset, lever: $0.element, needs: needs)
    }
    let present = try await counter.hits(at: [LeverSweep.Setting(positions: [:])])[0]
    while true {
      let questions = searches.map(\.questions)
      guard questions.contains(where: { !$0.isEmpty }) else { break }
      let answers = try await counter.hits(at: questions, of: searches)
      for k in searches.indices where !questions[k].isEmpty { searches[k].learn(answers[k]) }
    }
    let roundings = searches.map(\.rounded)
    let rounded = try await counter.hits(at: roundings, of: searches)
    let outcomes = zip(searches, rounded).map { ($0.place, $0, $1) }
    func estimate(_ hits: Int) -> ProbabilityEstimate {
      ProbabilityEstimate(hits: hits, draws: draws)
    }
    let found = levers.map { lever -> LeverReach in
      guard let place = sweep.levers.firstIndex(where: { $0.lever.id == lever.id }) else {
        return LeverReach(lever: lever, outcome: lever.stillness)
      }
      guard let (_, search, rounded) = outcomes.first(where: { $0.0 == place }) else {
        return sweep.levers[place].reach(
          ends: (estimate(present), estimate(present)), outcome: .noEffect)
      }
      return search.finding(rounded: rounded, estimate)
    }
    let combination =
      isCombined
      ? try await self.combination(found, searches, needs, present: present, counter) : nil
    return ReachFindings(
      target: target, quantity: sweep.quantity, probability: probability, seed: seed,
      draws: draws, evaluations: counter.evaluations, present: estimate(present), levers: found,
      combination: combination, gap: gap)
  }

  /// The cheapest combination of the levers that have a cost and help.
  private func combination(
    _ found: [LeverReach], _ searches: [LeverSearch], _ needs: ReachNeeds, present: Int,
    _ counter: SettingCounter
  ) async throws -> CombinationReach {
    let members = searches.compactMap { search -> CombinationSearch.Member? in
      let best = search.best.position
      guard let cost = search.lever.lever.cost, best != search.lever.present else { return nil }
      return CombinationSearch.Member(
        place: search.place, lever: search.lever, best: best, price: cost.magnitude)
    }
    let ids = members.map(\.lever.lever.id)
    let left = found.map(\.lever.id).filter { !ids.contains($0) }
    func reach(_ outcome: CombinationReach.Outcome) -> CombinationReach {
      CombinationReach(outcome: outcome, levers: ids, left: left)
    }
    guard present < needs.asked else { return reach(.already) }
    guard !members.isEmpty else { return reach(.noLevers) }
    var prepared = sweep
    prepared.prepare(members.map(\.place))
    counter.sweep = prepared
    return reach(
      try await CombinationSearch(members: members, needs: needs, counter: counter).run())
  }
}

/// Asks a sweep, and counts the questions.
final class SettingCounter {
  var sweep: LeverSweep
  private let draws: Int
  private let seed: UInt64
  private let threads: Int
  private let work: WorkCounter
  private(set) var evaluations = 0

  init(sweep: LeverSweep, draws: Int, seed: UInt64, threads: Int, work: WorkCounter) {
    self.sweep = sweep
    self.draws = draws
    self.seed = seed
    self.threads = threads
    self.work = work
  }

  func hits(at settings: [LeverSweep.Setting]) async throws -> [Int] {
    guard !settings.isEmpty else { return [] }
    evaluations += settings.count
    return try await sweep.hits(
      at: settings, draws: draws, seed: seed, threads: threads, work: work)
  }

  /// The answers to what each of some searches asks about its lever, in the order of the positions.
  func hits(at positions: [[Double]], of searches: [LeverSearch]) async throws -> [[ReachPoint]] {
    let settings = zip(searches, positions).flatMap { search, positions in
      positions.map { LeverSweep.Setting(positions: [search.place: $0]) }
    }
    var hits = try await hits(at: settings)[...]
    return positions.map { $0.map { ReachPoint(position: $0, hits: hits.removeFirst()) } }
  }
}

extension LeverSearch {
  /// What was found about the lever.
  ///
  /// - Parameters:
  ///   - rounded: positions of few digits beyond the one that was found.
  ///   - estimate: the probability that a number of hits stands for.
  fileprivate func finding(
    rounded: [ReachPoint], _ estimate: (Int) -> ProbabilityEstimate
  ) -> LeverReach {
    func there(_ point: ReachPoint) -> SettingProbability {
      SettingProbability(position: point.position, estimate: estimate(point.hits))
    }
    let ends = (
      low: estimate(hits(at: lever.range.lowerBound) ?? 0),
      high: estimate(hits(at: lever.range.upperBound) ?? 0)
    )
    let reversal = estimate(self.reversal).probability
    let outcome: LeverReach.Outcome
    if let (reach, _, low, high) = nearest {
      let fewest = rounded.first { $0.hits >= needs.asked } ?? reach
      outcome = .reached(
        ReachedSetting(exact: there(reach), rounded: there(fewest), low: low, high: high))
    } else if isAlready {
      outcome = .already
    } else {
      outcome = .outOfReach(best: there(best))
    }
    return lever.reach(ends: ends, outcome: outcome, reversal: reversal)
  }
}

extension MovableLever {
  fileprivate func reach(
    ends: (low: ProbabilityEstimate, high: ProbabilityEstimate), outcome: LeverReach.Outcome,
    reversal: Double = 0
  ) -> LeverReach {
    LeverReach(
      lever: lever, periods: lever.numbersByPeriod, present: present, range: range, ends: ends,
      outcome: outcome, reversal: reversal)
  }
}

extension Lever {
  /// The numbers by period; none where there is one for all.
  fileprivate var numbersByPeriod: [(period: Period, number: Double)] {
    guard case .level(let schedule) = setting.course else { return [] }
    return MovableLever.numbers(of: schedule).compactMap { period, number in
      period.map { ($0, number) }
    }
  }

  /// Why it is not moved.
  fileprivate var stillness: LeverReach.Outcome {
    if setting.unit == .date { return .isDate }
    return range == nil ? .noRange : .cannotShift
  }
}
