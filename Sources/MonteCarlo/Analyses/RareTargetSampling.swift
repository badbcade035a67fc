import GrowthModel
import Stochastics

/// Estimates the probability that a target is met, or missed, when plain draws hardly ever show it.
///
/// A search finds the nearest points of the event; draws are then taken about these and weighed by their
/// likelihood ratios (importance sampling at the design point: M. Shinozuka, "Basic analysis of structural
/// safety", J. Struct. Eng. 109 (1983) 721-740, doi:10.1061/(ASCE)0733-9445(1983)109:3(721)). Where the
/// search fails or inputs are discrete, the centres come from the cross-entropy method. The estimate is
/// the mean of draws that took no part in choosing the density, so that it is unbiased; it is a pure
/// function of (plan, event, seed, precision, evaluations).
struct RareTargetSampling {
  /// Draws that a density is tried on before it is used.
  static let trialDraws = 2 * Workspace.blockLength
  /// The relative variance of a draw above which the centres are improved: half-space events have 10 at
  /// a probability of 1e-12.
  static let tolerableVariance = 15.0
  static let mostImprovements = 3
  /// Points whose beta is at most this far above the least have draws of their own.
  static let betaRange = 1.0
  /// Points nearer to each other than this are one.
  static let apart = 1.0
  /// The effective sample size below which an estimate is suspicious.
  static let leastEffectiveDraws = 100.0

  let plan: Plan
  let goal: Plan.Goal
  let event: TargetEvent
  let uncertainty: JointDistribution
  let seed: UInt64
  /// The coefficient of variation at which to stop.
  var precision = 0.01
  /// Evaluations of the model at which to stop anyway.
  var mostEvaluations = 200_000

  func finding() throws -> RareTargetFinding {
    let limit = try LimitState(
      plan: plan, goal: goal, event: event, uncertainty: uncertainty, seed: seed)
    let searches = try nearestPoints(limit)
    let designPoints = searches.map { designPoint($0, limit) }
    var draws = AimedDraws(names: limit.names, seed: seed)
    let nearest = centres(searches, limit)
    guard
      let (density, trial) = try density(about: nearest, limit, &draws)
    else { return .unseen(event, evaluations: limit.evaluations) }
    let sum = try sample(density, after: trial, limit, &draws)
    let probability = sum.probability
    guard sum.hits > 0, probability > 0, probability.isFinite, sum.relativeVariance.isFinite else {
      return .unseen(event, evaluations: limit.evaluations)
    }
    var warnings: [RareTargetEstimate.Warning] = []
    if nearest.count > 1 { warnings.append(.severalDesignPoints(nearest.count)) }
    if sum.effectiveSampleSize < Self.leastEffectiveDraws {
      warnings.append(.fewEffectiveDraws(sum.effectiveSampleSize))
    }
    if sum.notFinite > 0 { warnings.append(.notFinite(sum.notFinite)) }
    return .estimated(
      RareTargetEstimate(
        event: event, probability: probability,
        standardError: probability * sum.coefficientOfVariation,
        effectiveSampleSize: sum.effectiveSampleSize, draws: sum.draws, hits: sum.hits,
        evaluations: limit.evaluations, designPoints: designPoints, warnings: warnings))
  }

  // MARK: Centres

