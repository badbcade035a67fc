import Stochastics

/// Reads how the variables move together.
struct CorrelationReader {
  let context: ReadingContext

  /// The dependence of each group; independence where there is none to read.
  func read(_ fields: Fields) -> [Dependence] {
    guard let entry = fields.entry("correlation") else { return [] }
    if let text = entry.value.text {
      context.record("correlation", text, at: entry.value.place)
      guard text == DistributionTable.history else {
        context.findings.report(CorrelationFact.notHistory(text), at: entry.value.place)
        return []
      }
      return fromHistory(entry)
    }
    guard let own = fields.mapping("correlation", schema: .correlation) else { return [] }
    guard own.has("groups") else { return group(own)?.copulas ?? [] }
    for key in MappingSchema.correlationGroup.names
    where own.has(key) && !["source", "notes"].contains(key) {
      context.findings.report(
        CorrelationGroupFact.both(key, "groups"), at: own.place(ofOneOf: ["groups", key]))
    }
    return groups(own)
  }

  // MARK: Groups

  /// One group: the rows that are left, and the dependence among them.
  private func group(
    _ fields: Fields, name: String = "correlation"
  ) -> (rows: [CorrelationTable.Row], copulas: [Dependence])? {
    if fields.has("bootstrap") { return rows(fields, name: name) }
    let reader = CorrelationGroupReader(
      context: context, fields: fields, given: nil, check: checkUncertain, name: name)
    guard var group = reader.read() else { return nil }
    group.table = group.table.keeping { context.variables.isUncertain($0.name) }
    let copulas = CopulaBuilder(context: context, group: group).build {
      Self.path($0.label, $1.label)
    }
    return (group.table.rows, copulas)
  }

  /// A group that is drawn from rows of a history.
  private func rows(
    _ fields: Fields, name: String
  ) -> (rows: [CorrelationTable.Row], copulas: [Dependence])? {
    for key in MappingSchema.correlationGroup.names
    where fields.has(key) && !["bootstrap", "source", "notes"].contains(key) {
      context.findings.report(
        CorrelationGroupFact.both(key, "bootstrap"), at: fields.place(ofOneOf: ["bootstrap", key]))
    }
    guard let bootstrap = context.bootstraps.first(where: { $0.name == name }),
      let history = bootstrap.history
    else { return nil }
    let (rows, groups) = RowsBuilder(
      context: context, bootstrap: bootstrap, history: history
    ).build()
    return (rows, groups)
  }

  /// All groups, none of whose variables is in another.
  private func groups(_ fields: Fields) -> [Dependence] {
    var owners: [String: String] = [:]
    var all: [Dependence] = []
    for entry in fields.named("groups", what: .correlationGroup) {
      if !Identifier.isValid(entry.key) {
        context.findings.report(
          KeyFact.badIdentifier(entry.key, what: .correlationGroup), at: entry.keyPlace)
      }
      guard
        let own = Fields(
          entry.value, schema: .correlationGroup, path: fields.path(to: "groups") + "." + entry.key,
          place: entry.keyPlace, context: context),
        let (rows, copulas) = group(own, name: entry.key)
      else { continue }
      for copula in copulas {
        // The names of rows go on period by period.
        for (index, name) in copula.names.enumerated() {
          let row = rows[index % rows.count]
          if let owner = owners[name], owner != entry.key {
            context.findings.report(
              CorrelationGroupFact.inTwoGroups(row.name, owner, entry.key), at: row.place)
          }
          owners[name] = entry.key
        }
      }
      all += copulas
    }
    return all
  }

  /// Reports a name that stands for nothing uncertain.
  private func checkUncertain(_ row: CorrelationTable.Row) {
    let (name, place) = (row.name, row.place)
    let table = context.variables
    if let known = table.place(of: name) {
      guard !table.isUncertain(name) else { return }
      if known.isCommandLine {
        context.findings.report(
          CorrelationFact.overridden(name, known.location.path), at: place)
      } else if context.isLater(known, than: place) {
        context.findings.report(ExtendsFact.fixedVariable(name), at: known)
      } else {
        context.findings.report(CorrelationFact.fixedVariable(name), at: place)
      }
    } else if context.bases.contains(where: { $0.hasFigure(named: name) }),
      place.file != context.scenarioPath
    {
      context.findings.report(ExtendsFact.removedVariable(name), at: place)
    } else {
      context.findings.report(
        CorrelationFact.unknownVariable(name, table.correlatedNames), at: place)
    }
  }

  // MARK: History

  private func fromHistory(_ entry: SyntaxNode.Entry) -> [Dependence] {
    let history: History
    switch context.history {
    case .absent:
      context.findings.report(CorrelationFact.noHistory, at: entry.value.place)
      return []
    case .broken: return []
    case .read(let data): history = data
    }
    let columns = history.columns.filter { context.variables.isUncertain($0.variable) }
    let constant = columns.filter {
      history.moments(of: $0.variable)?.standardDeviation == 0
    }
    for column in constant {
      context.findings.report(DistributionFact.constantHistory(column.variable), at: column.place)
    }
    let names = columns.map(\.variable)
    guard constant.isEmpty, names.count > 1, let matrix = history.correlation(of: names) else {
      if names.count < 2 {
        context.findings.report(CorrelationFact.tooFewColumns, at: entry.value.place)
      }
      return []
    }
    let table = CorrelationTable(
      rows: columns.map { .init(name: $0.variable, place: $0.place) }, values: matrix)
    for (i, j) in table.pairs {
      context.record(
        Self.path(names[i], names[j]), FigureText.decimal(matrix[i][j], places: 4),
        origin: .history(columns[i].location), source: history.file, near: entry.value.place)
    }
    let group = CorrelationGroup(table: table, place: entry.value.place)
    return CopulaBuilder(context: context, group: group).build { Self.path($0.label, $1.label) }
  }

  static func path(_ first: String, _ second: String) -> String {
    "correlation(\(first), \(second))"
  }
}
