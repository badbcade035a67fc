import GrowthModel
import LinearAlgebra
import Stochastics

/// Reads the shocks.
struct ShockReader {
  let context: ReadingContext
  /// Those of the accounts.
  let names: ModelNames

  /// The process, and how its innovations move together in each step; nil where there is none, or
  /// nobody knows of what.
  func read(_ fields: Fields) -> (process: ShockProcess, groups: [Dependence])? {
    guard let own = fields.mapping("shocks", schema: .shocks) else { return nil }
    if own.has("history") {
      for key in ["innovations", "persistence", "correlation"] where own.has(key) {
        context.findings.report(ShockFact.both(key), at: own.place(ofOneOf: ["history", key]))
      }
      return ShockHistoryReader(context: context, names: names).read(own)
    }
    guard own.has("innovations") else {
      context.findings.report(ShockFact.nothing, at: own.place)
      return nil
    }
    let innovations = self.innovations(own)
    guard !innovations.isEmpty else { return nil }
    let activities = innovations.map(\.key)
    let persistence = PersistenceReader(fields: own, activities: activities).read()
    let process = ShockProcess(
      activities: activities, persistence: persistence,
      start: Self.start(own, activities, lags: persistence.count) ?? [activities.map { _ in 0 }])
    return (process, groups(own, innovations))
  }

  // MARK: Innovations

  /// The entries of activities, each with a variable for each step noted.
  private func innovations(_ fields: Fields) -> [SyntaxNode.Entry] {
    let known = LeafNames(context: context, names: names)
    let entries = fields.named("innovations", what: .activity)
    if entries.isEmpty, fields.entry("innovations")?.value.entries != nil {
      context.findings.report(ShockFact.noInnovations, at: fields.place(of: "innovations"))
    }
    return entries.filter { entry in
      note(entry, path: fields.path(to: "innovations") + "." + entry.key)
      return known.isActivity(entry.key, at: entry.keyPlace)
    }
  }

  private func note(_ entry: SyntaxNode.Entry, path: String) {
    guard let first = context.timeline.steps.first else { return }
    let name = ShockProcess.innovation(of: entry.key, in: first)
    let reader = UncertainReader(
      context: context, variable: name, expected: .exactly(.rate),
      bound: LowerBound(value: -1, what: .innovation))
    _ = reader.read(entry, path: path)
    guard let variable = context.variables[name] else { return }
    switch variable.state {
    case .fixed:
      context.findings.report(ShockFact.notUncertain(entry.key), at: variable.place)
    case .uncertain(let marginal):
      // Rounding leaves means of symmetric distributions a few digits away from zero.
      if marginal.mean.magnitude > 1e-12 {
        let mean = FigureText.write(marginal.mean, unit: .rate, currency: context.currency)
        context.findings.report(ShockFact.meanNotZero(entry.key, mean), at: variable.place)
      }
    case .broken: break
    }
    Self.note(variable.state, of: entry.key, at: variable.place, in: context)
  }

  /// Notes the innovation of an activity in each step as a variable of its own.
  static func note(
    _ state: VariableTable.State, of activity: String, at place: Place, in context: ReadingContext
  ) {
    let members = context.timeline.steps.map { step in
      VariableTable.Member(
        period: step, name: ShockProcess.innovation(of: activity, in: step))
    }
    for member in members {
      context.variables.add(.init(name: member.name, state: state, unit: .rate, place: place))
    }
    context.variables.addFamily(family(activity), members)
  }

  /// The name of the innovations of all steps.
  static func family(_ activity: String) -> String { activity + ".innovation" }

  // MARK: Start

