extension ModelBuilder: FormulaBuilder {
  /// A formula in a period; zero, with a report, where it looks back before what is known.
  mutating func evaluate(_ formula: Formula, _ period: Period, of owner: String) -> Node {
    let outer = formulaOwner
    formulaOwner = owner
    defer { formulaOwner = outer }
    if let node = formula.lower(with: &self, at: period) { return node }
    return constant(0)
  }

  func operation(of node: Node) -> QuantityGraph.Operation { graph.operations[node.index] }

  mutating func node(_ path: String, lag: Formula.Lag, at period: Period) -> Node? {
    let source: Period =
      switch lag {
      case .none: period
      case .years(let count): Period(year: period.year - count, span: period.span)
      case .steps(let count): shifted(period, by: count)
      }
    return quantity(path, source, for: formulaOwner)
  }

  /// The period as many of its own length earlier; parts of a year that are no step go by the year.
  private func shifted(_ period: Period, by count: Int) -> Period {
    timeline.steps(of: period) == [period]
      ? timeline.step(period, before: count) : Period(year: period.year - count, span: period.span)
  }

  func leaves(of activity: String) -> [String] {
    if activity == "all" { return leafNames }
    return activities.first { $0.activity.id == activity }?.activity.leaves.map(\.id) ?? []
  }

  mutating func demand(_ demand: QuantityGraph.Demand) {
    demands.append((formulaOwner, demand))
  }
}
