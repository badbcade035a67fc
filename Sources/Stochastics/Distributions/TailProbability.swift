/// A probability in (0, 1), carried as the smaller of itself and its complement.
///
/// A `Double` near one cannot tell 1 - 1e-17 from one, although a quantile there is as far from the
/// centre as the one at 1e-17. Held as a tail and the probability inside it, both ends are equally
/// fine.
public struct TailProbability: Hashable, Sendable {
  /// The end of the distribution that a probability is counted from.
  public enum Tail: Hashable, Sendable {
    /// The probability lies below the quantile.
    case lower
    /// The probability lies above the quantile.
    case upper
  }

  /// The probability inside the tail, in (0, 1/2].
  public let probability: Double

  /// The end that `probability` is counted from.
  public let tail: Tail

  /// Creates the point that cuts `probability` off at `tail`.
  ///
  /// - Precondition: 0 < probability <= 1/2.
  @inlinable
  public init(probability: Double, tail: Tail) {
    precondition(probability > 0 && probability <= 0.5, "a tail holds more than 0, at most 1/2")
    self.probability = probability
    self.tail = tail
  }

  /// Creates the point with probability `p` below it. The complement of a `p` above one half is exact.
  ///
  /// - Precondition: 0 < p < 1.
  @inlinable
  public init(lower p: Double) {
    self = p <= 0.5 ? Self(probability: p, tail: .lower) : Self(probability: 1 - p, tail: .upper)
  }

  /// Creates the point with probability `p` above it. The complement of a `p` above one half is exact.
  ///
  /// - Precondition: 0 < p < 1.
  @inlinable
  public init(upper p: Double) {
    self = p <= 0.5 ? Self(probability: p, tail: .upper) : Self(probability: 1 - p, tail: .lower)
  }

  /// Creates the point at a standard normal score; past 37 the one at 37.
  init(score: Double) {
    self.init(
      probability: StandardNormal.upperTail(min(score.magnitude, StandardNormal.largestScore)),
      tail: score < 0 ? .lower : .upper)
  }

  /// The probability below the point, rounded to a `Double`; 1 where the upper tail is below 1e-16.
  @inlinable
  public var lower: Double { tail == .lower ? probability : 1 - probability }

  /// The probability above the point, rounded to a `Double`; 1 where the lower tail is below 1e-16.
  @inlinable
  public var upper: Double { tail == .upper ? probability : 1 - probability }
}
