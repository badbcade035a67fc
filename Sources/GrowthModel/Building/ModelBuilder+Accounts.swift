/// Volumes, values and growth of activities.
///
/// For leaf i in step t, with t' the same step a year earlier, b the baseline's growth, f the effects
/// on growth, e the shock, l the effects on the level, and P what projects and demands add:
///
///     ordinary volume  N[t] = N[t'] (1 + b[t] + f[t] + e[t])
///     volume           Q[t] = N[t] (1 + l[t]) + P[t]
///     change           D[t] = Q[t] - Q[t']
///     value            V[t] = V[t'] (Q[t] / Q[t']) (1 + p[t])
///
/// with `N = Q` in the base year. All but N add up over leaves and over the steps of a longer period,
/// so that growth `D / Q'` is the sum of contributions `D[i] / Q'` at every level of the tree, and a year
/// is the sum of its quarters: System of National Accounts 2008, chapter 15.
extension ModelBuilder {
  func isBase(_ period: Period) -> Bool { period.year <= timeline.baseYear }

  /// The place of a step of the base year among those of its year.
  private func baseIndex(_ step: Period) -> Int {
    timeline.step == .year ? 0 : step.quarters.lowerBound - 1
  }

  /// A measure of all activities.
  mutating func total(_ measure: Measure, _ period: Period) -> Node {
    ask(.total(measure), period) { builder in
      // Sums over groups, as a reader adds them up.
      let parts = builder.topActivities.map { builder.sum(measure, activity: $0, period) }
      return builder.sum(parts)
    }
  }

  /// A measure of an activity.
  mutating func sum(_ measure: Measure, activity: Int, _ period: Period) -> Node {
    ask(.sum(measure, activity: activity), period) { builder in
      let place = builder.activities[activity]
      if let leaf = place.leaf { return builder.amount(measure, leaf: leaf, period) }
      // Parts of a year are reported for the total alone: the steps of the group are there already,
      // those of each leaf over the part are not.
      let steps = builder.timeline.steps(of: period)
      if steps.count > 1, period.quarters.count < 4, measure != .value {
        let parts = steps.map { builder.sum(measure, activity: activity, $0) }
        return builder.sum(parts)
      }
      let parts = place.children.map { builder.sum(measure, activity: $0, period) }
      return builder.sum(parts)
    }
  }

  /// A measure of a leaf, over the steps of a period.
  mutating func amount(_ measure: Measure, leaf: Int, _ period: Period) -> Node {
    ask(.measure(measure, leaf: leaf), period) { builder in
      let steps = builder.timeline.steps(of: period)
      guard steps == [period] else {
        if measure == .value, let value = builder.valueAtOnePrice(leaf, steps) { return value }
        let parts = steps.map { builder.amount(measure, leaf: leaf, $0) }
        return builder.sum(parts)
      }
      switch measure {
      case .volume: return builder.volume(leaf, period)
      case .change: return builder.change(leaf, period)
      case .value: return builder.value(leaf, period)
      }
    }
  }

  /// Baseline, effects on growth and shock.
  mutating func ordinaryGrowth(_ leaf: Int, _ step: Period) -> Node {
    ask(.ordinaryGrowth(leaf: leaf), step) { builder in
      var parts = [builder.baseline(leaf, step)]
      for k in builder.reach[leaf].growth { parts.append(builder.effect(k, step)) }
      for k in builder.reach[leaf].shocks { parts.append(builder.shock(k, step)) }
      return builder.sum(parts)
    }
  }

  mutating func baseline(_ leaf: Int, _ step: Period) -> Node {
    node(leaves[leaf].growth, step, of: leafNames[leaf] + ".growth")
  }

  /// N, the volume that ordinary growth leads to.
  mutating func ordinaryVolume(_ leaf: Int, _ step: Period) -> Node {
    if isBase(step) { return constant(leaves[leaf].volumes[baseIndex(step)]) }
    return ask(.ordinaryVolume(leaf: leaf), step) { builder in
      let before = builder.ordinaryVolume(leaf, step.yearEarlier)
      let growth = builder.ordinaryGrowth(leaf, step)
      // N' + N' g rather than N' (1 + g): linear where N' is a constant.
      let change = builder.product(before, growth)
      return builder.sum([before, change])
    }
  }

  /// N l, the volume that effects on the level add or take, one node an effect; what each of them
  /// contributes to growth is made of the same nodes.
  private mutating func levelVolumes(_ leaf: Int, _ step: Period) -> [Node] {
    guard !isBase(step) else { return [] }
    return reach[leaf].level.map { levelVolume(leaf, effect: $0, step) }
  }

  mutating func levelVolume(_ leaf: Int, effect k: Int, _ step: Period) -> Node {
    isBase(step) ? constant(0) : product(ordinaryVolume(leaf, step), effect(k, step))
  }

  /// P, what projects and demands add; nil where nothing does.
  mutating func addition(_ leaf: Int, _ step: Period) -> Node? {
    guard reach[leaf].hasAdditions, !isBase(step) else { return nil }
    return ask(.addition(leaf: leaf), step) { builder in
      let reach = builder.reach[leaf]
      var terms = reach.operating.map { Term(1, builder.opened($0, step)) }
      terms += reach.building.map { Term(1, builder.built($0, step)) }
      terms += reach.demands.map { Term($0.weight, builder.spendingGap($0.demand, step)) }
      return builder.linear(terms)
    }
  }

  private mutating func volume(_ leaf: Int, _ step: Period) -> Node {
    let parts = [ordinaryVolume(leaf, step)] + levelVolumes(leaf, step)
    return sum(parts + [addition(leaf, step)].compactMap(\.self))
  }