  /// The different points that searches ended at, those that converged first, the nearest first; that of
  /// the origin where none converged.
  func nearestPoints(_ limit: LimitState) throws -> [DesignPointSearch.Result] {
    let search = DesignPointSearch(limit: limit, mostEvaluations: mostEvaluations / 2)
    let pilot = min(DesignPointSearch.pilotDraws, mostEvaluations / 10)
    var results: [DesignPointSearch.Result] = []
    for start in try search.starts(draws: pilot) where limit.evaluations <= mostEvaluations / 4 {
      results.append(try search.searchWithSteps(from: start))
    }
    let found = results.filter { $0.outcome == .converged && $0.facesOrigin }
      .sorted { $0.beta < $1.beta }
    guard !found.isEmpty else { return Array(results.prefix(1)) }
    var different: [DesignPointSearch.Result] = []
    for result in found
    where different.allSatisfy({ distance($0.point, result.point) > Self.apart }) {
      different.append(result)
    }
    return different
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// The converged points about as near as the nearest, with weights in proportion to Phi(-beta).
  private func centres(
    _ searches: [DesignPointSearch.Result], _ limit: LimitState
  ) -> [ImportanceDensity.Component] {
    let converged = searches.filter { $0.outcome == .converged }
    guard let least = converged.first?.beta else { return [] }
    return converged.filter { $0.beta <= least + Self.betaRange }.map { result in
      // Relative to the nearest, so that it does not vanish with both; Phi(-b) is about phi(b) / b.
      let normal = NormalDistribution.standard
      let first = normal.cumulative(-least)
      let weight =
        first > 1e-300
        ? normal.cumulative(-result.beta) / first
        : PortableMath.exp(0.5 * (least - result.beta) * (least + result.beta))
      return .init(weight: weight, at: result.point, steps: limit.steps)
    }
  }

  private func designPoint(
    _ result: DesignPointSearch.Result, _ limit: LimitState
  ) -> DesignPoint {
    DesignPoint(
      beta: result.beta, scores: result.point, names: limit.names,
      inputs: limit.inputs(at: result.point).map { .init(name: $0.name, value: $0.value) },
      iterations: result.iterations, evaluations: result.evaluations, outcome: result.outcome)
  }

  // MARK: Density

  /// A density under which the event is common and its ratios are even, with what a trial of it found; nil
  /// when no density shows the event.
  private func density(
    about centres: [ImportanceDensity.Component], _ limit: LimitState, _ draws: inout AimedDraws
  ) throws -> (ImportanceDensity, RatioSum)? {
    let improvement = CrossEntropy(limit: limit, mostEvaluations: mostEvaluations / 2)
    var density = ImportanceDensity(
      dimension: limit.dimension,
      components: centres.isEmpty ? try crossEntropyStarts(limit) : centres)
    if centres.isEmpty || limit.hasDiscreteInputs {
      try improvement.improve(&density, with: &draws)
    }
    var best: (ImportanceDensity, RatioSum)?
    for round in 0...Self.mostImprovements {
      let trial = try trial(density, limit, &draws)
      if trial.hits > 0,
        best.map({ trial.relativeVariance < $0.1.relativeVariance }) ?? true
      {
        best = (density, trial)
      }
      if trial.hits > 0, trial.relativeVariance <= Self.tolerableVariance { break }
      guard round < Self.mostImprovements, limit.evaluations < mostEvaluations / 2 else { break }
      try improvement.improve(&density, with: &draws)
    }
    return best
  }

  /// Centres to begin the cross-entropy method with: two where few dimensions let draws be told apart,
  /// else one at the origin.
  private func crossEntropyStarts(
    _ limit: LimitState
  ) throws -> [ImportanceDensity.Component] {
    let fewDimensions = 10
    guard limit.dimension <= fewDimensions else {
      return [
        .init(
          weight: 1, centre: [Double](repeating: 0, count: limit.dimension), tilts: limit.steps)
      ]
    }
    let starts = try DesignPointSearch(limit: limit).starts(
      draws: min(Workspace.blockLength, mostEvaluations / 10))
    return starts.prefix(3).map { .init(weight: 1, at: $0, steps: limit.steps) }
  }

  /// A few draws, with the largest ratio of an event for the unit.
  private func trial(
    _ density: ImportanceDensity, _ limit: LimitState, _ draws: inout AimedDraws
  ) throws -> RatioSum {
    var blocks: [AimedDraws.Block] = []
    var rest = min(Self.trialDraws, mostEvaluations / 8)
    while rest > 0 {
      try Task.checkCancellation()
      let count = min(rest, Workspace.blockLength)
      blocks.append(draws.block(of: count, from: density, in: limit))
      rest -= count
    }
    let logRatios = blocks.flatMap { block in
      (0..<block.count).lazy.filter { block.distances[$0] <= 0 }.map { block.logRatios[$0] }
    }
    var sum = RatioSum(logUnit: logRatios.max() ?? 0)
    for block in blocks { sum.add(block) }
    return sum
  }

  // MARK: Estimate

  /// Draws until the precision is reached, as many at a time as what is known of the variance asks for.
  private func sample(
    _ density: ImportanceDensity, after trial: RatioSum, _ limit: LimitState,
    _ draws: inout AimedDraws
  ) throws -> RatioSum {
    var sum = RatioSum(logUnit: trial.logUnit)
    var variance = trial.relativeVariance
    while limit.evaluations < mostEvaluations {
      // Nothing is known while the event was not seen; without variance one block is enough.
      let wanted =
        variance.isFinite
        ? (variance > 0 ? 1.05 * variance / (precision * precision) : 0) : .infinity
      let room = mostEvaluations - limit.evaluations
      let goal = min(wanted, Double(sum.draws + room))
      var rest = max(Int(goal) - sum.draws, min(Workspace.blockLength, room))
      while rest > 0 {
        try Task.checkCancellation()
        let count = min(rest, Workspace.blockLength)
        sum.add(draws.block(of: count, from: density, in: limit))
        rest -= count
      }
      variance = sum.relativeVariance
      if sum.hits > 0, sum.coefficientOfVariation <= precision { break }
    }
    return sum
  }
}
