/// The dual of the nearest correlation problem, and Newton's method on it.
///
/// With d the bound on the eigenvalues, G = A - d I and E the map from a symmetric matrix to its
/// fixed entries (its diagonal, and the pinned entries times the square root of two, which makes E
/// an isometry), the problem is: minimise ||Y - G||^2 / 2 over semidefinite Y with E(Y) = b. Its
/// solution is Y = (G + E*(y))+, the semidefinite part at the y that minimises the convex function
///
///     f(y) = ||(G + E*(y))+||^2 / 2 - b . y,     with the gradient  E((G + E*(y))+) - b
struct NearestCorrelationDual {
  let order: Int
  let pinned: [NearestCorrelation.Entry]
  private let bound: Double
  /// G, with b on its fixed entries, so that y = 0 is a good start.
  private let target: Matrix
  private let right: [Double]
  private(set) var decompositions = 0

  /// Newton's method takes 5 to 10 steps; pinned entries that leave little room take more.
  private static let mostSteps = 200
  private static let rootTwo = 2.0.squareRoot()

  /// - Parameter target: A, symmetric to the last bit, with ones on the diagonal.
  init(_ target: Matrix, pinned: [NearestCorrelation.Entry], bound: Double) {
    order = target.rows
    self.pinned = pinned
    self.bound = bound
    var shifted = target
    for i in 0..<order { shifted[i, i] = 1 - bound }
    self.target = shifted
    right =
      [Double](repeating: 1 - bound, count: order)
      + pinned.map { Self.rootTwo * target[$0.row, $0.column] }
  }

  /// A point of the dual and what the decomposition there says.
  struct Point {
    var multipliers: [Double]
    let spectrum: SymmetricEigen
    /// f at the point.
    let value: Double
    let gradient: [Double]
    let norm: Double

    /// The gradient of a solution: 1e-12 an entry of the diagonal.
    var goal: Double { max(rounding, 1e-12 * Double(spectrum.values.count).squareRoot()) }

    /// What rounding alone leaves of the gradient: n eigenvalues, each known to a few units in the
    /// last place of the largest.
    var rounding: Double {
      let largest = max(spectrum.values.last ?? 0, -(spectrum.values.first ?? 0))
      return 4 * Double(spectrum.values.count).squareRoot() * largest * 1.0.ulp
    }
  }

  /// The nearest matrix of which only the lower triangle and the diagonal are meant; its fixed
  /// entries are off by less than `NearestCorrelation.accuracy`.
  mutating func solve() throws(NearestCorrelationError) -> Matrix {
    guard order > 0 else { return target }
    var point = try evaluate([Double](repeating: 0, count: right.count))
    // Of a gradient below the accuracy one more step that halves it leaves none but rounding.
    for _ in 0..<Self.mostSteps where point.norm > point.goal {
      try requireFeasible(point)
      guard let next = try step(from: point) else { break }
      let isDone = point.norm <= NearestCorrelation.accuracy && next.norm > 0.5 * point.norm
      if next.norm < point.norm || !isDone { point = next }
      if isDone { break }
    }
    guard max(point.norm, point.rounding) <= NearestCorrelation.accuracy else {
      throw .noConvergence
    }
    var result = positivePart(point.spectrum)
    for i in 0..<order { result[i, i] += bound }
    return result
  }

  /// No value of the dual is above half the squared distance of any feasible matrix, and no
  /// correlation is more than 1 + |g| away from g.
  private func requireFeasible(_ point: Point) throws(NearestCorrelationError) {
    guard !pinned.isEmpty else { return }
    var squares = 0.0
    var farthest = 0.0
    for value in target.columnMajor {
      squares += value * value
      farthest += (1 + value.magnitude) * (1 + value.magnitude)
    }
    if 0.5 * squares - point.value > 0.5 * farthest * (1 + 1e-9) { throw .incompatible }
  }

  // MARK: Evaluation

  private mutating func evaluate(
    _ multipliers: [Double]
  ) throws(NearestCorrelationError) -> Point {
    decompositions += 1
    var matrix = target
    for i in 0..<order { matrix[i, i] += multipliers[i] }
    for (index, entry) in pinned.enumerated() {
      let change = multipliers[order + index] / Self.rootTwo
      matrix[entry.row, entry.column] += change
      matrix[entry.column, entry.row] += change
    }
    let spectrum: SymmetricEigen
    do {
      spectrum = try SymmetricEigen(matrix)
    } catch {
      throw .algebra(error)
    }
    var gradient = right.map { -$0 }
    var squares = 0.0
    spectrum.vectors.columnMajor.withUnsafeBufferPointer { vectors in
      for (k, value) in spectrum.values.enumerated() where value > 0 {
        squares += value * value
        let column = k * order
        for i in 0..<order {
          gradient[i] += value * vectors[column + i] * vectors[column + i]
        }
        for (index, entry) in pinned.enumerated() {
          gradient[order + index] +=
            Self.rootTwo * value * vectors[column + entry.row] * vectors[column + entry.column]
        }
      }
    }
    return Point(
      multipliers: multipliers, spectrum: spectrum,
      value: 0.5 * squares - dot(right, multipliers), gradient: gradient,
      norm: dot(gradient, gradient).squareRoot())
  }

  /// The sum of the positive eigenvalues times their projectors.
  private func positivePart(_ spectrum: SymmetricEigen) -> Matrix {
    let positive = spectrum.values.firstIndex { $0 > 0 } ?? order
    var half = spectrum.vectors.columns(positive..<order)
    for k in positive..<order {
      let root = spectrum.values[k].squareRoot()
      for i in 0..<order { half[i, k - positive] *= root }
    }
    return BLAS.product(half, half.transposed)
  }

  // MARK: Newton's method

  /// The next point: a Newton step, halved until f falls by a part of what the gradient promises;
  /// nil where rounding leaves no such point.
  private mutating func step(from point: Point) throws(NearestCorrelationError) -> Point? {
    let curvature = NearestCorrelationCurvature(point.spectrum, pinned: pinned)
    let direction = curvature.solve(
      point.gradient.map { -$0 }, regularization: 1e-3 * min(1, point.norm * point.norm),
      reduction: min(0.05, point.norm))
    let slope = dot(point.gradient, direction)
    guard slope < 0 else { return nil }
    // Near the solution f falls by less than its own rounding.
    let slack = 4 * Double(order) * 1.0.ulp * max(1, point.value.magnitude)
    var length = 1.0
    while length > 1e-9 {
      let next = try evaluate(zip(point.multipliers, direction).map { $0 + length * $1 })
      if next.value <= point.value + 1e-4 * length * slope + slack { return next }
      length *= 0.5
    }
    return nil
  }
}

func dot(_ left: [Double], _ right: [Double]) -> Double {
  var sum = 0.0
  for i in left.indices { sum += left[i] * right[i] }
  return sum
}
