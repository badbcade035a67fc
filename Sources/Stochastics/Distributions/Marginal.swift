/// The distribution of one uncertain number.
///
/// A distribution is a value whose initializer has checked its parameters: no member of it throws,
/// traps or returns NaN for an argument that is not NaN. Arguments and results are in the unit of
/// the number itself.
public protocol Marginal: Sendable, CustomStringConvertible {
  /// The expected value.
  var mean: Double { get }

  /// The variance, in the squared unit; `.infinity` where it does not exist or is past the largest
  /// `Double`.
  var variance: Double { get }

  /// The smallest interval that holds all of the probability; its ends may be infinite.
  var support: ClosedRange<Double> { get }

  /// The probability density at `x`: zero outside the support, infinite on a value that has a
  /// probability of its own.
  func density(_ x: Double) -> Double

  /// The probability of a value at or below `x`.
  func cumulative(_ x: Double) -> Double

  /// The probability of a value above `x`: one less `cumulative(x)`, but accurate when small.
  func complementary(_ x: Double) -> Double

  /// The value with the probability `p` below it, or above it, as the tail of `p` says.
  ///
  /// Never decreases from the lower end of the probabilities to the upper, but for rounding: two
  /// probabilities within 1e-14 of each other, relatively, may give values the wrong way round by a
  /// few units in the last place.
  func quantile(_ p: TailProbability) -> Double

  /// Replaces a column of standard normal scores z by the quantiles at their probabilities Phi(z).
  ///
  /// A requirement of its own so that a whole column costs one dynamic call.
  func transform(scores: UnsafeMutableBufferPointer<Double>)

  /// Replaces a column of signed tail probabilities, minus for the lower tail, by the quantiles there.
  ///
  /// What is drawn on its own need not go through a score: a distribution whose quantile is a short
  /// formula in the probability has a column of it here.
  func transform(tails: UnsafeMutableBufferPointer<Double>)

  /// The probabilities below the points where the quantile function is not smooth, or jumps,
  /// ascending, each in (0, 1). Quadrature splits its range there.
  var kinks: [Double] { get }
}

extension Marginal {
  /// No kinks: the quantile function is smooth in (0, 1).
  public var kinks: [Double] { [] }

  /// The value with the probability `lower` below it.
  ///
  /// - Precondition: 0 < lower < 1.
  @inlinable
  public func quantile(_ lower: Double) -> Double {
    quantile(TailProbability(lower: lower))
  }

  /// The quantile at the score of each probability.
  public func transform(tails: UnsafeMutableBufferPointer<Double>) {
    StandardNormal.replaceTails(tails)
    transform(scores: tails)
  }

  /// The quantile at the probability of each score, from the tail that the score lies in.
  public func transform(scores: UnsafeMutableBufferPointer<Double>) {
    StandardNormal.withUpperTails(of: scores) { tails in
      for i in scores.indices {
        scores[i] = quantile(
          TailProbability(probability: tails[i], tail: scores[i] < 0 ? .lower : .upper))
      }
    }
  }
}
