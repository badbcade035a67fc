/// Spearman's rho of a sample.
public enum RankCorrelation {
  /// Ranks from one up; equal values share the mean of theirs.
  public static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = 0.5 * Double(start + end + 1) }
      start = end
    }
    return ranks
  }

  /// The Pearson correlation of two samples of one length; nil where one of them never changes.
  public static func pearson(_ first: [Double], _ second: [Double]) -> Double? {
    let count = Double(first.count)
    let means = (first.reduce(0, +) / count, second.reduce(0, +) / count)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first, second) {
      let (dx, dy) = (x - means.0, y - means.1)
      xx += dx * dx
      xy += dx * dy
      yy += dy * dy
    }
    guard xx > 0, yy > 0 else { return nil }
    return max(-1, min(1, xy / (xx.squareRoot() * yy.squareRoot())))
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
  /// - Parameters:
  ///   - first: values of one variable.
  ///   - second: the values of the other in the same draws.
  public static func spearman(
    _ first: [Double], _ second: [Double]
  ) -> (value: Double, standardError: Double)? {
    let (ranks, others) = (ranks(first), ranks(second))
    guard let value = pearson(ranks, others) else { return nil }
    let n = Double(first.count)
    let r = ranks.map { ($0 - 0.5) / n - 0.5 }
    let s = others.map { ($0 - 0.5) / n - 0.5 }
    let varianceR = r.reduce(0) { $0 + $1 * $1 } / n
    let varianceS = s.reduce(0) { $0 + $1 * $1 } / n
    let scale = (varianceR * varianceS).squareRoot()
    let liftR = meansAbove(first, of: r)
    let liftS = meansAbove(second, of: s)
    let aboveR = meansAbove(first, of: s)
    let aboveS = meansAbove(second, of: r)
    let influences = r.indices.map { i in
      let product = r[i] * s[i] + aboveR[i] + aboveS[i]
      let squares =
        (r[i] * r[i] + 2 * liftR[i]) / varianceR + (s[i] * s[i] + 2 * liftS[i]) / varianceS
      return product / scale - 0.5 * value * squares
    }
    let mean = influences.reduce(0, +) / n
    let variance = influences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
    return (value, (variance / n).squareRoot())
  }

  /// For each value, the sum of weights of larger values, and half of that of equal ones, over n.
  private static func meansAbove(_ values: [Double], of weights: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var result = [Double](repeating: 0, count: values.count)
    var rest = weights.reduce(0, +)
    var start = 0
    while start < order.count {
      var end = start
      var equal = 0.0
      while end < order.count, values[order[end]] == values[order[start]] {
        equal += weights[order[end]]
        end += 1
      }
      for place in start..<end {
        result[order[place]] = (rest - 0.5 * equal) / Double(values.count)
      }
      rest -= equal
      start = end
    }
    return result
  }
}
