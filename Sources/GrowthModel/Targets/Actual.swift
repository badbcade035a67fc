/// A figure that has been published since the scenario was made: what a quantity came out at.
///
/// Draws are conditioned on it: each has this value, up to what revisions may still change.
public struct Actual: Sendable, Hashable {
  /// The path of the quantity with its period, such as `growth.2025H1` or `services.growth.2025Q1`.
  public let quantity: String
  /// In the unit of the quantity: a fraction, or billions of the currency.
  public let value: Double
  /// The standard deviation of what revisions will add, in the unit of the quantity; zero where the figure
  /// is taken as final.
  public let revision: Double
  /// The day it was published, `YYYY-MM-DD`; figures of one day are one release.
  public let published: String?
  /// Where it was read.
  public let source: String?

  /// - Parameters:
  ///   - quantity: its path with the period.
  ///   - value: what it came out at, in its unit.
  ///   - revision: the standard deviation of what revisions will add, in its unit, zero or more.
  ///   - published: the day it was published, `YYYY-MM-DD`.
  ///   - source: where it was read.
  public init(
    quantity: String, value: Double, revision: Double = 0, published: String? = nil,
    source: String? = nil
  ) {
    self.quantity = quantity
    self.value = value
    self.revision = revision
    self.published = published
    self.source = source
  }
}
