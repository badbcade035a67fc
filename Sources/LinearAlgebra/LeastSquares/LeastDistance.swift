/// The shortest u with `lower` <= C u <= `upper`, row by row: least distance programming.
///
/// By the dual method of Goldfarb and Idnani, "A numerically stable dual method for solving strictly
/// convex quadratic programs", Math. Program. 27 (1983) 1-33, doi:10.1007/BF02591962: it starts at
/// the origin, takes up the conditions that are violated one at a time, and lets go of those that
/// no longer bind. The conditions that bind in the end are then solved for by
/// `EqualityConstrainedLeastSquares`.
///
/// Rows may be linearly dependent. One that follows from those taken up before it is left out where
/// they agree; where they do not, the error names the rows that contradict each other.
public struct LeastDistance: Sendable, Equatable {
  /// u, one entry for each column of C.
  public let solution: [Double]

  /// One for each row, so that u = Cᵀ multipliers: above zero where the lower bound holds u back,
  /// below where the upper one does, and zero where neither does.
  ///
  /// Half the squared length of u grows by the multiplier for each unit that the bound is raised.
  public let multipliers: [Double]

  /// The linearly independent rows that bind: all equalities that no others imply, and the
  /// inequalities that u lies on.
  public let active: [Int]

  /// The squared length of u.
  public var squaredDistance: Double { solution.reduce(0) { $0 + $1 * $1 } }

  /// Solves the problem.
  ///
  /// - Parameters:
  ///   - matrix: C, m x n.
  ///   - lower: m bounds; minus infinity where there is none.
  ///   - upper: m bounds, none below its lower one; equal to it for an equality, infinity where
  ///     there is none.
  /// - Throws: `LeastDistanceError.incompatible` with rows that no u meets together, none of which
  ///   could be spared; `.algebra` for matrices that are not finite or do not fit.
  /// - Complexity: O(m n min(m, n)^2) in the usual case that few rows are let go of again.
  /// - Precondition: no lower bound is above its upper bound, and none is NaN.
  public init(
    _ matrix: Matrix, lower: [Double], upper: [Double]
  ) throws(LeastDistanceError) {
    do {
      try requireCount(lower.count, matrix.rows, of: "lower bounds")
      try requireCount(upper.count, matrix.rows, of: "upper bounds")
      try requireFinite(matrix)
    } catch {
      throw .algebra(error)
    }
    precondition(zip(lower, upper).allSatisfy { $0 <= $1 }, "a bound is above the other")
    var method = DualMethod(matrix, lower: lower, upper: upper)
    try method.run()
    do {
      (solution, multipliers) = try method.polished()
    } catch {
      throw .algebra(error)
    }
    active = method.active.map(\.row)
  }
}

/// Why a least distance problem has no answer.
public enum LeastDistanceError: Error, Equatable, Sendable {
  /// No vector meets the conditions of these rows together; any of them left out, there is one.
  case incompatible(rows: [Int])
  /// A factorization failed, or the parts of the problem do not fit together.
  case algebra(LinearAlgebraError)
}

/// The state of the dual method: rows of length one, and the conditions taken up so far.
private struct DualMethod {
  /// A condition `sign x row . u >= bound` that binds.
  struct Condition {
    let row: Int
    let sign: Double
    let bound: Double
    let isEquality: Bool
    /// Not negative for an inequality.
    var multiplier: Double
  }

  /// The part of a row that the rows before it leave, below which it counts as dependent: above the
  /// rounding of the gradients that callers compute, below what makes a difference to them.
  private static let dependence = 1e-10
  /// A violation, relative to the length of u, that is the dust of arithmetic.
  private static let dust = 1e-12

  private let rows: [[Double]]
  private let norms: [Double]
  private let lower: [Double]
  private let upper: [Double]
  private let unknowns: Int
  private var point: [Double]
  private(set) var active: [Condition] = []

  init(_ matrix: Matrix, lower: [Double], upper: [Double]) {
    let norms = (0..<matrix.rows).map { row in
      let entries = matrix.row(row)
      let scale = powerOfTwo(below: entries.reduce(0) { max($0, $1.magnitude) })
      return scale * entries.reduce(0) { $0 + ($1 / scale) * ($1 / scale) }.squareRoot()
    }
    rows = (0..<matrix.rows).map { i in
      matrix.row(i).map { norms[i] > 0 ? $0 / norms[i] : 0 }
    }
    self.lower = zip(lower, norms).map { $1 > 0 ? $0 / $1 : $0 }
    self.upper = zip(upper, norms).map { $1 > 0 ? $0 / $1 : $0 }
    self.norms = norms
    unknowns = matrix.columns
    point = [Double](repeating: 0, count: matrix.columns)
  }

