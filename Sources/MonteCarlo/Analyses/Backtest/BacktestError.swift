import GrowthModel

/// Why a history cannot be used to look back.
public enum BacktestError: Error, Sendable, Equatable {
  /// Some columns are levels and others growth.
  case mixed(level: String, growth: String)
  /// The periods of the history end before any forecast can be made and compared.
  case tooShort(periods: Int, needed: Int)
  /// Growth of a column is not there where it is needed.
  case gap(column: String, Period)
  /// Nothing can be estimated from what was known at an origin.
  case estimate(VectorAutoregressionError, columns: [String], origin: Period)
  /// What was estimated at an origin is no distribution.
  case distribution(String, origin: Period)
}
