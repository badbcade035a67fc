/// The ranks of a sample, prepared so that each further rank correlation with it takes one pass.
public struct RankedSample: Sendable {
  /// The places of the values in ascending order.
  private let order: [Int]
  /// The ends in `order` of the runs of equal values.
  private let ends: [Int]
  /// The ranks as shares less one half.
  private let shares: [Double]
  private let variance: Double
  /// For each value its squared share and twice what it lifts others by: its influence on the variance.
  private let influence: [Double]

  /// Ranks a sample.
  ///
  /// - Complexity: O(n).
  public init(_ values: [Double]) {
    let count = Double(values.count)
    let order = RadixOrder.ascending(values)
    self.order = order
    ends =
      order.indices.dropFirst().filter { values[order[$0]] != values[order[$0 - 1]] }
      + [order.count]
    let shares = RankCorrelation.ranks(values, order: order).map { ($0 - 0.5) / count - 0.5 }
    self.shares = shares
    variance = shares.reduce(0) { $0 + $1 * $1 } / count
    let lifts = Self.sumsAbove(shares, order: order, ends: ends)
    influence = zip(shares, lifts).map { $0 * $0 + 2 * $1 }
  }

  /// Spearman's rho of independent pairs, and its standard error; nil where a sample never changes.
  ///
  /// With R and S the ranks as shares less one half, rho = E[R S] / sqrt(E[R^2] E[S^2]). A pair at (R, S)
  /// adds its own product and lifts the rank of all above it, so that its influence on the moments is
  ///
  ///     R S + E[S'; X' > X] + E[R'; Y' > Y],   R^2 + 2 E[R'; X' > X],   S^2 + 2 E[S'; Y' > Y]
  ///
  /// up to constants, with half of what ties. The standard error is that of the mean of the influences
  /// on rho: W. Hoeffding, "A class of statistics with asymptotically normal distribution", Ann. Math.
  /// Statist. 19 (1948) 293-325, doi:10.1214/aoms/1177730196.
  ///
  /// - Parameter other: values of the other variable in the same draws.
  /// - Complexity: O(n).
  public func spearman(
    with other: RankedSample
  ) -> (value: Double, standardError: Double)? {
    let scale = (variance * other.variance).squareRoot()
    guard scale > 0 else { return nil }
    let n = Double(order.count)
    let above = Self.sumsAbove(other.shares, order: order, ends: ends)
    let otherAbove = Self.sumsAbove(shares, order: other.order, ends: other.ends)
    var product = 0.0
    for i in shares.indices { product += shares[i] * other.shares[i] }
    let value = max(-1, min(1, product / n / scale))
    var (sum, squares) = (0.0, 0.0)
    for i in shares.indices {
      let effect = (shares[i] * other.shares[i] + above[i] + otherAbove[i]) / scale
      let own = influence[i] / variance + other.influence[i] / other.variance
      let total = effect - 0.5 * value * own
      sum += total
      squares += total * total
    }
    let spread = max(0, squares / n - (sum / n) * (sum / n))
    return (value, (spread / n).squareRoot())
  }

  /// For each value, the sum of weights of larger values, and half of that of equal ones, over n.
  private static func sumsAbove(_ weights: [Double], order: [Int], ends: [Int]) -> [Double] {
    let count = Double(order.count)
    var result = [Double](repeating: 0, count: order.count)
    var rest = weights.reduce(0, +)
    var start = 0
    for end in ends {
      var equal = 0.0
      for place in start..<end { equal += weights[order[place]] }
      let sum = (rest - 0.5 * equal) / count
      for place in start..<end { result[order[place]] = sum }
      rest -= equal
      start = end
    }
    return result
  }
}
