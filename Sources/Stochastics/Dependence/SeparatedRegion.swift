import LinearAlgebra

/// A box in the space of normal variables, as limits of independent normal scores one after another.
///
/// Score k lies in an interval that depends on the scores before it. In the notation of Genz (1992)
/// the box a <= C y <= b, with C lower triangular, is
///
///     (a[k] - sum over j < k of c[k, j] y[j]) / c[k, k] <= y[k]
///                                     <= (b[k] - sum over j < k of c[k, j] y[j]) / c[k, k]
///
/// A variable that is a linear function of others has c[k, k] = 0 and bounds the last score that it
/// depends on, which keeps the integrand continuous: Genz and Kwong, "Numerical evaluation of
/// singular multivariate normal distributions", J. Stat. Comput. Simul. 68 (2000) 1-21,
/// doi:10.1080/00949650008812053.
struct SeparatedRegion {
  /// The number of independent scores.
  private(set) var depth = 0

  /// The number of coordinates of a point: the last score needs none.
  var dimension: Int { max(depth - 1, 0) }

  /// Limits of score k are those of the constraints from `starts[k]` up to `starts[k + 1]`; the
  /// coefficients of each on the scores before k follow each other.
  private var starts = [0]
  private var lowers: [Double] = []
  private var uppers: [Double] = []
  private var coefficients: [Double] = []

  /// Separates the box; nil if its probability is zero because a limit excludes everything.
  ///
  /// Variables without limits are integrated out, the others standardized.
  init?(_ normal: MultivariateNormal, lower: [Double], upper: [Double]) {
    var a: [Double] = []
    var b: [Double] = []
    var chosen: [Int] = []
    var deviations: [Double] = []
    for i in normal.mean.indices {
      guard lower[i] < .infinity, upper[i] > -.infinity else { return nil }
      let deviation = normal.covariance[i, i].squareRoot()
      guard deviation > 0 else {
        guard lower[i] <= normal.mean[i], normal.mean[i] <= upper[i] else { return nil }
        continue
      }
      guard lower[i] > -.infinity || upper[i] < .infinity else { continue }
      chosen.append(i)
      deviations.append(deviation)
      a.append((lower[i] - normal.mean[i]) / deviation)
      b.append((upper[i] - normal.mean[i]) / deviation)
    }
    var correlation = Matrix.identity(chosen.count)
    for j in chosen.indices {
      for i in chosen.indices where i != j {
        correlation[i, j] = normal.covariance[chosen[i], chosen[j]] / deviations[i] / deviations[j]
      }
    }
    order(correlation, a, b)
  }

  /// Factors the correlations, each time with the variable next that is least likely within its
  /// limits, given the expected scores so far: Gibson, Glasbey and Elston, "Monte Carlo evaluation
  /// of multivariate normal integrals and sensitivity to variate ordering", in Dimov, Sendov and
  /// Vassilevski (eds), Advances in Numerical Methods and Applications (1994) 120-126.
  private mutating func order(_ correlation: Matrix, _ a: [Double], _ b: [Double]) {
    let n = a.count
    // The rounding of a conditional variance, with a margin for small pivots.
    let tolerance = 64 * Double(n) * 1.0.ulp
    var factor = Matrix(rows: n, columns: n)
    var variances = [Double](repeating: 1, count: n)
    var shifts = [Double](repeating: 0, count: n)
    var remaining = Array(0..<n)
    var order: [Int] = []
    while true {
      var best: (position: Int, probability: Double)?
      for (position, i) in remaining.enumerated() where variances[i] > tolerance {
        let scale = variances[i].squareRoot()
        let probability = Self.probability(
          from: (a[i] - shifts[i]) / scale, to: (b[i] - shifts[i]) / scale)
        if best.map({ probability < $0.probability }) ?? true { best = (position, probability) }
      }
      guard let best else { break }
      let pivot = remaining.remove(at: best.position)
      let k = order.count
      let scale = variances[pivot].squareRoot()
      factor[pivot, k] = scale
      let expected = Self.expectedScore(
        from: (a[pivot] - shifts[pivot]) / scale, to: (b[pivot] - shifts[pivot]) / scale)
      for i in remaining {
        var value = correlation[i, pivot]
        for j in 0..<k { value -= factor[i, j] * factor[pivot, j] }
        factor[i, k] = value / scale
        variances[i] -= factor[i, k] * factor[i, k]
        shifts[i] += factor[i, k] * expected
      }
      order.append(pivot)
    }
    depth = order.count
    // A dependent variable belongs to the last score that it moves with.
    let lastScores = remaining.map { i in
      (0..<depth).last { factor[i, $0].magnitude > tolerance.squareRoot() } ?? 0
    }
    for (k, pivot) in order.enumerated() {
      append(factor, row: pivot, score: k, from: a[pivot], to: b[pivot])
      for (i, last) in zip(remaining, lastScores) where last == k {
        append(factor, row: i, score: k, from: a[i], to: b[i])
      }
      starts.append(lowers.count)
    }
  }

