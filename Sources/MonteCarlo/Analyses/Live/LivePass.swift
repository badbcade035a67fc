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
            from: memory.rows(load.slot, from: row + first), count: rows)
        }
        let tile = Tile(
          columns: workspace.columns + first, scratch: workspace.scratch, terms: terms,
          count: rows)
        for index in steps { tile.evaluate(plan.steps[index], into: plan.variableCount + index) }
        for store in stores {
          memory.rows(store.slot, from: row + first).update(
            from: workspace.column(store.column) + first, count: rows)
        }
      }
    }
  }
}

/// Columns of some draws, kept from one evaluation to the next: a tile after the other with all of its columns, so
/// that what an evaluation reads lies together.
///
/// A class only to own the memory.
final class ColumnMemory {
  private let tiles: Int
  /// Columns that there is room for.
  private var capacity = 0
  private var numbers: UnsafeMutablePointer<Double>

  /// - Parameter draws: the length of a column.
  init(draws: Int) {
    tiles = (draws + Tile.length - 1) / Tile.length
    numbers = Columns.allocate(0)
  }

  deinit { numbers.deallocate() }

  /// Makes room; what is in the memory stays in it.
  ///
  /// - Parameter count: of columns that there are to be at least.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    let before = capacity * Tile.length
    let room = max(count, capacity + capacity / 4) * Tile.length
    let more = Columns.allocate(tiles * room)
    for tile in 0..<tiles {
      (more + tile * room).update(from: numbers + tile * before, count: before)
    }
    numbers.deallocate()
    (numbers, capacity) = (more, room / Tile.length)
  }

  /// A tile's rows of a column; valid until room is made.
  ///
  /// - Parameters:
  ///   - slot: the place of the column.
  ///   - row: the first of a tile.
  func rows(_ slot: Int, from row: Int) -> UnsafeMutablePointer<Double> {
    numbers + (row * capacity + slot * Tile.length)
  }
}
