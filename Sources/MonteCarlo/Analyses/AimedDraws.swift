import Stochastics

/// Draws of scores from importance densities, one block after the other.
///
/// Their streams are keyed by the seed, the variable's name and a suffix that no name of a variable has,
/// so that they are independent of the plain draws, and the same whatever else is run.
struct AimedDraws {
  /// What one block holds of the event.
  struct Block {
    let count: Int
    /// g in each row.
    let distances: [Double]
    /// The logarithm of the likelihood ratio in each row.
    let logRatios: [Double]
    /// The logarithms of the terms of the density, by component and row.
    let logTerms: [[Double]]
  }

  /// A control character separates the domain from the name.
  static let suffix = "\u{1F}importance"

  private let streams: [RandomStream]
  private let choice: RandomStream
  private var next = 0

  init(names: [String], seed: UInt64) {
    streams = names.map { RandomStream(seed: seed, name: $0 + Self.suffix) }
    choice = RandomStream(seed: seed, name: Self.suffix + "\u{1F}centre")
  }

  /// Draws and evaluates the next block; its scores stay in the memory of the limit state.
  mutating func block(of count: Int, from density: ImportanceDensity, in limit: LimitState) -> Block
  {
    density.fill(
      limit.scores, count: count, firstDraw: next, streams: streams, choice: choice)
    next += Workspace.blockLength
    let terms = density.logTerms(limit.scores, count: count)
    limit.evaluate(count: count)
    return Block(
      count: count,
      distances: Array(UnsafeBufferPointer(start: limit.distances, count: count)),
      logRatios: ImportanceDensity.logRatios(terms, count: count), logTerms: terms)
  }
}
