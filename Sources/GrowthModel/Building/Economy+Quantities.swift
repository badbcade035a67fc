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
    let (graph, errors) = buildQuantities()
    if let error = errors.first { throw error }
    return graph
  }

  /// The graph, and all that stands against it; with errors only the names of the graph mean something.
  public func buildQuantities() -> (graph: QuantityGraph, errors: [EconomyError]) {
    var builder = ModelBuilder(self)
    builder.nameAll()
    return (builder.graph, builder.errors)
  }
}
