import Stochastics

/// What each replicate of a run found; draws of different replicates are independent, those of one
/// are not.
struct Replicates: Sendable {
  let count: Int
  /// Draws of each replicate.
  private(set) var draws: [Int]
  /// Draws that meet every target.
  var allMet: [Int]
  /// Draws that meet each target: `count` numbers for each, one after the other.
  private(set) var hits: [Int]
  /// Sums of each recorded column in the unit of its moments: `count` numbers for each.
  private(set) var sums: [ExactSum]

  init(count: Int, records: Int, goals: Int) {
    self.count = count
    draws = [Int](repeating: 0, count: count)
    allMet = draws
    hits = [Int](repeating: 0, count: goals * count)
    sums = [ExactSum](repeating: ExactSum(), count: records * count)
  }

  mutating func add(draws number: Int, to replicate: Int) { draws[replicate] += number }

  mutating func add(hits number: Int, goal: Int, to replicate: Int) {
    hits[goal * count + replicate] += number
  }

  mutating func add(sum: Double, record: Int, to replicate: Int) {
    sums[record * count + replicate].add(sum)
  }

  mutating func add(sum: ExactSum, record: Int, to replicate: Int) {
    sums[record * count + replicate].add(sum)
  }

  /// Adds what another task found.
  mutating func add(_ other: Replicates) {
    for i in draws.indices {
      draws[i] += other.draws[i]
      allMet[i] += other.allMet[i]
    }
    for i in hits.indices { hits[i] += other.hits[i] }
    for i in sums.indices { sums[i].add(other.sums[i]) }
  }

  /// The spread of the share of draws that meet a target.
  func spread(goal: Int) -> ReplicateSpread {
    spread(hits[goal * count..<(goal + 1) * count].map(Double.init))
  }

  /// The spread of the share of draws that meet every target.
  var spreadOfAll: ReplicateSpread { spread(allMet.map(Double.init)) }

  /// The spread of the mean of a recorded column, in the unit of its moments.
  func spread(record: Int) -> ReplicateSpread {
    spread(sums[record * count..<(record + 1) * count].map(\.value))
  }

  /// The variance of the sum of all totals over the sum of all draws, a ratio estimate where the
  /// replicates are not all as long: W. G. Cochran, "Sampling Techniques" (3rd ed., 1977), 6.3.
  private func spread(_ totals: [Double]) -> ReplicateSpread {
    let used = draws.indices.filter { draws[$0] > 0 }
    let all = Double(draws.reduce(0, +))
    let mean = used.reduce(0) { $0 + totals[$1] } / all
    var squares = 0.0
    for i in used {
      let residual = totals[i] - mean * Double(draws[i])
      squares += residual * residual
    }
    let number = Double(used.count)
    let variance = used.count > 1 ? squares * number / (number - 1) / (all * all) : .infinity
    return ReplicateSpread(replicates: used.count, variance: variance)
  }
}

/// How far independent replicates of a run agree about a mean or a probability.
public struct ReplicateSpread: Sendable, Equatable {
  /// Replicates that have draws.
  public let replicates: Int
  /// The variance of the mean over all of them; infinite for one alone.
  public let variance: Double
}
