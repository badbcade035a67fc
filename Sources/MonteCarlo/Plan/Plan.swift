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
  /// The steps in order; step k fills column `variableCount + k`.
  let steps: [Step]
  /// The columns that quantities look at, each recorded once.
  let recorded: [Int]
  let quantities: [(quantity: Quantity, view: View)]
  let goals: [Goal]

  var columnCount: Int { variableCount + steps.count }
}

extension Plan {
  /// Compiles the model of a scenario.
  ///
  /// Constants are folded, linear functions of one column become views, and sums of views become one
  /// step.
  ///
  /// - Throws: `SimulationError` when the model names a variable or a target names a quantity that
  ///   is not there, or a constant is not finite.
  init(_ scenario: Scenario) throws(SimulationError) {
    let graph = scenario.economy.quantityGraph()
    let names = scenario.uncertainty.variables.map(\.name)
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    var steps: [Step] = []
    var views: [View] = []
    func column(_ step: Step) -> View {
      steps.append(step)
      return View(offset: 0, factor: 1, column: names.count + steps.count - 1)
    }
    for operation in graph.operations {
      switch operation {
      case .input(let name):
        guard let place = places[name] else { throw .unknownVariable(name) }
        views.append(View(offset: 0, factor: 1, column: place))
      case .constant(let value):
        views.append(.constant(value))
      case .linear(let constant, let terms):
        let parts = terms.map { (weight: $0.coefficient, view: views[$0.node.index]) }
        switch Self.sum(constant, parts) {
        case .view(let view): views.append(view)
        case .step(let step): views.append(column(step))
        }
      case .product(let a, let b):
        let (x, y) = (views[a.index], views[b.index])
        if y.column == nil {
          views.append(Self.scaled(x, by: y.offset))
        } else if x.column == nil {
          views.append(Self.scaled(y, by: x.offset))
        } else {
          views.append(column(.product(x, y)))
        }
      case .quotient(let a, let b):
        let (x, y) = (views[a.index], views[b.index])
        if x.column == nil, y.column == nil {
          views.append(.constant(x.offset / y.offset))
        } else {
          views.append(column(.quotient(x, y)))
        }
      case .function(let function, let a):
        let x = views[a.index]
        views.append(
          x.column == nil
            ? .constant(function.value(x.offset)) : column(.function(function, x)))
      case .pair(let function, let a, let b):
        let (x, y) = (views[a.index], views[b.index])
        views.append(
          x.column == nil && y.column == nil
            ? .constant(function.value(x.offset, y.offset)) : column(.pair(function, x, y)))
      case .choice(let condition, let a, let b):
        let (x, y, z) = (views[condition.index], views[a.index], views[b.index])
        views.append(x.column == nil ? (x.offset != 0 ? y : z) : column(.choice(x, y, z)))
      }
    }
    variableCount = names.count
    self.steps = steps
    quantities = graph.quantities.map { ($0, views[$0.node.index]) }
    recorded = Set(quantities.compactMap(\.view.column)).sorted()
    for (quantity, view) in quantities where view.column == nil && !view.offset.isFinite {
      throw .notFinite(quantity: quantity.path)
    }
    var goals: [Goal] = []
    for target in scenario.targets {
      guard let quantity = graph.quantity(target.quantity) else {
        throw .unknownQuantity(target: target.id, quantity: target.quantity)
      }
      goals.append(Goal(target: target, quantity: quantity, view: views[quantity.node.index]))
    }
    self.goals = goals
  }

  private enum Sum {
    case view(View)
    case step(Step)
  }

  /// `constant + sum of weight x view`, gathered by column in the order of first appearance.
  private static func sum(_ constant: Double, _ parts: [(weight: Double, view: View)]) -> Sum {
    var offset = constant
    var terms: [(weight: Double, column: Int)] = []
    for (weight, view) in parts {
      if view.offset != 0 { offset += weight * view.offset }
      guard let column = view.column else { continue }
      let slope = weight * view.factor
      if let known = terms.firstIndex(where: { $0.column == column }) {
        terms[known].weight += slope
      } else {
        terms.append((slope, column))
      }
    }
    switch terms.count {
    case 0: return .view(.constant(offset))
    case 1: return .view(View(offset: offset, factor: terms[0].weight, column: terms[0].column))
    default: return .step(.linear(constant: offset, terms: terms))
    }
  }

  private static func scaled(_ view: View, by factor: Double) -> View {
    View(offset: view.offset * factor, factor: view.factor * factor, column: view.column)
  }
}
