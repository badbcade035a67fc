extension Economy {
  /// The economy as a graph of quantities.
  ///
  /// Paths: `growth`, `growth.average`, `grdp` (current prices), `grdp.volume`, `grdp.deflator`,
  /// `grdp.perPerson`, `gva.growth`, `population`; for each activity `ID.growth`, `ID.contribution`,
  /// `ID.volume`, `ID.value`, `ID.share`, `ID.deflator`; levers, uncertainties and indicators by their
  /// own names, and `NAME.growth`; for effects, demands and projects `ID.contribution`, for projects
  /// `ID.volume` and `ID.spending`; `baseline.contribution` and `shocks.contribution`; for sectors
  /// of the input-output table with known output `ID.output`. A path alone is of the last year; with a
  /// period behind it, as in `growth.2025H1`, of that.
  ///
  /// - Throws: `EconomyError`, the first fact that makes the accounts impossible.
  public func quantityGraph() throws(EconomyError) -> QuantityGraph {
    try check()
    let quantities = buildQuantities()
    if let error = quantities.errors.first { throw error }
    return quantities.graph
  }

  /// The graph, and all that stands against it; with errors only the names of the graph mean something.
  public func buildQuantities() -> EconomyQuantities {
    var builder = ModelBuilder(self)
    builder.nameAll()
    return EconomyQuantities(
      graph: builder.graph, errors: builder.errors, demands: builder.demands,
      taken: builder.taken)
  }

  /// The names of all quantities, with the unit of each, before any is built: what formulas may say.
  public func quantityNames() -> [(path: String, unit: Unit)] {
    ModelBuilder(self).definitions.all.map { ($0.path, $0.unit) }
  }
}

/// The quantities of an economy, and what is wrong with it.
public struct EconomyQuantities: Sendable {
  /// The operations, as far as they could be built.
  public let graph: QuantityGraph
  /// What keeps the economy from being evaluated; empty where nothing does.
  public let errors: [EconomyError]
  /// What formulas need of numbers that they divide by, or take logarithms or roots of, with the name of
  /// the effect or series that each formula belongs to.
  public let demands: [(owner: String, demand: QuantityGraph.Demand)]
  /// The paths, without a period, of the quantities that effects, demands and formulas take.
  public let taken: Set<String>
}
