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
  enum Outcome: Equatable {
    /// The last elite are draws of the event.
    case reached
    /// Three levels in a row came no nearer.
    case stalled
    /// The levels or evaluations allowed were used up.
    case outOfLevels
  }

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

  /// Improves a density until a share of its draws are of the event.
  func improve(
    _ density: inout ImportanceDensity, with draws: inout AimedDraws
  ) throws -> Outcome {
    var best = Double.infinity
    var idle = 0
    for _ in 0..<Self.mostLevels {
      let size = Self.blocksPerLevel * Workspace.blockLength
      guard limit.evaluations + size <= mostEvaluations else { return .outOfLevels }
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
      guard !level.isEmpty else { return .stalled }
      let sorted = level.map(\.distance).sorted()
      let place = Int(Self.eliteShare * Double(sorted.count))
      let border = max(sorted[min(place, sorted.count - 1)], 0)
      move(&density, to: level.filter { $0.distance <= border })
      if border == 0 { return .reached }
      idle = border < best ? 0 : idle + 1
      best = min(best, border)
      if idle == 3 { return .stalled }
    }
    return .outOfLevels
  }

  /// One step of expectation and maximisation, weighted by the likelihood ratios. The origin stays.
  private func move(_ density: inout ImportanceDensity, to elite: [Draw]) {
    let most = elite.map(\.logRatio).max() ?? 0
    let moving = density.components.indices.dropFirst()
    var centres: [(weight: Double, centre: [Double])] = []
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
      let old = density.components[k].centre
      let centre = old.indices.map { dimension in
        moved(old[dimension], elite.lazy.map { $0.point[dimension] }, shares, total)
      }
      centres.append((total, centre))
    }
    let sum = centres.reduce(0) { $0 + $1.weight }
    let kept = centres.filter { $0.weight > Self.leastWeight * sum }
    guard !kept.isEmpty else { return }
    density = ImportanceDensity(dimension: limit.dimension, centres: kept)
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