  mutating func run() throws(LeastDistanceError) {
    for row in rows.indices where norms[row] == 0 {
      guard lower[row] <= 0, upper[row] >= 0 else { throw .incompatible(rows: [row]) }
    }
    for row in rows.indices where lower[row] == upper[row] && norms[row] > 0 {
      // Taken up even where the point meets it, so that it counts among the independent ones.
      let value = dot(rows[row], point)
      try take(row, sign: value > lower[row] ? -1 : 1, isEquality: true)
    }
    // Each condition taken up moves the point further out, so that no set of them comes back.
    for _ in 0..<(100 * (rows.count + 1)) {
      guard let (row, sign) = mostViolated() else { return }
      try take(row, sign: sign, isEquality: false)
    }
    throw .algebra(.noConvergence)
  }

  private var tolerance: Double { Self.dust * (1 + dot(point, point).squareRoot()) }

  private func bound(_ row: Int, _ sign: Double) -> Double {
    sign > 0 ? lower[row] : -upper[row]
  }

  private func mostViolated() -> (row: Int, sign: Double)? {
    var worst: (row: Int, sign: Double)?
    var most = tolerance
    for row in rows.indices where lower[row] < upper[row] && norms[row] > 0 {
      guard !active.contains(where: { $0.row == row }) else { continue }
      let value = dot(rows[row], point)
      for (sign, violation) in [(1.0, lower[row] - value), (-1, value - upper[row])]
      where violation > most {
        worst = (row, sign)
        most = violation
      }
    }
    return worst
  }

  /// Moves to the shortest vector that meets one condition more, letting go of others on the way.
  private mutating func take(
    _ row: Int, sign: Double, isEquality: Bool
  ) throws(LeastDistanceError) {
    let normal = rows[row].map { sign * $0 }
    let bound = bound(row, sign)
    var multiplier = 0.0
    while true {
      let (weights, direction) = try split(normal)
      let slope = dot(direction, direction)
      let isDependent = slope.squareRoot() <= Self.dependence
      let gap = bound - dot(normal, point)
      if isDependent, isEquality, gap <= tolerance { return }
      let blocking = active.indices.filter { !active[$0].isEquality && weights[$0] > 1e-12 }
        .min { active[$0].multiplier / weights[$0] < active[$1].multiplier / weights[$1] }
      let limit = blocking.map { active[$0].multiplier / weights[$0] } ?? .infinity
      let full = isDependent ? .infinity : max(gap, 0) / slope
      let step = min(limit, full)
      guard step.isFinite else {
        let rest = active.indices.filter { weights[$0].magnitude > Self.dependence }
        throw .incompatible(rows: ([row] + rest.map { active[$0].row }).sorted())
      }
      for i in active.indices { active[i].multiplier -= step * weights[i] }
      multiplier += step
      if !isDependent {
        for j in point.indices { point[j] += step * direction[j] }
      }
      if full <= limit {
        active.append(
          Condition(
            row: row, sign: sign, bound: bound, isEquality: isEquality, multiplier: multiplier))
        return
      }
      if let blocking { active.remove(at: blocking) }
    }
  }

  /// The weights of the active rows in a row, and what is left of it beside them.
  private func split(
    _ normal: [Double]
  ) throws(LeastDistanceError) -> (weights: [Double], rest: [Double]) {
    guard !active.isEmpty else { return ([], normal) }
    do {
      let fit = try Self.fit(activeColumns(), normal)
      return (fit.solution, fit.residuals)
    } catch {
      throw .algebra(error)
    }
  }

  /// Rows each of which is independent of those before it may still be dependent to the last bits when
  /// they are many; then their weights are the shortest.
  private static func fit(
    _ columns: Matrix, _ right: [Double]
  ) throws(LinearAlgebraError) -> LeastSquares {
    do {
      return try LeastSquares.fullRank(columns, right)
    } catch {
      switch error {
      case .rankDeficient, .underdetermined: return try LeastSquares.minimumNorm(columns, right)
      default: throw error
      }
    }
  }

  /// The active conditions, one a column.
  private func activeColumns() -> Matrix {
    var columns = Matrix(rows: unknowns, columns: active.count)
    for (j, condition) in active.enumerated() {
      for i in 0..<unknowns { columns[i, j] = condition.sign * rows[condition.row][i] }
    }
    return columns
  }

  /// The shortest vector on the active conditions, and the multipliers of all rows.
  func polished() throws(LinearAlgebraError) -> ([Double], [Double]) {
    var multipliers = [Double](repeating: 0, count: rows.count)
    guard !active.isEmpty else { return (point, multipliers) }
    let columns = activeColumns()
    let solution: [Double]
    do {
      solution = try EqualityConstrainedLeastSquares(
        .identity(unknowns), [Double](repeating: 0, count: unknowns),
        subjectTo: columns.transposed, equal: active.map(\.bound)
      ).solution
    } catch {
      guard case .dependentConstraints = error else { throw error }
      solution = point
    }
    let weights = try Self.fit(columns, solution).solution
    for (condition, weight) in zip(active, weights) {
      multipliers[condition.row] = condition.sign * weight / norms[condition.row]
    }
    return (solution, multipliers)
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
