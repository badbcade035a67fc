/// What moves activities away from their baseline: see `Elasticity`, `Event`, `Demand`, `Project` and
/// `ShockProcess` for the equations.
extension ModelBuilder {
  /// An effect in a step, a fraction: f or l of each activity that it reaches.
  mutating func effect(_ k: Int, _ step: Period) -> Node {
    if isBase(step) { return constant(0) }
    return ask(.effect(k), step) { builder in
      let effect = builder.economy.effects[k]
      switch effect.source {
      case .elasticity(let elasticity):
        return builder.response(k, elasticity, of: effect.id, step)
      case .event(let event): return builder.loss(k, event, of: effect.id, step)
      case .formula(let formula): return builder.evaluate(formula, step, of: effect.id)
      }
    }
  }

  private mutating func response(
    _ k: Int, _ response: Elasticity, of id: String, _ step: Period
  ) -> Node {
    var parts: [Node] = []
    let driven = timeline.step(step, before: response.lag)
    if !isBase(driven), let x = quantity(response.driver, driven, for: id) {
      let reference = node(response.reference, driven, of: id + ".reference")
      let distance =
        response.isRelative
        ? scaled(quotient(x, reference), by: 1, plus: -1) : difference(x, reference)
      parts.append(product(distance, node(for: response.elasticity)))
    }
    let before = timeline.step(step, before: 1)
    if response.persistence != .constant(0), !isBase(before) {
      parts.append(product(effect(k, before), node(for: response.persistence)))
    }
    return parts.isEmpty ? constant(0) : sum(parts)
  }

  private mutating func loss(_ k: Int, _ event: Event, of id: String, _ step: Period) -> Node {
    var terms: [Term] = []
    if let occurrence = event.occurrence[step] {
      let size = node(event.size, step, of: id + ".size")
      terms.append(Term(-1, product(node(for: occurrence), size)))
    }
    let before = timeline.step(step, before: 1)
    if !isBase(before) {
      let left = scaled(node(for: event.recovery), by: -1, plus: 1)
      terms.append(Term(1, product(effect(k, before), left)))
    }
    return terms.isEmpty ? constant(0) : linear(terms)
  }

  /// e[t] of an activity of the shock process.
  mutating func shock(_ k: Int, _ step: Period) -> Node {
    guard let shocks = economy.shocks else { return constant(0) }
    if isBase(step) { return constant(shockBeforeTheFirst(k, step)) }
    return ask(.shock(k), step) { builder in
      var terms = [Term]()
      for (lag, matrix) in zip(1..., shocks.persistence) {
        let before = builder.timeline.step(step, before: lag)
        for (j, weight) in matrix[k].enumerated() where weight != 0 {
          terms.append(Term(weight, builder.shock(j, before)))
        }
      }
      let name = ShockProcess.innovation(of: shocks.activities[k], in: step)
      terms.append(Term(1, builder.node(.input(name))))
      return builder.linear(terms)
    }
  }

  /// e[t] of an activity in a step of the base year or earlier.
  private func shockBeforeTheFirst(_ k: Int, _ step: Period) -> Double {
    guard let start = economy.shocks?.start, let first = timeline.steps.first else { return 0 }
    let back = first.number - 1 - step.number
    return start.indices.contains(back) ? start[back][k] : 0
  }

  // MARK: Demand

  /// `(1 - m) (S - R) / P` in a step.
  mutating func spendingGap(_ k: Int, _ step: Period) -> Node {
    if isBase(step) { return constant(0) }
    return ask(.spendingGap(demand: k), step) { builder in
      let demand = builder.economy.demands[k]
      guard let spending = builder.quantity(demand.spending, step, for: demand.id) else {
        return builder.constant(0)
      }
      let reference = builder.node(demand.reference, step, of: demand.id + ".reference")
      let kept = builder.scaled(builder.node(for: demand.leakage), by: -1, plus: 1)
      let gap = builder.product(builder.difference(spending, reference), kept)
      let prices = builder.node(for: demand.priceLevel)
      return builder.quotient(gap, prices)
    }
  }

  /// Output of a sector in a year: that of the base year, and what demands add.
  mutating func output(sector: Int, _ period: Period) -> Node {
    let base = economy.inputOutput?.sectors[sector].output ?? 0
    var terms: [Term] = []
    for k in economy.demands.indices where !outputs[k].isEmpty {
      for step in timeline.steps(of: period) {
        terms.append(Term(outputs[k][sector], spendingGap(k, step)))
      }
    }
    return linear(terms, plus: base)
  }

  // MARK: Projects

  /// Value added of a project in a step.
  mutating func opened(_ k: Int, _ step: Period) -> Node {
    if isBase(step) { return constant(0) }
    return ask(.opened(project: k), step) { builder in
      let project = builder.economy.projects[k]
      let (start, end) = step.bounds
      return builder.difference(
        builder.addedValue(project, until: end), builder.addedValue(project, until: start))
    }
  }

  /// Value added of a project up to a time: what a period gets is a difference of two of these, and of
  /// neighbouring periods the one in the middle cancels.
  private mutating func addedValue(_ project: Project, until time: Double) -> Node {
    let amount = product(fullYears(project, until: time), node(for: project.capacity))
    return product(amount, node(for: project.goAhead))
  }

