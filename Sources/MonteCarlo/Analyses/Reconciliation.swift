import GrowthModel
import Languages
import LinearAlgebra
import Stochastics

/// Whether what a plan states can be true of the economy of a scenario, and the figures nearest to
/// the scenario's own with which it is.
///
/// The figures are the uncertain inputs of the accounts, centred at their means and measured by their
/// standard deviations. The correlations of the copula, which are those of normal scores, serve as the
/// correlations of the figures: exact for normal marginals. Fixed figures do not move.
public struct Reconciliation: Sendable {
  /// How statements with a tolerance are understood.
  public enum Reading: Sendable, Equatable {
    /// Anything within the tolerance is in keeping with the plan.
    case withinTolerance
    /// The plan means the figure itself.
    case exact
  }

  /// A figure of the scenario, before and after.
  public struct Figure: Sendable {
    /// The path of the figure.
    public let name: String
    /// The quantity that the figure is, such as the growth of an activity; nil where it has no name
    /// among the results.
    public let quantity: Quantity?
    /// What people read.
    public let title: String
    /// What its numbers measure.
    public let unit: Unit
    /// The scenario's own value: the mean of the distribution.
    public let centre: Double
    /// Of the distribution; zero for a figure that does not move.
    public let standardDeviation: Double
    /// The values that the scenario thinks possible.
    public let range: ClosedRange<Double>
    /// nil where the plan contradicts itself.
    public let reconciled: Double?

    /// The adjustment, in standard deviations; zero for a figure that does not move.
    public var adjustment: Double? {
      reconciled.map { standardDeviation > 0 ? ($0 - centre) / standardDeviation : 0 }
    }

    /// Whether the reconciled value is one that the scenario thinks impossible.
    public var isOutOfRange: Bool { reconciled.map { !range.contains($0) } ?? false }
  }

  /// A statement of the plan, held against the scenario.
  public struct Statement: Sendable {
    /// What the plan states.
    public let target: Target
    /// What it is about.
    public let quantity: Quantity
    /// Whether it is a target of the scenario, rather than said beside them.
    public let isTarget: Bool
    /// What the scenario's own centres give.
    public let centre: Double
    /// The standard deviation of the quantity, to first order about the centres.
    public let standardDeviation: Double
    /// What the nearest plan gives; nil where the plan contradicts itself.
    public let reconciled: Double?
    /// What it does in the nearest plan.
    public let standing: NearestPlan.Standing
    /// The slope of the misfit by the stated value, in squared standard deviations a unit.
    public let multiplier: Double
    /// What it costs; nil where leaving it out makes no difference. Statements that must be left out
    /// with it are places in `statements`.
    public let price: PlanVerdict.Price?
    /// Whether it belongs to the smallest set of statements found that contradict each other.
    public let isInContradiction: Bool
  }

  /// How tolerances were read.
  public let reading: Reading
  /// The uncertain figures of the accounts, in the order of the model.
  public let figures: [Figure]
  /// The statements about the accounts: targets first, in the scenario's order.
  public let statements: [Statement]
  /// Targets and statements about quantities outside the accounts, which nothing here can adjust.
  public let outside: [Target]
  /// The sum of squared adjustments, in the metric of the figures' uncertainty; nil where the plan
  /// contradicts itself.
  public let misfit: Double?
  /// Statements that bind and are independent of each other.
  public let independentStatements: Int
  /// The probability that as many statements, drawn from the scenario's own beliefs, fit worse; nil
  /// where nothing binds.
  public let tailProbability: Double?
  /// Whether no figures at all meet the contradictory statements, rather than that none were found;
  /// nil where the plan does not contradict itself.
  public let contradictionIsCertain: Bool?
  /// The statement whose removal lowers the misfit most, a place in `statements`.
  public let hardest: Int?
  /// Every quantity of the accounts, at the centres and in the nearest plan.
  public let accounts: [(quantity: Quantity, centre: Double, reconciled: Double?)]

