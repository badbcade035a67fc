import GrowthModel
import Stochastics

/// What a run takes: an economy, what is uncertain about it, and the targets it is held against.
///
/// A plain value; reading it from a file, and finding mistakes in the file, happens elsewhere.
public struct Scenario: Sendable {
  /// The name people read, such as `Sơn La 2025`.
  public var name: String
  public var economy: Economy
  /// A marginal for every uncertain input of the economy, and how they hang together.
  public var uncertainty: JointDistribution
  /// The first target is the one that the answer leads with.
  public var targets: [Target]

  public init(
    name: String, economy: Economy, uncertainty: JointDistribution, targets: [Target]
  ) {
    self.name = name
    self.economy = economy
    self.uncertainty = uncertainty
    self.targets = targets
  }
}
