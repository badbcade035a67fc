extension QuantityGraph {
  /// What an operation needs of a node so that it gives a number: a denominator that is not zero, a
  /// logarithm's argument above zero.
  public struct Demand: Sendable, Equatable {
    /// What a number must be.
    public enum Condition: Sendable, Equatable {
      /// Not zero, above zero, or not below it.
      case nonZero, positive, notNegative

      /// Whether every number of a range meets it.
      func holds(in range: ClosedRange<Double>) -> Bool {
        switch self {
        case .nonZero: !range.contains(0)
        case .positive: range.lowerBound > 0
        case .notNegative: range.lowerBound >= 0
        }
      }
    }

    /// What the operation works on.
    public let node: Node
    /// What it must be.
    public let condition: Condition
    /// Under which circumstances the operation's result is used at all.
    public let guards: [Guard]
    /// Where the operation stands in its formula, in Unicode scalars from 0.
    public let offset: Int

    /// States what an operation needs of a node.
    public init(_ node: Node, _ condition: Condition, guards: [Guard] = [], offset: Int) {
      self.node = node
      self.condition = condition
      self.guards = guards
      self.offset = offset
    }
  }

  /// That a condition holds, or that it does not.
  public struct Guard: Sendable, Hashable {
    /// One where the condition holds, else zero.
    public let condition: Node
    /// Whether it must hold, or must not.
    public let holds: Bool

    /// Takes a condition as holding, or as not holding.
    public init(_ condition: Node, holds: Bool) {
      self.condition = condition
      self.holds = holds
    }
  }

  /// The demands that some values of the inputs may not meet, with the ranges of their nodes.
  ///
  /// A demand whose guards cannot all hold is met.
  ///
  /// - Parameters:
  ///   - demands: what operations of this graph need.
  ///   - inputs: the least and the greatest value of an input.
  /// - Complexity: linear in the number of operations, once and again for each guarded demand that
  ///   its node's own range does not settle.
  public func unmet(
    _ demands: [Demand], inputs: (String) -> ClosedRange<Double>
  ) -> [(demand: Demand, range: ClosedRange<Double>)] {
    let analysis = RangeAnalysis(operations: operations, inputs: inputs)
    return demands.filter { !analysis.meets($0) }.map { ($0, analysis.ranges[$0.node.index]) }
  }
}
