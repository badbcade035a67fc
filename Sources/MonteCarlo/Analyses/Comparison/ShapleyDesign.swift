import Stochastics

/// Which scenarios in between are worked out, and how what they come to is shared out among assumptions.
///
/// With v(S) the result when the assumptions in S are taken from the second scenario, the part of an
/// assumption is what it adds to v when it joins those before it, averaged over all orders: L. S. Shapley, "A
/// value for n-person games", Contributions to the Theory of Games 2 (1953) 307-317,
/// doi:10.1515/9781400881970-018. Parts add up to v(all) - v(none). That average is worked out over all
/// subsets, or, where there are too many, over some orders. Each of those is taken with its reverse, which is
/// the same order seen from the other scenario; so a swap of the two flips signs alone, and what pairs of
/// assumptions do together is shared out without error: J. Castro, D. Gomez and J. Tejada, "Polynomial
/// calculation of the Shapley value based on sampling", Comput. Oper. Res. 36 (2009) 1726-1730,
/// doi:10.1016/j.cor.2008.04.004; R. Mitchell, J. Cooper, E. Frank and G. Holmes, "Sampling permutations for
/// Shapley value estimation", J. Mach. Learn. Res. 23 (2022) 43.
struct ShapleyDesign: Sendable {
  /// Scenarios in between from which all subsets are too many.
  static let mostSubsets = 30
  /// Pairs of orders that are sampled otherwise: so many at first, and twice as many again until they say no less
  /// than the draws do, or there are too many.
  static let orderPairs = 2
  static let mostOrderPairs = 8

  /// Those that take none of the assumptions from the second scenario and all of them come first and last.
  private(set) var subsets: [Set<Int>] = []
  /// For each pair of orders, and each assumption, the weight of each subset; one where all subsets are there.
  private(set) var weights: [[[Double]]] = []
  /// Pairs of orders; nil where all orders are taken into account.
  let pairs: Int?
  let players: Int

  /// - Parameters:
  ///   - names: of the assumptions, which orders are keyed by.
  ///   - seed: of the random numbers.
  ///   - orderPairs: how many pairs of orders, where there are too many subsets.
  init(_ names: [String], seed: UInt64, orderPairs: Int = orderPairs) {
    players = names.count
    let isFew = players < Int.bitWidth - 1 && (1 << players) - 2 <= Self.mostSubsets
    pairs = isFew ? nil : orderPairs
    if isFew { addAll() } else { addOrders(names, seed, orderPairs) }
  }

  /// Subsets beside those of none and of all.
  var between: Int { subsets.count - 2 }

  private mutating func addAll() {
    let count = 1 << players
    subsets = (0..<count).map { mask in Set((0..<players).filter { mask >> $0 & 1 == 1 }) }
    var own = [[Double]](repeating: [Double](repeating: 0, count: count), count: players)
    for mask in 0..<count {
      let size = mask.nonzeroBitCount
      for player in 0..<players where mask >> player & 1 == 0 {
        // size! (players - size - 1)! / players!
        var weight = 1 / Double(players)
        for k in 0..<size { weight *= Double(k + 1) / Double(players - 1 - k) }
        own[player][mask | 1 << player] += weight
        own[player][mask] -= weight
      }
    }
    weights = [own]
  }

  private mutating func addOrders(_ names: [String], _ seed: UInt64, _ count: Int) {
    var orders: [[Int]] = []
    let keys = names.map { RandomStream(seed: seed, name: "order of assumptions, " + $0) }
    for pair in 0..<count {
      let numbers = keys.map { $0.bits(draw: pair) }
      let order = names.indices.sorted {
        (numbers[$0], names[$0]) < (numbers[$1], names[$1])
      }
      orders += [order, order.reversed()]
    }
    var places: [Set<Int>: Int] = [[]: 0]
    subsets = [[]]
    for order in orders {
      for length in 1..<players {
        let subset = Set(order[..<length])
        if places.updateValue(places[subset] ?? subsets.count, forKey: subset) == nil {
          subsets.append(subset)
        }
      }
    }
    places[Set(names.indices)] = subsets.count
    subsets.append(Set(names.indices))
    for pair in 0..<count {
      var own = [[Double]](
        repeating: [Double](repeating: 0, count: subsets.count), count: players)
      for order in orders[2 * pair..<2 * pair + 2] {
        var before = 0
        for (length, player) in order.enumerated() {
          let after = places[Set(order[...length])] ?? 0
          own[player][after] += 0.5
          own[player][before] -= 0.5
          before = after
        }
      }
      weights.append(own)
    }
  }
}
