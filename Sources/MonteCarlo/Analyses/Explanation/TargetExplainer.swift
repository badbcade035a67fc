import GrowthModel
import Stochastics

/// Asks what must be true for one target to be met.
struct TargetExplainer: Sendable {
  private let plan: ExplanationPlan
  private let uncertainty: JointDistribution
  /// What the quantity lies in.
  private let range: ClosedRange<Double>
  /// The scenario with the plan of this target.
  private let simulation: Simulation

  /// - Parameters:
  ///   - scenario: that has the target.
  ///   - target: which one.
  ///   - graph: of the scenario's economy.
  ///   - catalogue: of its variables.
  /// - Throws: `SimulationError` when the scenario's parts do not fit together.
  init(
    _ scenario: Scenario, target: Target, graph: QuantityGraph, catalogue: InputCatalogue
  ) throws(SimulationError) {
    uncertainty = scenario.uncertainty
    plan = try ExplanationPlan(scenario, target: target, graph: graph, catalogue: catalogue)
    var simulation = try Simulation(scenario, recording: Recording(.named))
    simulation.plan = plan.plan
    self.simulation = simulation
    let ranges = graph.ranges {
      scenario.uncertainty.marginal(of: $0)?.support ?? -.infinity ... .infinity
    }
    range = ranges[plan.goal.quantity.node.index]
  }

  /// Finds everything.
  ///
  /// - Parameters:
  ///   - draws: how many, whole units of the sampling.
  ///   - seed: of the random numbers.
  ///   - sampling: how the draws are spread.
  ///   - threads: tasks that work side by side, at least one.
  ///   - work: counts the draws that are done.
  /// - Throws: `SimulationError`, or `CancellationError`.
  func run(
    draws: Int, seed: UInt64, sampling: Sampling, threads: Int, work: WorkCounter
  ) async throws -> TargetExplanation {
    let tally = try await tally(
      draws: draws, seed: seed, sampling: sampling, threads: threads, work: work)
    let goal = plan.goal
    guard tally.isFinite else { throw SimulationError.notFinite(quantity: goal.quantity.path) }
    let verdict = verdict(tally)
    let found =
      verdict == .open
      ? try BorderSearch(plan: plan, uncertainty: uncertainty, seed: seed).run() : nil
    var quantiles = StudentQuantiles()
    let replicates = sampling.replicates.map { min($0, draws / Sampling.runLength) }
    let critical =
      if let replicates, replicates >= ProbabilityEstimate.fewestReplicates {
        quantiles.critical(degreesOfFreedom: replicates - 1)
      } else {
        NormalDistribution.standard.quantile(TailProbability(upper: 0.025))
      }
    var figures: [ExplainedFigure] = []
    var counted = 0
    var lines = StraightLines()
    for (k, figure) in plan.figures.enumerated() {
      let column = tally.column(
        figure.column, offset: figure.view.offset, factor: figure.view.factor)
      guard column.all.mean.isFinite else { throw SimulationError.notFinite(quantity: figure.name) }
      var counts: [ExplainedFigure.ValueCount]?
      if let values = figure.values {
        let (met, missed) = (tally.counts[2 * counted], tally.counts[2 * counted + 1])
        counted += 1
        counts = values.indices.map {
          .init(value: values[$0], met: met[$0], missed: missed[$0])
        }
      }
      // What never varied was all but constant.
      guard column.all.standardDeviation > 0 else { continue }
      let contrast = column.contrast(counts, critical: critical)
      figures.append(
        ExplainedFigure(
          name: figure.name, title: figure.title, unit: figure.unit, role: figure.role,
          sameAs: lines.first(figure, shift: counts == nil ? contrast?.shift : nil),
          distribution: counts.map(column.distribution.with(counts:)) ?? column.distribution,
          values: counts,
          contrast: contrast, atPoint: found?.values[k]))
    }
    figures = Self.sorted(figures)
    return TargetExplanation(
      target: goal.target, quantity: goal.quantity, estimate: tally.estimate, verdict: verdict,
      response: response(tally), figures: figures,
      point: found?.point.ordered(by: figures.map(\.name)))
  }

  /// What tells most first; of equals the order of the model.
  private static func sorted(_ figures: [ExplainedFigure]) -> [ExplainedFigure] {
    figures.enumerated().sorted { a, b in
      let (first, second) = (a.element.contrast?.distance ?? 0, b.element.contrast?.distance ?? 0)
      return first == second ? a.offset < b.offset : first > second
    }.map(\.element)
  }

  /// Whether the target can be met, and missed: by what was drawn, else by interval arithmetic.
  private func verdict(_ tally: SplitTally) -> TargetExplanation.Verdict {
    let target = plan.goal.target
    if let constant = plan.goal.view.constant {
      return target.shortfall(of: constant) <= 0 ? .certain : .impossible
    }
    if tally.met.draws == 0, !target.canBeMet(in: range) { return .impossible }
    if tally.missed.draws == 0, !target.canBeMissed(in: range) { return .certain }
    return .open
  }

  /// The quantity that the target is about.
  private func response(_ tally: SplitTally) -> SplitDistribution {
    let view = plan.goal.view
    guard let column = plan.responseColumn else {
      func still(_ draws: Int) -> FigureDistribution {
        FigureDistribution(
          draws: draws, mean: view.offset, standardError: 0, standardDeviation: 0,
          quantiles: FigureDistribution.probabilities.map { _ in view.offset })
      }
      return SplitDistribution(
        all: still(tally.draws), met: tally.met.draws > 0 ? still(tally.met.draws) : nil,
        missed: tally.missed.draws > 0 ? still(tally.missed.draws) : nil)
    }
    return tally.column(column, offset: view.offset, factor: view.factor).distribution
  }

  /// The draws, parted by the target.
  private func tally(
    draws: Int, seed: UInt64, sampling: Sampling, threads: Int, work: WorkCounter
  ) async throws -> SplitTally {
    // The draws of either side are gathered once more, and tallied by themselves.
    let records = plan.plan.recorded.count
    try MemoryBudget.check(
      columns: plan.plan.columnCount + records + 1, records: 2 * records, threads: threads)
    let sampler = try simulation.sampler(plan.plan, seed: seed, sampling: sampling)
    let scales = simulation.scales(sampler)
    var tally = SplitTally(plan, scales: scales, replicates: sampling.replicates)
    let empty = tally
    try await SharedDraws(0..<draws, threads: threads).run(progress: work.add) { blocks in
      var own = empty
      let workspace = Workspace(columnCount: plan.plan.columnCount)
      let memory = SplitTally.workspace(plan)
      while let block = try blocks.next() {
        plan.plan.evaluate(
          firstDraw: block.lowerBound, count: block.count, sampler: sampler, in: workspace)
        own.add(
          plan, firstDraw: block.lowerBound, count: block.count, from: workspace,
          gatheredIn: memory)
      }
      own.settle()
      return own
    } each: {
      // The sums are integers, so the order in which tasks finish does not show.
      tally.add($0)
    }
    return tally
  }
}
