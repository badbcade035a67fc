/// A quadratic function of several numbers in a box, through its values at the centre, at the middles of the
/// faces and at corners of two coordinates.
struct QuadraticSurface: Sendable {
  let centre: [Double]
  /// Half of the box's width in each coordinate.
  let half: [Double]
  private let value: Double
  private let gradient: [Double]
  private let curvature: [[Double]]

  /// The points whose values the surface is made from: the centre, two for each coordinate, one for each pair.
  ///
  /// - Parameters:
  ///   - centre: of the box.
  ///   - half: of its width in each coordinate.
  static func points(centre: [Double], half: [Double]) -> [[Double]] {
    var points = [centre]
    func moved(_ places: [Int], _ sign: Double) -> [Double] {
      var point = centre
      for place in places { point[place] += sign * half[place] }
      return point
    }
    for k in centre.indices { points += [moved([k], -1), moved([k], 1)] }
    for k in centre.indices {
      for l in centre.indices where l > k { points.append(moved([k, l], 1)) }
    }
    return points
  }

  /// - Parameters:
  ///   - centre: of the box.
  ///   - half: of its width in each coordinate.
  ///   - values: at `points(centre:half:)`, in their order.
  init(centre: [Double], half: [Double], values: [Double]) {
    self.centre = centre
    self.half = half
    let count = centre.count
    value = values[0]
    var gradient = [Double](repeating: 0, count: count)
    var curvature = [[Double]](
      repeating: [Double](repeating: 0, count: count), count: count)
    func up(_ k: Int) -> Double { values[2 + 2 * k] }
    for k in 0..<count where half[k] > 0 {
      let down = values[1 + 2 * k]
      gradient[k] = (up(k) - down) / (2 * half[k])
      curvature[k][k] = (up(k) - 2 * values[0] + down) / (half[k] * half[k])
    }
    var pair = 1 + 2 * count
    for k in 0..<count {
      for l in 0..<count where l > k {
        if half[k] > 0, half[l] > 0 {
          curvature[k][l] =
            (values[pair] - up(k) - up(l) + values[0]) / (half[k] * half[l])
          curvature[l][k] = curvature[k][l]
        }
        pair += 1
      }
    }
    self.gradient = gradient
    self.curvature = curvature
  }

  func value(at point: [Double]) -> Double {
    var sum = value
    for k in point.indices {
      let offset = point[k] - centre[k]
      sum += gradient[k] * offset
      for l in point.indices { sum += 0.5 * curvature[k][l] * offset * (point[l] - centre[l]) }
    }
    return sum
  }

  func gradient(at point: [Double]) -> [Double] {
    point.indices.map { k in
      point.indices.reduce(gradient[k]) { $0 + curvature[k][$1] * (point[$1] - centre[$1]) }
    }
  }

  /// The cheapest point of the box at which the surface is at least so high.
  ///
  /// By sequential linear programming: about a point that is high enough the surface is taken for a plane, the
  /// cheapest point of a smaller box above it is a fractional knapsack, and what the curvature takes from it is
  /// made good on the way to the upper corner. A step that saves nothing halves the smaller box: R. Fletcher
  /// and E. Sainz de la Maza, "Nonlinear programming and nonsmooth optimization by successive linear
  /// programming", Mathematical Programming 43 (1989) 235-256, doi:10.1007/BF01582292.
  ///
  /// - Parameters:
  ///   - height: that is wanted.
  ///   - weights: the cost of a unit of each coordinate, none below zero.
  /// - Returns: nil where the upper corner is not high enough.
  func cheapest(height: Double, weights: [Double]) -> [Double]? {
    let low = zip(centre, half).map { $0 - $1 }
    let high = zip(centre, half).map { $0 + $1 }
    func cost(_ point: [Double]) -> Double { zip(weights, point).reduce(0) { $0 + $1.0 * $1.1 } }
    guard value(at: high) >= height else { return nil }
    var point = high
    var radius = 1.0
    let least = 1e-12 * cost(high).magnitude
    while radius > Self.leastRadius {
      let reach = half.map { radius * $0 }
      let step = Self.knapsack(
        weights, gradient(at: point), short: height - value(at: point),
        low: point.indices.map { max(low[$0] - point[$0], -reach[$0]) },
        high: point.indices.map { min(high[$0] - point[$0], reach[$0]) })
      let next = lifted(zip(point, step).map { $0 + $1 }, towards: high, to: height)
      if cost(next) < cost(point) - least { point = next } else { radius /= 2 }
    }
    return point
  }

  private static let leastRadius = 1e-6

  /// The cheapest step along which a plane rises by so much; the highest where none does.
  private static func knapsack(
    _ weights: [Double], _ slopes: [Double], short: Double, low: [Double], high: [Double]
  ) -> [Double] {
    var step = low
    var missing = short - zip(slopes, low).reduce(0) { $0 + $1.0 * $1.1 }
    // What costs nothing comes first, then what rises most for its cost.
    let order = slopes.indices.filter { slopes[$0] > 0 }
      .sorted { weights[$0] * slopes[$1] < weights[$1] * slopes[$0] }
    for k in order where missing > 0 {
      let part = min(high[k] - low[k], missing / slopes[k])
      step[k] += part
      missing -= part * slopes[k]
    }
    return step
  }

  /// The first point on the way to another at which the surface is high enough.
  private func lifted(
    _ point: [Double], towards end: [Double], to height: Double
  ) -> [Double] {
    func between(_ part: Double) -> [Double] {
      zip(point, end).map { $0 + part * ($1 - $0) }
    }
    guard value(at: point) < height else { return point }
    var (a, b) = (0.0, 1.0)
    for _ in 0..<50 {
      let middle = (a + b) / 2
      if value(at: between(middle)) < height { a = middle } else { b = middle }
    }
    return between(b)
  }
}
