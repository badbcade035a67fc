/// Named numbers beside the accounts, and formulas.
extension ModelBuilder {
  /// A series in a period; nil where it has no number.
  mutating func series(_ k: Int, _ period: Period) -> Node? {
    let item = series[k]
    if isBase(period) { return baseNumber(item, period).map { constant($0) } }
    if item.frequency == .year {
      let year = Period(year: period.year)
      guard period == year || !isFlow(item) else { return nil }
      return ask(.series(k), year) { $0.number(item, year) ?? $0.constant(0) }
    }
    let steps = timeline.steps(of: period)
    guard steps != [period] else {
      return ask(.series(k), period) { $0.number(item, period) ?? $0.constant(0) }
    }
    if item.total == .formula, case .formula(let formula) = item.course {
      return ask(.series(k), period) { $0.evaluate(formula, period, of: item.id) }
    }
    return ask(.series(k), period) { builder in
      let parts = steps.compactMap { builder.series(k, $0) }
      let weight = item.total == .sum ? 1 : 1 / Double(steps.count)
      return builder.linear(parts.map { Term(weight, $0) })
    }
  }

  /// The number of a period before the first step, where it is known.
  private func baseNumber(_ item: Series, _ period: Period) -> Double? {
    if case .growing(let base, _) = item.course, period.year == timeline.baseYear {
      return base * part(of: item, in: period)
    }
    return item.before
  }

  /// The part of a year's number that falls to a period.
  private func part(of item: Series, in period: Period) -> Double {
    guard let shares = item.seasonalShares, timeline.step == .quarter else { return 1 }
    return period.quarters.reduce(0) { $0 + shares[$1 - 1] }
  }

  /// Whether the number of a year says nothing about a quarter of it.
  private func isFlow(_ item: Series) -> Bool {
    switch item.unit {
    case .money, .count: item.id != "population"
    default: false
    }
  }

  /// The number of a series in a period that it has a number of its own for.
  private mutating func number(_ item: Series, _ period: Period) -> Node? {
    switch item.course {
    case .level(let schedule):
      let level = node(schedule, period, of: item.id)
      return item.seasonalShares == nil ? level : scaled(level, by: part(of: item, in: period))
    case .growing(let base, let growth):
      let before: Node
      if isBase(period.yearEarlier) {
        before = constant(base * part(of: item, in: period))
      } else {
        guard let place = seriesPlaces[item.id],
          let node = series(place, period.yearEarlier)
        else { return nil }
        before = node
      }
      let rate = node(growth, period, of: item.id + ".growth")
      if let start = value(of: before) { return scaled(rate, by: start, plus: start) }
      return product(before, scaled(rate, by: 1, plus: 1))
    case .formula(let formula): return evaluate(formula, period, of: item.id)
    }
  }

  /// Growth of a growing series on the same period a year earlier.
  mutating func seriesGrowth(_ k: Int, _ period: Period) -> Node? {
    guard !isBase(period), case .growing(_, let growth) = series[k].course else { return nil }
    if series[k].frequency == .year || timeline.steps(of: period) == [period] {
      return node(growth, period, of: series[k].id + ".growth")
    }
    guard let now = series(k, period), let before = series(k, period.yearEarlier) else {
      return nil
    }
    return scaled(quotient(now, before), by: 1, plus: -1)
  }
}
