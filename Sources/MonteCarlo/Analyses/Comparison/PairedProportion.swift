import Stochastics

/// How often an event happens in two scenarios, counted in the same draws.
public struct PairedProportion: Sendable, Equatable {
  /// Draws in which it happens in both.
  public let both: Int
  /// Draws in which it happens in the first scenario alone.
  public let onlyFirst: Int
  /// Draws in which it happens in the second scenario alone.
  public let onlySecond: Int
  /// Draws in all, at least one.
  public let draws: Int

  /// Draws with the event in both scenarios, in the first alone, in the second alone, and in all.
  public init(both: Int, onlyFirst: Int, onlySecond: Int, draws: Int) {
    self.both = both
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
    self.draws = draws
  }

  /// In the first scenario.
  public var first: ProbabilityEstimate {
    ProbabilityEstimate(hits: both + onlyFirst, draws: draws)
  }

  /// In the second scenario.
  public var second: ProbabilityEstimate {
    ProbabilityEstimate(hits: both + onlySecond, draws: draws)
  }

  /// The probability in the second scenario less that in the first.
  public var difference: Double { Double(onlySecond - onlyFirst) / Double(draws) }

  /// The variance of the difference.
  var variance: Double {
    let n = Double(draws)
    return (Double(onlyFirst + onlySecond) / n - difference * difference) / n
  }

  /// The standard error of the difference.
  public var standardError: Double { max(variance, 0).squareRoot() }

  /// How many times as large the variance of the difference would be with independent draws for each
  /// scenario; nil where no draw tells the scenarios apart.
  public var varianceRatio: Double? {
    let (p, q) = (first.probability, second.probability)
    let independent = (p * (1 - p) + q * (1 - q)) / Double(draws)
    return variance > 0 ? independent / variance : nil
  }

  /// The 95% interval of the difference: all d that the score test at 5% does not reject.
  ///
  /// T. Tango, "Equivalence test and confidence interval for the difference in proportions for the
  /// paired-sample design", Statist. Med. 17 (1998) 891-908,
  /// doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B. For pairs it is what Wilson's
  /// interval is for one proportion, and holds its confidence also where hardly any draw tells the scenarios
  /// apart.
  public var interval: ClosedRange<Double> {
    let high = Self.upper(b: Double(onlySecond), c: Double(onlyFirst), n: Double(draws))
    let low = -Self.upper(b: Double(onlyFirst), c: Double(onlySecond), n: Double(draws))
    return min(low, difference)...max(high, difference)
  }

  /// Whether the interval leaves zero out.
  public var isDistinctFromZero: Bool { !interval.contains(0) }

  /// Halvings of the interval in which an end lies, to the last bit of one near 1e-12.
  private static let halvings = 96

  /// The largest difference that is not rejected.
  ///
  /// - Parameters:
  ///   - b: draws that are met in the one alone, whose excess the difference is.
  ///   - c: draws that are met in the other alone.
  ///   - n: draws in all.
  private static func upper(b: Double, c: Double, n: Double) -> Double {
    let z = NormalDistribution.standard.quantile(TailProbability(upper: 0.025))
    var (low, high) = ((b - c) / n, 1.0)
    for _ in 0..<halvings {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      let distance = n * middle - (b - c)
      if distance * distance <= z * z * n * spread(middle, b: b, c: c, n: n) {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  /// The variance of one draw's difference, given its mean and that the counts are as likely as they can be
  /// with it.
  private static func spread(_ mean: Double, b: Double, c: Double, n: Double) -> Double {
    // The probability of the other alone: 2 n q^2 + h q - c mean (1 - mean) = 0.
    let h = (2 * n - b + c) * mean - b - c
    let product = c * mean * (1 - mean)
    let root = max(h * h + 8 * n * product, 0).squareRoot()
    // Of the two forms of the root the one that takes no difference of near numbers.
    let q = h > 0 ? 2 * product / (root + h) : (root - h) / (4 * n)
    return max(2 * q + mean * (1 - mean), 0)
  }
}
