import GrowthModel
import Stochastics

/// The event that a draw meets a target, or misses it, as a function of the independent standard normal
/// scores z that the draw follows from.
///
/// A number g(z) tells how far a draw is from the event, in the unit of the target's quantity: zero or
/// less where it happens, whatever rounding the target allows for. Points are evaluated as the rows of a
/// block, by the same plan as the draws of a run.
///
/// A class only to own the memory of a block.
final class LimitState {
  /// The uncertain variables that the dimensions belong to, or numbers that a group of them shares: what
  /// their random streams are named by.
  let names: [String]
  /// Dimensions in which the model is a staircase, since their variable alone is, or rows of a history
  /// are numbered by it: no slope says anything there.
  let isStaircase: [Bool]
  /// The values of those among them that have few, by dimension.
  let steps: [Int: StepTilt]
  /// Whether any variable that matters has values with a probability of their own.
  let hasDiscreteInputs: Bool
  /// A column of `Workspace.columnStride` scores for each dimension, to be set before `evaluate(count:)`.
  let scores: UnsafeMutablePointer<Double>
  /// g of the rows that were evaluated last.
  let distances: UnsafeMutablePointer<Double>
  /// Evaluations of the model so far.
  private(set) var evaluations = 0

  private let plan: Plan
  private let goal: Plan.Goal
  private let event: TargetEvent
  private let sampler: JointSampler
  private let workspace: Workspace

  var dimension: Int { names.count }

  /// - Parameters:
  ///   - plan: what is evaluated.
  ///   - goal: one of its targets.
  ///   - event: which of the two events the points are about.
  ///   - uncertainty: the distribution of the plan's variables.
  ///   - seed: what the plain draws of `fillPlainScores` follow from.
  /// - Throws: never, as these draws are independent.
  init(
    plan: Plan, goal: Plan.Goal, event: TargetEvent, uncertainty: JointDistribution, seed: UInt64
  ) throws(SobolError) {
    self.plan = plan
    self.goal = goal
    self.event = event
    sampler = try JointSampler(uncertainty, seed: seed, needed: plan.usedVariables)
    let dimensions = sampler.dimensions
    names = dimensions.map(\.name)
    let staircases = dimensions.staircases(of: uncertainty, used: plan.usedVariables)
    isStaircase = staircases.map { $0 != nil }
    var steps: [Int: StepTilt] = [:]
    for (k, marginal) in staircases.enumerated() {
      if let marginal { steps[k] = StepTilt(marginal) }
    }
    self.steps = steps
    hasDiscreteInputs = plan.usedVariables.contains {
      uncertainty.variables[$0].marginal.hasSteps
    }
    workspace = Workspace(columnCount: plan.columnCount)
    scores = Columns.allocate(max(dimensions.count, 1) * Workspace.columnStride)
    distances = Columns.allocate(Workspace.blockLength)
    distances.initialize(repeating: 0, count: Workspace.blockLength)
    scores.initialize(repeating: 0, count: max(dimensions.count, 1) * Workspace.columnStride)
  }

  deinit {
    scores.deallocate()
    distances.deallocate()
  }

  /// Evaluates the points in the first rows of `scores`.
  func evaluate(count: Int) {
    sampler.fill(
      columns: workspace.columns, stride: Workspace.columnStride, count: count, from: scores)
    plan.evaluateSteps(count: count, in: workspace)
    evaluations += count
    let target = goal.target
    // The least distance of a miss is the number above the largest that is still met.
    let edge = event == .met ? target.rounding : target.rounding.nextUp
    let values = plan.read(goal.view, count: count, from: workspace)
    for i in 0..<count {
      let distance = target.distance(of: values[i])
      distances[i] = event == .met ? distance - edge : edge - distance
    }
  }

  /// g at some points, each of `dimension` scores.
  func evaluate(_ points: [[Double]]) -> [Double] {
    var result: [Double] = []
    for first in stride(from: 0, to: points.count, by: Workspace.blockLength) {
      let count = min(Workspace.blockLength, points.count - first)
      for k in 0..<dimension {
        let column = scores + k * Workspace.columnStride
        for row in 0..<count { column[row] = points[first + row][k] }
      }
      evaluate(count: count)
      result += UnsafeBufferPointer(start: distances, count: count)
    }
    return result
  }

  /// Sets the scores of consecutive plain draws: those that the draws of a run under this seed stand for.
  func fillPlainScores(firstDraw: Int, count: Int) {
    sampler.fillScores(
      scores, stride: Workspace.columnStride, count: count, firstDraw: firstDraw)
  }

  /// The scores in a row of the block.
  func point(row: Int) -> [Double] {
    (0..<dimension).map { scores[$0 * Workspace.columnStride + row] }
  }

  /// The values of the variables at a point, by name.
  func inputs(at point: [Double]) -> [(name: String, value: Double)] {
    _ = evaluate([point])
    return plan.usedVariables.sorted().map { (sampler.names[$0], workspace.column($0)[0]) }
  }
}

extension [JointSampler.Dimension] {
  /// What each dimension steps through, where the model is a staircase in its score: the values of its
  /// variable alone, or the numbers of rows; nil in all others.
  ///
  /// - Parameters:
  ///   - uncertainty: the distribution that is drawn from.
  ///   - used: the places of the variables that are looked at.
  func staircases(of uncertainty: JointDistribution, used: Set<Int>) -> [(any Marginal)?] {
    let joined = Set(uncertainty.groups.flatMap(\.names))
    return map { dimension -> (any Marginal)? in
      switch dimension.role {
      case .variable(let place):
        let marginal = uncertainty.variables[place].marginal
        return used.contains(place) && marginal.hasSteps && !joined.contains(dimension.name)
          ? marginal : nil
      case .mixing: return nil
      case .row(let count): return try? EmpiricalDistribution(values: (0..<count).map(Double.init))
      }
    }
  }
}

extension Marginal {
  /// Whether the quantile function is a staircase of two steps or more.
  var hasSteps: Bool {
    support.lowerBound < support.upperBound && density(quantile(0.5)).isInfinite
  }
}
