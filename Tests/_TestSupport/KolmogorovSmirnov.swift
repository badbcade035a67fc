import Foundation

/// The test of Kolmogorov and Smirnov: does a sample come from a continuous distribution?
public struct KolmogorovSmirnov: Sendable {
  /// The largest distance between the empirical distribution function and the cumulative one.
  public let statistic: Double

  /// The probability of a statistic at least as large if the sample does come from it.
  public let pValue: Double

  /// Compares `sample`, in any order, with the distribution function `cumulative`.
  ///
  /// - Precondition: the sample is not empty.
  public init(_ sample: [Double], cumulative: (Double) -> Double) {
    precondition(!sample.isEmpty, "an empty sample comes from every distribution")
    let n = Double(sample.count)
    var statistic = 0.0
    for (index, value) in sample.sorted().enumerated() {
      let probability = cumulative(value)
      statistic = max(
        statistic, probability - Double(index) / n, Double(index + 1) / n - probability)
    }
    self.statistic = statistic
    pValue = Self.pValue(statistic: statistic, count: sample.count)
  }

  /// Compares a large sample with the distribution function at every `stride`-th value only.
  ///
  /// Between two of them both functions ascend, so that their distance is at most the one found and
  /// `stride` more steps of 1/n: the statistic is an upper bound and the p-value a lower one.
  ///
  /// - Precondition: the sample is not empty, and stride > 0.
  public init(_ sample: [Double], stride: Int, cumulative: (Double) -> Double) {
    precondition(!sample.isEmpty, "an empty sample comes from every distribution")
    precondition(stride > 0, "a stride goes forward")
    let sorted = sample.sorted()
    let n = Double(sample.count)
    var before = 0.0
    var statistic = 0.0
    for index in Swift.stride(from: stride - 1, to: sorted.count, by: stride) {
      let probability = cumulative(sorted[index])
      let share = Double(index + 1) / n
      // Up to this value the empirical function is at least the share before, and at most this one.
      statistic = max(statistic, probability - before, share - probability)
      before = share
    }
    self.statistic = max(statistic, 1 - before)
    pValue = Self.pValue(statistic: self.statistic, count: sample.count)
  }

  /// Kolmogorov's asymptotic distribution at D (sqrt(n) + 0.12 + 0.11 / sqrt(n)), the correction for
  /// finite samples of M. A. Stephens, J. Royal Statistical Society B 32 (1970) 115.
  public static func pValue(statistic: Double, count: Int) -> Double {
    let root = Double(count).squareRoot()
    return complementary((root + 0.12 + 0.11 / root) * statistic)
  }

  /// The probability that Kolmogorov's variable is above `x`.
  ///
  /// 2 sum over k >= 1 of (-1)^(k - 1) exp(-2 k^2 x^2); below one, where this converges slowly,
  /// 1 - sqrt(2 pi) / x sum over k >= 1 of exp(-(2 k - 1)^2 pi^2 / (8 x^2)).
  public static func complementary(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    if x < 1 {
      let sum = (1...8).reduce(0.0) { sum, k in
        let odd = Double(2 * k - 1) * Double.pi / x
        return sum + exp(-odd * odd / 8)
      }
      return 1 - sqrt(2 * Double.pi) / x * sum
    }
    return (1...8).reduce(0.0) { sum, k in
      let term = 2 * exp(-2 * Double(k * k) * x * x)
      return k.isMultiple(of: 2) ? sum - term : sum + term
    }
  }
}
