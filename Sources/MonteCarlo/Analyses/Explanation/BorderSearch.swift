import GrowthModel
import Stochastics

/// Looks for the point of a target's border that is nearest to the middle of what is uncertain.
///
/// With the scores z of `LimitState`, the most likely z at which the target is just met; in a model that is linear
/// in normal figures these have there the values that are expected of them given that the quantity is at the
/// threshold.
struct BorderSearch {
  /// A point, and the value of each figure of the plan there.
  struct Found {
    let point: BorderPoint
    /// Nil where no point was found.
    let values: [Double?]
  }

  /// Evaluations of the model, of which the searches may take a quarter.
  static let mostEvaluations = 1_000_000

  let plan: ExplanationPlan
  let uncertainty: JointDistribution
  let seed: UInt64

  func run() throws -> Found {
    let event = try nearerEvent()
    let limit = try limit(event)
    var sampling = RareTargetSampling(
      plan: plan.targetPlan, goal: plan.targetPlan.goals[0], event: event, uncertainty: uncertainty,
      seed: seed)
    sampling.mostEvaluations = Self.mostEvaluations
    let points = try sampling.nearestPoints(limit)
    guard let nearest = points.first else { preconditionFailure("a search ends somewhere") }
    let isFound = nearest.outcome == .converged
    let (response, values) = try evaluate(nearest.point, of: limit.names)
    let others = points.dropFirst().count {
      isFound && $0.outcome == .converged && $0.beta <= nearest.beta + RareTargetSampling.betaRange
    }
    let given = zip(plan.figures, values).compactMap { figure, value in
      figure.usual.map {
        BorderPoint.Given(
          name: figure.name, title: figure.title, unit: figure.unit, role: figure.role,
          value: value,
          isUsual: value == $0)
      }
    }
    return Found(
      point: BorderPoint(
        event: event, beta: nearest.beta, outcome: nearest.outcome, dimensions: dimensions(limit),
        others: others, response: response, given: given),
      values: values.map { isFound ? $0 : nil })
  }

  private func limit(_ event: TargetEvent) throws(SobolError) -> LimitState {
    try LimitState(
      plan: plan.targetPlan, goal: plan.targetPlan.goals[0], event: event, uncertainty: uncertainty,
      seed: seed)
  }

  /// The event that the middle of what is uncertain is not in.
  private func nearerEvent() throws(SobolError) -> TargetEvent {
    let met = try limit(.met)
    let middle = [Double](repeating: 0, count: met.dimension)
    return met.evaluate([middle])[0] <= 0 ? .missed : .met
  }

  /// Scores that the target depends on and that are no staircase.
  private func dimensions(_ limit: LimitState) -> Int {
    let idle = plan.targetPlan.usedVariables.subtracting(plan.reaching)
    return zip(limit.names, limit.isStaircase).count { name, isStaircase in
      !isStaircase && !(uncertainty.place(of: name).map(idle.contains) ?? false)
    }
  }

  /// The target's quantity and all figures where these scores have these values and all others are zero.
  private func evaluate(
    _ point: [Double], of names: [String]
  ) throws(SobolError) -> (response: Double, figures: [Double]) {
    let plan = plan.plan
    let sampler = try JointSampler(uncertainty, seed: seed, needed: plan.usedVariables)
    let scores = Dictionary(zip(names, point), uniquingKeysWith: { first, _ in first })
    let workspace = Workspace(columnCount: plan.columnCount)
    let count = max(sampler.dimensions.count, 1) * Workspace.columnStride
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { memory in
      guard let columns = memory.baseAddress else { return }
      columns.initialize(repeating: 0, count: count)
      for (k, dimension) in sampler.dimensions.enumerated() {
        columns[k * Workspace.columnStride] = scores[dimension.name] ?? 0
      }
      sampler.fill(
        columns: workspace.columns, stride: Workspace.columnStride, count: 1, from: columns)
    }
    plan.evaluateSteps(count: 1, in: workspace)
    return (
      plan.read(self.plan.goal.view, count: 1, from: workspace)[0],
      self.plan.figures.map { figure in
        plan.read(
          Plan.View(
            offset: figure.view.offset, factor: figure.view.factor,
            column: plan.recorded[figure.column]), count: 1, from: workspace)[0]
      }
    )
  }
}
