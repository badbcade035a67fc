/// Builds the operations of a model while its formulas are lowered, and knows what references lead
/// to.
public protocol FormulaBuilder {
  /// The node for an operation, made where there is none yet.
  mutating func node(_ operation: QuantityGraph.Operation) -> QuantityGraph.Node
  /// The operation of a node that there is.
  func operation(of node: QuantityGraph.Node) -> QuantityGraph.Operation
  /// The node of a quantity, in the period that the lag leads to from this one; nil where that lies
  /// before what is known. Other formulas may be lowered meanwhile.
  mutating func node(
    _ path: String, lag: Formula.Lag, at period: Period
  ) -> QuantityGraph.Node?
  /// The ids of the leaves at or below an activity, and of all for `all`.
  func leaves(of activity: String) -> [String]
  /// Notes what a division, a logarithm, a root or a power needs.
  mutating func demand(_ demand: QuantityGraph.Demand)
}

extension Formula {
  /// Makes the operations of the formula in one period.
  ///
  /// Parts that are the same in every draw are worked out at once, and what a fixed condition rules
  /// out is not looked at: `if(year > 2025, x[-1], 3%)` needs no `x` before 2025.
  ///
  /// The formula must have been checked.
  ///
  /// - Returns: the node of its value; nil where it looks back before what is known.
  public func lower<Builder: FormulaBuilder>(
    with builder: inout Builder, at period: Period
  ) -> QuantityGraph.Node? {
    var lowering = FormulaLowering<Builder>(period: period)
    return lowering.value(of: expression, &builder).map { $0.node(&builder) }
  }
}
