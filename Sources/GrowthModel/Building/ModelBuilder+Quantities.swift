extension ModelBuilder {
  /// Names every quantity in every period that it has a meaning in.
  ///
  /// A path alone is that of the last year; the period stands behind it, as in `growth.2025H1`.
  mutating func nameAll() {
    // Steps first and in order of time, so that no question leads far back.
    for step in timeline.steps {
      for place in series.indices { _ = series(place, step) }
      _ = growth(step)
    }
    let last = Period(year: timeline.years.upperBound)
    for definition in definitions.all {
      if let node = node(definition, last) {
        name(definition, node, last, suffix: "")
      }
    }
    for period in timeline.periods {
      for definition in definitions.all where definition.kind != .average {
        guard period.span == .year || !definition.isYearly else { continue }
        guard let node = node(definition, period) else { continue }
        name(definition, node, period, suffix: ".\(period)")
      }
    }
  }

  /// A quantity that something of the model takes, in a step; reports one that is not there.
  mutating func quantity(_ path: String, _ period: Period, for taker: String) -> Node? {
    taken.insert(path)
    if let definition = definitions[path], let node = node(definition, period) { return node }
    report(.unavailable(path, period, of: taker))
    return nil
  }

  /// A quantity of a period; nil where it is not known, as before the base year.
  mutating func node(_ definition: Definition, _ period: Period) -> Node? {
    switch definition.subject {
    case .series(let k): return series(k, period)
    case .seriesGrowth(let k): return seriesGrowth(k, period)
    default: break
    }
    guard period.year >= timeline.baseYear else { return nil }
    switch definition.subject {
    case .volume: return total(.volume, period)
    case .value: return total(.value, period)
    case .activity(let k, .volume): return sum(.volume, activity: k, period)
    case .activity(let k, .value): return sum(.value, activity: k, period)
    case .activity(let k, .share): return share(activity: k, period)
    case .perPerson:
      guard period.span == .year, let population = population(period) else { return nil }
      return quotient(total(.value, period), population)
    default: return isBase(period) ? nil : change(definition.subject, period)
    }
  }

  private mutating func population(_ period: Period) -> Node? {
    guard let place = seriesPlaces["population"] else { return nil }
    return series(place, period)
  }

  /// What compares a period with a year earlier.
  private mutating func change(_ subject: Definition.Subject, _ period: Period) -> Node? {
    switch subject {
    case .growth: growth(period)
    case .average:
      averageGrowth(
        of: total(.volume, Period(year: timeline.years.upperBound)),
        over: total(.volume, Period(year: timeline.baseYear)), years: timeline.years.count)
    case .basicPriceGrowth: basicPriceGrowth(period)
    case .deflator: deflator(period)
    case .activity(let k, .growth): growth(activity: k, period)
    case .activity(let k, .average):
      averageGrowth(
        of: sum(.volume, activity: k, Period(year: timeline.years.upperBound)),
        over: sum(.volume, activity: k, Period(year: timeline.baseYear)),
        years: timeline.years.count)
    case .activity(let k, .contribution): contribution(activity: k, period)
    case .activity(let k, .deflator): deflator(activity: k, period)
    case .effect(let k): effectContribution(k, period)
    case .demand(let k): demandContribution(k, period)
    case .project(let k, .contribution): projectContribution(k, period)
    case .project(let k, .volume): overSteps(period) { $0.opened(k, $1) }
    case .project(let k, .spending): overSteps(period) { $0.spent(k, $1) }
    case .baseline: baselineContribution(period)
    case .shocks: shockContribution(period)
    case .output(let k): output(sector: k, period)
    case .series, .seriesGrowth, .volume, .value, .perPerson, .activity: nil
    }
  }

  private mutating func overSteps(
    _ period: Period, _ amount: (inout ModelBuilder, Period) -> Node
  ) -> Node {
    let parts = timeline.steps(of: period).map { amount(&self, $0) }
    return sum(parts)
  }
}