  /// D as the sum of what makes it, not as a difference of volumes, which would lose digits.
  private mutating func change(_ leaf: Int, _ step: Period) -> Node {
    let before = step.yearEarlier
    let ordinary = product(ordinaryVolume(leaf, before), ordinaryGrowth(leaf, step))
    var terms = [Term(1, ordinary)]
    terms += levelVolumes(leaf, step).map { Term(1, $0) }
    terms += levelVolumes(leaf, before).map { Term(-1, $0) }
    if let addition = addition(leaf, step) { terms.append(Term(1, addition)) }
    if let addition = addition(leaf, before) { terms.append(Term(-1, addition)) }
    return terms.count == 1 ? terms[0].node : linear(terms)
  }

  /// The value of several steps of the first year that have one deflator: volumes first, then the price.
  private mutating func valueAtOnePrice(_ leaf: Int, _ steps: [Period]) -> Node? {
    guard let values = leaves[leaf].values, let schedule = leaves[leaf].deflator,
      let first = steps.first, isBase(first.yearEarlier), !isBase(first),
      let price = schedule[first], steps.allSatisfy({ schedule[$0] == price })
    else { return nil }
    var terms: [Term] = []
    var base = 0.0
    for step in steps {
      let value = values[baseIndex(step)]
      base += value
      terms.append(Term(value, leafGrowth(leaf, step)))
    }
    return product(linear(terms, plus: base), scaled(node(for: price), by: 1, plus: 1))
  }

  private mutating func value(_ leaf: Int, _ step: Period) -> Node {
    guard let values = leaves[leaf].values else { return constant(0) }
    if isBase(step) { return constant(values[baseIndex(step)]) }
    let growth = leafGrowth(leaf, step)
    let index = scaled(growth, by: 1, plus: 1)
    let price = deflator(leaf, step)
    let before = amount(.value, leaf: leaf, step.yearEarlier)
    if let start = value(of: before) {
      return product(index, scaled(price, by: start, plus: start))
    }
    return product(product(before, index), scaled(price, by: 1, plus: 1))
  }

  /// Growth of a leaf on the same step a year earlier.
  private mutating func leafGrowth(_ leaf: Int, _ step: Period) -> Node {
    let reach = reach[leaf]
    guard reach.level.isEmpty, !reach.hasAdditions else {
      return quotient(
        amount(.change, leaf: leaf, step), amount(.volume, leaf: leaf, step.yearEarlier))
    }
    return ordinaryGrowth(leaf, step)
  }

  private mutating func deflator(_ leaf: Int, _ step: Period) -> Node {
    guard let deflator = leaves[leaf].deflator else { return constant(0) }
    return node(deflator, step, of: leafNames[leaf] + ".deflator")
  }

  // MARK: What is reported

  /// Growth of an activity on the same period a year earlier.
  mutating func growth(activity: Int, _ period: Period) -> Node {
    if let leaf = activities[activity].leaf, timeline.steps(of: period) == [period] {
      return leafGrowth(leaf, period)
    }
    return quotient(
      sum(.change, activity: activity, period), sum(.volume, activity: activity, period.yearEarlier)
    )
  }

  /// What an activity adds to the growth of the total.
  mutating func contribution(activity: Int, _ period: Period) -> Node {
    quotient(sum(.change, activity: activity, period), total(.volume, period.yearEarlier))
  }

  /// The sum of the contributions of the top groups.
  mutating func growth(_ period: Period) -> Node {
    let parts = topActivities.map { contribution(activity: $0, period) }
    return sum(parts)
  }

  /// Growth of value added at basic prices: all activities but taxes less subsidies.
  mutating func basicPriceGrowth(_ period: Period) -> Node {
    let industries = topActivities.filter { activities[$0].activity.kind == .industry }
    let changes = industries.map { sum(.change, activity: $0, period) }
    let volumes = industries.map { sum(.volume, activity: $0, period.yearEarlier) }
    return quotient(sum(changes), sum(volumes))
  }

  /// Growth a year on average, `(Q[T] / Q[b])^(1 / n) - 1` over n years.
  mutating func averageGrowth(of last: Node, over base: Node, years: Int) -> Node {
    let ratio = quotient(last, base)
    guard years > 1 else { return scaled(ratio, by: 1, plus: -1) }
    let power = node(.pair(.power, ratio, constant(1 / Double(years))))
    return scaled(power, by: 1, plus: -1)
  }

  mutating func share(activity: Int, _ period: Period) -> Node {
    quotient(sum(.value, activity: activity, period), total(.value, period))
  }

  /// Growth of a deflator; the implicit one, `(V / V') / (Q / Q') - 1`, where it is not a leaf's own.
  mutating func deflator(activity: Int, _ period: Period) -> Node {
    if let leaf = activities[activity].leaf, timeline.steps(of: period) == [period] {
      return deflator(leaf, period)
    }
    return implicitDeflator(
      value: sum(.value, activity: activity, period),
      before: sum(.value, activity: activity, period.yearEarlier),
      growth: growth(activity: activity, period))
  }

  mutating func deflator(_ period: Period) -> Node {
    implicitDeflator(
      value: total(.value, period), before: total(.value, period.yearEarlier),
      growth: growth(period))
  }

  private mutating func implicitDeflator(value: Node, before: Node, growth: Node) -> Node {
    let atOldPrices = product(scaled(growth, by: 1, plus: 1), before)
    return scaled(quotient(value, atOldPrices), by: 1, plus: -1)
  }
}
