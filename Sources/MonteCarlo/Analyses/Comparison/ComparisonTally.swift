import GrowthModel
import Stochastics

/// What one task has found so far about several scenarios in the same draws. Tallies of the same layout add
/// up exactly, in any order.
struct ComparisonTally: Sendable {
  /// How a target of the first scenario and that of another fared.
  struct Pair: Sendable, Equatable {
    var both = 0, onlyFirst = 0, onlySecond = 0

    mutating func add(_ other: Pair) {
      both += other.both
      onlyFirst += other.onlyFirst
      onlySecond += other.onlySecond
    }

    func proportion(draws: Int) -> PairedProportion {
      PairedProportion(both: both, onlyFirst: onlyFirst, onlySecond: onlySecond, draws: draws)
    }
  }

  /// What one scenario is against the first one.
  struct Against: Sendable {
    /// One for each target that both have.
    var targets: [Pair]
    /// All shared targets together.
    var all = Pair()
    /// One for each quantity that both have: the second less the first.
    var differences: [Moments]
  }

  private(set) var draws = 0
  /// The distributions of the quantities, one for each scenario.
  private(set) var tallies: [Tally]
  /// Draws that meet each target, for each scenario.
  private(set) var hits: [[Int]]
  /// Draws that meet all shared targets, for each scenario.
  private(set) var allHits: [Int]
  private(set) var pairs: [Against]
  private var met: [MetDraws]
  private var metShared: [MetDraws]

  init(_ layout: ComparisonLayout) {
    tallies = layout.scenarios.map { Tally(plan: $0.counted, scales: $0.scales) }
    hits = layout.scenarios.map { $0.plan.goals.map { _ in 0 } }
    allHits = layout.scenarios.map { _ in 0 }
    pairs = layout.pairs.map { pair in
      Against(
        targets: pair.targets.map { _ in Pair() },
        differences: pair.quantities.map { Moments(centre: $0.centre, scale: $0.scale) })
    }
    met = layout.scenarios.map { MetDraws(targets: $0.plan.goals.count) }
    metShared = layout.scenarios.map { MetDraws(targets: $0.shared.count) }
  }

  /// Adds the block in which all scenarios were evaluated last.
  mutating func add(
    _ layout: ComparisonLayout, firstDraw: Int, count: Int, from workspace: Workspace
  ) {
    draws += count
    for (k, scenario) in layout.scenarios.enumerated() {
      tallies[k].add(scenario.counted, firstDraw: firstDraw, count: count, from: workspace)
      met[k].find(scenario.plan.goals, count: count, in: workspace)
      for target in hits[k].indices { hits[k][target] += met[k].count(target, draws: count) }
      metShared[k].find(scenario.shared, count: count, in: workspace)
      allHits[k] += metShared[k].count(scenario.shared.count, draws: count)
    }
    let all = layout.scenarios[0].shared.count
    for (k, pair) in layout.pairs.enumerated() {
      for (number, target) in pair.targets.enumerated() {
        pairs[k].targets[number].add(
          Self.pair(met[0], target.first, met[k + 1], target.second, count))
      }
      pairs[k].all.add(Self.pair(metShared[0], all, metShared[k + 1], all, count))
      for (number, quantity) in pair.quantities.enumerated() {
        quantity.add(to: &pairs[k].differences[number], count: count, from: workspace)
      }
    }
  }

  private static func pair(
    _ first: MetDraws, _ target: Int, _ second: MetDraws, _ other: Int, _ count: Int
  ) -> Pair {
    let both = first.countBoth(target, second, other, draws: count)
    return Pair(
      both: both, onlyFirst: first.count(target, draws: count) - both,
      onlySecond: second.count(other, draws: count) - both)
  }

  /// Moves the counts of recent draws to those of all.
  mutating func settle() { for k in tallies.indices { tallies[k].settle() } }

  /// Adds what another task found and settled.
  mutating func add(_ other: ComparisonTally) {
    draws += other.draws
    for k in tallies.indices {
      tallies[k].add(other.tallies[k])
      allHits[k] += other.allHits[k]
      for target in hits[k].indices { hits[k][target] += other.hits[k][target] }
    }
    for k in pairs.indices {
      pairs[k].all.add(other.pairs[k].all)
      for i in pairs[k].targets.indices { pairs[k].targets[i].add(other.pairs[k].targets[i]) }
      for i in pairs[k].differences.indices {
        pairs[k].differences[i].add(other.pairs[k].differences[i])
      }
    }
  }
}
