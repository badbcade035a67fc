import GrowthModel
import MonteCarlo

/// Growth in one period.
public struct PeriodReport: Sendable {
  /// Such as `2025Q3` or `2027`.
  public let period: Period
  public let growth: DistributionReport
}

/// What one effect, project or demand, the baseline or the shocks add to growth.
public struct DriverReport: Sendable {
  public let id: String
  public let name: String
  public let contribution: DistributionReport
}

/// What a lever is set to, for the reader who moves it.
public struct LeverReport: Sendable {
  public let id: String
  public let name: String
  public let unit: Unit
  public let unitName: String
  /// In the year asked about, in base units.
  public let setting: Double?
  public let reference: Double?
  public let range: ClosedRange<Double>?
  /// Of one unit more, or one percentage point of a rate, in units of the currency.
  public let cost: Double?
  public let owner: String?
}

extension RunReport {
  /// Growth in every period but the year asked about, which leads the report: parts of the year, or
  /// the years.
  static func periods(
    _ economy: Economy, distribution: (String) -> DistributionReport?
  ) -> [PeriodReport] {
    let last = Period(year: economy.year)
    return economy.timeline.periods.compactMap { period in
      let path = period == last ? "growth" : "growth.\(period)"
      return distribution(path).map { PeriodReport(period: period, growth: $0) }
    }
  }

  /// What moves growth, in the order of the scenario: baseline, effects, demands, projects, shocks.
  static func drivers(
    _ economy: Economy, distribution: (String) -> DistributionReport?
  ) -> [DriverReport] {
    var names = [("baseline", "Baseline")]
    names += economy.effects.map { ($0.id, $0.name) } + economy.demands.map { ($0.id, $0.name) }
    names += economy.projects.map { ($0.id, $0.name) } + [("shocks", "Shocks")]
    return names.compactMap { id, name in
      distribution(id + ".contribution").map { DriverReport(id: id, name: name, contribution: $0) }
    }
  }

  static func levers(
    _ economy: Economy, distribution: (String) -> DistributionReport?
  ) -> [LeverReport] {
    economy.levers.map { lever in
      let measure = Measure(unit: lever.setting.unit, currency: economy.currency)
      let last = economy.timeline.steps.last ?? Period(year: economy.year)
      var reference: Double?
      if case .constant(let value) = lever.reference?[last] { reference = measure.base(value) }
      let perUnit = lever.setting.unit == .rate ? 0.01 : 1
      return LeverReport(
        id: lever.id, name: lever.setting.name, unit: lever.setting.unit,
        unitName: measure.baseUnit, setting: distribution(lever.id)?.mean, reference: reference,
        range: lever.range.map { measure.base($0.lowerBound)...measure.base($0.upperBound) },
        cost: lever.cost.map { $0 * perUnit * 1e9 }, owner: lever.owner)
    }
  }
}
