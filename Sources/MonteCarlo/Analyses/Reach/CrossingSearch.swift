import Stochastics

/// The draws that meet the target at a position of a lever.
struct ReachPoint: Sendable, Equatable {
  let position: Double
  let hits: Int
}

/// Looks for the position at which a number of draws meets the target, between one where fewer do and one
/// where as many do.
///
/// The number of draws is a staircase in the position. Each round asks at several positions: about the one
/// that the line between the two ends points to, on the scale of normal scores, on which the probability
/// of a normal quantity is straight, and further off in case the line is wrong. So a round leaves a
/// hundredth of the interval where the line is right, and never more than a third of it.
struct CrossingSearch: Sendable {
  /// Distances from where the line points, as parts of the interval.
  private static let offsets = [0.003, 0.03]
  /// Positions that keep the interval shrinking where the line misleads.
  private static let anchors = [1.0 / 3, 2.0 / 3]

  let need: Int
  private(set) var miss: ReachPoint
  private(set) var reach: ReachPoint
  private let grid: DecimalGrid
  private let draws: Int
  /// An interval no wider than this is narrow enough; the grid's last step where it is zero.
  private let resolution: Double

  init(
    need: Int, miss: ReachPoint, reach: ReachPoint, grid: DecimalGrid, draws: Int,
    resolution: Double = 0
  ) {
    self.need = need
    self.miss = miss
    self.reach = reach
    self.grid = grid
    self.draws = draws
    self.resolution = resolution
  }

  private var low: Double { min(miss.position, reach.position) }
  private var high: Double { max(miss.position, reach.position) }

  /// Where to ask next, on the grid and inside the interval; empty when the search is at its end.
  var questions: [Double] {
    guard high - low > resolution, let inside = grid.inside(low, high) else { return [] }
    let guess = miss.position + straightPart * (reach.position - miss.position)
    let width = high - low
    var asked = [guess]
    for offset in Self.offsets { asked += [guess - offset * width, guess + offset * width] }
    asked += Self.anchors.map { low + $0 * width }
    let counts = Set(asked.map { min(max(grid.nearest($0), inside.lowerBound), inside.upperBound) })
    return counts.sorted().map { grid.value($0) }
  }

  /// How far along from `miss` to `reach` the line crosses.
  private var straightPart: Double {
    let (a, b, c) = (score(miss.hits), score(reach.hits), score(need))
    return b > a ? min(max((c - a) / (b - a), 0), 1) : 0.5
  }

  private func score(_ hits: Int) -> Double {
    NormalDistribution.standard.quantile((Double(hits) + 0.5) / Double(draws + 1))
  }

  /// Takes what was found: the first crossing on the way from `miss` to `reach` is kept.
  mutating func learn(_ points: [ReachPoint]) {
    let isUpward = reach.position > miss.position
    let inside = points.filter { low < $0.position && $0.position < high }
      .sorted { isUpward == ($0.position < $1.position) }
    for point in inside {
      guard point.hits < need else {
        reach = point
        return
      }
      miss = point
    }
  }
}
