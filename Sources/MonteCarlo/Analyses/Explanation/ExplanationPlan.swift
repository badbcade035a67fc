import GrowthModel
import Languages
import Stochastics

/// A scenario compiled for one target, and the figures that are told about.
struct ExplanationPlan: Sendable {
  /// A figure before anything was drawn.
  struct Figure: Sendable {
    let name: String
    let title: String
    let unit: Unit
    let role: ExplainedFigure.Role
    let view: Plan.View
    /// Where its column is among those that are recorded.
    let column: Int
    /// The values that it has, where they are few, ascending.
    let values: [Double]?
    /// The value in the middle of its distribution, where it has few.
    let usual: Double?
  }

  /// What is evaluated for every draw; it records the columns of all figures.
  let plan: Plan
  let figures: [Figure]
  /// Where the column of the target's quantity is among those that are recorded; nil for a constant.
  let responseColumn: Int?
  /// What the target alone needs.
  let targetPlan: Plan
  /// The variables that the target's quantity depends on.
  let reaching: Set<Int>

  var goal: Plan.Goal { plan.goals[0] }

  /// Compiles what is needed for one target.
  ///
  /// - Parameters:
  ///   - scenario: that has the target.
  ///   - target: which one.
  ///   - graph: of the scenario's economy.
  ///   - catalogue: of its variables.
  /// - Throws: `SimulationError` when the scenario's parts do not fit together.
  init(
    _ scenario: Scenario, target: Target, graph: QuantityGraph, catalogue: InputCatalogue
  ) throws(SimulationError) {
    let uncertainty = scenario.uncertainty
    let names = uncertainty.variables.map(\.name)
    func compile(_ paths: [String]) throws(SimulationError) -> Plan {
      try Plan(
        graph: graph, variables: names, targets: [target],
        recording: Recording(.named, paths: paths)
      ) { uncertainty.marginal(of: $0)?.support ?? -.infinity ... .infinity }
    }
    let targetPlan = try compile([])
    let parts = uncertainty.independentParts(of: targetPlan.usedVariables)
    let reaching = Set(
      SobolAnalysis(targetPlan, parts: parts.map(InputPart.init)).parts.flatMap(\.places))
    let quantity = targetPlan.goals[0].quantity
    let candidates = Self.candidates(scenario.economy, graph, of: quantity)
    let related = Self.related(uncertainty, graph, to: reaching)
    let told = candidates.filter { related[$0.quantity.node.index] }
    let whole = try compile(told.map(\.quantity.path))
    let views = Dictionary(
      whole.quantities.map { ($0.quantity.path, $0.view) }, uniquingKeysWith: { first, _ in first })

    var drafts: [(Figure, column: Int)] = []
    var shown: Set<Int> = []
    func add(
      _ name: String, _ title: String, _ unit: Unit, _ role: ExplainedFigure.Role,
      _ view: Plan.View, _ column: Int
    ) {
      let marginal = names.indices.contains(column) ? uncertainty.variables[column].marginal : nil
      if let support = marginal?.support, support.lowerBound == support.upperBound { return }
      let values = marginal?.fewValues
      let isPlain = values != nil && view.isPlain
      drafts.append(
        (
          Figure(
            name: name, title: title, unit: unit, role: role, view: view, column: column,
            values: isPlain ? values : nil, usual: isPlain ? marginal?.quantile(0.5) : nil),
          column
        ))
    }
    for (quantity, role) in told {
      guard let view = views[quantity.path], let column = view.column else { continue }
      if view.isPlain { shown.insert(column) }
      add(quantity.path, quantity.title, quantity.unit, role, view, column)
    }
    let response = targetPlan.goals[0].view
    for place in reaching.sorted() where !shown.contains(place) {
      // An input that the target is about itself says nothing about it.
      if response.column == place, response.isPlain { continue }
      // The growth of an activity that effects and shocks come on top of.
      let title = catalogue.title(of: names[place])
      let isTaken = told.contains { $0.quantity.title == title }
      add(
        names[place], isTaken ? localized("\(title), baseline") : title,
        catalogue.unit(of: names[place]),
        catalogue.role(of: names[place]), Plan.View(offset: 0, factor: 1, column: place), place)
    }
    let columns = Set(drafts.map(\.column) + whole.recorded).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    figures = drafts.compactMap { figure, column in
      numbers[column].map {
        Figure(
          name: figure.name, title: figure.title, unit: figure.unit, role: figure.role,
          view: figure.view, column: $0, values: figure.values, usual: figure.usual)
      }
    }
    plan = Plan(
      variableCount: whole.variableCount,
      usedVariables: whole.usedVariables.union(columns.filter { $0 < whole.variableCount }),
      steps: whole.steps, terms: whole.terms, recorded: columns, quantities: whole.quantities,
      goals: whole.goals)
    responseColumn = whole.goals[0].view.column.flatMap { numbers[$0] }
    self.targetPlan = targetPlan
    self.reaching = reaching
  }

  /// Quantities that planners think in, of the period of a target's quantity but for that itself: the growth
  /// of activities, and named numbers beside the accounts.
  private static func candidates(
    _ economy: Economy, _ graph: QuantityGraph, of target: Quantity
  ) -> [(quantity: Quantity, role: ExplainedFigure.Role)] {
    let suffix = target.isOfLastYear ? "" : ".\(target.period)"
    var found: [(Quantity, ExplainedFigure.Role)] = []
    func add(_ path: String, _ role: ExplainedFigure.Role) {
      guard let quantity = graph.quantity(path + suffix), quantity.node != target.node else {
        return
      }
      found.append((quantity, role))
    }
    let growth = target.kind == .average ? ".growth.average" : ".growth"
    func add(_ activity: Activity, in groups: [String]) {
      add(activity.id + growth, .activity(id: activity.id, groups: groups))
      for child in activity.children { add(child, in: groups + [activity.id]) }
    }
    for activity in economy.activities { add(activity, in: []) }
    let population = economy.population.map { [$0] } ?? []
    for series in population + economy.uncertainties + economy.indicators {
      add(series.id, .series)
    }
    return found
  }

  /// Which operations depend on a variable that is not independent of all of some variables.
  private static func related(
    _ uncertainty: JointDistribution, _ graph: QuantityGraph, to reaching: Set<Int>
  ) -> [Bool] {
    let parts = uncertainty.independentParts(of: Set(uncertainty.variables.indices))
    let places = Set(
      parts.filter { !reaching.isDisjoint(with: $0.places) }.flatMap(\.places))
    var isRelated = [Bool](repeating: false, count: graph.operations.count)
    for (index, operation) in graph.operations.enumerated() {
      if case .input(let name) = operation {
        isRelated[index] = uncertainty.place(of: name).map(places.contains) ?? false
      } else {
        isRelated[index] = operation.operands.contains { isRelated[$0.index] }
      }
    }
    return isRelated
  }
}

extension Marginal {
  /// The most values that are told one by one.
  private static var mostValues: Int { 12 }

  /// The values of a distribution that has few, ascending; nil for others.
  fileprivate var fewValues: [Double]? {
    guard hasSteps, !kinks.isEmpty, kinks.count < Self.mostValues else { return nil }
    let edges = [0] + kinks + [1]
    let values = zip(edges, edges.dropFirst()).map { quantile(0.5 * ($0 + $1)) }
    return values.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
