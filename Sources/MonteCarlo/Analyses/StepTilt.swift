import Stochastics

/// The few values of a variable, drawn with other probabilities than their own.
///
/// The score of such a variable is cut into one range for each value. A value is drawn with its tilted
/// probability, and a score in its range with the standard normal density there.
struct StepTilt: Sendable {
  /// Values up to which it is worth telling them apart.
  static let mostValues = 32
  /// Probabilities below this are not told from rounding.
  static let leastProbability = 1e-12
  /// How much of its own probability a value keeps, whatever draws say.
  static let ownShare = 0.05

  /// The scores between the ranges, ascending.
  private let cuts: [Double]
  /// The probability below each range.
  private let below: [Double]
  private let own: [Double]
  let probabilities: [Double]
  private let logRatios: [Double]

  private init(cuts: [Double], below: [Double], own: [Double], probabilities: [Double]) {
    self.cuts = cuts
    self.below = below
    self.own = own
    self.probabilities = probabilities
    logRatios = zip(probabilities, own).map { PortableMath.log($0 / $1) }
  }

  /// The values of a distribution with their own probabilities; nil where there are too many, or one is all
  /// but impossible.
  init?(_ marginal: any Marginal) {
    let kinks = marginal.kinks
    guard !kinks.isEmpty, kinks.count < Self.mostValues else { return nil }
    let edges = [0] + kinks + [1]
    let own = zip(edges, edges.dropFirst()).map { $1 - $0 }
    guard own.allSatisfy({ $0 > Self.leastProbability }) else { return nil }
    self.init(
      cuts: kinks.map { NormalDistribution.standard.quantile($0) }, below: Array(edges.dropLast()),
      own: own, probabilities: own)
  }

  /// The number of values.
  var count: Int { own.count }

  /// The value that a score stands for.
  func step(of score: Double) -> Int {
    var step = 0
    while step < cuts.count, score > cuts[step] { step += 1 }
    return step
  }

  /// The logarithm of the tilted over the own probability of a score's value.
  func logRatio(_ score: Double) -> Double { logRatios[step(of: score)] }

  /// The same values with probabilities in proportion to these, but for a share of their own.
  func with(_ probabilities: [Double]) -> StepTilt {
    StepTilt(
      cuts: cuts, below: below, own: own,
      probabilities: zip(probabilities, own).map { (1 - Self.ownShare) * $0 + Self.ownShare * $1 })
  }

  /// Half of the draws of one value, and the others as they are.
  func favouring(_ step: Int) -> StepTilt {
    with(own.indices.map { 0.5 * own[$0] + ($0 == step ? 0.5 : 0) })
  }

  /// The tilted score that has the place among all tilted ones which a standard normal score has.
  func tilted(_ score: Double) -> Double {
    var rest = NormalDistribution.standard.cumulative(score)
    var step = 0
    while step + 1 < count, rest >= probabilities[step] {
      rest -= probabilities[step]
      step += 1
    }
    let part = min(rest / probabilities[step], 1)
    let p = below[step] + part * own[step]
    // Zero and one have no score; the next numbers do.
    return NormalDistribution.standard.quantile(min(max(p, 0x1p-60), 1 - 0x1p-53))
  }
}
