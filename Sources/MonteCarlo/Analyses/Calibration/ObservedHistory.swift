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
    /// The prices that each value is counted in, such as `2010`; none where the file does not say. Growth from one to another is
    /// none.
    public let prices: [String?]

    /// A series, with a figure or nil for each period; `prices` says in which year's prices each
    /// figure is, where that differs.
    public init(name: String, unit: Unit, values: [Double?], prices: [String?] = []) {
      self.name = name
      self.unit = unit
      self.values = values
      self.prices = prices
    }

    /// Whether two values are counted in the same prices.
    func isComparable(_ first: Int, _ second: Int) -> Bool {
      prices.isEmpty || prices[first] == prices[second]
    }

    /// What there is up to a place.
    func until(_ place: Int) -> Column {
      Column(
        name: name, unit: unit, values: Array(values[...place]),
        prices: prices.isEmpty ? [] : Array(prices[...place]))
    }

    /// Whether the values are growth.
    public var isGrowth: Bool { unit == .rate || unit == .percentagePoints }
  }

  /// Years or quarters, in the order of time, without a gap.
  public let periods: [Period]
  /// The series, in the order of the file.
  public let columns: [Column]

  /// Figures of these periods, which follow each other.
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

  /// Growth on the same period a year earlier, fractions: nil where one of the two levels is not there or not above zero, and
  /// where they are counted in different prices.
  ///
  /// - Parameter column: a series.
  public func growth(of column: Column) -> [Double?] {
    guard !column.isGrowth else { return column.values }
    let year = periodsPerYear
    return column.values.enumerated().map { index, level in
      guard index >= year, let level, let earlier = column.values[index - year], level > 0,
        earlier > 0,
        column.isComparable(index, index - year)
      else {
        return nil
      }
      return level / earlier - 1
    }
  }

  /// From the first period in which some column has growth, or would have it if its levels were above zero and of one kind, to the
  /// last in which some column has a figure; nil where none has growth.
  public var knownSpan: ClosedRange<Int>? {
    let due = periods.indices.first { index in
      columns.contains { column in
        let before = index - periodsPerYear
        return column.values[index] != nil
          && (column.isGrowth || before >= 0 && column.values[before] != nil)
      }
    }
    let last = periods.indices.last { index in columns.contains { $0.values[index] != nil } }
    let hasGrowth = columns.contains { growth(of: $0).contains { $0 != nil } }
    guard let due, let last, hasGrowth, due <= last else { return nil }
    return due...last
  }

  /// A period in which a series has no growth.
  public struct Gap: Sendable, Equatable {
    /// The series that has none.
    public let column: String
    /// The period without growth.
    public let period: Period
    /// Why that is so.
    public let reason: Reason

    /// Why there is none.
    public enum Reason: Sendable, Equatable {
      /// The figure of the period is not there.
      case noFigure
      /// That of the same period a year earlier is not there.
      case noFigureBefore(Period)
      /// A level is not above zero: growth to it or from it says nothing.
      case notPositive(Period)
      /// The level of a year earlier is counted in other prices.
      case otherPrices(before: String?, now: String?)
    }
  }

  /// The periods without growth that an estimate would need, those left out by name aside; period by period.
  ///
  /// - Parameters:
  ///   - span: the places of the periods to use; nil for `knownSpan`.
  ///   - excluded: periods that are left out.
  public func gaps(in span: ClosedRange<Int>?, excluding excluded: Set<Period>) -> [Gap] {
    guard let span = span ?? knownSpan else { return [] }
    let growth = columns.map { self.growth(of: $0) }
    return span.filter { !excluded.contains(periods[$0]) }.flatMap { index in
      zip(columns, growth).compactMap { column, values in
        values[index] == nil
          ? Gap(column: column.name, period: periods[index], reason: reason(column, index)) : nil
      }
    }
  }

  private func reason(_ column: Column, _ index: Int) -> Gap.Reason {
    guard let value = column.values[index], !column.isGrowth else { return .noFigure }
    guard value > 0 else { return .notPositive(periods[index]) }
    let before = index - periodsPerYear
    guard before >= 0, let earlier = column.values[before] else {
      return .noFigureBefore(periods[index].yearEarlier)
    }
    guard earlier > 0 else { return .notPositive(periods[before]) }
    return .otherPrices(before: column.prices[before], now: column.prices[index])
  }

  /// The parts of a year that fall to its quarters: means over whole years of levels, the last ones.
  ///
  /// - Parameters:
  ///   - column: a series of quarterly levels.
  ///   - years: at the most so many.
  /// - Returns: nil for growth, years, and where no year is whole.
  public func seasonalPattern(of column: Column, years: Int) -> SeasonalPattern? {
    guard !column.isGrowth, step == .quarter else { return nil }
    var whole: [(year: Int, shares: [Double])] = []
    for first in periods.indices where periods[first].span == .firstQuarter {
      let levels = column.values[first...].prefix(4).compactMap(\.self)
      let total = levels.reduce(0, +)
      guard levels.count == 4, levels.allSatisfy({ $0 > 0 }),
        (first..<first + 4).allSatisfy({ column.isComparable($0, first) })
      else { continue }
      whole.append((periods[first].year, levels.map { $0 / total }))
    }
    return SeasonalPattern(whole.suffix(max(years, 0)))
  }
}

/// The parts of a year that fall to its quarters.
public struct SeasonalPattern: Sendable, Equatable {
  /// The years that it is the mean of.
  public let years: [Int]
  /// Four fractions, which sum to one.
  public let shares: [Double]
  /// Their standard deviations from year to year (divisor n - 1); NaN for one year.
  public let standardDeviations: [Double]

  init?(_ years: some Collection<(year: Int, shares: [Double])>) {
    guard !years.isEmpty else { return nil }
    let n = Double(years.count)
    let means = (0..<4).map { quarter in years.reduce(0) { $0 + $1.shares[quarter] } / n }
    self.years = years.map(\.year)
    shares = means
    standardDeviations = (0..<4).map { quarter in
      let squares = years.reduce(0.0) { sum, year in
        let distance = year.shares[quarter] - means[quarter]
        return sum + distance * distance
      }
      return n > 1 ? (squares / (n - 1)).squareRoot() : .nan
    }
  }
}
