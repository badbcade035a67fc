import Stochastics

/// The part of a difference that is due to an assumption, or to several that are one.
public struct AttributedPart: Sendable, Equatable {
  /// The part itself.
  public let value: Double
  /// Of the part.
  public let standardError: Double
  /// The ends of the 95% interval.
  public let low: Double
  /// The upper end of the 95% interval.
  public let high: Double

  /// Whether the interval leaves zero out.
  public var isDistinctFromZero: Bool { low > 0 || high < 0 }

  /// Puts together what the properties hold.
  public init(value: Double, standardError: Double, low: Double, high: Double) {
    self.value = value
    self.standardError = standardError
    self.low = low
    self.high = high
  }

  init(value: Double, standardError: Double, interval: ClosedRange<Double>) {
    self.init(
      value: value, standardError: standardError, low: interval.lowerBound,
      high: interval.upperBound)
  }

  /// The same seen from the other scenario.
  var negated: AttributedPart {
    AttributedPart(value: -value, standardError: standardError, low: -high, high: -low)
  }
}

/// Parts of a difference from the draws of the scenarios in between, corrected to add up to the difference that
/// all draws of the comparison found.
///
/// The scenarios in between are evaluated in the first of the draws. Let p[i] be the part of assumption i and d
/// the difference there, and D the difference in all draws. The corrected part is `p[i] + b[i] (D - d)`, with
/// `b[i] = Cov(p[i], d) / Var(d)` over replicates: the regression estimator of double sampling, W. G. Cochran,
/// "Sampling Techniques" (3rd ed., 1977), 12.6. As the p[i] add up to d, the b[i] add up to one and the
/// corrected parts to D; a swap of the scenarios flips the signs of p, d and D and leaves b as it is.
struct AttributionEstimate {
  /// One for each player.
  let parts: [AttributedPart]
  /// The variances of all parts together that are due to the choice of orders, and those that are due to the
  /// draws.
  let orderVariance: Double
  let drawVariance: Double

  /// The difference that all draws of the comparison found.
  struct Whole {
    let difference: Double
    let standardError: Double
    /// A half width that no interval is below: what draws that never show a change leave open.
    let leastHalfWidth: Double
  }

  /// - Parameters:
  ///   - design: the subsets and their weights.
  ///   - means: for each replicate, the mean of the result for each subset.
  ///   - whole: the difference in all draws.
  init(_ design: ShapleyDesign, means: [[Double]], whole: Whole) {
    let count = Double(means.count)
    let average = Self.averaged(design.weights)
    let shares = means.map { values in average.map { Self.product($0, values) } }
    let differences = means.map { ($0.last ?? 0) - ($0.first ?? 0) }
    let difference = differences.reduce(0, +) / count
    let spread = differences.reduce(0) { $0 + ($1 - difference) * ($1 - difference) }
    let players = average.indices.map { player -> Player in
      let own = shares.map { $0[player] }
      let mean = own.reduce(0, +) / count
      let square = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let product = zip(own, differences).reduce(0) {
        $0 + ($1.0 - mean) * ($1.1 - difference)
      }
      return Player(values: own, mean: mean, square: square, product: product)
    }
    let slopes = Self.slopes(players, spread)
    let remainder = whole.difference - difference
    let orderErrors = Self.orderErrors(design, means)
    orderVariance = orderErrors.reduce(0, +)
    var drawVariance = 0.0
    parts = players.indices.map { i in
      let player = players[i]
      let slope = slopes[i]
      let residual = zip(player.values, differences).reduce(0.0) {
        let rest = $1.0 - player.mean - slope * ($1.1 - difference)
        return $0 + rest * rest
      }
      let within = residual / (count - 2) / count
      let known = slope * slope * whole.standardError * whole.standardError
      let terms = [
        (within, count - 2), (orderErrors[i], Double((design.pairs ?? 2) - 1)), (known, .infinity),
      ]
      let variance = terms.reduce(0) { $0 + $1.0 }
      drawVariance += within + known
      let value = player.mean + slope * remainder
      let half = max(
        Self.critical(terms, variance) * variance.squareRoot(), whole.leastHalfWidth)
      return AttributedPart(
        value: value, standardError: variance.squareRoot(), low: value - half, high: value + half)
    }
    self.drawVariance = drawVariance
  }

  private struct Player {
    let values: [Double]
    let mean: Double
    let square: Double
    let product: Double
  }

  /// A spread of the difference that is this part of those of the parts, or less, is the dust of arithmetic.
  private static let dust = 1e-20

  /// The part of what is left over that each player is given; they add up to one.
  private static func slopes(_ players: [Player], _ spread: Double) -> [Double] {
    let squares = players.reduce(0) { $0 + $1.square }
    if spread > dust * squares { return players.map { $0.product / spread } }
    guard squares > 0 else { return players.map { _ in 1 / Double(players.count) } }
    return players.map { $0.square / squares }
  }

  private static func product(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func averaged(_ weights: [[[Double]]]) -> [[Double]] {
    let count = Double(weights.count)
    return weights[0].indices.map { player in
      weights[0][player].indices.map { subset in
        weights.reduce(0) { $0 + $1[player][subset] } / count
      }
    }
  }

  /// The variance of each part that is due to the choice of orders.
  private static func orderErrors(_ design: ShapleyDesign, _ means: [[Double]]) -> [Double] {
    guard let pairs = design.pairs, pairs > 1 else {
      return [Double](repeating: 0, count: design.players)
    }
    let results = design.subsets.indices.map { subset in
      means.reduce(0) { $0 + $1[subset] } / Double(means.count)
    }
    return (0..<design.players).map { player in
      let found = design.weights.map { product($0[player], results) }
      let mean = found.reduce(0, +) / Double(pairs)
      return found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(pairs - 1)
        / Double(pairs)
    }
  }

  /// The quantile of Student's t whose degrees of freedom a sum of variances has: F. E. Satterthwaite, "An
  /// approximate distribution of estimates of variance components", Biometrics Bull. 2 (1946) 110-114,
  /// doi:10.2307/3002019.
  private static func critical(_ terms: [(Double, Double)], _ variance: Double) -> Double {
    let inverse = terms.reduce(0) { $0 + $1.0 * $1.0 / $1.1 }
    return StudentQuantiles.critical(fractional: variance * variance / inverse)
  }
}
