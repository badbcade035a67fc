import Stochastics

/// How two variables moved together in the first draws of a run, against what was asked.
public struct DependenceFinding: Sendable, Equatable {
  /// The names of the variables.
  public let first: String
  /// The other variable.
  public let second: String
  /// What joins them.
  public let family: RankDependence.Family
  /// The Spearman correlation that the scenario implies.
  public let asked: Double
  /// That of the draws.
  public let found: Double
  /// The standard error of `found`.
  public let standardError: Double

  /// Puts together what the properties hold.
  public init(
    first: String, second: String, family: RankDependence.Family, asked: Double, found: Double,
    standardError: Double
  ) {
    self.first = first
    self.second = second
    self.family = family
    self.asked = asked
    self.found = found
    self.standardError = standardError
  }

  /// From so many standard errors on a single pair is off: of pairs as they should be, one in 16,000.
  static let limit = 4.0

  /// Rounding of a correlation of ranks, which is all there is between variables that determine each other.
  private static let rounding = 1e-9

  /// Whether the draws are further off than chance explains, one in 16,000 times, among this many pairs.
  public func isOff(among pairs: Int) -> Bool {
    let tail = NormalDistribution.standard.complementary(Self.limit) / Double(max(pairs, 1))
    let limit = NormalDistribution.standard.quantile(TailProbability(upper: tail))
    return (found - asked).magnitude > limit * standardError + Self.rounding
  }
}

extension Simulation {
  /// Draws that dependence is looked at in: the first of a run, however many it has.
  static let dependenceDraws = 8 * Workspace.blockLength

  /// Pairs of variables that the model uses and a group joins; none where nobody asks.
  var joinedPairs: [RankDependence] {
    looksAtDependence ? scenario.uncertainty.rankDependence(plan.usedVariables.contains) : []
  }

  /// The first draws of the variables of some pairs, by their places.
  func firstDraws(of pairs: [RankDependence], _ sampler: JointSampler) -> [Int: [Double]] {
    let places = Set(pairs.flatMap { [$0.first, $0.second] })
    guard !places.isEmpty else { return [:] }
    let workspace = Workspace(columnCount: plan.columnCount)
    let length = Workspace.blockLength
    var values: [Int: [Double]] = [:]
    for place in places { values[place, default: []].reserveCapacity(Self.dependenceDraws) }
    for first in stride(from: 0, to: Self.dependenceDraws, by: length) {
      sampler.fill(
        columns: workspace.columns, stride: Workspace.columnStride, count: length,
        firstDraw: first)
      for place in places {
        values[place, default: []] += UnsafeBufferPointer(
          start: workspace.column(place), count: length)
      }
    }
    return values
  }

  /// The Spearman correlation of each pair.
  ///
  /// Half of antithetic draws mirror the others and have the same rank correlations: they count once.
  /// Evenly spread draws have smaller errors than those stated.
  ///
  /// - Parameters:
  ///   - pairs: those of `joinedPairs`.
  ///   - samples: what `firstDraws` has, ranked.
  ///   - sampling: how the draws are spread.
  func dependence(
    of pairs: [RankDependence], in samples: [Int: RankedSample], sampling: Sampling
  ) -> [DependenceFinding] {
    let names = scenario.uncertainty.variables.map(\.name)
    let factor = sampling == .antithetic ? 2.0.squareRoot() : 1
    return pairs.compactMap { pair in
      guard let first = samples[pair.first], let second = samples[pair.second],
        let found = first.spearman(with: second)
      else { return nil }
      return DependenceFinding(
        first: names[pair.first], second: names[pair.second], family: pair.family,
        asked: pair.spearman, found: found.value, standardError: factor * found.standardError)
    }
  }
}
