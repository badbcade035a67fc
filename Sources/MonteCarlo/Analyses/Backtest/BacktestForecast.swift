import GrowthModel

/// One forecast of one number, and what came.
public struct BacktestForecast: Sendable, Equatable {
  /// The probabilities whose quantiles are kept: the ends of the central bands of 90, 80 and 50%, and the median.
  public static let levels = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]

  /// The activity; nil for the total.
  public let series: String?
  /// The last period that was known.
  public let origin: Period
  /// The period that the forecast is of, and how many periods after the origin that is.
  public let period: Period
  /// How many periods ahead.
  public let horizon: Int
  /// Whether one of the two is left out of estimates by name.
  public let isExceptional: Bool
  /// Growth on the same period a year earlier, a fraction.
  public let outcome: Double
  /// Of the forecast, fractions.
  public let mean: Double
  /// Of the forecast, a fraction.
  public let standardDeviation: Double
  /// At `levels`.
  public let quantiles: [Double]
  /// The continuous ranked probability score, a fraction.
  public let score: Double
  /// The probability that the forecast gave to less than the outcome.
  public let transform: Double
  /// The scores of the benchmarks; none of one for which the past was too short.
  public let benchmarks: [Benchmark: Double]

  /// The pinball losses at `levels`, fractions.
  public var pinballLosses: [Double] {
    zip(quantiles, Self.levels).map {
      PredictiveDistribution.pinballLoss(of: $0, at: $1, outcome)
    }
  }

  /// Whether the outcome lies in a central band, ends included.
  ///
  /// - Parameter band: 0.5, 0.8 or 0.9.
  public func isInside(_ band: Band) -> Bool {
    quantiles[band.low] <= outcome && outcome <= quantiles[band.high]
  }

  /// A central band of a forecast.
  public enum Band: Double, Sendable, CaseIterable {
    /// From the 25% to the 75% quantile.
    case half = 0.5
    /// From the 10% to the 90% quantile.
    case eighty = 0.8
    /// From the 5% to the 95% quantile.
    case ninety = 0.9

    /// The places of its ends among the levels.
    fileprivate var low: Int {
      switch self {
      case .half: 2
      case .eighty: 1
      case .ninety: 0
      }
    }
    fileprivate var high: Int { BacktestForecast.levels.count - 1 - low }
  }
}
