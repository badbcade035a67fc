import Stochastics

/// A number between zero and one, found from draws, that says how much an input matters.
public struct SensitivityIndex: Sendable, Equatable {
  /// What was found; it may be a little below zero or above one.
  public let value: Double
  public let standardError: Double
  /// The ends of the 95% interval.
  public let low: Double
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
}
