extension Economy {
  /// Checks that the accounts can be evaluated.
  ///
  /// What is found only by building the quantities, such as a cycle, `quantityGraph` reports.
  ///
  /// - Throws: `EconomyError`, the first fact that makes the accounts impossible.
  public func check() throws(EconomyError) {
    guard timeline.years.upperBound == timeline.lastYear else {
      throw .years(from: timeline.baseYear, to: timeline.lastYear)
    }
    try checkTree()
    try checkLeaves()
    try checkNames()
    try checkSchedules()
    try checkReach()
  }

  private func checkTree() throws(EconomyError) {
    guard !activities.isEmpty else { throw .noActivities }
    var seen: Set<String> = []
    for node in allActivities {
      guard seen.insert(node.id).inserted else { throw .duplicateName(node.id) }
      guard case .group(let children) = node.content else { continue }
      guard !children.isEmpty else { throw .emptyGroup(node.id) }
      for step in timeline.baseSteps.indices {
        let volume = node.leaves.reduce(0.0) {
          $0 + ($1.leaf.volumes.indices.contains(step) ? $1.leaf.volumes[step] : 0)
        }
        guard volume != 0 else { throw .zeroVolume(node.id) }
      }
    }
  }

  private func checkLeaves() throws(EconomyError) {
    let steps = timeline.baseSteps.count
    for (id, leaf) in leaves {
      guard leaf.volumes.count == steps else {
        throw .wrongSteps(id, found: leaf.volumes.count, needed: steps)
      }
      guard leaf.volumes.allSatisfy({ $0.isFinite && $0 != 0 }) else { throw .zeroVolume(id) }
      guard let values = leaf.values else { continue }
      guard values.count == steps else {
        throw .wrongSteps(id, found: values.count, needed: steps)
      }
      guard values.allSatisfy(\.isFinite) else { throw .notFinite(id) }
      guard leaf.deflator != nil else { throw .missingDeflator(id) }
    }
    let missing = leaves.filter { $0.leaf.values == nil }
    guard missing.isEmpty || missing.count == leaves.count else {
      throw .partialValues(missing: missing.map(\.id))
    }
    guard baseVolume > 0 else { throw .zeroVolume("the whole economy") }
  }

  private func checkNames() throws(EconomyError) {
    var seen = Set(allActivities.map(\.id))
    let others =
      levers.map(\.id) + uncertainties.map(\.id) + indicators.map(\.id) + effects.map(\.id)
      + demands.map(\.id) + projects.map(\.id)
    for name in others where !seen.insert(name).inserted { throw .duplicateName(name) }
  }

  private func checkSchedules() throws(EconomyError) {
    for (id, leaf) in leaves {
      try require(leaf.growth, id + ".growth", in: timeline.steps)
      if let deflator = leaf.deflator {
        try require(deflator, id + ".deflator", in: timeline.steps)
      }
    }
    for series in levers.map(\.setting) + uncertainties + indicators
      + [population].compactMap(\.self)
    {
      let steps =
        series.frequency == .year || series.seasonalShares != nil
        ? timeline.years.map { Period(year: $0) } : timeline.steps
      switch series.course {
      case .level(let schedule): try require(schedule, series.id, in: steps)
      case .growing(_, let growth): try require(growth, series.id + ".growth", in: steps)
      case .formula: break
      }
    }
  }

  private func require(
    _ schedule: Schedule, _ what: String, in steps: [Period]
  ) throws(EconomyError) {
    for step in steps where schedule[step] == nil { throw .missingPeriod(what, step) }
  }

  private func checkReach() throws(EconomyError) {
    let groups = Set(allActivities.map(\.id))
    let leaves = Set(leaves.map(\.id))
    for effect in effects {
      for id in effect.activities where !groups.contains(id) {
        throw .unknownActivity(id, of: effect.id)
      }
    }
    for project in projects {
      for id in [project.activity, project.construction?.activity].compactMap(\.self)
      where !leaves.contains(id) {
        throw .unknownActivity(id, of: project.id)
      }
    }
    for id in shocks?.activities ?? [] where !groups.contains(id) {
      throw .unknownActivity(id, of: "shocks")
    }
    for sector in inputOutput?.sectors ?? [] where !leaves.contains(sector.activity) {
      throw .unknownActivity(sector.activity, of: sector.id)
    }
    for demand in demands where demand.split.count != inputOutput?.sectors.count {
      throw .demandWithoutTable(demand.id)
    }
  }
}
