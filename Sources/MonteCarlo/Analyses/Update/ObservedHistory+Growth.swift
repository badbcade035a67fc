import GrowthModel

extension ObservedHistory {
  /// What an economy grew by in a past period.
  public struct PastPeriod: Sendable, Equatable {
    /// The quarters that were put together.
    public let period: Period
    /// On the same period a year earlier, a fraction.
    public let growth: Double
  }

  /// What an economy grew by in each past quarter and year that the history tells of, in order of time, quarters
  /// before their year; empty where no column stands for the economy.
  ///
  /// A column named `total`, `growth`, `gdp` or `grdp` stands for it, or levels of all leaf activities together.
  /// A year of quarters is told from levels alone.
  ///
  /// - Parameter economy: whose past it is.
  public func pastGrowth(of economy: Economy) -> [PastPeriod] {
    guard let columns = columns(of: nil, economy) else { return [] }
    let places = Dictionary(
      periods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func level(_ periods: [Period]) -> Double? {
      var sum = 0.0
      for period in periods {
        guard let place = places[period] else { return nil }
        for column in columns {
          guard let value = column.values[place] else { return nil }
          sum += value
        }
      }
      return sum
    }
    func growth(_ period: Period) -> Double? {
      if columns[0].isGrowth {
        return places[period].flatMap { columns[0].values[$0] }
      }
      let parts =
        period.span == .year && step == .quarter
        ? (1...4).map { Period(year: period.year, quarter: $0) } : [period]
      guard let new = level(parts), let old = level(parts.map(\.yearEarlier)), old > 0,
        let now = places[parts[0]], let then = places[parts[0].yearEarlier],
        columns.allSatisfy({ $0.isComparable(now, then) })
      else { return nil }
      return new / old - 1
    }
    return periods.flatMap { period -> [Period] in
      period.span == .fourthQuarter ? [period, Period(year: period.year)] : [period]
    }.compactMap { period in
      growth(period).map { PastPeriod(period: period, growth: $0) }
    }
  }

  /// The columns that together stand for an activity, or for the economy: one of its name, or levels of all its
  /// leaves; nil where there are none.
  ///
  /// - Parameters:
  ///   - activity: its id; nil for the economy.
  ///   - economy: that it is part of.
  func columns(of activity: String?, _ economy: Economy) -> [Column]? {
    let names = activity.map { [$0] } ?? ["total", "growth", "gdp", "grdp"]
    if let own = columns.first(where: { names.contains($0.name.lowercased()) }) {
      return [own]
    }
    let leaves = economy.allActivities.filter { $0.children.isEmpty }.map(\.id)
    let below = activity.map { id in
      economy.allActivities.first { $0.id == id }?.leaves.map(\.id) ?? []
    }
    guard let found = selecting(below ?? leaves)?.columns, !found.isEmpty,
      !found.contains(where: \.isGrowth)
    else { return nil }
    return found
  }
}
