import GrowthModel
import Stochastics

extension Simulation {
  /// The fewest draws asked for after which rare targets are looked at closely: that may take 200,000
  /// evaluations a target, and a run of less is meant to be short. A run to a precision always does it.
  public static let leastDrawsForRareTargets = 100_000
  /// A target is rare when fewer draws than this meet it, or miss it: the error of the count is then a
  /// tenth of it or more.
  public static let rareCount = 100

  /// The probability that a target is met, or missed, from draws aimed at that event.
  ///
  /// - Parameters:
  ///   - target: the id of one of the scenario's targets.
  ///   - event: the rarer of the two, in general.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - precision: the coefficient of variation at which to stop.
  ///   - mostEvaluations: evaluations of the model at which to stop anyway; the searches may take half of
  ///     them, and a few hundred are the least that leads anywhere.
  /// - Returns: nil when there is no such target.
  /// - Throws: `SimulationError`, or `CancellationError` when the task was cancelled.
  /// - Precondition: precision > 0.
  public func rareTarget(
    _ target: String, _ event: TargetEvent, seed: UInt64, precision: Double = 0.01,
    mostEvaluations: Int = 200_000
  ) throws -> RareTargetFinding? {
    precondition(precision > 0, "a precision is above zero")
    guard let target = scenario.targets.first(where: { $0.id == target }) else { return nil }
    var sampling = try sampling(of: target, event, in: graph(), seed: seed)
    sampling.precision = precision
    sampling.mostEvaluations = mostEvaluations
    return try sampling.finding()
  }

  /// Whether hardly any draw meets some target, or misses it.
  func hasRareTargets(_ ensemble: Ensemble) -> Bool { !Self.rareTargets(ensemble).isEmpty }

  private static func rareTargets(_ ensemble: Ensemble) -> [Int] {
    ensemble.targets.indices.filter {
      let hits = ensemble.targets[$0].estimate.hits
      return min(hits, ensemble.draws - hits) < rareCount
    }
  }

  /// How to look closely at the targets that hardly any draw meets or misses, by their places.
  ///
  /// - Parameter ensemble: what is known without a look is written down in it.
  func rareTargetSamplings(
    _ ensemble: inout Ensemble
  ) throws(SimulationError) -> [(place: Int, sampling: RareTargetSampling)] {
    let draws = ensemble.draws
    let graph = try graph()
    let ranges = graph.ranges {
      scenario.uncertainty.marginal(of: $0)?.support ?? -.infinity ... .infinity
    }
    var samplings: [(place: Int, sampling: RareTargetSampling)] = []
    for place in Self.rareTargets(ensemble) {
      let outcome = ensemble.targets[place]
      let hits = outcome.estimate.hits
      let range = ranges[outcome.quantity.node.index]
      if hits == 0, !outcome.target.canBeMet(in: range) {
        ensemble.targets[place].rare = .impossible
      } else if hits == draws, !outcome.target.canBeMissed(in: range) {
        ensemble.targets[place].rare = .certain
      } else if ensemble.summary(outcome.quantity.path)?.isStill != true {
        let event: TargetEvent = hits <= draws - hits ? .met : .missed
        let sampling = try sampling(of: outcome.target, event, in: graph, seed: ensemble.seed)
        samplings.append((place, sampling))
      }
    }
    return samplings
  }

  /// What evaluates nothing but what this target needs.
  private func sampling(
    of target: Target, _ event: TargetEvent, in graph: QuantityGraph, seed: UInt64
  ) throws(SimulationError) -> RareTargetSampling {
    let uncertainty = scenario.uncertainty
    let plan = try Plan(
      graph: graph, variables: uncertainty.variables.map(\.name), targets: [target],
      recording: Recording(.named)
    ) { uncertainty.marginal(of: $0)?.support ?? -.infinity ... .infinity }
    return RareTargetSampling(
      plan: plan, goal: plan.goals[0], event: event, uncertainty: uncertainty, seed: seed)
  }

  /// A finding with a warning where plain draws contradict it.
  static func compared(
    _ finding: RareTargetFinding, _ count: ProbabilityEstimate
  ) -> RareTargetFinding {
    guard case .estimated(var estimate) = finding else { return finding }
    let hits = estimate.event == .met ? count.hits : count.draws - count.hits
    if estimate.contradicts(hits: hits, draws: count.draws) {
      estimate.warnings.append(.disagreesWithCount(hits: hits, draws: count.draws))
    }
    return .estimated(estimate)
  }
}

extension Target {
  /// Whether some value in a range meets the target.
  func canBeMet(in range: ClosedRange<Double>) -> Bool {
    let nearest = min(max(threshold, range.lowerBound), range.upperBound)
    return switch comparison {
    case .atLeast: shortfall(of: range.upperBound) <= 0
    case .atMost: shortfall(of: range.lowerBound) <= 0
    case .within: shortfall(of: nearest) <= 0
    }
  }

  /// Whether some value in a range misses it.
  func canBeMissed(in range: ClosedRange<Double>) -> Bool {
    shortfall(of: range.lowerBound) > 0 || shortfall(of: range.upperBound) > 0
  }
}

extension QuantitySummary {
  /// Whether the quantity is the same in every draw, up to the dust of arithmetic: then there is nothing
  /// to look for.
  fileprivate var isStill: Bool {
    maximum - minimum <= 1e-12 * max(abs(minimum), abs(maximum))
  }
}
