import GrowthModel

/// What the rest of a year must bring for a target about the growth of the year, part of which is known.
public struct RemainingGrowth: Sendable, Equatable {
  /// The target, and the path of the activity's growth without a period.
  public let target: Target
  /// The activity; nil for the economy.
  public let activity: String?
  /// The activity's name that people read.
  public let name: String?
  /// What is known: the quarters up to the last that a figure is about.
  public let year: Int
  /// How many quarters of the year are known.
  public let knownQuarters: Int
  /// Growth on a year earlier of the known quarters together, as the draws have it.
  public let known: Band
  /// That the other quarters together need; where the known part is uncertain, in its middle and spread.
  public let needed: Band
  /// That they are expected to have.
  public let expected: Band?

  /// A mean, and between what nine draws of ten lie.
  public struct Band: Sendable, Equatable {
    /// The mean of all draws.
    public let mean: Double
    /// One draw in twenty lies below.
    public let low: Double
    /// One draw in twenty lies above.
    public let high: Double

    /// Whether it is one number, up to the dust of arithmetic.
    public var isExact: Bool { high - low < 1e-9 }
  }

  /// The quarters that are left.
  public var quarters: ClosedRange<Int> { (knownQuarters + 1)...4 }

  /// The paths that an ensemble has to have for `find`.
  ///
  /// - Parameter scenario: with figures by quarter.
  public static func paths(_ scenario: Scenario) -> [String] {
    guard let known = knownQuarters(scenario) else { return [] }
    let spans = [knownSpans[known - 1]] + (restSpans[known - 1].map { [$0] } ?? [])
    return scenario.targets.compactMap { activity(of: $0, scenario)?.path }.flatMap { path in
      spans.map { Self.path(path, $0, scenario) }
    }
  }

  /// The last quarter of the first year that a figure is about; nil where that is none or the fourth.
  private static func knownQuarters(_ scenario: Scenario) -> Int? {
    guard scenario.economy.timeline.step == .quarter else { return nil }
    let last = scenario.actuals.compactMap { actual -> Int? in
      guard let dot = actual.quantity.lastIndex(of: "."),
        let period = Period(actual.quantity[actual.quantity.index(after: dot)...]),
        period.year == scenario.firstYear
      else { return nil }
      return period.quarters.upperBound
    }.max()
    return last.flatMap { $0 < 4 ? $0 : nil }
  }

  /// What is known after one quarter, two and three, and what is left then; the last three quarters have no name.
  private static let knownSpans: [Period.Span] = [.firstQuarter, .firstHalf, .nineMonths]
  private static let restSpans: [Period.Span?] = [nil, .secondHalf, .fourthQuarter]

  /// The path of a quantity in a part of the first year.
  private static func path(_ path: String, _ span: Period.Span, _ scenario: Scenario) -> String {
    path + "." + Period(year: scenario.firstYear, span: span).description
  }

  /// The activity whose growth in the first year a target is about, and the path of that without a period.
  private static func activity(
    of target: Target, _ scenario: Scenario
  ) -> (id: String?, path: String)? {
    guard target.comparison == .atLeast else { return nil }
    var path = target.quantity
    let suffix = ".\(scenario.firstYear)"
    if path.hasSuffix(suffix) {
      path.removeLast(suffix.count)
    } else if scenario.economy.timeline.years.count > 1 {
      return nil
    }
    if path == "growth" { return (nil, path) }
    guard path.hasSuffix(".growth") else { return nil }
    let id = String(path.dropLast(".growth".count))
    return scenario.economy.allActivities.contains { $0.id == id } ? (id, path) : nil
  }

