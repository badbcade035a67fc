import Stochastics

/// What is known of one lever while it is asked about: the draws that meet the target at each position so far.
struct LeverSearch {
  /// Positions of the first look, evenly over the range, beside the present one.
  static let scanSteps = 12
  /// Rounds in which the best position is looked for more closely where the probability rises and falls.
  private static let peakRounds = 3
  private static let peakSteps = 6
  /// The ends of an interval are found to this part of the range at a million draws.
  private static let intervalResolution = 1e-5

  /// A crossing, and those of the counts that are as far off as chance takes them.
  private struct Crossing {
    var main: CrossingSearch
    /// Nil where the range ends first.
    var near: CrossingSearch?
    var far: CrossingSearch?

    var all: [CrossingSearch] { [main, near, far].compactMap(\.self) }

    mutating func learn(_ points: [ReachPoint]) {
      main.learn(points)
      near?.learn(points)
      far?.learn(points)
    }
  }

  let place: Int
  let lever: MovableLever
  let needs: ReachNeeds
  private var known: [Double: Int] = [:]
  private var crossings: [Crossing] = []
  private var hasScanned = false
  private var peakRounds = 0

  init(place: Int, lever: MovableLever, needs: ReachNeeds) {
    self.place = place
    self.lever = lever
    self.needs = needs
  }

  /// What is known, from the lower to the higher position.
  var points: [ReachPoint] {
    known.keys.sorted().map { ReachPoint(position: $0, hits: known[$0] ?? 0) }
  }

  func hits(at position: Double) -> Int? { known[position] }

  var isAlready: Bool { (known[lever.present] ?? 0) >= needs.asked }

  /// Positions that the first look is at.
  private var scan: [Double] {
    let (low, high) = (lever.range.lowerBound, lever.range.upperBound)
    let width = high - low
    var positions = [low, high, lever.present]
    if let inside = lever.grid.inside(low, high) {
      for k in 1..<Self.scanSteps {
        let count = lever.grid.nearest(low + width * Double(k) / Double(Self.scanSteps))
        positions.append(
          lever.grid.value(min(max(count, inside.lowerBound), inside.upperBound)))
      }
    }
    return Set(positions).sorted()
  }

  /// Where to ask next; empty at the end.
  var questions: [Double] {
    guard hasScanned else { return scan }
    guard !isAlready else { return [] }
    let asked = crossings.isEmpty ? peak : crossings.flatMap(\.all).flatMap(\.questions)
    return Set(asked).subtracting(known.keys).sorted()
  }

  /// Positions about the best one, where it is not an end that the probability leads to.
  private var peak: [Double] {
    guard peakRounds < Self.peakRounds, reversal > 0 else { return [] }
    let points = points
    let best = best
    guard let index = points.firstIndex(of: best) else { return [] }
    let left = points[max(index - 1, 0)].position
    let right = points[min(index + 1, points.count - 1)].position
    guard let inside = lever.grid.inside(left, right) else { return [] }
    return (1...Self.peakSteps).map { k in
      let part = Double(k) / Double(Self.peakSteps + 1)
      let count = lever.grid.nearest(left + part * (right - left))
      return lever.grid.value(min(max(count, inside.lowerBound), inside.upperBound))
    }
  }

  /// The position with the most hits; of equal ones the nearest to the present.
  var best: ReachPoint {
    points.max {
      ($0.hits, -($0.position - lever.present).magnitude)
        < ($1.hits, -($1.position - lever.present).magnitude)
    } ?? ReachPoint(position: lever.present, hits: 0)
  }

  /// Takes the answers to `questions`.
  mutating func learn(_ points: [ReachPoint]) {
    for point in points { known[point.position] = point.hits }
    if !hasScanned {
      hasScanned = true
      beginCrossings()
    } else if crossings.isEmpty {
      peakRounds += 1
      beginCrossings()
    } else {
      for k in crossings.indices { crossings[k].learn(points) }
    }
  }

  /// Starts a search on each side of the present position on which the probability is reached.
  private mutating func beginCrossings() {
    guard !isAlready else { return }
    crossings = [true, false].compactMap { crossing(upwards: $0) }
  }

