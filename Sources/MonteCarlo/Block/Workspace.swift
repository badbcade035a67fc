import GrowthModel
import Stochastics

/// The memory in which one task evaluates its blocks, one after the other.
///
/// A class only to own the memory: what is in it belongs to the block being evaluated.
final class Workspace {
  /// Draws in a block: a multiple of the runs of `Moments` and of the groups of a stream.
  static let blockLength = 1024

  let columns: UnsafeMutablePointer<Double>
  /// A column for what a step reads in another form than it stands in.
  let scratch: UnsafeMutablePointer<Double>

  init(columnCount: Int) {
    columns = .allocate(capacity: (columnCount + 1) * Self.blockLength)
    scratch = columns + columnCount * Self.blockLength
  }

  deinit { columns.deallocate() }

  /// The column of this number; valid while the workspace lives.
  func column(_ index: Int) -> UnsafeMutablePointer<Double> {
    columns + index * Self.blockLength
  }
}

extension Plan {
  /// Evaluates one block: draws `firstDraw ..< firstDraw + count`.
  ///
  /// Every operation works row by row, so a draw does not depend on the block that it is in.
  func evaluate(
    firstDraw: Int, count: Int, sampler: JointSampler, in workspace: Workspace
  ) {
    sampler.fill(
      columns: workspace.columns, stride: Workspace.blockLength, count: count,
      firstDraw: firstDraw)
    evaluateSteps(count: count, in: workspace)
  }

  /// Fills the columns of the steps from those of the variables.
  func evaluateSteps(count: Int, in workspace: Workspace) {
    for (index, step) in steps.enumerated() {
      let result = workspace.column(variableCount + index)
      switch step {
      case .linear(let constant, let terms):
        sum(constant, terms, count, in: workspace, result)
      case .product(let x, let y):
        combine(x, y, count, in: workspace, result) { _, a, b in a * b }
      case .quotient(let x, let y):
        combine(x, y, count, in: workspace, result) { _, a, b in a / b }
      case .function(let function, let x):
        apply(function, to: x, count, in: workspace, result)
      case .pair(let function, let x, let y):
        apply(function, to: x, y, count, in: workspace, result)
      case .choice(let condition, let x, let y):
        let conditions = operand(condition, count, in: workspace)
        combine(x, y, count, in: workspace, result) { i, a, b in conditions[i] != 0 ? a : b }
      }
    }
  }

  /// `constant + sum of weight x column`, added in the order of the terms, up to three in a pass.
  private func sum(
    _ constant: Double, _ terms: [(weight: Double, column: Int)], _ count: Int,
    in workspace: Workspace, _ result: UnsafeMutablePointer<Double>
  ) {
    func source(_ term: Int) -> UnsafePointer<Double> {
      UnsafePointer(workspace.column(terms[term].column))
    }
    let (u, x) = (terms[0].weight, source(0))
    guard terms.count > 1 else {
      for i in 0..<count { result[i] = constant + u * x[i] }
      return
    }
    let (v, y) = (terms[1].weight, source(1))
    for i in 0..<count { result[i] = constant + u * x[i] + v * y[i] }
    var next = 2
    while next + 1 < terms.count {
      let (u, x, v, y) = (
        terms[next].weight, source(next), terms[next + 1].weight, source(next + 1)
      )
      for i in 0..<count { result[i] = result[i] + u * x[i] + v * y[i] }
      next += 2
    }
    guard next < terms.count else { return }
    let (w, z) = (terms[next].weight, source(next))
    for i in 0..<count { result[i] += w * z[i] }
  }

  private func apply(
    _ function: QuantityGraph.Function, to x: View, _ count: Int, in workspace: Workspace,
    _ result: UnsafeMutablePointer<Double>
  ) {
    combine(x, .constant(0), count, in: workspace, result) { _, a, _ in a }
    switch function {
    case .exponential:
      PortableMath.exp(UnsafeMutableBufferPointer(start: result, count: count))
    case .logarithm:
      PortableMath.log(UnsafeMutableBufferPointer(start: result, count: count))
    case .squareRoot: for i in 0..<count { result[i] = result[i].squareRoot() }
    case .magnitude: for i in 0..<count { result[i] = result[i].magnitude }
    }
  }

  /// One loop for each function, so that none asks which it is.
  private func apply(
    _ function: QuantityGraph.PairFunction, to x: View, _ y: View, _ count: Int,
    in workspace: Workspace, _ result: UnsafeMutablePointer<Double>
  ) {
    switch function {
    case .minimum: combine(x, y, count, in: workspace, result) { _, a, b in a < b ? a : b }
    case .maximum: combine(x, y, count, in: workspace, result) { _, a, b in a > b ? a : b }
    case .less: combine(x, y, count, in: workspace, result) { _, a, b in a < b ? 1 : 0 }
    case .lessOrEqual: combine(x, y, count, in: workspace, result) { _, a, b in a <= b ? 1 : 0 }
    case .equal: combine(x, y, count, in: workspace, result) { _, a, b in a == b ? 1 : 0 }
    case .power:
      let exponents = operand(y, count, in: workspace)
      combine(x, .constant(0), count, in: workspace, result) { _, a, _ in a }
      PortableMath.power(
        UnsafeMutableBufferPointer(start: result, count: count),
        UnsafeBufferPointer(start: exponents, count: count))
    }
  }

  /// What a view shows as a column: the one that it looks at where it shows just that, else the
  /// scratch column, until the next operand.
  private func operand(
    _ view: View, _ count: Int, in workspace: Workspace
  ) -> UnsafePointer<Double> {
    if let column = view.column, view.offset == 0, view.factor == 1 {
      return UnsafePointer(workspace.column(column))
    }
    combine(view, .constant(0), count, in: workspace, workspace.scratch) { _, a, _ in a }
    return UnsafePointer(workspace.scratch)
  }

  /// Applies an operation to two views, row by row; the operation is also given the row.
  @inline(__always)
  private func combine(
    _ x: View, _ y: View, _ count: Int, in workspace: Workspace,
    _ result: UnsafeMutablePointer<Double>, _ operation: (Int, Double, Double) -> Double
  ) {
    let (p, u) = (x.offset, x.factor)
    let (q, v) = (y.offset, y.factor)
    switch (x.column, y.column) {
    case (.some(let a), .some(let b)):
      let left = UnsafePointer(workspace.column(a))
      let right = UnsafePointer(workspace.column(b))
      for i in 0..<count { result[i] = operation(i, p + u * left[i], q + v * right[i]) }
    case (.some(let a), nil):
      let left = UnsafePointer(workspace.column(a))
      for i in 0..<count { result[i] = operation(i, p + u * left[i], q) }
    case (nil, .some(let b)):
      let right = UnsafePointer(workspace.column(b))
      for i in 0..<count { result[i] = operation(i, p, q + v * right[i]) }
    case (nil, nil):
      for i in 0..<count { result[i] = operation(i, p, q) }
    }
  }

  /// Copies what a view shows in the block at hand.
  func read(_ view: View, count: Int, from workspace: Workspace) -> [Double] {
    guard let column = view.column else {
      return [Double](repeating: view.offset, count: count)
    }
    let source = workspace.column(column)
    return (0..<count).map { view.offset + view.factor * source[$0] }
  }
}
