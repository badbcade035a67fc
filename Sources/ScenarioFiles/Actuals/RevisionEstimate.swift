/// How much published growth is revised, learnt from vintages.
///
/// The standard deviation about zero, sqrt(sum of (last - first)^2 / n), over all periods of the same kind of
/// series of which two vintages or more are known.
public struct RevisionEstimate: Sendable, Hashable {
  /// Which series revise alike.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Growth of the whole economy.
    case total
    /// Growth of activities and groups of them.
    case activities
  }

  /// Whose growth it is.
  public let kind: Kind
  /// A fraction; growth of 0.01 is one percent.
  public let standardDeviation: Double
  /// The number of periods of a series with two vintages or more.
  public let observations: Int

  /// With fewer observations nothing is learnt.
  public static let minimum = 3

  /// - Parameters:
  ///   - kind: which series.
  ///   - revisions: last vintage less first, each a fraction.
  init(kind: Kind, revisions: [Double]) {
    self.kind = kind
    observations = revisions.count
    let squares = revisions.reduce(0) { $0 + $1 * $1 }
    standardDeviation =
      revisions.isEmpty ? 0 : (squares / Double(revisions.count)).squareRoot()
  }
}
