/// A way to spread the draws of one variable over the probabilities.
///
/// Draw n depends on what the sequence was made from and on n: not on how columns are cut, on
/// threads, on the number of draws or on other variables. What differs is how the draws of one
/// variable relate to each other: independent, in opposite pairs, or evenly spread.
public protocol DrawSequence: Sendable, Hashable {
  /// The probability that draw n cuts off: uniform over (0, 1) for each n.
  ///
  /// - Precondition: n >= 0.
  func probability(draw n: Int) -> TailProbability

  /// Fills a column with the probabilities of consecutive draws, the same bits as
  /// `probability(draw:)`: the probability in the tail, in (0, 1/2], with a minus for the lower tail.
  ///
  /// - Parameters:
  ///   - tails: the column.
  ///   - first: the number of the draw in its first row, a multiple of eight.
  func fillTails(_ tails: UnsafeMutableBufferPointer<Double>, firstDraw first: Int)

  /// Fills a column with the standard normal scores of consecutive draws, the same bits as
  /// `normal(draw:)`.
  ///
  /// - Parameters:
  ///   - scores: the column.
  ///   - first: the number of the draw in its first row, a multiple of eight.
  func fillNormals(_ scores: UnsafeMutableBufferPointer<Double>, firstDraw first: Int)
}

extension DrawSequence {
  /// The standard normal score of draw n.
  public func normal(draw n: Int) -> Double {
    StandardNormal.quantile(probability(draw: n))
  }

  /// Fills a column with the standard normal scores of consecutive draws, the same bits as
  /// `normal(draw:)`.
  public func fillNormals(_ scores: UnsafeMutableBufferPointer<Double>, firstDraw first: Int) {
    fillTails(scores, firstDraw: first)
    StandardNormal.replaceTails(scores)
  }
}
