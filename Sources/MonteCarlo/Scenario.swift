import GrowthModel
import Stochastics

/// What a run takes: an economy, what is uncertain about it, and the targets it is held against.
///
/// A plain value; reading it from a file, and finding mistakes in the file, happens elsewhere.
public struct Scenario: Sendable {
  /// The name people read, such as `Sơn La 2025`.
  public var name: String
  /// The accounts and what moves them.
  public var economy: Economy { didSet { knownGraph = nil } }
  /// A marginal for every uncertain input of the economy, and how they hang together.
  public var uncertainty: JointDistribution
  /// The first target is the one that the answer leads with.
  public var targets: [Target]
  /// What the plan says beside its targets, for the reconciliation alone.
  public var statements: [Target]
  /// What has been published of the quantities, in the order in which it became known: every draw has these
  /// values.
  public var actuals: [Actual] = []
  /// The date of the knowledge in the scenario, `YYYY-MM-DD`.
  public var asOf: String?
  /// Free text.
  public var notes: String?
  /// The number of past observations that distributions or correlations are estimated from.
  public var historyObservations: Int?
  /// Whether the base values at current prices follow from a planned structure rather than from
  /// observation.
  public var hasImpliedBaseValues: Bool
  /// Building it takes longer than evaluating it a thousand times.
  private var knownGraph: QuantityGraph?

  /// - Parameters:
  ///   - name: that people read.
  ///   - economy: what is simulated.
  ///   - uncertainty: a marginal for every uncertain input of the economy, and how they hang together.
  ///   - targets: the one that the answer leads with first.
  ///   - statements: what the plan says beside its targets.
  ///   - asOf: the date of the knowledge, `YYYY-MM-DD`.
  ///   - notes: on the scenario.
  ///   - historyObservations: that distributions or correlations are estimated from.
  ///   - hasImpliedBaseValues: whether base values at current prices follow from a planned structure.
  ///   - graph: `economy.quantityGraph()`, where it is known already.
  public init(
    name: String, economy: Economy, uncertainty: JointDistribution, targets: [Target],
    statements: [Target] = [], asOf: String? = nil, notes: String? = nil,
    historyObservations: Int? = nil,
    hasImpliedBaseValues: Bool = false, graph: QuantityGraph? = nil
  ) {
    self.name = name
    self.economy = economy
    self.uncertainty = uncertainty
    self.targets = targets
    self.statements = statements
    self.asOf = asOf
    self.notes = notes
    self.historyObservations = historyObservations
    self.hasImpliedBaseValues = hasImpliedBaseValues
    knownGraph = graph
  }

  /// The economy as a graph of quantities, built only where it is not known.
  ///
  /// - Throws: `EconomyError`, the first fact that makes the accounts impossible.
  public func quantityGraph() throws(EconomyError) -> QuantityGraph {
    if let knownGraph { return knownGraph }
    return try economy.quantityGraph()
  }
}
