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
  }

  /// Columns of the uncertain variables.
  let variableCount: Int
  /// Those among them that a step or a quantity looks at.
  let usedVariables: Set<Int>
  /// The steps in order; step k fills column `variableCount + k`.
  let steps: [Step]
  /// The terms of all sums, one after the other.
  let terms: [Term]
  /// The columns that quantities look at, each recorded once.
  let recorded: [Int]
  let quantities: [(quantity: Quantity, view: View)]
  let goals: [Goal]

  var columnCount: Int { variableCount + steps.count }
}
