import Stochastics

/// A number between zero and one, found from draws, that says how much an input matters.
public struct SensitivityIndex: Sendable, Equatable {
  /// What was found; it may be a little below zero or above one.
  public let value: Double
  /// Of the index.
  public let standardError: Double
  /// The ends of the 95% interval.
  public let low: Double
  /// The upper end of the 95% interval.
  public let high: Double

  /// What rounding may do to an index that draws know exactly.
  private static let rounding = 1e-11

  /// - Parameters:
  ///   - value: what was found.
  ///   - standardError: of it.
  ///   - degreesOfFreedom: of Student's t, which the error over the standard error follows.
  public init(value: Double, standardError: Double, degreesOfFreedom: Int) {
    var quantiles = StudentQuantiles()
    self.init(
      value: value, standardError: standardError,
      critical: quantiles.critical(degreesOfFreedom: degreesOfFreedom))
  }

  init(_ mean: ControlledMean, _ quantiles: inout StudentQuantiles) {
    self.init(
      value: mean.mean, standardError: mean.standardError,
      critical: quantiles.critical(degreesOfFreedom: mean.degreesOfFreedom))
  }

  private init(value: Double, standardError: Double, critical: Double) {
    self.value = value
    self.standardError = standardError
    let half = max(critical * standardError, Self.rounding)
    low = value - half
    high = value + half
  }

  /// One less this index.
  var complement: SensitivityIndex {
    SensitivityIndex(value: 1 - value, standardError: standardError, low: 1 - high, high: 1 - low)
  }

  private init(value: Double, standardError: Double, low: Double, high: Double) {
    self.value = value
    self.standardError = standardError
    self.low = low
    self.high = high
  }

  /// Whether the whole interval is above zero, below which no index can be in truth.
  public var isDistinctFromZero: Bool { low > 0 }
}

/// The standardized errors that are exceeded, on either side, once in twenty times; each is worked out
/// once.
struct StudentQuantiles {
  private var known: [Int: Double] = [:]

  mutating func critical(degreesOfFreedom: Int) -> Double {
    if let value = known[degreesOfFreedom] { return value }
    let tail = TailProbability(upper: 0.025)
    let student = try? StudentTDistribution(
      location: 0, scale: 1, degreesOfFreedom: Double(max(degreesOfFreedom, 1)))
    let value = student?.quantile(tail) ?? NormalDistribution.standard.quantile(tail)
    known[degreesOfFreedom] = value
    return value
  }

  /// The 97.5th percentiles for 1 to 10 degrees of freedom, as tables have them.
  private static let few = [
    12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157,
    2.228139,
  ]

  /// The 97.5th percentile for any degrees of freedom, one at least.
  ///
  /// Between whole numbers up to 10 on the line over 1 / d, which is never below the curve; above by an
  /// expansion about the normal one: R. A. Fisher and E. A. Cornish, "The percentile points of distributions
  /// having known cumulants", Technometrics 2 (1960) 209-225, doi:10.1080/00401706.1960.10489895.
  ///
  /// - Parameter degrees: not a number stands for infinitely many.
  /// - Accuracy: 1e-4 from 10 on.
  static func critical(fractional degrees: Double) -> Double {
    let z = NormalDistribution.standard.quantile(TailProbability(upper: 0.025))
    guard degrees.isFinite else { return z }
    let d = max(degrees, 1)
    guard d < 10 else {
      let square = z * z
      let first = z * (square + 1) / 4
      let second = z * (5 * square * square + 16 * square + 3) / 96
      let third = z * (3 * square * square * square + 19 * square * square + 17 * square - 15) / 384
      return z + (first + (second + third / d) / d) / d
    }
    let below = Int(d)
    let (low, high) = (1 / Double(below + 1), 1 / Double(below))
    let part = (1 / d - low) / (high - low)
    return few[below] + part * (few[below - 1] - few[below])
  }
}
