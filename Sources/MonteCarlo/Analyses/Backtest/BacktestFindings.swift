import GrowthModel

/// What forecasts of the past were worth.
public struct BacktestFindings: Sendable {
  /// Which forecasts are looked at.
  public enum Scope: Sendable, CaseIterable {
    /// All of them.
    case all
    /// Those neither made in nor of a period that estimates leave out by name.
    case ordinary
  }

  /// Those of the total first, then activity by activity; in each by origin and horizon.
  public let forecasts: [BacktestForecast]
  /// The activities that were forecast.
  public let activities: [String]
  /// Whether periods are years or quarters.
  public let step: Timeline.Step
  /// The first period with growth.
  public let firstGrowth: Period
  /// The periods in which forecasts were made.
  public let origins: [Period]
  /// Periods in which none could be, because they are left out and have no growth.
  public let skipped: [Period]
  /// Periods in which what was estimated is not stable: deviations do not die out.
  public let unstable: [Period]
  /// Periods that estimates left out by name.
  public let excluded: [Period]
  /// The longest horizon.
  public let ahead: Int
  /// The kind of forecast.
  public let model: BacktestModel
  /// What was taken at each origin: where a criterion chooses, it may differ.
  public let persistences: [VectorAutoregressionEstimate.Persistence]
  /// Whether parts weigh what they did a year earlier, rather than what the scenario's base says.
  public let hasLevels: Bool
  /// Draws of each forecast.
  public let draws: Int
  /// What the random numbers follow from.
  public let seed: UInt64

  /// Whether there are forecasts that the narrower scope leaves out.
  public var hasExceptions: Bool { forecasts.contains(where: \.isExceptional) }

  /// The scores of one series at one horizon; nil where there is no forecast.
  ///
  /// - Parameters:
  ///   - series: an activity; nil for the total.
  ///   - horizon: periods after the origin.
  ///   - scope: which forecasts.
  public func summary(
    of series: String? = nil, horizon: Int, scope: Scope = .all
  ) -> BacktestSummary? {
    let chosen = forecasts.filter {
      $0.series == series && $0.horizon == horizon && (scope == .all || !$0.isExceptional)
    }
    return BacktestSummary(chosen, places: chosen.map(\.origin.number))
  }
}
