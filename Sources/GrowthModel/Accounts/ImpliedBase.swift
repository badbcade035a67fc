/// Base-year shares at current prices implied by a plan's structure.
///
/// With planned shares s[i], growth g[i] and deflator growth p[i], the value added that leads to the
/// planned structure has base shares proportional to
///
///     s[i] / ((1 + g[i]) (1 + p[i]))
///
/// - Parameters:
///   - plannedShares: shares of the target year at current prices, fractions.
///   - growth: volume growth, fractions, one for each share, each above -1.
///   - deflator: deflator growth, fractions, one for each share, each above -1.
/// - Returns: base shares that sum to one; nil when the lengths differ or an index is not positive.
public func impliedBaseShares(
  plannedShares: [Double], growth: [Double], deflator: [Double]
) -> [Double]? {
  guard plannedShares.count == growth.count, growth.count == deflator.count else { return nil }
  var shares: [Double] = []
  for i in plannedShares.indices {
    let index = (1 + growth[i]) * (1 + deflator[i])
    guard growth[i] > -1, deflator[i] > -1, index.isFinite else { return nil }
    shares.append(plannedShares[i] / index)
  }
  let total = shares.reduce(0, +)
  guard total > 0 else { return nil }
  return shares.map { $0 / total }
}
