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
    var narrowed = self
    narrowed.plan = plan.narrowed(to: Set(paths))
    narrowed.looksAtDependence = false
    return narrowed
  }
}
