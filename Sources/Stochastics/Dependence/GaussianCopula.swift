/// Dependence through correlated normal scores.
///
/// The correlations are those of the normal scores: for normal marginals they are the Pearson
/// correlations of the variables themselves.
public struct GaussianCopula: Sendable {
  /// The variables it joins, in the order of the rows.
  public let names: [String]
  /// Row i, column j: the correlation of the scores of variables i and j.
  public let correlation: [[Double]]

  /// No dependence at all.
  public static let independent = GaussianCopula()

  private init() {
    names = []
    correlation = []
  }

  /// Joins variables by a correlation matrix, positive semidefinite.
  ///
  /// - Throws: `DependenceError`, the first fact that makes the matrix impossible.
  public init(names: [String], correlation: [[Double]]) throws(DependenceError) {
    self.names = names
    self.correlation = correlation
  }
}
