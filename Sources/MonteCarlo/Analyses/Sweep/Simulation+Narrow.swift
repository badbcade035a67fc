import GrowthModel

extension Simulation {
  /// The same simulation that keeps the distributions of fewer quantities, to the same bits, and computes
  /// nothing else, not how the variables move together either.
  ///
  /// - Parameter paths: of the quantities to keep beside those of the targets.
  /// - Throws: `SimulationError.unknownPath` for one that is not kept now.
  public func narrowed(to paths: [String]) throws(SimulationError) -> Simulation {
    let known = Set(plan.quantities.map(\.quantity.path))
    for path in paths where !known.contains(path) { throw .unknownPath(path) }
    var narrowed = showing(Set(paths))
    narrowed.looksAtDependence = false
    return narrowed
  }

  /// The same simulation as far as some quantities and the targets need it, to the same bits.
  ///
  /// - Parameter paths: of the quantities to keep beside those of the targets; those that are not kept now are
  ///   passed over.
  public func showing(_ paths: Set<String>) -> Simulation {
    var narrowed = self
    narrowed.plan = plan.narrowed(to: paths)
    return narrowed
  }

  /// What `showing(_:)` would have found, taken from what this simulation has.
  ///
  /// - Parameters:
  ///   - paths: of the quantities to keep beside those of the targets.
  ///   - ensemble: of this simulation.
  public func showing(_ paths: Set<String>, of ensemble: Ensemble) -> Ensemble {
    let narrowed = plan.narrowed(to: paths)
    let kept = Set(narrowed.quantities.map(\.quantity.path))
    let names = scenario.uncertainty.variables.map(\.name)
    let used = Set(narrowed.usedVariables.map { names[$0] })
    var shown = ensemble
    shown.quantities.removeAll { !kept.contains($0.quantity.path) }
    shown.dependence.removeAll { !used.contains($0.first) || !used.contains($0.second) }
    return shown
  }
}
