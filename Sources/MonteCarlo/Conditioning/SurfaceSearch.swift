/// The search for the point nearest to the origin at which all constraints hold: the step of Hasofer and Lind
/// for several at once, `z' = J' (J J')^-1 (J z - r)`, as much of it as lowers `|z|^2/2 + c |r|`.
///
/// In the dimensions that are a staircase the point stays at zero, the median.
struct SurfaceSearch {
  struct Result {
    var point: [Double]
    /// Orthonormal rows that span the gradients.
    var directions: [[Double]]
    /// The inverse of the gradients along the directions, by rows.
    var inverse: [Double]
    /// The constraint that holds least, where some does not.
    var unsolved: Int?
  }

  static let mostSteps = 60
  static let halvings = 12
  /// Half of the distance of central differences, in standard deviations.
  static let difference = 1e-4
  /// A residual, in about standard deviations, from which draws find onto the surface by themselves.
  static let near = 1e-3

  private let block: ConstraintBlock
  private var constraints: Constraints { block.constraints }

  init(_ block: ConstraintBlock) { self.block = block }

  /// The gradient of each constraint, by central differences; zero in the dimensions that are a staircase.
  func slopes(at point: [Double]) -> [[Double]] {
    let free = point.indices.filter { !constraints.isStaircase[$0] }
    let values = block.evaluate(
      free.flatMap { k in
        [Self.difference, -Self.difference].map { change in
          var moved = point
          moved[k] += change
          return moved
        }
      })
    var slopes = [[Double]](
      repeating: [Double](repeating: 0, count: point.count), count: constraints.count)
    for (place, k) in free.enumerated() {
      for j in slopes.indices {
        slopes[j][k] = (values[2 * place][j] - values[2 * place + 1][j]) / (2 * Self.difference)
      }
    }
    return slopes
  }

  func nearest() -> Result {
    var point = [Double](repeating: 0, count: constraints.dimension)
    var residual = block.evaluate([point])[0]
    for _ in 0..<Self.mostSteps {
      guard let frame = Frame(slopes(at: point)) else { break }
      let target = frame.point(values: frame.values(of: point).minus(residual))
      let step = target.minus(point)
      if step.norm <= 1e-9 * max(point.norm, 1), residual.norm <= 1e-12 { break }
      // Any weight above that of the multipliers makes the step one of descent.
      let weight = 2 * max(target.norm, 1) / frame.leastSlope
      func merit(_ point: [Double], _ residual: [Double]) -> Double {
        0.5 * point.dot(point) + weight * residual.norm
      }
      let trials = (0..<Self.halvings).map { halving in
        let part = Double(sign: .plus, exponent: -halving, significand: 1)
        return zip(point, step).map { $0 + part * $1 }
      }
      let residuals = block.evaluate(trials)
      let merits = zip(trials, residuals).map { merit($0, $1) }
      guard
        let best = merits.indices.filter({ merits[$0].isFinite }).min(by: {
          merits[$0] < merits[$1]
        }), merits[best] < merit(point, residual)
      else { break }
      (point, residual) = (trials[best], residuals[best])
    }
    let frame = Frame(slopes(at: point))
    let worst = residual.indices.max { abs(residual[$0]) < abs(residual[$1]) }
    let holds = residual.norm <= Self.near
    return Result(
      point: point, directions: frame?.directions ?? [], inverse: frame?.inverse ?? [],
      unsolved: holds && frame != nil ? nil : worst)
  }
}

/// Gradients as a lower triangle times orthonormal rows, `J = L Q`.
private struct Frame {
  var directions: [[Double]] = []
  /// L, by rows.
  private var lower: [[Double]] = []

  /// - Returns: nil where the gradients do not span as many dimensions as there are of them.
  init?(_ slopes: [[Double]]) {
    for slope in slopes {
      let rest = slope.without(directions)
      let size = rest.norm
      guard size.isFinite, size > 1e-9 * slope.norm, size > 0 else { return nil }
      lower.append(directions.map { slope.dot($0) } + [size])
      directions.append(rest.map { $0 / size })
    }
  }

  var leastSlope: Double { lower.compactMap(\.last).min() ?? 1 }

  /// J z.
  func values(of point: [Double]) -> [Double] {
    let along = directions.map { $0.dot(point) }
    return lower.map { row in zip(row, along).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// The shortest z with `J z = b`.
  func point(values: [Double]) -> [Double] {
    let along = solve(values)
    var point = [Double](repeating: 0, count: directions[0].count)
    for (factor, direction) in zip(along, directions) {
      for i in point.indices { point[i] += factor * direction[i] }
    }
    return point
  }

  /// The inverse of L, by rows.
  var inverse: [Double] {
    let count = lower.count
    var result = [Double](repeating: 0, count: count * count)
    for j in 0..<count {
      let column = solve((0..<count).map { $0 == j ? 1 : 0 })
      for i in 0..<count { result[i * count + j] = column[i] }
    }
    return result
  }

  private func solve(_ values: [Double]) -> [Double] {
    var result: [Double] = []
    for (i, row) in lower.enumerated() {
      var sum = values[i]
      for j in 0..<i { sum -= row[j] * result[j] }
      result.append(sum / row[i])
    }
    return result
  }
}

extension [Double] {
  fileprivate func minus(_ other: [Double]) -> [Double] { zip(self, other).map { $0 - $1 } }
}