  /// Years at full capacity up to a time: with y the time since the opening and r the ramp,
  /// `r R(y / r)`, where R(x) is 0 below zero, x^2 / 2 up to one and x - 1/2 beyond.
  private mutating func fullYears(_ project: Project, until time: Double) -> Node {
    let since = scaled(node(for: project.start), by: -1, plus: time)
    let ramp = node(for: project.ramp)
    if value(of: ramp) == 0 { return function(.positivePart, since) }
    return product(function(.ramp, quotient(since, ramp)), ramp)
  }

  /// What is spent on building a project in a step.
  mutating func spent(_ k: Int, _ step: Period) -> Node {
    guard let construction = economy.projects[k].construction else { return constant(0) }
    if isBase(step) { return constant(0) }
    return ask(.spent(project: k), step) { builder in
      let project = builder.economy.projects[k]
      let (start, end) = step.bounds
      return builder.difference(
        builder.spending(project, construction, until: end),
        builder.spending(project, construction, until: start))
    }
  }

  private mutating func spending(
    _ project: Project, _ construction: Project.Construction, until time: Double
  ) -> Node {
    let part = builtPart(project, construction, until: time)
    let amount = product(part, node(for: construction.spending))
    return product(amount, node(for: project.goAhead))
  }

  /// Value added of building a project in a step.
  mutating func built(_ k: Int, _ step: Period) -> Node {
    guard let construction = economy.projects[k].construction else { return constant(0) }
    return product(spent(k, step), node(for: construction.valueAddedShare))
  }

  /// The part of a project that is built at a time: `clamp(1 + (t - s) / d, 0, 1)`.
  private mutating func builtPart(
    _ project: Project, _ construction: Project.Construction, until time: Double
  ) -> Node {
    let since = scaled(node(for: project.start), by: -1, plus: time)
    let part = scaled(quotient(since, node(for: construction.duration)), by: 1, plus: 1)
    return function(.unitPart, part)
  }

  private mutating func function(_ function: QuantityGraph.Function, _ x: Node) -> Node {
    if let x = value(of: x) { return constant(function.pieceOfLines(x) ?? .nan) }
    return node(.function(function, x))
  }

  // MARK: Contributions to growth

  /// What an effect adds to growth in a period: the changes of volume that it makes, over the volume a
  /// year earlier.
  mutating func effectContribution(_ k: Int, _ period: Period) -> Node {
    ask(.effectContribution(k), period) { builder in
      let isLevel = builder.economy.effects[k].basis == .level
      var terms: [Term] = []
      for step in builder.timeline.steps(of: period) {
        for leaf in builder.leaves.indices {
          let reach = builder.reach[leaf]
          guard (isLevel ? reach.level : reach.growth).contains(k) else { continue }
          if isLevel {
            terms.append(Term(1, builder.levelVolume(leaf, effect: k, step)))
            terms.append(Term(-1, builder.levelVolume(leaf, effect: k, step.yearEarlier)))
          } else {
            let old = builder.ordinaryVolume(leaf, step.yearEarlier)
            terms.append(Term(1, builder.product(old, builder.effect(k, step))))
          }
        }
      }
      return builder.contribution(of: terms, period)
    }
  }

  /// The part of growth that would be there without effects, shocks, demands and projects.
  mutating func baselineContribution(_ period: Period) -> Node {
    ordinaryContribution(period) { builder, leaf, step in [builder.baseline(leaf, step)] }
  }

  mutating func shockContribution(_ period: Period) -> Node {
    ordinaryContribution(period) { builder, leaf, step in
      builder.reach[leaf].shocks.map { builder.shock($0, step) }
    }
  }

  private mutating func ordinaryContribution(
    _ period: Period, _ growth: (inout ModelBuilder, Int, Period) -> [Node]
  ) -> Node {
    var terms: [Term] = []
    for step in timeline.steps(of: period) {
      for leaf in leaves.indices {
        let old = ordinaryVolume(leaf, step.yearEarlier)
        for node in growth(&self, leaf, step) { terms.append(Term(1, product(old, node))) }
      }
    }
    return contribution(of: terms, period)
  }

  mutating func demandContribution(_ k: Int, _ period: Period) -> Node {
    ask(.demandContribution(k), period) { builder in
      let weight = builder.reach.flatMap(\.demands).filter { $0.demand == k }
        .reduce(0) { $0 + $1.weight }
      let terms = builder.changes(period) { [Term(weight, $0.spendingGap(k, $1))] }
      return builder.contribution(of: terms, period)
    }
  }

  /// What a project adds by operating and by being built.
  mutating func projectContribution(_ k: Int, _ period: Period) -> Node {
    ask(.projectContribution(k), period) { builder in
      let isBuilt = builder.economy.projects[k].construction?.activity != nil
      let terms = builder.changes(period) { builder, step in
        [Term(1, builder.opened(k, step))] + (isBuilt ? [Term(1, builder.built(k, step))] : [])
      }
      return builder.contribution(of: terms, period)
    }
  }

  /// Terms of the steps of a period, less those of a year earlier.
  private mutating func changes(
    _ period: Period, _ terms: (inout ModelBuilder, Period) -> [Term]
  ) -> [Term] {
    timeline.steps(of: period).flatMap { step in
      terms(&self, step)
        + (isBase(step.yearEarlier)
          ? [] : terms(&self, step.yearEarlier).map { Term(-$0.coefficient, $0.node) })
    }
  }

  private mutating func contribution(of terms: [Term], _ period: Period) -> Node {
    quotient(linear(terms), total(.volume, period.yearEarlier))
  }
}
