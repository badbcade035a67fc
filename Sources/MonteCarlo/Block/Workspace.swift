import Stochastics

/// The memory in which one task evaluates its blocks, one after the other.
///
/// A class only to own the memory: what is in it belongs to the block being evaluated.
final class Workspace {
  /// Draws in a block: a multiple of the runs of `Moments` and of the groups of a stream.
  static let blockLength = 1024
  /// Numbers from the beginning of one column to that of the next.
  ///
  /// A cache line more than a block: at a distance of a power of two the same rows of all columns would
  /// share a quarter of the second-level cache.
  static let columnStride = blockLength + 8

  let columns: UnsafeMutablePointer<Double>
  /// A column for what a step reads in another form than it stands in.
  let scratch: UnsafeMutablePointer<Double>

  init(columnCount: Int) {
    columns = Columns.allocate((columnCount + 1) * Self.columnStride)
    scratch = columns + columnCount * Self.columnStride
  }

  deinit { columns.deallocate() }

  /// The column of this number; valid while the workspace lives.
  func column(_ index: Int) -> UnsafeMutablePointer<Double> {
    columns + index * Self.columnStride
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
      columns: workspace.columns, stride: Workspace.columnStride, count: count,
      firstDraw: firstDraw)
    evaluateSteps(count: count, in: workspace)
  }

  /// Evaluates the first draws of a run, on this thread.
  ///
  /// - Parameters:
  ///   - draws: how many, a multiple of the length of a block.
  ///   - body: called after each block with the number of its first draw.
  func forEachBlock(
    draws: Int, sampler: JointSampler, _ body: (_ firstDraw: Int, Workspace) -> Void
  ) {
    let workspace = Workspace(columnCount: columnCount)
    let length = Workspace.blockLength
    for first in stride(from: 0, to: draws, by: length) {
      evaluate(firstDraw: first, count: length, sampler: sampler, in: workspace)
      body(first, workspace)
    }
  }

  /// Fills the columns of the steps from those of the variables, a tile after the other.
  func evaluateSteps(count: Int, in workspace: Workspace) {
    steps.withUnsafeBufferPointer { steps in
      Tile.forEach(of: count, in: workspace, terms: terms) { tile in
        for index in steps.indices { tile.evaluate(steps[index], into: variableCount + index) }
      }
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
