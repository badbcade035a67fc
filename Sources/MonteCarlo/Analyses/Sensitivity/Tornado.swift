import GrowthModel
import Stochastics

/// What the probability of a target would be if an input were held low, and if it were held high.
public struct TornadoBar: Sendable, Equatable {
  /// How the other inputs are drawn where one is held.
  public enum Others: Sendable, Equatable {
    /// As always: the input is independent of them.
    case independent
    /// Those that hang together with it as they are where it has the value, the rest as always.
    case conditional
  }

  /// The place in `TargetSensitivity.variables`.
  public let variable: Int
  /// How the other inputs are drawn.
  public let others: Others
  /// The values that the input is held at, those with a tenth of the probability below and above them; in
  /// the unit of the model.
  public let lowValue: Double
  /// The value held high, in the unit of the model.
  public let highValue: Double
  /// Draws that meet the target with the input held low, held high, and either way.
  public let hitsLow: Int
  /// Draws that meet the target with the input held high.
  public let hitsHigh: Int
  /// Draws that meet the target either way.
  public let hitsBoth: Int
  /// How many draws there were, the same at both ends.
  public let draws: Int

  /// The probabilities that the input is held at.
  public static let probabilities = (low: 0.1, high: 0.9)

  /// Puts together what the properties hold.
  public init(
    variable: Int, others: Others, lowValue: Double, highValue: Double, hitsLow: Int,
    hitsHigh: Int, hitsBoth: Int, draws: Int
  ) {
    self.variable = variable
    self.others = others
    self.lowValue = lowValue
    self.highValue = highValue
    self.hitsLow = hitsLow
    self.hitsHigh = hitsHigh
    self.hitsBoth = hitsBoth
    self.draws = draws
  }

  /// The probability with the input held low.
  public var low: Double { Double(hitsLow) / Double(draws) }
  /// The probability with the input held high.
  public var high: Double { Double(hitsHigh) / Double(draws) }

  /// By how much the probability changes from low to high.
  public var difference: Double { Double(hitsHigh - hitsLow) / Double(draws) }

  /// The 95% interval of the difference, for the same draws held low and held high.
  ///
  /// Half a draw is added to each of met both times, met once, met the other time, missed both times: A.
  /// Agresti and Y. Min, "Simple improved confidence intervals for comparing matched proportions", Statist.
  /// Med. 24 (2005) 729-740, doi:10.1002/sim.1781. Draws that are spread evenly err by less.
  public var interval: ClosedRange<Double> {
    let n = Double(draws) + 2
    let up = (Double(hitsHigh - hitsBoth) + 0.5) / n
    let down = (Double(hitsLow - hitsBoth) + 0.5) / n
    let middle = up - down
    let deviation = (max(up + down - middle * middle, 0) / n).squareRoot()
    let half = NormalDistribution.standard.quantile(TailProbability(upper: 0.025)) * deviation
    return max(min(middle - half, difference), -1)...min(max(middle + half, difference), 1)
  }

  /// Whether the interval leaves zero out.
  public var isDistinctFromZero: Bool { !interval.contains(0) }
}

/// Counts of one replicate for all bars of a tornado.
struct TornadoCounts: Sendable {
  /// Draws that meet the target with the input held low, held high, and either way.
  struct Hits: Sendable, Equatable {
    var low = 0, high = 0, both = 0
  }

  private(set) var rows = 0
  /// Whether the quantity was a number in every draw.
  private(set) var areNumbers = true
  /// One for each variable.
  private(set) var hits: [Hits]

  init(variables: Int) { hits = [Hits](repeating: Hits(), count: variables) }

  mutating func add(rows count: Int) { rows += count }

  /// Adds some draws: one where the target is met, zero elsewhere.
  mutating func add(
    variable: Int, low: UnsafePointer<Double>, high: UnsafePointer<Double>, count: Int
  ) {
    var (sumLow, sumHigh, both) = (0.0, 0.0, 0.0)
    for i in 0..<count {
      sumLow += low[i]
      sumHigh += high[i]
      both += low[i] * high[i]
    }
    guard sumLow.isFinite, sumHigh.isFinite else {
      areNumbers = false
      return
    }
    hits[variable].low += Int(sumLow)
    hits[variable].high += Int(sumHigh)
    hits[variable].both += Int(both)
  }

  mutating func add(_ other: TornadoCounts) {
    rows += other.rows
    areNumbers = areNumbers && other.areNumbers
    for variable in hits.indices {
      hits[variable].low += other.hits[variable].low
      hits[variable].high += other.hits[variable].high
      hits[variable].both += other.hits[variable].both
    }
  }
}
