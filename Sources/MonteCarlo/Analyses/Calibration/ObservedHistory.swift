import GrowthModel

/// Published figures of some series, period by period.
public struct ObservedHistory: Sendable, Equatable {
  /// One series.
  public struct Column: Sendable, Equatable {
    /// The id of an activity, or another name.
    public let name: String
    /// Of the values: rates are growth on the same period a year earlier; anything else is a level.
    public let unit: Unit
    /// One for each period, in the unit of the model; nil where there is none.
    public let values: [Double?]

    public init(name: String, unit: Unit, values: [Double?]) {
      self.name = name
      self.unit = unit
      self.values = values
    }

    /// Whether the values are growth.
    public var isGrowth: Bool { unit == .rate || unit == .percentagePoints }
  }

  /// Years or quarters, in the order of time, without a gap.
  public let periods: [Period]
  public let columns: [Column]

  public init(periods: [Period], columns: [Column]) {
    self.periods = periods
    self.columns = columns
  }

  /// The history of these series alone, in this order; nil where one is not there.
  public func selecting(_ names: [String]) -> ObservedHistory? {
    let chosen = names.compactMap { name in columns.first { $0.name == name } }
    return chosen.count == names.count ? ObservedHistory(periods: periods, columns: chosen) : nil
  }

  /// How long a period is.
  public var step: Timeline.Step { periods.first?.span == .year ? .year : .quarter }

  /// How many periods a year has.
  public var periodsPerYear: Int { step == .year ? 1 : 4 }

  /// Growth on the same period a year earlier, fractions: nil where one of the two levels is not there.
  ///
  /// - Parameter column: a series.
  public func growth(of column: Column) -> [Double?] {
    guard !column.isGrowth else { return column.values }
    let year = periodsPerYear
    return column.values.enumerated().map { index, level in
      guard index >= year, let level, let earlier = column.values[index - year], earlier > 0 else {
        return nil
      }
      return level / earlier - 1
    }
  }

  /// The part of a year that falls to each of its quarters: the mean over whole years of levels, the last ones.
  ///
  /// - Parameters:
  ///   - column: a series of quarterly levels.
  ///   - years: at the most so many.
  /// - Returns: nil for growth, years, and where no year is whole.
  public func seasonalShares(of column: Column, years: Int) -> [Double]? {
    guard !column.isGrowth, step == .quarter else { return nil }
    var shares: [[Double]] = []
    for first in periods.indices where periods[first].span == .firstQuarter {
      let levels = column.values[first...].prefix(4).compactMap(\.self)
      let total = levels.reduce(0, +)
      if levels.count == 4, total > 0 { shares.append(levels.map { $0 / total }) }
    }
    shares = Array(shares.suffix(years))
    guard !shares.isEmpty else { return nil }
    return (0..<4).map { quarter in
      shares.reduce(0) { $0 + $1[quarter] } / Double(shares.count)
    }
  }
}
