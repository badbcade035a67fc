import GrowthModel
import Stochastics

/// A scenario made ready to be asked which of its inputs matter.
///
/// What it finds about a target is a function of (scenario, target, seed, number of draws): neither threads
/// nor what else is asked, nor variables that the target does not depend on, change a bit of it.
public struct SensitivityAnalysis: Sendable {
  private let measure: SensitivityMeasure
  private let targets: [TargetAnalysis]

  /// Compiles what some targets need.
  ///
  /// - Parameters:
  ///   - scenario: what is asked about.
  ///   - targets: ids of targets of the scenario.
  ///   - measure: of what the causes are sought.
  ///   - groups: inputs that are looked at as one; no variable is in two.
  /// - Throws: `SimulationError` when the scenario's parts do not fit together, or it has no such target.
  public init(
    _ scenario: Scenario, targets: [String], measure: SensitivityMeasure = .quantity,
    groups: [InputGroup] = []
  ) throws(SimulationError) {
    let graph = try Self.graph(scenario)
    let uncertainty = scenario.uncertainty
    let catalogue = InputCatalogue(scenario.economy, graph)
    let names = uncertainty.variables.map(\.name)
    let titles = Dictionary(
      names.map { ($0, catalogue.title(of: $0)) }, uniquingKeysWith: { first, _ in first })
    var analyses: [TargetAnalysis] = []
    for id in targets {
      guard let target = scenario.targets.first(where: { $0.id == id }) else {
        throw .unknownTarget(id)
      }
      let plan = try Plan(
        graph: graph, variables: names, targets: [target],
        recording: Recording(.named)
      ) { uncertainty.marginal(of: $0)?.support ?? -.infinity ... .infinity }
      analyses.append(
        try TargetAnalysis(plan, uncertainty, measure: measure, groups: groups) {
          titles[$0] ?? $0
        })
    }
    self.init(analyses, measure: measure)
  }

  init(_ targets: [TargetAnalysis], measure: SensitivityMeasure) {
    self.targets = targets
    self.measure = measure
  }

  private static func graph(_ scenario: Scenario) throws(SimulationError) -> QuantityGraph {
    do throws(EconomyError) {
      return try scenario.quantityGraph()
    } catch {
      throw .economy(error)
    }
  }

  /// The uncertain inputs of a scenario put together, in the order of their first variables.
  ///
  /// - Parameters:
  ///   - scenario: whose inputs.
  ///   - grouping: how; no groups for single inputs.
  /// - Throws: `SimulationError` when the economy cannot be evaluated.
  public static func groups(
    of scenario: Scenario, by grouping: InputGrouping
  ) throws(SimulationError) -> [InputGroup] {
    guard grouping != .input else { return [] }
    let catalogue = InputCatalogue(scenario.economy, try graph(scenario))
    var order: [String] = []
    var members: [String: [String]] = [:]
    for variable in scenario.uncertainty.variables {
      let group = catalogue.group(of: variable.name, by: grouping)
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(variable.name)
    }
    return order.map { InputGroup(name: $0, variables: members[$0] ?? []) }
  }

  /// Draws of all stages together, of which progress is told.
  ///
  /// - Parameters:
  ///   - draws: as they are asked for.
  ///   - sampling: how the draws are spread.
  public func work(draws: Int, sampling: Sampling) -> Int {
    ReplicateLayout.draws(draws, sampling: sampling) * targets.reduce(0) { $0 + $1.stages }
  }

  /// Finds what the targets hang on.
  ///
  /// - Parameters:
  ///   - draws: pairs of independent draws of all inputs, from 1 to `Simulation.maximumDraws`, rounded up to
  ///     whole replicates. For each of them the model is evaluated twice and once more for each part (Sobol
  ///     indices), once and twice more for each input (tornado), and, where inputs hang together, once and
  ///     once more for each input (Shapley effects).
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - sampling: how the draws are spread.
  ///   - threads: tasks that evaluate replicates side by side, at least one.
  ///   - progress: called now and then, from any thread, with the number of draws done of
  ///     `work(draws:sampling:)`.
  /// - Throws: `SimulationError`, or `CancellationError` when the task was cancelled.
  public func run(
    draws: Int, seed: UInt64, sampling: Sampling = .pseudoRandom, threads: Int = 1,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> SensitivityFindings {
    guard 1...Simulation.maximumDraws ~= draws else {
      throw SimulationError.drawsOutOfRange(draws)
    }
    let replicates = ReplicateLayout(draws: draws, sampling: sampling)
    let work = WorkCounter(progress)
    var found: [TargetSensitivity] = []
    for target in targets {
      found.append(
        try await target.run(
          replicates, seed: seed, sampling: sampling, threads: threads, work: work))
    }
    return SensitivityFindings(
      seed: seed, draws: replicates.draws, sampling: sampling, measure: measure,
      replicates: replicates.count, targets: found)
  }
}