  /// What is left to do, for each target that it can be told of.
  static func find(_ scenario: Scenario, _ ensemble: Ensemble) -> [RemainingGrowth] {
    guard let quarters = knownQuarters(scenario) else { return [] }
    return scenario.targets.compactMap { target in
      guard let (id, path) = activity(of: target, scenario),
        let known = ensemble.summary(Self.path(path, knownSpans[quarters - 1], scenario)),
        let year = ensemble.summary(target.quantity)
      else { return nil }
      let leaves = scenario.economy.allActivities.filter { id == nil || $0.id == id }
      let volumes = (id == nil ? scenario.economy.activities : Array(leaves.prefix(1)))
        .flatMap(\.leaves).map(\.leaf.volumes)
      func base(_ range: Range<Int>) -> Double {
        volumes.reduce(0) { $0 + $1[range].reduce(0, +) }
      }
      let (before, after) = (base(0..<quarters), base(quarters..<4))
      guard after > 0, before > 0 else { return nil }
      /// Growth of the other quarters, of growth in the year and in the known quarters.
      func others(_ year: Double, _ known: Double) -> Double {
        ((before + after) * (1 + year) - before * (1 + known)) / after - 1
      }
      let knownBand = Band(known) { $0 }
      let needed = Band(
        mean: others(target.threshold, knownBand.mean),
        low: others(target.threshold, knownBand.high),
        high: others(target.threshold, knownBand.low))
      let rest = restSpans[quarters - 1].flatMap {
        ensemble.summary(Self.path(path, $0, scenario))
      }
      return RemainingGrowth(
        target: target, activity: id, name: id == nil ? nil : leaves.first?.name,
        year: scenario.firstYear, knownQuarters: quarters,
        known: knownBand, needed: needed,
        expected: rest.map { Band($0) { $0 } }
          // With a known part that is uncertain the two do not go together quantile by quantile.
          ?? (knownBand.isExact ? Band(year) { others($0, known.mean) } : nil))
    }
  }
}

extension RemainingGrowth.Band {
  /// The distribution of a rising linear function of a quantity.
  init(_ summary: QuantitySummary, _ function: (Double) -> Double) {
    self.init(
      mean: function(summary.mean), low: function(summary.quantile(0.05)),
      high: function(summary.quantile(0.95)))
  }
}

extension RemainingGrowth {
  /// A past year in which the same quarters are known.
  public struct PastYear: Sendable, Equatable {
    /// The calendar year.
    public let year: Int
    /// Growth of the quarters together on those of the year before.
    public let growth: Double
  }

  /// Growth of the same quarters in past years; empty where the history does not have them.
  ///
  /// - Parameters:
  ///   - history: by quarter; levels, or for one quarter alone growth. A column of the activity's own name, or
  ///     `total`, `growth`, `gdp` or `grdp` for the economy, else one for every leaf at or below it.
  ///   - economy: whose activities the columns are named after.
  ///   - excluded: years to leave out.
  public func past(
    in history: ObservedHistory, of economy: Economy, excluding excluded: Set<Int> = []
  ) -> [PastYear] {
    guard history.step == .quarter, let columns = history.columns(of: activity, economy) else {
      return []
    }
    let places = Dictionary(
      uniqueKeysWithValues: history.periods.enumerated().map { ($1, $0) })
    func level(_ year: Int) -> Double? {
      var sum = 0.0
      for quarter in quarters {
        guard let place = places[Period(year: year, quarter: quarter)] else { return nil }
        for column in columns {
          guard let value = column.values[place] else { return nil }
          sum += value
        }
      }
      return sum
    }
    return Set(history.periods.map(\.year)).subtracting(excluded).sorted().compactMap { year in
      if columns[0].isGrowth {
        guard columns.count == 1, quarters.count == 1,
          let place = places[Period(year: year, quarter: quarters.lowerBound)],
          let growth = columns[0].values[place]
        else { return nil }
        return PastYear(year: year, growth: growth)
      }
      guard let new = level(year), let old = level(year - 1), old > 0 else { return nil }
      return PastYear(year: year, growth: new / old - 1)
    }
  }
}

extension Scenario {
  /// The first year after the base year.
  var firstYear: Int { economy.timeline.baseYear + 1 }
}
