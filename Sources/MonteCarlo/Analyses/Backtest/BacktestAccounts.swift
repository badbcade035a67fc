import GrowthModel

/// The growth of activities and of their total, period by period, as a history has it.
struct BacktestAccounts: Sendable {
  let history: ObservedHistory
  /// Growth on the same period a year earlier, column by column, fractions; nil where there is none.
  let growth: [[Double?]]
  /// That of the total; nil where one of the parts has none.
  let total: [Double?]
  /// What the parts weigh in a period with growth alone: for each period of a year, a number for each column. Nil where the
  /// levels say it.
  private let shares: [[Double]]?

  /// - Parameters:
  ///   - history: levels in all columns, or growth in all.
  ///   - shares: for growth, what each column weighs: an array for each period of a year, which sums to one.
  /// - Throws: `BacktestError.mixed`.
  init(_ history: ObservedHistory, shares: [[Double]]) throws(BacktestError) {
    let isGrowth = history.columns.first?.isGrowth ?? false
    if let level = history.columns.first(where: { !$0.isGrowth }),
      let rate = history.columns.first(where: \.isGrowth)
    {
      throw .mixed(level: level.name, growth: rate.name)
    }
    let growth = history.columns.map { history.growth(of: $0) }
    self.history = history
    self.growth = growth
    self.shares = isGrowth ? shares : nil
    let weights = self.shares
    total = history.periods.indices.map { place in
      var (now, before) = (0.0, 0.0)
      for (i, column) in growth.enumerated() {
        guard let rate = column[place] else { return nil }
        let weight =
          weights?[Self.phase(history, place)][i]
          ?? history.columns[i].values[place - history.periodsPerYear] ?? .nan
        now += weight * (1 + rate)
        before += weight
      }
      return now / before - 1
    }
  }

  /// Whether the weights of the parts are those of the levels a year earlier, rather than the scenario's.
  var hasLevels: Bool { shares == nil }

  /// The place of a period in its year, from zero.
  private static func phase(_ history: ObservedHistory, _ place: Int) -> Int {
    history.step == .year ? 0 : history.periods[place].quarters.lowerBound - 1
  }

  /// The place of a period in its year, `steps` after a place of the history.
  func phase(_ place: Int, after steps: Int) -> Int {
    (Self.phase(history, place) + steps) % history.periodsPerYear
  }

  /// What a column weighs in the total's growth of a period of a year; nil where levels say it.
  func share(phase: Int, column: Int) -> Double? { shares?[phase][column] }

  /// What was known at a place: nothing of later periods is left.
  func known(at place: Int) -> ObservedHistory {
    ObservedHistory(
      periods: Array(history.periods[...place]),
      columns: history.columns.map { column in
        column.until(place)
      })
  }
}
