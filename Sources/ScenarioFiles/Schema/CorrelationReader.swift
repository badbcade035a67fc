import Stochastics

/// Reads how the variables move together.
struct CorrelationReader {
  let context: ReadingContext

  /// One variable that is listed, or one that stands in the history.
  struct Row {
    let name: String
    let place: Place
  }

  /// The dependence; independence where there is none to read.
  func read(_ fields: Fields) -> [GaussianCopula] {
    guard let entry = fields.entry("correlation") else { return [] }
    if let text = entry.value.text {
      context.record("correlation", text, at: entry.value.place)
      guard text == DistributionTable.history else {
        context.findings.report(CorrelationFact.notHistory(text), at: entry.value.place)
        return []
      }
      return fromHistory(entry)
    }
    guard let own = fields.mapping("correlation", schema: .correlation) else {
      return []
    }
    let rows = variables(own)
    guard let rows, let matrix = own.entry("matrix")?.value else { return [] }
    guard let check = CorrelationCheck(context: context, rows: rows, matrix: matrix) else {
      return []
    }
    if matrix.source == nil, !matrix.place.isCommandLine {
      let place = own.source == nil ? own.place : own.place(of: "matrix")
      context.noteUnsourced("correlation", at: place)
    }
    let kept = check.withoutOverridden()
    kept.record(source: matrix.source)
    return copula(kept, place: own.place(of: "matrix"))
  }

  /// The listed variables; reports those that are not uncertain or stand twice.
  private func variables(_ fields: Fields) -> [Row]? {
    guard let entry = fields.entry("variables") else { return nil }
    guard let items = entry.value.items else {
      context.findings.report(
        CorrelationFact.variablesNotList(entry.value.shape), at: entry.value.place)
      return nil
    }
    var names: Set<String> = []
    for item in items {
      guard let name = item.text else {
        context.findings.report(CorrelationFact.variablesNotList(item.shape), at: item.place)
        return nil
      }
      if !names.insert(name).inserted {
        context.findings.report(CorrelationFact.duplicateVariable(name), at: item.place)
        return nil
      }
      checkUncertain(name, at: item.place)
    }
    return items.map { Row(name: $0.text ?? "", place: $0.place) }
  }

  private func checkUncertain(_ name: String, at place: Place) {
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

  private func fromHistory(_ entry: SyntaxNode.Entry) -> [GaussianCopula] {
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
    for row in names.indices {
      for column in names.indices where column > row {
        context.record(
          CorrelationCheck.path(names[row], names[column]),
          FigureText.decimal(matrix[row][column], places: 4),
          origin: .history(columns[row].location), source: history.file, near: entry.value.place)
      }
    }
    let check = CorrelationCheck(
      context: context, rows: columns.map { Row(name: $0.variable, place: $0.place) },
      values: matrix)
    return copula(check, place: entry.value.place)
  }

  /// Makes the copula, or one for each period; reports at the entry that does most harm, where there
  /// is one.
  private func copula(_ check: CorrelationCheck, place: Place) -> [GaussianCopula] {
    guard check.rows.count > 1, let groups = groups(check.rows) else { return [] }
    do throws(DependenceError) {
      let first = try GaussianCopula(names: check.rows.map(\.name), correlation: check.values)
      var copulas: [GaussianCopula] = []
      for names in groups {
        let renamed = Dictionary(
          zip(check.rows.map(\.name), names), uniquingKeysWith: { first, _ in first })
        copulas.append(try first.renamed { renamed[$0] ?? $0 })
      }
      return copulas
    } catch .notPositiveSemidefinite(let eigenvalue, let row, let column) {
      context.findings.report(
        CorrelationFact.notPositiveSemidefinite(
          eigenvalue: eigenvalue, first: check.rows[row].name, second: check.rows[column].name,
          value: check.values[row][column]),
        at: check.place(row, column) ?? place)
    } catch {
      context.findings.report(CorrelationFact.impossible("\(error)"), at: place)
    }
    return []
  }

  /// The names that the rows stand for, one list for each period; nil, with a diagnostic, where some
  /// stand for other periods than others.
  private func groups(_ rows: [Row]) -> [[String]]? {
    let families = rows.map { row in
      context.variables.family(row.name)?.filter { context.variables.isUncertain($0.name) }
    }
    guard let index = families.firstIndex(where: { $0 != nil }), let members = families[index]
    else {
      return [rows.map(\.name)]
    }
    for (row, family) in zip(rows, families) where family?.map(\.period) != members.map(\.period) {
      context.findings.report(
        CorrelationFact.unlikePeriods(row.name, with: rows[index].name), at: row.place)
      return nil
    }
    return members.indices.map { period in families.compactMap { $0?[period].name } }
  }
}
