import GrowthModel

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

    /// Its number, where it is the same in every draw.
    var constant: Double? { column == nil ? offset : nil }

    /// Whether it shows its column as it is.
    var isPlain: Bool { offset == 0 && factor == 1 }

    func scaled(by factor: Double) -> View {
      View(offset: offset * factor, factor: self.factor * factor, column: column)
    }
  }

  /// A part of a sum.
  struct Term: Sendable, Hashable {
    var weight: Double
    var column: Int
  }

  /// How a column is made from earlier ones; nothing in it is counted by reference, since each is looked
  /// at four times a block.
  enum Step: Sendable {
    /// The constant and these of the plan's terms.
    case linear(constant: Double, terms: Range<Int>)
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
    /// The control that its count is corrected by, if any.
    var control: Control?
  }

  /// The column of a linear control, and how often it meets the target in truth.
  struct Control: Sendable {
    let column: Int
    let probability: Double
  }

  /// Columns of the uncertain variables.
  let variableCount: Int
  /// Those among them that a step or a quantity looks at.
  var usedVariables: Set<Int>
  /// The steps in order; step k fills column `variableCount + k`.
  var steps: [Step]
  /// The terms of all sums, one after the other.
  var terms: [Term]
  /// The columns that quantities look at, each recorded once.
  let recorded: [Int]
  let quantities: [(quantity: Quantity, view: View)]
  var goals: [Goal]

  var columnCount: Int { variableCount + steps.count }

  /// The plan with a column for the control of each goal that has one.
  ///
  /// - Parameters:
  ///   - controls: in the order of the goals.
  ///   - places: the columns of the variables.
  func controlled(by controls: [LinearControl?], places: [String: Int]) -> Plan {
    var plan = self
    for (k, control) in controls.enumerated() {
      plan.goals[k].control = nil
      guard let control else { continue }
      let start = plan.terms.count
      for part in control.weights {
        guard let place = places[part.variable] else { continue }
        plan.terms.append(Term(weight: part.weight, column: place))
        plan.usedVariables.insert(place)
      }
      plan.goals[k].control = Control(
        column: plan.columnCount, probability: control.probability(of: goals[k].target))
      plan.steps.append(.linear(constant: control.offset, terms: start..<plan.terms.count))
    }
    return plan
  }
}