  /// Whether another reading of the tolerances would make it another problem.
  public var usesTolerance: Bool {
    reading == .withinTolerance
      && statements.contains {
        if case .within(let tolerance) = $0.target.comparison { tolerance > 0 } else { false }
      }
  }

  /// Reconciles a scenario.
  ///
  /// - Throws: `ReconciliationError`.
  public init(
    _ scenario: Scenario, reading: Reading = .withinTolerance
  ) throws(ReconciliationError) {
    let inputs = try ReconciliationInputs(scenario, reading: reading)
    let verdict: PlanVerdict
    let spreads: [Double]
    do {
      verdict = try PlanVerdict(inputs.problem)
      spreads = try inputs.problem.standardDeviations()
    } catch let error as NearestPlanError {
      throw ReconciliationError(error)
    } catch let error as LinearAlgebraError {
      throw .algebra(error)
    } catch {
      throw .undefinedAtCentres
    }
    let plan = verdict.plan
    let centres = inputs.problem.linearization(at: inputs.problem.centres).values
    self.reading = reading
    outside = inputs.outside
    figures = inputs.figures(plan)
    statements = inputs.stated.indices.map { k in
      let (target, quantity, isTarget) = inputs.stated[k]
      return Statement(
        target: target, quantity: quantity, isTarget: isTarget, centre: centres[k],
        standardDeviation: spreads[k], reconciled: plan?.values[k],
        standing: plan?.standings[k] ?? .leftOut, multiplier: plan?.multipliers[k] ?? 0,
        price: verdict.prices[k],
        isInContradiction: verdict.contradiction?.statements.contains(k) ?? false)
    }
    misfit = plan?.misfit
    independentStatements = plan?.independentStatements ?? 0
    tailProbability = plan.flatMap {
      $0.independentStatements > 0
        ? ChiSquare.upperTail($0.misfit, degreesOfFreedom: $0.independentStatements) : nil
    }
    contradictionIsCertain = verdict.contradiction?.isCertain
    hardest = verdict.hardest
    accounts = inputs.accounts(plan)
  }
}

/// Why a scenario cannot be reconciled, though its plan may be sound.
public enum ReconciliationError: Error, Equatable, Sendable {
  /// No statement is about a quantity of the accounts.
  case nothingStated
  /// The variable has no mean or standard deviation, and so no distance from it.
  case noSpread(variable: String)
  /// A quantity has no number where all figures are at their centres.
  case undefinedAtCentres
  /// The economy cannot be evaluated.
  case economy(EconomyError)
  /// A factorization failed.
  case algebra(LinearAlgebraError)

  init(_ error: NearestPlanError) {
    switch error {
    case .algebra(let error): self = .algebra(error)
    case .undefinedAtCentres, .incompatible, .notFound: self = .undefinedAtCentres
    }
  }
}

extension ReconciliationError: CustomStringConvertible {
  /// The fact in plain words, without a full stop.
  public var description: String {
    switch self {
    case .nothingStated:
      localized("no target or statement is about the accounts, so there is nothing to reconcile")
    case .noSpread(let variable):
      localized(
        """
        '\(variable)' has no finite mean and standard deviation, so that no distance from it can be \
        measured
        """)
    case .undefinedAtCentres:
      localized("a quantity that the plan states does not exist when every figure is at its mean")
    case .economy(let error): error.description
    case .algebra(let error): localized("the reconciliation failed: \("\(error)")")
    }
  }
}

/// A scenario as a problem of figures and statements.
private struct ReconciliationInputs {
  let problem: PlanProblem
  let stated: [(target: Target, quantity: Quantity, isTarget: Bool)]
  let outside: [Target]
  private let graph: QuantityGraph
  private let variables: [JointDistribution.Variable]
  /// The titles of the innovations of the shock process.
  private let shocks: [String: String]
  /// Growth rates and deflators, whose variables need not be quantities of their own.
  private let movesRates: Set<String>
  /// What does not move: levers' effects, projects and the like, at their means.
  private let fixed: [String: Double]

