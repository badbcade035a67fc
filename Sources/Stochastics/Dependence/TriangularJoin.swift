/// A lower triangular factor, packed for joining columns of scores: x = F z, row by row and in place.
///
/// Four rows are worked on together, eight draws at a time, so that their sums stay in registers and each
/// score that is loaded serves four of them. Every sum is `F[i][i] z[i]` first and then the other products by
/// ascending row, rounded one by one: the same bits whichever rows are asked for, on any processor.
struct TriangularJoin: Sendable, Hashable {
  /// Rows that are worked on together.
  private static let width = 4
  /// Draws that go through all rows before the next ones do: four cache lines of each column.
  private static let tile = 32
  /// The most rows whose columns are read where they lie. Of more than that, a tile is copied together first:
  /// lines of hundreds of distant columns miss the table of pages, and the sums take half as long again.
  private static let mostApart = 64

  /// Up to four rows.
  private struct Block: Hashable {
    /// Fewer than four are filled up with the first one, which then is worked out more than once.
    let rows: SIMD4<Int>
    /// F[i][i] of each.
    let own: SIMD4<Double>
    /// What the first row adds to the other three, where the four are next to each other.
    let fromFirst: SIMD3<Double>
    /// What the second adds to the last two.
    let fromSecond: SIMD2<Double>
    /// What the third adds to the fourth.
    let fromThird: Double
    /// Which of the sources are theirs.
    let sources: Range<Int>
  }

  /// From the last rows to the first, so that the scores still to be used stand as they were drawn.
  private let blocks: [Block]
  /// Rows whose scores enter others.
  private let sources: [Int]
  /// What each source adds to the rows of its block; zero for those that it does not enter.
  private let weights: [SIMD4<Double>]

  /// Packs some rows of a factor.
  ///
  /// - Parameters:
  ///   - factor: for each row the weights of the rows up to it and of itself.
  ///   - rows: the rows to be worked out, ascending; the others are left as they were drawn.
  init(_ factor: [[Double]], rows: [Int]) {
    var blocks: [Block] = []
    var sources: [Int] = []
    var weights: [SIMD4<Double>] = []
    var end = rows.count
    while end > 0 {
      let start = max(end - Self.width, 0)
      let members = (0..<Self.width).map { start + $0 < end ? rows[start + $0] : rows[start] }
      let first = sources.count
      // The products of rows next to each other come last in each of their sums.
      let isRun = rows[end - 1] - rows[start] == end - 1 - start
      func inner(_ row: Int, _ other: Int) -> Double {
        isRun && start + row < end ? factor[members[row]][members[other]] : 0
      }
      for other in 0..<(isRun ? rows[start] : rows[end - 1]) {
        let weight = SIMD4(members.map { other < $0 ? factor[$0][other] : 0 })
        guard weight != .zero else { continue }
        sources.append(other)
        weights.append(weight)
      }
      blocks.append(
        Block(
          rows: SIMD4(members), own: SIMD4(members.map { factor[$0][$0] }),
          fromFirst: SIMD3(inner(1, 0), inner(2, 0), inner(3, 0)),
          fromSecond: SIMD2(inner(2, 1), inner(3, 1)), fromThird: inner(3, 2),
          sources: first..<sources.count))
      end = start
    }
    self.blocks = blocks
    self.sources = sources
    self.weights = weights
  }

  /// Replaces independent scores by those that the factor makes of them.
  ///
  /// - Parameters:
  ///   - columns: the column of each row of the factor.
  ///   - rowCount: how many columns there are.
  ///   - count: the draws in each of them.
  /// - Complexity: O(draws x weights other than zero).
  func apply(to columns: ColumnStarts, rowCount: Int, count: Int) {
    if rowCount <= Self.mostApart {
      join(columns, into: columns, count: count)
    } else {
      joinCopies(of: columns, rowCount: rowCount, count: count)
    }
  }

  /// The beginning of the column of each row.
  typealias ColumnStarts = UnsafePointer<UnsafeMutablePointer<Double>>

  /// Joins copies of a few draws at a time.
  private func joinCopies(of columns: ColumnStarts, rowCount: Int, count: Int) {
    Columns.withScratch(rowCount * Self.tile) { copies in
      withUnsafeTemporaryAllocation(
        of: UnsafeMutablePointer<Double>.self, capacity: 2 * rowCount
      ) { places in
        guard let sources = places.baseAddress else { return }
        let results = sources + rowCount
        for first in stride(from: 0, to: count, by: Self.tile) {
          let length = min(Self.tile, count - first)
          for row in 0..<rowCount {
            (sources + row).initialize(to: copies + row * Self.tile)
            (results + row).initialize(to: columns[row] + first)
            sources[row].update(from: results[row], count: length)
          }
          join(UnsafePointer(sources), into: UnsafePointer(results), count: length)
        }
      }
    }
  }

  /// Joins scores, in place or into other columns.
  private func join(_ scores: ColumnStarts, into results: ColumnStarts, count: Int) {
    let whole = count / 8 * 8
    sources.withUnsafeBufferPointer { sources in
      weights.withUnsafeBufferPointer { weights in
        // From the last rows up: those that were drawn last are in the cache still.
        for first in stride(from: (whole - 1) / Self.tile * Self.tile, through: 0, by: -Self.tile) {
          let end = min(first + Self.tile, whole)
          for block in blocks {
            for draw in stride(from: first, to: end, by: 8) {
              Self.join(
                block, sources, weights, scores, results, draw: draw, of: SIMD8<Double>.self)
            }
          }
        }
        for draw in whole..<count {
          for block in blocks {
            Self.join(block, sources, weights, scores, results, draw: draw, of: Double.self)
          }
        }
      }
    }
  }

  /// Works out the rows of a block for one draw or eight of them side by side.
  @inline(__always)
  private static func join<R: RealLanes>(
    _ block: Block, _ sources: UnsafeBufferPointer<Int>,
    _ weights: UnsafeBufferPointer<SIMD4<Double>>, _ scores: ColumnStarts, _ results: ColumnStarts,
    draw: Int, of lanes: R.Type
  ) {
    func score(_ row: Int) -> R {
      UnsafeRawPointer(scores[row] + draw).loadUnaligned(as: R.self)
    }
    func store(_ value: R, _ row: Int) {
      UnsafeMutableRawPointer(results[row] + draw).storeBytes(of: value, as: R.self)
    }
    let (z0, z1) = (score(block.rows[0]), score(block.rows[1]))
    let (z2, z3) = (score(block.rows[2]), score(block.rows[3]))
    var x0 = block.own[0] * z0
    var x1 = block.own[1] * z1
    var x2 = block.own[2] * z2
    var x3 = block.own[3] * z3
    for k in block.sources {
      let z = score(sources[k])
      let weight = weights[k]
      x0 = x0 + weight[0] * z
      x1 = x1 + weight[1] * z
      x2 = x2 + weight[2] * z
      x3 = x3 + weight[3] * z
    }
    x1 = x1 + block.fromFirst[0] * z0
    x2 = x2 + block.fromFirst[1] * z0
    x3 = x3 + block.fromFirst[2] * z0
    x2 = x2 + block.fromSecond[0] * z1
    x3 = x3 + block.fromSecond[1] * z1
    x3 = x3 + block.fromThird * z2
    // All four are read before any is written: they enter each other.
    store(x0, block.rows[0])
    store(x1, block.rows[1])
    store(x2, block.rows[2])
    store(x3, block.rows[3])
  }
}
