import Stochastics

/// Moves the centres of an importance density to where an event happens, level by level.
///
/// Each level draws from the density at hand, takes the draws nearest to the event for the elite, and
/// moves every centre to the mean of the elite under the standard normal density: the centre that is
/// nearest in the Kullback-Leibler sense to the density of the event. R. Y. Rubinstein and D. P. Kroese,
/// "The Cross-Entropy Method" (2004), doi:10.1007/978-1-4757-4321-0; for mixtures, N. Kurtz and J. Song,
/// "Cross-entropy-based adaptive importance sampling using Gaussian mixture", Structural Safety 42 (2013)
/// 35-44, doi:10.1016/j.strusafe.2013.01.006. No slope is asked for, so that inputs may be discrete.
///
/// With many dimensions the mean of a few hundred draws carries noise that costs more than it brings: a
/// coordinate moves only when its change is beyond `significance` standard errors.
struct CrossEntropy {
  static let blocksPerLevel = 2
  static let eliteShare = 0.1
  static let mostLevels = 20
  static let significance = 3.0
  /// Components with less are dropped.
  static let leastWeight = 0.01

  let limit: LimitState
  /// Evaluations of the model at which no further level begins.
  let mostEvaluations: Int

  /// One draw of a level.
  private struct Draw {
    let point: [Double]
    let distance: Double
    /// Of the likelihood ratio.
    let logRatio: Double
    /// The logarithm of each component's term.
    let logTerms: [Double]
  }

  /// Improves a density until a share of its draws are of the event, or three levels in a row come no
  /// nearer, or the levels or evaluations are used up.
  func improve(_ density: inout ImportanceDensity, with draws: inout AimedDraws) throws {
    var best = Double.infinity
    var idle = 0
    for _ in 0..<Self.mostLevels {
      let size = Self.blocksPerLevel * Workspace.blockLength
      guard limit.evaluations + size <= mostEvaluations else { return }
      var level: [Draw] = []
      for _ in 0..<Self.blocksPerLevel {
        try Task.checkCancellation()
        let block = draws.block(of: Workspace.blockLength, from: density, in: limit)
        level += (0..<block.count).lazy.filter { block.distances[$0].isFinite }.map { row in
          Draw(
            point: limit.point(row: row), distance: block.distances[row],
            logRatio: block.logRatios[row], logTerms: block.logTerms.map { $0[row] })
        }
      }
      guard !level.isEmpty else { return }
      let sorted = level.map(\.distance).sorted()
      let place = Int(Self.eliteShare * Double(sorted.count))
      let border = max(sorted[min(place, sorted.count - 1)], 0)
      move(&density, to: level.filter { $0.distance <= border })
      if border == 0 { return }
      idle = border < best ? 0 : idle + 1
      best = min(best, border)
      if idle == 3 { return }
    }
  }

  /// One step of expectation and maximisation, weighted by the likelihood ratios. The origin stays.
  private func move(_ density: inout ImportanceDensity, to elite: [Draw]) {
    let most = elite.map(\.logRatio).max() ?? 0
    let moving = density.components.indices.dropFirst()
    var components: [ImportanceDensity.Component] = []
    for k in moving {
      var total = 0.0
      var shares: [Double] = []
      for draw in elite {
        var sum = 0.0
        for other in moving { sum += PortableMath.exp(draw.logTerms[other] - draw.logTerms[k]) }
        let share = PortableMath.exp(draw.logRatio - most) / sum
        shares.append(share)
        total += share
      }
      guard total > 0, total.isFinite else { continue }
      let old = density.components[k]
      let centre = old.centre.indices.map { dimension in
        limit.steps[dimension] == nil
          ? moved(old.centre[dimension], elite.lazy.map { $0.point[dimension] }, shares, total) : 0
      }
      var tilts: [Int: StepTilt] = [:]
      for (dimension, steps) in limit.steps {
        tilts[dimension] = tilted(
          old.tilts[dimension] ?? steps, elite.lazy.map { $0.point[dimension] }, shares, total)
      }
      components.append(.init(weight: total, centre: centre, tilts: tilts))
    }
    let sum = components.reduce(0) { $0 + $1.weight }
    let kept = components.filter { $0.weight > Self.leastWeight * sum }
    guard !kept.isEmpty else { return }
    density = ImportanceDensity(dimension: limit.dimension, components: kept)
  }

  /// The weighted shares of a variable's values, where one of them is significantly another than it was.
  private func tilted(
    _ old: StepTilt, _ scores: some Sequence<Double>, _ shares: [Double], _ total: Double
  ) -> StepTilt {
    var sums = [Double](repeating: 0, count: old.count)
    var squares = sums
    for (score, share) in zip(scores, shares) {
      let step = old.step(of: score)
      sums[step] += share
      squares[step] += share * share
    }
    let all = squares.reduce(0, +)
    let found = sums.map { $0 / total }
    let isSignificant = found.indices.contains { step in
      // The variance of the share p of the weights: the weights' squares times (1 - p)^2 or p^2.
      let p = found[step]
      let variance = squares[step] * (1 - p) * (1 - p) + (all - squares[step]) * p * p
      return abs(p - old.probabilities[step])
        > Self.significance * max(variance, 0).squareRoot() / total
    }
    return isSignificant ? old.with(found) : old
  }

  /// A coordinate's weighted mean, where that is significantly elsewhere than the coordinate was.
  private func moved(
    _ old: Double, _ values: some Sequence<Double>, _ shares: [Double], _ total: Double
  ) -> Double {
    var mean = 0.0
    for (value, share) in zip(values, shares) { mean += share * value }
    mean /= total
    var square = 0.0
    for (value, share) in zip(values, shares) {
      square += share * share * (value - mean) * (value - mean)
    }
    return abs(mean - old) > Self.significance * square.squareRoot() / total ? mean : old
  }
}
