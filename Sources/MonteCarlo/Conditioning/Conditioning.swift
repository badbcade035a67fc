import GrowthModel
import Stochastics

/// How draws are made that agree with published figures.
///
/// The scores z of draws that do lie on a surface, `f(z) = y`. It is parted into the plane that touches it at
/// the point m nearest to the origin, and the k directions Q across it, orthonormal rows that span the
/// gradients at m. Plain scores u go to the plane, `t = m + (1 - Q' Q) u`, and from there along Q onto the
/// surface, `z = t + Q' l` with f(z) = y. As the density of u in the plane is the normal one, a point counts for
///
///     w = phi(z) / (phi(t - m) |det(df/dz Q')|)
///
/// which is the density of z on the surface given y, over that of t. Where f is linear w is the same for all
/// and this is the conditional normal distribution of the textbook, `m + (1 - Q' Q) u` being its Schur
/// complement; where f bends, draws count for more or less, and how much is lost is told by the effective sample size.
/// Variables that move in steps are left alone: whether a flood came is drawn as ever, and counts for as much
/// as the figures are likely then.
struct Conditioning: Sendable {
  let constraints: Constraints
  /// The nearest point to the origin found on the surface, given the medians of what moves in steps.
  let centre: [Double]
  /// Q: as many rows as constraints, of as many numbers as dimensions.
  let directions: [[Double]]
  /// The inverse of `df/dz Q'` at the centre, by rows, for residuals in units of their scales.
  let inverse: [Double]
  /// Actuals that follow from the others, and were found to agree with them.
  let implied: [Actual]

  /// The distance of the figures from the centre of what was believed: a sum of as many squared standard
  /// normal numbers as there are constraints, where the model is linear.
  var squaredDistance: Double { centre.reduce(0) { $0 + $1 * $1 } }

  /// - Throws: `SimulationError` where the scenario cannot come out at these figures.
  init(_ actuals: [Actual], of scenario: Scenario, seed: UInt64) throws(SimulationError) {
    var constraints = try Constraints(actuals, of: scenario, seed: seed)
    let search = SurfaceSearch(ConstraintBlock(constraints))
    let origin = search.slopes(at: [Double](repeating: 0, count: constraints.dimension))
    var free: [Actual] = []
    var implied: [Actual] = []
    var basis: [[Double]] = []
    for (k, slope) in origin.enumerated() {
      let size = slope.norm
      guard size > 0, size.isFinite else {
        throw .actualThatNothingMoves(actuals[k].quantity)
      }
      let rest = slope.without(basis)
      if rest.norm > Self.leastRest * size {
        basis.append(rest.map { $0 / rest.norm })
        free.append(actuals[k])
      } else {
        implied.append(actuals[k])
      }
    }
    if !implied.isEmpty { constraints = try Constraints(free, of: scenario, seed: seed) }
    let first = SurfaceSearch(ConstraintBlock(constraints))
    constraints.scales = first.slopes(
      at: [Double](repeating: 0, count: constraints.dimension)
    ).map(\.norm)
    let found = SurfaceSearch(ConstraintBlock(constraints)).nearest()
    if let worst = found.unsolved {
      throw .actualOutOfReach(free[worst].quantity)
    }
    self.constraints = constraints
    self.implied = implied
    centre = found.point
    directions = found.directions
    inverse = found.inverse
    try Self.check(implied, at: centre, constraints, scenario, seed)
  }

  /// The part of a gradient that others do not explain below which it is taken for none.
  private static let leastRest = 1e-6
  /// How far a figure may be from what the others imply, in its unit or as a part of it: figures are
  /// rounded, and a half-year's may differ by this much from the sum of its quarters'.
  static let rounding = 0.0005

  /// Holds what follows from the other figures against them.
  private static func check(
    _ implied: [Actual], at centre: [Double], _ constraints: Constraints, _ scenario: Scenario,
    _ seed: UInt64
  ) throws(SimulationError) {
    guard !implied.isEmpty else { return }
    let all = try Constraints(implied, of: scenario, seed: seed)
    let places = Dictionary(
      uniqueKeysWithValues: constraints.sampler.dimensions.enumerated().map { ($1, $0) })
    let point = all.sampler.dimensions.map { places[$0].map { centre[$0] } ?? 0 }
    let block = ConstraintBlock(all)
    let residuals = block.evaluate([point + all.revised.map { _ in 0 }])[0]
    for (actual, residual) in zip(implied, residuals)
    where abs(residual) > rounding * max(abs(actual.value), 1) {
      throw .contradictingActual(actual.quantity, implied: actual.value + residual)
    }
  }
}
