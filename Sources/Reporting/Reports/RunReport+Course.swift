import GrowthModel
import Languages
import MonteCarlo

/// Growth in one period.
public struct PeriodReport: Sendable {
  /// Such as `2025Q3` or `2027`.
  public let period: Period
  /// On the same period a year earlier, a fraction.
  public let growth: DistributionReport
}

/// What one effect, project or demand, the baseline or the shocks add to growth.
public struct DriverReport: Sendable {
  /// The id of the effect, project or demand, or `baseline` or `shocks`.
  public let id: String
  /// What people call it.
  public let name: String
  /// To growth in the year asked about, a fraction.
  public let contribution: DistributionReport
}

/// What a lever is set to, for the reader who moves it.
public struct LeverReport: Sendable {
  /// Its path.
  public let id: String
  /// What people call it.
  public let name: String
  /// What its setting measures.
  public let unit: Unit
  /// The unit in words.
  public let unitName: String
  /// In the year asked about, in base units.
  public let setting: Double?
  /// What the baseline contains already, in base units; nil where it says nothing.
  public let reference: Double?
  /// The least and the greatest setting, in base units; nil where the scenario gives none.
  public let range: ClosedRange<Double>?
  /// Of one unit more, or one percentage point of a rate, in units of the currency.
  public let cost: Double?
  /// Who decides; nil where the scenario does not say.
  public let owner: String?
}

extension RunReport {
  /// The paths of the quantities that the screen shows beside those of targets.
  public static func paths(onScreen economy: Economy) -> Set<String> {
    let last = Period(year: economy.year)
    var paths = economy.timeline.periods.map { $0 == last ? "growth" : "growth.\($0)" } + ["growth"]
    func add(_ activity: Activity) {
      paths += [activity.id + ".growth", activity.id + ".contribution"]
      for child in activity.children { add(child) }
    }
    for activity in economy.activities { add(activity) }
    paths += driverNames(economy).map { $0.id + ".contribution" }
    paths += economy.levers.map(\.id)
    return Set(paths)
  }

  /// What moves growth, in the order of the scenario: baseline, effects, demands, projects, shocks.
  private static func driverNames(_ economy: Economy) -> [(id: String, name: String)] {
    var names = [(id: "baseline", name: localized("Baseline"))]
    names += economy.effects.map { ($0.id, $0.name) } + economy.demands.map { ($0.id, $0.name) }
    names += economy.projects.map { ($0.id, $0.name) } + [("shocks", localized("Shocks"))]
    return names
  }

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

  /// What each of the drivers adds to growth.
  static func drivers(
    _ economy: Economy, distribution: (String) -> DistributionReport?
  ) -> [DriverReport] {
    driverNames(economy).compactMap { id, name in
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
