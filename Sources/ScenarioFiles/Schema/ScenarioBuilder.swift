import GrowthModel
import MonteCarlo
import Stochastics

/// Makes a scenario of the tree of a file.
struct ScenarioBuilder {
  /// What came of it; the scenario is nil when there are errors.
  struct Outcome {
    var name: String?
    var scenario: Scenario?
    var draws: Int?
    var seed: UInt64?
    var sampling: Sampling?
    var historyBytes: [UInt8] = []
    /// Where each of the scenario's actuals stands.
    var actualLocations: [Location] = []
    /// What the vintages of a file of published figures say of revisions.
    var revisions: [RevisionEstimate] = []
  }

  let context: ReadingContext

  func build(_ root: SyntaxNode) -> Outcome {
    guard
      let fields = Fields(
        root, schema: .scenario, path: "", place: root.place, context: context)
    else { return Outcome() }
    var outcome = Outcome()
    let header = HeaderReader(context: context, fields: fields)
    header.checkFormat()
    outcome.name = fields.recordedWording("name")
    header.checkExtends()
    context.use(currency: header.currency())
    let baseYear = header.year("base-year")
    let year = header.year("year")
    let priceYear = header.year("price-year")
    header.checkYears(year: year, price: priceYear)
    let step = header.step()
    context.use(timeline: header.timeline(base: baseYear, year: year, step: step), step: step)
    let asOf = header.date()
    let weighting = header.weighting()
    (outcome.draws, outcome.seed, outcome.sampling) = header.run()
    outcome.historyBytes = readHistory(fields)
    context.bootstraps = BootstrapReader(context: context).read(fields)

    let accounts = AccountsBuilder(context: context, fields: fields, weighting: weighting)
    let model = accounts.build(priceYear: priceYear)
    checkHistoryVariables()
    let dependence =
      CorrelationReader(context: context).read(fields) + (model?.shockGroups ?? [])
    let quantities = QuantityReader(
      context: context, graph: model?.graph, economy: model?.economy,
      hidesUncertainty: context.findings.hasErrors)
    let reader = TargetReader(context: context, quantities: quantities)
    let targets = reader.targets(fields)
    let statements = reader.statements(fields, beside: targets)
    var actuals = ActualReader(context: context, quantities: quantities).read(fields, asOf: asOf)
    if let request = context.actualsFile {
      let published = ActualsFileReader(context: context, quantities: quantities)
        .read(path: request.path, asOf: asOf, publishedBy: request.publishedBy)
      actuals = published.actuals(over: actuals, context.findings)
      outcome.revisions = published.revisions
    }
    if let model, !context.findings.hasErrors {
      let asked = (targets + statements).map(\.quantity) + actuals.map(\.actual.quantity)
      model.check.reportIdle(
        model.economy, used: model.taken.union(asked.map(ModelCheck.withoutPeriod)))
    }
    context.reportUnsourced()

    guard !context.findings.hasErrors, let model, let name = outcome.name else {
      return outcome
    }
    guard let uncertainty = joint(model.graph.inputNames, dependence, at: fields.place) else {
      return outcome
    }
    var observations: Int?
    if case .read(let history) = context.history { observations = history.observations }
    var scenario = Scenario(
      name: name, economy: model.economy, uncertainty: uncertainty, targets: targets,
      statements: statements, asOf: asOf, notes: fields.wording("notes"),
      historyObservations: observations,
      hasImpliedBaseValues: accounts.hasImpliedValues, graph: model.graph)
    let ordered = actuals.inOrder
    scenario.actuals = ordered.map(\.actual)
    outcome.scenario = scenario
    outcome.actualLocations = ordered.map(\.location)
    return outcome
  }

  /// Reads the history, which uncertain figures refer to, and returns the bytes of its file.
  private func readHistory(_ fields: Fields) -> [UInt8] {
    guard fields.has("history") else { return [] }
    guard let own = fields.mapping("history", schema: .history) else {
      context.history = .broken
      return []
    }
    var reader = HistoryReader(own)
    context.history = reader.read()
    return reader.bytes
  }

  /// Reports columns of the history that belong to no variable, or to a fixed figure.
  private func checkHistoryVariables() {
    guard case .read(let history) = context.history else { return }
    for column in history.columns {
      guard context.variables.family(column.variable) == nil else {
        if !context.variables.isUncertain(column.variable) {
          context.findings.report(HistoryFact.fixedVariable(column.variable), at: column.place)
        }
        continue
      }
      guard let variable = context.variables[column.variable] else {
        context.findings.report(
          HistoryFact.unknownVariable(column.variable, context.variables.names),
          at: column.place)
        continue
      }
      if case .fixed = variable.state {
        context.findings.report(HistoryFact.fixedVariable(column.variable), at: column.place)
      }
    }
  }

  /// The variables that the model uses or the dependence names, in the order of the file.
  private func joint(
    _ inputs: [String], _ dependence: [Dependence], at place: Place
  ) -> JointDistribution? {
    let used = Set(inputs + dependence.flatMap(\.names))
    let variables = context.variables.variables.compactMap {
      variable -> JointDistribution.Variable? in
      guard used.contains(variable.name), case .uncertain(let marginal) = variable.state else {
        return nil
      }
      return JointDistribution.Variable(name: variable.name, marginal: marginal)
    }
    do {
      return try JointDistribution(variables: variables, groups: dependence)
    } catch {
      context.findings.report(CorrelationFact.impossible("\(error)"), at: place)
      return nil
    }
  }
}
