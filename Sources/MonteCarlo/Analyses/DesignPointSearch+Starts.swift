extension DesignPointSearch {
  /// Plain draws that are looked at for where to begin.
  static let pilotDraws = 4 * Workspace.blockLength
  /// The share of them, nearest to the event, among which to choose.
  static let nearShare = 0.05
  /// Starts beside the origin.
  static let mostStarts = 6

  /// Where to begin: the origin, and plain draws near the event in directions as different as can be.
  ///
  /// - Parameter draws: how many plain draws to look at.
  func starts(draws: Int) throws -> [[Double]] {
    var candidates: [(distance: Double, point: [Double])] = []
    for first in stride(from: 0, to: draws, by: Workspace.blockLength) {
      try Task.checkCancellation()
      let count = min(Workspace.blockLength, draws - first)
      limit.fillPlainScores(firstDraw: first, count: count)
      limit.evaluate(count: count)
      // What is not among the nearest of its block is not among the nearest of all, or hardly.
      let kept = max(Int(Self.nearShare * Double(count)), 1)
      let nearest = (0..<count).filter { limit.distances[$0].isFinite }
        .sorted { (limit.distances[$0], $0) < (limit.distances[$1], $1) }.prefix(kept)
      candidates += nearest.map { (limit.distances[$0], limit.point(row: $0)) }
    }
    var chosen: [[Double]] = []
    let origin = [Double](repeating: 0, count: limit.dimension)
    guard let nearest = candidates.min(by: { $0.distance < $1.distance }) else { return [origin] }
    chosen.append(nearest.point)
    while chosen.count < min(Self.mostStarts, candidates.count) {
      // The candidate whose likest among the chosen is least like it; the first of equals.
      let likeness = candidates.map { candidate in
        chosen.map { cosine($0, candidate.point) }.max() ?? 0
      }
      guard let place = likeness.indices.min(by: { likeness[$0] < likeness[$1] }),
        likeness[place] < 0.99
      else { break }
      chosen.append(candidates[place].point)
    }
    return [origin] + chosen
  }

  /// Searches, and brings the scores of staircases as near to the origin as the event allows.
  func searchWithSteps(from start: [Double]) throws -> Result {
    let before = limit.evaluations
    let first = try search(from: start)
    guard limit.isStaircase.contains(true), first.outcome == .converged || first.outcome == .flat
    else { return first }
    var result = try search(from: pulledIn(first.point))
    result.iterations += first.iterations
    result.evaluations = limit.evaluations - before
    return result
  }

  /// The point with each staircase's score as near to zero as g allows without rising.
  private func pulledIn(_ point: [Double]) -> [Double] {
    var point = point
    let border = max(limit.evaluate([point])[0], 0)
    for k in limit.isStaircase.indices where limit.isStaircase[k] && point[k] != 0 {
      let score = point[k]
      let steps = 16
      // A staircase has few steps: the scores are those of a grid, the nearest to zero first.
      let trials = (0...steps).map { part in
        var moved = point
        moved[k] = score * Double(part) / Double(steps)
        return moved
      }
      let distances = limit.evaluate(trials)
      let allowed = border + 1e-9 * abs(border)
      if let part = distances.firstIndex(where: { $0 <= allowed }) { point = trials[part] }
    }
    return point
  }

  private func cosine(_ a: [Double], _ b: [Double]) -> Double {
    let size = (a.dot(a) * b.dot(b)).squareRoot()
    return size > 0 ? a.dot(b) / size : 0
  }
}
