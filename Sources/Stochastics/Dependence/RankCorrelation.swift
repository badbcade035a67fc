/// Ranks, and correlations of them.
public enum RankCorrelation {
  /// Ranks from one up; equal values share the mean of theirs.
  public static func ranks(_ values: [Double]) -> [Double] {
    ranks(values, order: RadixOrder.ascending(values))
  }

  /// The ranks of values whose places in ascending order are known.
  static func ranks(_ values: [Double], order: [Int]) -> [Double] {
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
}
