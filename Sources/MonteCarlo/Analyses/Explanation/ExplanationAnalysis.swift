import GrowthModel
import Stochastics
import Synchronization

/// A scenario made ready to be asked what must be true for targets to be met.
///
/// The draws are those of a run with the same seed. What it finds about a target is a function of (scenario,
/// target, seed, number of draws, sampling): neither threads nor what else is asked change a bit of it.
public struct ExplanationAnalysis: Sendable {
  private let scenario: Scenario
  private let targets: [TargetExplainer]

  /// Compiles what some targets need.
  ///
  /// - Parameters:
  ///   - scenario: what is asked about.
  ///   - targets: ids of targets of the scenario.
  /// - Throws: `SimulationError` when the scenario's parts do not fit together, or it has no such target.
  public init(_ scenario: Scenario, targets: [String]) throws(SimulationError) {
    let graph: QuantityGraph
    do throws(EconomyError) {
      graph = try scenario.quantityGraph()
    } catch {
      throw .economy(error)
    }
    let catalogue = InputCatalogue(scenario.economy, graph)
    var explainers: [TargetExplainer] = []
    for id in targets {
      guard let target = scenario.targets.first(where: { $0.id == id }) else {
        throw .unknownTarget(id)
      }
      explainers.append(
        try TargetExplainer(scenario, target: target, graph: graph, catalogue: catalogue))
    }
    self.scenario = scenario
    self.targets = explainers
  }

  /// Draws of all targets together, of which progress is told.
  ///
  /// - Parameters:
  ///   - draws: as they are asked for.
  ///   - sampling: how the draws are spread.
  public func work(draws: Int, sampling: Sampling) -> Int {
    Simulation.draws(draws, sampling: sampling) * targets.count
  }

  /// Finds what must be true.
  ///
  /// - Parameters:
  ///   - draws: how many, from 1 to `Simulation.maximumDraws`; `Simulation.draws(_:sampling:)` says how many are
  ///     made.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - sampling: how the draws are spread.
  ///   - threads: tasks that evaluate blocks side by side, at least one.
  ///   - progress: called now and then, from any thread, with the number of draws done of
  ///     `work(draws:sampling:)`.
  /// - Throws: `SimulationError`, or `CancellationError` when the task was cancelled.
  public func run(
    draws: Int, seed: UInt64, sampling: Sampling = .pseudoRandom, threads: Int = 1,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> ExplanationFindings {
    guard 1...Simulation.maximumDraws ~= draws else {
      throw SimulationError.drawsOutOfRange(draws)
    }
    let count = Simulation.draws(draws, sampling: sampling)
    let work = WorkCounter(progress)
    var found: [TargetExplanation] = []
    for target in targets {
      found.append(
        try await target.run(
          draws: count, seed: seed, sampling: sampling, threads: threads, work: work))
    }
    return ExplanationFindings(seed: seed, draws: count, sampling: sampling, targets: found)
  }
}
