import Stochastics

/// Looks for the cheapest combination of levers.
///
/// In parts t of the way of each lever to where it does best alone, the cost is `w . t` and the probability P(t)
/// is counted on the same draws everywhere. On the scale of normal scores, `z(t) = Phi^-1(P(t))` is a plane
/// where growth is normal and effects are certain, and nearly one elsewhere; so a quadratic surface is laid
/// through its counts in a box, the cheapest point of it is found without any draws, and again in a smaller
/// box about that point. What is left of the error is taken off along the levers that are free to move,
/// on counts.
struct CombinationSearch {
  /// A lever that takes part.
  struct Member {
    let place: Int
    let lever: MovableLever
    /// Where it does best alone.
    let best: Double
    /// Of a unit of the setting, in billions of the currency.
    let price: Double

    /// A position on the grid, so far along the way to the best.
    func position(_ part: Double) -> Double {
      let (start, isUpward) = (lever.present, best > lever.present)
      if part <= 0 { return start }
      if part >= 1 { return best }
      let position = lever.grid.beyond(start + part * (best - start), upwards: isUpward)
      return isUpward ? min(position, best) : max(position, best)
    }

    func cost(at position: Double) -> Double { price * (position - lever.present).magnitude }
  }

  /// Half of the widths of the boxes, one round after the other.
  private static let boxes = [0.5, 0.2, 0.1]
  /// A part of the way that is as good as nothing.
  private static let dust = 0.005
  /// Where the way along the free levers is looked at first; half is where the surfaces lead.
  private static let firstLook = [0, 0.2, 0.35, 0.45, 0.5, 0.55, 0.65, 0.8, 1]
  private static let pathGrid = DecimalGrid(exponent: -7)
  private static let intervalResolution = 1e-4
  /// Digits of the changes that are shown, the fewest first.
  private static let digits = [2, 3, 4, 5]

  let members: [Member]
  let needs: ReachNeeds
  let counter: SettingCounter

  private func positions(_ parts: [Double]) -> [Double] {
    zip(members, parts).map { $0.position($1) }
  }

  private func hits(_ points: [[Double]]) async throws -> [Int] {
    try await counter.hits(
      at: points.map { positions in
        LeverSweep.Setting(
          positions: Dictionary(uniqueKeysWithValues: zip(members.map(\.place), positions)))
      })
  }

  private func setting(_ positions: [Double], hits: Int) -> CombinedSetting {
    CombinedSetting(
      positions: positions, cost: cost(positions),
      estimate: ProbabilityEstimate(hits: hits, draws: needs.draws))
  }

  private func cost(_ positions: [Double]) -> Double {
    zip(members, positions).reduce(0) { $0 + $1.0.cost(at: $1.1) }
  }

  private func score(_ hits: Int) -> Double {
    NormalDistribution.standard.quantile((Double(hits) + 0.5) / Double(needs.draws + 1))
  }

  /// Finds the cheapest combination.
  ///
  /// - Throws: `SimulationError.notFinite`, or `CancellationError`.
  func run() async throws -> CombinationReach.Outcome {
    let ends = members.map(\.best)
    let most = try await hits([ends])[0]
    guard most >= needs.asked else { return .outOfReach(best: setting(ends, hits: most)) }
    let parts = try await cheapestParts()
    guard let (path, way) = try await firstLook(parts) else {
      return .reached(
        ReachedCombination(
          exact: setting(ends, hits: most), rounded: setting(ends, hits: most), low: nil,
          high: nil))
    }
    return .reached(try await finish(path, way))
  }

  /// The cheapest parts by surfaces through counts.
  private func cheapestParts() async throws -> [Double] {
    let weights = members.map { $0.cost(at: $0.best) }
    var parts = [Double](repeating: 0.5, count: members.count)
    for half in Self.boxes {
      let low = parts.map { max($0 - half, 0) }
      let high = parts.map { min($0 + half, 1) }
      let centre = zip(low, high).map { ($0 + $1) / 2 }
      let halves = zip(low, high).map { ($1 - $0) / 2 }
      let points = QuadraticSurface.points(centre: centre, half: halves)
      let counts = try await hits(points.map(positions))
      let surface = QuadraticSurface(centre: centre, half: halves, values: counts.map(score))
      // Where the corner of the box is too low, the next box lies about it.
      parts = surface.cheapest(height: score(needs.asked), weights: weights) ?? high
    }
    return parts.map { $0 < Self.dust ? 0 : $0 > 1 - Self.dust ? 1 : $0 }
  }

