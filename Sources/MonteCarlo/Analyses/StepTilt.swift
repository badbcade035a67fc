import Stochastics

/// The few values of a variable, drawn with other probabilities than their own.
///
/// The score of such a variable is cut into one range for each value. A value is drawn with its tilted
/// probability; of the scores in its range, which all stand for it, always the same one.
struct StepTilt: Sendable {
  /// Values up to which it is worth telling them apart.
  static let mostValues = 32
  /// Probabilities below this are not told from rounding.
  static let leastProbability = 1e-12
  /// How much of its own probability a value keeps, whatever draws say.
  static let ownShare = 0.05

  /// The scores between the ranges, ascending.
  private let cuts: [Double]
  /// A score in the middle of each range.
  private let middles: [Double]
  private let own: [Double]
  let probabilities: [Double]
  private let logRatios: [Double]
  /// The scores between the ranges that values have when they are drawn with the tilted probabilities, ascending.
  private let tiltedCuts: [Double]

  private init(cuts: [Double], middles: [Double], own: [Double], probabilities: [Double]) {
    self.cuts = cuts
    self.middles = middles
    self.own = own
    self.probabilities = probabilities
    logRatios = zip(probabilities, own).map { PortableMath.log($0 / $1) }
    var below = 0.0
    tiltedCuts = probabilities.dropLast().map {
      below += $0
      return NormalDistribution.standard.quantile(min(below, 1))
    }
  }

  /// The values of a distribution with their own probabilities; nil where there are too many, or one is all
  /// but impossible.
  init?(_ marginal: any Marginal) {
    let kinks = marginal.kinks
    guard !kinks.isEmpty, kinks.count < Self.mostValues else { return nil }
    let edges = [0] + kinks + [1]
    let own = zip(edges, edges.dropFirst()).map { $1 - $0 }
    guard own.allSatisfy({ $0 > Self.leastProbability }) else { return nil }
    let normal = NormalDistribution.standard
    self.init(
      cuts: kinks.map(normal.quantile),
      middles: zip(edges, own).map { normal.quantile($0 + 0.5 * $1) }, own: own, probabilities: own)
  }

  /// The number of values.
  var count: Int { own.count }

  /// The value that a score stands for.
  func step(of score: Double) -> Int { Self.range(of: score, between: cuts) }

  /// The number of the range that holds a score.
  private static func range(of score: Double, between cuts: [Double]) -> Int {
    var range = 0
    while range < cuts.count, score > cuts[range] { range += 1 }
    return range
  }

  /// The logarithm of the tilted over the own probability of a score's value.
  func logRatio(_ score: Double) -> Double { logRatios[step(of: score)] }

  /// The same values with probabilities in proportion to these, but for a share of their own.
  func with(_ probabilities: [Double]) -> StepTilt {
    StepTilt(
      cuts: cuts, middles: middles, own: own,
      probabilities: zip(probabilities, own).map { (1 - Self.ownShare) * $0 + Self.ownShare * $1 })
  }

  /// Half of the draws of one value, and the others as they are.
  func favouring(_ step: Int) -> StepTilt {
    with(own.indices.map { 0.5 * own[$0] + ($0 == step ? 0.5 : 0) })
  }

  /// A score of the value that has the place among all tilted ones which a standard normal score has.
  func tilted(_ score: Double) -> Double {
    middles[Self.range(of: score, between: tiltedCuts)]
  }
}
