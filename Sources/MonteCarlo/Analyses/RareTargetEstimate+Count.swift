import Stochastics

extension RareTargetEstimate {
  /// The probability of four standard errors on both sides of a normal estimate.
  private static let allBut = 6.334e-5

  /// Whether plain draws saw the event so often, or so seldom, that this estimate is all but impossible:
  /// less likely than four standard errors, for every probability within three of its own.
  ///
  /// The number of rare events among n draws is binomial; with the mean m = n p it is compared with the
  /// Poisson distribution, whose tails are a little wider.
  func contradicts(hits: Int, draws: Int) -> Bool {
    let mean = Double(draws) * probability
    let margin = PortableMath.exp(3 * coefficientOfVariation)
    return Double(hits) > mean
      ? Self.upperTail(hits, mean: min(mean * margin, Double(hits))) < Self.allBut / 2
      : 1 - Self.upperTail(hits + 1, mean: max(mean / margin, Double(hits))) < Self.allBut / 2
  }

  /// The probability that a Poisson variable is at least k.
  ///
  /// - Complexity: O(k), and O(sqrt(mean)) terms above it.
  static func upperTail(_ k: Int, mean: Double) -> Double {
    guard k > 0 else { return 1 }
    guard mean > 0 else { return 0 }
    // The term of k in logarithms, and from there either way by its ratios.
    var logTerm = -mean
    for i in 1...k { logTerm += PortableMath.log(mean / Double(i)) }
    var term = PortableMath.exp(logTerm)
    var sum = 0.0
    if Double(k) > mean {
      var i = k
      while term > 1e-17 * sum {
        sum += term
        i += 1
        term *= mean / Double(i)
      }
      return min(sum, 1)
    }
    for i in stride(from: k, to: 0, by: -1) {
      term *= Double(i) / mean
      sum += term
    }
    return max(1 - sum, 0)
  }
}
