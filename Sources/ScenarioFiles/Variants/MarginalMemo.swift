import Stochastics
import Synchronization

/// Distributions that a scenario has been read with, for reading it again with other values elsewhere: the
/// tables of their quantiles take most of the time of a reading.
///
/// A distribution follows from its parameters alone, so that one from here is the one that would be made.
final class MarginalMemo: Sendable {
  struct Key: Hashable {
    private let name: String
    private let parameters: [String]
    private let values: [[UInt64]]
    private let probabilities: [UInt64]
    private let limits: [UInt64?]

    /// - Parameters:
    ///   - row: the kind of distribution.
    ///   - values: of each of its parameters.
    ///   - lower: the least value; nil where it is not bounded.
    ///   - upper: the greatest.
    init(_ row: DistributionRow, _ values: [[Double]], lower: Double?, upper: Double?) {
      name = row.name
      parameters = row.parameters.map(\.key)
      self.values = values.map { $0.map(\.bitPattern) }
      probabilities = row.probabilities.map(\.bitPattern)
      limits = [lower?.bitPattern, upper?.bitPattern]
    }
  }

  /// More than a scenario has figures; beyond it nothing more is kept, so that memory has a bound.
  private static let capacity = 1000

  private let known = Mutex<[Key: any Marginal]>([:])

  func marginal(_ key: Key) -> (any Marginal)? { known.withLock { $0[key] } }

  func keep(_ marginal: any Marginal, as key: Key) {
    known.withLock { if $0.count < Self.capacity { $0[key] = marginal } }
  }
}
