import GrowthModel
import MonteCarlo

/// Whether a plan is consistent, and the nearest plan that is: what `reconcile` answers.
public struct ReconcileReport: Sendable {
  /// What people call the scenario.
  public let scenario: String
  /// The year that growth is measured from.
  public let baseYear: Int
  /// The year that is asked about.
  public let year: Int
  /// The code of the currency.
  public let currency: String
  /// What was found, with the tolerances of the plan.
  public let reconciliation: Reconciliation
  /// The same, with the plan held to its figures without tolerances; nil where that is no different.
  public let exact: Reconciliation?
  /// How the flows of the input-output table were adjusted to their totals; nil where they were not.
  public let table: TableBalance?
  /// What there is to say of the run beside its results.
  public let context: RunContext

  /// Puts together what the properties hold.
  public init(
    scenario: Scenario, reconciliation: Reconciliation, exact: Reconciliation? = nil,
    context: RunContext
  ) {
    self.scenario = scenario.name
    baseYear = scenario.economy.baseYear
    year = scenario.economy.year
    currency = scenario.economy.currency
    self.reconciliation = reconciliation
    self.exact = exact
    table = scenario.economy.inputOutput?.balance
    self.context = context
  }

  /// How a plan fares.
  public enum Verdict: String, Sendable {
    /// All statements hold at the scenario's own centres.
    case met
    /// Figures with which they hold are as near as those drawn from the scenario would often be.
    case consistent
    /// Such figures would seldom be as far off.
    case strained
    /// Such figures would hardly ever be as far off.
    case implausible
    /// No figures meet all statements.
    case contradictory
  }

  /// The usual levels of a test, below which a plan is called strained and implausible.
  public static let levels = (strained: 0.1, implausible: 0.01)

  /// How the plan fares.
  public var verdict: Verdict { Self.verdict(on: reconciliation) }

  static func verdict(on reconciliation: Reconciliation) -> Verdict {
    guard reconciliation.contradictionIsCertain == nil else { return .contradictory }
    guard let probability = reconciliation.tailProbability,
      let misfit = reconciliation.misfit, misfit > 0
    else { return .met }
    return probability < levels.implausible
      ? .implausible : probability < levels.strained ? .strained : .consistent
  }

  /// The statements that contradict each other.
  public var contradiction: [Reconciliation.Statement] {
    reconciliation.statements.filter(\.isInContradiction)
  }

  /// The statement whose removal lowers the misfit most.
  public var hardest: Reconciliation.Statement? {
    reconciliation.hardest.map { reconciliation.statements[$0] }
  }

  /// The figures in the order of how far they move, the furthest first.
  var mostMovedFirst: [Reconciliation.Figure] {
    reconciliation.figures.enumerated().sorted { first, second in
      let (a, b) = (first.element.adjustment ?? 0, second.element.adjustment ?? 0)
      return a.magnitude == b.magnitude
        ? first.offset < second.offset : a.magnitude > b.magnitude
    }.map(\.element)
  }

  func measure(_ unit: Unit) -> Measure { Measure(unit: unit, currency: currency) }

  /// The unit of a figure.
  func measure(of figure: Reconciliation.Figure) -> Measure {
    measure(figure.unit)
  }
}

extension Reconciliation.Reading {
  /// As data formats name it.
  var name: String {
    switch self {
    case .withinTolerance: "within tolerance"
    case .exact: "exact"
    }
  }
}

extension NearestPlan.Standing {
  /// As data formats name it.
  var name: String {
    switch self {
    case .binding: "binding"
    case .implied: "implied"
    case .slack: "slack"
    case .leftOut: "left out"
    }
  }
}