  init(_ scenario: Scenario, reading: Reconciliation.Reading) throws(ReconciliationError) {
    let graph: QuantityGraph
    do throws(EconomyError) {
      graph = try scenario.quantityGraph()
    } catch {
      throw .economy(error)
    }
    self.graph = graph
    var stated: [(target: Target, quantity: Quantity, isTarget: Bool)] = []
    var outside: [Target] = []
    let all = scenario.targets.map { ($0, true) } + scenario.statements.map { ($0, false) }
    for (target, isTarget) in all {
      if let quantity = graph.quantity(target.quantity), quantity.kind != .indicator {
        stated.append((target, quantity, isTarget))
      } else {
        outside.append(target)
      }
    }
    guard !stated.isEmpty else { throw .nothingStated }
    self.stated = stated
    self.outside = outside
    let used = graph.inputs(of: graph.quantities.filter { $0.kind != .indicator }.map(\.node))
    let movable = scenario.economy.accountInputs
    let variables = scenario.uncertainty.variables.filter {
      used.contains($0.name) && movable.contains($0.name) && !Self.hasSteps($0.marginal)
    }
    let moved = Set(variables.map(\.name))
    let others = scenario.uncertainty.variables.filter { !moved.contains($0.name) }
    let fixed = Dictionary(
      others.map { ($0.name, $0.marginal.mean) }, uniquingKeysWith: { first, _ in first })
    self.fixed = fixed
    shocks = Self.shockTitles(scenario.economy)
    movesRates = movable.filter { $0.contains(".growth") || $0.contains(".deflator") }
    self.variables = variables
    let figures = try Self.figures(variables, graph)
    let nodes = stated.map(\.quantity.node)
    do {
      problem = try PlanProblem(
        figures: figures,
        correlation: Self.correlation(variables.map(\.name), scenario.uncertainty),
        statements: stated.map { Self.statement($0.target, reading) }
      ) { values in
        Self.linearization(graph, nodes, names: figures.map(\.name), values, fixed)
      }
    } catch {
      throw .algebra(error)
    }
  }