  /// The shocks of the last steps before the first one, the last of them first; nil where the file gives none.
  ///
  /// - Parameter lags: how far back the process looks.
  static func start(_ fields: Fields, _ activities: [String], lags: Int) -> [[Double]]? {
    guard fields.has("start") else { return nil }
    guard let entry = fields.entry("start") else { return [activities.map { _ in 0 }] }
    let path = fields.path(to: "start")
    guard let items = entry.value.items else {
      return [start(entry.value, activities, path: path, fields.context)]
    }
    guard 1...lags ~= items.count else {
      fields.context.findings.report(
        ShockFact.wrongStart(items.count, lags: lags), at: entry.value.place)
      return [activities.map { _ in 0 }]
    }
    return zip(1..., items).map { back, item in
      start(item, activities, path: "\(path).last-\(back)", fields.context)
    }
  }

  /// The shocks of one step: 0 for activities that are not named.
  private static func start(
    _ node: SyntaxNode, _ activities: [String], path: String, _ context: ReadingContext
  ) -> [Double] {
    guard let entries = node.entries else {
      context.findings.report(
        KeyFact.notMapping(what: .key("start"), shape: node.shape, keys: []), at: node.place)
      return activities.map { _ in 0 }
    }
    var given: [String: Double] = [:]
    for entry in entries {
      guard !entry.value.isEmpty else {
        context.findings.report(KeyFact.noValue(entry.key), at: entry.keyPlace)
        continue
      }
      let figure = FigureReader(context: context).read(
        entry.value, .exactly(.rate), path: path + "." + entry.key, place: entry.keyPlace)
      if activities.contains(entry.key) {
        given[entry.key] = figure?.value
      } else {
        context.findings.report(
          ShockFact.unknownInnovation(entry.key, activities), at: entry.keyPlace)
      }
    }
    return activities.map { given[$0] ?? 0 }
  }

  // MARK: Correlation

  /// How the innovations move together in each step: a matrix, or a group without variables of its own.
  private func groups(_ fields: Fields, _ innovations: [SyntaxNode.Entry]) -> [Dependence] {
    guard let entry = fields.entry("correlation") else { return [] }
    let path = fields.path(to: "correlation")
    let rows = innovations.map {
      CorrelationTable.Row(name: Self.family($0.key), place: $0.keyPlace, label: $0.key)
    }
    // Of a fixed innovation it has been said that it must not be.
    guard let group = group(fields, entry, rows),
      rows.allSatisfy({ context.variables.isUncertain($0.name) })
    else { return [] }
    return CopulaBuilder(context: context, group: group).build {
      path + "." + $0.label + "." + $1.label
    }
  }

  private func group(
    _ fields: Fields, _ entry: SyntaxNode.Entry, _ rows: [CorrelationTable.Row]
  ) -> CorrelationGroup? {
    if entry.value.entries != nil {
      return fields.mapping("correlation", schema: .shockCorrelation).flatMap {
        CorrelationGroupReader(
          context: context, fields: $0, given: rows, check: { _ in }, name: "shocks"
        ).read()
      }
    }
    let matrix = entry.value
    if matrix.source == nil {
      context.noteUnsourced(fields.path(to: "correlation"), at: matrix.place)
    }
    return CorrelationCheck(context: context, rows: rows, matrix: matrix).map {
      CorrelationGroup(
        table: $0.table(source: matrix.source), place: matrix.place, isBare: true)
    }
  }

  static func copula(
    _ activities: [String], _ correlation: [[Double]], _ context: ReadingContext
  ) throws(DependenceError) -> GaussianCopula {
    let names = activities.map { activity in
      context.timeline.steps.first.map { ShockProcess.innovation(of: activity, in: $0) }
        ?? activity
    }
    return try GaussianCopula(names: names, correlation: correlation)
  }

  /// The same dependence in every step.
  static func groups(
    like copula: GaussianCopula, _ activities: [String], _ context: ReadingContext
  ) -> [Dependence] {
    let places = Dictionary(
      zip(copula.names, activities), uniquingKeysWith: { first, _ in first })
    return context.timeline.steps.compactMap { step in
      // Names of one step are as different as those of another.
      (try? copula.renamed { ShockProcess.innovation(of: places[$0] ?? $0, in: step) })
        .map(Dependence.gaussian)
    }
  }
}
