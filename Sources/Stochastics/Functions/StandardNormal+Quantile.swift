extension StandardNormal {
  /// The z whose upper tail holds `probability`, for 0 < probability <= 1/2; never below zero.
  ///
  /// Rational functions in three ranges of the probability, after algorithm AS 241, routine PPND16: M. J.
  /// Wichura, "The percentage points of the normal distribution", Applied Statistics 37 (1988) 477-484,
  /// doi:10.2307/2347330. The two of the tails are the paper's. That of the middle reaches further, to
  /// 1/32 in place of 0.075, for degree 9 in place of 7: a column needs a logarithm and a root in 6% of its
  /// rows instead of 15%. Its coefficients are those of the best approximation, by Remez' algorithm in
  /// 50-digit arithmetic.
  ///
  /// - Accuracy: 9e-16 of the value, measured at 480,000 probabilities from the smallest `Double` to
  ///   1/2 against 60-digit arithmetic. The approximation itself is good to 1e-16.
  @inlinable
  static func upperQuantile(_ probability: Double) -> Double {
    if probability >= middleEdge { return middle(probability) }
    let r = (-Elementary.log(probability)).squareRoot()
    return r <= 5 ? shoulder(r - 1.6) : tail(r - 5)
  }

  /// The tail probability at which the rational function of the middle ends.
  @usableFromInline static let middleEdge = 0x1p-5

  /// A tail probability just above e^-25, where the third of the three ranges begins.
  @usableFromInline static let farTailProbability = 0x1p-36

  /// The quantile at `p`: negative in the lower half, positive in the upper.
  @inlinable
  static func quantile(_ p: TailProbability) -> Double {
    let z = upperQuantile(p.probability)
    return p.tail == .lower ? -z : z
  }

  /// z for tail probabilities from 1/32 to 1/2: q times a function of (15/32)^2 - q^2, where q is 1/2 less
  /// the probability.
  ///
  /// The error of the approximation is at most 2.9e-17 of the value. Even and odd powers are added up apart:
  /// half as many operations that wait for each other.
  @inlinable
  @inline(__always)
  static func middle<R: RealLanes>(_ probability: R) -> R {
    let q = R(repeating: 0.5) - probability
    let r = R(repeating: 0.2197265625) - q * q
    let w = r * r
    var topEven = 40347445.14890567047783 * w + 69159487.06058791673869
    topEven = topEven * w + 3879287.93320402843319
    topEven = topEven * w + 16848.26300107595347392
    topEven = topEven * w + 3.973827983832856326618
    var topOdd = 2633663.378465293351663 * w + 91291172.57659037443043
    topOdd = topOdd * w + 23100933.93863148413886
    topOdd = topOdd * w + 348301.8449359040431687
    topOdd = topOdd * w + 411.787824405458682493
    var bottomEven = 36110032.27495885547044 * w + 32137263.88600945426463
    bottomEven = bottomEven * w + 1324160.930104373033984
    bottomEven = bottomEven * w + 4786.618026374769894941
    bottomEven = bottomEven * w + 1
    var bottomOdd = 5824859.153423172167297 * w + 54562453.04682805088403
    bottomOdd = bottomOdd * w + 8996252.960113401516982
    bottomOdd = bottomOdd * w + 107343.86369509182073
    bottomOdd = bottomOdd * w + 109.48557574866148268
    return q * ((topEven + r * topOdd) / (bottomEven + r * bottomOdd))
  }

  /// z as a function of sqrt(-ln p) - 1.6, for probabilities from e^-25 to 0.077.
  @inlinable
  @inline(__always)
  static func shoulder<R: RealLanes>(_ r: R) -> R {
    var top = 7.7454501427834140764e-4 * r + 0.0227238449892691845833
    top = top * r + 0.24178072517745061177
    top = top * r + 1.27045825245236838258
    top = top * r + 3.64784832476320460504
    top = top * r + 5.7694972214606914055
    top = top * r + 4.6303378461565452959
    top = top * r + 1.42343711074968357734
    var bottom = 1.05075007164441684324e-9 * r + 5.475938084995344946e-4
    bottom = bottom * r + 0.0151986665636164571966
    bottom = bottom * r + 0.14810397642748007459
    bottom = bottom * r + 0.68976733498510000455
    bottom = bottom * r + 1.6763848301838038494
    bottom = bottom * r + 2.05319162663775882187
    bottom = bottom * r + 1
    return top / bottom
  }

  /// z as a function of sqrt(-ln p) - 5, for probabilities below e^-25.
  @inlinable
  @inline(__always)
  static func tail<R: RealLanes>(_ r: R) -> R {
    var top = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5
    top = top * r + 0.0012426609473880784386
    top = top * r + 0.026532189526576123093
    top = top * r + 0.29656057182850489123
    top = top * r + 1.7848265399172913358
    top = top * r + 5.4637849111641143699
    top = top * r + 6.6579046435011037772
    var bottom = 2.04426310338993978564e-15 * r + 1.4215117583164458887e-7
    bottom = bottom * r + 1.8463183175100546818e-5
    bottom = bottom * r + 7.868691311456132591e-4
    bottom = bottom * r + 0.0148753612908506148525
    bottom = bottom * r + 0.13692988092273580531
    bottom = bottom * r + 0.59983220655588793769
    bottom = bottom * r + 1
    return top / bottom
  }
}
