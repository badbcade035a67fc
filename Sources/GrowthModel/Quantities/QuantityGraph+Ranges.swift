extension QuantityGraph {
  /// The least and the greatest value that each operation can have, by interval arithmetic: R. E.
  /// Moore, "Interval Analysis" (1966).
  ///
  /// A range contains every value that the operation has when each input is in its own range; it is
  /// wider than need be where a quantity meets itself, as in `x - x`. Squares are not negative, and
  /// a choice narrows the ranges of what its condition compares. Operations that round in order give
  /// the very numbers that an evaluation in the same order gives at the ends; elsewhere ranges are
  /// widened by a few units in the last place. A quotient by what may be zero has no bounds.
  ///
  /// - Parameter inputs: the least and the greatest value of an input; infinities are allowed.
  /// - Returns: a range for each of `operations`.
  /// - Complexity: linear in the number of operations, and again for each choice.
  public func ranges(of inputs: (String) -> ClosedRange<Double>) -> [ClosedRange<Double>] {
    RangeAnalysis(operations: operations, inputs: inputs).ranges
  }
}

/// Interval arithmetic over the operations of a graph.
struct RangeAnalysis {
  typealias Range = ClosedRange<Double>

  let operations: [QuantityGraph.Operation]
  private(set) var ranges: [Range] = []
  /// Nodes that a condition says are not zero, wherever zero lies in their range.
  private var nonZero: Set<Int> = []

  init(operations: [QuantityGraph.Operation], inputs: (String) -> Range) {
    self.operations = operations
    ranges.reserveCapacity(operations.count)
    for operation in operations {
      if case .input(let name) = operation {
        ranges.append(inputs(name))
      } else {
        ranges.append(range(of: operation))
      }
    }
  }

  /// Whether a node meets what is demanded of it.
  func meets(_ demand: QuantityGraph.Demand) -> Bool {
    if demand.condition.holds(in: ranges[demand.node.index]) { return true }
    guard let narrowed = narrowed(upTo: demand.node, by: demand.guards) else { return true }
    return demand.condition.holds(in: narrowed.ranges[demand.node.index])
      || demand.condition == .nonZero && narrowed.nonZero.contains(demand.node.index)
  }

  /// The range of a node where some conditions hold; nil where they cannot hold together.
  func range(of node: QuantityGraph.Node, given guards: [QuantityGraph.Guard]) -> Range? {
    narrowed(upTo: node, by: guards)?.ranges[node.index]
  }

  /// The ranges up to a node where some conditions hold; nil where they cannot hold together.
  private func narrowed(
    upTo node: QuantityGraph.Node, by guards: [QuantityGraph.Guard]
  ) -> RangeAnalysis? {
    guard !guards.isEmpty else { return self }
    var narrowed = self
    var changed: Set<Int> = []
    for condition in guards {
      guard narrowed.assume(condition.condition, isTrue: condition.holds, changed: &changed)
      else { return nil }
    }
    return narrowed.refresh(upTo: node.index, changed: changed) ? narrowed : nil
  }

  /// Narrows ranges by a condition; false where it cannot hold.
  private mutating func assume(
    _ condition: QuantityGraph.Node, isTrue: Bool, changed: inout Set<Int>
  ) -> Bool {
    switch operations[condition.index] {
    case .pair(.less, let a, let b):
      return isTrue
        ? order(a, b, strictly: true, changed: &changed)
        : order(b, a, strictly: false, changed: &changed)
    case .pair(.lessOrEqual, let a, let b):
      return isTrue
        ? order(a, b, strictly: false, changed: &changed)
        : order(b, a, strictly: true, changed: &changed)
    case .pair(.equal, let a, let b):
      return isTrue
        ? order(a, b, strictly: false, changed: &changed)
          && order(b, a, strictly: false, changed: &changed)
        : exclude(a, b, changed: &changed) && exclude(b, a, changed: &changed)
    case .product(let a, let b) where isTrue:
      return assume(a, isTrue: true, changed: &changed)
        && assume(b, isTrue: true, changed: &changed)
    case .pair(.maximum, let a, let b)
    where !isTrue && ranges[a.index].lowerBound >= 0 && ranges[b.index].lowerBound >= 0:
      return assume(a, isTrue: false, changed: &changed)
        && assume(b, isTrue: false, changed: &changed)
    case .linear(let constant, let terms)
    where constant == 1 && terms.count == 1 && terms[0].coefficient == -1
      && isCondition(terms[0].node):
      return assume(terms[0].node, isTrue: !isTrue, changed: &changed)
    default:
      let range = ranges[condition.index]
      return isTrue ? range != 0...0 : range.contains(0)
    }
  }

  /// Whether a node can only be zero or one.
  private func isCondition(_ node: QuantityGraph.Node) -> Bool {
    switch operations[node.index] {
    case .pair(.less, _, _), .pair(.lessOrEqual, _, _), .pair(.equal, _, _): true
    case .product(let a, let b), .pair(.maximum, let a, let b): isCondition(a) && isCondition(b)
    case .linear(1, let terms):
      terms.count == 1 && terms[0].coefficient == -1 && isCondition(terms[0].node)
    default: false
    }
  }

  /// Narrows two ranges by a < b, or by a <= b.
  private mutating func order(
    _ a: QuantityGraph.Node, _ b: QuantityGraph.Node, strictly: Bool, changed: inout Set<Int>
  ) -> Bool {
    let top = ranges[b.index].upperBound
    let bottom = ranges[a.index].lowerBound
    return narrow(a, to: -.infinity, strictly ? top.nextDown : top, changed: &changed)
      && narrow(b, to: strictly ? bottom.nextUp : bottom, .infinity, changed: &changed)
  }

