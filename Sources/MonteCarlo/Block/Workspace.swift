import Stochastics

/// The memory in which one task evaluates its blocks, one after the other.
///
/// A class only to own the memory: what is in it belongs to the block being evaluated.
final class Workspace {
  /// Draws in a block: a multiple of the runs of `Moments` and of the groups of a stream.
  static let blockLength = 1024

  let columns: UnsafeMutablePointer<Double>

  init(columnCount: Int) {
    columns = .allocate(capacity: max(columnCount, 1) * Self.blockLength)
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
    for (index, step) in steps.enumerated() {
      let result = workspace.column(variableCount + index)
      switch step {
      case .linear(let constant, let terms):
        let first = UnsafePointer(workspace.column(terms[0].column))
        let weight = terms[0].weight
        for i in 0..<count { result[i] = constant + weight * first[i] }
        for (weight, column) in terms.dropFirst() {
          let source = UnsafePointer(workspace.column(column))
          for i in 0..<count { result[i] += weight * source[i] }
        }
      case .product(let x, let y):
        combine(x, y, count, in: workspace, result) { $0 * $1 }
      case .quotient(let x, let y):
        combine(x, y, count, in: workspace, result) { $0 / $1 }
      case .function(let function, let x):
        let values = read(x, count: count, from: workspace)
        for i in 0..<count { result[i] = function.value(values[i]) }
      case .pair(let function, let x, let y):
        combine(x, y, count, in: workspace, result) { function.value($0, $1) }
      case .choice(let condition, let x, let y):
        let conditions = read(condition, count: count, from: workspace)
        combine(x, y, count, in: workspace, result) { a, _ in a }
        let others = read(y, count: count, from: workspace)
        for i in 0..<count where conditions[i] == 0 { result[i] = others[i] }
      }
    }
  }

  /// Applies an operation to two views, row by row.
  @inline(__always)
  private func combine(
    _ x: View, _ y: View, _ count: Int, in workspace: Workspace,
    _ result: UnsafeMutablePointer<Double>, _ operation: (Double, Double) -> Double
  ) {
    switch (x.column, y.column) {
    case (.some(let a), .some(let b)):
      let left = UnsafePointer(workspace.column(a))
      let right = UnsafePointer(workspace.column(b))
      for i in 0..<count {
        result[i] = operation(x.offset + x.factor * left[i], y.offset + y.factor * right[i])
      }
    case (.some(let a), nil):
      let left = UnsafePointer(workspace.column(a))
      for i in 0..<count { result[i] = operation(x.offset + x.factor * left[i], y.offset) }
    case (nil, .some(let b)):
      let right = UnsafePointer(workspace.column(b))
      for i in 0..<count { result[i] = operation(x.offset, y.offset + y.factor * right[i]) }
    case (nil, nil):
      for i in 0..<count { result[i] = operation(x.offset, y.offset) }
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
