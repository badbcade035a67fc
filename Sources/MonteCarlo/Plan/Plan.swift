import GrowthModel
import Stochastics

/// A scenario compiled for blocks: what to compute, column by column, and what to record.
///
/// Columns hold one number a draw. The first belong to the uncertain variables, in the order of the
/// joint distribution; each step fills one more. A quantity is a view on a column: a quantity that
/// is a linear function of another costs nothing to compute or record.
struct Plan: Sendable {
  /// `offset + factor x column`; a constant has no column.
  struct View: Sendable, Hashable {
    var offset: Double
    var factor: Double
    var column: Int?

    static func constant(_ value: Double) -> View {
      View(offset: value, factor: 0, column: nil)
    }
  }

  /// How a column is made from earlier ones.
  enum Step: Sendable {
    case linear(constant: Double, terms: [(weight: Double, column: Int)])
    case product(View, View)
    case quotient(View, View)
    case function(QuantityGraph.Function, View)
    case pair(QuantityGraph.PairFunction, View, View)
    case choice(View, View, View)
  }

  /// A target and the view that it is held against.
  struct Goal: Sendable {
    let target: Target
    let quantity: Quantity
    let view: View
  }

  /// Columns of the uncertain variables.
  let variableCount: Int
  /// Those among them that a step or a quantity looks at.
  let usedVariables: Set<Int>
  /// The steps in order; step k fills column `variableCount + k`.
  let steps: [Step]
  /// The columns that quantities look at, each recorded once.
  let recorded: [Int]
  let quantities: [(quantity: Quantity, view: View)]
  let goals: [Goal]

  var columnCount: Int { variableCount + steps.count }
}

extension Plan {
  /// Compiles the model of a scenario, as far as what is recorded and the targets need it.
  ///
  /// Constants are folded, linear functions of one column become views, and sums of views become one
  /// step.
  ///
  /// - Throws: `SimulationError` when the economy cannot be evaluated, the model names a variable or
  ///   a target names a quantity that is not there, or a constant is not finite.
  init(_ scenario: Scenario, recording: Recording = .all) throws(SimulationError) {
    let graph: QuantityGraph
    do throws(EconomyError) {
      graph = try scenario.economy.quantityGraph()
    } catch {
      throw .economy(error)
    }
    let targeted = try Self.quantities(of: scenario.targets, in: graph)
    let selected = try recording.select(from: graph, with: targeted)
    var compiler = PlanCompiler(variables: scenario.uncertainty.variables.map(\.name))
    let views = try compiler.compile(graph, for: selected.map(\.node) + targeted.map(\.node))
    variableCount = compiler.variables.count
    usedVariables = compiler.usedVariables
    steps = compiler.steps
    quantities = selected.map { ($0, views[$0.node] ?? .constant(.nan)) }
    recorded = Set(quantities.compactMap(\.view.column)).sorted()
    for (quantity, view) in quantities where view.column == nil && !view.offset.isFinite {
      throw .notFinite(quantity: quantity.path)
    }
    goals = zip(scenario.targets, targeted).map { target, quantity in
      Goal(target: target, quantity: quantity, view: views[quantity.node] ?? .constant(.nan))
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