  private static func shockTitles(_ economy: Economy) -> [String: String] {
    let names = Dictionary(
      economy.allActivities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var titles: [String: String] = [:]
    for activity in economy.shocks?.activities ?? [] {
      for step in economy.timeline.steps {
        titles[ShockProcess.innovation(of: activity, in: step)] =
          localized("\(names[activity] ?? activity), shock \(step.shortTime)")
      }
    }
    return titles
  }

  /// Whether a figure jumps between values, so that there is nothing near it.
  private static func hasSteps(_ marginal: any Marginal) -> Bool {
    marginal is BernoulliDistribution || marginal is DiscreteDistribution
      || marginal is EmpiricalDistribution || marginal is ConstantDistribution
  }

  private static func figures(
    _ variables: [JointDistribution.Variable], _ graph: QuantityGraph
  ) throws(ReconciliationError) -> [PlanFigure] {
    var figures: [PlanFigure] = []
    for variable in variables {
      let (mean, variance) = (variable.marginal.mean, variable.marginal.variance)
      guard mean.isFinite, variance.isFinite else { throw .noSpread(variable: variable.name) }
      let lowest: Double =
        switch graph.quantity(forInput: variable.name)?.kind {
        case .growth, .deflator: -1
        case .population: 0
        default: -.infinity
        }
      figures.append(
        PlanFigure(
          name: variable.name, centre: mean, standardDeviation: variance.squareRoot(),
          lowest: lowest))
    }
    return figures
  }

  private static func statement(
    _ target: Target, _ reading: Reconciliation.Reading
  ) -> PlanStatement {
    switch target.comparison {
    case .atLeast: PlanStatement(id: target.id, lower: target.threshold, upper: .infinity)
    case .atMost: PlanStatement(id: target.id, lower: -.infinity, upper: target.threshold)
    case .within(let tolerance):
      switch reading {
      case .exact: PlanStatement(id: target.id, equals: target.threshold)
      case .withinTolerance:
        PlanStatement(
          id: target.id, lower: target.threshold - tolerance, upper: target.threshold + tolerance)
      }
    }
  }

  private static func correlation(_ names: [String], _ joint: JointDistribution) -> Matrix {
    var result = Matrix.identity(names.count)
    for (i, row) in names.enumerated() {
      for (j, column) in names.enumerated() where i != j {
        result[i, j] = joint.correlation(row, column)
      }
    }
    return result
  }

  private static func linearization(
    _ graph: QuantityGraph, _ nodes: [QuantityGraph.Node], names: [String], _ figures: [Double],
    _ fixed: [String: Double]
  ) -> Linearization {
    let inputs = fixed.merging(zip(names, figures)) { _, moved in moved }
    let values = graph.values(at: inputs)
    var derivatives = Matrix(rows: nodes.count, columns: names.count)
    for (row, node) in nodes.enumerated() {
      let slopes = graph.derivatives(of: node, values: values)
      for (column, name) in names.enumerated() { derivatives[row, column] = slopes[name] ?? 0 }
    }
    return Linearization(values: nodes.map { values[$0.index] }, derivatives: derivatives)
  }

  func figures(_ plan: NearestPlan?) -> [Reconciliation.Figure] {
    zip(problem.figures, variables).enumerated().map { place, pair in
      let (figure, variable) = pair
      return Reconciliation.Figure(
        name: figure.name, quantity: graph.quantity(forInput: figure.name),
        title: label(figure.name).title, unit: label(figure.name).unit, centre: figure.centre,
        standardDeviation: figure.standardDeviation,
        range: variable.marginal.support, reconciled: plan?.figures[place])
    }
  }

  /// How a figure is called and counted: as the quantity that it is, or as the shock of an activity.
  private func label(_ name: String) -> (title: String, unit: Unit) {
    if let quantity = graph.quantity(forInput: name) { return (quantity.title, quantity.unit) }
    return shocks[name].map { ($0, .rate) } ?? (name, movesRates.contains(name) ? .rate : .number)
  }

  func accounts(
    _ plan: NearestPlan?
  ) -> [(quantity: Quantity, centre: Double, reconciled: Double?)] {
    func values(_ figures: [Double]) -> [Double] {
      graph.values(at: fixed.merging(zip(problem.figures.map(\.name), figures)) { $1 })
    }
    let centres = values(problem.centres)
    let reconciled = plan.map { values($0.figures) }
    return graph.quantities.filter { $0.isOfLastYear && $0.kind != .indicator }.map {
      ($0, centres[$0.node.index], reconciled?[$0.node.index])
    }
  }
}

extension QuantityGraph {
  /// The names of the inputs that these nodes depend on.
  fileprivate func inputs(of nodes: [Node]) -> Set<String> {
    var isUsed = [Bool](repeating: false, count: operations.count)
    for node in nodes { isUsed[node.index] = true }
    var names: Set<String> = []
    for index in operations.indices.reversed() where isUsed[index] {
      switch operations[index] {
      case .input(let name): names.insert(name)
      case .constant: break
      case .linear(_, let terms): for term in terms { isUsed[term.node.index] = true }
      case .function(_, let a): isUsed[a.index] = true
      case .product(let a, let b), .quotient(let a, let b), .pair(_, let a, let b):
        isUsed[a.index] = true
        isUsed[b.index] = true
      case .choice(let a, let b, let c):
        for node in [a, b, c] { isUsed[node.index] = true }
      }
    }
    return names
  }

  /// The first quantity that is an input itself.
  fileprivate func quantity(forInput name: String) -> Quantity? {
    guard let index = operations.firstIndex(of: .input(name)) else { return nil }
    return quantities.first { $0.node.index == index }
  }
}
