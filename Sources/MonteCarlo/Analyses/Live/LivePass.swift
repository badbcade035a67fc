import GrowthModel
import Stochastics

/// What is evaluated of a plan where some of its columns are known from before.
struct LivePass: Sendable {
  /// A column of a workspace that is filled from memory, or kept in it.
  struct Transfer: Sendable {
    let column: Int
    /// The place in the memory.
    let slot: Int
  }

  /// With all of its columns, and of what it records only what is new.
  let plan: Plan
  /// The scales of what is recorded.
  var scales: [(centre: Double, scale: Double)] = []
  /// Draws the variables that are not in memory; nil where all are.
  let sampler: JointSampler?
  /// What comes from memory.
  let loads: [Transfer]
  /// The steps to evaluate, in their order.
  let steps: [Int]
  /// What goes into memory.
  let stores: [Transfer]
  /// Places that the memory must have.
  let slotCount: Int
}

extension LivePass {
  /// Evaluates a block.
  ///
  /// - Parameters:
  ///   - firstDraw: the number of its first draw.
  ///   - row: where the block begins in the memory.
  ///   - count: of its draws.
  ///   - memory: of the columns.
  ///   - workspace: to evaluate in.
  func evaluate(
    firstDraw: Int, row: Int, count: Int, memory: ColumnMemory, in workspace: Workspace
  ) {
    sampler?.fill(
      columns: workspace.columns, stride: Workspace.columnStride, count: count,
      firstDraw: firstDraw)
    plan.terms.withUnsafeBufferPointer { terms in
      for first in stride(from: 0, to: count, by: Tile.length) {
        let rows = min(Tile.length, count - first)
        for load in loads {
          (workspace.column(load.column) + first).update(
            from: memory.column(load.slot) + row + first, count: rows)
        }
        let tile = Tile(
          columns: workspace.columns + first, scratch: workspace.scratch, terms: terms,
          count: rows)
        for index in steps { tile.evaluate(plan.steps[index], into: plan.variableCount + index) }
        for store in stores {
          (memory.column(store.slot) + row + first).update(
            from: workspace.column(store.column) + first, count: rows)
        }
      }
    }
  }
}

/// Columns of some draws, kept from one evaluation to the next.
///
/// A class only to own the memory.
final class ColumnMemory {
  private let draws: Int
  private var columns: [UnsafeMutablePointer<Double>] = []

  /// - Parameter draws: the length of a column.
  init(draws: Int) { self.draws = draws }

  deinit { for column in columns { column.deallocate() } }

  /// Makes room.
  ///
  /// - Parameter count: of columns that there are to be at least.
  func reserve(_ count: Int) {
    while columns.count < count { columns.append(.allocate(capacity: draws)) }
  }

  /// The column of a place; valid while the memory lives.
  func column(_ slot: Int) -> UnsafeMutablePointer<Double> { columns[slot] }
}