  /// Narrows the range of `a` by a != b, where b is one number at an end of it.
  private mutating func exclude(
    _ a: QuantityGraph.Node, _ b: QuantityGraph.Node, changed: inout Set<Int>
  ) -> Bool {
    let (range, other) = (ranges[a.index], ranges[b.index])
    guard other.lowerBound == other.upperBound else { return true }
    if other.lowerBound == 0 { nonZero.insert(a.index) }
    let low = range.lowerBound == other.lowerBound ? range.lowerBound.nextUp : range.lowerBound
    let high = range.upperBound == other.lowerBound ? range.upperBound.nextDown : range.upperBound
    return narrow(a, to: low, high, changed: &changed)
  }

  private mutating func narrow(
    _ node: QuantityGraph.Node, to low: Double, _ high: Double, changed: inout Set<Int>
  ) -> Bool {
    let range = ranges[node.index]
    let (lower, upper) = (max(low, range.lowerBound), min(high, range.upperBound))
    guard lower <= upper else { return false }
    if lower...upper != range {
      ranges[node.index] = lower...upper
      changed.insert(node.index)
    }
    return true
  }

  /// Works out again what depends on narrowed ranges; false where a range becomes empty.
  private mutating func refresh(upTo last: Int, changed: Set<Int>) -> Bool {
    guard let first = changed.min(), first < last else { return true }
    var changed = changed
    for index in first...last where operations[index].uses(any: changed) {
      let fresh = range(of: operations[index])
      guard fresh.overlaps(ranges[index]) else { return false }
      let narrowed = fresh.clamped(to: ranges[index])
      if narrowed != ranges[index] {
        ranges[index] = narrowed
        changed.insert(index)
      }
    }
    return true
  }

  private func range(of operation: QuantityGraph.Operation) -> Range {
    func of(_ node: QuantityGraph.Node) -> Range { ranges[node.index] }
    switch operation {
    case .input: return -.infinity ... .infinity
    case .constant(let value): return Interval.make(value, value)
    case .linear(let constant, let terms): return linear(constant, terms)
    case .product(let a, let b):
      return a == b ? Interval.square(of(a)) : widened(Interval.product(of(a), of(b)), [a, b])
    case .quotient(let a, let b): return widened(Interval.quotient(of(a), of(b)), [a, b])
    case .function(let function, let a): return Interval.function(function, of(a))
    case .pair(let function, let a, let b): return Interval.pair(function, of(a), of(b))
    case .choice(let condition, let a, let b): return choice(condition, a, b)
    }
  }

  /// `constant + sum of coefficient x node`, in the order of the terms.
  private func linear(_ constant: Double, _ terms: [QuantityGraph.Term]) -> Range {
    var sum = Interval.make(constant, constant)
    var largest = constant.magnitude
    for term in terms {
      let part = Interval.product(
        Interval.make(term.coefficient, term.coefficient), ranges[term.node.index])
      sum = Interval.sum(sum, part)
      let size = max(part.lowerBound.magnitude, part.upperBound.magnitude)
      if size.isFinite { largest = max(largest, size) }
    }
    guard terms.count > 1 || terms.contains(where: { isRearranged($0.node) }) else { return sum }
    // A plan gathers terms by column and so adds in another order.
    let slack = largest * Double(terms.count + 1) * 2 * .ulpOfOne
    return Interval.make(sum.lowerBound - slack, sum.upperBound + slack)
  }

  /// Whether a plan folds a node into the operations that use it, and so rounds otherwise.
  private func isRearranged(_ node: QuantityGraph.Node) -> Bool {
    switch operations[node.index] {
    case .linear(_, let terms): terms.contains { $0.coefficient.magnitude != 1 } || terms.count > 1
    case .product: true
    default: false
    }
  }

  /// Two units in the last place more at the ends, where a plan rounds in another order.
  private func widened(_ range: Range, _ nodes: [QuantityGraph.Node]) -> Range {
    guard nodes.contains(where: isRearranged) else { return range }
    // Multiplication and division keep the sign, so no end crosses zero.
    return Interval.make(
      range.lowerBound * (1 - range.lowerBound.signValue * 2 * .ulpOfOne),
      range.upperBound * (1 + range.upperBound.signValue * 2 * .ulpOfOne))
  }

  private func choice(
    _ condition: QuantityGraph.Node, _ a: QuantityGraph.Node, _ b: QuantityGraph.Node
  ) -> Range {
    let first = range(of: a, given: [QuantityGraph.Guard(condition, holds: true)])
    let second = range(of: b, given: [QuantityGraph.Guard(condition, holds: false)])
    guard let first else { return second ?? Interval.union(ranges[a.index], ranges[b.index]) }
    return second.map { Interval.union(first, $0) } ?? first
  }
}

extension Double {
  /// 1 above zero, -1 below.
  fileprivate var signValue: Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}

extension QuantityGraph.Operation {
  /// Whether it uses one of these nodes.
  fileprivate func uses(any nodes: Set<Int>) -> Bool {
    switch self {
    case .input, .constant: false
    case .linear(_, let terms): terms.contains { nodes.contains($0.node.index) }
    case .product(let a, let b), .quotient(let a, let b), .pair(_, let a, let b):
      nodes.contains(a.index) || nodes.contains(b.index)
    case .function(_, let a): nodes.contains(a.index)
    case .choice(let a, let b, let c):
      nodes.contains(a.index) || nodes.contains(b.index) || nodes.contains(c.index)
    }
  }
}