  /// A way through the space of parts, from 0 to 1: those that are free to move go from nothing to all.
  private struct Path {
    let parts: [Double]
    let isFree: [Bool]

    func parts(at place: Double) -> [Double] {
      zip(parts, isFree).map { part, isFree in
        guard isFree else { return part }
        return place <= 0.5 ? 2 * place * part : part + (2 * place - 1) * (1 - part)
      }
    }
  }

  /// The first look along the free levers; along all of them where those do not cross.
  private func firstLook(_ parts: [Double]) async throws -> (Path, [ReachPoint])? {
    let free = parts.map { 0 < $0 && $0 < 1 }
    for isFree in [free, parts.map { _ in true }] where isFree.contains(true) {
      let path = Path(parts: parts, isFree: isFree)
      let counts = try await hits(Self.firstLook.map { positions(path.parts(at: $0)) })
      let way = zip(Self.firstLook, counts).map { ReachPoint(position: $0, hits: $1) }
      if way[0].hits < needs.asked, way.contains(where: { $0.hits >= needs.asked }) {
        return (path, way)
      }
    }
    return nil
  }

  /// The crossing of the counts along a path.
  private func finish(_ path: Path, _ way: [ReachPoint]) async throws -> ReachedCombination {
    func search(_ need: Int?, _ resolution: Double) -> CrossingSearch? {
      guard let need, way[0].hits < need, let reach = way.firstIndex(where: { $0.hits >= need })
      else { return nil }
      return CrossingSearch(
        need: need, miss: way[reach - 1], reach: way[reach], grid: Self.pathGrid,
        draws: needs.draws, resolution: resolution)
    }
    let resolution = needs.resolved(Self.intervalResolution)
    var searches = [
      search(needs.asked, 0), search(needs.least, resolution), search(needs.most, resolution),
    ]
    while true {
      let questions = Set(searches.compactMap(\.self).flatMap(\.questions)).sorted()
      guard !questions.isEmpty else { break }
      let counts = try await hits(questions.map { positions(path.parts(at: $0)) })
      let points = zip(questions, counts).map { ReachPoint(position: $0, hits: $1) }
      for k in searches.indices { searches[k]?.learn(points) }
    }
    func cost(at place: Double) -> Double { self.cost(positions(path.parts(at: place))) }
    let crossing = searches[0]?.reach ?? ReachPoint(position: 1, hits: 0)
    let exact = positions(path.parts(at: crossing.position))
    let roundings = Self.digits.map { digits in
      zip(members, exact).map { $0.rounded($1, digits: digits) }
    }
    let counts = try await hits(roundings)
    let fewest = zip(roundings, counts).first { $0.1 >= needs.asked }
    let found = setting(exact, hits: crossing.hits)
    return ReachedCombination(
      exact: found, rounded: fewest.map { setting($0.0, hits: $0.1) } ?? found,
      low: searches[1].map { cost(at: $0.miss.position) },
      high: searches[2].map { cost(at: $0.reach.position) })
  }
}

extension CombinationSearch.Member {
  /// The position with so many digits of its change, at or beyond another.
  fileprivate func rounded(_ position: Double, digits: Int) -> Double {
    let change = (position - lever.present).magnitude
    guard change > 0, position != best else { return position }
    let exponent = max(DecimalGrid.digits(change) - digits, lever.grid.exponent)
    let isUpward = best > lever.present
    let rounded = DecimalGrid(exponent: exponent).beyond(position, upwards: isUpward)
    return isUpward ? min(rounded, best) : max(rounded, best)
  }
}
