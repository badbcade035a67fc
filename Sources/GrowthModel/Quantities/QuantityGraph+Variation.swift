extension QuantityGraph {
  /// Whether a node depends on an uncertain input at all; one that does not is the same in every draw.
  ///
  /// - Parameter node: of this graph.
  /// - Complexity: linear in the number of operations up to the node.
  public func varies(_ node: Node) -> Bool {
    var seen: Set<Node> = [node]
    var open = [node]
    while let next = open.popLast() {
      let operation = operations[next.index]
      if case .input = operation { return true }
      for operand in operation.operands where seen.insert(operand).inserted { open.append(operand) }
    }
    return false
  }
}
