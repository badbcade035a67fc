import GrowthModel
import Stochastics

extension Plan {
  /// Compiles the model of a scenario, as far as what is recorded and the targets need it.
  ///
  /// - Throws: `SimulationError` when the economy cannot be evaluated, the model names a variable or
  ///   a target names a quantity that is not there, or a constant is not finite.
  init(_ scenario: Scenario, recording: Recording) throws(SimulationError) {
    let graph: QuantityGraph
    do throws(EconomyError) {
      graph = try scenario.quantityGraph()
    } catch {
      throw .economy(error)
    }
    try self.init(
      graph: graph, variables: scenario.uncertainty.variables.map(\.name),
      targets: scenario.targets, recording: recording
    ) { scenario.uncertainty.marginal(of: $0)?.support ?? -.infinity ... .infinity }
  }

  /// Compiles a graph whose inputs are these variables.
  ///
  /// Constants are folded, linear functions of one column become views, sums of views become one
  /// step, and whole powers become products.
  ///
  /// - Parameter support: the least and the greatest value of each variable.
  init(
    graph: QuantityGraph, variables: [String], targets: [Target], recording: Recording = .all,
    support: (String) -> ClosedRange<Double> = { _ in -.infinity ... .infinity }
  ) throws(SimulationError) {
    let targeted = try Self.quantities(of: targets, in: graph)
    let selected = try recording.select(from: graph, with: targeted)
    var compiler = PlanCompiler(variables: variables)
    try compiler.compile(
      graph, for: (selected + targeted).map(\.node), ranges: graph.ranges(of: support))
    let views = compiler.views
    variableCount = variables.count
    usedVariables = compiler.usedVariables
    steps = compiler.steps
    terms = compiler.terms
    quantities = selected.map { ($0, views[$0.node.index]) }
    recorded = Set(quantities.compactMap(\.view.column)).sorted()
    for (quantity, view) in quantities where view.column == nil && !view.offset.isFinite {
      throw .notFinite(quantity: quantity.path)
    }
    goals = zip(targets, targeted).map { target, quantity in
      Goal(target: target, quantity: quantity, view: views[quantity.node.index])
    }
  }

  /// The quantity of each target.
  private static func quantities(
    of targets: [Target], in graph: QuantityGraph
  ) throws(SimulationError) -> [Quantity] {
    var found: [Quantity] = []
    for target in targets {
      guard let quantity = graph.quantity(target.quantity) else {
        throw .unknownQuantity(target: target.id, quantity: target.quantity)
      }
      found.append(quantity)
    }
    return found
  }
}
