import GrowthModel
import Stochastics

/// What the published figures ask of a draw, as functions of the independent standard normal scores z that
/// the draw follows from: `f(z) + r e = y` for each, with e a score of its own for what revisions may add.
struct Constraints: Sendable {
  let actuals: [Actual]
  /// The model as far as the actuals need it.
  let plan: Plan
  let sampler: JointSampler
  /// One for each actual.
  let views: [Plan.View]
  /// What a residual is divided by, in the unit of its quantity; about a standard deviation.
  var scales: [Double]
  /// The residual, in the unit of the quantity, that is taken for the dust of arithmetic.
  let tolerances: [Double]
  /// Which actuals a revision is allowed for: the dimensions behind those of the sampler.
  let revised: [Int]
  /// Dimensions in which the model is a staircase.
  let isStaircase: [Bool]

  /// Scores of a point: those of the sampler and one for each revision.
  var dimension: Int { sampler.dimensions.count + revised.count }
  var count: Int { actuals.count }

  /// - Throws: `SimulationError`, among others `.unknownPath` for a quantity that the model does not have.
  init(_ actuals: [Actual], of scenario: Scenario, seed: UInt64) throws(SimulationError) {
    var bare = scenario
    bare.targets = []
    let simulation = try Simulation(
      bare, recording: Recording(.named, paths: actuals.map(\.quantity)))
    plan = simulation.plan
    sampler = try simulation.sampler(plan, seed: seed)
    let known = Dictionary(
      plan.quantities.map { ($0.quantity.path, $0.view) }, uniquingKeysWith: { first, _ in first })
    self.actuals = actuals
    views = actuals.map { known[$0.quantity] ?? .constant(.nan) }
    scales = actuals.map { _ in 1 }
    // The values are sums and quotients about as large as themselves, or quotients near one.
    tolerances = actuals.map { 1e-13 * max(abs($0.value), 1) }
    revised = actuals.indices.filter { actuals[$0].revision > 0 }
    isStaircase =
      sampler.dimensions.staircases(of: scenario.uncertainty, used: plan.usedVariables).map {
        $0 != nil
      } + revised.map { _ in false }
  }

  /// The names that the scores of revisions are drawn by.
  var revisionNames: [String] {
    revised.map { actuals[$0].quantity + "\u{1F}revision" }
  }
}

/// The memory in which one task holds points against the constraints, a block at a time.
///
/// A class only to own the memory.
final class ConstraintBlock {
  let constraints: Constraints
  /// A column of `Workspace.columnStride` scores for each dimension, to be set before `evaluate(count:)`.
  let scores: UnsafeMutablePointer<Double>
  /// The residuals of the rows that were evaluated last, in units of their scales: a column for each.
  let residuals: UnsafeMutablePointer<Double>
  private let workspace: Workspace

  init(_ constraints: Constraints) {
    self.constraints = constraints
    workspace = Workspace(columnCount: constraints.plan.columnCount)
    let length = max(constraints.dimension, 1) * Workspace.columnStride
    scores = Columns.allocate(length)
    scores.initialize(repeating: 0, count: length)
    residuals = Columns.allocate(constraints.count * Workspace.columnStride)
    residuals.initialize(repeating: 0, count: constraints.count * Workspace.columnStride)
  }

  deinit {
    scores.deallocate()
    residuals.deallocate()
  }

  func score(_ dimension: Int) -> UnsafeMutablePointer<Double> {
    scores + dimension * Workspace.columnStride
  }

  func residual(_ actual: Int) -> UnsafeMutablePointer<Double> {
    residuals + actual * Workspace.columnStride
  }

  /// Evaluates the points in the first rows of `scores`.
  func evaluate(count: Int) {
    constraints.sampler.fill(
      columns: workspace.columns, stride: Workspace.columnStride, count: count, from: scores)
    constraints.plan.evaluateSteps(count: count, in: workspace)
    for (k, view) in constraints.views.enumerated() {
      let result = residual(k)
      let value = constraints.actuals[k].value
      let inverse = 1 / constraints.scales[k]
      guard let column = view.column else {
        for row in 0..<count { result[row] = (view.offset - value) * inverse }
        continue
      }
      let source = workspace.column(column)
      for row in 0..<count {
        result[row] = (view.offset + view.factor * source[row] - value) * inverse
      }
    }
    for (place, k) in constraints.revised.enumerated() {
      let own = score(constraints.sampler.dimensions.count + place)
      let size = constraints.actuals[k].revision / constraints.scales[k]
      let result = residual(k)
      for row in 0..<count { result[row] += size * own[row] }
    }
  }

  /// The residuals at some points, each of `dimension` scores.
  func evaluate(_ points: [[Double]]) -> [[Double]] {
    var result: [[Double]] = []
    for first in stride(from: 0, to: points.count, by: Workspace.blockLength) {
      let count = min(Workspace.blockLength, points.count - first)
      for k in 0..<constraints.dimension {
        let column = score(k)
        for row in 0..<count { column[row] = points[first + row][k] }
      }
      evaluate(count: count)
      for row in 0..<count {
        result.append((0..<constraints.count).map { residual($0)[row] })
      }
    }
    return result
  }
}
