/// One with a given probability, otherwise zero: something happens or does not.
///
/// The larger scores are those at which it happens, so that a positive correlation of scores makes
/// two events happen together.
public struct BernoulliDistribution: Marginal, Hashable {
  /// The probability of a one, from 0 to 1.
  public let probability: Double

  /// The score above which the upper tail holds less than `probability`.
  private let threshold: Double

  /// Creates the distribution of an event. It may be impossible or certain.
  ///
  /// - Throws: `MarginalError` unless 0 <= `probability` <= 1.
  public init(probability: Double) throws(MarginalError) {
    try requireFinite(probability, "probability")
    guard probability >= 0 else {
      throw .notAtLeast(bound: 0, parameter: "probability", value: probability)
    }
    guard probability <= 1 else {
      throw .notAtMost(limit: 1, parameter: "probability", value: probability)
    }
    self.probability = probability
    threshold =
      switch probability {
      case 0: .infinity
      case 1: -.infinity
      default: StandardNormal.quantile(TailProbability(upper: probability))
      }
  }

  public var mean: Double { probability }

  /// p (1 - p).
  public var variance: Double { probability * (1 - probability) }

  /// From 0 to 1, or the one of them that is certain.
  public var support: ClosedRange<Double> {
    (probability == 1 ? 1 : 0)...(probability == 0 ? 0 : 1)
  }

  /// Zero beside 0 and 1 and infinite on them, where they have a probability.
  public func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let isValue = (x == 0 && probability < 1) || (x == 1 && probability > 0)
    return isValue ? .infinity : 0
  }

  public func cumulative(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    return x < 0 ? 0 : (x < 1 ? 1 - probability : 1)
  }

  public func complementary(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    return x < 0 ? 1 : (x < 1 ? probability : 0)
  }

  /// 1 where less than the probability of a one lies above, otherwise 0.
  public func quantile(_ p: TailProbability) -> Double {
    switch p.tail {
    case .lower: p.probability > 1 - probability ? 1 : 0
    case .upper: p.probability < probability ? 1 : 0
    }
  }

  /// 1 for the scores above the one that cuts the probability off, without the way through Phi.
  ///
  /// - Accuracy: a score within 1e-15 of the threshold, relatively, may fall on its other side.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    let threshold = threshold
    for i in scores.indices { scores[i] = scores[i] > threshold ? 1 : 0 }
  }

  /// The same bits as `quantile(_:)` gives for each.
  public func transform(tails: UnsafeMutableBufferPointer<Double>) {
    let (zero, one) = (1 - probability, probability)
    for i in tails.indices {
      let p = tails[i]
      tails[i] = p < 0 ? (-p > zero ? 1 : 0) : (p < one ? 1 : 0)
    }
  }

  /// The probability of a zero, unless one of the two is certain.
  public var kinks: [Double] {
    let below = 1 - probability
    return below > 0 && below < 1 ? [below] : []
  }

  public var description: String { "Bernoulli(probability \(brief(probability)))" }
}
