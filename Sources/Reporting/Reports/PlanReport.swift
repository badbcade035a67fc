import GrowthModel
import Languages
import MonteCarlo

/// Everything there is to tell of a plan, for a page or a spreadsheet: what `report` answers.
///
/// `tables` has all of its numbers, topic by topic; pages, spreadsheets and CSV files are written from them, so
/// that their numbers are the same.
public struct PlanReport: Sendable {
  /// The share of an activity in GRDP at current prices.
  public struct StructurePart: Sendable {
    /// Its id in the scenario.
    public let id: String
    /// What people call it.
    public let name: String
    /// In the base year, a fraction.
    public let base: Double
    /// In the year asked about.
    public let expected: DistributionReport
    /// What the plan asks for, where it speaks of this activity.
    public let plan: TargetReport?
  }

  /// What the activities add to growth in one period.
  public struct PeriodContributions: Sendable {
    /// Such as `2025Q3` or `2027`.
    public let period: Period
    /// The mean growth, a fraction.
    public let growth: Double
    /// Mean contributions of the top activities, in their order.
    public let contributions: [Double]
  }

  /// Growth that is known.
  public struct KnownGrowth: Sendable, Equatable {
    /// A period that has ended.
    public let period: Period
    /// On the same period a year earlier, a fraction.
    public let growth: Double

    /// - Parameters:
    ///   - period: that it is about.
    ///   - growth: on the same period a year earlier, a fraction.
    public init(period: Period, growth: Double) {
      self.period = period
      self.growth = growth
    }
  }

  /// A part of the report that is not there, and why.
  public struct Omission: Sendable, Equatable {
    /// The id of the table that would be there.
    public let topic: String
    /// In a sentence.
    public let reason: String

    /// - Parameters:
    ///   - topic: the id of the table that would be there.
    ///   - reason: in a sentence.
    public init(topic: String, reason: String) {
      self.topic = topic
      self.reason = reason
    }
  }

  /// The run that the report is of.
  public let run: RunReport
  /// An earlier run of the same scenario with other values, which pictures show behind this one.
  public var ghost: RunReport?
  /// Every value of the scenario, with where it is from.
  public let values: ValueTable
  /// What the scenario says of itself.
  public let notes: String?
  /// The top activities; empty where the scenario has no values at current prices.
  public let structure: [StructurePart]
  /// Periods of the same length, in order of time, and the year asked about where these are its parts.
  public let course: [PeriodContributions]
  /// Growth before the base year's end, in order of time; empty where no history was given.
  public let past: [KnownGrowth]
  /// Growth that has been published of the periods that are simulated.
  public let published: [KnownGrowth]
  /// What must be true for a target.
  public var explanation: ExplainReport?
  /// Which inputs matter.
  public var sensitivity: SensitivityReport?
  /// How other scenarios differ.
  public var comparison: ComparisonReport?
  /// What published figures changed.
  public var update: UpdateReport?
  /// Parts of the report that could not be made.
  public var failures: [Omission] = []

  /// - Parameters:
  ///   - scenario: that was run.
  ///   - run: what the run found, with the quantities of `recording`.
  ///   - values: every value of the scenario.
  ///   - past: growth before the base year's end.
  public init(
    scenario: Scenario, run: RunReport, values: ValueTable, past: [KnownGrowth] = []
  ) {
    self.run = run
    self.values = values
    notes = scenario.notes
    structure = Self.structure(scenario.economy, run)
    course = Self.course(scenario.economy, run)
    self.past = past
    published = scenario.actuals.compactMap { actual in
      let economy = scenario.economy
      if actual.quantity == "growth" {
        return KnownGrowth(period: Period(year: economy.year), growth: actual.value)
      }
      guard actual.quantity.hasPrefix("growth."),
        let period = Period(actual.quantity.dropFirst("growth.".count))
      else { return nil }
      return KnownGrowth(period: period, growth: actual.value)
    }
  }

  /// The quantities that a run keeps for a report.
  ///
  /// - Parameter economy: that is run.
  public static func recording(_ economy: Economy) -> Recording {
    let paths = coursePeriods(economy).flatMap { period in
      economy.activities.map { path($0, period, economy) }
    }
    return Recording(.standard, paths: paths)
  }

  /// The years; or where there is but one, its quarters and it.
  static func coursePeriods(_ economy: Economy) -> [Period] {
    let periods = economy.timeline.periods
    let isLong = economy.timeline.years.count > 1
    return periods.filter { period in
      isLong ? period.span == .year : period.span == .year || period.quarters.count == 1
    }
  }

  private static func path(_ activity: Activity, _ period: Period, _ economy: Economy) -> String {
    let path = activity.id + ".contribution"
    return period == Period(year: economy.year) ? path : "\(path).\(period)"
  }

  private static func course(_ economy: Economy, _ run: RunReport) -> [PeriodContributions] {
    coursePeriods(economy).compactMap { period in
      let means = economy.activities.compactMap {
        run.quantity(path($0, period, economy))?.distribution.mean
      }
      guard means.count == economy.activities.count,
        let growth = run.periods.first(where: { $0.period == period })?.growth.mean
      else { return nil }
      return PeriodContributions(period: period, growth: growth, contributions: means)
    }
  }

  private static func structure(_ economy: Economy, _ run: RunReport) -> [StructurePart] {
    guard let total = economy.baseValue, total > 0 else { return [] }
    return economy.activities.compactMap { activity in
      let path = activity.id + ".share"
      guard let expected = run.quantity(path)?.distribution else { return nil }
      let base = activity.leaves.reduce(0) { $0 + ($1.leaf.baseValue ?? 0) }
      return StructurePart(
        id: activity.id, name: activity.name, base: base / total, expected: expected,
        plan: run.targets.first { $0.quantity == path })
    }
  }

  func measure(_ unit: Unit) -> Measure { run.measure(unit) }
}

extension RunReport {
  func measure(_ unit: Unit) -> Measure { Measure(unit: unit, currency: currency) }
}
