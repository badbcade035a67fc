/// The first-order reliability method: the search for the point of an event that is nearest to the origin
/// of the scores.
///
/// The step of Hasofer and Lind (1974) and Rackwitz and Fiessler (1978) goes to the nearest point of the
/// tangent plane, `z' = (grad . z - g) grad / |grad|^2`. How much of it is taken is decided by the merit
/// function `|z|^2/2 + c |g|` with c above |z| / |grad|, which makes it a descent method: Y. Zhang and
/// A. Der Kiureghian, "Two improved algorithms for reliability analysis", in Reliability and Optimization
/// of Structural Systems (1995) 297-304, doi:10.1007/978-0-387-34866-7_32.
///
/// Scores of variables that are a staircase stay where the search begins: the point is the nearest one
/// given the values of these.
struct DesignPointSearch {
  /// Where a search ended.
  struct Result {
    var point: [Double]
    var outcome: DesignPoint.Outcome
    var iterations: Int
    var evaluations: Int
    /// Whether the event lies beyond the point, seen from the origin.
    var facesOrigin: Bool

    var beta: Double { point.norm }
  }

  static let mostSteps = 40
  /// Half of the distance of central differences, in standard deviations: their error is about a
  /// millionth of the third derivative.
  static let difference = 1e-3
  /// How near the border, and the point that a step leads to, the search ends: in standard deviations.
  static let tolerance = 1e-4
  /// Halvings of the step that are looked at.
  static let halvings = 10

  let limit: LimitState
  /// Evaluations of the model, of whatever purpose, at which no further step begins.
  var mostEvaluations = Int.max

  /// Searches from a point.
  ///
  /// - Complexity: each step takes two evaluations a dimension, and `halvings`.
  func search(from start: [Double]) throws -> Result {
    let before = limit.evaluations
    var result = Result(
      point: start, outcome: .outOfSteps, iterations: 0, evaluations: 0, facesOrigin: false)
    var distance = limit.evaluate([start])[0]
    while result.iterations < Self.mostSteps {
      try Task.checkCancellation()
      guard distance.isFinite else {
        result.outcome = .notFinite
        break
      }
      let cost = 2 * start.count + Self.halvings
      guard limit.evaluations <= mostEvaluations - cost else { break }
      let gradient = gradient(at: result.point)
      let square = gradient.dot(gradient)
      guard square > 0, square.isFinite else {
        result.outcome = square.isFinite ? .flat : .notFinite
        break
      }
      let along = gradient.dot(result.point)
      result.facesOrigin = along <= 0
      let factor = (along - distance) / square
      let next = zip(zip(gradient, result.point), limit.isStaircase).map { pair, stays in
        stays ? pair.1 : factor * pair.0
      }
      let step = zip(next, result.point).map { $0 - $1 }
      let length = step.norm
      let size = max(result.beta, 1)
      if abs(distance) <= Self.tolerance * square.squareRoot() * size,
        length <= Self.tolerance * size
      {
        result.outcome = .converged
        break
      }
      result.iterations += 1
      guard
        let taken = lineSearch(
          from: result.point, distance, along: step, gradient: gradient, towards: next)
      else {
        result.outcome = .noDescent
        break
      }
      (result.point, distance) = taken
    }
    result.evaluations = limit.evaluations - before
    return result
  }

  /// Of the halved steps that lower the merit by their share of the slope (Armijo's rule), the one that
  /// lowers it most: where the border bends back with the radius beta, whole steps go to and fro.
  private func lineSearch(
    from point: [Double], _ distance: Double, along step: [Double], gradient: [Double],
    towards next: [Double]
  ) -> (point: [Double], distance: Double)? {
    let norm = gradient.norm
    // Twice the bounds of the paper: the second keeps the whole step when the border is flat.
    var weight = 2 * point.norm / norm
    if abs(distance) > 0 { weight = max(weight, next.dot(next) / abs(distance)) }
    func merit(_ point: [Double], _ distance: Double) -> Double {
      0.5 * point.dot(point) + weight * abs(distance)
    }
    let slope = point.dot(step) + weight * (distance < 0 ? -1 : 1) * gradient.dot(step)
    let trials = (0..<Self.halvings).map { halving in
      let part = Double(sign: .plus, exponent: -halving, significand: 1)
      return zip(point, step).map { $0 + part * $1 }
    }
    let distances = limit.evaluate(trials)
    let start = merit(point, distance)
    let merits = zip(trials, distances).map { merit($0, $1) }
    let allowed = merits.indices.filter { halving in
      let part = Double(sign: .plus, exponent: -halving, significand: 1)
      return merits[halving] <= start + 1e-4 * part * min(slope, 0)
    }
    return allowed.min { merits[$0] < merits[$1] }.map { (trials[$0], distances[$0]) }
  }

  /// Central differences, zero in the dimensions that are a staircase.
  private func gradient(at point: [Double]) -> [Double] {
    let free = limit.isStaircase.indices.filter { !limit.isStaircase[$0] }
    let points = free.flatMap { k in
      [Self.difference, -Self.difference].map { change in
        var moved = point
        moved[k] += change
        return moved
      }
    }
    let distances = limit.evaluate(points)
    var gradient = [Double](repeating: 0, count: point.count)
    for (place, k) in free.enumerated() {
      gradient[k] = (distances[2 * place] - distances[2 * place + 1]) / (2 * Self.difference)
    }
    return gradient
  }
}