  /// Adds a constraint on a score, divided by its coefficient there.
  private mutating func append(
    _ factor: Matrix, row: Int, score: Int, from a: Double, to b: Double
  ) {
    let divisor = factor[row, score]
    lowers.append((divisor > 0 ? a : b) / divisor)
    uppers.append((divisor > 0 ? b : a) / divisor)
    for j in 0..<score { coefficients.append(factor[row, j] / divisor) }
  }

  /// The product of the conditional probabilities along the path that `point` leads.
  ///
  /// - Parameters:
  ///   - point: a coordinate in [0, 1] for each score but the last: the fraction of the interval's
  ///     probability that lies below the score.
  ///   - scores: `depth` numbers to work in.
  func integrand(_ point: [Double], _ scores: inout [Double]) -> Double {
    var product = 1.0
    var offset = 0
    for k in 0..<depth {
      var low = -Double.infinity
      var high = Double.infinity
      for constraint in starts[k]..<starts[k + 1] {
        var shift = 0.0
        for j in 0..<k { shift += coefficients[offset + j] * scores[j] }
        offset += k
        low = max(low, lowers[constraint] - shift)
        high = min(high, uppers[constraint] - shift)
      }
      let probability = Self.probability(from: low, to: high)
      guard probability > 0 else { return 0 }
      product *= probability
      if k < depth - 1 {
        scores[k] = Self.score(point[k], from: low, to: high, probability: probability)
      }
    }
    return product
  }

  /// The probability of a standard normal score in an interval, zero for an empty one, taken from
  /// the nearer tail so that far intervals keep their digits.
  static func probability(from low: Double, to high: Double) -> Double {
    guard low < high else { return 0 }
    if low > 0 { return StandardNormal.upperTail(low) - StandardNormal.upperTail(high) }
    if high < 0 { return StandardNormal.upperTail(-high) - StandardNormal.upperTail(-low) }
    return 1 - (StandardNormal.upperTail(-low) + StandardNormal.upperTail(high))
  }

  /// The score in an interval with `fraction` of the interval's probability below it.
  private static func score(
    _ fraction: Double, from low: Double, to high: Double, probability: Double
  ) -> Double {
    let below = StandardNormal.cumulative(low) + fraction * probability
    if below <= 0.5 {
      return max(low, StandardNormal.quantile(tail(below, .lower)))
    }
    let above = StandardNormal.complementary(high) + (1 - fraction) * probability
    return min(high, StandardNormal.quantile(tail(above, .upper)))
  }

  /// A tail of at most one half and more than nothing: at the ends of an infinite interval the
  /// score is that of the smallest normal number, about 37.5.
  private static func tail(_ probability: Double, _ tail: TailProbability.Tail) -> TailProbability {
    TailProbability(
      probability: min(max(probability, .leastNormalMagnitude), 0.5), tail: tail)
  }

  /// The mean of a standard normal score that is known to lie in an interval.
  private static func expectedScore(from low: Double, to high: Double) -> Double {
    let probability = probability(from: low, to: high)
    // E y = (phi(low) - phi(high)) / P; far out, where P vanishes, the nearer end.
    guard probability > .leastNormalMagnitude else {
      return low > 0 ? low : (high < 0 ? high : 0.5 * (low + high))
    }
    let mean = (StandardNormal.density(low) - StandardNormal.density(high)) / probability
    return min(max(mean, low), high)
  }
}
