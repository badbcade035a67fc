/// Rounds parts to a number of decimals so that they add up to their rounded total.
///
/// Every part is rounded down or up; those with the largest remainders go up (the method of Hare and
/// Hamilton). Parts whose plain rounding already adds up keep it. When the parts are not parts of
/// the total, or one is not finite, each is rounded by itself.
///
/// - Parameter total: what the parts add up to, already rounded to the decimals.
func roundedParts(_ parts: [Double], total: Double, decimals: Int) -> [Double] {
  func rounded(_ x: Double) -> Double {
    ShortestDecimal(x)?.rounded(decimals: decimals).double ?? x
  }
  guard parts.allSatisfy(\.isFinite), total.isFinite else { return parts.map(rounded) }
  // A part this close to a multiple is one: sums of a few hundred doubles are off by less.
  let dust = 1e-9
  let scaled = parts.map { $0.shifted(by: decimals) }
    .map { abs($0 - $0.rounded()) < dust ? $0.rounded() : $0 }
  let floors = scaled.map { $0.rounded(.down) }
  let missing = total.shifted(by: decimals).rounded() - floors.reduce(0, +)
  guard missing >= 0, missing <= Double(parts.count) else { return parts.map(rounded) }
  let order = parts.indices.sorted {
    let (a, b) = (scaled[$0] - floors[$0], scaled[$1] - floors[$1])
    return a == b ? $0 < $1 : a > b
  }
  var result = floors
  for i in order.prefix(Int(missing)) { result[i] += 1 }
  return result.map { $0.shifted(by: -decimals) }
}