  private func crossing(upwards: Bool) -> Crossing? {
    let way = upwards ? points : points.reversed()
    guard let start = way.firstIndex(where: { $0.position == lever.present }),
      let reach = way.indices.first(where: { $0 > start && way[$0].hits >= needs.asked })
    else { return nil }
    let resolution = needs.resolved(
      Self.intervalResolution * (lever.range.upperBound - lever.range.lowerBound))
    func search(_ need: Int, _ reach: Int, _ resolution: Double = 0) -> CrossingSearch {
      CrossingSearch(
        need: need, miss: way[reach - 1], reach: way[reach], grid: lever.grid,
        draws: needs.draws, resolution: resolution)
    }
    let before = needs.least.flatMap { need in
      (0..<reach).last { way[$0].hits < need }.map { search(need, $0 + 1, resolution) }
    }
    let after = needs.most.flatMap { need in
      (reach..<way.count).first { way[$0].hits >= need }.map { search(need, $0, resolution) }
    }
    return Crossing(main: search(needs.asked, reach), near: before, far: after)
  }

  /// The largest fall where the probability rises from one end to the other, or rise where it falls.
  var reversal: Int {
    var (highest, lowest) = (0, Int.max)
    var (fall, rise) = (0, 0)
    for point in points {
      highest = max(highest, point.hits)
      lowest = min(lowest, point.hits)
      fall = max(fall, highest - point.hits)
      rise = max(rise, point.hits - lowest)
    }
    return min(fall, rise)
  }

  /// The crossing nearest to the present position, and the interval about it.
  var nearest: (reach: ReachPoint, isUpward: Bool, low: Double?, high: Double?)? {
    let found = crossings.min {
      ($0.main.reach.position - lever.present).magnitude
        < ($1.main.reach.position - lever.present).magnitude
    }
    guard let found else { return nil }
    let isUpward = found.main.reach.position > lever.present
    let (near, far) = (found.near?.miss.position, found.far?.reach.position)
    return (found.main.reach, isUpward, isUpward ? near : far, isUpward ? far : near)
  }

  /// Positions of few digits at or beyond the one that was found, those with the fewest first.
  var rounded: [Double] {
    guard let (reach, isUpward, low, high) = nearest else { return [] }
    let ends = (low ?? lever.range.lowerBound, high ?? lever.range.upperBound)
    let half = max(
      min(reach.position - ends.0, ends.1 - reach.position), lever.grid.value(1))
    let coarsest = DecimalGrid.digits(half) - 1
    var positions: [Double] = []
    for exponent in stride(from: coarsest, through: lever.grid.exponent, by: -1) {
      let position = DecimalGrid(exponent: exponent).beyond(reach.position, upwards: isUpward)
      if lever.range.contains(position), !positions.contains(position) {
        positions.append(position)
      }
    }
    return Array(positions.prefix(Self.mostRoundings))
  }

  private static let mostRoundings = 4
}

/// Numbers of draws that decide about a probability.
struct ReachNeeds: Sendable {
  let draws: Int
  /// The least that make the probability.
  let asked: Int
  /// The least that chance makes of it 39 times in 40; nil where that is none at all.
  let least: Int?
  /// The least that chance makes of it only once in 40 times; nil where no draws are as many.
  let most: Int?

  /// - Parameters:
  ///   - probability: above 0 and below 1.
  ///   - draws: at least one.
  init(probability: Double, draws: Int) {
    self.draws = draws
    let n = Double(draws)
    var asked = Int((probability * n).rounded())
    while asked > 0, Double(asked - 1) / n >= probability { asked -= 1 }
    while Double(asked) / n < probability { asked += 1 }
    self.asked = asked
    // Wilson's interval of h hits holds p where |h / n - p| <= z sqrt(p (1 - p) / n).
    let z = NormalDistribution.standard.quantile(0.975)
    let chance = z * (n * probability * (1 - probability)).squareRoot()
    let least = Int((probability * n - chance).rounded(.up))
    let most = Int((probability * n + chance).rounded(.down)) + 1
    self.least = least > 0 ? least : nil
    self.most = most <= draws ? most : nil
  }

  /// A length that is told apart at a million draws, at this number of them.
  func resolved(_ length: Double) -> Double { length * min(1, (1e6 / Double(draws)).squareRoot()) }
}
